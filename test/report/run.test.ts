// The whole report: pure, valid, and honest about zones it does not know.
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/report.ts";
import { auditPage, type ReportOptions } from "../../src/report/run.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

const options: ReportOptions = { plan: null, asOf: START + 1, asOfFrom: "now", zone: "UTC", sisterKeys: new Set() };

describe("auditPage", () => {
  it("gives facts and no verdict without a plan", () => {
    const report = auditPage(new DatasetBuilder().build(), options);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(report).toMatchObject({ plan: null, goals: [], milestones: [], course: null, outcomes: [] });
    expect(report.cannotShow).toHaveLength(9);
  });

  it("goes by the plan's zone before the browser's, and by UTC where neither exists", () => {
    const build = new DatasetBuilder("x", START + 40 * 24 * HOUR);
    build.post(START + 23 * HOUR);
    const dataset = build.read("posts").build();
    const zoneOf = (zone: string, planZone: string) => {
      const plan = planOf({ policy: { zone: planZone } });
      const report = auditPage(dataset, { ...options, asOf: build.readAt, plan, zone });
      const detail = report.findings.find(({ key }) => key === "postsPerWeek")!.detail;
      return detail?.type === "grid" ? detail.zone : null;
    };
    expect(zoneOf("Asia/Tokyo", "Europe/Lisbon")).toBe("Europe/Lisbon");
    expect(zoneOf("Asia/Tokyo", "Mars/Olympus")).toBe("Asia/Tokyo");
    expect(zoneOf("nowhere", "Mars/Olympus")).toBe("UTC");
  });

  it("sums up what was read", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 3 });
    build.answer(build.message("ann", post, START + 1, { comments: 1 }), START + 2);
    build.repost(START + 3);
    build.answer("77", START + 4);
    const { coverage } = auditPage(build.open(post).build(), { ...options, asOf: build.readAt });
    expect(coverage).toMatchObject({
      read: { from: START, to: START + 4 },
      records: 5,
      byPage: 4,
      posts: 1,
      replies: 2,
      reposts: 1,
      threadsRead: 1,
      answersWithoutParent: 1,
      announced: 4,
      announcedRead: 2,
      announcedSince: START,
    });
  });

  it("tells the dates its figures speak of, whatever older post was opened", () => {
    const build = new DatasetBuilder();
    const old = build.post(START - 300 * DAY);
    build.answer(build.message("ann", old, START - 299 * DAY), START - 298 * DAY);
    build.post(START + 2 * DAY);
    build.answer("77", START + 3 * DAY);
    const dataset = build.open(old).read("posts", START).build();
    const { coverage, findings } = auditPage(dataset, { ...options, asOf: build.readAt });
    const window = { from: START, to: build.readAt };
    expect(coverage).toMatchObject({ read: window, posts: 1, replies: 2, byPage: 4 });
    expect(findings.find(({ key }) => key === "postsPerWeek")).toMatchObject({ n: 1, window });
  });

  it("counts all answers and reposts read, however few days of posts were", () => {
    const build = new DatasetBuilder("x", START + 90 * DAY);
    for (let day = 1; day <= 90; day++) build.answer("77", START + day * DAY - HOUR);
    for (const day of [20, 88, 89, 90]) build.post(START + day * DAY - 2 * HOUR);
    build.repost(START + 30 * DAY);
    const dataset = build
      .read("posts", START + 87 * DAY)
      .read("replies", START)
      .build();
    const { coverage } = auditPage(dataset, { ...options, asOf: build.readAt });
    expect(coverage).toMatchObject({
      read: { from: START + 87 * DAY, to: build.readAt },
      posts: 3,
      replies: 90,
      reposts: 1,
    });
    const window = { from: START + 60 * DAY, to: build.readAt };
    const chosen = auditPage(dataset, { ...options, asOf: build.readAt, window });
    expect(chosen.coverage).toMatchObject({ posts: 3, replies: 30, reposts: 0 });
  });
});
