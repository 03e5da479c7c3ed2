// Reply latency: those never answered included, and what is not known kept apart.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/reply-latency.ts";
import { audit as waiting } from "../../src/audits/waiting.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { judge } from "../../src/report/verdict.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

/** Ten people ask below ten posts; the first `answered` get an answer after `hours`. */
function asked(answered: number, hours: number, build = new DatasetBuilder()): DatasetBuilder {
  for (let i = 0; i < 10; i++) {
    const post = build.post(START + i * DAY);
    const message = build.message(`p${i}`, post, START + i * DAY + HOUR, { text: "Where is my order?", lang: "en" });
    if (i < answered) build.answer(message, START + i * DAY + HOUR + hours * HOUR);
    build.open(post);
  }
  return build.announceAll();
}

describe("reply-latency", () => {
  it("gives the share answered in time, with limits that rest on all who asked", () => {
    const found = findingsOf(audit, asked(6, 3).build());
    expect(found["answeredWithin1h"]).toMatchObject({ value: 0, n: 10, of: 10, state: "measured" });
    expect(found["answeredWithin4h"]!.value).toBeCloseTo(0.6, 12);
    expect(found["answeredWithin24h"]).toMatchObject({ bounds: { lower: 0.6, upper: 0.6 }, reason: null });
    expect(found["answeredWithin24h"]!.interval!.lower).toBeLessThan(0.35);
    expect(found["answeredWithin24h"]!.detail).toMatchObject({ type: "curve", atRisk: 10, answered: 6 });
    expect(found["halfTime"]).toMatchObject({ value: 3 * HOUR, reason: null });
    expect(found["ninetyTime"]).toMatchObject({ value: null, reason: "fewerThanNine", state: "measured" });
  });

  it("says 'fewer than half' where answered ones alone would say three hours", () => {
    expect(findingsOf(audit, asked(4, 3).build())["halfTime"]).toMatchObject({
      value: null,
      reason: "fewerThanHalf",
      envelope: { upper: null },
    });
  });

  it("does not call an aim missed, or met, on one or two people", () => {
    const aim = { direction: "atMost", value: 4 * HOUR, upper: null } as const;
    for (const answers of [[null], [5], [1], [5, null], [1, 2]]) {
      const build = new DatasetBuilder();
      answers.forEach((hours, i) => {
        const post = build.post(START + i * DAY);
        const message = build.message(`p${i}`, post, START + i * DAY, { text: "Where is my order?", lang: "en" });
        if (hours !== null) build.answer(message, START + i * DAY + hours * HOUR);
        build.open(post);
      });
      const { halfTime } = findingsOf(audit, build.announceAll().build());
      expect(halfTime).toMatchObject({ n: answers.length, envelope: { lower: 0, upper: null } });
      expect(judge(halfTime!, aim)).toBe("cannotTell");
    }
    const many = findingsOf(audit, asked(0, 0).build())["halfTime"]!;
    expect(judge(many, aim)).toBe("missed");
  });

  it("does not say how many had an answer by a time up to which nobody was watched", () => {
    const fresh = (answered: number) => {
      const build = new DatasetBuilder("x", START + 2 * HOUR);
      for (let i = 0; i < 10; i++) {
        const post = build.post(START);
        const message = build.message(`p${i}`, post, START + HOUR, { text: "Where is it?", lang: "en" });
        if (i < answered) build.answer(message, START + HOUR + 10 * MINUTE);
        build.open(post, { complete: true });
      }
      return findingsOf(audit, build.announceAll().build());
    };
    const none = fresh(0);
    expect(none["answeredWithin1h"]).toMatchObject({ value: 0, state: "measured", reason: null });
    const open = { value: null, state: "cannotTell", reason: "notWatched" };
    for (const key of ["answeredWithin4h", "answeredWithin24h", "answeredWithin72h", "everyoneWithin24h"]) {
      expect(none[key], key).toMatchObject({ ...open, bounds: { lower: 0, upper: 1 }, envelope: { upper: 1 } });
    }
    expect(none["answeredByMonth"]).toMatchObject(open);
    const most = fresh(8);
    expect(most["answeredWithin72h"]).toMatchObject({ ...open, bounds: { lower: expect.closeTo(0.8, 12), upper: 1 } });
    expect(judge(most["answeredWithin72h"]!, { direction: "atLeast", value: 0.2, upper: null })).toBe("met");
    // Where all have their answer nobody needs to be watched any longer.
    expect(fresh(10)["answeredWithin72h"]).toMatchObject({ value: 1, state: "measured", reason: null });
  });

  it("counts people who need an answer first, and everyone in a second line", () => {
    const build = asked(10, 1);
    const post = build.post(START + 20 * DAY, { comments: 1 });
    build.message("fan", post, START + 20 * DAY + HOUR, { text: "Lovely", lang: "en" });
    build.open(post);
    const found = findingsOf(audit, build.build());
    expect(found["answeredWithin24h"]).toMatchObject({ value: 1, n: 10 });
    expect(found["everyoneWithin24h"]).toMatchObject({ n: 11 });
    expect(found["everyoneWithin24h"]!.value).toBeCloseTo(10 / 11, 12);
  });

  it("widens the bounds by what is announced and unread, and names the thread to open", () => {
    const build = asked(6, 3);
    const unread = build.post(START + 11 * DAY, { comments: 10 });
    const found = findingsOf(audit, build.build());
    expect(found["answeredWithin24h"]).toMatchObject({
      n: 10,
      of: 20,
      bounds: { lower: expect.closeTo(0.3, 12), upper: expect.closeTo(0.8, 12) },
      next: { key: "openThread", record: unread.id, count: 10 },
    });
    expect(found["answeredWithin24h"]!.next!.gain).toBeGreaterThan(0.2);
    expect(found["answeredWithin24h"]!.envelope!.lower).toBeLessThan(0.3);
    expect(found["answeredWithin24h"]!.envelope!.upper).toBeGreaterThan(0.8);
  });

  it("gives latency given an answer from the Replies tab, and no share", () => {
    const build = new DatasetBuilder();
    for (let i = 0; i < 9; i++) {
      const asked = build.message(`p${i}`, "1", START + i * DAY, { replyToAuthor: null });
      build.answer(asked, START + i * DAY + (i + 1) * HOUR);
    }
    build.answer("77", START);
    const found = findingsOf(audit, build.build());
    expect(found["answeredLatency"]).toMatchObject({
      value: 5 * HOUR,
      n: 9,
      of: 10,
      next: { key: "reload", count: 1 },
    });
    expect(found["answeredWithin24h"]).toMatchObject({ value: null, state: "notVisible", reason: "onlyAnswered" });
  });

  it("shows a band and never a point where coarse times leave the share open", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START);
    for (let i = 0; i < 8; i++) {
      const from = START + i * DAY;
      const message = build.message(`p${i}`, post, { from, to: from + DAY }, { text: "Where is it?", lang: "en" });
      build.answer(message, { from: from + DAY, to: from + 2 * DAY });
    }
    const found = findingsOf(audit, build.announceAll().open(post).build());
    expect(found["answeredWithin24h"]).toMatchObject({
      value: null,
      state: "measured",
      bounds: { lower: 0, upper: 1 },
    });
    expect(found["halfTime"]!.value).toBeNull();
    expect(found["answeredWithin72h"]!.value).toBe(1);
  });

  it("measures on the page's clock and against its promise, where a plan states them", () => {
    const policy = { within: 2 * HOUR, hours: { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 }, zone: "UTC" };
    const plan: Plan = planOf({ policy });
    const build = new DatasetBuilder();
    // Friday at 16:00; answered on Monday at 10:00: two open hours later.
    const friday = START + 4 * DAY;
    const post = build.post(friday);
    const message = build.message("ann", post, friday + 16 * HOUR, { text: "Open tomorrow?", lang: "en" });
    build.answer(message, friday + 3 * DAY + 10 * HOUR);
    const found = findingsOf(audit, build.announceAll().open(post).build(), { plan });
    expect(found["openHalfTime"]!.value).toBe(2 * HOUR);
    expect(found["answeredAsPromised"]!.value).toBe(1);
    expect(found["answeredWithin24h"]!.value).toBe(0);
    expect(findingsOf(audit, build.build())["openHalfTime"]).toBeUndefined();
  });

  it("shows how it went month by month", () => {
    const found = findingsOf(audit, asked(5, 1).build(), { zone: "UTC" });
    const build = asked(5, 1);
    const october = build.post(Date.UTC(2026, 9, 5));
    build.message("late", october, Date.UTC(2026, 9, 5, 1), { text: "Anyone?", lang: "en" });
    const both = findingsOf(audit, build.announceAll().open(october).build());
    expect(found["answeredByMonth"]!.detail).toMatchObject({ type: "trend", periods: [{ value: 0.5, n: 10 }] });
    expect(both["answeredByMonth"]!.detail).toMatchObject({
      periods: [
        { from: Date.UTC(2026, 8, 1), to: Date.UTC(2026, 9, 1), n: 10 },
        { from: Date.UTC(2026, 9, 1), value: 0, n: 1 },
      ],
    });
    // One person is no month: the picture keeps it, no sentence speaks of it.
    expect(found["answeredByMonth"]).toMatchObject({ state: "measured", reason: null, value: 0.5 });
    // Both ends belong to a window: it ends with the last ms of September.
    expect(found["answeredByMonth"]!.window!.to).toBe(Date.UTC(2026, 9, 1) - 1);
    expect(both["answeredByMonth"]).toMatchObject({ state: "cannotTell", reason: "tooFew", n: 1 });
  });

  it("reckons with what is unread in a month", () => {
    const build = new DatasetBuilder();
    for (let i = 0; i < 40; i++) {
      const at = START + i * DAY;
      const post = build.post(at);
      const message = build.message(`p${i}`, post, at + HOUR, { text: "Where is my order?", lang: "en" });
      build.answer(message, at + 2 * HOUR);
      build.message(`q${i}`, post, at + HOUR, { text: "Anyone?", lang: "en", comments: 3 });
      build.open(post);
    }
    const records = build.records;
    records.forEach((record, i) => {
      if (record.kind === "post") records[i] = { ...record, announced: { ...record.announced, comments: 50 } };
      else if (/^p\d/.test(record.author.key))
        records[i] = { ...record, announced: { ...record.announced, comments: 1 } };
    });
    const { answeredByMonth: found, answeredWithin24h: all } = findingsOf(audit, build.build());
    const [september, october] = [Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 1)];
    // 16 days of October: one answered below each post, one of unknown state, 48 unread and 3 below that one.
    const possible = 16 * (1 + 48 + 3);
    expect(found).toMatchObject({
      value: 1,
      n: 16,
      of: 16 + possible,
      window: { from: october },
      evidenceTotal: 32,
      values: { counted: 16, unknown: possible, waiting: 0 },
      bounds: { lower: expect.closeTo(16 / (16 + possible), 12), upper: 1 },
      detail: {
        periods: [
          { from: september, n: 24 },
          { from: october, n: 16, value: 1 },
        ],
      },
    });
    expect(found!.envelope!.lower).toBeLessThan(0.1);
    expect(found!.evidence).toHaveLength(32);
    expect(all).toMatchObject({ n: 40, of: 40 + 40 * 52 });
  });

  it("lets a time that may lie in either of two months belong to neither for sure", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(Date.UTC(2026, 8, 1));
    const ask = (i: number, from: number, to: number) =>
      build.message(`p${i}`, post, { from, to }, { text: "Where is it?", lang: "en" });
    for (let i = 0; i < 8; i++) build.answer(ask(i, START, START + HOUR), START + 2 * HOUR);
    for (let i = 8; i < 12; i++) ask(i, Date.UTC(2026, 8, 28), Date.UTC(2026, 9, 5));
    const dataset = build.announceAll().open(post, { complete: true }).build();
    expect(findingsOf(audit, dataset)["answeredByMonth"]).toMatchObject({
      n: 8,
      of: 12,
      bounds: { lower: expect.closeTo(8 / 12, 12), upper: 1 },
      detail: { periods: [{ n: 8 }] },
    });
  });

  it("does not take a count of messages that is not shown for none", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START);
    for (let i = 0; i < 8; i++) {
      const at = START + (i + 1) * HOUR;
      build.answer(build.message(`p${i}`, post, at, { text: "Where is it?", lang: "en" }), at + HOUR / 2);
    }
    build.announceAll().open(post, { complete: true });
    const whole = { value: 1, n: 8, of: 8, bounds: { lower: 1, upper: 1 } };
    expect(findingsOf(audit, build.build())["answeredWithin24h"]).toMatchObject(whole);
    const uncounted = build.post(START + DAY, { comments: null });
    const found = findingsOf(audit, build.build());
    // It may have as many as the other: sixteen messages.
    const doubtful = { value: 1, n: 8, of: null, bounds: { lower: expect.closeTo(8 / 24, 12), upper: 1 } };
    expect(found["answeredWithin24h"]).toMatchObject(doubtful);
    expect(found["answeredByMonth"]).toMatchObject(doubtful);
    expect(found["answeredWithin24h"]!.next).toMatchObject({ key: "openThread", record: uncounted.id, count: null });
    expect(findingsOf(waiting, build.build())["waiting"]).toMatchObject({ value: 0, bounds: { lower: 0, upper: 16 } });
    build.open(uncounted, { complete: true });
    expect(findingsOf(audit, build.build())["answeredWithin24h"]).toMatchObject(whole);
  });

  it("takes an edited message for one of the month in which it was first written", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const firstVersion = { from: START, to: START + 1 };
    build.message("ann", post, Date.UTC(2026, 9, 5), { text: "Where is it?", lang: "en", firstVersion });
    const { answeredByMonth } = findingsOf(audit, build.announceAll().open(post).build());
    expect(answeredByMonth!.detail).toMatchObject({ periods: [{ from: Date.UTC(2026, 8, 1), n: 1 }] });
  });

  it("knows nothing of an empty page", () => {
    expect(findingsOf(audit, new DatasetBuilder().build())["answeredWithin24h"]).toMatchObject({
      value: null,
      state: "notVisible",
      reason: "nothingRead",
    });
  });
});
