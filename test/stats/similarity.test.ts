// Texts that say the same: found as an all-pairs search would find them, whatever links, names and emoji they carry.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  containment,
  jaccard,
  nearlyIdentical,
  type Posted,
  SAME_MESSAGE,
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
        nearlyIdentical(all, least).forEach((twin, i) => {
          const some = all.some((other, j) => j !== i && jaccard(all[i]!, other) >= least);
          expect(twin !== null).toBe(some);
          if (twin !== null) expect(jaccard(all[i]!, all[twin]!)).toBeGreaterThanOrEqual(least);
        });
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
        const found = sameMessages(a, b);
        expect(found.map((pair) => pair.a)).toEqual(a.flatMap((x, i) => (b.some((y) => same(x, y)) ? [i] : [])));
        for (const pair of found) expect(same(a[pair.a]!, b[pair.b]!)).toBe(true);
      }),
    );
  });
  it("are not the same 73 hours apart, nor for a greeting inside a longer post", () => {
    const long = "our new store in Kiel opens on Friday at nine see you there";
    const at = (hours: number, text: string): Posted => ({ at: hours * HOUR, shingles: shinglesOf(text) });
    expect(sameMessages([at(0, long)], [at(72, `${long} https://x.co #kiel`)])).toHaveLength(1);
    expect(sameMessages([at(0, long)], [at(73, long)])).toEqual([]);
    expect(sameMessages([at(0, "see you there")], [at(1, long)])).toEqual([]);
    expect(sameMessages([at(0, "opens on Friday at nine see you there")], [at(1, long)])).toHaveLength(1);
  });
});

it("grows with the number of texts, not with its square", () => {
  const texts = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      shinglesOf(`thanks for asking number ${i % 7 === 0 ? i : "x"} please send us a message with order ${i}`),
    );
  const timed = (count: number): number => {
    const all = texts(count);
    const runs = Array.from({ length: 3 }, () => {
      const start = performance.now();
      nearlyIdentical(all);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  timed(500);
  // Ten times the texts: linear is 10, all pairs 100; the room between is for a busy machine.
  expect(timed(5_000) / timed(500)).toBeLessThan(40);
});
