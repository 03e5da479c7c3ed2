// Weekends and evenings apart, by the clock of the page's zone.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/weekend-gap.ts";
import { exactly } from "../../src/domain/moment.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

/** Each day of four weeks somebody asks at noon UTC; `answered` says on which weekdays (0 = Monday) they are answered. */
function month(answered: readonly number[], hour = 12) {
  const build = new DatasetBuilder();
  for (let day = 0; day < 28; day++) {
    const post = build.post(START + day * DAY);
    const asked = build.message(`p${day}`, post, START + day * DAY + hour * HOUR, { text: "Open today?", lang: "en" });
    if (answered.includes(day % 7)) build.answer(asked, START + day * DAY + (hour + 1) * HOUR);
    build.open(post);
  }
  return build.announceAll().build();
}

describe("weekend-gap", () => {
  it("is how much less often people are answered at weekends", () => {
    const found = findingsOf(audit, month([0, 1, 2, 3, 4]));
    expect(found["weekendGap"]).toMatchObject({
      value: 1,
      n: 28,
      of: 28,
      values: { weekday: 1, weekend: 0, weekdayPeople: 20, weekendPeople: 8, waiting: 8 },
      // 28 who asked, and the answers to 20 of them.
      evidenceTotal: 48,
    });
    expect(found["weekendGap"]!.evidence).toHaveLength(48);
    expect(found["weekendGap"]!.interval!.lower).toBeGreaterThan(0.15);
    expect(found["weekdaysWithin24h"]).toMatchObject({ value: 1, n: 20 });
    expect(found["weekendsWithin24h"]).toMatchObject({ value: 0, n: 8 });
  });

  it("is nothing where both are alike", () => {
    const { weekendGap } = findingsOf(audit, month([0, 1, 2, 3, 4, 5, 6]));
    expect(weekendGap!.value).toBe(0);
    expect(weekendGap!.interval!.lower).toBeLessThan(0);
    expect(weekendGap!.interval!.upper).toBeGreaterThan(0);
  });

  it("goes by the wall clock of the zone", () => {
    // Sunday noon UTC is Monday in Kiritimati, fourteen hours ahead.
    const zone = "Pacific/Kiritimati";
    expect(findingsOf(audit, month([6]), { zone })["weekendsWithin24h"]!.value).toBe(0);
    expect(findingsOf(audit, month([6]))["weekendsWithin24h"]!.value).toBe(0.5);
  });

  it("goes by when a message was first written, not by when it was edited", () => {
    const build = new DatasetBuilder();
    const [saturday, monday] = [START + 5 * DAY, START + 7 * DAY];
    const post = build.post(saturday);
    for (let i = 0; i < 8; i++) {
      const firstVersion = exactly(saturday + 12 * HOUR);
      build.message(`p${i}`, post, monday + 12 * HOUR, { text: "Open today?", lang: "en", firstVersion });
    }
    const found = findingsOf(audit, build.announceAll().open(post).build());
    expect([found["weekendsWithin24h"]!.n, found["weekdaysWithin24h"]!.n]).toEqual([8, 0]);
  });

  it("tells evenings of weekdays apart", () => {
    expect(findingsOf(audit, month([0, 1], 20))["eveningsWithin24h"]).toMatchObject({ value: 0.4, n: 20 });
    expect(findingsOf(audit, month([0, 1], 12))["eveningsWithin24h"]!.n).toBe(0);
  });

  it("leaves the day of a coarse time open only for those who may need an answer", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START);
    const day = (i: number) => ({ from: START + i * DAY, to: START + (i + 1) * DAY });
    for (let i = 0; i < 10; i++) build.message(`nice-${i}`, post, day(i), { text: "Nice", lang: "en" });
    for (let i = 0; i < 14; i++) {
      const at = START + (i + 1) * DAY;
      build.answer(build.message(`asks-${i}`, post, at, { text: "When?", lang: "en" }), at + HOUR);
    }
    const whole = () => findingsOf(audit, build.announceAll().open(post, { complete: true }).build());
    const sure = { bounds: { lower: 1, upper: 1 } };
    expect(whole()).toMatchObject({
      weekdaysWithin24h: { n: 10, of: 10, ...sure },
      weekendsWithin24h: { n: 4, of: 4, ...sure },
    });
    build.message("asks", post, day(3), { text: "When?", lang: "en" });
    expect(whole()).toMatchObject({
      weekdaysWithin24h: { n: 10, of: 11, bounds: { lower: expect.closeTo(10 / 11, 9), upper: 1 } },
      weekendsWithin24h: { n: 4, of: 5, bounds: { lower: expect.closeTo(4 / 5, 9), upper: 1 } },
    });
  });

  it("says nothing of fewer than eight people on either side", () => {
    const build = new DatasetBuilder();
    for (let day = 0; day < 26; day++) {
      const post = build.post(START + day * DAY);
      const asked = build.message(`p${day}`, post, START + day * DAY + 12 * HOUR, { text: "Open today?", lang: "en" });
      build.answer(asked, START + day * DAY + 13 * HOUR);
      build.open(post);
    }
    const found = findingsOf(audit, build.announceAll().build());
    expect(found["weekendsWithin24h"]!.n).toBe(6);
    expect(found["weekendGap"]).toMatchObject({ state: "cannotTell", reason: "tooFew", envelope: null });
  });

  it("says nothing of people who were not watched for a day", () => {
    const sunday = START + 6 * DAY;
    const build = new DatasetBuilder("x", sunday + 10 * HOUR);
    for (let i = 0; i < 16; i++) {
      const at = i < 8 ? START : sunday;
      const post = build.post(at);
      const asked = build.message(`p${i}`, post, at, { text: "Open today?", lang: "en" });
      if (i < 8) build.answer(asked, at + HOUR);
      build.open(post);
    }
    const found = findingsOf(audit, build.announceAll().build());
    expect(found["weekendsWithin24h"]).toMatchObject({ n: 8, value: null, state: "cannotTell", reason: "notWatched" });
    expect(found["weekendGap"]).toMatchObject({ value: null, state: "cannotTell", reason: "notWatched" });
  });

  it("cannot tell where nobody wrote at a weekend", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    build.message("a", post, START, { text: "Open?", lang: "en" });
    const { weekendGap } = findingsOf(audit, build.announceAll().open(post).build());
    expect(weekendGap).toMatchObject({ value: null, state: "cannotTell", reason: "tooFew" });
  });
});
