// What to read next: the gain that is reckoned for each way must be the one that the verdict's own limits would show.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAIN_OF_FIRST_LOOK, gainOfReading, scrollForShare } from "../../src/audits/steps.ts";
import { clusteredShare, clusteringOf, UNCLUSTERED } from "../../src/stats/clustered.ts";
import { sortTurns } from "../../src/stats/turns.ts";

interface Thread {
  readonly n: number;
  readonly k: number;
  readonly unknown: number;
}

const width = (threads: readonly Thread[]): number => {
  const low = clusteredShare(threads.map(({ n, k, unknown }) => ({ n: n + unknown, k })));
  const high = clusteredShare(threads.map(({ n, k, unknown }) => ({ n: n + unknown, k: k + unknown })));
  return high.upper - low.lower;
};

/** How much narrower the envelope itself gets once all that is unknown in a thread is read, and all or none is answered. */
function trueGain(threads: readonly Thread[], at: number): number {
  const read = (answered: boolean): Thread[] =>
    threads.map(({ n, k, unknown }, i) =>
      i === at ? { n: n + unknown, k: k + (answered ? unknown : 0), unknown: 0 } : { n, k, unknown },
    );
  return width(threads) - Math.min(width(read(true)), width(read(false)));
}

function reckonedGain(threads: readonly Thread[], at: number, clustered = true): number {
  const turns = threads.flatMap(({ n, k }, cluster) =>
    Array.from({ length: n }, (_, i) => ({ time: 1, event: i < k, cluster })),
  );
  const unknown = threads.flatMap(({ unknown: count }, cluster) => (count > 0 ? { cluster, count } : []));
  const sum = (key: keyof Thread) => threads.reduce((sum, thread) => sum + thread[key], 0);
  const clustering = clustered ? clusteringOf(sortTurns(turns), unknown) : UNCLUSTERED;
  return gainOfReading({ k: sum("k"), n: sum("n"), unknown: sum("unknown"), clustering }, threads[at]!.unknown);
}

describe("the gain of reading a thread", () => {
  it("is what the limits that verdicts rest on would show", () => {
    const thread = fc
      .record({ n: fc.integer({ min: 1, max: 12 }), k: fc.nat(12), unknown: fc.nat(12) })
      .map(({ n, k, unknown }) => ({ n, k: Math.min(n, k), unknown }));
    const errors: Record<"with" | "without", number[]> = { with: [], without: [] };
    fc.assert(
      fc.property(fc.array(thread, { minLength: 2, maxLength: 20 }), (threads) => {
        const at = threads.findIndex(({ unknown }) => unknown > 0);
        if (at < 0) return;
        const truth = trueGain(threads, at);
        errors.with.push(Math.abs(reckonedGain(threads, at) - truth));
        errors.without.push(Math.abs(reckonedGain(threads, at, false) - truth));
      }),
      { numRuns: 300, seed: 1 },
    );
    const most = (all: number[], part: number) => all.sort((a, b) => a - b)[Math.floor(part * (all.length - 1))]!;
    expect(most(errors.with, 0.5)).toBeLessThan(0.02);
    expect(most(errors.with, 0.9)).toBeLessThan(0.05);
    for (const part of [0.5, 0.9, 1]) expect(most(errors.with, part)).toBeLessThan(0.7 * most(errors.without, part));
  });

  it("does not take the messages of one large thread for as many people who tell something of their own", () => {
    const known = { k: 5, n: 10, unknown: 0 };
    const scroll = scrollForShare("posts", 5, 10).gain!;
    expect(gainOfReading({ ...known, clustering: UNCLUSTERED }, 500, false)).toBeGreaterThan(scroll);
    expect(gainOfReading({ ...known, clustering: { typical: 2, icc: 0.3 } }, 500, false)).toBeLessThan(scroll);
  });

  it("is nothing where nothing is unknown, and at most all there is to gain", () => {
    const clustering = { typical: 3, icc: 0.3 };
    expect(gainOfReading({ k: 5, n: 10, unknown: 0, clustering }, 0)).toBe(0);
    const first = gainOfReading({ k: 0, n: 0, unknown: 20, clustering: UNCLUSTERED }, 20);
    expect(first).toBeCloseTo(GAIN_OF_FIRST_LOOK, 12);
  });
});
