// Times on the command line: UTC unless a zone is written, in every zone the person may be in.
import { afterEach, beforeEach, expect, it } from "vitest";
import { momentOfText } from "../../scripts/replay/moment.mjs";

const before = process.env["TZ"];
beforeEach(() => {
  process.env["TZ"] = "Asia/Tokyo";
});
afterEach(() => {
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

it.each([
  ["2026-07-21T12:00:00Z", 12],
  ["2026-07-21T12:00", 12],
  ["2026-07-21 12:00", 12],
  ["2026-07-21 12:00:00.000", 12],
  ["2026-07-21T12:00+02:00", 10],
  ["2026-07-21 12:00 +0200", 10],
  ["2026-07-21t12:00z", 12],
  ["2026-07-21", 0],
  [" 2026-07-21 ", 0],
])("%s is %i o'clock UTC", (text, hour) => {
  expect(new Date(2026, 0).getTimezoneOffset()).toBe(-540);
  expect(momentOfText(text)).toBe(Date.UTC(2026, 6, 21, hour));
});

it.each(["soon", "", "21 July 2026", "2026-13-01", "2026-07-21T25:00", "12:00", "1784635200000"])(
  "%j is no time",
  (text) => {
    expect(momentOfText(text)).toBeNull();
  },
);
