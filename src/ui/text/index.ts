// Picks the catalogue of a person's language; English where theirs is not written.
import type { Catalogue } from "./catalogue.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { type Formats, formats } from "./format.ts";

interface Language {
  readonly write: (format: Formats) => Catalogue;
  /** Where else its numbers and dates are written another way, as BCP 47 regions. */
  readonly regions: readonly string[];
}

const WRITTEN: Readonly<Record<string, Language>> = {
  en: { write: en, regions: ["GB", "US", "AU", "IE", "IN"] },
  de: { write: de, regions: ["AT", "CH"] },
};

/** What a text can be asked for in (BCP 47): each language that is written, and the ways its dates and numbers are. */
export const LANGUAGES: readonly string[] = Object.entries(WRITTEN).flatMap(([language, { regions }]) => [
  language,
  ...regions.map((region) => `${language}-${region}`),
]);

/** What the people who speak a language (BCP 47) call it, such as "Deutsch (Schweiz)"; the tag where it is none. */
export function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * The catalogue of the first of `languages` (BCP 47, best first) that is written, with its regional formats.
 * An unknown time zone falls back to UTC.
 */
export function catalogueFor(languages: readonly string[], zone: string): Catalogue {
  const tag = languages.find((language) => Object.hasOwn(WRITTEN, base(language))) ?? "en";
  const { write } = WRITTEN[base(tag)] ?? { write: en };
  try {
    return write(formats(tag, zone));
  } catch {
    return write(formats(base(tag), "UTC"));
  }
}

const base = (language: string): string => language.toLowerCase().split("-")[0] ?? "en";
