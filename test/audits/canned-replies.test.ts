// Answers from the same mould.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/canned-replies.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, START } from "../support/dataset.ts";

describe("canned-replies", () => {
  it("counts answers that nearly equal another, names and links aside", () => {
    const build = new DatasetBuilder();
    const mould = "we are sorry to hear this, please send us your order number so that we can look into it";
    const a = build.answer("1", START, { text: `@ana ${mould} https://example.com/1` });
    const b = build.answer("2", START + 1, { text: `@bob ${mould} 🙏` });
    build.answer("3", START + 2, { text: "The shop in Lisbon opens at nine on Sundays" });
    build.answer("4", START + 3, { text: null });
    build.post(START, { text: mould });
    expect(findingsOf(audit, build.build())["cannedShare"]).toMatchObject({
      value: 2 / 3,
      n: 3,
      of: 4,
      bounds: { lower: 0.5, upper: 0.75 },
      detail: { type: "pairs", pairs: [{ a: b.id, b: a.id, similarity: 1 }] },
      evidence: [b.id, a.id],
    });
  });

  it("asks for answers where none were read", () => {
    expect(findingsOf(audit, new DatasetBuilder().build())["cannedShare"]).toMatchObject({
      value: null,
      next: { key: "openFeed", feed: "replies" },
    });
  });
});
