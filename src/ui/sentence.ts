// From findings and verdicts to what is said of them: the same words in the popup, the report and the terminal.
import type { Finding } from "../audits/finding.ts";
import { INDICATORS, type IndicatorKey, type Unit } from "../domain/goal.ts";
import { horizonEnd, isAssumed, type Plan } from "../domain/plan.ts";
import type { GoalVerdict, Report, VerdictState } from "../report/report.ts";
import type { Catalogue, Figure, IndicatorText, Span } from "./text/catalogue.ts";

const DAY = 86_400_000;

export const findingOf = (report: Report, key: string | null): Finding | null =>
  report.findings.find((finding) => finding.key === key) ?? null;

/** Whole days until the plan's horizon ends, rounded up; 0 once it is over. */
export const daysLeft = (plan: Plan, asOf: number): number => Math.max(0, Math.ceil((horizonEnd(plan) - asOf) / DAY));

/** The figure to tell; null where there is none, or where it rests on so little that it would only mislead. */
export function figureOf(finding: Finding): Figure | null {
  const misleads = finding.state === "cannotTell" && finding.reason === "tooFew";
  return finding.value === null || misleads ? null : { ...finding, value: finding.value };
}

/** Its figure at both ends, alike where it is one; null where nothing is to be told. */
export function spanOf(finding: Finding): Span | null {
  const figure = figureOf(finding);
  if (figure) return { least: figure.value, most: figure.value };
  const { state, reason, envelope } = finding;
  if (state !== "measured" || reason || !envelope || envelope.lower === null || envelope.upper === null) return null;
  return { least: envelope.lower, most: envelope.upper };
}

export const textOf = (text: Catalogue, key: string): IndicatorText | null =>
  (text.indicator as Readonly<Record<string, IndicatorText>>)[key] ?? text.finding[key] ?? null;

/** What is said of one finding. `fact` has its figure between `**`; parts that do not apply are null. */
export interface Statement {
  readonly name: string;
  readonly fact: string | null;
  readonly doubt: string | null;
  readonly reason: string | null;
}

const rangeOf = (
  text: Catalogue,
  words: IndicatorText | null,
  unit: Unit,
  lower: number | null,
  upper: number | null,
): string | null =>
  (lower !== null && upper !== null && words?.limits?.(lower, upper)) || text.range(unit, lower, upper);

/**
 * Between what a figure may lie with all that was not read or is not certain, where that says more than chance; for a
 * count, which has no chance in it, where it says more than the count.
 */
function widened(text: Catalogue, words: IndicatorText | null, finding: Finding): string | null {
  const { unit, value, interval, envelope } = finding;
  if (!envelope) return null;
  const { lower, upper } = interval ?? { lower: value, upper: value };
  const wider =
    (envelope.lower ?? -Infinity) < (lower ?? -Infinity) - 0.005 ||
    (envelope.upper ?? Infinity) > (upper ?? Infinity) + 0.005;
  return wider ? rangeOf(text, words, unit, envelope.lower, envelope.upper) : null;
}

/** The words of one finding: its figure with both doubts, or the range it lies in, or why there is neither. */
export function statement(text: Catalogue, finding: Finding): Statement {
  const { key, unit, envelope, interval } = finding;
  const words = textOf(text, key);
  const name = words?.name ?? key;
  const said = { name, reason: finding.reason ? text.reason(finding.reason, finding.missing, finding.n) : null };
  const figure = figureOf(finding);
  if (figure) {
    const { lower, upper } = interval ?? { lower: null, upper: null };
    const limits = rangeOf(text, words, unit, lower, upper);
    const fact = words?.fact(figure) ?? `${name}: **${text.value(unit, figure.value)}**`;
    return { ...said, fact, doubt: text.doubt(limits, finding.census, widened(text, words, finding)) };
  }
  if (finding.reason === "notWatched" || finding.reason === "windowIncomplete") {
    // Not enough was seen for a figure, but perhaps for a least one.
    const reached = finding.bounds && finding.bounds.lower > 0 ? envelope : null;
    const range = reached && text.range(unit, reached.lower, reached.upper);
    return { ...said, fact: range ? text.open(name, range) : null, doubt: null };
  }
  const range = finding.state === "measured" && !finding.reason && envelope;
  const roughly = range && text.range(unit, range.lower, range.upper);
  return { ...said, fact: roughly ? text.between(name, roughly) : null, doubt: null };
}

/** How many more there are of which a figure knows nothing, as far as anybody can say; null where there are none. */
export function notKnown(text: Catalogue, { n, of, values }: Finding): string | null {
  if (of === null) return (values["unknown"] ?? 0) > 0 ? text.report.moreUnknownYet : null;
  return of > n ? text.report.moreUnknown(of - n) : null;
}

/** A statement held against the plan's target. */
export interface Proof extends Statement {
  readonly state: VerdictState;
  readonly aim: string;
  readonly finding: Finding | null;
  readonly unit: Unit;
}

export function proofs(text: Catalogue, report: Report, goal: GoalVerdict): Proof[] {
  const assumed = report.plan !== null && isAssumed(report.plan);
  return goal.indicators.map(({ indicator, target, state, finding: key }) => {
    const finding = findingOf(report, key);
    const unit = INDICATORS[indicator as IndicatorKey];
    const said = finding && statement(text, finding);
    return {
      state,
      finding,
      unit,
      name: text.indicator[indicator].name,
      aim: text.aim(unit, target, assumed),
      fact: said?.fact ?? null,
      doubt: said?.doubt ?? null,
      reason: finding ? (said?.reason ?? (state === "cannotTell" ? text.undecided : null)) : text.notMeasured,
    };
  });
}
