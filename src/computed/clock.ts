// Local time in a zone, across changes of daylight saving, by the browser's own time zone data.

import { obtain } from "./group.ts";

/** ms in a day and in an hour. */
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export interface Clock {
  /** ms to add to UTC at this instant; ms since the epoch plus this, read as UTC, shows the wall clock. */
  offset(at: number): number;
  /** 0 = Monday … 6 = Sunday. */
  weekday(at: number): number;
  /** 0–23. */
  hour(at: number): number;
  /** The instant (UTC) at which the wall clock shows `wall`; of two about the later, of none the moment of change. */
  instant(wall: number): number;
  /** The calendar month that holds the instant, [from, to) in UTC. */
  month(at: number): { readonly from: number; readonly to: number };
}

/** Days that are asked for at once: no zone changes its clocks twice in so short a time. */
const STRETCH = 4 * DAY;

const clocks = new Map<string, Clock>();

/**
 * The clock of an IANA zone. Asks Intl about four days at once, and searches them for a change of the clocks; what was
 * asked once is kept. @throws RangeError for an unknown zone.
 */
export function clockOf(zone: string): Clock {
  return obtain(clocks, zone, () => makeClock(zone));
}

function makeClock(zone: string): Clock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    era: "short",
  });
  const asked = (at: number): number => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const wall = Date.UTC(
      +part["year"]!,
      +part["month"]! - 1,
      +part["day"]!,
      +part["hour"]!,
      +part["minute"]!,
      +part["second"]!,
    );
    return wall - Math.floor(at / 1000) * 1000;
  };
  interface Stretch {
    readonly before: number;
    /** The instant from which the other offset holds. */
    readonly change: number;
    readonly after: number;
  }
  const stretches = new Map<number, Stretch>();
  const stretchAt = (number: number): Stretch => {
    let [low, high] = [number * STRETCH, (number + 1) * STRETCH];
    const [before, after] = [asked(low), asked(high)];
    while (before !== after && high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (asked(middle) === before) low = middle;
      else high = middle;
    }
    return { before, change: high, after };
  };
  // What is asked about comes mostly in order of time: the stretch of the last answer serves the next.
  let [lastNumber, last] = [Number.NaN, stretchAt(0)];
  const offset = (at: number): number => {
    const number = Math.floor(at / STRETCH);
    if (number !== lastNumber) {
      last = obtain(stretches, number, () => stretchAt(number));
      lastNumber = number;
    }
    return at < last.change ? last.before : last.after;
  };
  const local = (at: number): number => at + offset(at);
  const instant = (wall: number): number => wall - offset(wall - offset(wall));
  return {
    offset,
    instant,
    month(at) {
      const date = new Date(local(at));
      const first = (months: number) => instant(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
      return { from: first(0), to: first(1) };
    },
    // 1970-01-01 was a Thursday.
    weekday: (at) => (((Math.floor(local(at) / DAY) + 3) % 7) + 7) % 7,
    hour: (at) => Math.floor((((local(at) % DAY) + DAY) % DAY) / HOUR),
  };
}
