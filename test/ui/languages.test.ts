// Every language says what English says: the same entries, the same figures and conditions, and none of it in English.
import { describe, expect, test } from "vitest";
import { feedSchema } from "../../src/domain/page.ts";
import type { Report } from "../../src/report/report.ts";
import { handoverContent } from "../../src/ui/handover/content.ts";
import { handoverHtml } from "../../src/ui/handover/html.tsx";
import { handoverMarkdown } from "../../src/ui/handover/markdown.ts";
import { plainText } from "../../src/ui/rich.tsx";
import type { Catalogue } from "../../src/ui/text/catalogue.ts";
import { de } from "../../src/ui/text/de/index.ts";
import { en } from "../../src/ui/text/en/index.ts";
import { formats } from "../../src/ui/text/format.ts";
import { catalogueFor, LANGUAGES, nameOfLanguage } from "../../src/ui/text/index.ts";
import { reportAsText } from "../../src/ui/text/plain.ts";
import { type Args, callsOf, ZONE } from "./calls.ts";
import { full, plan, REPORTS } from "./samples.ts";

/** Every text of a catalogue and every function, by its path. */
function entries(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value)
    .filter(([key]) => path !== "" || (key !== "format" && key !== "direction"))
    .flatMap(([key, inner]) => entries(inner, path ? `${path}.${key}` : key));
}

interface Said {
  readonly path: string;
  readonly args: Args;
  readonly words: string | null;
}

/** All that a catalogue says when it is asked for everything. */
const told = (text: Catalogue): Said[] =>
  entries(text).flatMap(([path, entry]) =>
    typeof entry === "function"
      ? (callsOf(path) ?? []).map((args) => ({ path, args, words: entry(...args) as string | null }))
      : [{ path, args: [], words: entry as string }],
  );

const english = en(formats("en-GB", ZONE));
const saidInEnglish = told(english);
/** Dates as the English has them: a month that is a figure in one language and a word in the other is no difference. */
const { date, dateRange, dateTime } = english.format;
const OTHERS: Readonly<Record<string, Catalogue>> = {
  de: de({ ...formats("de", ZONE), date, dateRange, dateTime }),
};

/** The figures in a sentence, whatever the language's marks for thousands and decimals, in order of size. */
function figuresIn(sentence: string, language: string): string[] {
  const [thousands = "", decimal = ""] = language === "en" ? [",", "."] : [".", ","];
  return (sentence.match(/\d+(?:[.,]\d+)*/g) ?? [])
    .map((digits) => String(Number(digits.replaceAll(thousands, "").replace(decimal, "."))))
    .sort();
}

/** Names among the arguments: what the test made up, and so no language's own word. */
const MADE_UP = /[\p{L}]+-\d|8–9|8 Z/gu;
/** What no finished sentence holds: a value's name in code, doubled or stray blanks and marks, a place left unfilled. */
const UNFINISHED = /undefined|NaN|null|\[object|Infinity|\s\s|^\s|\s$|\s[,.;:!?)]|\(\s|\.\.|[#$]/u;
/** Faults that are listed where a test fails. */
const SHOWN = 10;
/** Figures stand between `**`, closed, and around something. */
const wellMarked = (words: string): boolean => {
  const parts = words.split("**");
  return parts.length % 2 === 1 && parts.every((part, index) => index % 2 === 0 || /^\S(?:.*\S)?$/u.test(part));
};

test("every function of the catalogue is called, and nothing is that is none", () => {
  const functions = entries(english).flatMap(([path, entry]) => (typeof entry === "function" ? [path] : []));
  expect(functions.length).toBeGreaterThan(120);
  expect(functions.filter((path) => !callsOf(path)?.length)).toEqual([]);
});

describe.each(Object.entries({ en: english, ...OTHERS }))("%s", (_language, text) => {
  test("has a whole sentence for whatever it is given", () => {
    const broken = told(text).filter(
      ({ path, words }) =>
        words !== null && path !== "plan.unit.plain" && (words === "" || UNFINISHED.test(words) || !wellMarked(words)),
    );
    expect(broken.slice(0, SHOWN)).toEqual([]);
  });
});

/** What is the same word in both languages, and is meant to be. */
const SAME_WORD: Readonly<Record<string, RegExp>> = {
  de: /^(?:Whyfirst|Reposts(?:: \d.*)?|Plan|Export)$/u,
};
/** Words that only English has, and that hardly a sentence does without. */
const ENGLISH =
  /\b(?:the|and|of|is|are|were|not|with|from|for|this|that|page|pages|people|answer|answers|answered|posts|read|within|week|weeks|days?|hours?|minutes|likely|aim|goal|no|yet)\b/iu;
const PROPER_NAMES = /„[^“]*“|Sprout Index|Sprout Social|[\w/]+\/[\w/]+/gu;

describe.each(Object.entries(OTHERS))("%s, held against English", (language, text) => {
  const pairs = told(text).map((said, index) => ({ ...said, english: saidInEnglish[index]?.words ?? null }));
  const differing = (differs: (pair: (typeof pairs)[number] & { words: string; english: string }) => boolean) =>
    pairs
      .flatMap((pair) => {
        const { path, args, words, english: original } = pair;
        return words !== null && original !== null && differs({ ...pair, words, english: original })
          ? [{ path, args, words, english: original }]
          : [];
      })
      .slice(0, SHOWN);

  test("says what English says, under the same names, and is silent where English is", () => {
    const shape = (catalogue: Catalogue) => entries(catalogue).map(([path, entry]) => `${path}: ${typeof entry}`);
    expect(shape(text)).toEqual(shape(english));
    expect(pairs.filter(({ words, english: original }) => (words === null) !== (original === null))).toEqual([]);
  });

  test("drops no figure, adds none and changes none", () => {
    expect(
      differing(
        ({ words, english: original }) => String(figuresIn(words, language)) !== String(figuresIn(original, "en")),
      ),
    ).toEqual([]);
  });

  test("names whatever English names", () => {
    expect(
      differing(({ words, english: original }) => {
        const names = (sentence: string) => [...(sentence.match(MADE_UP) ?? [])].sort().join();
        return names(words) !== names(original);
      }),
    ).toEqual([]);
  });

  test("names every list English names", () => {
    const lists = feedSchema.options.map((feed) => ({ own: text.feed(feed), original: english.feed(feed) }));
    expect(
      differing(
        ({ args, words, english: original }) =>
          JSON.stringify(args).includes('"posts"') &&
          lists.some((list) => original.includes(list.original) && !words.includes(list.own)),
      ),
    ).toEqual([]);
  });

  test("tells apart whatever English tells apart", () => {
    const said = new Map<string, { own: Set<string | null>; english: Set<string | null> }>();
    for (const { path, words, english: original } of pairs) {
      const sets = said.get(path) ?? { own: new Set(), english: new Set() };
      said.set(path, { own: sets.own.add(words), english: sets.english.add(original) });
    }
    const merged = [...said].flatMap(([path, { own, english: original }]) => (own.size < original.size ? [path] : []));
    expect(merged).toEqual([]);
  });

  test("is written in its own words", () => {
    const own = (words: string) => words.replace(MADE_UP, "").replace(PROPER_NAMES, "");
    expect(differing(({ words }) => ENGLISH.test(own(words)))).toEqual([]);
    const same = differing(
      ({ words, english: original }) =>
        words === original && /\p{L}{3,}/u.test(own(words)) && !SAME_WORD[language]?.test(words),
    );
    expect(same).toEqual([]);
  });
});

describe("the hand-over in German", () => {
  /** The sample with nothing in it that a person or a site wrote. */
  const nobodys: Report = {
    ...full,
    page: { ...full.page, about: null },
    plan: { ...plan, why: "" },
    findings: full.findings.map((finding) => ({ ...finding, evidence: ["q0", "q1"], evidenceTotal: 2 })),
    cited: full.cited.map((record) => ({ ...record, text: null })),
  };
  const options = {
    consultant: { name: "Zwxq", logo: null },
    networkName: "X",
    hosts: ["x.com"],
    quoteOthers: false,
  };
  const handedOver = (report: Report, language: string) =>
    handoverContent(report, catalogueFor([language], ZONE), options);

  test.each([
    ["with a plan", nobodys],
    ["without one", { ...nobodys, plan: null, goals: [] }],
    ["of a rival", { ...nobodys, plan: { ...nobodys.plan!, stance: "rival" as const } }],
    ["with little read", { ...REPORTS.onlyAnswers, page: nobodys.page, plan: nobodys.plan, cited: nobodys.cited }],
  ])("%s holds no English, as HTML or as Markdown", async (_name, report) => {
    const content = handedOver(report, "de");
    const html = await handoverHtml(content);
    const texts = [
      html.replace(/<(?:style|title)>[\s\S]*?<\/(?:style|title)>|<[^>]*>/g, (tag) =>
        /^<\/?strong/.test(tag) ? "" : "\n",
      ),
      handoverMarkdown(content).replaceAll("**", ""),
    ];
    const sentences = [
      ...saidInEnglish.flatMap(({ words }) => (words && /\p{L}{3,}.*\s/u.test(words) ? [words] : [])),
      ...Object.values(handedOver(report, "en-GB")).filter(
        (value): value is string => typeof value === "string" && /\s/.test(value),
      ),
    ];
    expect(sentences.length).toBeGreaterThan(500);
    for (const text of texts) {
      const spoken = text.replaceAll("&lt;", "<");
      expect(sentences.filter((sentence) => spoken.includes(plainText(sentence)))).toEqual([]);
      const words = spoken.replace(/https?:\S*|x\.com\S*|Northwind Coffee/g, " ");
      expect(ENGLISH.exec(words)?.[0]).toBeUndefined();
    }
    expect(html).toMatch(/^<!doctype html>\n<html lang="de" dir="ltr">/);
  });

  test("has the same links and as many findings, and German quotation marks", () => {
    const [german, english] = [handedOver(full, "de-AT"), handedOver(full, "en-GB")];
    const links = ({ findings }: typeof german) => findings.map((one) => one.links.map(({ address }) => address));
    expect(links(german)).toEqual(links(english));
    expect(german.language).toBe("de-AT");
    expect(handoverMarkdown(german)).toContain("„so that customers get help");
    expect(handoverMarkdown(english)).toContain("“so that customers get help");
  });
});

test("the plain text in German holds no English sentence", () => {
  const text = catalogueFor(["de"], ZONE);
  for (const report of Object.values(REPORTS)) {
    const said = reportAsText({ ...report, plan: report.plan && { ...report.plan, why: "" } }, text, "X");
    const wrong = saidInEnglish.filter(({ words }) => words && /\s/.test(words) && said.includes(plainText(words)));
    expect(wrong).toEqual([]);
  }
});

describe("German", () => {
  const text = catalogueFor(["de"], ZONE);
  const fact = (key: keyof Catalogue["indicator"], value: number, n: number) =>
    text.indicator[key].fact({ value, n, of: null, interval: null, census: false, values: {} });

  test("bends the noun and the verb with the number and the case", () => {
    expect(fact("answeredWithin24h", 0.41, 122)).toBe(
      "Von 122 Personen mit einer Frage bekamen **41\u00a0%** innerhalb eines Tages eine Antwort.",
    );
    expect(fact("answeredWithin24h", 0.01, 1)).toBe(
      "Von 1 Person mit einer Frage bekam **1\u00a0%** innerhalb eines Tages eine Antwort.",
    );
    expect(fact("halfTime", 72 * 3_600_000, 122)).toContain("innerhalb von **3 Tagen** eine Antwort");
    expect(fact("longestSilence", 72 * 3_600_000, 110)).toContain("dauerte **3 Tage** (110 Beiträge)");
    expect(fact("postsPerWeek", 1, 1)).toBe("**1** Beitrag pro Woche (1 Beitrag).");
    expect(fact("communityShare", 0.2, 1_234)).toContain("Von 1.234 Beiträgen laden **20\u00a0%** zum Mitmachen ein");
  });

  test("bends a duration it is handed", () => {
    expect(text.handover.theirItem("14. Nov.", text.format.duration(7 * 86_400_000))).toBe(
      "Nachricht vom 14. Nov., ohne Antwort seit 7 Tagen",
    );
  });

  test("writes figures, days and lists as German does", () => {
    expect(fact("postsPerWeek", 9.25, 110)).toBe("**9,3** Beiträge pro Woche (110 Beiträge).");
    expect(text.doubt(text.range("share", 0.33, 0.5), false, null)).toBe("wahrscheinlich 33\u2060–\u206050\u00a0%");
    expect(text.popup.coverageLine(full.coverage, full.asOf).replace(/\s/gu, " ")).toBe(
      "1. Sept. – 21. Nov.: 118 Beiträge · insgesamt 30 Antworten und 4 Reposts · aus den Reitern „Beiträge“ und „Antworten“, 38 Gespräche",
    );
    expect(text.daysLeft(1, full.asOf, full.asOf)).toBe("noch 1 Tag, bis zum 21. Nov.");
  });
});

test.each(Object.entries({ en: english, ...OTHERS }))(
  "%s: names stand in a list without being torn apart",
  (_, text) => {
    const names = [...Object.values(text.indicator), ...Object.values(text.finding)].map(({ name }) => name);
    expect(names.filter((name) => /[,;:]/.test(name.replace(/\(.*\)/, "")))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  },
);

describe("the choice of a language", () => {
  const chosen = (...languages: string[]) => catalogueFor(languages, ZONE);
  test("takes the first that is written, with its regional formats, else English", () => {
    expect(chosen("de-CH", "en").format.language).toBe("de-CH");
    expect(chosen("fr", "de", "en").popup.nextTitle).toBe("Als Nächstes");
    expect(chosen("en-US", "de").popup.nextTitle).toBe("Next");
    for (const unknown of ["fr", "constructor", "__proto__", "", "x_y"])
      expect(chosen(unknown).popup.nextTitle).toBe("Next");
  });

  test("offers each language, by the name its people give it", () => {
    expect(LANGUAGES.map(nameOfLanguage)).toEqual(expect.arrayContaining(["English", "Deutsch", "Deutsch (Schweiz)"]));
    expect(new Set(LANGUAGES.map(nameOfLanguage)).size).toBe(LANGUAGES.length);
    for (const tag of LANGUAGES) expect(chosen(tag).format.language).toBe(tag);
    expect(nameOfLanguage("x_y")).toBe("x_y");
  });
});
