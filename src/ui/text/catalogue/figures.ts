// What a language says of goals and figures: the sentence with the figure, how sure it is, and how it stands to its aim.
import type { FindingReason } from "../../../audits/finding.ts";
import type { GoalKey, IndicatorKey, Target, Unit } from "../../../domain/goal.ts";
import type { Feed } from "../../../domain/page.ts";
import type { Course, VerdictState } from "../../../report/report.ts";

/** A figure as a sentence needs it; shares 0–1, durations ms. */
export interface Figure {
  readonly value: number;
  readonly n: number;
  /** Out of how many known to exist; null where unknown. */
  readonly of: number | null;
  readonly interval: { readonly lower: number | null; readonly upper: number | null } | null;
  readonly census: boolean;
  readonly values: Readonly<Record<string, number | null>>;
}

export interface IndicatorText {
  /** Short name, as on a form. */
  readonly name: string;
  /** One sentence with the figure, itself between `**`, and what it was counted from. */
  fact(figure: Figure): string;
  /** Its limits, where they are not read like any other figure of its unit. */
  limits?(lower: number, upper: number): string;
}

export interface GoalTexts {
  readonly goal: Readonly<Record<GoalKey, { readonly name: string; readonly hint: string }>>;
  readonly indicator: Readonly<Record<IndicatorKey, IndicatorText>>;
  /** Findings that are no indicators, by key; where a key is missing the figure is shown with its key's name. */
  readonly finding: Readonly<Record<string, IndicatorText>>;
}

export interface FigureTexts {
  value(unit: Unit, value: number): string;
  range(unit: Unit, lower: number | null, upper: number | null): string | null;
  /**
   * "likely 33–50%"; for a census that all were read; null where neither is known. `unknown`: the range with all that
   * was not read or is not certain, where it is wider; it stands alone where nothing was sampled.
   */
  doubt(range: string | null, census: boolean, unknown: string | null): string | null;
  aim(unit: Unit, target: Target, assumed: boolean): string;
  /** "65% or more", for a mark on a chart */
  target(unit: Unit, target: Target): string;
  /** The badge: one or two words; `daysLeft` > 0 while the horizon is ahead. */
  verdict(state: VerdictState, daysLeft: number): string;
  stillLeft(days: number): string;
  daysLeft(days: number, end: number, now: number): string;
  /** `n`: how many it rests on all the same. */
  reason(reason: FindingReason, feeds: readonly Feed[], n: number): string;
  /** A figure of which only the range is known, because the site tells times roughly. */
  between(name: string, range: string): string;
  /** A figure of which only the range is known so far; the reason stands beside it. */
  open(name: string, range: string): string;
  /** A measured figure whose doubt spans the target. */
  readonly undecided: string;
  readonly notMeasured: string;
  /** What to do with this network, in a word. */
  readonly advice: Readonly<Record<NonNullable<Course["advice"]>, string>>;
  /** Why, in a sentence; `goal` is the name of the goal that decided it. */
  course(reason: Course["reason"], goal: string | null, network: string): string;
}
