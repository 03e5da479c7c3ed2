// Kaplan–Meier against R, on classical vectors and (where the material lies beside the project) on real reply times.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../src/stats/intervals.ts";
import { kaplanMeier, quantile, shareBy, stepOf, type Timed } from "../../src/stats/survival.ts";

const timed = (times: readonly number[], events: readonly number[]): Timed[] =>
  times.map((time, i) => ({ time, event: events[i] === 1 }));

/** Time, at risk, events, S, variance, limits of S: R 4.2.2, survival 3.5-3, survfit(conf.type = "log-log"). */
type Row = readonly [number, number, number, number, number | null, number | null, number | null];
interface Vector {
  readonly observations: readonly Timed[];
  readonly rows: readonly Row[];
  /** Value and limits at 0.25, 0.5, 0.9. */
  readonly quantiles: readonly (readonly (number | null)[])[];
}

const VECTORS: Record<string, Vector> = {
  // Remission under 6-MP, weeks: Freireich et al., Blood 21:699–716, 1963.
  "leukaemia 6-MP": {
    observations: timed(
      [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
      [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
    ),
    rows: [
      [6, 21, 3, 0.857142857142857, 0.00583090379008746, 0.619717955265984, 0.951551747646997],
      [7, 17, 1, 0.80672268907563, 0.00755774380933787, 0.563146564622233, 0.92280901920288],
      [9, 16, 0, 0.80672268907563, 0.00755774380933787, 0.563146564622233, 0.92280901920288],
      [10, 15, 1, 0.752941176470588, 0.00928325563212597, 0.503199510799957, 0.889361835169265],
      [11, 13, 0, 0.752941176470588, 0.00928325563212597, 0.503199510799957, 0.889361835169265],
      [13, 12, 1, 0.690196078431372, 0.0114093817970607, 0.431610222486184, 0.849065963349451],
      [16, 11, 1, 0.627450980392157, 0.0130082841800055, 0.367510855987502, 0.804912189471841],
      [17, 10, 0, 0.627450980392157, 0.0130082841800055, 0.367510855987502, 0.804912189471841],
      [19, 9, 0, 0.627450980392157, 0.0130082841800055, 0.367510855987502, 0.804912189471841],
      [20, 8, 0, 0.627450980392157, 0.0130082841800055, 0.367510855987502, 0.804912189471841],
      [22, 7, 1, 0.53781512605042, 0.0164438950732707, 0.267778936767135, 0.746790717635394],
      [23, 6, 1, 0.448179271708683, 0.0181148602316377, 0.188052005959232, 0.680142628495241],
      [25, 5, 0, 0.448179271708683, 0.0181148602316377, 0.188052005959232, 0.680142628495241],
      [32, 4, 0, 0.448179271708683, 0.0181148602316377, 0.188052005959232, 0.680142628495241],
      [34, 2, 0, 0.448179271708683, 0.0181148602316377, 0.188052005959232, 0.680142628495241],
      [35, 1, 0, 0.448179271708683, 0.0181148602316377, 0.188052005959232, 0.680142628495241],
    ],
    quantiles: [
      [13, 6, 22],
      [23, 13, null],
      [null, null, null],
    ],
  },
  ties: {
    observations: timed([1, 2, 2, 3, 3, 3, 4, 5, 5, 8], [1, 1, 0, 1, 1, 0, 0, 1, 1, 0]),
    rows: [
      [1, 10, 1, 0.9, 0.009, 0.473009271362051, 0.985281393367343],
      [2, 9, 1, 0.8, 0.016, 0.408690781633404, 0.945872645838912],
      [3, 7, 2, 0.571428571428571, 0.0268221574344023, 0.217192702382284, 0.814572137920779],
      [4, 4, 0, 0.571428571428571, 0.0268221574344023, 0.217192702382284, 0.814572137920779],
      [5, 3, 2, 0.19047619047619, 0.0271676924738149, 0.00993719649247364, 0.550857875223293],
      [8, 1, 0, 0.19047619047619, 0.0271676924738149, 0.00993719649247364, 0.550857875223293],
    ],
    quantiles: [
      [3, 1, 5],
      [5, 1, null],
      [null, 5, null],
    ],
  },
  "none censored": {
    observations: timed([1, 2, 2, 3, 5, 8], [1, 1, 1, 1, 1, 1]),
    rows: [
      [1, 6, 1, 0.833333333333333, 0.0231481481481482, 0.273122849928356, 0.974712426690894],
      [2, 5, 2, 0.5, 0.0416666666666667, 0.110948260351438, 0.803709236850057],
      [3, 3, 1, 0.333333333333333, 0.037037037037037, 0.0460822434120451, 0.675564357969301],
      [5, 2, 1, 0.166666666666667, 0.0231481481481481, 0.00772310404017215, 0.51680178184491],
      [8, 1, 1, 0, null, null, null],
    ],
    quantiles: [
      [2, 1, 3],
      [2.5, 1, null],
      [8, 3, null],
    ],
  },
  "all censored": {
    observations: timed([1, 2, 3], [0, 0, 0]),
    rows: [
      [1, 3, 0, 1, 0, null, null],
      [2, 2, 0, 1, 0, null, null],
      [3, 1, 0, 1, 0, null, null],
    ],
    quantiles: [
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ],
  },
  "one answered": {
    observations: timed([4], [1]),
    rows: [[4, 1, 1, 0, null, null, null]],
    quantiles: [
      [4, null, null],
      [4, null, null],
      [4, null, null],
    ],
  },
  "one censored": {
    observations: timed([4], [0]),
    rows: [[4, 1, 0, 1, 0, null, null]],
    quantiles: [
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ],
  },
};

const near = (actual: number | null, wanted: number | null): void => {
  if (actual === null || wanted === null) expect(actual).toBe(wanted);
  else expect(Math.abs(actual - wanted)).toBeLessThan(1e-9);
};

describe.each(Object.entries(VECTORS))("%s", (_, { observations, rows, quantiles }) => {
  it("equals R", () => {
    const curve = kaplanMeier(observations);
    expect(curve.times).toHaveLength(rows.length);
    rows.forEach(([t, atRisk, events, survival, variance, lower, upper], i) => {
      const step = stepOf(curve, i);
      expect([step.t, step.atRisk, step.events]).toEqual([t, atRisk, events]);
      near(step.survival, survival);
      near(step.variance, variance);
      near(step.lower, lower);
      near(step.upper, upper);
    });
    [0.25, 0.5, 0.9].forEach((p, i) => {
      const { value, lower, upper } = quantile(curve, p);
      expect([value, lower, upper]).toEqual(quantiles[i]);
    });
  });
});

describe("shareBy", () => {
  it("turns the limits of S round", () => {
    const { share, lower, upper } = shareBy(kaplanMeier(VECTORS["ties"]!.observations), 4.5);
    near(share, 1 - 0.571428571428571);
    near(lower, 1 - 0.814572137920779);
    near(upper, 1 - 0.217192702382284);
  });
  it("falls back to Wilson on those at risk where nobody is answered", () => {
    const curve = kaplanMeier(timed([1, 5, 5, 9], [0, 0, 0, 0]));
    expect(shareBy(curve, 3)).toEqual({ share: 0, ...wilson(0, 3), atRisk: 3, watched: true });
    expect(shareBy(curve, 10)).toEqual({ share: 0, lower: 0, upper: 1, atRisk: 0, watched: false });
  });
  it("falls back to Wilson on all where all are answered and none censored", () => {
    const { share, lower, upper } = shareBy(kaplanMeier(VECTORS["none censored"]!.observations), 8);
    expect([share, upper]).toEqual([1, 1]);
    near(lower, wilson(6, 6).lower);
  });
  it("does not let one last answer prove that all are answered", () => {
    const curve = kaplanMeier(timed([1, 1, 2, 2, 2, 2, 2, 9], [1, 1, 0, 0, 0, 0, 0, 1]));
    expect(shareBy(curve, 9).share).toBe(1);
    expect(shareBy(curve, 9).lower).toBeLessThan(0.3);
  });
  it("says nothing of nobody", () => {
    expect(shareBy(kaplanMeier([]), 5)).toEqual({ share: 0, lower: 0, upper: 1, atRisk: 0, watched: false });
  });
  it("leaves the upper limit open beyond what was watched", () => {
    const { watched, upper } = shareBy(kaplanMeier(timed([1, 2], [1, 0])), 3);
    expect([watched, upper]).toEqual([false, 1]);
  });
});

describe("the half-time where exactly half are answered", () => {
  it("equals R's print(survfit): the middle where somebody is answered later, else the time it was reached", () => {
    // Times, events, median: R 4.2.2, survival 3.5-3. quantile(survfit) gives 1008.5, 7, 2.5, 12.5, 12.5.
    const wanted: readonly (readonly [readonly number[], readonly number[], number])[] = [
      [[1, 2016], [1, 0], 1],
      [[1, 5, 8, 9], [1, 1, 0, 0], 5],
      [[1, 2, 3, 4], [1, 1, 1, 1], 2.5],
      [[1, 2, 5, 8, 9, 20], [1, 1, 1, 0, 0, 0], 5],
      [[1, 2, 5, 8, 9, 20], [1, 1, 1, 0, 0, 1], 12.5],
    ];
    for (const [times, events, median] of wanted) {
      expect(quantile(kaplanMeier(timed(times, events)), 0.5).value).toBe(median);
    }
  });
  it("does not grow with how long the other half is watched", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (weeks) => {
        expect(quantile(kaplanMeier(timed([1, 1 + weeks], [1, 0])), 0.5).value).toBe(1);
      }),
    );
  });
});

it("refuses times that are none", () => {
  for (const time of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => kaplanMeier([{ time, event: true }])).toThrow(RangeError);
  }
  expect(() => quantile(kaplanMeier([]), 1)).toThrow(RangeError);
});

describe("properties", () => {
  const turns = fc.array(fc.record({ time: fc.nat(50), event: fc.boolean() }), { minLength: 1, maxLength: 40 });
  it("order changes nothing", () => {
    fc.assert(
      fc.property(turns, (all) => {
        expect(kaplanMeier([...all].reverse())).toEqual(kaplanMeier(all));
      }),
    );
  });
  it("the unit of time changes no share", () => {
    fc.assert(
      fc.property(turns, fc.nat(50), (all, t) => {
        const scaled = all.map(({ time, event }) => ({ time: time * 1024, event }));
        expect(shareBy(kaplanMeier(scaled), t * 1024)).toEqual(shareBy(kaplanMeier(all), t));
      }),
    );
  });
  it("one more unanswered person never raises the share nor shortens a time", () => {
    fc.assert(
      fc.property(turns, fc.nat(60), fc.nat(50), fc.constantFrom(0.3, 0.5, 0.9), (all, time, t, p) => {
        const before = kaplanMeier(all);
        const after = kaplanMeier([...all, { time, event: false }]);
        expect(shareBy(after, t).share).toBeLessThanOrEqual(shareBy(before, t).share + 1e-12);
        const [was, is] = [quantile(before, p).value, quantile(after, p).value];
        if (is !== null) expect(was).not.toBeNull();
        expect(is ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(was ?? 0);
      }),
    );
  });
  it("limits hold the share, and shares rise with time", () => {
    fc.assert(
      fc.property(turns, fc.nat(60), fc.nat(60), (all, a, b) => {
        const curve = kaplanMeier(all);
        const [early, late] = [shareBy(curve, Math.min(a, b)), shareBy(curve, Math.max(a, b))];
        expect(early.share).toBeLessThanOrEqual(late.share);
        for (const { share, lower, upper } of [early, late]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(share);
          expect(share).toBeLessThanOrEqual(upper);
          expect(upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

describe.skipIf(!existsSync(DATA))("real reply times (skipped where ../shared/data is not there)", () => {
  it("equal R", () => {
    const [, ...lines] = readFileSync(`${DATA}reply-times.spotifycares.csv`, "utf8").trim().split("\n");
    const observations = lines.map((line) => {
      const [, seconds, answered] = line.split(",");
      return { time: Number(seconds), event: Number(answered) === 1 };
    });
    const wanted = JSON.parse(readFileSync(`${DATA}reply-times.spotifycares.expected.json`, "utf8"));
    const curve = kaplanMeier(observations);
    expect([curve.n, curve.events]).toEqual([wanted.n, wanted.answered]);
    for (const [p, at] of [
      [0.5, wanted.half],
      [0.9, wanted.p90],
    ]) {
      expect(quantile(curve, p)).toEqual({ value: at.seconds, lower: at.lower, upper: at.upper });
    }
    for (const at of wanted.answeredBy) {
      const by = shareBy(curve, at.seconds);
      near(by.share, at.share);
      near(by.lower, at.lower);
      near(by.upper, at.upper);
    }
    expect(wanted.answeredBy).toHaveLength(4);
  });
});
