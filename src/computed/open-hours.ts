// The page's own clock: time that passes only while somebody is there to answer.
import type { Policy } from "../domain/plan.ts";
import { type Clock, DAY } from "./clock.ts";
import type { Turn } from "./threads.ts";

const MINUTE = 60_000;

/**
 * ms between two instants (UTC) that lie inside the policy's hours, on `clock` in the policy's zone. Days of change
 * are as long as they are; hours that end before they begin run past midnight. Without hours, or without a day that has
 * them, all time counts: nobody is answered in no time.
 */
export function openTime(hours: Policy["hours"], clock: Clock): (from: number, to: number) => number {
  if (!hours || hours.days.length === 0) return (from, to) => Math.max(0, to - from);
  const days = new Set(hours.days);
  const length = (hours.to > hours.from ? hours.to : hours.to + 1_440) - hours.from;
  return (from, to) => {
    let open = 0;
    // A day's hours may begin on the day before and end on the day after.
    const first = Math.floor((from + clock.offset(from)) / DAY) - 1;
    const last = Math.floor((to + clock.offset(to)) / DAY) + 1;
    for (let day = first; day <= last; day++) {
      // 1970-01-01 was a Thursday; 1 = Monday.
      if (!days.has(((((day + 3) % 7) + 7) % 7) + 1)) continue;
      const begins = day * DAY + hours.from * MINUTE;
      open += Math.max(
        0,
        Math.min(to, clock.instant(begins + length * MINUTE)) - Math.max(from, clock.instant(begins)),
      );
    }
    return open;
  };
}

/** The same turns with their waits on the page's own clock. */
export function onOpenTime(turns: readonly Turn[], hours: Policy["hours"], clock: Clock): Turn[] {
  const between = openTime(hours, clock);
  return turns.map((turn) => {
    const { from, to } = turn.asked;
    const { shortest, longest } = turn.waited;
    return {
      ...turn,
      waited: { shortest: between(to - 1, to - 1 + shortest), longest: between(from, from + longest) },
    };
  });
}
