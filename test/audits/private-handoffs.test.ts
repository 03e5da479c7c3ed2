// Answers that send people elsewhere.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/private-handoffs.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, START } from "../support/dataset.ts";

describe("private-handoffs", () => {
  it("is the share of answers that move the talk out of sight", () => {
    const build = new DatasetBuilder();
    const sent = build.answer("1", START, { text: "Please send us a DM", lang: "en" });
    build.answer("2", START, { text: "We open at nine", lang: "en" });
    build.answer("3", START, { text: null });
    build.post(START, { text: "DM us for prices", lang: "en" });
    expect(findingsOf(audit, build.build())["movedToPrivate"]).toMatchObject({
      value: 1 / 3,
      n: 3,
      bounds: { lower: 1 / 3, upper: 2 / 3 },
      evidence: [sent.id],
    });
  });

  it("asks for the Replies tab where no answer was read", () => {
    expect(findingsOf(audit, new DatasetBuilder().build())["movedToPrivate"]).toMatchObject({
      value: null,
      next: { key: "openFeed", feed: "replies" },
    });
    expect(findingsOf(audit, new DatasetBuilder("linkedin").build())["movedToPrivate"]!.next).toBeNull();
  });

  it("asks for older answers as long as there are any, and on a network without a list of them for threads", () => {
    const next = (build: DatasetBuilder) => findingsOf(audit, build.build())["movedToPrivate"]!.next;
    const onX = new DatasetBuilder();
    onX.answer("1", START, { text: "We open at nine", lang: "en" });
    expect(next(onX)).toMatchObject({ key: "openFeed", feed: "replies" });
    expect(next(onX.read("replies"))).toMatchObject({ key: "scrollFeed", feed: "replies" });
    const all = new DatasetBuilder();
    all.answer("1", START, { text: "We open at nine", lang: "en" });
    expect(next(all.read("replies", START, { end: true }))).toBeNull();
    const elsewhere = new DatasetBuilder("facebook");
    const read = elsewhere.post(START, { comments: 2 });
    elsewhere.answer(elsewhere.message("a", read, START + 1), START + 2, { text: "We open at nine", lang: "en" });
    const unread = elsewhere.post(START + 3, { comments: 5 });
    expect(next(elsewhere.open(read, { complete: true }))).toMatchObject({ key: "openThread", record: unread.id });
  });
});
