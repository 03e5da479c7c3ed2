// What a language has to say: every sentence a person reads, as text or as a function of raw values.
import type { FindingReason, NextStep } from "../../audits/finding.ts";
import type { GoalKey, Horizon, IndicatorKey, Reason, Target, Unit } from "../../domain/goal.ts";
import type { UnreadReason } from "../../domain/observation.ts";
import type { Feed } from "../../domain/page.ts";
import type { Question, Stance } from "../../domain/plan.ts";
import type { Course, CoverageSummary, NotLoaded, VerdictState } from "../../report/report.ts";
import type { HandoverTexts } from "./en-handover.ts";
import type { ReportTexts } from "./en-report.ts";
import type { Formats } from "./format.ts";

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

export interface DetailTexts {
  /** `counted`: people who asked, or answers that were given. */
  curve(points: readonly { t: number; share: number }[], atRisk: number, counted: "people" | "answers"): string;
  composition(parts: readonly { name: string; share: number; count: number }[]): string;
  part(key: string, side: "people" | "invite" | "broadcast" | "apart"): string;
  partLabel(name: string, share: number): string;
  /** A part that is not of the whole. */
  apartLabel(name: string, count: number): string;
  weeks(weeks: number, active: number, silences: readonly { ms: number; current: boolean }[]): string;
  readonly campaign: string;
  readonly partWeek: string;
  silence(ms: number, current: boolean): string;
  grid(total: number, busiest: { day: number; hour: number; count: number } | null): string;
  hour(hour: number): string;
  readonly gridCorner: string;
  waited(ms: number): string;
  readonly noText: string;
  alike(share: number): string;
  trend(periods: readonly { from: number; to: number; value: string | null; n: number }[], now: number): string;
  readonly period: string;
  readonly value: string;
  readonly restsOn: string;
  readonly unseen: string;
  aimMark(share: number, t: number): string;
  readonly unknown: string;
}

export interface PlanTexts {
  readonly askTitle: string;
  readonly askLead: string;
  readonly editTitle: string;
  readonly whyPlaceholder: string;
  readonly template: string;
  readonly templateShort: string;
  readonly goalsLabel: string;
  readonly goalsHint: string;
  readonly noGoals: string;
  readonly horizonLabel: string;
  horizon(days: Horizon): string;
  readonly stanceLabel: string;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly assumed: Readonly<Record<"rival" | "prospect", string>>;
  readonly policyLabel: string;
  readonly withinLabel: string;
  readonly withinHint: string;
  readonly hoursLabel: string;
  readonly allHours: string;
  readonly someHours: string;
  readonly daysLabel: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly zoneLabel: string;
  readonly whoLabel: string;
  readonly languagesLabel: string;
  readonly sistersLabel: string;
  readonly sistersHint: string;
  readonly startedLabel: string;
  readonly question: Readonly<Record<Question, string>>;
  readonly indicatorsHint: string;
  readonly open: string;
  openCount(n: number): string;
  readonly more: string;
  readonly unit: Readonly<Record<"percent" | "minutes" | "hours" | "days" | "perWeek" | "plain", string>>;
  readonly direction: Readonly<Record<Target["direction"], string>>;
  readonly and: string;
  targetHint(reason: Reason): string;
  readonly dropHint: string;
  readonly save: string;
  readonly cancel: string;
  readonly skip: string;
  readonly forget: string;
  readonly invalid: Readonly<Record<"target" | "sister" | "within" | "hours" | "started", string>>;
}

export interface PopupTexts {
  readonly title: string;
  /** "x.com" and "LinkedIn"-like names go in; one sentence on where the extension works. */
  elsewhere(networks: readonly string[]): string;
  readonly starting: string;
  readonly person: string;
  readonly nothingYet: string;
  /** Leads whoever stands in a page's admin view, or on a tab without posts, to the list that visitors see. */
  readonly visitorsView: string;
  /** The site has posts here, but in a form that could not be read. */
  notUnderstood(network: string): string;
  coverageLine(coverage: CoverageSummary, now: number): string;
  readonly reading: string;
  readonly notReading: string;
  signedOut(network: string): string;
  asOf(ms: number, from: "chosen" | "har" | "material" | "now"): string;
  readonly youAreHere: string;
  assumedWhy(stance: "rival" | "prospect"): string;
  readonly noWhy: string;
  readonly noWhyLead: string;
  readonly noSentence: string;
  readonly stateWhy: string;
  readonly latencyTitle: string;
  readonly givenTitle: string;
  /** Beside the title: the time by which half were answered (ms), null = fewer than half. */
  half(ms: number | null): string;
  /** What given answers alone can say. */
  readonly givenNote: string;
  readonly conversationTitle: string;
  readonly rhythmTitle: string;
  /** Weeks with a post, posts a week, longest silence (ms); a part that is not known is null. */
  rhythm(
    weeks: { active: number; of: number } | null,
    perWeek: number | null,
    silence: { ms: number; current: boolean } | null,
  ): string;
  waitingTitle(n: number): string;
  readonly waitingLead: string;
  moreWaiting(n: number): string;
  readonly coverageTitle: string;
  readonly notLoadedTitle: string;
  readonly moreTitle: string;
  /** Figures that are not known, and why. */
  unknown(names: readonly string[], reason: string): string;
  readonly nextTitle: string;
  readonly cannotShowTitle: string;
  readonly stop: string;
  readonly readOn: string;
  readonly changePlan: string;
  readonly openReport: string;
  readonly handOver: string;
  readonly openBeside: string;
  reviewDue(day: string): string;
  readonly reload: string;
  readonly reloadWhy: string;
  reloadWhyAnswers(n: number): string;
  readonly reloading: string;
  readonly reloadNeedsClick: string;
  opensIn(network: string): string;
  readonly problem: Readonly<Record<Problem, string>>;
}

/** What can stop an audit; each has one clear sentence. */
export type Problem = "noAccess" | "storage" | "lost" | "audit" | "reader" | "save" | "gone" | "unknownPage" | "beside";

/** Everything one language says, with the figures of that language. */
export interface Catalogue {
  readonly format: Formats;
  readonly direction: "ltr" | "rtl";
  readonly goal: Readonly<Record<GoalKey, { readonly name: string; readonly hint: string }>>;
  readonly indicator: Readonly<Record<IndicatorKey, IndicatorText>>;
  /** Findings that are no indicators, by key; where a key is missing the figure is shown with its key's name. */
  readonly finding: Readonly<Record<string, IndicatorText>>;
  value(unit: Unit, value: number): string;
  range(unit: Unit, lower: number | null, upper: number | null): string | null;
  /**
   * "likely 33–50%"; for a census that all were read; null where neither is known. `unknown`: the range with all that
   * was not read or is not certain, where it is wider.
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
  /** A measured figure whose doubt spans the target. */
  readonly undecided: string;
  readonly notMeasured: string;
  feed(feed: Feed): string;
  next(step: NextStep, created: number | null, now: number): string;
  unread(reason: UnreadReason, count: number): string;
  unreadTotal(count: number, read: number): string;
  readonly coverage: {
    posts(posts: number, replies: number, reposts: number): string;
    feedRead(
      feed: Feed,
      span: { from: number; to: number },
      gaps: number,
      top: boolean,
      end: boolean,
      now: number,
    ): string;
    threads(n: number): string;
    announced(read: number, announced: number): string;
    withoutParent(n: number): string;
    readonly allUnderstood: string;
  };
  notLoaded(missing: NotLoaded): string;
  /** What to do with this network, in a word. */
  readonly advice: Readonly<Record<NonNullable<Course["advice"]>, string>>;
  /** Why, in a sentence; `goal` is the name of the goal that decided it. */
  course(reason: Course["reason"], goal: string | null, network: string): string;
  /** null for a key of a later report. */
  cannotShow(key: string): string | null;
  readonly popup: PopupTexts;
  /** The full report page; a language has to say what English does. */
  readonly report: ReportTexts;
  readonly handover: HandoverTexts;
  readonly plan: PlanTexts;
  readonly detail: DetailTexts;
}
