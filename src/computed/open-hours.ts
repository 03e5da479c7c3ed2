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
  /** What of the hours that begin on a day lies before `t`. */
  const openOn = (day: number, t: number): number => {
    // 1970-01-01 was a Thursday; 1 = Monday.
    if (!days.has(((((day + 3) % 7) + 7) % 7) + 1)) return 0;
    const begins = day * DAY + hours.from * MINUTE;
    return Math.max(0, Math.min(t, clock.instant(begins + length * MINUTE)) - clock.instant(begins));
  };
  const allOf = (day: number): number => openOn(day, Number.POSITIVE_INFINITY);

  // Sums over days, from the first that was asked for onwards and backwards: whoever waits for years takes no longer.
  let base: number | null = null;
  const onwards = [0];
  const backwards = [0];
  const before = (day: number): number => {
    base ??= day;
    for (let next = base + onwards.length - 1; next < day; next++) onwards.push(onwards.at(-1)! + allOf(next));
    for (let next = base - backwards.length; next >= day; next--) backwards.push(backwards.at(-1)! + allOf(next));
    return day >= base ? onwards[day - base]! : -backwards[base - day]!;
  };
  const upTo = (t: number): number => {
    const day = Math.floor((t + clock.offset(t)) / DAY);
    // Hours that begin on a day have ended two days later.
    return before(day - 1) + openOn(day - 1, t) + openOn(day, t) + openOn(day + 1, t);
  };
  return (from, to) => Math.max(0, upTo(to) - upTo(from));
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
