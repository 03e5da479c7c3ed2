// What was not loaded here, each by its own name.
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/domain/dataset.ts";
import { auditPage } from "../../src/report/run.ts";
import { DAY, DatasetBuilder, START } from "../support/dataset.ts";

const missing = (dataset: Dataset) =>
  auditPage(dataset, {
    plan: null,
    asOf: START + 90 * DAY,
    asOfFrom: "now",
    zone: "UTC",
    sisterKeys: new Set(),
  }).notLoaded.map(({ key, feed, count }) => [key, feed, count].filter((part) => part !== null).join(" "));

describe("notLoaded", () => {
  it("names tabs, older posts, threads, answers, asked messages and texts", () => {
    const build = new DatasetBuilder();
    const opened = build.post(START, { comments: 3, text: "a" });
    build.message("ann", opened, START + 1, { comments: 2, text: "b" });
    build.post(START + DAY, { comments: 4 });
    build.answer("77", START, { text: "c" });
    build.read("posts").read("reposts", START, { end: true, top: false }).open(opened);
    expect(missing(build.build())).toEqual([
      "feed replies",
      "olderPosts posts",
      "newerPosts reposts",
      "threads 1",
      "answers 8",
      "askedMessages 1",
      "texts 1",
    ]);
  });

  it("asks for no tab that a network does not have, nor beside the mixed one", () => {
    const build = new DatasetBuilder("linkedin").read("posts", START, { end: true });
    expect(missing(build.build())).toEqual([]);
    expect(missing(new DatasetBuilder().read("all", START, { end: true }).build())).toEqual([]);
  });

  it("says that one is signed out and what was not understood", () => {
    const dataset = new DatasetBuilder("facebook").read("posts", START, { end: true }).build();
    const coverage = { ...dataset.coverage, signedIn: false, unread: [{ reason: "noTime" as const, count: 3 }] };
    expect(missing({ ...dataset, coverage })).toEqual(["signedOut", "notUnderstood 3"]);
  });
});
