// Verdicts on shares come out on the wrong side of the truth in at most 5 % of pages, in every cell.
import { expect, it } from "vitest";
import { type Cluster, clusteredShare } from "../../src/stats/clustered.ts";
import type { Limits } from "../../src/stats/intervals.ts";
import type { Comment } from "./simulated-page.ts";
import { runCells, table } from "./verdict-cells.ts";

/** Pages with the same posts recur, above all with few posts; the limits depend on nothing else. */
const known = new Map<string, Limits>();

function shareLimits(page: readonly Comment[]): Limits {
  const posts = new Map<number, Cluster>();
  for (const { post, answered } of page) {
    const { n, k } = posts.get(post) ?? { n: 0, k: 0 };
    posts.set(post, { n: n + 1, k: k + Number(answered) });
  }
  const key = Array.from(posts.values(), ({ n, k }) => 1_000 * n + k)
    .sort((a, b) => a - b)
    .join();
  const limits = known.get(key) ?? clusteredShare([...posts.values()]);
  if (posts.size <= 10) known.set(key, limits);
  return limits;
}

const wrongAbove5 = (cells: ReturnType<typeof runCells>) => cells.filter(({ wrong }) => wrong > 0.05);

it("holds for shares in every cell", { timeout: 600_000 }, () => {
  const cells = runCells({
    // The limits are mirrored with the share (test/stats/clustered.test.ts), so 0.8 stands for 0.2 too.
    targets: [0.65, 0.8],
    likeness: "beta",
    spreads: ["even", "random"],
    limits: shareLimits,
  });
  console.log(table("Shares", cells));
  expect(cells.length).toBe(2 * 8 * 4 * 4 * 3);
  expect(wrongAbove5(cells)).toEqual([]);
  // Far from the target, with many posts and nothing alike, it must be able to tell.
  const clear = cells.filter((c) => Math.abs(c.offset) === 0.2 && c.posts === 30 && c.comments === 100 && c.icc === 0);
  expect(Math.max(...clear.map(({ cannotTell }) => cannotTell))).toBeLessThan(0.1);
});

it("holds where comments of a post are alike in other ways and crowd under few posts", { timeout: 300_000 }, () => {
  for (const likeness of ["copied", "allOrNone"] as const) {
    const cells = runCells({
      targets: [0.65, 0.8],
      posts: [2, 5],
      comments: [40, 100],
      iccs: [0.3],
      likeness,
      spreads: ["even", "random", "uneven"],
      limits: shareLimits,
    });
    expect(wrongAbove5(cells)).toEqual([]);
  }
});
