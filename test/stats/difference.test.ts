// The difference of two shares against Newcombe's published examples.
import { describe, expect, it } from "vitest";
import { difference } from "../../src/stats/difference.ts";
import { wilson } from "../../src/stats/intervals.ts";

const share = (k: number, n: number) => ({ share: k / n, ...wilson(k, n) });

describe("difference", () => {
  it("equals method 10 in Newcombe 1998, table II", () => {
    for (const [a, m, b, n, lower, upper] of [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [10, 10, 0, 10, 0.6075, 1],
      [5, 56, 0, 29, -0.0381, 0.1926],
    ] as const) {
      const found = difference(share(a, m), share(b, n));
      expect(found.share).toBeCloseTo(a / m - b / n, 12);
      expect(found.lower).toBeCloseTo(lower, 4);
      expect(found.upper).toBeCloseTo(upper, 4);
    }
  });

  it("turns round with its shares", () => {
    const [a, b] = [share(3, 10), share(7, 9)];
    expect(difference(a, b).lower).toBeCloseTo(-difference(b, a).upper, 12);
  });
});
