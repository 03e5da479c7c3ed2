// Verdicts on "half have an answer within 24 hours" come out on the wrong side in at most 5 % of pages, in every cell.
import { expect, it } from "vitest";
import { clusteredTimeLimits } from "../../src/stats/clustered-time.ts";
import { sortTurns } from "../../src/stats/turns.ts";
import { type Measure, runCells, type Setting, table } from "./verdict-cells.ts";

const HOUR = 3_600_000;
const AIM = 24 * HOUR;

/** As for the share answered by 24 hours: a third of the threads were not watched for so long. */
const timeUntil = (p: number): Measure => ({
  targets: [p],
  limits({ posts, answered }, random) {
    const turns = Array.from(posts, (cluster, i) => {
      const late = random.next() < 1 / 3 ? AIM + 48 * HOUR * random.next() : Number.POSITIVE_INFINITY;
      const answer = answered[i] === 1 ? AIM * random.next() ** 2 : late;
      const read = 72 * HOUR * random.next();
      return { cluster, time: Math.min(answer, read), event: answer <= read };
    });
    const { lower, upper } = clusteredTimeLimits(sortTurns(turns), p);
    // The verdict on the time, told as one on the share: met, missed, or neither.
    const told = { lower: Number(upper !== null && upper <= AIM), upper: Number(lower <= AIM) };
    return () => told;
  },
});

const cellsOf = (p: number, setting: Partial<Setting> = {}) => {
  const usual: Setting = {
    comments: [8, 40],
    posts: [2, 10],
    iccs: [0, 0.3],
    likeness: "beta",
    spreads: ["even", "random"],
    // The limits of shares, which these rest on, are held to it by twice as many.
    pages: 1_000,
  };
  const cells = runCells({ ...usual, ...setting }, timeUntil(p))[0]!;
  console.log(table(`Time until ${100 * p} % have an answer, a third censored before`, cells));
  return cells;
};

it("holds for the time until half have an answer", { timeout: 300_000 }, () => {
  const cells = cellsOf(0.5);
  expect(cells.length).toBe(8 * 2 * 2 * 2);
  expect(cells.filter(({ wrong }) => wrong > 0.05)).toEqual([]);
  // Far from the aim, with many posts and nothing alike, it must be able to tell.
  const clear = cellsOf(0.5, { comments: [100], posts: [30], iccs: [0] }).filter(
    ({ offset }) => Math.abs(offset) === 0.2,
  );
  expect(Math.max(...clear.map(({ cannotTell }) => cannotTell))).toBeLessThan(0.25);
});

it("holds for the time until nine in ten have an answer, and for very few people", { timeout: 300_000 }, () => {
  for (const cells of [
    cellsOf(0.9, { comments: [40], iccs: [0.3] }),
    cellsOf(0.5, { comments: [1, 3], posts: [1, 3], iccs: [0] }),
  ]) {
    expect(cells.filter(({ wrong }) => wrong > 0.05)).toEqual([]);
  }
});
