// The page's own clock: only open hours count, whatever the seasons do to the wall clock.
import { describe, expect, it } from "vitest";
import { clockOf, HOUR } from "../../src/computed/clock.ts";
import { onOpenTime, openTime } from "../../src/computed/open-hours.ts";
import { indexRecords } from "../../src/computed/record-index.ts";
import { conversations } from "../../src/computed/threads.ts";
import { exactly } from "../../src/domain/moment.ts";
import { DatasetBuilder } from "../support/dataset.ts";

const WEEKDAYS = [1, 2, 3, 4, 5];
const NINE_TO_FIVE = { days: WEEKDAYS, from: 9 * 60, to: 17 * 60 };
const berlin = clockOf("Europe/Berlin");

describe("openTime", () => {
  it("skips nights and weekends", () => {
    const open = openTime(NINE_TO_FIVE, clockOf("UTC"));
    const friday = Date.UTC(2026, 8, 11);
    expect(open(friday + 16 * HOUR, friday + 3 * 24 * HOUR + 10 * HOUR)).toBe(2 * HOUR);
    expect(open(friday + 18 * HOUR, friday + 20 * HOUR)).toBe(0);
    expect(open(friday + 8 * HOUR, friday + 20 * HOUR)).toBe(8 * HOUR);
    expect(open(friday, friday)).toBe(0);
  });

  it("counts all time without hours", () => {
    expect(openTime(null, berlin)(5, 20)).toBe(15);
    expect(openTime({ ...NINE_TO_FIVE, days: [] }, berlin)(5, 20)).toBe(15);
  });

  it("opens at the wall clock's nine before and after daylight saving", () => {
    const open = openTime(NINE_TO_FIVE, berlin);
    // The clocks went forward on Sunday, 29 March 2026.
    const friday = Date.UTC(2026, 2, 27, 15);
    const monday = Date.UTC(2026, 2, 30, 7);
    expect(open(friday, monday)).toBe(HOUR);
    expect(open(friday, monday + HOUR)).toBe(2 * HOUR);
  });

  it("gives days of change their true length", () => {
    const always = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440 };
    const open = openTime(always, berlin);
    const sunday = (month: number, day: number) => berlin.instant(Date.UTC(2026, month, day));
    expect(open(sunday(2, 29), sunday(2, 30))).toBe(23 * HOUR);
    expect(open(sunday(9, 25), sunday(9, 26))).toBe(25 * HOUR);
  });

  it("runs past midnight where hours end before they begin", () => {
    const night = { days: [5], from: 22 * 60, to: 6 * 60 };
    const open = openTime(night, clockOf("UTC"));
    const friday = Date.UTC(2026, 8, 11);
    expect(open(friday, friday + 48 * HOUR)).toBe(8 * HOUR);
    expect(open(friday + 25 * HOUR, friday + 26 * HOUR)).toBe(HOUR);
  });

  it("is the same in whatever order it is asked for", () => {
    const start = Date.UTC(2026, 2, 20, 11);
    const spans = [40, -700, 0, 3, 900, -40].map(
      (days) => [start + days * 24 * HOUR, start + 950 * 24 * HOUR] as const,
    );
    const open = openTime(NINE_TO_FIVE, berlin);
    for (const [from, to] of spans) {
      expect(open(from, to)).toBe(openTime(NINE_TO_FIVE, berlin)(from, to));
      const days = Array.from({ length: (to - from) / (24 * HOUR) }, (_, day) => from + day * 24 * HOUR);
      const each = openTime(NINE_TO_FIVE, berlin);
      expect(open(from, to)).toBe(days.reduce((sum, at) => sum + each(at, at + 24 * HOUR), 0));
    }
  });

  it("is never negative, adds up, and is at most the time that passed", () => {
    const open = openTime(NINE_TO_FIVE, berlin);
    const start = Date.UTC(2026, 2, 20);
    for (let a = 0; a < 240; a += 7) {
      for (let b = a; b < 400; b += 53) {
        const [from, middle, to] = [start + a * HOUR, start + Math.floor((a + b) / 2) * HOUR, start + b * HOUR];
        const all = open(from, to);
        expect(all).toBeGreaterThanOrEqual(0);
        expect(all).toBeLessThanOrEqual(to - from);
        expect(open(from, middle) + open(middle, to)).toBe(all);
      }
    }
  });
});

describe("onOpenTime", () => {
  it("of an edited message begins with its first version, as the wait does", () => {
    const friday = Date.UTC(2026, 8, 11);
    const build = new DatasetBuilder();
    const post = build.post(friday);
    const asked = build.message("ann", post, friday + 17 * HOUR, { firstVersion: exactly(friday + 16 * HOUR) });
    build.answer(asked, friday + 20 * HOUR);
    const dataset = build.announceAll().open(post, { complete: true }).build();
    const { turns } = conversations(dataset, indexRecords(dataset));
    const [turn] = onOpenTime(turns, NINE_TO_FIVE, clockOf("UTC"));
    expect(turns[0]!.waited.longest).toBe(4 * HOUR);
    expect(turn!.waited).toEqual({ shortest: HOUR, longest: HOUR });
  });

  it("of a coarse time lies on the clock where the wait can have begun, not before the post", () => {
    const monday = Date.UTC(2026, 8, 7);
    const build = new DatasetBuilder("facebook");
    const post = build.post(monday + 10 * HOUR);
    const asked = build.message("ann", post, { from: monday, to: monday + 24 * HOUR });
    build.answer(asked, monday + 16.5 * HOUR);
    const dataset = build.announceAll().open(post, { complete: true }).build();
    const { turns } = conversations(dataset, indexRecords(dataset));
    const [turn] = onOpenTime(turns, NINE_TO_FIVE, clockOf("UTC"));
    expect(turn!.waited).toEqual({ shortest: 0, longest: 6.5 * HOUR });
  });

  it("of coarse times holds the wait of every moment they leave open", () => {
    const monday = Date.UTC(2026, 8, 7);
    const open = openTime(NINE_TO_FIVE, clockOf("UTC"));
    const build = new DatasetBuilder("facebook");
    const post = build.post(monday + 10 * HOUR);
    const asked = build.message("ann", post, { from: monday, to: monday + 48 * HOUR });
    build.answer(asked, { from: monday + 24 * HOUR, to: monday + 72 * HOUR });
    const dataset = build.announceAll().open(post, { complete: true }).build();
    const { turns } = conversations(dataset, indexRecords(dataset));
    const { shortest, longest } = onOpenTime(turns, NINE_TO_FIVE, clockOf("UTC"))[0]!.waited;
    for (let from = 10; from < 48; from++) {
      for (let to = Math.max(from, 24); to < 72; to++) {
        const waited = open(monday + from * HOUR, monday + to * HOUR);
        expect(waited).toBeGreaterThanOrEqual(shortest);
        expect(waited).toBeLessThanOrEqual(longest);
      }
    }
  });
});
