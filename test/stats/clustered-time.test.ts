// Limits of the time by which a share is answered: they rest on the limits of the share, and few people prove nothing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredShareBy } from "../../src/stats/clustered.ts";
import { clusteredTimeLimits as limitsOf } from "../../src/stats/clustered-time.ts";
import { kaplanMeier, quantile } from "../../src/stats/survival.ts";
import { sortTurns, type Turn } from "../../src/stats/turns.ts";

const HOUR = 3_600_000;
const clusteredTimeLimits = (turns: readonly Turn[], p: number) => limitsOf(sortTurns(turns), p);
const waiting = (hours: number, i: number): Turn => ({ time: hours * HOUR, event: false, cluster: i });
const answered = (hours: number, i: number): Turn => ({ time: hours * HOUR, event: true, cluster: i });
const turns = fc.array(fc.record({ time: fc.nat(50), event: fc.boolean(), cluster: fc.nat(3) }), {
  minLength: 1,
  maxLength: 40,
});

describe("clusteredTimeLimits", () => {
  it("leaves any time open where one, two or three people are known, however long they waited", () => {
    for (const few of [
      [waiting(168, 1)],
      [answered(5, 1)],
      [answered(5, 1), waiting(6, 2)],
      [waiting(168, 1), waiting(168, 2)],
      [answered(5, 1), answered(6, 2), answered(7, 3)],
    ]) {
      expect(clusteredTimeLimits(few, 0.5)).toEqual({ lower: 0, upper: null });
    }
  });

  it("tells a long wait from a short one once enough people waited", () => {
    const ten = Array.from({ length: 10 }, (_, i) => waiting(168, i));
    expect(clusteredTimeLimits(ten, 0.5)).toEqual({ lower: 168 * HOUR, upper: null });
    const quick = Array.from({ length: 20 }, (_, i) => answered(1 + i / 20, i));
    expect(clusteredTimeLimits(quick, 0.5).upper).toBeLessThan(2 * HOUR);
    expect(clusteredTimeLimits(quick, 0.9).upper).toBeNull();
  });

  it("is wider where people who are alike wrote below the same post", () => {
    const one = Array.from({ length: 20 }, (_, i) => ({ ...waiting(100, i), cluster: 0 }));
    expect(clusteredTimeLimits(one, 0.5).lower).toBe(0);
  });

  it("gives the verdict that the share answered by the aim gives", () => {
    fc.assert(
      fc.property(turns, fc.integer({ min: 0, max: 60 }), fc.constantFrom(0.5, 0.9), (all, aim, p) => {
        const { lower, upper } = clusteredTimeLimits(all, p);
        const share = clusteredShareBy(all, aim + 0.5);
        if (upper !== null && upper <= aim) expect(share.share).toBeGreaterThanOrEqual(p);
        if (lower > aim) expect(share.share).toBeLessThan(p);
        const value = quantile(kaplanMeier(all), p).value;
        expect(lower).toBeLessThanOrEqual(value ?? Number.POSITIVE_INFINITY);
        if (value === null) expect(upper).toBeNull();
        else expect(upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value);
        // Just outside the limits the share's own limits tell it from p; just inside they do not.
        const inside = (t: number) => {
          const limits = clusteredShareBy(all, t);
          return limits.lower < p && limits.upper >= p;
        };
        if (lower > 0) expect(inside(lower - 0.5)).toBe(false);
        if (upper !== null) expect(inside(upper + 0.5)).toBe(false);
        if (lower !== upper) expect(inside(lower + 0.5)).toBe(true);
      }),
    );
  });

  it("knows nothing of nobody, and refuses what is no share", () => {
    expect(clusteredTimeLimits([], 0.5)).toEqual({ lower: 0, upper: null });
    expect(() => clusteredTimeLimits([waiting(1, 1)], 1)).toThrow(RangeError);
  });
});
