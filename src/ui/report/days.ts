// Days as a person picks them in a field, in the zone the audit tells time in, and the window of time they stand for.
import { clockOf, DAY } from "../../computed/clock.ts";
import type { TimeWindow } from "../../report/window.ts";
import type { Days } from "./route.ts";

const clock = (zone: string) => {
  try {
    return clockOf(zone);
  } catch {
    return clockOf("UTC");
  }
};

/** From the first instant of the first day to the last of the last, ms UTC; null where a day does not exist. */
export function windowOf({ from, to }: Days, zone: string): TimeWindow | null {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (!Number.isFinite(first) || !Number.isFinite(last) || first > last) return null;
  const { instant } = clock(zone);
  return { from: Math.max(0, instant(first)), to: instant(last + DAY) - 1 };
}

/** The day an instant (ms UTC) falls on, as a date field writes it. */
export const dayOf = (at: number, zone: string): string =>
  new Date(at + clock(zone).offset(at)).toISOString().slice(0, 10);

export const daysOf = ({ from, to }: TimeWindow, zone: string): Days => ({
  from: dayOf(from, zone),
  to: dayOf(to, zone),
});
