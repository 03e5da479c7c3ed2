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
});
