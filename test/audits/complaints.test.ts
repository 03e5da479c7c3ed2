// Complaints: only those who complain count, and how soon they hear.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/complaints.ts";
import { audit as latency } from "../../src/audits/reply-latency.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

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

  it("keeps messages of a language that nothing states in the bounds of who needs an answer", () => {
    const build = new DatasetBuilder("facebook");
    for (let i = 0; i < 10; i++) {
      const post = build.post(START + i * DAY);
      build.message(`t${i}`, post, START + i * DAY, { text: "Siparişim hala gelmedi, kimse cevap vermiyor" });
      const asked = build.message(`e${i}`, post, START + i * DAY, { text: "Where is it?" });
      build.answer(asked, START + i * DAY + HOUR);
    }
    build.announceAll();
    for (const post of build.records.filter(({ kind }) => kind === "post")) build.open(post, { complete: true });
    const { answeredWithin24h } = findingsOf(latency, build.build());
    expect(answeredWithin24h).toMatchObject({ n: 10, of: 20, bounds: { lower: 0.5, upper: 1 } });
  });
});
