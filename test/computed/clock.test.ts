// Wall clocks: weekday and hour in a zone, across changes of daylight saving.
import { describe, expect, it } from "vitest";
import { clockOf, HOUR } from "../../src/computed/clock.ts";

describe("clockOf", () => {
  it("follows a change of daylight saving to the hour", () => {
    const berlin = clockOf("Europe/Berlin");
    const spring = Date.UTC(2026, 2, 29, 1);
    expect([berlin.hour(spring - 1), berlin.hour(spring)]).toEqual([1, 3]);
    expect([berlin.offset(spring - 1), berlin.offset(spring)]).toEqual([HOUR, 2 * HOUR]);
  });

  it("counts weekdays from Monday and knows zones that are not whole hours from UTC", () => {
    const kathmandu = clockOf("Asia/Kathmandu");
    const sundayEvening = Date.UTC(2026, 10, 22, 18, 20);
    expect(kathmandu.weekday(sundayEvening)).toBe(0);
    expect(kathmandu.hour(sundayEvening)).toBe(0);
    expect(clockOf("UTC").weekday(Date.UTC(1969, 11, 28))).toBe(6);
    expect(clockOf("UTC").hour(-1)).toBe(23);
  });

  it("agrees with Intl at every hour of a year", () => {
    const zone = "America/New_York";
    const clock = clockOf(zone);
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      hour: "numeric",
      weekday: "short",
    });
    const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += HOUR) {
      const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
      expect([clock.weekday(at), clock.hour(at)]).toEqual([days.indexOf(part["weekday"]!), Number(part["hour"])]);
    }
  });

  it("refuses a zone that does not exist", () => {
    expect(() => clockOf("Mars/Olympus")).toThrow(RangeError);
  });
});
