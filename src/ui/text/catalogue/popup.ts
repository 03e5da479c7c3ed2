// What a language says in the popup and in the panel, beyond the sentences on figures.
import type { CoverageSummary } from "../../../report/report.ts";

/** A figure at both ends, which are alike where it is known. */
export interface Span {
  readonly least: number;
  readonly most: number;
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
  /**
   * Weeks with a post, posts a week, longest silence (ms), each at least and at most; a part that is not known is null.
   */
  rhythm(
    weeks: (Span & { readonly of: number }) | null,
    perWeek: Span | null,
    silence: (Span & { readonly current: boolean }) | null,
  ): string;
  /** Beside figures of which only a span is known. */
  readonly timesAreRough: string;
  /** `n` of the `asked` people whose question was read. */
  waitingTitle(n: number, asked: number): string;
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
