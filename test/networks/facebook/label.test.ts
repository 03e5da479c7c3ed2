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
    ["5월 30일", "ko", Date.UTC(2026, 4, 30)],
    ["5월 30일 오전 11:02", "ko", Date.UTC(2026, 4, 30, 11, 2)],
    ["5月30日", "zh-Hans", Date.UTC(2026, 4, 30)],
    ["2025年12月3日", "zh-Hant", Date.UTC(2025, 11, 3)],
    ["11月2日 9:05", "ja", Date.UTC(2026, 10, 2, 9, 5)],
    ["30 พ.ค. 2569", "th", Date.UTC(2026, 4, 30)],
    ["30 พ.ค. 2026 เวลา 11:02 น.", "th", Date.UTC(2026, 4, 30, 11, 2)],
    ["30 tháng 12, 2024 lúc 11:02", "vi", Date.UTC(2024, 11, 30, 11, 2)],
    ["3 במאי", "he", Date.UTC(2026, 4, 3)],
    ["30 mai, 14 h 02", "fr-CA", Date.UTC(2026, 4, 30, 14, 2)],
    ["29 February", "en", Date.UTC(2024, 1, 29)],
  ] as const)("%s (%s)", ([label, lang, time]) => {
    const at = label.startsWith("29 Feb") ? Date.UTC(2025, 0, 9) : AT;
    const { from, to } = momentOf(label, lang, at)!;
    expect(from).toBeLessThanOrEqual(time);
    expect(to).toBeGreaterThan(time);
    expect(to - from).toBe(50 * HOUR);
  });

  /** Languages whose dates name the month, or mark its number, and count years as the West or Thailand does. */
  const READ =
    "en-US en-GB de fr fr-CA es es-MX pt-BR it nl sv da nb pl hu ro el tr ru uk ar ar-EG he hi bn ta th vi id ms ja ko " +
    "zh-Hans zh-Hant zh-HK sr hr sl lv et ca eu fil sw my km ka hy az kk uz mn ne";
  /** Languages with calendars of their own or, in short, with months as bare numbers. */
  const PARTLY = "fa ps ckb pt-PT fi cs sk bg lt cy br";
  const months = ["long", "short"] as const;
  const forms = months.flatMap((month) =>
    [{}, { year: "numeric" as const }].flatMap((year) =>
      [{}, { hour: "numeric" as const, minute: "2-digit" as const }].flatMap((time) =>
        [{}, { weekday: "long" as const }].map((weekday) => ({
          month,
          day: "numeric" as const,
          ...year,
          ...time,
          ...weekday,
        })),
      ),
    ),
  );

  test("as the standard writes them in any language are read back, or not read: never as another day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...READ.split(" "), ...PARTLY.split(" ")),
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 5 * 365 * 24 * 60 }),
        (lang, form, ago) => {
          // Without its year a date is one of the last year's.
          const minutes = "year" in form ? ago : ago % (363 * 24 * 60);
          const time = AT - minutes * 60_000;
          const label = new Intl.DateTimeFormat(lang, { ...form, timeZone: "UTC" }).format(time);
          const moment = momentOf(label, lang, AT);
          if (moment) expect(moment.from <= time && time < moment.to, `${label} (${lang})`).toBe(true);
          else expect(PARTLY.split(" "), label).toContain(lang);
        },
      ),
      { numRuns: 2_000 },
    );
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
    ["31 June", "en"],
    // A day to come, and one that is tomorrow's here and today's in a zone ahead.
    ["30 May 2027", "en"],
    ["November 21", "en"],
    // Two days, two months, a year that no calendar known here has.
    ["3 May 4", "en"],
    ["May 3 June", "en"],
    ["30 พ.ค. 2469", "th"],
    ["30 May 2569", "en"],
    ["۹ خرداد ۱۴۰۴", "fa"],
    ["令和8年5月30日", "ja"],
    // Numbers alone: which of them is the month is not said.
    ["5.3.2026", "fi"],
    // A language that is not known here is not read with the words of another.
    ["30 May", "xx"],
    ["4h", "xx"],
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
  test("is not learned from a date, whose numbers count nothing", () => {
    const learned = new LearnedLabels();
    learned.learn("5.3.", AT - 5.5 * HOUR, AT);
    expect(momentOf("6.2.", "fi", AT, learned)).toBeNull();
    learned.learn("30 May", AT - 30.5 * DAY, AT);
    expect(momentOf("28 May", "en", AT, learned)).toEqual(momentOf("28 May", "en", AT));
  });
  test("stays unknown while two units fit, and once nothing fits", () => {
    const learned = new LearnedLabels();
    // 31 days ago is "1 month" and also within "4 weeks": the first says nothing of the second.
    learned.learn("1 zug", AT - 366 * DAY + HOUR, AT);
    learned.learn("1 zug", AT - 2 * HOUR + 60_000, AT);
    expect(momentOf("2 zug", "en", AT, learned)).toBeNull();
  });
});
