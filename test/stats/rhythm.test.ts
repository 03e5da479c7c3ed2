// Cadence on made-up rhythms whose answer is known, and on real posting times where they lie beside the project.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { burstiness, campaignWeeks, fano, gaps, longestSilence, median, silences } from "../../src/stats/rhythm.ts";

describe("burstiness", () => {
  it("is −1 for clockwork and 1 for one burst", () => {
    expect(burstiness(Array.from({ length: 20 }, () => 7))).toBe(-1);
    expect(burstiness([1, ...Array.from({ length: 20 }, () => 0)])).toBeCloseTo(1, 12);
  });
  it("says nothing below 15 gaps, nor where all came at once", () => {
    expect(burstiness(Array.from({ length: 14 }, (_, i) => i))).toBeNull();
    expect(burstiness(Array.from({ length: 15 }, (_, i) => i))).not.toBeNull();
    expect(burstiness(Array.from({ length: 15 }, () => 0))).toBeNull();
  });
  it("stays within −1 and 1, whatever the unit and the start", () => {
    const times = fc.array(fc.nat(100_000), { minLength: 16, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.nat(1_000), (all, shift) => {
        const value = burstiness(gaps(all));
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(-1);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(burstiness(gaps(all.map((time) => time + shift)))).toBe(value);
        expect(burstiness(gaps(all.map((time) => time * 1024)))).toBeCloseTo(value, 12);
      }),
    );
  });
});

it("gaps come from times in any order", () => expect(gaps([9, 1, 4])).toEqual([3, 5]));

it("median of odd, even and no numbers", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, null]);
});

it("Fano factor: sample variance over mean", () => {
  expect(fano([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7 / 5, 12);
  expect(fano([3, 3, 3])).toBe(0);
  expect([fano([5]), fano([0, 0])]).toEqual([null, null]);
});

/** Posts at exact times. */
const at = (...times: number[]) => times.map((time) => ({ from: time, to: time + 1 }));
const hundred = { from: 0, to: 100, top: true };

describe("silences", () => {
  it("count the stretch before the first post and the current one", () => {
    expect(silences(at(10, 12, 40), hundred, 5)).toEqual([
      { from: 40, to: 100, current: true },
      { from: 12, to: 40, current: false },
      { from: 0, to: 10, current: false },
    ]);
    expect(longestSilence(at(10, 90), hundred)).toEqual({ from: 10, to: 90, current: false, least: 80, most: 80 });
    expect(longestSilence([], hundred)).toMatchObject({ from: 0, to: 100, current: true });
    expect(longestSilence(at(5), { from: 7, to: 7, top: true })).toBeNull();
  });
  it("have no current one where newer posts may be unread", () => {
    expect(longestSilence(at(10), { ...hundred, top: false })).toMatchObject({ from: 10, to: 100, current: false });
  });
  it("fill the window and nothing else", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(150)), (times) => {
        const all = silences(at(...times), { from: 20, to: 100, top: true });
        expect(all.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(80);
        expect(all.filter(({ current }) => current)).toHaveLength(1);
      }),
    );
  });
  it("are sure only between posts whose times are told roughly", () => {
    const rough = [
      { from: 0, to: 31 },
      { from: 50, to: 81 },
    ];
    expect(silences(rough, hundred, 5)).toEqual([
      { from: 80, to: 100, current: true },
      { from: 30, to: 50, current: false },
    ]);
    // Two posts leave some third of the time empty, wherever they lie.
    expect(longestSilence(rough, hundred)).toMatchObject({ least: 100 / 3, most: 80 });
  });
  it("lie within their limits wherever in its time each post was", () => {
    const post = fc.record({ from: fc.nat(100), wide: fc.nat(60), where: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(post, { maxLength: 8 }), (posts) => {
        const rough = posts.map(({ from, wide }) => ({ from, to: Math.min(from + wide, 100) + 1 }));
        const placed = posts.map(({ where }, i) =>
          Math.floor(rough[i]!.from + where * (rough[i]!.to - 1 - rough[i]!.from)),
        );
        const [limits, truth] = [longestSilence(rough, hundred)!, longestSilence(at(...placed), hundred)!];
        expect(truth.least).toBe(truth.most);
        expect(limits.least).toBeLessThanOrEqual(truth.least);
        expect(limits.most).toBeGreaterThanOrEqual(truth.most);
      }),
    );
  });
});

describe("campaign weeks", () => {
  it("stand above median + 3·MAD", () => {
    // Median 3, MAD 1: above 6.
    expect(campaignWeeks([2, 3, 4, 3, 1, 6, 7, 5, 2])).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });
  it("one post more than ever is no campaign", () => {
    expect(campaignWeeks([2, 2, 2, 2, 3, 6])).toEqual([false, false, false, false, false, true]);
    expect(campaignWeeks([])).toEqual([]);
  });
});

const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

describe.skipIf(!existsSync(DATA))("real posting times (skipped where ../shared/data is not there)", () => {
  it.each([
    ["yumbrands", 1896, 0.282],
    ["animalthinktank-linkedin", 75, 0.026],
  ])("%s", (name, n, wanted) => {
    const [, ...lines] = readFileSync(`${DATA}post-times.${name}.csv`, "utf8").trim().split("\n");
    const between = gaps(lines.map((line) => Date.parse(line)));
    expect(between).toHaveLength(n);
    expect(burstiness(between)).toBeCloseTo(wanted, 3);
  });
});
