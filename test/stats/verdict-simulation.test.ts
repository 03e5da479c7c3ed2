// Verdicts on shares, of answers by conversation and of people answered by 24 hours, err in at most 5 % of pages in every cell.
import { expect, it } from "vitest";
import { clusteredShare, shareOfTurns } from "../../src/stats/clustered.ts";
import { guardedWilson } from "../../src/stats/intervals.ts";
import { sortTurns } from "../../src/stats/turns.ts";
import { clustersOf } from "./simulated-page.ts";
import { type Cell, type Measure, runCells, table } from "./verdict-cells.ts";

const HOUR = 3_600_000;

/** The limits are mirrored with the share (test/stats/clustered.test.ts), so 0.8 stands for 0.2 too. */
const shares: Measure = {
  targets: [0.65, 0.8],
  limits(page) {
    const clusters = clustersOf(page);
    return (resampled) => clusteredShare(clusters, resampled);
  },
};

/**
 * Threads were last read up to 72 h after the message, so that a third were not watched for 24 h. Whoever counts as
 * answered has the answer within 24 h, mostly early; of the others a third are answered up to 48 h later.
 */
const answeredBy24h: Measure = {
  targets: [0.65],
  limits({ posts, answered }, random) {
    const turns = Array.from(posts, (cluster, i) => {
      const late = random.next() < 1 / 3 ? (24 + 48 * random.next()) * HOUR : Number.POSITIVE_INFINITY;
      const answer = answered[i] === 1 ? 24 * HOUR * random.next() ** 2 : late;
      const read = 72 * HOUR * random.next();
      return { cluster, time: Math.min(answer, read), event: answer <= read };
    });
    const sorted = sortTurns(turns);
    return (resampled) => shareOfTurns(sorted, 24 * HOUR, resampled);
  },
};

const wrongAbove5 = (cells: readonly Cell[]) => cells.filter(({ wrong }) => wrong > 0.05);

it("holds in every cell", { timeout: 600_000 }, () => {
  const found = runCells({ likeness: "beta", spreads: ["even", "random"] }, shares, answeredBy24h);
  const [ofShares, by24h] = found as [Cell[], Cell[]];
  console.log(table("Shares", ofShares));
  console.log(table("Answered by 24 hours, a third censored before", by24h));
  expect([ofShares.length, by24h.length]).toEqual([2 * 8 * 4 * 4 * 3, 8 * 4 * 4 * 3]);
  for (const cells of found) expect(wrongAbove5(cells)).toEqual([]);
  // Far from the target, with many posts and nothing alike, it must be able to tell.
  const clear = ofShares.filter(
    (c) => Math.abs(c.offset) === 0.2 && c.posts === 30 && c.comments === 100 && c.icc === 0,
  );
  expect(Math.max(...clear.map(({ cannotTell }) => cannotTell))).toBeLessThan(0.1);
});

it("holds where comments of a post are alike in other ways and crowd under few posts", { timeout: 300_000 }, () => {
  for (const likeness of ["copied", "allOrNone"] as const) {
    const crowded = { posts: [2, 5], comments: [40, 100], iccs: [0.3], likeness };
    const [cells] = runCells({ ...crowded, spreads: ["even", "random", "uneven"] }, shares);
    expect(wrongAbove5(cells!)).toEqual([]);
  }
});

it("holds for shares of posts or people, which do not depend on one another, of every number up to 100", () => {
  for (let n = 1; n <= 100; n++) {
    const limits = Array.from({ length: n + 1 }, (_, k) => guardedWilson(k, n));
    for (let percent = 2; percent <= 98; percent += 2) {
      const target = percent / 100;
      // Exactly: the chances of all counts that give the verdict, where the truth lies hardly beyond the target.
      const chances = chancesOf(n, target);
      const met = chances.reduce((sum, chance, k) => sum + (limits[k]!.lower >= target ? chance : 0), 0);
      const missed = chances.reduce((sum, chance, k) => sum + (limits[k]!.upper < target ? chance : 0), 0);
      expect(met, `met, target ${percent} %, n ${n}`).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(missed, `missed, target ${percent} %, n ${n}`).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  }
});

/** The binomial chances of 0 to `n`. */
function chancesOf(n: number, share: number): number[] {
  const chances: number[] = [];
  let log = n * Math.log(1 - share);
  for (let k = 0; k <= n; k++) {
    chances.push(Math.exp(log));
    log += Math.log((n - k) / (k + 1)) + Math.log(share / (1 - share));
  }
  return chances;
}
