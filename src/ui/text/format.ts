// Numbers, shares, durations, dates and lists in a person's language and time zone; every figure on screen goes through here.

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export interface Formats {
  /** BCP 47 tag the figures are written in. */
  readonly language: string;
  /** IANA zone the dates are told in. */
  readonly zone: string;
  number(value: number, digits?: number): string;
  /** A share 0–1 as percent. Only 0 reads as none and only 1 as all: 0.001 is "<1%", never "0%". */
  percent(share: number): string;
  /** Two shares 0–1 as a range of percents. */
  percentRange(lower: number, upper: number): string;
  /** Milliseconds in the largest unit that still says something: minutes, hours, then days. */
  duration(ms: number, width?: "long" | "short"): string;
  /** Day and month of an instant (ms UTC), with the year where it is not that of `now`. */
  date(ms: number, now: number): string;
  /** The days from one instant to another (ms UTC), with the year where they do not end in that of `now`. */
  dateRange(from: number, to: number, now: number): string;
  /** Day and time of day of an instant (ms UTC). */
  dateTime(ms: number): string;
  /** 1 = Monday … 7 = Sunday. */
  weekday(day: number, width: "short" | "long"): string;
  /** Minutes since midnight as hours and minutes, "09:30"; 24:00 is the end of a day. */
  timeOfDay(minutes: number): string;
  /** A size in kilobytes, or in megabytes from one on. */
  bytes(n: number): string;
  list(items: readonly string[]): string;
  /** The form for `n` as it is shown, to one decimal, with `#` replaced by it. */
  plural(n: number, forms: Plural): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const A_MONDAY = Date.UTC(2024, 0, 1);
/** Shares this near to nothing or to everything are off by floating point only. */
const ROUNDING = 1e-9;

/** Splits a duration (ms) into the unit it is told in and the amount of it. */
export function inUnit(ms: number): { unit: "minute" | "hour" | "day"; amount: number } {
  const size = Math.abs(ms);
  if (size < 59.5 * MINUTE) return { unit: "minute", amount: ms / MINUTE };
  if (size < 47.5 * HOUR && size !== DAY) return { unit: "hour", amount: ms / HOUR };
  return { unit: "day", amount: ms / DAY };
}

/**
 * The formats of a language and a zone.
 * @throws RangeError where `language` or `zone` is not one the browser knows.
 */
export function formats(language: string, zone: string): Formats {
  const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const plurals = new Intl.PluralRules(language);
  const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: zone });
  const datedDays = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zone,
  });
  const times = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  const lists = new Intl.ListFormat(language, { type: "conjunction" });
  const years = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: zone });
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value).replace("-", "−");
  /** Rounded to whole percents, but not to nothing or to everything. */
  const whole = (share: number) => {
    const rounded = Math.round(share * 100) / 100;
    if (rounded === 0 && share > ROUNDING) return `<${percents.format(0.01)}`;
    if (rounded === 1 && share < 1 - ROUNDING) return `>${percents.format(0.99)}`;
    return percents.format(rounded);
  };
  const withYear = (ms: number, now: number) => (years.format(ms) === years.format(now) ? days : datedDays);
  return {
    language,
    zone,
    number,
    percent: whole,
    percentRange(lower, upper) {
      const [a, b] = [whole(lower), whole(upper)];
      if (a === b) return a;
      if (a.startsWith("<") || b.startsWith(">")) return `${a}–${b}`;
      // A word joiner on either side keeps a range on one line.
      return percents.formatRange(lower, upper).replace(/(?:%\s)?\s?–\s?/u, "\u2060–\u2060");
    },
    duration(ms, width = "long") {
      const { unit, amount } = inUnit(ms);
      const digits = unit === "minute" ? 0 : Math.abs(amount) < 10 && unit === "hour" ? 1 : 0;
      const format = new Intl.NumberFormat(language, {
        style: "unit",
        unit,
        unitDisplay: width,
        maximumFractionDigits: digits,
      });
      if (unit === "minute" && ms > 0 && amount < 1) return `<${format.format(1)}`;
      return format.format(amount);
    },
    date: (ms, now) => withYear(ms, now).format(ms),
    dateRange: (from, to, now) => withYear(to, now).formatRange(from, to),
    dateTime: (ms) => times.format(ms),
    weekday: (day, width) =>
      new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" }).format(A_MONDAY + (day - 1) * DAY),
    timeOfDay: (minutes) =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
    bytes(n) {
      const [unit, size] = n >= 1e6 ? (["megabyte", 1e6] as const) : (["kilobyte", 1e3] as const);
      const digits = n / size < 10 ? 1 : 0;
      return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(n / size);
    },
    list: (items) => lists.format(items),
    plural(n, forms) {
      const shown = Math.round(n * 10) / 10;
      return (forms[plurals.select(shown)] ?? forms.other).replaceAll("#", number(shown, 1));
    },
  };
}
