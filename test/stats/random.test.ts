// The seeded stream: the same everywhere, and even enough to resample by.
import { expect, it } from "vitest";
import { Random, seedOf } from "../../src/stats/random.ts";

it("gives the same numbers for the same seed, others for its neighbour", () => {
  const draw = (seed: number): number[] => {
    const random = new Random(seed);
    return Array.from({ length: 5 }, () => random.below(1_000_000));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1).filter((value, i) => value === draw(2)[i])).toEqual([]);
});

it("spreads evenly over all values", () => {
  const random = new Random(42);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i++) counts[random.below(10)]!++;
  // Chi-squared with 9 degrees of freedom: above 27.9 once in a thousand seeds.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
});

it("takes its seed from the numbers and their order", () => {
  expect(seedOf([1, 2, 0.5])).toBe(seedOf([1, 2, 0.5]));
  expect(new Set([seedOf([]), seedOf([0]), seedOf([0, 0]), seedOf([1, 2]), seedOf([2, 1])]).size).toBe(5);
});
