// Addresses within the report lead back to where they came from, and picked days are days of the audit's zone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, daysOf, windowOf } from "../../../src/ui/report/days.ts";
import { hashOf, PAGE_SECTIONS, type Route, routeOf } from "../../../src/ui/report/route.ts";

const pages = fc.stringMatching(/^(x|facebook|linkedin):\S{1,40}$/).filter((page) => !/[\ud800-\udfff]/.test(page));
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ screen: "library" }),
  fc.record({ screen: fc.constant("compare" as const), pages: fc.array(pages, { maxLength: 5 }) }),
  fc.record({
    screen: fc.constant("page" as const),
    page: pages,
    section: fc.constantFrom(...PAGE_SECTIONS),
    days: fc.constantFrom(null, { from: "2026-09-01", to: "2026-09-30" }),
  }),
);

describe("routes", () => {
  test("an address leads back to its route", () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(routeOf(hashOf(route))).toEqual(route);
      }),
    );
  });
  test("anything else leads to the library, an unknown section to the audit", () => {
    for (const hash of ["", "#", "#/", "#/nowhere", "#/page", "#/page/%"]) {
      expect(["library", "page"]).toContain(routeOf(hash).screen);
    }
    expect(routeOf("#/page/x%3Aa/elsewhere")).toMatchObject({ screen: "page", section: "audit" });
    expect(routeOf("#/page/x%3Aa/audit?from=2026-09-30&to=2026-09-01")).toMatchObject({ days: null });
  });
});

describe("days", () => {
  test("a day lasts from midnight to midnight where the plan lives, also when the clock changes", () => {
    const window = windowOf({ from: "2026-10-25", to: "2026-10-25" }, "Europe/Berlin");
    expect(window).toEqual({ from: Date.UTC(2026, 9, 24, 22), to: Date.UTC(2026, 9, 25, 23) - 1 });
  });
  test("days of a window of days are those days", () => {
    const days = { from: "2026-09-01", to: "2026-11-21" };
    for (const zone of ["UTC", "America/New_York", "Asia/Tokyo", "No/Where"]) {
      expect(daysOf(windowOf(days, zone)!, zone)).toEqual(days);
    }
    expect(dayOf(Date.UTC(2026, 0, 1, 2), "America/New_York")).toBe("2025-12-31");
  });
  test("a day that does not exist gives no window", () => {
    expect(windowOf({ from: "", to: "2026-09-01" }, "UTC")).toBeNull();
    expect(windowOf({ from: "2026-09-02", to: "2026-09-01" }, "UTC")).toBeNull();
  });
});
