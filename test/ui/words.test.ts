// The catalogue says everything that audits can find, and says it honestly.
import { describe, expect, test } from "vitest";
import { type Finding, finding } from "../../src/audits/finding.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import { GOAL_KEYS, INDICATOR_KEYS, INDICATORS } from "../../src/domain/goal.ts";
import { auditPage } from "../../src/report/run.ts";
import { coverageLines } from "../../src/ui/coverage.ts";
import { plainText } from "../../src/ui/rich.tsx";
import { notKnown, proofs, spanOf, statement, textOf } from "../../src/ui/sentence.ts";
import { formats } from "../../src/ui/text/format.ts";
import { catalogueFor } from "../../src/ui/text/index.ts";
import { reportAsText } from "../../src/ui/text/plain.ts";
import { full, NOW, plan, REPORTS } from "./samples.ts";

const text = catalogueFor(["en-GB"], "Europe/Lisbon");
const nothing: Dataset = {
  page: full.page,
  records: [],
  coverage: { feeds: [], threads: [], unread: [], signedIn: null },
};
const empty = auditPage(nothing, { plan, asOf: NOW, asOfFrom: "now", zone: "UTC", sisterKeys: new Set() });

describe("words", () => {
  test.each(empty.findings.map((finding) => [finding.key, finding] as const))(
    "%s has a name and sentences",
    (key, finding) => {
      const words = textOf(text, key);
      expect(words).not.toBeNull();
      const said = words?.fact({ value: 0.5, n: 2, of: 4, interval: null, census: false, values: {} });
      expect(said).toMatch(/\*\*.+\*\*/);
      expect(statement(text, finding).reason).toMatch(/\.$/);
    },
  );

  test("dates stand beside the posts alone, which are counted in them", () => {
    const { coverage } = full;
    const line = (change: Partial<typeof coverage>) =>
      text.popup.coverageLine({ ...coverage, threadsRead: 0, ...change }, NOW).replace(/\s/gu, " ");
    const [posts, replies] = coverage.feeds;
    expect(line({})).toBe(
      "1 Sept – 21 Nov: 118 posts · 30 answers and 4 reposts in all · from the Posts and Replies tabs",
    );
    expect(line({ posts: 0 })).toMatch(/^1 Sept – 21 Nov: 0 posts · 30 answers/);
    expect(line({ posts: 0, reposts: 0, feeds: [replies!] })).toBe("30 answers in all · from the Replies tab");
    expect(line({ replies: 0, reposts: 0, feeds: [posts!] })).toBe("1 Sept – 21 Nov: 118 posts · from the Posts tab");
    const lines = (change: Partial<typeof coverage>) =>
      coverageLines(text, { ...full, coverage: { ...coverage, ...change } }).read.map((one) =>
        one.replace(/\s/gu, " "),
      );
    expect(lines({}).slice(0, 2)).toEqual(["1 Sept – 21 Nov: 118 posts", "30 answers and 4 reposts in all"]);
    expect(lines({ posts: 0, feeds: [replies!] })[0]).toBe("30 answers and 4 reposts in all");
    expect(lines({ read: null, posts: 0, replies: 0, reposts: 0, feeds: [] })[0]).toBe("0 posts");
  });

  test("what a page cannot show is said in full", () => {
    for (const key of empty.cannotShow) expect(text.cannotShow(key)).toMatch(/\w/);
  });

  test("a figure comes with what it was counted from and how sure it is", () => {
    expect(statement(text, full.findings.find(({ key }) => key === "answeredWithin24h")!)).toEqual({
      name: "Answered within a day",
      fact: "Of 122 people who asked, **41%** had an answer within a day.",
      doubt: "likely 33\u2060–\u206050%",
      reason: null,
    });
  });

  test("a figure that nobody was watched long enough for is a range with its reason", () => {
    const whole = full.findings.find(({ key }) => key === "answeredWithin24h")!;
    const finding = {
      ...whole,
      value: null,
      state: "cannotTell",
      reason: "notWatched",
      bounds: { lower: 0.8, upper: 1 },
      envelope: { lower: 0.5, upper: 1 },
    } as const;
    const reason = "Those without an answer have not been watched that long.";
    expect(statement(text, finding)).toMatchObject({ fact: "Answered within a day: **50\u2060–\u2060100%**.", reason });
    const unheard = { ...finding, bounds: { lower: 0, upper: 1 }, envelope: { lower: 0, upper: 1 } };
    expect(statement(text, unheard)).toMatchObject({ fact: null, reason });
  });

  test("before the horizon's end a missed goal is not there yet", () => {
    expect(text.verdict("missed", 90)).toBe("Not there yet");
    expect(text.verdict("missed", 0)).toBe("Missed");
  });

  test("goals and indicators all have a name", () => {
    for (const goal of GOAL_KEYS) expect(text.goal[goal].name).not.toBe("");
    for (const indicator of INDICATOR_KEYS) {
      const aim = text.aim(INDICATORS[indicator], { direction: "between", value: 0.1, upper: 0.3 }, false);
      expect(`${text.indicator[indicator].name}: ${aim}`).toMatch(/^\S.*: Aim: /);
    }
  });

  test("an unknown language is answered in English, an unknown zone in UTC", () => {
    expect(catalogueFor(["tlh"], "Mars/Olympus").format.zone).toBe("UTC");
    expect(catalogueFor(["tlh", "en-US"], "UTC").popup.title).toBe("Whyfirst");
  });
});

describe("formats", () => {
  const f = formats("en", "UTC");
  test("a share is never rounded to none or to all", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(f.percent)).toEqual(["0%", "<1%", "50%", ">99%", "100%"]);
    expect(f.percentRange(0.001, 0.2)).toBe("<1%–20%");
  });
  test("a duration is told in the unit that fits", () => {
    const hour = 3_600_000;
    expect([0.2, 26 / 60, 4, 24, 30, 72].map((hours) => f.duration(hours * hour))).toEqual([
      "12 minutes",
      "26 minutes",
      "4 hours",
      "1 day",
      "30 hours",
      "3 days",
    ]);
    expect(f.duration(20_000)).toBe("<1 minute");
  });
  test("numbers, ranges and days follow the language", () => {
    const german = formats("de", "Europe/Berlin");
    expect(german.percentRange(0.33, 0.5)).toMatch(/^33\u2060–\u206050\s%$/);
    expect(german.number(1234.5, 1)).toBe("1.234,5");
    expect(german.weekday(1, "long")).toBe("Montag");
  });
});

describe("plain text", () => {
  test("says the verdicts, the figures, the people waiting and what was read", () => {
    const said = reportAsText(full, text, "X");
    expect(said).toContain("Northwind Coffee @northwindcoffee · X\n");
    expect(said).toContain(
      "Customer care: Not there yet\n  • Of 122 people who asked, 41% had an answer within a day. (likely 33–50%) Aim: at least 65%.",
    );
    expect(said).toContain("7 of 122 people who asked wait for an answer");
    expect(said).toContain("My order never arrived, who can help?  https://x.com/i/status/1000");
    expect(said).toContain("Replies: ");
    expect(said).toContain("260 of 301 messages below its posts since 22 Sept read");
    expect(said).not.toMatch(/\*\*|undefined|null|NaN|\u2060/);
  });

  test.each(Object.entries(REPORTS))("of %s holds no control character a terminal would obey", (_name, report) => {
    expect(reportAsText(report, text, "X").replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });

  test("without a plan there are facts and no verdict", () => {
    const said = reportAsText(REPORTS.withoutPlan, text, "X");
    expect(said).toContain("No WHY stated yet. Facts only, no verdict.");
    expect(said).not.toMatch(/Not there yet|Missed|Met\b/);
  });
});

describe("what a figure does not know of", () => {
  const among = (change: Partial<Finding>) =>
    notKnown(text, finding({ audit: "waiting", key: "questionsWaiting", unit: "count", n: 10, ...change }));
  test("is counted where it can be, and never left out where nobody can say how much it is", () => {
    expect(among({ of: 510 })).toBe("500 more not known");
    expect(among({ of: 10 })).toBeNull();
    expect(among({ of: null, values: { unknown: 7 } })).toBe("how many more is not known");
    expect(among({ of: null, values: { unknown: 0 } })).toBeNull();
    expect(text.report.nobodyWaits(1, 0)).toMatch(/^Nobody waits/);
    expect(text.report.nobodyWaits(1, null)).toMatch(
      /^Nobody is known to wait: .* How many more asked is not known\.$/,
    );
  });
});

test("what is only known to be so much at least is not put down to rough times", () => {
  const range = { lower: 0.91, upper: 1 };
  const half = { bounds: range, envelope: range, state: "measured", reason: "windowIncomplete" } as const;
  const { fact, reason } = statement(text, finding({ audit: "", key: "blanketShare", unit: "share", ...half }));
  expect(fact?.replace(/\u2060/g, "")).toBe("Same message on several networks: **91–100%**.");
  expect(reason).toBe("The posts of these weeks were not all read.");
});

describe("the doubt of a figure", () => {
  const share = full.findings.find(({ key }) => key === "replyShare")!;
  const german = catalogueFor(["de"], "Europe/Lisbon");
  const doubtWith = (envelope: { lower: number; upper: number }) =>
    statement(text, { ...share, interval: { lower: 0.14, upper: 0.27, method: "wilson" }, envelope }).doubt;

  test("is that of chance, and also that of what is not known where that is wider", () => {
    expect(doubtWith({ lower: 0.14, upper: 0.27 })).toBe("likely 14\u2060–\u206027%");
    expect(doubtWith({ lower: 0.14, upper: 0.6 })).toBe(
      "likely 14\u2060–\u206027%; 14\u2060–\u206060% counting what is not known",
    );
  });

  test("of a count is what of it is not known, as no chance is in it", () => {
    const counted = (key: string, value: number, upper: number, n = value) =>
      finding({
        audit: "",
        key,
        unit: "count",
        value,
        bounds: { lower: value, upper },
        envelope: { lower: value, upper },
        n,
      });
    const said = (count: Finding) => {
      const { fact, doubt } = statement(text, count);
      return `${plainText(fact!)} (${doubt})`;
    };
    expect(said(counted("questionsWaiting", 1, 501))).toBe(
      "Of 1 person who asked, 1 still waits for an answer. (1 to 501 counting what is not known)",
    );
    expect(said(counted("uniquePeople", 2, 502))).toBe(
      "2 people wrote below its posts. (2 to 502 counting what is not known)",
    );
    expect(statement(german, counted("uniquePeople", 2, 502)).doubt).toBe("Unbekanntes mitgezählt 2 bis 502");
    expect(statement(text, counted("waiting", 3, 3, 8)).doubt).toBeNull();
    expect(statement(text, { ...counted("uniquePeople", 3, 3), census: true }).doubt).toBe("all read");
  });

  test("stands beside those who wait, with how many asked", () => {
    expect(text.popup.waitingTitle(1, 1)).toBe("1 of 1 person who asked waits for an answer");
    expect(german.popup.waitingTitle(7, 122)).toBe("7 von 122 Personen mit einer Frage warten auf eine Antwort");
    const some = {
      ...full,
      findings: full.findings.map((one) => (one.key === "questionsWaiting" ? { ...one, of: 622 } : one)),
    };
    expect(reportAsText(some, text, "X")).toContain(
      "7 of 122 people who asked wait for an answer (500 more not known), longest first",
    );
    expect(reportAsText(full, text, "X")).toContain("7 of 122 people who asked wait for an answer, longest first");
  });

  test("of times told only roughly is the span the figure lies in", () => {
    const weeks = finding({ audit: "", key: "activeWeeks", unit: "share", state: "measured", n: 13, of: 13 });
    const rough = { ...weeks, envelope: { lower: 6 / 13, upper: 12 / 13 } };
    expect(spanOf(rough)).toEqual({ least: 6 / 13, most: 12 / 13 });
    expect(spanOf({ ...rough, value: 0.5 })).toEqual({ least: 0.5, most: 0.5 });
    expect(spanOf({ ...rough, state: "cannotTell", reason: "tooFew" })).toBeNull();
    expect(spanOf({ ...rough, envelope: { lower: 0.5, upper: null } })).toBeNull();
    const DAY = 86_400_000;
    const silence = { least: 7 * DAY, most: 13 * DAY, current: false };
    expect(text.popup.rhythm({ least: 6, most: 12, of: 13 }, { least: 1, most: 1 }, silence)).toBe(
      "**1** posts a week · posts in **6 to 12 of 13 weeks** · longest silence **7 days to 13 days**",
    );
    expect(
      german.popup.rhythm({ least: 6, most: 6, of: 13 }, { least: 1, most: 1.2 }, { ...silence, most: 7 * DAY }),
    ).toBe("**1 bis 1,2** Beiträge pro Woche · Beiträge in **6 von 13 Wochen** · längste Pause **7 Tage**");
  });

  test("takes what floating point leaves of a share for nothing", () => {
    const { percent } = text.format;
    expect([percent(0.9999999999999998), percent(1e-17)]).toEqual(["100%", "0%"]);
    expect([percent(0.999), percent(0.001)]).toEqual([">99%", "<1%"]);
  });

  test("says of a verdict that is open why it is", () => {
    const [goal] = full.goals.filter(({ state }) => state === "cannotTell");
    expect(proofs(text, full, goal!).map(({ reason }) => reason)).toContain(
      "The true figure may lie on either side of the aim.",
    );
  });
});
