// Comparing pages: one window for all, warnings where they are not alike, and an order only where intervals part.
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { type Contender, comparePages, sharedWindow } from "../../src/report/comparison.ts";
import { emptyPlan } from "../../src/store/plans.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START, WEEK } from "../support/dataset.ts";

const ASOF = START + 12 * WEEK;
const yardstick: Plan = {
  ...emptyPlan("p", "x:own", START, "UTC"),
  sisters: [{ network: "x", handle: "ownhelp" }],
  goals: [
    {
      goal: "care",
      targets: [{ indicator: "answeredWithin24h", target: { direction: "atLeast", value: 0.5, upper: null } }],
    },
  ],
};

/** A page with a post a day, one question each, answered after `late` ms (null = never). */
function contender(
  handle: string,
  late: (day: number) => number | null,
  { from = START, plan = null as Plan | null, network = "x" as "x" | "facebook", every = 1 } = {},
): Contender {
  const build = new DatasetBuilder(network, ASOF, handle);
  for (let day = 0; day < 80; day += every) {
    const post = build.post(START + day * DAY);
    const asked = build.message(`${handle}-${day}`, post, START + day * DAY + HOUR, { text: "When?" });
    const wait = late(day);
    if (wait !== null) build.answer(asked, START + day * DAY + HOUR + wait);
    build.open(post, { complete: true });
  }
  build.announceAll().read("posts", from);
  if (network === "x") build.read("replies", from);
  return { dataset: build.build(), plan, sisterKeys: new Set() };
}
const options = { asOf: ASOF, zone: "UTC", window: null, yardstick: null };
const row = (comparison: ReturnType<typeof comparePages>, key: string) =>
  comparison.rows.find((one) => one.key === key)!;

describe("the window of a comparison", () => {
  it("is the longest stretch covered for every page, and says who limits it", () => {
    const pages = [contender("a", () => null), contender("b", () => null, { from: START + 5 * WEEK })];
    expect(sharedWindow(pages, ASOF)).toEqual({ window: { from: START + 5 * WEEK, to: ASOF }, limitedBy: "x:b" });
    const { reports } = comparePages(pages, options);
    for (const report of reports) expect(report.window).toEqual({ from: START + 5 * WEEK, to: ASOF });
    expect(reports[0]!.coverage.posts).toBe(reports[1]!.coverage.posts);
  });

  it("is missing where the pages share no dates: then nothing is ranked", () => {
    const early = contender("a", () => HOUR);
    const { feeds } = early.dataset.coverage;
    const old: Contender = {
      ...early,
      dataset: {
        ...early.dataset,
        coverage: {
          ...early.dataset.coverage,
          feeds: feeds.map((feed) => ({
            ...feed,
            segments: [{ from: START, to: START + WEEK, topAt: null, end: false, next: null }],
          })),
        },
      },
    };
    const comparison = comparePages([old, contender("b", () => null, { from: START + 5 * WEEK })], options);
    expect(comparison.window).toBeNull();
    expect(comparison.warnings).toContainEqual({ key: "noCommonWindow", page: null, feed: null });
    for (const { cells } of comparison.rows) for (const { rank } of cells) expect(rank).toBeNull();
  });

  it("can be chosen, and a page that was not read so far back is named", () => {
    const pages = [contender("a", () => null), contender("b", () => null, { from: START + 5 * WEEK })];
    const chosen = comparePages(pages, { ...options, window: { from: START + WEEK, to: START + 8 * WEEK } });
    expect(chosen.warnings).toEqual([{ key: "notCovered", page: "x:b", feed: null }]);
    expect(row(chosen, "postsPerWeek").windowsDiffer).toBe(true);
  });
});

describe("an order", () => {
  it("is given only where intervals part", () => {
    const quick = contender("quick", () => 30 * MINUTE);
    const slow = contender("slow", () => null);
    const middling = contender("middling", (day) => (day % 2 ? HOUR : null));
    const alike = contender("alike", (day) => (day % 2 ? null : HOUR));
    const clear = row(comparePages([slow, quick, middling], options), "answeredWithin24h");
    expect(clear.cells.map(({ rank }) => rank)).toEqual([3, 1, 2]);
    expect(clear.cells[1]!.ahead).toEqual(["x:slow", "x:middling"]);
    const unclear = row(comparePages([slow, middling, alike], options), "answeredWithin24h");
    expect(unclear.cells.map(({ rank }) => rank)).toEqual([3, null, null]);
    expect(unclear.cells[1]!.ahead).toEqual(["x:slow"]);
  });

  it("puts the shorter first where less is better, and none where neither is", () => {
    const comparison = comparePages(
      [contender("often", () => null), contender("seldom", () => null, { every: 20 })],
      options,
    );
    expect(row(comparison, "longestSilence")).toMatchObject({ better: "less" });
    expect(row(comparison, "longestSilence").cells.map(({ rank }) => rank)).toEqual([1, 2]);
    const range = {
      ...yardstick,
      goals: [
        {
          goal: "leads" as const,
          targets: [
            { indicator: "postsPerWeek" as const, target: { direction: "between" as const, value: 1, upper: 3 } },
          ],
        },
      ],
    };
    const neither = row(
      comparePages([contender("often", () => null), contender("seldom", () => null, { every: 20 })], {
        ...options,
        yardstick: range,
      }),
      "postsPerWeek",
    );
    expect(neither.better).toBeNull();
    expect(neither.cells.map(({ rank }) => rank)).toEqual([null, null]);
    expect(neither.cells.map(({ verdict }) => verdict)).toEqual(["missed", "missed"]);
  });
});

describe("pages that are not alike", () => {
  it("without a plan are judged by the yardstick, and it is said", () => {
    const own = contender("own", () => HOUR, { plan: yardstick });
    const rival = contender("rival", () => null);
    const { reports, warnings, rows } = comparePages([own, rival], { ...options, yardstick });
    expect(warnings).toEqual([{ key: "byYardstick", page: "x:rival", feed: null }]);
    expect(reports[1]!.plan).toMatchObject({ stance: "rival", pages: ["x:rival"], sisters: [] });
    expect(reports.map(({ goals }) => goals[0]!.state)).toEqual(["met", "missed"]);
    expect(rows.find(({ key }) => key === "answeredWithin24h")!.cells.map(({ verdict }) => verdict)).toEqual([
      "met",
      "missed",
    ]);
  });

  it("are named: another network, a feed or threads that were not read, signed out", () => {
    const full = contender("a", () => HOUR);
    const other = contender("b", () => HOUR, { network: "facebook" });
    expect(comparePages([full, other], options).warnings).toEqual([{ key: "networksDiffer", page: null, feed: null }]);
    const { dataset } = contender("c", () => HOUR);
    const poor: Contender = {
      plan: null,
      sisterKeys: new Set(),
      dataset: {
        ...dataset,
        records: dataset.records.filter(({ kind }) => kind === "post"),
        coverage: {
          ...dataset.coverage,
          feeds: dataset.coverage.feeds.filter(({ feed }) => feed === "posts"),
          threads: [],
          signedIn: false,
        },
      },
    };
    expect(comparePages([full, poor], options).warnings.map(({ key, page, feed }) => [key, page, feed])).toEqual([
      ["feedMissing", "x:c", "replies"],
      ["threadsDiffer", "x:c", null],
      ["signedOut", "x:c", null],
    ]);
  });

  it("are two to five", () => {
    const one = contender("a", () => null);
    expect(() => comparePages([one], options)).toThrow(RangeError);
    expect(() => comparePages([one, one, one, one, one, one], options)).toThrow(RangeError);
  });
});
