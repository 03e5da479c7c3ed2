// Picks the catalogue of a person's language; English where theirs is not written yet.
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { type Formats, formats } from "./format.ts";

const CATALOGUES: Readonly<Record<string, (format: Formats) => Catalogue>> = { en };

/** What a text can be asked for in: the languages that are written, each with the ways its dates and numbers are. */
export const LANGUAGES: readonly string[] = ["en-GB", "en-US", "en-AU", "en-IE", "en-IN"];

/**
 * The catalogue of the first of `languages` (BCP 47, best first) that is written, with its regional formats.
 * An unknown time zone falls back to UTC.
 */
export function catalogueFor(languages: readonly string[], zone: string): Catalogue {
  const tag = languages.find((language) => CATALOGUES[base(language)]) ?? "en";
  const write = CATALOGUES[base(tag)] ?? en;
  try {
    return write(formats(tag, zone));
  } catch {
    return write(formats(base(tag), "UTC"));
  }
}

const base = (language: string): string => language.toLowerCase().split("-")[0] ?? "en";
