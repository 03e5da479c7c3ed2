// Who waits, longest first.
import { describe, expect, it } from "vitest";
import { audit as latency } from "../../src/audits/reply-latency.ts";
import { audit } from "../../src/audits/waiting.ts";
import { exactly } from "../../src/domain/moment.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

describe("waiting", () => {
  const build = new DatasetBuilder("x", START + 10 * DAY);
  const post = build.post(START, { comments: 5 });
  const late = build.message("late", post, START + 5 * DAY, { text: "Any update?" });
  const early = build.message("early", post, START + DAY, { text: "Where is my order?" });
  const fan = build.message("fan", post, START + HOUR, { text: "Nice", lang: "en" });
  const done = build.message("done", post, START + HOUR, { text: "Open today?", comments: 1 });
  build.answer(done, START + 2 * HOUR);
  build.message("unsure", post, START + HOUR, { text: "Hello?", comments: 3 });
  const found = findingsOf(audit, build.open(post).build());

  it("lists people with a question, those who wait longest first", () => {
    expect(found["questionsWaiting"]).toMatchObject({ value: 2, n: 3, bounds: { lower: 2, upper: 6 } });
    const { detail } = found["questionsWaiting"]!;
    expect(detail?.type === "waiting" && detail.items.map(({ id, waited }) => [id, waited])).toEqual([
      [early.id, 9 * DAY],
      [late.id, 5 * DAY],
    ]);
    expect(found["questionsWaiting"]!.values["longest"]).toBe(9 * DAY);
  });

  it("lets people whose words do not tell whether they ask into the upper bound only", () => {
    const build = new DatasetBuilder("x", START + 10 * DAY);
    const post = build.post(START);
    for (let i = 0; i < 20; i++) build.message(`fan${i}`, post, START + HOUR, { text: "すごい", lang: "ja" });
    const asked = build.message("asks", post, START + HOUR, { text: "Open today?", lang: "en" });
    build.answer(asked, START + 2 * HOUR);
    const { questionsWaiting, waiting } = findingsOf(audit, build.announceAll().open(post).build());
    expect(questionsWaiting).toMatchObject({
      value: 0,
      n: 1,
      of: 21,
      bounds: { lower: 0, upper: 20 },
      evidenceTotal: 0,
    });
    expect(waiting).toMatchObject({ value: 20, n: 21, of: 21, bounds: { lower: 20, upper: 20 } });
  });

  it("lets an edited message wait since its first version", () => {
    const build = new DatasetBuilder("x", START + 10 * DAY);
    const post = build.post(START);
    build.message("ann", post, START + 3 * DAY, { text: "Open today?", firstVersion: exactly(START + DAY) });
    const { questionsWaiting } = findingsOf(audit, build.announceAll().open(post).build());
    expect(questionsWaiting!.detail).toMatchObject({ items: [{ since: START + DAY, waited: 9 * DAY }] });
  });

  it("lets people whose messages are gone into the upper bound only", () => {
    const build = new DatasetBuilder("x", START + 10 * DAY);
    const post = build.post(START);
    const deleted = build.message("ann", post, START + DAY, { text: "Where is it?", lang: "en" });
    const first = build.message("bob", post, START + 2 * DAY, { text: "Where is it?", lang: "en" });
    build.message("bob", post, START + 3 * DAY, { text: "Hello?", lang: "en" });
    const dataset = build.announceAll().open(post).build();
    const gone = [deleted, first].map(({ id }) => ({ id, at: START + 4 * DAY }));
    const found = findingsOf(audit, { ...dataset, coverage: { ...dataset.coverage, gone } });
    for (const key of ["questionsWaiting", "waiting"]) {
      expect(found[key]).toMatchObject({ value: 1, n: 1, of: 2, bounds: { lower: 1, upper: 2 }, evidenceTotal: 1 });
      expect(found[key]!.detail).toMatchObject({ items: [{ id: first.id }] });
    }
  });

  it("tells the longest wait on the page's own clock too", () => {
    const hours = { days: [1], from: 9 * 60, to: 17 * 60 };
    const plan = planOf({ policy: { hours, zone: "UTC" } });
    // Tuesday to Thursday of the week after: one open Monday of eight hours.
    const values = { longest: 9 * DAY, longestOpen: 8 * HOUR };
    const { questionsWaiting } = findingsOf(audit, build.build(), { plan });
    expect(questionsWaiting!.values).toMatchObject(values);
    expect(found["questionsWaiting"]!.values["longestOpen"]).toBe(9 * DAY);
  });

  it("takes the longest wait on the page's own clock from whoever waits longest by it", () => {
    // Asked on a Friday, and read before Monday's opening; asked at nine that Monday, and read at noon.
    const [friday, monday] = [START + 4 * DAY, START + 7 * DAY];
    const build = new DatasetBuilder("x", monday + 8 * HOUR);
    const post = build.post(START);
    const observedAt = monday + 12 * HOUR;
    build.message("friday", post, friday, { text: "Where is it?", lang: "en" });
    build.message("monday", post, monday + 9 * HOUR, { text: "Where is it?", lang: "en", observedAt });
    const hours = { days: [1], from: 9 * 60, to: 17 * 60 };
    const { waiting } = findingsOf(audit, build.announceAll().open(post).build(), {
      plan: planOf({ policy: { hours, zone: "UTC" } }),
    });
    expect(waiting!.values).toMatchObject({ longest: 3 * DAY + 8 * HOUR, longestOpen: 3 * HOUR });
  });

  it("counts everyone beside it", () => {
    expect(found["waiting"]!.value).toBe(3);
    expect(found["waiting"]!.evidence).toContain(fan.id);
  });

  it("does not say zero where nothing was read", () => {
    const unread = new DatasetBuilder();
    const closed = unread.post(START, { comments: 4 });
    expect(findingsOf(audit, unread.build())["waiting"]).toMatchObject({
      value: null,
      state: "cannotTell",
      reason: "threadsUnread",
      next: { key: "openThread", record: closed.id },
    });
  });

  it("says that it cannot tell where nobody knows who wrote", () => {
    const build = new DatasetBuilder("linkedin");
    const post = build.post(START);
    build.message("", post, START + HOUR, { text: "When?", lang: "en", author: { role: "unknown", key: "" } });
    const dataset = build.announceAll().open(post, { complete: true }).build();
    const wanted = { value: null, n: 0, of: 1, state: "cannotTell", reason: "tooFew" };
    expect(findingsOf(audit, dataset)["waiting"]).toMatchObject(wanted);
    expect(findingsOf(latency, dataset)["answeredWithin24h"]).toMatchObject(wanted);
  });
});
