// Weeks that end where the window ends.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeWeeks, WEEK, weeksOf } from "../../src/computed/weeks.ts";

const DAY = WEEK / 7;

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

describe("active weeks", () => {
  const window = { from: 0, to: 4 * WEEK + WEEK / 2 };
  const weeks = weeksOf([], window);
  const days = (from: number, to: number) => ({
    from: window.to + 1 - 4 * WEEK + from * DAY,
    to: window.to + 1 - 4 * WEEK + to * DAY,
  });

  it("are as many as have a post, and a span where times are told roughly", () => {
    expect(activeWeeks([days(0, 0.1), days(1, 2), days(8, 9)], weeks)).toEqual({ least: 2, most: 2 });
    expect(activeWeeks([days(6, 8)], weeks)).toEqual({ least: 1, most: 1 });
    // Three posts of the same fortnight: all in one of its weeks, or in both.
    expect(activeWeeks([days(0, 14), days(0, 14), days(0, 14)], weeks)).toEqual({ least: 1, most: 2 });
    // It may have been in the week that is surely active.
    expect(activeWeeks([days(1, 2), days(0, 14)], weeks)).toEqual({ least: 1, most: 2 });
    // It may have been before the first whole week.
    expect(activeWeeks([days(-2, 3)], weeks)).toEqual({ least: 0, most: 1 });
    expect(activeWeeks([], [])).toEqual({ least: 0, most: 0 });
  });

  it("lie within their limits wherever in its time each post was", () => {
    const post = fc.record({ from: fc.nat(30), wide: fc.integer({ min: 1, max: 20 }), where: fc.nat(19) });
    fc.assert(
      fc.property(fc.array(post, { maxLength: 7 }), (posts) => {
        const rough = posts.map(({ from, wide }) => days(from - 3, Math.min(from - 3 + wide, 28)));
        const placed = posts.map(({ from, wide, where }) => {
          const day = Math.min(from - 3 + (where % wide), 27);
          return days(day, day + 1);
        });
        const [limits, truth] = [activeWeeks(rough, weeks), activeWeeks(placed, weeks)];
        expect(truth.least).toBe(truth.most);
        expect(limits.least).toBeLessThanOrEqual(truth.least);
        expect(limits.most).toBeGreaterThanOrEqual(truth.most);
      }),
    );
  });
});
