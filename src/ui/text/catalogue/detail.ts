// What a language says of the pictures below a figure: their words for the eye and, as sentences, for a screen reader.
import type { OwnType } from "../../../computed/own-items.ts";
import type { PostClass } from "../../../computed/text-class.ts";

/** The parts a picture can name; a later version's key falls back to the words for its side. */
export type PartKey = OwnType | PostClass | "question";

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
