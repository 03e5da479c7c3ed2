// Complaints: only those who complain count, and how soon they hear.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/complaints.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, HOUR, START } from "../support/dataset.ts";

describe("complaints", () => {
  it("counts people who complain, and no one else", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const soon = build.message("a", post, START, { text: "My grinder is broken", lang: "en" });
    const later = build.message("b", post, START, { text: "Never arrived!", lang: "en" });
    build.message("c", post, START, { text: "Terrible service", lang: "en" });
    build.message("d", post, START, { text: "Lovely", lang: "en" });
    build.answer(soon, START + HOUR / 2);
    build.answer(later, START + 5 * HOUR);
    const found = findingsOf(audit, build.announceAll().open(post).build());
    expect(found["complaintsAnswered1h"]).toMatchObject({ n: 3, of: 3, value: expect.closeTo(1 / 3, 12) });
    expect(found["complaintsAnswered24h"]!.value).toBeCloseTo(2 / 3, 12);
  });

  it("cannot tell where nobody who wrote complained", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    build.message("d", post, START, { text: "Lovely", lang: "en" });
    const found = findingsOf(audit, build.announceAll().open(post).build());
    expect(found["complaintsAnswered1h"]).toMatchObject({ value: null, state: "cannotTell", reason: "tooFew" });
  });

  it("keeps messages of an unlisted language in the bounds", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    build.message("a", post, START, { text: "壊れています", lang: "ja" });
    const found = findingsOf(audit, build.announceAll().open(post).build());
    expect(found["complaintsAnswered24h"]).toMatchObject({ n: 0, of: 1, bounds: { lower: 0, upper: 1 } });
  });
});
