// The page in its own threads, and how deep they go.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/thread-presence.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, HOUR, START } from "../support/dataset.ts";

describe("thread-presence", () => {
  const build = new DatasetBuilder();
  const deep = build.post(START);
  const first = build.answer(build.message("a", deep, START + HOUR), START + 2 * HOUR);
  build.answer(build.message("a", first, START + 3 * HOUR), START + 4 * HOUR);
  const shallow = build.post(START + 1);
  build.answer(build.message("b", shallow, START + HOUR), START + 2 * HOUR);
  const absent = build.post(START + 2);
  build.message("c", absent, START + HOUR);
  build.post(START + 3);
  build.announceAll();
  const unread = build.post(START + 4, { comments: 3 });
  const found = findingsOf(audit, build.open(deep).open(shallow).open(absent).build());

  it("counts threads in which people spoke, the unread ones as unknown", () => {
    expect(found["threadPresence"]).toMatchObject({
      value: expect.closeTo(2 / 3, 12),
      n: 3,
      of: 4,
      bounds: { lower: 0.5, upper: 0.75 },
      next: { key: "openThread", record: unread.id },
    });
  });

  it("calls a thread deep with two messages from either side", () => {
    expect(found["deepThreads"]).toMatchObject({ value: expect.closeTo(1 / 3, 12), n: 3 });
  });

  it("does not know how deep a thread goes that was not read whole and does not say how much is below", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START, { comments: null });
    build.answer(build.message("a", post, START + HOUR), START + 2 * HOUR);
    const open = findingsOf(audit, build.open(post).build());
    expect(open["threadPresence"]).toMatchObject({ value: 1, n: 1, of: 1 });
    expect(open["deepThreads"]).toMatchObject({
      value: null,
      n: 0,
      of: 1,
      bounds: { lower: 0, upper: 1 },
      reason: "threadsUnread",
      next: { key: "openThread", record: post.id },
    });
    expect(findingsOf(audit, build.open(post, { complete: true }).build())["deepThreads"]).toMatchObject({
      value: 0,
      n: 1,
      bounds: { lower: 0, upper: 0 },
    });
  });

  it("knows nothing without posts", () => {
    expect(findingsOf(audit, new DatasetBuilder().build())["threadPresence"]).toMatchObject({
      value: null,
      reason: "nothingRead",
      envelope: null,
    });
  });
});
