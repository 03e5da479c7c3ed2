// What every drawing is given: the words, the links it may make, and the records it may quote.
import type { Report } from "../../report/report.ts";
import type { Catalogue } from "../text/catalogue.ts";

/** A target drawn on a curve: `share` 0–1 answered within `t` ms. */
export interface Mark {
  readonly t: number;
  readonly share: number;
}

export interface Frame {
  readonly text: Catalogue;
  /** Host names that may be linked. */
  readonly hosts: readonly string[];
  readonly network: string;
  readonly cited: Report["cited"];
  /** ms UTC the figures speak of. */
  readonly asOf: number;
  readonly marks: readonly Mark[];
  /** What a curve counts: people who asked, or answers that were given. */
  readonly counted: "people" | "answers";
  /** Longest list to draw; what is beyond is counted. */
  readonly limit: number;
}

/** Width in user units all drawings share, so that text in them comes out at one size. */
export const WIDTH = 372;

/** One decimal: enough for a screen, short in a document. */
export const px = (value: number): number => Math.round(value * 10) / 10;
