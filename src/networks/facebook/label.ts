// From a time label as people read it ("2 h", "vor 3 Tagen", "30 May at 11:02") to the interval it can mean.
import type { Moment } from "../../domain/moment.ts";

type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The shortest and the longest a unit can be, ms. */
const LENGTH: Readonly<Record<Unit, readonly [number, number]>> = {
  second: [1_000, 1_000],
  minute: [MINUTE, MINUTE],
  hour: [HOUR, HOUR],
  day: [DAY, DAY],
  week: [7 * DAY, 7 * DAY],
  month: [28 * DAY, 31 * DAY],
  year: [365 * DAY, 366 * DAY],
};
const UNITS = Object.keys(LENGTH) as Unit[];

/** The site's own English words where they differ from the standard ones (its labels elsewhere are learned). */
const ENGLISH: Readonly<Record<string, readonly [number, Unit]>> = {
  "just now": [0, "minute"],
  "a few seconds ago": [0, "minute"],
  "about a minute ago": [1, "minute"],
  "about an hour ago": [1, "hour"],
  "a day ago": [1, "day"],
  "a week ago": [1, "week"],
  "a year ago": [1, "year"],
};

/** Digits of any script as ASCII, without direction marks, in lower case. */
const legible = (label: string): string =>
  label
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, "")
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .toLowerCase();

/** The same with dots and runs of white space as one space. */
const plain = (label: string): string =>
  legible(label)
    .replace(/[\s.]+/g, " ")
    .trim();

/** Decimal digits stand in Unicode in runs of ten, each run beginning at a multiple of ten above its first. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  if (code < 0x80) return code - 0x30;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

const tight = (label: string): string => plain(label).replace(/ /g, "");
const shape = (label: string): string => tight(label).replace(/\d+/g, "#");

/** The language by its canonical name; null where its words are not known here. */
const canonical = (lang: string): string | null => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? null;
  } catch {
    return null;
  }
};

const tables = new Map<string, ReadonlyMap<string, readonly [number, Unit]>>();

/** Every relative label a language has by the standard, long and short, for up to 60 of each unit. */
function tableOf(lang: string): ReadonlyMap<string, readonly [number, Unit]> {
  const known = tables.get(lang);
  if (known) return known;
  const table = new Map<string, readonly [number, Unit]>();
  const clash = new Set<string>();
  const put = (label: string, n: number, unit: Unit): void => {
    const key = tight(label);
    const before = table.get(key);
    if (before && (before[0] !== n || before[1] !== unit)) clash.add(key);
    else table.set(key, [n, unit]);
  };
  for (const style of ["long", "short", "narrow"] as const) {
    const relative = new Intl.RelativeTimeFormat(lang, { style, numeric: "always" });
    for (const unit of UNITS) {
      const bare = new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: style });
      for (let n = 1; n <= 60; n++) {
        put(relative.format(-n, unit), n, unit);
        // A bare "5m" is minutes: the site counts no months.
        if (unit !== "month") put(bare.format(n), n, unit);
      }
    }
  }
  for (const key of clash) table.delete(key);
  if (lang.startsWith("en")) for (const [label, meaning] of Object.entries(ENGLISH)) table.set(tight(label), meaning);
  tables.set(lang, table);
  return table;
}

/** Ages are rounded down: "2 h" means at least two hours and less than three. */
function aged(n: number, unit: Unit, at: number): Moment {
  const [shortest, longest] = LENGTH[unit];
  return { from: Math.max(0, at - (n + 1) * longest + 1), to: Math.max(1, at - n * shortest + 1) };
}

/** The months of the Gregorian calendar as a language writes them in a date. */
interface Months {
  /** Finds a month's name that is not part of a longer word or number. */
  readonly pattern: RegExp;
  readonly byName: ReadonlyMap<string, number>;
}

const months = new Map<string, Months>();

/** A month's name in a date, alone and with the letters written together with it: "מאי" and "במאי", "5" and "5月". */
function namesIn(parts: readonly Intl.DateTimeFormatPart[]): string[] {
  const at = parts.findIndex(({ type }) => type === "month");
  const name = parts[at]?.value ?? "";
  const before = /[\p{L}\p{M}]*$/u.exec(parts[at - 1]?.value ?? "")![0];
  const after = /^[\p{L}\p{M}]*/u.exec(parts[at + 1]?.value ?? "")![0];
  // A number alone says nothing: it may as well be the day.
  return [name, before + name + after].filter((text) => /\p{L}/u.test(text));
}

function monthsOf(lang: string): Months {
  const known = months.get(lang);
  if (known) return known;
  const byName = new Map<string, number>();
  const clash = new Set<string>();
  for (const month of ["long", "short"] as const) {
    // With a day beside it a month may take another form ("mayo", but "maja" for "maj").
    for (const options of [{ month }, { month, day: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC", calendar: "gregory" });
      for (let index = 0; index < 12; index++) {
        for (const name of namesIn(format.formatToParts(Date.UTC(2024, index, 15))).map(plain)) {
          if ((byName.get(name) ?? index) !== index) clash.add(name);
          byName.set(name, index);
        }
      }
    }
  }
  for (const name of clash) byName.delete(name);
  const bounded = [...byName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      // A name that begins or ends with a number may stand right beside a letter ("2025年5月30日"), not beside a digit.
      const before = /^\d/.test(name) ? "(?<!\\d)" : "(?<![\\p{L}\\p{M}])";
      const after = /\d$/.test(name) ? "(?!\\d)" : "(?![\\p{L}\\p{M}])";
      return `${before}${escaped(name)}${after}`;
    });
  // Without a name nothing is found, not everything.
  const found = { pattern: new RegExp(bounded.join("|") || "(?!)", "gu"), byName };
  months.set(lang, found);
  return found;
}

/** The Gregorian year that a language's year of four digits means; null where it is none in which the site existed. */
function yearOf(year: number, lang: string, at: number): number | null {
  const now = new Date(at).getUTCFullYear();
  const buddhist = year > now + 1 && new Intl.DateTimeFormat(lang).resolvedOptions().calendar === "buddhist";
  const common = buddhist ? year - 543 : year;
  return common >= 2004 && common <= now + 1 ? common : null;
}

/** Start of a day, ms UTC; null where the month has no such day. */
function dayOf(year: number, month: number, day: number): number | null {
  const start = Date.UTC(year, month, day);
  return new Date(start).getUTCDate() === day ? start : null;
}

/**
 * A date with the month in words or marked as one, with or without year and time of day: the day in whatever zone it
 * was drawn. null where anything in it can be read in two ways, and for a day that is still to come.
 */
function dated(label: string, lang: string, at: number): Moment | null {
  const text = plain(legible(label).replace(/\d{1,2}(?:[:.]| ?h ?)\d{2}(?!\d)/g, " "));
  const { pattern, byName } = monthsOf(lang);
  const [month, ...others] = new Set([...text.matchAll(pattern)].map(([name]) => byName.get(name)!));
  if (month === undefined || others.length > 0) return null;
  const numbers = text.replace(pattern, " ").match(/\d+/g) ?? [];
  const [day, ...moreDays] = numbers.filter((number) => number.length <= 2).map(Number);
  const [year, ...more] = numbers.filter((number) => number.length > 2);
  if (!day || moreDays.length > 0 || more.length > 0 || (year && year.length !== 4)) return null;
  const stated = year ? yearOf(Number(year), lang, at) : null;
  if (year && stated === null) return null;
  const now = new Date(at).getUTCFullYear();
  const thisYear = dayOf(now, month, day);
  // Tomorrow's date is today's in a zone ahead, or it is a year old.
  if (stated === null && thisYear !== null && thisYear > at && thisYear - AHEAD <= at) return null;
  const past = thisYear !== null && thisYear <= at ? thisYear : dayOf(now - 1, month, day);
  const start = stated === null ? past : dayOf(stated, month, day);
  if (start === null || start - AHEAD > at) return null;
  // The zone in which it was drawn is not said.
  return { from: Math.max(0, start - AHEAD), to: Math.max(1, start + DAY + BEHIND) };
}

/** How far a zone can be ahead of UTC and behind it. */
const AHEAD = 14 * HOUR;
const BEHIND = 12 * HOUR;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * What a label can mean when it was read at `at` (ms UTC); null where its words are not known.
 * `lang`: BCP 47, as the page declares it.
 */
export function momentOf(label: string, lang: string | null, at: number, learned?: LearnedLabels): Moment | null {
  if (label.length > 80 || tight(label) === "") return null;
  const locale = lang === null ? null : canonical(lang);
  const known = locale === null ? undefined : tableOf(locale).get(tight(label));
  if (known) return aged(known[0], known[1], at);
  const date = locale === null ? null : dated(label, locale, at);
  if (date) return date;
  const unit = learned?.unitOf(label);
  const number = numberIn(label);
  return unit && number !== null ? aged(number, unit, at) : null;
}

/** The one number in a label; null where there is none, or more than one as in a date. */
function numberIn(label: string): number | null {
  const [number, ...others] = plain(label).match(/\d+/g) ?? [];
  return number === undefined || others.length > 0 ? null : Number(number);
}

/** Labels of unknown words whose unit was told by an exact time beside them. */
export class LearnedLabels {
  /** Units still possible for a label's shape; none left = the words mean something else. */
  readonly #possible = new Map<string, ReadonlySet<Unit>>();

  /** A label that was read at `at` beside the exact time `time` (both ms UTC). */
  learn(label: string, time: number, at: number): void {
    const number = label.length > 80 ? null : numberIn(label);
    if (number === null || this.#possible.size > 1_000) return;
    const fitting = UNITS.filter((unit) => {
      const { from, to } = aged(number, unit, at);
      return time >= from && time < to;
    });
    const before = this.#possible.get(shape(label));
    this.#possible.set(shape(label), new Set(fitting.filter((unit) => before?.has(unit) ?? true)));
  }

  /** The unit a label counts, where all that was learned leaves only one. */
  unitOf(label: string): Unit | null {
    const [only, ...others] = this.#possible.get(shape(label)) ?? [];
    return only && others.length === 0 ? only : null;
  }
}
