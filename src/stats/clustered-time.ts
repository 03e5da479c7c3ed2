// Limits of the time by which a share of people has an answer: what verdicts on durations rest on.
import { MOST_CLUSTERS, shareOfTurns, type Turns } from "./clustered.ts";
import { curveOf, quantile, stepAt } from "./survival.ts";

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
 * limits of F cross p more than once, the crossings nearest to the estimate count.
 * @throws RangeError where p is not inside (0, 1).
 */
export function clusteredTimeLimits(turns: Turns, p: number): TimeLimits {
  const curve = curveOf(turns);
  const { steps } = curve;
  if (steps.length === 0) return { lower: 0, upper: null };
  const time = (step: number): number => steps[step]?.t ?? 0;
  const last = steps.length - 1;
  const { value, ...plain } = quantile(curve, p);
  const reached = value === null ? last : stepAt(steps, value);
  // F is flat from one step to the next, so any time between the two tells for all of them.
  const between = (step: number): number => (step < last ? (time(step) + time(step + 1)) / 2 : time(last) + 1);
  const limits = (step: number, resampled: boolean) => shareOfTurns(turns, between(step), resampled);
  // The bootstrap only ever widens: it is asked where the other limits have told apart already.
  const search = (from: number, to: number, told: (at: number, resampled: boolean) => boolean): number => {
    const cheaply = turns.posts.length > MOST_CLUSTERS ? from : firstFrom(from, to, (at) => told(at, false));
    return firstFrom(cheaply, to, (at) => told(at, true));
  };
  // Limits that reckon with clustering are never narrower than the plain ones: it is looked from those outwards.
  const [earliest, latest] = [plain.lower ?? value, plain.upper ?? value];
  const within = (time: number | null): number =>
    time === null ? 0 : Math.max(0, Math.abs(reached - stepAt(steps, time)) - 2);
  // Steps back from the estimate; before the first one there is time in which nobody was answered.
  const back = search(within(earliest), reached + 2, (at, resampled) => limits(reached - at, resampled).upper < p);
  const on =
    value === null
      ? last + 1
      : search(reached + within(latest), last + 1, (at, resampled) => limits(at, resampled).lower >= p);
  return { lower: time(reached + 1 - back), upper: on > last ? null : time(on) };
}

/** The first whole number from `from` on for which `holds`, which once true stays true; `to` where none before is. */
function firstFrom(from: number, to: number, holds: (at: number) => boolean): number {
  let [below, at] = [from - 1, from];
  for (let step = 1; at < to && !holds(at); step *= 2) {
    below = at;
    at = Math.min(to, at + step);
  }
  while (at - below > 1) {
    const middle = (below + at) >> 1;
    if (holds(middle)) at = middle;
    else below = middle;
  }
  return at;
}
