// Questions about buying, told from praise for what was bought.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/buying-questions.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, HOUR, START } from "../support/dataset.ts";

describe("buying-questions", () => {
  it("counts people who ask about buying", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const asked = build.message("a", post, START, { text: "How much is the grinder?", lang: "en" });
    build.message("b", post, START, { text: "Do you ship to Spain?", lang: "en" });
    build.message("c", post, START, { text: "Great price, bought it", lang: "en" });
    build.message("d", post, START, { text: "Are you open?", lang: "en" });
    build.answer(asked, START + 2 * HOUR);
    const found = findingsOf(audit, build.announceAll().open(post).build());
    expect(found["buyingAnswered24h"]).toMatchObject({ n: 2, value: 0.5, values: { counted: 1, waiting: 1 } });
  });
});
