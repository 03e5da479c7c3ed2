// What a one-page review says of a page: the three findings furthest from their aim, one strength, and two items to show for each.
import type { Finding } from "../../audits/finding.ts";
import { defaultTargets, GOAL_KEYS, HORIZONS, type IndicatorKey, type Target } from "../../domain/goal.ts";
import type { PageRecord } from "../../domain/record.ts";
import type { Report, VerdictState } from "../../report/report.ts";
import { judgeEnvelope } from "../../report/verdict.ts";

type Cited = Report["cited"][number];

/** What a finding is about. */
export type Topic = "latency" | "conversation" | "rhythm";
const TOPIC: Readonly<Record<string, Topic>> = {
  answeredWithin1h: "latency",
  answeredWithin24h: "latency",
  halfTime: "latency",
  weekendGap: "latency",
  buyingAnswered24h: "latency",
  complaintsAnswered1h: "latency",
  complaintsAnswered24h: "latency",
  questionsWaiting: "latency",
  activeWeeks: "rhythm",
  postsPerWeek: "rhythm",
  longestSilence: "rhythm",
  burstiness: "rhythm",
};
export const topicOf = (key: string): Topic => TOPIC[key] ?? "conversation";

export interface Picked {
  readonly finding: Finding;
  /** What it is held against: the plan's aim, else the product's own for that indicator. */
  readonly target: Target;
  readonly planned: boolean;
  readonly state: VerdictState;
  /** At most two, each with an address. */
  readonly shown: readonly Cited[];
}

export interface Review {
  readonly findings: readonly Picked[];
  readonly strength: Picked | null;
  /** What the question at the end is about. */
  readonly ask: Topic | "nothing";
}

export const FINDINGS = 3;
/** House: people or posts that a figure not proven rests on at least, to be worth somebody's time. */
const FEWEST = 5;
/** Findings on one topic, so that a review does not say one thing three times. */
const PER_TOPIC = 2;
const LINKS = 2;

/** How far a value is on the bad (positive) or the good (negative) side of its aim; 1 is as far as it gets. */
function distance({ unit, value }: Finding, { direction, value: aim, upper }: Target): number {
  if (value === null) return 0;
  const size = (gap: number): number => {
    if (unit === "share" || unit === "index") return gap;
    return Math.sign(gap) * Math.min(1, Math.abs(gap) / Math.max(Math.abs(aim), Math.abs(value), Number.MIN_VALUE));
  };
  if (direction === "atLeast") return size(aim - value);
  if (direction === "atMost") return size(value - aim);
  const ceiling = upper ?? aim;
  if (value < aim) return size(aim - value);
  return value > ceiling ? size(value - ceiling) : -Math.min(size(value - aim), size(ceiling - value));
}

/** The product's own aim for an indicator: by the nearest horizon, of the first goal that has one. */
function ownAim(key: string, network: Report["network"]): Target | null {
  for (const horizon of HORIZONS) {
    for (const goal of GOAL_KEYS) {
      const found = defaultTargets(goal, horizon, network).find(({ indicator }) => indicator === key);
      if (found && found.reason !== "folklore") return found.target;
    }
  }
  return null;
}

/** Nobody should wait: not an aim a person sets, but something to show. */
const NOBODY: Target = { direction: "atMost", value: 0, upper: null };

function candidates(report: Report): Omit<Picked, "shown">[] {
  const planned = new Map(
    report.goals.flatMap(({ indicators }) => indicators.map(({ indicator, target }) => [indicator, target] as const)),
  );
  return report.findings.flatMap((finding) => {
    if (finding.value === null || finding.state !== "measured" || finding.n === 0) return [];
    const own = planned.get(finding.key as IndicatorKey);
    if (!own && TELLING[finding.key] === undefined) return [];
    const target = own ?? (finding.key === "questionsWaiting" ? NOBODY : ownAim(finding.key, report.network));
    if (!target) return [];
    const state = finding.envelope ? judgeEnvelope(finding.envelope, target) : "cannotTell";
    return [{ finding, target, planned: own !== undefined, state }];
  });
}

/** House: how much a figure tells somebody who sees the page for the first time; what is not named here only counts where the plan aims at it. */
const TELLING: Readonly<Record<string, number>> = {
  questionsWaiting: 1,
  answeredWithin24h: 1,
  replyShare: 1,
  askedAndLeft: 1,
  activeWeeks: 1,
  longestSilence: 0.9,
  complaintsAnswered24h: 0.9,
  buyingAnswered24h: 0.9,
  threadPresence: 0.8,
  halfTime: 0.8,
  postsPerWeek: 0.7,
  weekendGap: 0.6,
  askingShare: 0.6,
  communityShare: 0.6,
};

/** What the plan aims at before the rest, what is proven before what is not, then the further from the aim the sooner. */
const rank = ({ finding, target, state, planned }: Omit<Picked, "shown">, bad: 1 | -1): number =>
  bad * distance(finding, target) * (TELLING[finding.key] ?? 0.5) +
  (planned ? 0.5 : 0) +
  (state === (bad === 1 ? "missed" : "met") ? 0.5 : 0);

/** `hosts`-checked later; here only whether there is an address at all. */
const linked = (record: Cited | undefined): record is Cited => record !== undefined && record.url !== null;

/** Items that show what the finding says, the most telling first. */
function itemsToShow(report: Report, finding: Finding, bad: boolean): Cited[] {
  const byId = new Map(report.cited.map((record) => [record.id, record]));
  const evidence = finding.evidence.map((id) => byId.get(id)).filter(linked);
  const ofKind = (kind: PageRecord["kind"]) => evidence.filter((record) => record.kind === kind);
  const first: (Cited | undefined)[] = [];
  if (topicOf(finding.key) === "latency" && bad) {
    const counted = new Set(finding.evidence);
    const waiting = report.findings.find(({ key }) => key === "questionsWaiting")?.detail;
    if (waiting?.type === "waiting")
      first.push(...waiting.items.filter(({ id }) => counted.has(id)).map(({ id }) => byId.get(id)));
  } else if (topicOf(finding.key) === "latency") {
    first.push(...evidence.filter(({ author }) => author.role === "page" || author.role === "sister"));
  } else if (finding.key === "longestSilence") {
    const nearest = (at: number | null | undefined) =>
      typeof at === "number"
        ? [...evidence].sort((a, b) => Math.abs(a.created.from - at) - Math.abs(b.created.from - at))[0]
        : undefined;
    first.push(nearest(finding.values["from"]), nearest(finding.values["to"]));
  } else if (finding.key === "replyShare" || finding.key === "threadPresence") {
    first.push(...(bad ? ofKind("post") : [...ofKind("reply"), ...ofKind("comment")]));
  }
  return [...new Set([...first.filter(linked), ...evidence])];
}

/** Pure. Says less where less is known: no finding is made up to fill the page. */
export function review(report: Report): Review {
  const all = candidates(report);
  const weak = all
    .filter(({ finding, target, state }) => state !== "met" && distance(finding, target) > 0)
    .filter(({ finding, state }) => state === "missed" || finding.n >= FEWEST)
    .sort((a, b) => rank(b, 1) - rank(a, 1));
  const told = new Map<Topic, number>();
  const chosen = weak
    .filter(({ finding }) => {
      const topic = topicOf(finding.key);
      const before = told.get(topic) ?? 0;
      told.set(topic, before + 1);
      return before < PER_TOPIC;
    })
    .slice(0, FINDINGS);
  const strong = all
    .filter((one) => !chosen.includes(one) && one.state === "met")
    .sort((a, b) => rank(b, -1) - rank(a, -1))[0];
  const used = new Set<Cited>();
  /** An item that was shown already is shown again only where there is no other. */
  const withItems = (one: Omit<Picked, "shown">, bad: boolean): Picked => {
    const items = itemsToShow(report, one.finding, bad);
    const shown = [...items.filter((item) => !used.has(item)), ...items.filter((item) => used.has(item))].slice(
      0,
      LINKS,
    );
    for (const item of shown) used.add(item);
    return { ...one, shown };
  };
  const findings = chosen.sort((a, b) => rank(b, 1) - rank(a, 1)).map((one) => withItems(one, true));
  return {
    findings,
    strength: strong ? withItems(strong, false) : null,
    ask: findings[0] ? topicOf(findings[0].finding.key) : "nothing",
  };
}
