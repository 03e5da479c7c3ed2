// The same message on two networks.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/blanket-posting.ts";
import { compute } from "../../src/computed/computed.ts";
import { judge } from "../../src/report/verdict.ts";
import { guardedWilson } from "../../src/stats/intervals.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START, WEEK } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

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
  const sibling = linkedin.read("posts", START - 5 * DAY).build();

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
    expect(findingsOf(audit, dataset)["blanketShare"]).toMatchObject({
      value: null,
      state: "notVisible",
      window: null,
      next: { key: "setPlan" },
    });
    expect(findingsOf(audit, dataset, { siblings: [dataset], plan: planOf() })["blanketShare"]).toMatchObject({
      state: "notVisible",
      next: { key: "openNetwork" },
    });
    const early = new DatasetBuilder("facebook");
    early.read("posts", START - 400 * DAY, { to: START - 300 * DAY, top: false });
    expect(findingsOf(audit, dataset, { siblings: [early.build()], plan: planOf() })["blanketShare"]).toMatchObject({
      value: null,
      state: "cannotTell",
      reason: "noCommonWindow",
      window: null,
      next: { key: "openNetwork" },
    });
  });

  it("finds twins among very many posts, and pauses in between", () => {
    const [page, other] = [new DatasetBuilder("x"), new DatasetBuilder("facebook")];
    for (let i = 0; i < 1_200; i++) {
      const text = `The number ${i} of our autumn letters tells what we learnt in week ${i}`;
      page.post(START + i * HOUR, { text });
      if (i % 3 === 0) other.post(START + i * HOUR + (i % 2 === 0 ? 70 : -70) * HOUR, { id: `f${i}`, text });
    }
    const dataset = page.read("posts").build();
    const siblings = [other.read("posts", START - WEEK).build()];
    const computed = compute(dataset, null, "UTC");
    const steps = [...audit.run({ dataset, plan: null, asOf: page.readAt, zone: "UTC", siblings, computed })];
    expect(steps.at(-1)).toMatchObject({ value: 1 / 3, n: 1_200, evidenceTotal: 400 });
    expect(steps.filter((step) => step === null).length).toBeGreaterThan(2);
  });

  describe("at the edge of what was read of the other network", () => {
    const text = (i: number) => `Our shop number ${i} opens its doors tomorrow with fresh coffee for every guest ${i}`;
    /** Twenty posts, each two days after its twin on the other network, of which the days from `from` on were read. */
    function twins(from: number, { end = false, days = 84, own = {} } = {}) {
      const [page, other] = [new DatasetBuilder("x"), new DatasetBuilder("facebook", START + days * DAY)];
      for (let day = 0; day < 20; day++) {
        page.post(START + day * DAY + HOUR, { text: text(day) });
        if (day - 2 >= from && day - 2 <= days) other.post(START + (day - 2) * DAY, { id: `f${day}`, text: text(day) });
      }
      const siblings = [other.read("posts", START + from * DAY, { end }).build()];
      const dataset = page.read("posts", START - 5 * DAY, own).build();
      return findingsOf(audit, dataset, { siblings, plan: planOf() })["blanketShare"]!;
    }

    it("does not know of posts whose twin may lie in what was not read", () => {
      // Of those of the days 10 to 12 what came up to three days before is not all read; of 12 the twin is.
      const found = twins(10);
      expect(found).toMatchObject({
        value: 1,
        n: 7,
        of: 10,
        bounds: { lower: 8 / 10, upper: 1 },
        window: { from: START + 10 * DAY, to: START + 12 * WEEK },
        next: { key: "openNetwork" },
      });
      expect(found.next!.gain).toBeGreaterThan(0);
      expect(found.evidenceTotal).toBe(8);
    });

    it("knows of all where the other page has nothing older", () => {
      expect(twins(-5, { end: true })).toMatchObject({ value: 1, n: 20, of: 20, next: { key: "scrollFeed" } });
      expect(twins(-5, { end: true, own: { end: true } })).toMatchObject({ n: 20, next: null });
    });

    it("does not know of posts beside one whose text was not loaded there", () => {
      const [page, other] = [new DatasetBuilder("x"), new DatasetBuilder("facebook")];
      for (let day = 0; day < 20; day++) page.post(START + day * DAY, { text: text(day) });
      other.post(START + 10 * DAY + HOUR, { text: null });
      const siblings = [other.read("posts", START - 5 * DAY).build()];
      const found = findingsOf(audit, page.read("posts").build(), { siblings })["blanketShare"]!;
      // Three days before it and three after.
      expect(found).toMatchObject({ value: 0, n: 14, of: 20, bounds: { lower: 0, upper: 6 / 20 } });
    });

    it("waits where the other page was read up to now, and asks to read on where it was not", () => {
      // Read last on day 18, nothing later: what follows may still repeat what was written from day 15 on.
      expect(twins(-5, { days: 18 })).toMatchObject({ n: 15, of: 18, next: { key: "openNetwork" } });
    });

    it("keeps what is known of two networks where of a third hardly anything was read", () => {
      const [page, other] = [new DatasetBuilder("x"), new DatasetBuilder("facebook")];
      for (let day = 0; day < 20; day++) {
        page.post(START + day * DAY, { text: text(day) });
        other.post(START + day * DAY + HOUR, { id: `f${day}`, text: text(day) });
      }
      const dataset = page.read("posts", START - 5 * DAY).build();
      const known = other.read("posts", START - 5 * DAY).build();
      const third = new DatasetBuilder("linkedin").read("posts", START + 20 * DAY).build();
      const found = findingsOf(audit, dataset, { siblings: [known, third], plan: planOf() })["blanketShare"]!;
      expect(found).toMatchObject({
        value: null,
        interval: null,
        n: 0,
        of: 20,
        bounds: { lower: 1, upper: 1 },
        state: "measured",
        reason: "windowIncomplete",
        next: { key: "openNetwork" },
      });
      expect(found.envelope!.lower).toBeGreaterThan(0.8);
      expect(judge(found, { direction: "atMost", value: 0.5, upper: null })).toBe("missed");
    });

    it("gives no value that lies outside its own bounds", () => {
      // Read up to day 10: the days 0 to 7 are settled and have no twin, of the days 8 to 10 all have.
      const [page, other] = [new DatasetBuilder("x"), new DatasetBuilder("facebook", START + 10 * DAY)];
      for (let day = 0; day <= 10; day++) page.post(START + day * DAY, { text: text(day) });
      for (let day = 8; day <= 10; day++) other.post(START + day * DAY, { id: `f${day}`, text: text(day) });
      const siblings = [other.read("posts", START - 5 * DAY).build()];
      const found = findingsOf(audit, page.read("posts").build(), { siblings })["blanketShare"]!;
      expect(found).toMatchObject({
        value: 3 / 11,
        interval: guardedWilson(3, 11),
        n: 11,
        of: 11,
        bounds: { lower: 3 / 11, upper: 3 / 11 },
        state: "measured",
      });
      expect(found.envelope!.lower).toBeGreaterThan(0);
    });

    it("is not known of posts that came within three days of all that was read", () => {
      expect(twins(17, { days: 19 })).toMatchObject({ value: null, n: 0, state: "cannotTell", reason: "tooFew" });
    });
  });
});
