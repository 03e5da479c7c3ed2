// History: a past date worked out today says what it said then, months stand on their own, and change is told with care.
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { baselineOf, between, months, monthsOf, progress, reportAt } from "../../src/report/history.ts";
import { auditPage } from "../../src/report/run.ts";
import { emptyPlan } from "../../src/store/plans.ts";
import { DAY, DatasetBuilder, HOUR, WEEK } from "../support/dataset.ts";

const BEGIN = Date.UTC(2026, 0, 1);
const END = BEGIN + 200 * DAY;
const options = { plan: null, zone: "UTC", sisterKeys: new Set<string>() };

/** A post a day with a question each, answered after an hour until `good` days, never after; read at `readAt`. */
function page(good: number, readAt = END) {
  const build = new DatasetBuilder("x", readAt);
  for (let day = 0; BEGIN + day * DAY < readAt; day += 1) {
    const post = build.post(BEGIN + day * DAY);
    if (BEGIN + day * DAY + HOUR >= readAt) continue;
    const asked = build.message(`person-${day}`, post, BEGIN + day * DAY + HOUR, { text: "When?" });
    if (day < good && BEGIN + day * DAY + 2 * HOUR < readAt) build.answer(asked, BEGIN + day * DAY + 2 * HOUR);
    build.open(post, { complete: true });
  }
  return build.announceAll().read("posts", BEGIN).read("replies", BEGIN).build();
}

describe("a past date", () => {
  it("says today what an audit of that day said", () => {
    const then = BEGIN + 59 * DAY + 12 * HOUR;
    const ids = (report: ReturnType<typeof reportAt>) =>
      report.findings.map(({ key, value, interval, n, state }) => ({ key, value, interval, n, state }));
    expect(ids(reportAt(page(100), options, then))).toEqual(ids(reportAt(page(100, then), options, then)));
  });
});

describe("months", () => {
  it("are those of the zone's calendar, the last one as far as it has come", () => {
    const dataset = page(0, BEGIN + 70 * DAY);
    expect(monthsOf(dataset, "UTC", BEGIN + 70 * DAY)).toEqual([
      { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) - 1 },
      { from: Date.UTC(2026, 1, 1), to: Date.UTC(2026, 2, 1) - 1 },
      { from: Date.UTC(2026, 2, 1), to: BEGIN + 70 * DAY },
    ]);
    // Across the change to summer time the offset of the month's beginning counts.
    const newYork = monthsOf(dataset, "America/New_York", Date.UTC(2026, 2, 20));
    expect(newYork.at(-1)!.from).toBe(Date.UTC(2026, 2, 1, 5));
    expect(newYork[0]!.from).toBe(Date.UTC(2025, 11, 1, 5));
    expect(monthsOf(dataset, "Not/AZone", BEGIN + 70 * DAY)).toHaveLength(3);
    expect(monthsOf({ ...dataset, records: [] }, "UTC", END)).toEqual([]);
  });

  it("are audits of their own, and a change is said only where the intervals part", () => {
    const series = [...months(page(90), options, END)].filter((month) => month !== undefined);
    expect(series).toHaveLength(7);
    const shares = series.map(({ report }) => report.findings.find(({ key }) => key === "answeredWithin24h")!);
    expect(shares[0]!.value).toBe(1);
    expect(shares[4]!.value).toBe(0);
    expect(shares[1]!.n).toBe(28);
    const moved = series.map(({ changes }) => changes.find(({ key }) => key === "answeredWithin24h")?.moved ?? null);
    expect(moved).toEqual([null, "no", "no", "down", "no", "no", "no"]);
    expect(series.every(({ covered }) => covered)).toBe(true);
  });

  it("that were not fully read are marked", () => {
    const dataset = page(90);
    const half = {
      ...dataset,
      coverage: {
        ...dataset.coverage,
        feeds: dataset.coverage.feeds.map((feed) => ({
          ...feed,
          segments: feed.segments.map((segment) => ({ ...segment, from: Date.UTC(2026, 3, 10) })),
        })),
      },
    };
    expect(
      [...months(half, options, END)].filter((month) => month !== undefined).map(({ covered }) => covered),
    ).toEqual([false, false, false, false, true, true, true]);
  });
});

describe("progress", () => {
  const plan: Plan = {
    ...emptyPlan("p", "x:northwind", BEGIN, "UTC"),
    goals: [
      {
        goal: "care",
        targets: [{ indicator: "answeredWithin24h", target: { direction: "atLeast", value: 0.65, upper: null } }],
      },
    ],
  };

  it("is judged at each date as it stood then, and now for those to come", () => {
    const steps = progress(page(91), plan, options, BEGIN + 150 * DAY);
    expect(steps.map(({ horizon, daysLeft }) => [horizon, daysLeft])).toEqual([
      [90, 0],
      [180, 30],
      [365, 215],
    ]);
    expect(steps.map(({ goals }) => goals[0]!.state)).toEqual(["met", "missed", "missed"]);
    expect(steps[0]!.report.asOf).toBe(BEGIN + 90 * DAY);
    expect(steps[1]!.elapsed).toBeCloseTo(150 / 180, 9);
  });

  it("counts only what was written since the plan began, and nothing before it began", () => {
    const late = { ...plan, startedAt: BEGIN + 100 * DAY };
    expect(progress(page(100), late, options, late.startedAt)).toEqual([]);
    const [first] = progress(page(100), late, options, BEGIN + 130 * DAY);
    expect(first!.report.findings.find(({ key }) => key === "answeredWithin24h")).toMatchObject({ value: 0, n: 30 });
  });
});

describe("the own baseline", () => {
  const plan: Plan = { ...emptyPlan("p", "x:northwind", BEGIN + 100 * DAY, "UTC") };

  it("is the page as it stood when the plan began, and a target can be taken from it", () => {
    const baseline = baselineOf(page(60), plan, options)!;
    expect(baseline.window).toEqual({ from: BEGIN + 10 * DAY, to: BEGIN + 100 * DAY });
    const share = baseline.findings.find(({ key }) => key === "answeredWithin24h")!.value!;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.6);
    const report = auditPage(page(60), { ...options, plan, asOf: END, asOfFrom: "now", baseline });
    expect(report.alternatives.find(({ indicator }) => indicator === "answeredWithin24h")!.own).toBe(share);
  });

  it("is none where nothing was read from before", () => {
    expect(baselineOf(page(60), { ...plan, startedAt: BEGIN - DAY }, options)).toBeNull();
  });
});

describe("between two windows", () => {
  it("what cannot be told apart is said not to have moved", () => {
    const week = (n: number) => ({ from: BEGIN + n * WEEK, to: BEGIN + (n + 1) * WEEK - 1 });
    const few = between(page(90), options, week(0), week(1));
    expect(few.changes.find(({ key }) => key === "answeredWithin24h")).toMatchObject({ moved: "no" });
    const far = between(page(90), options, week(2), week(20));
    expect(far.changes.find(({ key }) => key === "answeredWithin24h")).toMatchObject({
      before: 1,
      after: 0,
      moved: "down",
    });
  });
});
