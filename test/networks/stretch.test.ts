// The stretch of a list that runs from new to old: found among whatever stands out of order, never claimed too large.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallingStretch } from "../../src/networks/stretch.ts";

describe("the falling stretch of a list", () => {
  it.each<[string, number[], [number, number, number]]>([
    ["all of it where all of it falls, equal times included", [9, 7, 7, 2], [2, 9, 0]],
    ["without an old post at the top", [1, 19, 18], [18, 19, 1]],
    ["without an old post in between", [19, 1, 18], [18, 19, 1]],
    ["without an old post in between, however much falls before it", [9, 8, 1, 7, 6], [6, 9, 1]],
    ["without a young post further down", [9, 8, 20, 7], [7, 9, 1]],
    ["the younger of two that contradict each other", [1, 9], [9, 9, 1]],
    ["one post", [5], [5, 5, 0]],
  ])("is %s", (_, times, [from, to, misplaced]) => {
    expect(fallingStretch(times)).toEqual({ from, to, misplaced });
  });
  it("is nothing over nothing", () => {
    expect(fallingStretch([])).toBeNull();
  });
  it("is as long as the longest falling choice, and of those reaches least far back", () => {
    /** All choices, tried one by one. */
    const best = (times: readonly number[]): { length: number; from: number } => {
      let found = { length: 0, from: -1 };
      for (let choice = 1; choice < 1 << times.length; choice++) {
        const chosen = times.filter((_, index) => choice & (1 << index));
        if (chosen.some((time, index) => index > 0 && time > chosen[index - 1]!)) continue;
        const [length, from] = [chosen.length, chosen.at(-1)!];
        if (length > found.length || (length === found.length && from > found.from)) found = { length, from };
      }
      return found;
    };
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }), (times) => {
        const { from, to, misplaced } = fallingStretch(times)!;
        const { length, from: expected } = best(times);
        expect([times.length - misplaced, from]).toEqual([length, expected]);
        expect(times).toContain(to);
        expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });
});
