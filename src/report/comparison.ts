// Two to five pages side by side: one window and one rule for all, and an order only where the doubts do not overlap.
import type { Finding } from "../audits/finding.ts";
import { commonStretches } from "../computed/feed-window.ts";
import type { Dataset } from "../domain/dataset.ts";
import {
  DEFAULT_TARGETS,
  GOAL_KEYS,
  HORIZONS,
  INDICATOR_KEYS,
  type IndicatorKey,
  type Target,
} from "../domain/goal.ts";
import type { Feed } from "../domain/page.ts";
import type { Plan } from "../domain/plan.ts";
import { endsOf } from "./compare.ts";
import type { Report, VerdictState } from "./report.ts";
import { auditInSteps } from "./run.ts";
import { atOnce, type Steps } from "./steps.ts";
import { judge } from "./verdict.ts";
import { feedsRead, type TimeWindow } from "./window.ts";

/** One page to compare, with what an audit of it needs. */
export interface Contender {
  readonly dataset: Dataset;
  readonly plan: Plan | null;
  readonly sisterKeys: ReadonlySet<string>;
  readonly leftOut?: ReadonlySet<string>;
}

/**
 * What a reader has to know before trusting the comparison. `page`: key of the page it is about, null = all.
 * `noCommonWindow`: the pages share no covered dates, so every figure has its own and nothing is ranked.
 * `notCovered`: the chosen dates are not fully covered for this page. `feedMissing`: others' `feed` was read, this
 * page's was not. `threadsDiffer`: of what is announced, much more was read for some pages than for this one.
 * `signedOut`: read without signing in, which shows less. `byYardstick`: judged by the person's own plan, not by one of
 * its own. `networksDiffer`: pages on several networks, which show different things.
 */
export interface ComparisonWarning {
  readonly key:
    | "noCommonWindow"
    | "notCovered"
    | "feedMissing"
    | "threadsDiffer"
    | "signedOut"
    | "byYardstick"
    | "networksDiffer";
  readonly page: string | null;
  readonly feed: Feed | null;
}

export interface ComparisonCell {
  readonly page: string;
  /** null where the page's report has no such finding. */
  readonly finding: Finding | null;
  /** By the yardstick's target, where it sets one. */
  readonly verdict: VerdictState | null;
  /** Place among the compared pages, 1 = best; null where its interval overlaps with that of another page. */
  readonly rank: number | null;
  /** Keys of the pages that it certainly outdoes: their intervals lie wholly on its bad side. */
  readonly ahead: readonly string[];
}

export interface ComparisonRow {
  readonly key: IndicatorKey;
  readonly unit: Finding["unit"];
  /** Which way is better; null where neither is, so that nothing is ranked. */
  readonly better: "more" | "less" | null;
  readonly target: Target | null;
  readonly cells: readonly ComparisonCell[];
  /** The figures rest on dates of which less than nine tenths are shared (house). */
  readonly windowsDiffer: boolean;
}

export interface Comparison {
  /** ms UTC; null where the pages share no covered dates. */
  readonly window: TimeWindow | null;
  /** The page that ends the window at its old end: read more of it and the window grows. null for chosen dates. */
  readonly limitedBy: string | null;
  /** In the order of the contenders. */
  readonly reports: readonly Report[];
  readonly rows: readonly ComparisonRow[];
  readonly warnings: readonly ComparisonWarning[];
}

export interface ComparisonOptions {
  /** ms UTC. */
  readonly asOf: number;
  /** IANA zone where no plan states one. */
  readonly zone: string;
  /** The dates a person chose; null = the longest that all pages cover. */
  readonly window: TimeWindow | null;
  /** The person's own plan, by which pages without one are judged; null = those get no verdict. */
  readonly yardstick: Plan | null;
}

export const MIN_COMPARED = 2;
export const MAX_COMPARED = 5;
/** House: shares of announced messages read that differ by more than this are not alike. */
const COVERAGE_GAP = 0.25;
/** House: windows that share less than this are not the same. */
const SAME_WINDOW = 0.9;

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where it begins, if it has a beginning: null for a stretch that reaches the page's first item. */
  readonly limit: number | null;
}

/** The longest stretch (ms UTC) that is covered for every page up to `asOf`, and the page that limits it. */
export function sharedWindow(
  contenders: readonly Contender[],
  asOf: number,
): { readonly window: TimeWindow | null; readonly limitedBy: string | null } {
  const lists = contenders.map(({ dataset: { coverage } }) =>
    commonStretches(coverage, feedsRead(coverage)).map(
      ({ from, to, end }): Stretch => ({ from, to: Math.min(to, asOf), limit: end ? null : from }),
    ),
  );
  const both = (a: Stretch, b: Stretch): Stretch => {
    const limit = a.limit === null || b.limit === null ? (a.limit ?? b.limit) : Math.max(a.limit, b.limit);
    return { from: limit ?? Math.min(a.from, b.from), to: Math.min(a.to, b.to), limit };
  };
  const [first = [], ...others] = lists;
  const shared = others.reduce(
    (left, right) => left.flatMap((a) => right.map((b) => both(a, b)).filter(({ from, to }) => from < to)),
    first,
  );
  const longest = shared.reduce<Stretch | null>(
    (best, one) => (best && best.to - best.from >= one.to - one.from ? best : one),
    null,
  );
  if (!longest) return { window: null, limitedBy: null };
  const limiting = lists.findIndex((list) => list.some(({ limit }) => limit === longest.from));
  return {
    window: { from: longest.from, to: longest.to },
    limitedBy: contenders[limiting]?.dataset.page.key ?? null,
  };
}

/** The plan a page is judged by: its own, else the yardstick as an assumed plan. The latter's sister accounts are not its. */
export function planFor({ plan, dataset }: Contender, yardstick: Plan | null): Plan | null {
  if (plan || !yardstick) return plan;
  return {
    ...yardstick,
    stance: yardstick.stance === "mine" ? "rival" : yardstick.stance,
    pages: [dataset.page.key],
    sisters: [],
  };
}

/**
 * Audits and compares the pages. @throws RangeError for fewer than two or more than five.
 * As each audit takes a while, a screen may audit in steps (`contenderInSteps`) and put them together (`putTogether`).
 */
export function comparePages(contenders: readonly Contender[], options: ComparisonOptions): Comparison {
  const shared = windowFor(contenders, options);
  const reports = contenders.map((contender) =>
    atOnce(contenderInSteps(contender, contenders, options, shared.window)),
  );
  return putTogether(contenders, reports, options);
}

/** The dates of the comparison: those chosen, else those that all pages cover. */
export function windowFor(
  contenders: readonly Contender[],
  { asOf, window }: ComparisonOptions,
): ReturnType<typeof sharedWindow> {
  if (contenders.length < MIN_COMPARED || contenders.length > MAX_COMPARED)
    throw new RangeError(`two to five pages can be compared, not ${contenders.length}`);
  return window
    ? { window: { from: window.from, to: Math.min(window.to, asOf) }, limitedBy: null }
    : sharedWindow(contenders, asOf);
}

/** The audit of one of the compared pages, in the dates that `windowFor` gives. */
export function contenderInSteps(
  contender: Contender,
  all: readonly Contender[],
  { asOf, zone, yardstick }: ComparisonOptions,
  window: TimeWindow | null,
): Steps<Report> {
  const { dataset, plan, sisterKeys, leftOut } = contender;
  return auditInSteps(dataset, {
    plan: planFor(contender, yardstick),
    asOf,
    asOfFrom: "chosen",
    zone,
    sisterKeys,
    window,
    ...(leftOut ? { leftOut } : {}),
    siblings: all
      .filter((other) => plan && other.plan?.id === plan.id && other.dataset.page.network !== dataset.page.network)
      .map((other) => other.dataset),
  });
}

/** The comparison out of the pages' audits, which are in the order of the contenders. */
export function putTogether(
  contenders: readonly Contender[],
  reports: readonly Report[],
  options: ComparisonOptions,
): Comparison {
  const { window, limitedBy } = windowFor(contenders, options);
  const rows = INDICATOR_KEYS.flatMap((key) => rowOf(key, reports, options.yardstick, window !== null));
  return { window, limitedBy, reports, rows, warnings: warningsOf(contenders, reports, options, window) };
}

function rowOf(
  key: IndicatorKey,
  reports: readonly Report[],
  yardstick: Plan | null,
  ranked: boolean,
): ComparisonRow[] {
  const findings = reports.map((report) => report.findings.find((finding) => finding.key === key) ?? null);
  const shown = findings.filter((finding) => finding !== null && finding.state !== "notVisible") as Finding[];
  if (shown.length === 0) return [];
  const target =
    yardstick?.goals.flatMap(({ targets }) => targets).find(({ indicator }) => indicator === key)?.target ?? null;
  const better = betterWay(key, target);
  const ends = findings.map((finding) => (finding && ranked ? endsOf(finding) : null));
  /** Whether page i is certainly better than page j. */
  const beats = (i: number, j: number): boolean => {
    const [a, b] = [ends[i], ends[j]];
    if (!a || !b || better === null) return false;
    return better === "more" ? a.lower > b.upper : a.upper < b.lower;
  };
  const cells = reports.map((report, i): ComparisonCell => {
    const others = reports.map((_, j) => j).filter((j) => j !== i);
    const ahead = others.filter((j) => beats(i, j));
    const behind = others.filter((j) => beats(j, i));
    return {
      page: report.page.key,
      finding: findings[i] ?? null,
      verdict: target && findings[i] ? judge(findings[i], target) : null,
      rank: ahead.length + behind.length === others.length ? behind.length + 1 : null,
      ahead: ahead.map((j) => reports[j]!.page.key),
    };
  });
  return [{ key, unit: shown[0]!.unit, better, target, cells, windowsDiffer: differ(shown) }];
}

/** Which way is better: as the target says, else as the product's own targets for the indicator do. */
function betterWay(key: IndicatorKey, target: Target | null): ComparisonRow["better"] {
  const defaults = GOAL_KEYS.flatMap((goal) => HORIZONS.flatMap((horizon) => DEFAULT_TARGETS[goal][horizon]));
  const direction = (target ?? defaults.find(({ indicator }) => indicator === key)?.target)?.direction;
  return direction === "atLeast" ? "more" : direction === "atMost" ? "less" : null;
}

function differ(findings: readonly Finding[]): boolean {
  const windows = findings.flatMap(({ window, value }) => (window && value !== null ? [window] : []));
  if (windows.length < 2) return false;
  const from = { first: Math.min(...windows.map((w) => w.from)), last: Math.max(...windows.map((w) => w.from)) };
  const to = { first: Math.min(...windows.map((w) => w.to)), last: Math.max(...windows.map((w) => w.to)) };
  return to.first - from.last < SAME_WINDOW * (to.last - from.first);
}

function warningsOf(
  contenders: readonly Contender[],
  reports: readonly Report[],
  { yardstick, window: chosen }: ComparisonOptions,
  window: TimeWindow | null,
): ComparisonWarning[] {
  const warnings: ComparisonWarning[] = [];
  const warn = (key: ComparisonWarning["key"], page: string | null, feed: Feed | null = null) =>
    warnings.push({ key, page, feed });
  if (!window) warn("noCommonWindow", null);
  if (new Set(reports.map(({ network }) => network)).size > 1) warn("networksDiffer", null);
  const read = contenders.map(({ dataset }) => feedsRead(dataset.coverage));
  const shares = reports.map(({ coverage }) =>
    coverage.announced > 0 ? coverage.announcedRead / coverage.announced : null,
  );
  const most = Math.max(...shares.map((share) => share ?? 0));
  contenders.forEach(({ dataset: { page, coverage }, plan }, i) => {
    if (chosen && window && !covers(coverage, read[i]!, window)) warn("notCovered", page.key);
    const sameNetwork = read.filter((_, j) => contenders[j]!.dataset.page.network === page.network);
    for (const feed of new Set(sameNetwork.flat())) if (!read[i]!.includes(feed)) warn("feedMissing", page.key, feed);
    if (most - (shares[i] ?? most) > COVERAGE_GAP) warn("threadsDiffer", page.key);
    if (coverage.signedIn === false) warn("signedOut", page.key);
    if (!plan && yardstick) warn("byYardstick", page.key);
  });
  return warnings;
}

const covers = (coverage: Dataset["coverage"], feeds: readonly Feed[], { from, to }: TimeWindow): boolean =>
  commonStretches(coverage, feeds).some((stretch) => (stretch.end || stretch.from <= from) && stretch.to >= to);
