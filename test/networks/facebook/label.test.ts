// Time labels in any language become the interval they can mean, or nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LearnedLabels, momentOf } from "../../../src/networks/facebook/label.ts";

const AT = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const holds = (label: string, lang: string, time: number): boolean => {
  const moment = momentOf(label, lang, AT);
  return moment !== null && moment.from <= time && time < moment.to;
};

describe("relative labels", () => {
  test.for([
    ["4h", "en", 4 * HOUR],
    ["1w", "en", 7 * DAY],
    ["about an hour ago", "en", HOUR],
    ["a few seconds ago", "en", 20_000],
    ["10 hours ago", "en", 10 * HOUR],
    ["3 Std.", "de", 3 * HOUR],
    ["vor 2 Tagen", "de", 2 * DAY],
    ["hace 10 horas", "es", 10 * HOUR],
    ["12 h", "es", 12 * HOUR],
    ["قبل ٣ ساعات", "ar", 3 * HOUR],
    ["قبل ساعتين", "ar", 2 * HOUR],
    ["3 時間前", "ja", 3 * HOUR],
    ["5 мин.", "ru", 5 * 60_000],
  ] as const)("%s (%s)", ([label, lang, age]) => {
    expect(holds(label, lang, AT - age)).toBe(true);
    expect(holds(label, lang, AT - age * 3 - 60_000)).toBe(false);
  });
  test("are rounded down: one hour is one to two hours", () => {
    expect(momentOf("1h", "en", AT)).toEqual({ from: AT - 2 * HOUR + 1, to: AT - HOUR + 1 });
  });
  test("whatever the standard writes for a language is read back", () => {
    const languages = [
      "en",
      "de",
      "fr",
      "es",
      "pt-BR",
      "ar",
      "he",
      "fa",
      "hi",
      "ja",
      "ko",
      "zh",
      "ru",
      "pl",
      "tr",
      "vi",
    ];
    const units = ["minute", "hour", "day", "week", "year"] as const;
    const length = { minute: 60_000, hour: HOUR, day: DAY, week: 7 * DAY, year: 365.2 * DAY };
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom(...units),
        fc.integer({ min: 1, max: 20 }),
        (lang, unit, n) => {
          const label = new Intl.RelativeTimeFormat(lang, { numeric: "always" }).format(-n, unit);
          return holds(label, lang, AT - n * length[unit] - 1_000);
        },
      ),
    );
  });
});

describe("dates", () => {
  test.for([
    ["30 May at 11:02", "en", Date.UTC(2026, 4, 30, 11, 2)],
    ["August 30", "en", Date.UTC(2026, 7, 30)],
    ["11 juillet", "fr", Date.UTC(2026, 6, 11)],
    ["12. November 2024", "de", Date.UTC(2024, 10, 12)],
    ["٣٠ مايو", "ar", Date.UTC(2026, 4, 30)],
    ["30 grudnia", "pl", Date.UTC(2025, 11, 30)],
  ] as const)("%s (%s)", ([label, lang, time]) => {
    expect(holds(label, lang, time)).toBe(true);
    const { from, to } = momentOf(label, lang, AT)!;
    expect(to - from).toBe(50 * HOUR);
  });
});

describe("what is not known stays unknown", () => {
  test.for([
    ["", "en"],
    ["Like", "en"],
    ["4h", null],
    ["Sponsored", "en"],
    ["h4", "en"],
    ["52", "en"],
    ["Maybe 3", "en"],
    ["vor 2 Tagen", "fr"],
    ["99 May", "en"],
  ] as const)("%j (%s)", ([label, lang]) => {
    expect(momentOf(label, lang, AT)).toBeNull();
  });
  test("never throws, and an interval is never turned round", () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.constantFrom("en", "ar", "xx", "", "e n"), fc.string()), (label, lang) => {
        const moment = momentOf(label, lang, AT);
        return moment === null || moment.from < moment.to;
      }),
    );
  });
});

describe("a label of unknown words", () => {
  test("is learned where an exact time stands beside it", () => {
    const learned = new LearnedLabels();
    expect(momentOf("3 zugs", "en", AT, learned)).toBeNull();
    learned.learn("5 zugs", AT - 5.5 * HOUR, AT);
    const moment = momentOf("3 zugs", "en", AT, learned)!;
    expect(moment).toEqual({ from: AT - 4 * HOUR + 1, to: AT - 3 * HOUR + 1 });
  });
  test("stays unknown while two units fit, and once nothing fits", () => {
    const learned = new LearnedLabels();
    // 31 days ago is "1 month" and also within "4 weeks": the first says nothing of the second.
    learned.learn("1 zug", AT - 366 * DAY + HOUR, AT);
    learned.learn("1 zug", AT - 2 * HOUR + 60_000, AT);
    expect(momentOf("2 zug", "en", AT, learned)).toBeNull();
  });
});
