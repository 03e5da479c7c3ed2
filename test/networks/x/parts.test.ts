// The small parts of X's reader: times out of ids, counts in any script, texts, spans, and answers torn at random.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingSchema } from "../../../src/domain/observation.ts";
import { countIn } from "../../../src/networks/x/article.ts";
import { readResponse } from "../../../src/networks/x/response.ts";
import {
  compareIds,
  createdOf,
  earlierVersions,
  isId,
  isoTime,
  statedTime,
} from "../../../src/networks/x/snowflake.ts";
import { spanOver } from "../../../src/networks/x/span.ts";
import { langOf, textOf } from "../../../src/networks/x/text.ts";

const idAt = (ms: number, low = 0n): string => (((BigInt(ms) - 1_288_834_974_657n) << 22n) | low).toString();

describe("times", () => {
  it("come from the id to the millisecond, whatever its lower bits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_300_000_000_000, max: 2_000_000_000_000 }),
        fc.bigInt(0n, (1n << 22n) - 1n),
        (ms, low) => {
          const id = idAt(ms, low);
          const stated = Math.floor(ms / 1_000) * 1_000;
          expect(createdOf(id, null)).toEqual({ from: ms, to: ms + 1 });
          expect(createdOf(id, stated)).toEqual({ from: ms, to: ms + 1 });
          expect(createdOf(id, stated + 2_000)).toEqual({ from: stated + 2_000, to: stated + 3_000 });
        },
      ),
    );
  });
  it("of ids without one are the stated second, else unknown", () => {
    expect(createdOf("20", 1_142_974_214_000)).toEqual({ from: 1_142_974_214_000, to: 1_142_974_215_000 });
    expect(createdOf("29700859246", null)).toBeNull();
    expect(createdOf("29700859247", null)).toEqual({ from: 1_288_834_981_738, to: 1_288_834_981_739 });
    expect(createdOf("12a", null)).toBeNull();
  });
  it("of an edited post name its earlier versions and when the first was written", () => {
    const [first, second] = [idAt(1_700_000_000_000), idAt(1_700_000_060_000)];
    expect(earlierVersions([first, second], second)).toEqual({
      earlier: { ids: [first], first: { from: 1_700_000_000_000, to: 1_700_000_000_001 } },
    });
    expect(earlierVersions([second], second)).toEqual({});
    expect(earlierVersions([], second)).toEqual({});
    expect(earlierVersions([idAt(1_600_000_000_000), second], second)).toEqual({});
  });
  it("stated by the site are read whatever the machine's zone and language", () => {
    expect(statedTime("Fri Jul 31 21:33:58 +0000 2026")).toBe(Date.UTC(2026, 6, 31, 21, 33, 58));
    for (const text of ["Fri Jul 31 21:33:58 +0200 2026", "Fri Anu 31 21:33:58 +0000 2026", "", "yesterday"]) {
      expect(statedTime(text)).toBeNull();
    }
    expect(isoTime("2026-01-19T00:28:01.000Z")).toBe(Date.UTC(2026, 0, 19, 0, 28, 1));
    for (const text of ["2026-01-19", "2026-13-19T00:28:01.000Z", "2026-01-19T00:28:01+02:00", ""]) {
      expect(isoTime(text)).toBeNull();
    }
  });
  it("order ids as numbers", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 2n ** 63n - 1n), fc.bigInt(1n, 2n ** 63n - 1n), (a, b) => {
        expect(isId(String(a))).toBe(true);
        expect(Math.sign(compareIds(String(a), String(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
    for (const text of ["", "0", "01", "-1", "1.0", String(2n ** 63n)]) expect(isId(text)).toBe(false);
  });
});

describe("counts", () => {
  it.each([
    ["2534 Replies. Reply", 2534],
    ["0 Likes. Like", 0],
    ["1,204 Likes", 1204],
    ["1.204 Antworten", 1204],
    ["12\u202f345 réponses", 12345],
    ["1’234 Antworten", 1234],
    ["12,34,567 पसंद", 1234567],
    ["٢٬٥٣٤ رد", 2534],
    ["۱۲ پاسخ", 12],
    ["१२३ जवाब", 123],
    ["２５ 件", 25],
    ["𝟙𝟚 x", 12],
    ["返信 1,234 件", 1234],
    ["\u200f٧ ردود", 7],
  ])("%s", (label, count) => {
    expect(countIn(label)).toBe(count);
  });
  it.each(["Reply", "", "2.5K Replies", "4,1万", "٢٫٥ ألف", "9".repeat(30), "Top 5 of 10"])("%s is none", (label) => {
    expect(countIn(label)).toBeNull();
  });
  it("never throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (label) => {
        const count = countIn(label);
        return count === null || (Number.isSafeInteger(count) && count >= 0);
      }),
    );
  });
});

describe("texts", () => {
  const details = (full_text: string, display_text_range?: [number, number]) =>
    ({ full_text, display_text_range }) as unknown as Parameters<typeof textOf>[1];
  const none = {} as Parameters<typeof textOf>[0];
  it("lose hidden mentions, counted in code points of the escaped text", () => {
    expect(textOf(none, details("@ada @bea 🍵🍵 &amp; you", [10, 22]))).toBe("🍵🍵 & you");
    expect(textOf(none, details("@ada hi", [5, 99]))).toBe("@ada hi");
    expect(textOf(none, details("&amp;lt; once only"))).toBe("&lt; once only");
  });
  it("are null where there is no text field, and empty where it is empty", () => {
    expect(textOf(none, {} as Parameters<typeof textOf>[1])).toBeNull();
    expect(textOf(none, details(""))).toBe("");
  });
  it("stay within the limit without cutting a character in half", () => {
    const text = textOf(none, details(`a${"🍵".repeat(40_000)}`))!;
    expect(text.length).toBeLessThanOrEqual(30_000);
    expect(text.endsWith("🍵")).toBe(true);
  });
  it("are not blown up by links that hold each other", () => {
    const urls = Array.from({ length: 50 }, (_, n) => ({
      url: `https://t.co/a${n}`,
      expanded_url: `https://t.co/a${n + 1} `.repeat(50),
    }));
    const holder = { ...details("https://t.co/a0"), entities: { urls } } as Parameters<typeof textOf>[1];
    expect(textOf(none, holder)).toBe("https://t.co/a1 ".repeat(50).trim());
  });
  it("have the language the site knows", () => {
    expect(langOf("pt-BR")).toBe("pt-BR");
    for (const code of ["und", "zxx", "qme", "qst", "art", "", '"><img>', null, undefined])
      expect(langOf(code)).toBeNull();
  });
});

describe("spans", () => {
  const ends = { top: true, end: false, cursor: null, next: null };
  it("reach from the oldest to the newest item of a list that runs backward", () => {
    expect(spanOver([9, 7, 7, 2], ends)).toEqual({ from: 2, to: 9, ...ends });
    expect(spanOver([9, 7, 8, 5, 2], ends)?.from).toBe(2);
  });
  it("leave out an old item that stands among young ones", () => {
    expect(spanOver([90, 80, 1, 70, 60], ends)).toEqual({ from: 60, to: 90, ...ends });
  });
  it("do not exist over nothing, nor over a list in another order", () => {
    expect(spanOver([], ends)).toBeNull();
    expect(spanOver([5, 9, 1, 8, 2], ends)).toBeNull();
  });
});

describe("torn answers", () => {
  const CASES = new URL("./cases/", import.meta.url);
  const texts = readdirSync(CASES)
    .map((name) => new URL(`${name}/source.json`, CASES))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
  const read = (text: string) =>
    readResponse({ url: "https://x.com/i/api/graphql/a/UserTweets", method: "GET", body: "", text }, 1);

  it("with any words replaced or renamed give well-formed readings", () => {
    const junk = fc.constantFrom('"x"', "null", "{}", "[]", "-1", "1e99", '{"__proto__":{"a":1}}', '"legacy"', "true");
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), junk), { maxLength: 20 }), (text, tears) => {
        const tokens = text.split(/("(?:[^"\\]|\\.)*"|-?\d+|null|true|false)/);
        for (const [at, value] of tears) {
          const index = (at % Math.max(1, tokens.length >> 1)) * 2 + 1;
          // A key stays a string, so that what is torn is still JSON.
          const isKey = /^\s*:/.test(tokens[index + 1] ?? "");
          if (index < tokens.length) tokens[index] = isKey ? '"renamed"' : value;
        }
        for (const reading of read(tokens.join(""))) readingSchema.parse(reading);
      }),
      { numRuns: 100 },
    );
  });
  it("nested without end are no trouble", () => {
    const deep = `{"data":{"tweetResult":{"result":${'{"rest_id":"2097988450513846273","legacy":{"full_text":"a"},"quoted_status_result":{"result":'.repeat(5_000)}null${"}}".repeat(5_000)}}}}`;
    expect(read(deep)[0]?.observations).toHaveLength(1);
    expect(read(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)[0]?.unread.length).toBeGreaterThan(0);
  });
});
