// The base rhythm: facts about the window that was read, and none about one that was not.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/cadence.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START, WEEK } from "../support/dataset.ts";

/** Posts at nine on the given days, read from the start to the end of `weeks`. */
function rhythm(days: readonly number[], weeks: number, read: { top?: boolean; end?: boolean } = {}) {
  const build = new DatasetBuilder("x", START + weeks * WEEK);
  for (const day of days) build.post(START + day * DAY + 9 * HOUR);
  return findingsOf(audit, build.read("posts", START + 1, read).build());
}
const daily = Array.from({ length: 56 }, (_, day) => day);

describe("cadence", () => {
  it("is a census where the window was read from the top", () => {
    const found = rhythm(daily, 8);
    expect(found["activeWeeks"]).toMatchObject({
      value: 1,
      n: 8,
      census: true,
      interval: null,
      envelope: { lower: 1, upper: 1 },
    });
    expect(found["postsPerWeek"]!.value).toBeCloseTo(7, 6);
    expect(found["postsPerWeek"]!.interval).toMatchObject({ method: "poisson" });
    expect(found["postsPerWeek"]!.envelope!.lower).toBe(found["postsPerWeek"]!.value);
    expect(found["longestSilence"]).toMatchObject({ value: DAY });
    expect(found["burstiness"]).toMatchObject({ value: -1, n: 55 });
  });

  it("counts weeks with a post, and silences with the one still going on", () => {
    const found = rhythm([0, 1, 2, 8, 9, 30], 8);
    expect(found["activeWeeks"]).toMatchObject({ value: 3 / 8, values: { active: 3 } });
    const current = 8 * WEEK - (30 * DAY + 9 * HOUR);
    expect(found["longestSilence"]).toMatchObject({
      value: current,
      values: { current: 1, from: START + 30 * DAY + 9 * HOUR },
    });
    const { detail } = found["activeWeeks"]!;
    expect(detail?.type === "weeks" && detail.silences.map(({ current }) => current)).toEqual([false, true]);
  });

  it("tells campaign weeks from the base", () => {
    const found = rhythm([...daily.filter((day) => day % 3 === 0), ...Array.from({ length: 12 }, () => 24)], 8);
    expect(found["activeWeeks"]!.values).toMatchObject({ campaigns: 1 });
    expect(found["activeWeeks"]!.values["fano"]).toBeGreaterThan(1);
  });

  it("shows when posts go out by the audit's clock", () => {
    const build = new DatasetBuilder("x", START + 8 * WEEK);
    build.post(START + 23 * HOUR);
    const { postsPerWeek } = findingsOf(audit, build.read("posts").build(), { zone: "Europe/Berlin" });
    const { detail } = postsPerWeek!;
    // Monday 23:00 UTC is Tuesday 01:00 in Berlin.
    expect(detail?.type === "grid" && detail.counts[1]![1]).toBe(1);
  });

  it("gives no verdict on a window that was not read from the top", () => {
    const found = rhythm(daily, 8, { top: false });
    for (const key of ["activeWeeks", "postsPerWeek", "burstiness"]) {
      expect(found[key]).toMatchObject({
        state: "cannotTell",
        reason: "windowIncomplete",
        envelope: null,
        census: false,
      });
    }
    expect(found["longestSilence"]).toMatchObject({ state: "cannotTell", envelope: { lower: DAY, upper: null } });
  });

  it("calls no silence current, and asks to read from the top, where newer posts may be unread", () => {
    const found = rhythm(daily.slice(0, 30), 8, { top: false });
    expect(found["longestSilence"]).toMatchObject({ value: 8 * WEEK - (29 * DAY + 9 * HOUR), values: { current: 0 } });
    const { detail } = found["activeWeeks"]!;
    expect(detail?.type === "weeks" && detail.silences.map(({ current }) => current)).toEqual([false]);
    for (const { key, next } of Object.values(found)) expect(next, key).toMatchObject({ key: "reload", feed: "posts" });
    expect(found["activeWeeks"]!.next!.gain).toBeGreaterThan(0);
  });

  it("gives none on a few days either, but a long silence seen is a fact", () => {
    const found = rhythm([0, 20], 3);
    expect(found["activeWeeks"]).toMatchObject({ state: "cannotTell", reason: "tooFew", next: { key: "scrollFeed" } });
    expect(found["longestSilence"]).toMatchObject({ value: 20 * DAY, envelope: { lower: 20 * DAY, upper: null } });
  });

  it("asks for posts where none were read", () => {
    expect(findingsOf(audit, new DatasetBuilder().build())["postsPerWeek"]).toMatchObject({
      value: null,
      reason: "nothingRead",
      missing: ["posts"],
      next: { key: "openFeed", feed: "posts" },
    });
  });

  it("says nothing on bursts where gaps are few", () => {
    expect(rhythm(daily.slice(0, 15), 8)["burstiness"]).toMatchObject({ value: null, reason: "tooFew", n: 14 });
  });

  describe("where the site tells times only roughly", () => {
    /** Posts of which each may have been written anywhere in its `width`, which ends after the given days. */
    function roughly(ends: readonly number[], width: number, weeks = 12) {
      const build = new DatasetBuilder("facebook", START + weeks * WEEK);
      for (const day of ends) build.post({ from: START + day * DAY - width, to: START + day * DAY });
      return findingsOf(audit, build.read("posts", START - WEEK).build());
    }
    const weekly = Array.from({ length: 12 }, (_, week) => 7 * week + 1);

    it("gives the span in which each figure lies, and calls none a fact", () => {
      const found = roughly(weekly, WEEK);
      expect(found["activeWeeks"]).toMatchObject({
        value: null,
        state: "measured",
        reason: null,
        census: false,
        n: 13,
      });
      const { lower, upper } = found["activeWeeks"]!.envelope!;
      expect([lower! * 13, upper! * 13]).toEqual([6, 12]);
      expect(found["activeWeeks"]!.bounds).toEqual(found["activeWeeks"]!.envelope);
      const silence = found["longestSilence"]!;
      expect(silence).toMatchObject({ value: null, state: "measured", census: false, values: { current: 0 } });
      expect(silence.envelope!.lower).toBeLessThanOrEqual(7 * DAY);
      expect(silence.envelope!.upper).toBeGreaterThanOrEqual(13 * DAY);
    });

    it("is sure of what no such time can change", () => {
      // Each surely in the first of the four weeks; the fifth is the one before.
      const found = roughly([2, 3, 4, 5, 6], DAY, 4);
      expect(found["activeWeeks"]).toMatchObject({
        value: 1 / 5,
        envelope: { lower: 1 / 5, upper: 1 / 5 },
        census: true,
      });
    });

    it("gives no evenness, and says why", () => {
      expect(
        roughly(
          daily.map((day) => day + 1),
          DAY,
        )["burstiness"],
      ).toMatchObject({
        value: null,
        state: "cannotTell",
        reason: "roughTimes",
        n: 55,
      });
      // More posts would not help.
      expect(roughly([1, 2], DAY)["burstiness"]).toMatchObject({ reason: "roughTimes", next: null });
    });

    it("puts no post into an hour that is not known", () => {
      expect(roughly(weekly, WEEK)["postsPerWeek"]!.detail).toBeNull();
      const { detail } = roughly(weekly, HOUR)["postsPerWeek"]!;
      expect(detail?.type === "grid" && detail.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(12);
    });

    it("does not know how long the oldest post reaches back", () => {
      const build = new DatasetBuilder("facebook", START + 8 * WEEK);
      build.post({ from: START, to: START + 2 * WEEK });
      for (const day of [20, 30, 40]) build.post(START + day * DAY);
      const { postsPerWeek } = findingsOf(audit, build.read("posts", START).build());
      expect(postsPerWeek).toMatchObject({ value: null, state: "measured" });
      expect(postsPerWeek!.envelope!.lower).toBeCloseTo(4 / 8, 6);
      expect(postsPerWeek!.envelope!.upper).toBeCloseTo(4 / 6, 6);
    });
  });
});
