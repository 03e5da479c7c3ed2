// The window: the longest stretch that is fully covered, and what an audit counts in the dates a person chose.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset, Segment } from "../../src/domain/dataset.ts";
import { auditPage } from "../../src/report/run.ts";
import { cutBefore, defaultWindow, longestCovered, type TimeWindow } from "../../src/report/window.ts";
import { DAY, DatasetBuilder, HOUR, START, WEEK } from "../support/dataset.ts";

const stretch = (from: number, to: number, more: Partial<Segment> = {}): Segment => ({
  from,
  to,
  topAt: null,
  end: false,
  next: null,
  ...more,
});
const coverage = (feeds: Record<string, Segment[]>): Dataset["coverage"] => ({
  feeds: Object.entries(feeds).map(([feed, segments]) => ({ feed: feed as "posts", segments, observedAt: 1 })),
  threads: [],
  unread: [],
  signedIn: null,
});
const options = { plan: null, asOfFrom: "now", zone: "UTC", sisterKeys: new Set<string>() } as const;

describe("the longest window that is covered", () => {
  it("is common to all feeds that were read, and not always the newest", () => {
    expect(longestCovered(coverage({}))).toBeNull();
    expect(longestCovered(coverage({ posts: [stretch(900, 1_000), stretch(100, 500)] }))).toEqual({
      from: 100,
      to: 500,
    });
    expect(
      longestCovered(coverage({ posts: [stretch(900, 1_000), stretch(100, 500)], replies: [stretch(450, 980)] })),
    ).toEqual({ from: 900, to: 980 });
    expect(longestCovered(coverage({ posts: [stretch(900, 1_000)], replies: [stretch(100, 200)] }))).toBeNull();
  });

  it("is asked of the feeds a figure needs, for which the mixed one serves too", () => {
    const read = coverage({ posts: [stretch(100, 900)], replies: [stretch(700, 900)] });
    expect(longestCovered(read, ["posts"])).toEqual({ from: 100, to: 900 });
    expect(longestCovered(coverage({ all: [stretch(5, 9)] }), ["replies"])).toEqual({ from: 5, to: 9 });
  });

  it("reaches back freely in a feed that was read to its first item", () => {
    const read = coverage({ posts: [stretch(100, 900)], replies: [stretch(700, 900, { end: true })] });
    expect(longestCovered(read)).toEqual({ from: 100, to: 900 });
  });
});

describe("the dates where nobody chose any", () => {
  it("are the longest that are covered, where those are not the newest", () => {
    expect(defaultWindow(coverage({}))).toBeNull();
    expect(defaultWindow(coverage({ posts: [stretch(100, 900), stretch(20, 50)] }))).toBeNull();
    expect(defaultWindow(coverage({ posts: [stretch(900, 1_000), stretch(100, 500)] }))).toEqual({
      from: 100,
      to: 500,
    });
    expect(
      defaultWindow(coverage({ posts: [stretch(0, 900)], replies: [stretch(890, 900), stretch(5, 500)] })),
    ).toBeNull();
    expect(defaultWindow(coverage({ replies: [stretch(890, 900), stretch(5, 500)] }))).toEqual({ from: 5, to: 500 });
  });

  it("keep an audit from shrinking to a short look at the top after a gap", () => {
    const build = new DatasetBuilder("x", START + 12 * WEEK);
    for (let day = 0; day < 84; day += 1) build.post(START + day * DAY);
    const whole = build.read("posts").build();
    const gap = coverage({
      posts: [
        stretch(START + 83 * DAY, START + 83 * DAY, { topAt: START + 12 * WEEK }),
        stretch(START, START + 70 * DAY, { topAt: START + 70 * DAY }),
      ],
    });
    const dataset = { ...whole, coverage: { ...whole.coverage, feeds: gap.feeds } };
    const weeks = (window: TimeWindow | null) =>
      auditPage(dataset, { ...options, asOf: START + 12 * WEEK, window }).findings.find(
        ({ key }) => key === "activeWeeks",
      )!;
    expect(weeks(null).state).toBe("cannotTell");
    expect(weeks(defaultWindow(dataset.coverage))).toMatchObject({ state: "measured", value: 1, n: 10 });
  });
});

/** A post a day for twelve weeks; each gets a question at noon that is answered after `late` hours from week six on. */
function year(late: (week: number) => number) {
  const build = new DatasetBuilder("x", START + 12 * WEEK);
  for (let day = 0; day < 84; day += 1) {
    const post = build.post(START + day * DAY, { text: `Day ${day}` });
    const asked = build.message(`person-${day}`, post, START + day * DAY + 12 * HOUR, { text: "When?" });
    build.answer(asked, START + day * DAY + 12 * HOUR + late(Math.floor(day / 7)) * HOUR);
    build.open(post, { complete: true });
  }
  return build.announceAll().read("posts").read("replies").build();
}

describe("chosen dates", () => {
  const dataset = year((week) => (week < 6 ? 48 : 1));

  it("count only what was written in them", () => {
    const window = { from: START + 6 * WEEK, to: START + 10 * WEEK - 1 };
    const report = auditPage(dataset, { ...options, asOf: START + 12 * WEEK, window });
    expect(report.window).toEqual(window);
    expect(report.asOf).toBe(window.to);
    const by = new Map(report.findings.map((finding) => [finding.key, finding]));
    expect(by.get("answeredWithin24h")).toMatchObject({ value: 1, n: 28 });
    expect(by.get("postsPerWeek")!.value).toBeCloseTo(7, 1);
    expect(report.coverage.posts).toBe(28);
    const before = auditPage(dataset, {
      ...options,
      asOf: START + 12 * WEEK,
      window: { from: START, to: window.from - 1 },
    });
    expect(before.findings.find(({ key }) => key === "answeredWithin24h")!.value).toBe(0);
  });

  it("keep the post above a later message, which does not count itself", () => {
    const build = new DatasetBuilder("x", START + 3 * WEEK);
    const old = build.post(START);
    const early = build.message("ann", old, START + DAY, { text: "When?" });
    build.answer(early, START + 8 * DAY);
    const asked = build.message("bob", old, START + 9 * DAY, { text: "When?" });
    build.post(START + 10 * DAY);
    const whole = build.open(old, { complete: true }).announceAll().read("posts").read("replies").build();
    const cut = cutBefore(whole, START + WEEK);
    expect(cut.records.map(({ id }) => id)).toContain(old.id);
    const report = auditPage(whole, {
      ...options,
      asOf: START + 3 * WEEK,
      window: { from: START + WEEK, to: START + 3 * WEEK },
    });
    expect(report.coverage.posts).toBe(1);
    expect(report.coverage.byPage).toBe(2);
    const waiting = report.findings.find(({ key }) => key === "answeredWithin24h")!;
    // Ann asked before the window: neither she nor the answer to her counts in it.
    expect(waiting).toMatchObject({ n: 1, value: 0 });
    expect(waiting.evidence).toEqual([asked.id]);
    expect(report.findings.find(({ key }) => key === "givenHalfTime")?.n ?? 0).toBe(0);
  });

  it("do not accuse the page of a thread from before them, whose earlier answers do not count", () => {
    const from = START + 8 * WEEK;
    const build = new DatasetBuilder("x", START + 12 * WEEK);
    const old = build.post(from - 5 * DAY, { text: "What do you think of our new roast?", lang: "en" });
    const lovely = build.message("ann", old, from - 4 * DAY, { text: "Lovely" });
    build.answer(lovely, from - 4 * DAY + HOUR, { text: "Thanks!" });
    build.message("bob", old, from + 2 * DAY, { text: "Nice" });
    const whole = build.announceAll().read("posts").read("replies").open(old, { complete: true }).build();
    const found = (window: TimeWindow | null) => {
      const { findings } = auditPage(whole, { ...options, asOf: START + 12 * WEEK, window });
      return ["askedAndLeft", "threadPresence"].map((key) => findings.find((finding) => finding.key === key)!);
    };
    expect(found(null).map(({ value }) => value)).toEqual([0, 1]);
    for (const { value, n, of } of found({ from, to: START + 12 * WEEK })) {
      expect({ value, n, of }).toEqual({ value: null, n: 0, of: 0 });
    }
  });

  it("count nobody who wrote before them and was answered in them", () => {
    const from = START + 8 * WEEK;
    const build = new DatasetBuilder("x", START + 12 * WEEK);
    const old = build.post(from - 5 * DAY);
    build.answer(build.message("ann", old, from - 4 * DAY), from + HOUR);
    const whole = build.announceAll().read("posts").read("replies").open(old, { complete: true }).build();
    const people = (window: TimeWindow | null) =>
      auditPage(whole, { ...options, asOf: START + 12 * WEEK, window }).findings.find(
        ({ key }) => key === "uniquePeople",
      );
    expect(people(null)).toMatchObject({ value: 1, n: 1 });
    expect(people({ from, to: START + 12 * WEEK })).toMatchObject({
      value: null,
      n: 0,
      bounds: null,
    });
  });

  it("take what was said before them for read, where it was", () => {
    const build = new DatasetBuilder("x", START + 3 * WEEK);
    const old = build.post(START);
    build.answer(build.message("ann", old, START + DAY), START + 2 * DAY);
    const asked = build.message("bob", old, START + 9 * DAY, { text: "When?" });
    build.answer(asked, START + 9 * DAY + HOUR);
    const whole = build.open(old).announceAll().read("posts").read("replies").build();
    const report = auditPage(whole, {
      ...options,
      asOf: START + 3 * WEEK,
      window: { from: START + WEEK, to: START + 3 * WEEK },
    });
    expect(report.notLoaded.filter(({ key }) => key === "answers" || key === "threads")).toEqual([]);
    expect(report.findings.find(({ key }) => key === "answeredWithin24h")).toMatchObject({ value: 1, n: 1, of: 1 });
  });

  it("change nothing where they hold everything", () => {
    const everything = { from: 0, to: START + 12 * WEEK };
    const plain = auditPage(dataset, { ...options, asOf: START + 12 * WEEK });
    const { window, ...chosen } = auditPage(dataset, { ...options, asOf: START + 12 * WEEK, window: everything });
    expect(window).toEqual(everything);
    expect(chosen).toEqual(plain);
  });

  it("never count a record outside them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 60 }), (first, days) => {
        const window = { from: START + first * DAY, to: START + (first + days) * DAY };
        const report = auditPage(dataset, { ...options, asOf: START + 12 * WEEK, window });
        const times = new Map(dataset.records.map(({ id, created }) => [id, created.from]));
        for (const id of report.findings.flatMap(({ evidence }) => evidence)) {
          expect(times.get(id)).toBeGreaterThanOrEqual(window.from);
          expect(times.get(id)).toBeLessThanOrEqual(window.to);
        }
      }),
      { numRuns: 25 },
    );
  });
});
