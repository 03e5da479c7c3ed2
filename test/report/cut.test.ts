// Yesterday's audit, worked out today.
import { describe, expect, it } from "vitest";
import { cutAt } from "../../src/report/cut.ts";
import { auditPage } from "../../src/report/run.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

const NOBODY = new Set<string>();

describe("cutAt", () => {
  it("drops what was written later, and what the site announced because of it", () => {
    for (const network of ["x", "facebook"] as const) {
      const build = new DatasetBuilder(network);
      const post = build.post(START);
      const asked = build.message("ann", post, START + HOUR);
      const answer = build.answer(asked, START + DAY);
      const cut = cutAt(build.announceAll().open(post).build(), START + 12 * HOUR, NOBODY);
      expect(cut.records.map(({ id }) => id)).toEqual([post.id, asked.id]);
      expect(cut.records.map(({ announced }) => announced.comments)).toEqual([1, 0]);
      expect(cut.records.map(({ observedAt }) => observedAt)).toEqual([START + 12 * HOUR, START + 12 * HOUR]);
      expect(cut.coverage.threads[0]!.members).not.toContain(answer.id);
    }
  });

  it("still announces what nobody loaded", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 5 });
    build.message("ann", post, START + DAY);
    expect(cutAt(build.build(), START + HOUR, NOBODY).records[0]!.announced.comments).toBe(4);
  });

  it("covers a feed up to the moment, and drops stretches and threads that came later", () => {
    const build = new DatasetBuilder();
    const late = build.post(START + 20 * DAY);
    build
      .open(late)
      .read("posts", START)
      .read("replies", START + 15 * DAY);
    build.read("reposts", START, { to: START + 5 * DAY, top: false });
    const { feeds, threads } = cutAt(build.build(), START + 10 * DAY, NOBODY).coverage;
    expect(threads).toEqual([]);
    expect(feeds.map(({ segments }) => segments.map(({ to, topAt }) => [to, topAt]))).toEqual([
      [[START + 10 * DAY, START + 10 * DAY]],
      [],
      [[START + 5 * DAY, null]],
    ]);
  });

  it("gives sister accounts their role", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const asked = build.message("ann", post, START + 1);
    build.message("help", asked, START + 2);
    const { records } = cutAt(build.build(), START + DAY, new Set(["help"]));
    expect(records.map(({ author }) => author.role)).toEqual(["page", "other", "sister"]);
  });

  it("knows a person answered later as waiting then, and as answered now", () => {
    const build = new DatasetBuilder("x", START + 5 * DAY);
    const post = build.post(START);
    build.answer(build.message("ann", post, START + HOUR, { text: "Open?" }), START + DAY);
    const dataset = build.announceAll().open(post).build();
    const value = (asOf: number) =>
      auditPage(dataset, { plan: null, asOf, asOfFrom: "chosen", zone: "UTC", sisterKeys: NOBODY }).findings.find(
        ({ key }) => key === "waiting",
      )!;
    expect(value(START + 12 * HOUR)).toMatchObject({ value: 1, values: { longest: 11 * HOUR } });
    expect(value(START + 2 * DAY)).toMatchObject({ value: 0 });
  });
});
