// Weeks that end where the window ends.
import { describe, expect, it } from "vitest";
import { WEEK, weeksOf } from "../../src/computed/weeks.ts";

describe("weeksOf", () => {
  it("counts back from the window's end; the oldest week may be a part", () => {
    const weeks = weeksOf([0, WEEK, WEEK + 1, 3 * WEEK], { from: 0, to: 3 * WEEK });
    expect(weeks.map(({ count, whole }) => [count, whole])).toEqual([
      [1, false],
      [1, true],
      [1, true],
      [1, true],
    ]);
    expect(weeks.at(-1)!.to).toBe(3 * WEEK + 1);
    expect(weeksOf([], { from: 1, to: 2 * WEEK }).map(({ whole }) => whole)).toEqual([true, true]);
  });

  it("marks weeks that stand out from the base", () => {
    const times = [2, 2, 3, 2, 14, 2].flatMap((count, week) =>
      Array.from({ length: count }, (_, i) => week * WEEK + i),
    );
    const weeks = weeksOf(times, { from: 0, to: 6 * WEEK - 1 });
    expect(weeks.map(({ campaign }) => campaign)).toEqual([false, false, false, false, true, false]);
  });

  it("has no weeks in an empty window, and leaves out what lies outside", () => {
    expect(weeksOf([1], { from: 5, to: 4 })).toEqual([]);
    expect(weeksOf([-1, WEEK + 5], { from: 0, to: WEEK - 1 })[0]!.count).toBe(0);
  });
});
