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

/** Digits of any script as ASCII; direction marks, dots and runs of white space gone; lower case. */
function plain(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, "")
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .toLowerCase()
    .replace(/[\s.]+/g, " ")
    .trim();
}

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

const canonical = (lang: string): string | null => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? null;
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

const months = new Map<string, ReadonlyMap<string, number>>();

function monthsOf(lang: string): ReadonlyMap<string, number> {
  const known = months.get(lang);
  if (known) return known;
  const names = new Map<string, number>();
  for (const month of ["long", "short"] as const) {
    // With a day beside it a month may take another form ("mayo", but "maja" for "maj").
    for (const options of [{ month }, { month, day: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC", calendar: "gregory" });
      for (let index = 0; index < 12; index++) {
        const part = format.formatToParts(Date.UTC(2024, index, 15)).find(({ type }) => type === "month")?.value;
        if (part && !/^\p{Nd}+$/u.test(part)) names.set(plain(part), index);
      }
    }
  }
  months.set(lang, names);
  return names;
}

/** A date with the month in words, with or without year and time of day: the day in whatever zone it was drawn. */
function dated(label: string, lang: string, at: number): Moment | null {
  const text = plain(label);
  const names = [...monthsOf(lang)].sort((a, b) => b[0].length - a[0].length);
  const found = names.find(([name]) => new RegExp(`(^|[^\\p{L}])${escaped(name)}($|[^\\p{L}])`, "u").test(text));
  if (!found) return null;
  const numbers = text.replace(/\d{1,2}[:h]\d{2}/g, " ").match(/\d+/g) ?? [];
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  if (!day || Number(day) < 1 || Number(day) > 31) return null;
  const build = (inYear: number): number => Date.UTC(inYear, found[1], Number(day));
  let start = build(year ? Number(year) : new Date(at).getUTCFullYear());
  if (!year && start - 14 * HOUR > at) start = build(new Date(at).getUTCFullYear() - 1);
  // The zone in which it was drawn is not said: UTC+14 to UTC-12.
  return { from: Math.max(0, start - 14 * HOUR), to: Math.max(1, start + DAY + 12 * HOUR) };
}

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
  const unit = learned?.unitOf(label);
  const number = /\d+/.exec(plain(label));
  if (unit && number) return aged(Number(number[0]), unit, at);
  return locale === null ? null : dated(label, locale, at);
}

/** Labels of unknown words whose unit was told by an exact time beside them. */
export class LearnedLabels {
  /** Units still possible for a label's shape; none left = the words mean something else. */
  readonly #possible = new Map<string, ReadonlySet<Unit>>();

  /** A label that was read at `at` beside the exact time `time` (both ms UTC). */
  learn(label: string, time: number, at: number): void {
    const number = /\d+/.exec(plain(label));
    if (!number || label.length > 80 || this.#possible.size > 1_000) return;
    const fitting = UNITS.filter((unit) => {
      const { from, to } = aged(Number(number[0]), unit, at);
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
