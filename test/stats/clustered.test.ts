// Shares whose comments cluster by post: what the limits reckon with, and what must not change them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASSUMED_ICC,
  clusteredShare,
  clusteredShareBy,
  coveredShareBy,
  MOST_CLUSTERS,
  shareOfTurns,
} from "../../src/stats/clustered.ts";
import { guardedWilson, wilson } from "../../src/stats/intervals.ts";
import { Random } from "../../src/stats/random.ts";
import { kaplanMeier, shareBy } from "../../src/stats/survival.ts";
import { sortTurns, withUnknown } from "../../src/stats/turns.ts";

const posts = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(12)).map(([n, k]) => ({ n, k: Math.min(n, k) })),
  { minLength: 1, maxLength: 20 },
);
const turns = fc.array(fc.record({ time: fc.nat(50), event: fc.boolean(), cluster: fc.constantFrom(3, 0, 7, 8) }), {
  minLength: 1,
  maxLength: 40,
});
const alone = (n: number, k: number) => Array.from({ length: n }, (_, i) => ({ n: 1, k: Number(i < k) }));

describe("clusteredShare", () => {
  it("is guarded Wilson where every comment stands under a post of its own", () => {
    for (const k of [0, 2, 5]) {
      const { lower, upper, effectiveN } = clusteredShare(alone(5, k));
      expect(effectiveN).toBe(5);
      expect({ lower, upper }).toEqual(guardedWilson(k, 5));
    }
    expect(clusteredShare(alone(8, 8)).lower).toBe(wilson(8, 8).lower);
  });
  it("takes 0.3 where the correlation cannot be estimated", () => {
    const { icc, effectiveN } = clusteredShare([{ n: 20, k: 12 }]);
    expect(icc).toBe(ASSUMED_ICC);
    expect(effectiveN).toBeCloseTo(20 / (1 + 19 * 0.3), 12);
  });
  it("draws the estimate by the analysis of variance towards 0.3", () => {
    // Means 0.75 and 0.25 of 4: between = 0.5, within = 1.5/6 = 0.25, so (0.5 − 0.25)/(0.5 + 3·0.25) = 0.2.
    const { icc } = clusteredShare([
      { n: 4, k: 3 },
      { n: 4, k: 1 },
    ]);
    expect(icc).toBeCloseTo((1 * 0.2 + 6 * 0.3) / 7, 12);
  });
  it("is never narrower than Wilson, and wider the more alike comments of a post are", () => {
    fc.assert(
      fc.property(posts, (all) => {
        const { lower, upper, share, n } = clusteredShare(all);
        const plain = wilson(share! * n, n);
        expect(lower).toBeLessThanOrEqual(plain.lower + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(plain.upper - 1e-12);
      }),
    );
    const mixed = clusteredShare(Array.from({ length: 10 }, () => ({ n: 6, k: 3 })));
    const split = clusteredShare(Array.from({ length: 10 }, (_, i) => ({ n: 6, k: 6 * (i % 2) })));
    expect(split.upper - split.lower).toBeGreaterThan(1.5 * (mixed.upper - mixed.lower));
  });
  it("order of posts and posts without comments change nothing", () => {
    fc.assert(
      fc.property(posts, (all) => {
        const turned = clusteredShare([{ n: 0, k: 0 }, ...[...all].reverse()]);
        const straight = clusteredShare(all);
        expect(turned.lower).toBeCloseTo(straight.lower, 12);
        expect(turned.upper).toBeCloseTo(straight.upper, 12);
      }),
    );
  });
  it("mirrors with the share", () => {
    fc.assert(
      fc.property(
        posts.filter((all) => all.length < 8),
        (all) => {
          const a = clusteredShare(all);
          const b = clusteredShare(all.map(({ n, k }) => ({ n, k: n - k })));
          expect(b.lower).toBeCloseTo(1 - a.upper, 9);
          expect(b.upper).toBeCloseTo(1 - a.lower, 9);
        },
      ),
    );
  });
  it("bootstraps from 8 posts on: a few busy posts that differ widen it beyond the effective number", () => {
    const uneven = [{ n: 60, k: 60 }, ...Array.from({ length: 9 }, () => ({ n: 2, k: 0 }))];
    const { lower, share, effectiveN } = clusteredShare(uneven);
    expect(lower).toBe(0);
    expect(guardedWilson(share! * effectiveN, effectiveN).lower).toBeGreaterThan(0);
  });
  it("goes on without resampling beyond 500 posts: the limits stay what they were", () => {
    const posts = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ n: 1 + (i % 7), k: i % 3 === 0 ? 1 + (i % 7) : 0 }));
    const [resampled, normal] = [clusteredShare(posts(MOST_CLUSTERS)), clusteredShare(posts(MOST_CLUSTERS + 1))];
    const width = resampled.upper - resampled.lower;
    expect(Math.abs(normal.lower - resampled.lower)).toBeLessThan(width / 10);
    expect(Math.abs(normal.upper - resampled.upper)).toBeLessThan(width / 10);
    // Here Wilson on what the posts tell is narrower than either.
    const few = Array.from({ length: 600 }, (_, i) => (i < 6 ? { n: 300, k: i < 3 ? 300 : 0 } : { n: 1, k: i % 2 }));
    const { lower, upper } = clusteredShare(few);
    const spread = 1.959964 * Math.sqrt(6 * 150 ** 2 + 594 * 0.25);
    expect(upper - lower).toBeGreaterThanOrEqual((2 * spread) / (6 * 300 + 594) - 1e-6);
  });

  it("one more unanswered comment never raises the share, and hardly ever the lower limit", () => {
    // The limits cannot fall always: what is more alike tells less, and one more comment changes how alike they are.
    const random = new Random(7);
    const pages = 8_000;
    let [rises, clearRises, highest, verdicts] = [0, 0, 0, 0];
    for (let page = 0; page < pages; page++) {
      const [most, share, alike] = [1 + random.below(10), random.next(), random.next()];
      const before = Array.from({ length: 1 + random.below(12) }, () => {
        const own = random.next() < alike ? Number(random.next() < share) : share;
        const answered = Array.from({ length: 1 + random.below(most) }, () => random.next() < own);
        return { n: answered.length, k: answered.filter(Boolean).length };
      });
      const at = random.below(before.length + 1);
      const after = [...before, { n: 0, k: 0 }].map(({ n, k }, i) => ({ n: n + Number(i === at), k }));
      const [was, is] = [clusteredShare(before), clusteredShare(after)];
      expect(is.share!).toBeLessThanOrEqual(was.share!);
      const rise = is.lower - was.lower;
      rises += Number(rise > 1e-9);
      clearRises += Number(rise > 0.02);
      highest = Math.max(highest, rise);
      verdicts += Number([0.25, 0.5, 0.65, 0.8, 0.9].some((target) => was.lower < target && is.lower >= target));
    }
    expect(rises / pages).toBeLessThan(0.06);
    expect(clearRises / pages).toBeLessThan(0.005);
    expect(highest).toBeLessThan(0.1);
    expect(verdicts / pages).toBeLessThan(0.001);
  });

  it("knows nothing from nothing and refuses what is no count", () => {
    expect(clusteredShare([])).toMatchObject({ share: null, lower: 0, upper: 1, n: 0 });
    expect(() => clusteredShare([{ n: 2, k: 3 }])).toThrow(RangeError);
  });
});

describe("clusteredShareBy", () => {
  it("is clusteredShare where nobody is censored before", () => {
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 50 }), (all, t) => {
        const watched = all.map(({ time, event, cluster }) => ({ time: event ? time : 60, event, cluster }));
        const counts = new Map<number, { n: number; k: number }>();
        for (const { time, event, cluster } of watched) {
          const { n, k } = counts.get(cluster) ?? { n: 0, k: 0 };
          counts.set(cluster, { n: n + 1, k: k + Number(event && time <= t) });
        }
        const plain = clusteredShare([...counts.values()]);
        const by = clusteredShareBy(watched, t);
        expect(by.share).toBeCloseTo(plain.share!, 12);
        expect(by.effectiveN).toBeCloseTo(plain.effectiveN, 6);
        expect(by.lower).toBeLessThanOrEqual(plain.lower + 1e-9);
        if (by.watched) expect(by.upper).toBeGreaterThanOrEqual(plain.upper - 1e-9);
      }),
    );
  });
  it("has the share of Kaplan–Meier and never narrower limits; order changes nothing", () => {
    fc.assert(
      fc.property(turns, fc.nat(60), (all, t) => {
        const plain = shareBy(kaplanMeier(all), t);
        const by = clusteredShareBy(all, t);
        expect(by.share).toBe(plain.share);
        expect(by.lower).toBeLessThanOrEqual(plain.lower);
        expect(by.upper).toBeGreaterThanOrEqual(plain.upper);
        const turned = clusteredShareBy([...all].reverse(), t);
        expect(turned.lower).toBeCloseTo(by.lower, 9);
        expect(turned.upper).toBeCloseTo(by.upper, 9);
      }),
    );
  });
  it("bootstraps the same limits whatever the order", () => {
    const many = fc.array(fc.record({ time: fc.nat(50), event: fc.boolean(), cluster: fc.nat(30) }), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(many, fc.nat(60), (all, t) => {
        const [straight, turned] = [clusteredShareBy(all, t), clusteredShareBy([...all].reverse(), t)];
        expect(turned.lower).toBeCloseTo(straight.lower, 9);
        expect(turned.upper).toBeCloseTo(straight.upper, 9);
      }),
    );
  });
  it("one more unanswered person never raises the share", () => {
    fc.assert(
      fc.property(turns, fc.nat(60), fc.nat(60), (all, time, t) => {
        const more = clusteredShareBy([...all, { time, event: false, cluster: 0 }], t);
        expect(more.share!).toBeLessThanOrEqual(clusteredShareBy(all, t).share! + 1e-12);
      }),
    );
  });
  it("reckons with posts being alike", () => {
    const all = Array.from({ length: 80 }, (_, i) => ({
      time: i % 2 === 0 ? 1 + (i % 7) : 30,
      event: i % 2 === 0,
      cluster: i % 10,
    }));
    const spread = all.map((turn, i) => ({ ...turn, cluster: Math.floor(i / 8) }));
    const [alike, mixed] = [clusteredShareBy(all, 24), clusteredShareBy(spread, 24)];
    expect(alike.share).toBe(mixed.share);
    expect(alike.upper - alike.lower).toBeGreaterThan(1.5 * (mixed.upper - mixed.lower));
  });
  it("says so where nobody was watched that long", () => {
    expect(clusteredShareBy([{ time: 3, event: false, cluster: 0 }], 24)).toMatchObject({ watched: false, upper: 1 });
    expect(clusteredShareBy([], 24)).toMatchObject({ share: null, lower: 0, upper: 1 });
  });
});

describe("sorted turns", () => {
  it("with unknown ones counted below their post are the turns with each of them listed", () => {
    const unknowns = fc.array(fc.record({ cluster: fc.constantFrom(0, 3, 9), count: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(turns, unknowns, fc.nat(60), fc.boolean(), fc.nat(60), (all, unknown, time, event, t) => {
        const each = unknown.flatMap(({ cluster, count }) =>
          Array.from({ length: count }, () => ({ time, event, cluster })),
        );
        const counted = shareOfTurns(withUnknown(sortTurns(all), unknown, time, event), t);
        const listed = clusteredShareBy([...all, ...each], t);
        for (const key of ["share", "lower", "upper", "n", "effectiveN", "icc"] as const) {
          expect(counted[key]).toBeCloseTo(listed[key]!, 9);
        }
      }),
    );
  });
});

describe("both doubts", () => {
  it("unknown turns answer nobody at the low end and everybody at once at the high end", () => {
    const all = [
      { time: 1, event: true, cluster: 0 },
      { time: 30, event: false, cluster: 0 },
      { time: 2, event: true, cluster: 1 },
    ];
    const { known, bounds, envelope } = coveredShareBy(sortTurns(all), [{ cluster: 1, count: 3 }], 24);
    expect(known.share).toBeCloseTo(2 / 3, 12);
    expect(bounds.lower).toBeCloseTo(2 / 6, 12);
    expect(bounds.upper).toBeCloseTo(5 / 6, 12);
    expect(envelope.lower).toBeLessThan(bounds.lower);
    expect(envelope.upper).toBeGreaterThan(bounds.upper);
    expect(coveredShareBy(sortTurns(all), [], 24).envelope).toEqual({ lower: known.lower, upper: known.upper });
  });
});
