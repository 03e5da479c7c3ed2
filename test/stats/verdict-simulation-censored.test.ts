// Verdicts on "answered by 24 hours" with censoring come out on the wrong side in at most 5 % of pages, in every cell.
import { expect, it } from "vitest";
import { clusteredShareBy } from "../../src/stats/clustered.ts";
import type { Limits } from "../../src/stats/intervals.ts";
import type { Random } from "../../src/stats/random.ts";
import type { Comment } from "./simulated-page.ts";
import { runCells, table } from "./verdict-cells.ts";

const HOUR = 3_600_000;

/**
 * Threads were last read up to 72 h after the message, so that a third were not watched for 24 h. Whoever counts as
 * answered has the answer within 24 h, mostly early; of the others a third are answered up to 48 h later.
 */
function answeredBy24h(page: readonly Comment[], random: Random): Limits {
  const turns = page.map(({ post, answered }) => {
    const late = random.next() < 1 / 3 ? (24 + 48 * random.next()) * HOUR : Number.POSITIVE_INFINITY;
    const answer = answered ? 24 * HOUR * random.next() ** 2 : late;
    const read = 72 * HOUR * random.next();
    return { cluster: post, time: Math.min(answer, read), event: answer <= read };
  });
  return clusteredShareBy(turns, 24 * HOUR);
}

it("holds for the share answered by 24 hours in every cell", { timeout: 600_000 }, () => {
  const cells = runCells({
    targets: [0.65],
    likeness: "beta",
    spreads: ["even", "random"],
    limits: answeredBy24h,
  });
  console.log(table("Answered by 24 hours, a third censored before", cells));
  expect(cells.length).toBe(8 * 4 * 4 * 3);
  expect(cells.filter(({ wrong }) => wrong > 0.05)).toEqual([]);
});
