// What every function of a catalogue is called with in a test: none, one and many, nothing known, all read, each reason there is.
import { findingReasonSchema, nextStepSchema } from "../../src/audits/finding.ts";
import { HORIZONS } from "../../src/domain/goal.ts";
import { UNREAD_REASONS } from "../../src/domain/observation.ts";
import { feedSchema } from "../../src/domain/page.ts";
import { kindSchema } from "../../src/domain/record.ts";
import { REFERENCE_LINES } from "../../src/domain/reference.ts";
import { CANNOT_SHOW } from "../../src/report/cannot-show.ts";
import { courseSchema, notLoadedSchema, reportSchema, verdictStateSchema } from "../../src/report/report.ts";
import { full, NOW, plan, REPORTS } from "./samples.ts";

export const ZONE = "Europe/Lisbon";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NUMBERS = [0, 1, 2, 3, 21, 1_234];
const SHARES = [0, 0.003, 0.012, 0.2, 0.5, 0.997, 1];
const DURATIONS = [20_000, 90_000, HOUR, 1.5 * HOUR, DAY, 3 * DAY, 400 * DAY];
const DAYS = [NOW, NOW - 60 * DAY, NOW - 500 * DAY];
const BOOLEANS = [true, false];
const NAME = "Zwxq-7";

export type Args = readonly unknown[];
const each = (...choices: readonly (readonly unknown[])[]): Args[] =>
  choices.reduce<Args[]>((before, values) => before.flatMap((args) => values.map((value) => [...args, value])), [[]]);
const numbers = each(NUMBERS);
const named = each([NAME]);
const figure = (value: number, n: number, census: boolean) => ({
  value,
  n,
  of: census ? n : null,
  interval: census ? null : { lower: value / 2, upper: null },
  census,
  values: {},
});
/** Values that occur, for the unit a sentence is of. */
const FIGURES = {
  share: SHARES,
  ms: DURATIONS,
  number: [0, 1, 1.04, 2.5, 9.2, 1_234],
  gap: [-0.4, -0.01, 0, 0.01, 0.12],
};
const MS = ["halfTime", "ninetyTime", "openHalfTime", "everyoneHalfTime", "answeredLatency", "longestSilence"];
const COUNTS = ["postsPerWeek", "insightPerWeek", "questionsWaiting", "waiting", "answersApart", "uniquePeople"];
const figuresOf = (key: string): readonly number[] => {
  if (key === "weekendGap") return FIGURES.gap;
  if (key === "burstiness") return [-1, -0.33, 0, 0.25, 1];
  if (MS.includes(key)) return FIGURES.ms;
  return COUNTS.includes(key) || key.endsWith("PerPost") ? FIGURES.number : FIGURES.share;
};
const UNITS = each(["share"], SHARES).concat(
  each(["ms"], DURATIONS),
  each(["perWeek", "index", "count"], [-1, 0, 1, 2.5, 1_234]),
);
const targets = UNITS.flatMap(([unit, value]) => [
  [unit, { direction: "atLeast", value, upper: null }],
  [unit, { direction: "atMost", value, upper: null }],
  [unit, { direction: "between", value, upper: (value as number) * 2 }],
]);
const WARNINGS = [
  "noCommonWindow",
  "notCovered",
  "feedMissing",
  "threadsDiffer",
  "signedOut",
  "byYardstick",
  "networksDiffer",
];
const HINTS = [
  "sociallyDevoted2012",
  "expectedWithinDay",
  "waitFourHours2016",
  "replyShare2015",
  "rivalIq2024",
  "metricool2024",
  "house",
  "folklore",
];
const PARTS_OF_PICTURES = [
  "answer",
  "mention",
  "quote",
  "question",
  "selfThread",
  "original",
  "repost",
  "unclear",
  "information",
  "action",
  "community",
  "unheardOf",
];
const SILENCES = [[], [{ ms: 9 * DAY, current: false }], [...BOOLEANS].map((current) => ({ ms: 3 * DAY, current }))];

/** What each function of the catalogue is called with; `*` stands for any one name. */
const CALLS: Readonly<Record<string, readonly Args[]>> = {
  quoted: named,
  "indicator.weekendGap.limits": each(FIGURES.gap, FIGURES.gap),
  value: UNITS,
  range: UNITS.flatMap(([unit, value]) => [
    [unit, value, null],
    [unit, null, value],
    [unit, value, (value as number) + 0.001],
    [unit, value, (value as number) * 2],
    [unit, null, null],
  ]),
  doubt: each([null, NAME], BOOLEANS, [null, "8–9"]),
  aim: targets.flatMap((args) => BOOLEANS.map((assumed) => [...args, assumed])),
  target: targets,
  verdict: each(verdictStateSchema.options, [0, 30]),
  stillLeft: numbers,
  daysLeft: each(NUMBERS, DAYS, [NOW]),
  reason: each(findingReasonSchema.options, [[], ["posts"], ["posts", "replies"]], NUMBERS),
  between: each([NAME], ["8–9"]),
  open: each([NAME], ["8–9"]),
  feed: each(feedSchema.options),
  next: each([null, "posts", "replies"], [null, 1, 38]).flatMap(([feed, count]) =>
    each(
      nextStepSchema.shape.key.options.map((key) => ({ key, feed, count, record: null, url: null, gain: null })),
      [null, ...DAYS],
      [NOW],
    ),
  ),
  unread: each(UNREAD_REASONS, NUMBERS),
  unreadTotal: each(NUMBERS, NUMBERS),
  "coverage.posts": each(NUMBERS, [null, { from: NOW - 60 * DAY, to: NOW }], [NOW]),
  "coverage.answers": each(NUMBERS, NUMBERS),
  "coverage.feedRead": each(feedSchema.options, [{ from: NOW - 60 * DAY, to: NOW }], NUMBERS, BOOLEANS, BOOLEANS, [
    NOW,
  ]),
  "coverage.threads": numbers,
  "coverage.announced": each(NUMBERS, NUMBERS, [null, ...DAYS], [NOW]),
  "coverage.withoutParent": numbers,
  notLoaded: each(notLoadedSchema.shape.key.options, [null, "posts"], [null, ...NUMBERS]).map(([key, feed, count]) => [
    { key, feed, count },
  ]),
  course: each(courseSchema.shape.reason.options, [null, NAME], ["Netz-8"]),
  cannotShow: each([...CANNOT_SHOW, "unheardOf"]),
  "popup.elsewhere": [[["X"]], [["X", "LinkedIn", "Facebook"]]],
  "popup.notUnderstood": named,
  "popup.coverageLine": [
    ...Object.values(REPORTS).map(({ coverage }) => [coverage, NOW]),
    [{ ...full.coverage, read: null }, NOW],
    [{ ...full.coverage, read: { from: NOW, to: NOW }, posts: 0, replies: 0, feeds: [], threadsRead: 1 }, NOW],
    [{ ...full.coverage, feeds: full.coverage.feeds.slice(1), posts: 1, replies: 1, reposts: 1 }, NOW],
  ],
  "popup.signedOut": named,
  "popup.asOf": each(DAYS, reportSchema.shape.asOfFrom.options),
  "popup.assumedWhy": each(["rival", "prospect"]),
  "popup.half": each([null, ...DURATIONS]),
  "popup.rhythm": each(
    [null, { least: 1, most: 1, of: 1 }, { least: 9, most: 11, of: 12 }],
    [null, { least: 0, most: 0 }, { least: 1, most: 1 }, { least: 1, most: 1.04 }, { least: 1.1, most: 9.2 }],
    [null, { least: 9 * DAY, most: 9 * DAY, current: false }, { least: 1 * DAY, most: 3 * DAY, current: true }],
  ).filter((args) => args.some((known) => known !== null)),
  "popup.waitingTitle": each(NUMBERS, NUMBERS),
  "popup.moreWaiting": numbers,
  "popup.unknown": [
    [[NAME], "Grund 8."],
    [[NAME, "Zwxq-9"], "Grund 8."],
  ],
  "popup.reviewDue": named,
  "popup.reloadWhyAnswers": numbers,
  "popup.opensIn": named,
  "plan.horizon": each(HORIZONS),
  "plan.openCount": numbers,
  "plan.targetHint": each(HINTS),
  "detail.curve": each(
    [
      [{ t: HOUR, share: 0.01 }],
      [
        { t: 3 * DAY, share: 0.5 },
        { t: DAY, share: 1 },
      ],
    ],
    NUMBERS,
    ["people", "answers"],
  ),
  "detail.composition": [[[{ name: NAME, share: 0.2, count: 1_234 }]]],
  "detail.part": each(PARTS_OF_PICTURES, ["people", "invite", "broadcast", "apart"]),
  "detail.partLabel": each([NAME], SHARES),
  "detail.apartLabel": each([NAME], NUMBERS),
  "detail.weeks": each(NUMBERS, NUMBERS, SILENCES),
  "detail.silence": each(DURATIONS, BOOLEANS),
  "detail.grid": each(NUMBERS, [null, { day: 1, hour: 9, count: 6 }]),
  "detail.hour": each([0, 9, 23]),
  "detail.waited": each(DURATIONS),
  "detail.alike": each(SHARES),
  "detail.trend": [
    [
      [
        { from: NOW - 60 * DAY, to: NOW - 30 * DAY, value: "8–9", n: 30 },
        { from: NOW - 30 * DAY, to: NOW, value: null, n: 0 },
      ],
      NOW,
    ],
  ],
  "detail.aimMark": each(SHARES, DURATIONS),
  "handover.title": named,
  "handover.commonAim": named,
  "handover.ownItem": each(kindSchema.options, [NAME]),
  "handover.theirItem": each([NAME], [null, "8 Z"]),
  "report.bytes": each([0, 900, 150_000, 1_500_000, 25_000_000]),
  "report.exports.lead": numbers,
  "report.exports.made": named,
  "report.library.pages": numbers,
  "report.library.disk": named,
  "report.library.compareThis": named,
  "report.library.compareChosen": numbers,
  "report.library.forgetQuestion": each([NAME], NUMBERS),
  "report.library.retentionQuestion": each([null, ...NUMBERS]),
  "report.library.retentionSet": numbers,
  "report.library.restoreQuestion": each([NAME], NUMBERS, NUMBERS),
  "report.library.restoring": each(NUMBERS, NUMBERS),
  "report.library.restored": each(NUMBERS, NUMBERS, NUMBERS),
  "report.library.restoreFailed": numbers,
  "report.plan.roleOf": named,
  "report.plan.roleWords": named,
  "report.plan.outcome": numbers,
  "report.plan.taken": numbers,
  "report.plan.fileProblem": [
    ...["notJson", "notPlans", "laterVersion", "empty"].map((key) => [{ key }]),
    [{ key: "badPlan", plan: 3, field: NAME, found: "" }],
  ],
  "report.plan.syncState": each(NUMBERS, [NAME]),
  "report.plan.syncTooBig": numbers,
  "report.plan.syncNoRoom": numbers,
  "report.history.progressLead": named,
  "report.history.asItStood": named,
  "report.history.elapsed": named,
  "report.history.monthsSoFar": numbers,
  "report.history.movedOne": each([NAME], BOOLEANS),
  "report.history.pastOnly": named,
  "report.compare.missing": numbers,
  "report.compare.working": each(NUMBERS, NUMBERS),
  "report.compare.window": named,
  "report.compare.limitedBy": named,
  "report.compare.rank": numbers,
  "report.compare.ahead": named,
  "report.compare.counted": numbers,
  "report.compare.warning": each(WARNINGS, [null, NAME], [null, "Liste-8"]),
  "report.gone": named,
  "report.leftOutTitle": numbers,
  "report.leftOutBelow": numbers,
  "report.evidence": numbers,
  "report.evidencePart": numbers,
  "report.evidenceCut": each(NUMBERS, NUMBERS),
  "report.showMore": each(NUMBERS, NUMBERS),
  "report.ownBefore": named,
  "report.rivals": each([NAME], NUMBERS),
  "report.reference": each([NAME], REFERENCE_LINES),
  "report.moreUnknown": numbers,
  "report.typedInOn": named,
  "report.policy": [
    [{ ...plan.policy, who: NAME }],
    [{ who: "", within: null, hours: null, zone: "America/New_York", languages: "" }],
    [{ who: NAME, within: 3 * DAY, hours: { days: [1], from: 0, to: 1440 }, zone: ZONE, languages: "Zwxq-9" }],
  ],
  "report.unknownHere": numbers,
  "report.nobodyWaits": each(NUMBERS, [null, ...NUMBERS]),
  "report.asTable": named,
  "report.datesCovered": named,
  "report.datesHint": named,
};

/** The arguments for the function at a path such as "report.gone"; undefined where none are known. */
export const callsOf = (path: string): readonly Args[] | undefined => {
  const [, key = "", last] = path.split(".");
  return path.match(/^(indicator|finding)\./) && last === "fact"
    ? each(figuresOf(key), NUMBERS, BOOLEANS).map(([value, n, census]) => [
        figure(value as number, n as number, census as boolean),
      ])
    : CALLS[path];
};
