// What a language says on the report's screens, beyond the sentences it shares with the popup.
import type { NetworkRole, Policy } from "../../../domain/plan.ts";
import type { PlanFileProblem } from "../../../domain/plan-file.ts";
import type { Role } from "../../../domain/record.ts";
import type { Change } from "../../../report/compare.ts";
import type { ComparisonWarning } from "../../../report/comparison.ts";
import type { Reference } from "../../../report/report.ts";
import type { PageSection } from "../../report/route.ts";
import type { ReportProblem } from "../../report/view.ts";
import type { ExportTexts, LibraryTexts } from "./library.ts";

/** The plan's screen: what the editor in the popup does not ask. */
export interface PlanPageTexts {
  readonly saved: string;
  readonly organisation: string;
  readonly name: string;
  readonly pages: string;
  readonly pagesHint: string;
  readonly noOtherPages: string;
  roleOf(network: string): string;
  readonly role: Readonly<Record<NetworkRole["role"], string>>;
  roleWords(network: string): string;
  readonly reviewTitle: string;
  readonly review: string;
  readonly reviewHint: string;
  readonly outcomes: string;
  readonly outcomesHint: string;
  /** The name a typed-in outcome begins with. */
  readonly newOutcome: string;
  readonly addOutcome: string;
  outcome(n: number): string;
  readonly outcomeName: string;
  readonly outcomeGoal: string;
  readonly outcomeAim: string;
  readonly outcomeTarget: string;
  readonly outcomeNow: string;
  readonly dropOutcome: string;
  readonly references: string;
  readonly referencesHint: string;
  readonly takeAim: string;
  readonly files: string;
  readonly saveOne: string;
  readonly saveAll: string;
  readonly take: string;
  taken(n: number): string;
  fileProblem(problem: PlanFileProblem): string;
  readonly syncTitle: string;
  readonly syncLead: string;
  readonly sync: string;
  syncState(plans: number, at: string): string;
  syncTooBig(plans: number): string;
  syncNoRoom(plans: number): string;
}

export interface HistoryTexts {
  readonly progress: string;
  progressLead(day: string): string;
  readonly noPlan: string;
  readonly notBegun: string;
  asItStood(day: string): string;
  elapsed(share: string): string;
  readonly months: string;
  readonly monthsLead: string;
  monthsSoFar(n: number): string;
  readonly nothingMeasured: string;
  readonly trendLegend: string;
  readonly month: string;
  readonly moved: string;
  readonly partly: string;
  readonly notDistinguishable: string;
  movedOne(name: string, up: boolean): string;
  readonly past: string;
  readonly pastLead: string;
  readonly pastDay: string;
  pastOnly(today: string): string;
  readonly nothingThen: string;
  readonly today: string;
  readonly change: Readonly<Record<Change["moved"], string>>;
}

export interface CompareTexts {
  readonly which: string;
  readonly choose: string;
  readonly tooFewRead: string;
  missing(n: number): string;
  working(done: number, all: number): string;
  readonly title: string;
  window(range: string): string;
  readonly noWindow: string;
  limitedBy(page: string): string;
  readonly rankHint: string;
  rank(n: number): string;
  /** Where not all places are certain: the pages whose range lies wholly on the worse side of this one's. */
  ahead(pages: string): string;
  counted(n: number): string;
  readonly windowsDiffer: string;
  readonly save: string;
  /** `page` and `feed` by name; null where the warning is of none. */
  warning(key: ComparisonWarning["key"], page: string | null, feed: string | null): string;
}

export interface ReportTexts {
  readonly skip: string;
  readonly ways: string;
  readonly section: Readonly<Record<PageSection, string>>;
  readonly screen: Readonly<Record<"library" | "compare" | "page", string>>;
  readonly problem: Readonly<Record<ReportProblem, string>>;
  bytes(n: number): string;
  readonly exports: ExportTexts;
  readonly library: LibraryTexts;
  readonly plan: PlanPageTexts;
  readonly history: HistoryTexts;
  readonly compare: CompareTexts;
  readonly exportFailed: string;
  readonly loading: string;
  readonly working: string;
  readonly neverRead: string;
  readonly toLibrary: string;
  readonly author: Readonly<Record<Role, string>>;
  gone(day: string): string;
  readonly leaveOut: string;
  readonly putBack: string;
  readonly leftOutNow: string;
  leftOutTitle(n: number): string;
  leftOutBelow(n: number): string;
  /** Over the list of all that a figure was counted from; `evidencePart`: of those among them that count. */
  evidence(n: number): string;
  evidencePart(n: number): string;
  evidenceCut(shown: number, all: number): string;
  showMore(n: number, rest: number): string;
  ownBefore(value: string): string;
  rivals(value: string, n: number): string;
  reference(value: string, reference: Reference): string;
  readonly surer: string;
  /** Items that count but were not loaded, or whose words do not tell. */
  moreUnknown(n: number): string;
  readonly unknownTitle: string;
  readonly thePlan: string;
  readonly openQuestions: string;
  readonly goalsTitle: string;
  readonly noTargets: string;
  readonly outcomesTitle: string;
  readonly outcomesLead: string;
  readonly notTypedIn: string;
  typedInOn(day: string): string;
  policy(policy: Policy): string;
  unknownHere(n: number): string;
  readonly theirClock: string;
  readonly yourClock: string;
  readonly yourClockLead: string;
  readonly curveLegend: string;
  readonly tableTitle: string;
  asTable(title: string): string;
  readonly figure: string;
  readonly likely: string;
  readonly notKnown: string;
  readonly waitingTitle: string;
  /** Beside a figure that knows nothing of some, who knows how many. */
  readonly moreUnknownYet: string;
  /** All `n` had an answer; of `unknown` more nobody knows (null: of who knows how many). */
  nobodyWaits(n: number, unknown: number | null): string;
  readonly waitingUnknown: string;
  readonly datesTitle: string;
  datesCovered(range: string): string;
  readonly datesNone: string;
  readonly datesPartly: string;
  readonly changeDates: string;
  readonly useDates: string;
  readonly allDates: string;
  datesHint(zone: string): string;
}
