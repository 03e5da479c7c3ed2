// Reports and views of a fictitious company, one for each state the popup can be in; all valid by the report's schema.
import type { Detail } from "../../src/audits/detail.ts";
import type { Finding } from "../../src/audits/finding.ts";
import { INDICATOR_KEYS, type IndicatorKey } from "../../src/domain/goal.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { PageRecord } from "../../src/domain/record.ts";
import { CANNOT_SHOW } from "../../src/report/cannot-show.ts";
import type { GoalVerdict, Report } from "../../src/report/report.ts";
import type { View } from "../../src/ui/popup/view.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const NOW = Date.UTC(2026, 10, 21, 12);
const SEPTEMBER = Date.UTC(2026, 8, 1);

export const plan: Plan = {
  schema: 1,
  id: "plan-of-northwind",
  stance: "mine",
  pages: ["x:northwindcoffee"],
  sisters: [{ network: "x", handle: "northwindhelp" }],
  why: "so that customers get help the same day and stay with us",
  relations: "",
  brand: "",
  people: "",
  success: "",
  learn: "Whether answering on weekends changes anything",
  goals: [
    {
      goal: "care",
      targets: [{ indicator: "answeredWithin24h", target: { direction: "atLeast", value: 0.65, upper: null } }],
    },
    {
      goal: "community",
      targets: [{ indicator: "replyShare", target: { direction: "atLeast", value: 0.2, upper: null } }],
    },
    {
      goal: "rhythm",
      targets: [
        { indicator: "activeWeeks", target: { direction: "atLeast", value: 0.9, upper: null } },
        { indicator: "burstiness", target: { direction: "atMost", value: 0, upper: null } },
      ],
    },
  ],
  horizon: 90,
  startedAt: NOW - 6 * HOUR,
  policy: {
    who: "the care team in Lisbon",
    within: 4 * HOUR,
    hours: { days: [1, 2, 3, 4, 5], from: 540, to: 1080 },
    zone: "Europe/Lisbon",
    languages: "",
  },
};

const finding = (known: Partial<Finding> & Pick<Finding, "key" | "unit">): Finding => ({
  audit: "sample",
  value: null,
  interval: null,
  bounds: null,
  envelope: known.interval ?? null,
  n: 0,
  of: null,
  census: false,
  state: known.value === undefined ? "cannotTell" : "measured",
  reason: null,
  missing: [],
  window: { from: SEPTEMBER, to: NOW },
  evidence: [],
  evidenceTotal: 0,
  detail: null,
  values: {},
  next: null,
  ...known,
});

const curve: Detail = {
  type: "curve",
  points: Array.from({ length: 90 }, (_, index) => {
    const t = 0.2 * HOUR * 1.068 ** index;
    const share = 0.49 * (1 - Math.exp(-((t / (9 * HOUR)) ** 0.62)));
    return { t, share, lower: Math.max(0, share - 0.02 - share * 0.17), upper: share + 0.02 + share * 0.19 };
  }),
  until: 11 * DAY,
  atRisk: 122,
  answered: 58,
};
const weekCounts = [10, 8, 11, 7, 9, 10, 22, 9, 0, 8, 10, 6];
const weeks: Detail = {
  type: "weeks",
  weeks: weekCounts.map((count, index) => ({
    from: NOW - (12 - index) * 7 * DAY,
    to: NOW - (11 - index) * 7 * DAY,
    count,
    whole: index > 0,
    campaign: index === 6,
  })),
  silences: [{ from: NOW - 29 * DAY, to: NOW - 20 * DAY, current: false }],
};
const composition: Detail = {
  type: "composition",
  parts: [
    { key: "answer", count: 30, side: "people" },
    { key: "mention", count: 9, side: "invite" },
    { key: "quote", count: 4, side: "invite" },
    { key: "selfThread", count: 6, side: "broadcast" },
    { key: "original", count: 99, side: "broadcast" },
    { key: "repost", count: 4, side: "apart" },
  ],
};
const questions: readonly (readonly [number, string | null])[] = [
  [11.4, "My order never arrived, who can help?"],
  [8.2, "Is the Lisbon shop open on Sundays?"],
  [
    6.1,
    "Machine broke after two weeks, this is my third message now and still nobody has written back to me, please help",
  ],
  [4.5, "متى يفتح المتجر؟"],
  [2.2, null],
  [1.1, "Do you ship to Madeira?"],
  [0.3, "Hi"],
];
const waiting: Detail = {
  type: "waiting",
  items: questions.map(([days, text], index) => ({
    id: `q${index}`,
    since: NOW - days * DAY,
    waited: days * DAY,
    text,
    url: `https://x.com/i/status/100${index}`,
  })),
};
const grid: Detail = {
  type: "grid",
  zone: "Europe/Lisbon",
  counts: Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => (day < 5 && hour > 7 && hour < 19 ? (day * 7 + hour * 5) % 6 : 0)),
  ),
};
const trend: Detail = {
  type: "trend",
  periods: [0.31, 0.38, null, 0.44].map((value, index) => ({
    from: Date.UTC(2026, 7 + index, 1),
    to: Date.UTC(2026, 8 + index, 1),
    value,
    lower: value && value - 0.11,
    upper: value && value + 0.12,
    n: value === null ? 0 : 30,
  })),
};
const pairs: Detail = { type: "pairs", pairs: [{ a: "q0", b: "q1", similarity: 0.92 }] };

const cited: Report["cited"] = questions.map(([days, text], index) => ({
  id: `q${index}`,
  kind: "reply" as PageRecord["kind"],
  author: { role: "other" as const, key: "k" },
  created: { from: NOW - days * DAY, to: NOW - days * DAY + 1 },
  text,
  lang: null,
  url: `https://x.com/i/status/100${index}`,
}));

const LATENCY = {
  answeredWithin1h: finding({
    key: "answeredWithin1h",
    unit: "share",
    value: 0.12,
    interval: { lower: 0.07, upper: 0.19, method: "log-log" },
    n: 122,
  }),
  answeredWithin24h: finding({
    key: "answeredWithin24h",
    unit: "share",
    value: 0.41,
    interval: { lower: 0.33, upper: 0.5, method: "log-log" },
    n: 122,
    detail: curve,
  }),
  halfTime: finding({ key: "halfTime", unit: "ms", n: 122, reason: "fewerThanHalf" }),
};
const FINDINGS: Finding[] = [
  ...Object.values(LATENCY),
  finding({ key: "questionsWaiting", unit: "count", value: 7, n: 122, census: true, detail: waiting }),
  finding({
    key: "replyShare",
    unit: "share",
    value: 0.203,
    interval: { lower: 0.14, upper: 0.27, method: "wilson" },
    n: 148,
    detail: composition,
  }),
  finding({ key: "postsPerWeek", unit: "perWeek", value: 9.2, n: 110, census: true, detail: grid }),
  finding({
    key: "activeWeeks",
    unit: "share",
    value: 11 / 12,
    n: 12,
    census: true,
    detail: weeks,
    values: { active: 11 },
  }),
  finding({ key: "longestSilence", unit: "ms", value: 9 * DAY, n: 110, census: true }),
  finding({ key: "burstiness", unit: "index", value: -0.08, n: 109, census: true }),
  finding({ key: "askedAndLeft", unit: "share", n: 4, reason: "tooFew" }),
  finding({ key: "weekendGap", unit: "share", n: 12, reason: "threadsUnread" }),
  finding({ key: "ninetyTime", unit: "ms", n: 122, reason: "fewerThanHalf" }),
  finding({ key: "answeredByMonth", unit: "share", value: 0.44, n: 120, detail: trend }),
  finding({ key: "cannedShare", unit: "share", value: 0.07, n: 30, detail: pairs }),
];

const verdict = (
  goal: GoalVerdict["goal"],
  state: GoalVerdict["state"],
  indicators: readonly (readonly [IndicatorKey, number, GoalVerdict["state"], ("atLeast" | "atMost")?])[],
): GoalVerdict => ({
  goal,
  state,
  indicators: indicators.map(([indicator, value, own, direction = "atLeast"]) => ({
    indicator,
    target: { direction, value, upper: null },
    state: own,
    finding: indicator,
  })),
});

/** A page read well, with a plan: one goal missed before its day, one undecided, one met. */
export const full: Report = {
  schema: 1,
  network: "x",
  page: {
    key: "x:northwindcoffee",
    network: "x",
    handle: "northwindcoffee",
    id: "4711",
    name: "Northwind Coffee",
    about: "Coffee, and an answer within a day.",
    url: "https://x.com/northwindcoffee",
    totalPosts: 2_144,
  },
  asOf: NOW,
  asOfFrom: "now",
  plan,
  goals: [
    verdict("care", "missed", [["answeredWithin24h", 0.65, "missed"]]),
    verdict("community", "cannotTell", [["replyShare", 0.2, "cannotTell"]]),
    verdict("rhythm", "met", [
      ["activeWeeks", 0.9, "met"],
      ["burstiness", 0, "met", "atMost"],
    ]),
  ],
  findings: FINDINGS,
  coverage: {
    read: { from: SEPTEMBER, to: NOW - HOUR },
    records: 412,
    byPage: 148,
    posts: 118,
    replies: 30,
    reposts: 4,
    feeds: [
      {
        feed: "posts",
        segments: [{ from: SEPTEMBER, to: NOW - HOUR, topAt: NOW, end: false, next: null }],
        observedAt: NOW,
      },
      {
        feed: "replies",
        segments: [
          { from: NOW - 30 * DAY, to: NOW - HOUR, topAt: NOW, end: false, next: null },
          { from: SEPTEMBER, to: NOW - 40 * DAY, topAt: null, end: false, next: null },
        ],
        observedAt: NOW,
      },
    ],
    threadsRead: 38,
    answersWithoutParent: 0,
    announced: 301,
    announcedRead: 260,
    announcedSince: NOW - 60 * DAY,
    unread: [
      { reason: "unknownShape", count: 2 },
      { reason: "unavailable", count: 1 },
    ],
    signedIn: true,
  },
  next: { key: "openThread", feed: null, record: "q0", url: "https://x.com/i/status/1000", count: 38, gain: 0.06 },
  cannotShow: [...CANNOT_SHOW],
  notLoaded: [
    { key: "feed", feed: "reposts", count: null },
    { key: "gapInFeed", feed: "replies", count: 1 },
    { key: "olderPosts", feed: "posts", count: null },
    { key: "threads", feed: null, count: 3 },
    { key: "answers", feed: null, count: 41 },
    { key: "notUnderstood", feed: null, count: 3 },
  ],
  milestones: [],
  outcomes: [],
  references: [],
  alternatives: [],
  course: { advice: "change", reason: "someMissed", goal: "care", indicator: "answeredWithin24h" },
  cited,
};

const withoutPlan: Report = {
  ...full,
  plan: null,
  goals: [],
  next: { ...full.next!, key: "setPlan", url: null, count: null, record: null },
};

/** Only the Replies tab was read: answers are seen, people who wait are not. */
const onlyAnswers: Report = {
  ...full,
  goals: [
    verdict("care", "notVisible", [["answeredWithin24h", 0.65, "notVisible"]]),
    verdict("community", "cannotTell", [["replyShare", 0.2, "cannotTell"]]),
  ],
  findings: [
    finding({ key: "answeredWithin24h", unit: "share", state: "notVisible", reason: "onlyAnswered", n: 30 }),
    finding({ key: "halfTime", unit: "ms", state: "notVisible", reason: "onlyAnswered", n: 30 }),
    finding({
      key: "answeredLatency",
      unit: "ms",
      value: 3.2 * HOUR,
      interval: { lower: 1.9 * HOUR, upper: 5.1 * HOUR, method: "brookmeyer-crowley" },
      n: 30,
      detail: {
        ...curve,
        points: curve.points.map((p) => ({
          ...p,
          share: Math.min(1, p.share * 2),
          lower: Math.min(1, (p.lower ?? 0) * 1.9),
          upper: Math.min(1, (p.upper ?? 0) * 1.9),
        })),
        until: 60 * HOUR,
        atRisk: 30,
        answered: 30,
      },
    }),
    finding({ key: "replyShare", unit: "share", reason: "feedMissing", missing: ["posts"], n: 30 }),
  ],
  coverage: {
    ...full.coverage,
    posts: 0,
    reposts: 0,
    threadsRead: 0,
    announced: 0,
    announcedRead: 0,
    records: 61,
    answersWithoutParent: 9,
    feeds: full.coverage.feeds.filter(({ feed }) => feed === "replies"),
    unread: [],
  },
  next: { key: "openFeed", feed: "posts", record: null, url: null, count: null, gain: 0.8 },
};

const signedOut: Report = {
  ...withoutPlan,
  findings: [
    finding({ key: "answeredWithin24h", unit: "share", reason: "nothingRead" }),
    finding({ key: "replyShare", unit: "share", reason: "feedMissing", missing: ["replies"] }),
    finding({ key: "postsPerWeek", unit: "perWeek", reason: "windowIncomplete", n: 12 }),
  ],
  coverage: {
    ...full.coverage,
    signedIn: false,
    posts: 12,
    replies: 0,
    reposts: 0,
    threadsRead: 0,
    announced: 88,
    announcedRead: 0,
  },
  next: { key: "signIn", feed: null, record: null, url: null, count: null, gain: null },
};

/** Text a hostile page could send. */
const hostile: Report = {
  ...full,
  page: {
    ...full.page,
    name: "<img src=x onerror=alert(1)>\u202eevil\u0007 Donaudampfschifffahrtsgesellschaftskapitänsmütze",
  },
  plan: { ...plan, why: "**bold** <b>\u2066no\u2069 javascript:alert(1)" },
  findings: [
    finding({
      key: "questionsWaiting",
      unit: "count",
      value: 2,
      n: 2,
      detail: {
        type: "waiting",
        items: [
          {
            id: "a",
            since: NOW - DAY,
            waited: DAY,
            text: "\u202e<script>alert(1)</script>",
            url: "javascript:alert(1)",
          },
          {
            id: "b",
            since: NOW - DAY,
            waited: DAY,
            text: "x".repeat(4_000),
            url: "https://x.com.evil.example/i/status/1",
          },
        ],
      },
    }),
  ],
};

export const REPORTS = { full, withoutPlan, onlyAnswers, signedOut, hostile } as const;

const view = (report: Report | null, rest: Partial<View> = {}): View => ({
  subject: {
    key: "x:northwindcoffee",
    network: "x",
    networkName: "X",
    name: report?.page.name ?? null,
    handle: "northwindcoffee",
    hosts: ["x.com", "twitter.com"],
  },
  networks: ["X"],
  report,
  plan: report?.plan ?? null,
  skipped: false,
  reading: true,
  settled: true,
  problem: null,
  reload: "possible",
  measurable: new Set(INDICATOR_KEYS.filter((key) => !["blanketShare", "peopleShare", "insightPerWeek"].includes(key))),
  now: NOW,
  zone: "Europe/Lisbon",
  planId: "fresh",
  ...rest,
});

export const VIEWS: Readonly<Record<string, View>> = {
  full: view(full),
  ask: view(withoutPlan),
  facts: view(withoutPlan, { skipped: true }),
  onlyAnswers: view(onlyAnswers, { reading: false }),
  assumed: view({ ...full, plan: { ...plan, stance: "rival", why: "" } }),
  needsClick: view(onlyAnswers, { reload: "needsClick" }),
  signedOut: view(signedOut, { skipped: true }),
  hostile: view(hostile),
  starting: view(null, { settled: false, reading: false }),
  nothing: view(null, { plan }),
  elsewhere: view(null, { subject: null, reading: false }),
  failed: view(null, { problem: "noAccess", reading: false, plan }),
};
