// Texts that say the same: found as an all-pairs search would find them, whatever links, names and emoji they carry.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  containment,
  jaccard,
  MOST_CANDIDATES,
  nearlyIdentical,
  type Posted,
  SAME_MESSAGE,
  type Shingles,
  sameMessages,
  shinglesOf,
  wordsOf,
} from "../../src/stats/similarity.ts";

const HOUR = 3_600_000;
const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 14 }).map((words) => words.join(" "));

describe("words", () => {
  it("leave out links, mentions, hashtags, emoji, case and punctuation", () => {
    expect(wordsOf("Hi @North_Wind! Look: https://t.co/x?y=1 👩‍🚒🇩🇪 #Spring It’s HERE…")).toEqual([
      "hi",
      "look",
      "it’s",
      "here",
    ]);
    expect(wordsOf("ﬁne ＡＢＣ")).toEqual(["fine", "abc"]);
    expect(wordsOf("Größe äußert 2×")).toEqual(["größe", "äußert", "2"]);
  });
  it("are characters where a script has no spaces", () => {
    expect(wordsOf("新商品です sale")).toEqual(["新", "商", "品", "で", "す", "sale"]);
  });
});

describe("likeness", () => {
  it("counts shared runs of three words", () => {
    const [a, b] = [shinglesOf("we open a shop in Kiel"), shinglesOf("we open a shop in Bonn today")];
    expect([a.size, b.size]).toEqual([4, 5]);
    expect(jaccard(a, b)).toBe(3 / 6);
    expect(containment(a, b)).toBe(3 / 4);
  });
  it("of nothing is nothing", () => {
    expect(shinglesOf("🎉 https://x.co").size).toBe(0);
    expect(jaccard(shinglesOf(""), shinglesOf(""))).toBe(0);
    expect(jaccard(shinglesOf("thank you"), shinglesOf("Thank you! 🎉"))).toBe(1);
  });
});

describe("nearly identical texts", () => {
  it("are found exactly where all pairs would find them", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.9), (texts, least) => {
        const all = texts.map(shinglesOf);
        const { twins, open } = nearlyIdentical(all, least);
        expect(open.size).toBe(0);
        twins.forEach((twin, i) => {
          const some = all.some((other, j) => j !== i && jaccard(all[i]!, other) >= least);
          expect(twin !== null).toBe(some);
          if (twin !== null) expect(jaccard(all[i]!, all[twin]!)).toBeGreaterThanOrEqual(least);
        });
      }),
    );
  });
  it("are all found where several are alike to one only, and not to each other", () => {
    const without = (...left: number[]) => new Set([...Array(20).keys()].filter((place) => !left.includes(place)));
    expect(nearlyIdentical([without(), without(0), without(1, 2)]).twins).toEqual([2, 0, 0]);
    const copies = fc.array(fc.uniqueArray(fc.nat(19), { maxLength: 3 }), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(copies, (left) => {
        const all = left.map((places) => without(...places));
        const some = all.map((one, i) => all.some((other, j) => j !== i && jaccard(one, other) >= 0.9));
        expect(nearlyIdentical(all).twins.map((twin) => twin !== null)).toEqual(some);
      }),
    );
  });
});

describe("same messages on two networks", () => {
  const posted = fc.array(fc.record({ at: fc.nat(200).map((hours) => hours * HOUR), text }), { maxLength: 12 });
  const shingled = (posts: readonly { at: number; text: string }[]): Posted[] =>
    posts.map(({ at, text }) => ({ at, shingles: shinglesOf(text) }));
  it("are found exactly where all pairs would find them", () => {
    fc.assert(
      fc.property(posted, posted, (left, right) => {
        const [a, b] = [shingled(left), shingled(right)];
        const same = (x: Posted, y: Posted): boolean =>
          Math.abs(x.at - y.at) <= SAME_MESSAGE.within &&
          (jaccard(x.shingles, y.shingles) >= SAME_MESSAGE.jaccard ||
            (Math.min(x.shingles.size, y.shingles.size) >= SAME_MESSAGE.fewestShingles &&
              containment(x.shingles, y.shingles) >= SAME_MESSAGE.containment));
        const { pairs: found } = sameMessages(a, b);
        expect(found.map((pair) => pair.a)).toEqual(a.flatMap((x, i) => (b.some((y) => same(x, y)) ? [i] : [])));
        for (const pair of found) expect(same(a[pair.a]!, b[pair.b]!)).toBe(true);
      }),
    );
  });
  it("are not the same 73 hours apart, nor for a greeting inside a longer post", () => {
    const long = "our new store in Kiel opens on Friday at nine see you there";
    const at = (hours: number, text: string): Posted => ({ at: hours * HOUR, shingles: shinglesOf(text) });
    const pairs = (a: Posted, b: Posted) => sameMessages([a], [b]).pairs;
    expect(pairs(at(0, long), at(72, `${long} https://x.co #kiel`))).toHaveLength(1);
    expect(pairs(at(0, long), at(73, long))).toEqual([]);
    expect(pairs(at(0, "see you there"), at(1, long))).toEqual([]);
    expect(pairs(at(0, "opens on Friday at nine see you there"), at(1, long))).toHaveLength(1);
  });
});

describe("too many that come into question", () => {
  // Runs of twelve from a small circle of words: all share shingles with hundreds of others, few are alike.
  const circle = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      shinglesOf(
        Array.from({ length: 12 }, (_, word) => "abcdefg"[(((i * 48_271 + 12_345) >>> (word % 9)) ^ word) % 7]).join(
          " ",
        ),
      ),
    );
  it("leave a text open, never silently without a twin", () => {
    // Every shingle is in a third of all texts, and no two of them are alike.
    const texts = Array.from({ length: 4 * MOST_CANDIDATES }, (_, i) => {
      return new Set(Array.from({ length: 10 }, (_, place) => 3 * place + (Math.floor(i / 3 ** place) % 3)));
    });
    const { twins, open } = nearlyIdentical(texts);
    expect(twins.every((twin) => twin === null)).toBe(true);
    expect(open.size).toBeGreaterThan(0);
    expect(nearlyIdentical([...texts, texts[0]!]).open.has(0)).toBe(false);

    const posts = Array.from({ length: MOST_CANDIDATES + 1 }, (_, i) => {
      return { at: i, shingles: new Set([1, 2, ...Array.from({ length: 10 }, (_, own) => 10 * i + own + 10)]) };
    });
    const greeting = [{ at: 0, shingles: new Set([1, 2]) }];
    const found = sameMessages(greeting, posts);
    expect([found.pairs.length, found.open.size]).toEqual([0, 1]);
    expect(sameMessages(greeting, posts.slice(1)).open.size).toBe(0);
  });

  const kinds: readonly [string, (count: number) => Shingles[]][] = [
    [
      "answers from one mould",
      (count) =>
        Array.from({ length: count }, (_, i) =>
          shinglesOf(`thanks for asking number ${i % 7 === 0 ? i : "x"} please send us a message with order ${i}`),
        ),
    ],
    ["identical texts", (count) => Array.from({ length: count }, () => shinglesOf("thank you for your kind message"))],
    [
      "nearly identical texts",
      (count) =>
        Array.from({ length: count }, (_, i) =>
          shinglesOf(
            `we are sorry to hear this so please send us a message with your order number and we will have a look at it for you as soon as we can today ${i}`,
          ),
        ),
    ],
    ["runs of a few words", circle],
  ];
  it.each(kinds)("%s: so many that comparing all pairs would outlast the test", (_, texts) => {
    expect(nearlyIdentical(texts(40_000)).twins).toHaveLength(40_000);
  });
});
