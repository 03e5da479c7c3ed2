// Limits of shares and rates against R, and the bounds that unread messages leave.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile, gammaQuantile } from "../../src/stats/distributions.ts";
import { coverageBounds, guardedWilson, outer, poissonRate, wilson } from "../../src/stats/intervals.ts";

describe("against R 4.2.2", () => {
  it.each([
    [8, 8, 0.67559243511612, 1],
    [3, 10, 0.107791267406301, 0.603221852538855],
    [0, 3, 0, 0.561497031755045],
    [81, 263, 0.255288519878274, 0.3662095769828],
  ])("Wilson of %i in %i (prop.test without correction)", (k, n, lower, upper) => {
    expect(wilson(k, n).lower).toBeCloseTo(lower, 12);
    expect(wilson(k, n).upper).toBeCloseTo(upper, 12);
  });
  it.each([
    [0, 4, 0, 0.922219863528484],
    [10, 13, 0.368876053548649, 1.41464277246291],
    [120, 52, 1.91330626203728, 2.759434334026],
  ])("Poisson %i in %i weeks (poisson.test)", (count, weeks, lower, upper) => {
    expect(poissonRate(count, weeks).rate).toBe(count / weeks);
    expect(poissonRate(count, weeks).lower).toBeCloseTo(lower, 11);
    expect(poissonRate(count, weeks).upper).toBeCloseTo(upper, 11);
  });
  it.each([
    [0.025, 3, 5, 0.0989882784425079],
    [0.05, 0.3, 8.2, 4.08797232929419e-6],
    [0.975, 400, 0.5, 0.999998771646877],
    [0.5, 2000, 3000, 0.399986665626418],
  ])("qbeta(%f, %f, %f)", (p, a, b, x) => expect(betaQuantile(p, a, b)).toBeCloseTo(x, 11));
  it.each([
    [0.025, 1, 0.0253178079842899],
    [0.975, 11, 18.3903560420178],
    [0.025, 5000, 4862.3591886949],
    [0.5, 0.2, 0.0207463391928249],
  ])("qgamma(%f, %f)", (p, a, x) => expect(gammaQuantile(p, a) / x).toBeCloseTo(1, 10));
});

describe("Wilson", () => {
  it("needs 8, 16, 35 clean answers for 65, 80, 90 %, and 3 unanswered disprove 65 %", () => {
    for (const limits of [wilson, guardedWilson]) {
      for (const [n, target] of [
        [8, 0.65],
        [16, 0.8],
        [35, 0.9],
      ] as const) {
        expect(limits(n, n).lower).toBeGreaterThanOrEqual(target);
        expect(limits(n - 1, n - 1).lower).toBeLessThan(target);
      }
      expect(limits(0, 3).upper).toBeLessThan(0.65);
    }
  });
  it("holds the share, and its guarded form holds it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const [plain, guarded] = [wilson(share * n, n), guardedWilson(share * n, n)];
        expect(plain.lower).toBeLessThanOrEqual(share + 1e-12);
        expect(plain.upper).toBeGreaterThanOrEqual(share - 1e-12);
        expect(guarded.lower).toBeLessThanOrEqual(plain.lower);
        expect(guarded.upper).toBeGreaterThanOrEqual(plain.upper);
      }),
    );
  });
  it("guarded, errs on either side in at most 5 % whatever the share", () => {
    for (const n of [3, 5, 8, 13]) {
      const limits = Array.from({ length: n + 1 }, (_, k) => guardedWilson(k, n));
      for (let share = 0.01; share < 1; share += 0.01) {
        let [above, below] = [0, 0];
        let chance = (1 - share) ** n;
        limits.forEach(({ lower, upper }, k) => {
          if (lower > share) above += chance;
          if (upper < share) below += chance;
          chance *= ((n - k) / (k + 1)) * (share / (1 - share));
        });
        expect(above).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(below).toBeLessThanOrEqual(0.05 + 1e-9);
      }
    }
  });
  it("knows nothing from nothing and refuses what is no count", () => {
    expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => poissonRate(1.5, 2)).toThrow(RangeError);
    expect(() => poissonRate(1, 0)).toThrow(RangeError);
    expect(() => coverageBounds(3, 2, 0)).toThrow(RangeError);
  });
});

describe("coverage bounds", () => {
  it("are [k/(m+u), (k+u)/(m+u)]", () => {
    expect(coverageBounds(6, 8, 12)).toEqual({ lower: 0.3, upper: 0.9 });
    expect(coverageBounds(0, 0, 0)).toEqual({ lower: 0, upper: 1 });
  });
  it("only narrow as unknown turns become known", () => {
    const counts = fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.boolean());
    fc.assert(
      fc.property(counts, ([answered, waiting, unknown, turnsOut]) => {
        const before = coverageBounds(answered, answered + waiting, unknown);
        const after = coverageBounds(answered + Number(turnsOut), answered + waiting + 1, unknown - 1);
        expect(after.lower).toBeGreaterThanOrEqual(before.lower);
        expect(after.upper).toBeLessThanOrEqual(before.upper);
        expect(after.upper - after.lower).toBeLessThan(before.upper - before.lower);
      }),
    );
  });
});

it("the outer interval holds all", () => {
  expect(outer({ lower: 0.2, upper: 0.3 }, { lower: 0.1, upper: 0.25 })).toEqual({ lower: 0.1, upper: 0.3 });
});
