// Limits of the time by which a share of people has an answer: what verdicts on durations rest on.
import { MOST_CLUSTERS, shareOfTurns } from "./clustered.ts";
import { curveOf, indexOf, type Survival, timeBy } from "./survival.ts";
import type { Turns } from "./turns.ts";

export interface TimeLimits {
  /** 0 where nothing speaks against any time, however short. */
  readonly lower: number;
  /** null where nothing speaks against any time, however long. */
  readonly upper: number | null;
}

/**
 * 95 % limits of the time by which a share `p` in (0, 1) is answered: all times t at which `clusteredShareBy` does not
 * tell F(t) from p. This is how Brookmeyer & Crowley (Biometrics 38:29–41, 1982) find them, with limits of F that reckon
 * with clustering and exist while nobody is answered, too. So "half within 4 h" and "50 % within 4 h" get one verdict,
 * and few people prove nothing: one who has waited for a week does not show that half wait as long. House: where the
 * limits of F cross p more than once, those nearest to where the limits at the estimate point to count. `curve`: that of
 * the turns.
 * @throws RangeError where p is not inside (0, 1).
 */
export function clusteredTimeLimits(turns: Turns, p: number, curve: Survival = curveOf(turns)): TimeLimits {
  const { times } = curve;
  const value = timeBy(curve, p);
  if (times.length === 0) return { lower: 0, upper: null };
  const time = (step: number): number => times[step] ?? 0;
  const last = times.length - 1;
  const reached = value === null ? last : indexOf(times, value);
  // F is flat from one step to the next, so any time between the two tells for all of them.
  const between = (step: number): number => (step < last ? (time(step) + time(step + 1)) / 2 : time(last) + 1);
  const limits = (step: number, resampled: boolean) => shareOfTurns(turns, between(step), resampled);
  // The limits hardly change from the estimate to where they leave p behind, so that they point there.
  const { share, lower, upper } = limits(reached, false);
  const first = (
    from: number,
    to: number,
    guess: number,
    told: (at: number, resampled: boolean) => boolean,
  ): number => {
    const cheaply = firstWhere(from, to, guess, (at) => told(at, false));
    // The bootstrap only ever widens: it is asked where the other limits have told apart already.
    return turns.posts.length > MOST_CLUSTERS ? cheaply : firstWhere(cheaply, to, cheaply, (at) => told(at, true));
  };
  // Steps back from the estimate; before the first one there is time in which nobody was answered.
  const back = first(
    0,
    reached + 2,
    value === null ? 0 : reached - stepWith(curve, p - (upper - share!)) + 1,
    (at, resampled) => limits(reached - at, resampled).upper < p,
  );
  const on =
    value === null
      ? last + 1
      : first(
          reached,
          last + 1,
          stepWith(curve, p + (share! - lower)),
          (at, resampled) => limits(at, resampled).lower >= p,
        );
  return { lower: time(reached + 1 - back), upper: on > last ? null : time(on) };
}

/** The first step at which a share `answered` has its answer; the number of steps where that is never. */
function stepWith({ waiting }: Survival, answered: number): number {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (1 - waiting[middle]! >= answered) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The first whole number from `from` on, before `to`, for which `holds`, which once true stays true; `to` where there is
 * none. Looks around `guess` first.
 */
function firstWhere(from: number, to: number, guess: number, holds: (at: number) => boolean): number {
  const fails = (at: number): boolean => at < from || (at < to && !holds(at));
  let below = Math.max(from, Math.min(guess, to));
  let at = below;
  if (fails(at)) {
    for (let step = 1; at === below || fails(at); step *= 2) [below, at] = [at, Math.min(to, at + step)];
  } else {
    for (let step = 1; at === below || !fails(below); step *= 2)
      [at, below] = [below, Math.max(from - 1, below - step)];
  }
  while (at - below > 1) {
    const middle = (below + at) >> 1;
    if (fails(middle)) below = middle;
    else at = middle;
  }
  return at;
}
