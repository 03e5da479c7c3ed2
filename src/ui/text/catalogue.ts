// What a language has to say: every sentence a person reads, as text or as a function of raw values.
import type { DetailTexts } from "./catalogue/detail.ts";
import type { FigureTexts, GoalTexts } from "./catalogue/figures.ts";
import type { HandoverTexts } from "./catalogue/handover.ts";
import type { PlanTexts } from "./catalogue/plan.ts";
import type { PopupTexts } from "./catalogue/popup.ts";
import type { ReadingTexts } from "./catalogue/reading.ts";
import type { ReportTexts } from "./catalogue/report.ts";
import type { Formats } from "./format.ts";

export type { Figure, IndicatorText } from "./catalogue/figures.ts";
export type { Problem, Span } from "./catalogue/popup.ts";

/** Everything one language says, with the figures of that language. */
export interface Catalogue extends GoalTexts, FigureTexts, ReadingTexts {
  readonly format: Formats;
  readonly direction: "ltr" | "rtl";
  /** Between the language's quotation marks. */
  quoted(words: string): string;
  readonly popup: PopupTexts;
  /** The full report page. */
  readonly report: ReportTexts;
  readonly handover: HandoverTexts;
  readonly plan: PlanTexts;
  readonly detail: DetailTexts;
}
