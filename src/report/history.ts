// History: any past date worked out again from the records with the same code, so that all dates compare.
import { type Clock, clockOf, DAY } from "../computed/clock.ts";
import { commonStretches } from "../computed/feed-window.ts";
import type { Dataset } from "../domain/dataset.ts";
import { horizonEnd, type Plan } from "../domain/plan.ts";
import { type Change, compare } from "./compare.ts";
import type { GoalVerdict, Report } from "./report.ts";
import { auditInSteps, type ReportOptions } from "./run.ts";
import { atOnce, type Steps } from "./steps.ts";
import { feedsRead, type TimeWindow } from "./window.ts";

/** What an audit of a past moment needs besides the moment. */
export type HistoryOptions = Omit<ReportOptions, "asOf" | "asOfFrom" | "window">;

/** The report as it would have read at `at` (ms UTC), or over `window` as it stood at its end. */
export const reportInSteps = (
  dataset: Dataset,
  options: HistoryOptions,
  at: number,
  window: TimeWindow | null = null,
): Steps<Report> => auditInSteps(dataset, { ...options, asOf: at, asOfFrom: "chosen", window });

export const reportAt = (...asked: Parameters<typeof reportInSteps>): Report => atOnce(reportInSteps(...asked));

/** One month of the page. */
export interface MonthReport {
  /** ms UTC: the calendar month in the audit's zone, as far as it had come by the last date. */
  readonly window: TimeWindow;
  /** false where a feed that was read does not cover the whole of it: its figures are of a part. */
  readonly covered: boolean;
  /** The audit of that month alone, as it stood at its end; only what was written in it counts. */
  readonly report: Report;
  /** What moved against the month before; empty for the first. */
  readonly changes: readonly Change[];
}

/** At most so many months are worked out. */
const MAX_MONTHS = 36;

/**
 * The months from the oldest own item to `until` (ms UTC), oldest first, each an audit of its own: as months share no
 * records, "moved" between two of them is what their intervals say. As every audit takes a while, it pauses within them
 * and gives undefined.
 */
export function* months(dataset: Dataset, options: HistoryOptions, until: number): Generator<MonthReport | undefined> {
  let before: Report | null = null;
  const stretches = commonStretches(dataset.coverage, feedsRead(dataset.coverage));
  for (const window of monthsOf(dataset, options.plan?.policy.zone ?? options.zone, until)) {
    const report: Report = yield* reportInSteps(dataset, options, window.to, window);
    const covered = stretches.some(({ from, to, end }) => (end || from <= window.from) && to >= window.to);
    yield { window, covered, report, changes: before ? compare(before, report) : [] };
    before = report;
  }
}

/** The calendar months to look at, oldest first; the last one ends at `until`. */
export function monthsOf(dataset: Dataset, zone: string, until: number): TimeWindow[] {
  const clock = safeClock(zone);
  const own = dataset.records.filter(({ author, created }) => author.role === "page" && created.from <= until);
  const first = own.reduce((least, { created }) => Math.min(least, created.from), Number.POSITIVE_INFINITY);
  const all: TimeWindow[] = [];
  for (let to = until; to >= first && all.length < MAX_MONTHS; ) {
    const { from } = clock.month(to);
    all.push({ from, to });
    to = from - 1;
  }
  return all.reverse();
}

function safeClock(zone: string): Clock {
  try {
    return clockOf(zone);
  } catch {
    return clockOf("UTC");
  }
}

/** How far the plan's way to one of its dates has come, told by the audit at that date or now. */
export interface Progress {
  readonly horizon: Report["milestones"][number]["horizon"];
  /** ms UTC. */
  readonly date: number;
  readonly daysLeft: number;
  /** Of the time from the plan's start to that date, the share that has passed (0–1). */
  readonly elapsed: number;
  /** Verdicts by that horizon's targets: as of the date where it has passed, else as of now. */
  readonly goals: readonly GoalVerdict[];
  /** The audit those rest on; what was written before the plan began does not count in it. */
  readonly report: Report;
}

/**
 * Progress at 90, 180 and 365 days, each judged only by what was written since the plan began. A date that has passed
 * is judged as it stood then, so that a goal missed in time stays missed. Empty before the plan begins. `now`: ms UTC.
 */
export function* progressInSteps(
  dataset: Dataset,
  plan: Plan,
  options: HistoryOptions,
  now: number,
): Steps<Progress[]> {
  if (now <= plan.startedAt) return [];
  const since = (at: number) => reportInSteps(dataset, { ...options, plan }, at, { from: plan.startedAt, to: at });
  const present = yield* since(now);
  const all: Progress[] = [];
  for (const { horizon, date, daysLeft } of present.milestones) {
    const report = date < now ? yield* since(date) : present;
    const goals = report.milestones.find((milestone) => milestone.horizon === horizon)?.goals ?? [];
    const elapsed = Math.min(1, (now - plan.startedAt) / (horizon * DAY));
    all.push({ horizon, date, daysLeft, elapsed, goals, report });
  }
  return all;
}

export const progress = (...asked: Parameters<typeof progressInSteps>): Progress[] => atOnce(progressInSteps(...asked));

/**
 * What "better than our last audit" is measured against: the page as it stood when the plan began, over as many days
 * before as its horizon has after. null where nothing of the page's own was read from then.
 */
export function baselineOf(dataset: Dataset, plan: Plan, options: HistoryOptions): Report | null {
  const window = { from: plan.startedAt - plan.horizon * DAY, to: plan.startedAt };
  const own = dataset.records.some(
    ({ author, created }) => author.role === "page" && created.from >= window.from && created.from <= window.to,
  );
  return own ? reportAt(dataset, { ...options, plan }, window.to, window) : null;
}

/** Whether the plan's own horizon has passed at `at` (ms UTC). */
export const isOver = (plan: Plan, at: number): boolean => at >= horizonEnd(plan);

/** What moved between two dates of one page: the audits of the two windows, and their differences. */
export function between(
  dataset: Dataset,
  options: HistoryOptions,
  earlier: TimeWindow,
  later: TimeWindow,
): { readonly before: Report; readonly after: Report; readonly changes: readonly Change[] } {
  const before = reportAt(dataset, options, earlier.to, earlier);
  const after = reportAt(dataset, options, later.to, later);
  return { before, after, changes: compare(before, after) };
}
