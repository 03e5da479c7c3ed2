// The same message on two networks.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/blanket-posting.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

const MESSAGE = "Our new roastery in Lisbon opens its doors on Saturday with a tasting for everyone";
const OTHER = "Three lessons from a year of measuring waste in four hundred coffee shops";

describe("blanket-posting", () => {
  const x = new DatasetBuilder("x");
  const twin = x.post(START + DAY, { text: `${MESSAGE} #coffee https://example.com/a` });
  x.post(START + 2 * DAY, { text: OTHER });
  x.post(START + 3 * DAY, { text: null });
  x.post(START - 30 * DAY, { text: MESSAGE });
  const linkedin = new DatasetBuilder("linkedin");
  const same = linkedin.post(START + DAY + 5 * HOUR, { id: "li-1", text: `${MESSAGE} 🎉` });
  linkedin.post(START + 20 * DAY, { id: "li-2", text: OTHER });
  const sibling = linkedin.read("posts").build();

  it("pairs messages that go out within three days of each other", () => {
    const found = findingsOf(audit, x.read("posts", START - 60 * DAY).build(), { siblings: [sibling] });
    expect(found["blanketShare"]).toMatchObject({
      value: 0.5,
      n: 2,
      of: 3,
      state: "measured",
      evidence: [twin.id],
      detail: { type: "pairs", pairs: [{ a: twin.id, b: same.id, similarity: 1 }] },
    });
  });

  it("cannot be seen on one network alone, nor where nothing was read at the same time", () => {
    const dataset = x.build();
    expect(findingsOf(audit, dataset)["blanketShare"]).toMatchObject({ value: null, state: "notVisible" });
    expect(findingsOf(audit, dataset, { siblings: [dataset] })["blanketShare"]!.state).toBe("notVisible");
    const early = new DatasetBuilder("facebook");
    early.read("posts", START - 400 * DAY, { to: START - 300 * DAY, top: false });
    expect(findingsOf(audit, dataset, { siblings: [early.build()] })["blanketShare"]).toMatchObject({
      value: null,
      state: "cannotTell",
      reason: "noCommonWindow",
    });
  });
});
