// Kaplan–Meier: how many people have their answer by when, those never answered included.
import { type Limits, wilson, Z95 } from "./intervals.ts";

/** One person's turn. `time`: ms (any unit, ≥ 0) until the answer (`event`) or until the thread was last read. */
export interface Timed {
  readonly time: number;
  readonly event: boolean;
}

/** Times in ascending order, column by column: sorted once, read as often as wanted. */
export interface Sorted {
  readonly times: Float64Array;
  /** 1 for an answer, 0 for who was lost sight of. */
  readonly events: Uint8Array;
  /** So many people each stands for. */
  readonly counts: Uint32Array;
  /** People in all. */
  readonly n: number;
}

/** The curve just after one distinct time; `lower`/`upper` limit S and are null where S is 0 or 1 (as in R). */
export interface Step {
  readonly t: number;
  /** People neither answered nor lost sight of before `t`. */
  readonly atRisk: number;
  readonly events: number;
  /** S(t), the share still waiting. */
  readonly survival: number;
  /** Greenwood's variance of S(t); null where S is 0. */
  readonly variance: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Survival {
  /** One step per distinct time, ascending; censored times included (`events` 0 there). */
  readonly steps: readonly Step[];
  readonly n: number;
  readonly events: number;
}

/** Share answered by a time, with its 95 % limits. */
export interface ShareBy extends Limits {
  readonly share: number;
  readonly atRisk: number;
  /** false: nobody still waiting was watched as long as this, so `share` and `lower` only bound it from below. */
  readonly watched: boolean;
}

/** A time by which some share is answered; null = "longer than was watched". */
export interface Quantile {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Kaplan–Meier estimate S(t) = ∏(1 − d/n) over event times (JASA 53:457–481, 1958), Greenwood's variance, 95 %
 * log(−log) limits (Kalbfleisch & Prentice, 1980). Equals R's `survfit(conf.type = "log-log")`. O(n log n).
 * @throws RangeError where a time is negative or not finite.
 */
export const kaplanMeier = (observations: readonly Timed[]): Survival => curveOf(sorted(observations).sorted);

/**
 * Sorts by time; `order`: the place in `observations` of each. O(n log n).
 * @throws RangeError where a time is negative or not finite.
 */
export function sorted(observations: readonly Timed[]): { readonly sorted: Sorted; readonly order: Uint32Array } {
  const n = observations.length;
  const given = new Float64Array(n);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const { time } = observations[i]!;
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`A waiting time must be finite and not negative, but is ${time}.`);
    }
    given[i] = time;
    order[i] = i;
  }
  order.sort((a, b) => given[a]! - given[b]!);
  const times = new Float64Array(n);
  const events = new Uint8Array(n);
  for (let place = 0; place < n; place++) {
    const i = order[place]!;
    times[place] = given[i]!;
    events[place] = Number(observations[i]!.event);
  }
  return { sorted: { times, events, counts: new Uint32Array(n).fill(1), n }, order };
}

/** The curve of sorted times, see `kaplanMeier`. Linear. */
export function curveOf({ times, events, counts, n }: Sorted): Survival {
  const steps: Step[] = [];
  let survival = 1;
  let greenwood = 0;
  let limits = logLogLimits(survival, greenwood);
  let atRisk = n;
  let answered = 0;
  for (let i = 0; i < times.length; ) {
    const t = times[i]!;
    let [left, now] = [0, 0];
    for (; times[i] === t; i++) {
      left += counts[i]!;
      now += events[i]! * counts[i]!;
    }
    if (now > 0) {
      survival *= 1 - now / atRisk;
      if (now < atRisk) greenwood += now / (atRisk * (atRisk - now));
      limits = logLogLimits(survival, greenwood);
    }
    const variance = survival > 0 ? survival * survival * greenwood : null;
    steps.push({ t, atRisk, events: now, survival, variance, lower: limits.lower, upper: limits.upper });
    atRisk -= left;
    answered += now;
  }
  return { steps, n, events: answered };
}

/** What `shareBy` and the clustering of people by thread need of a curve at one time. */
export interface At {
  /** Kaplan–Meier's S(t). */
  readonly survival: number;
  /** Σ d/(n(n−d)) up to `t`. */
  readonly greenwood: number;
  /** People whose time is `t` or later. */
  readonly atRisk: number;
  /** Where S(t) is 0: the number at risk at the last answer over the share still waiting just before. */
  readonly last: number;
}

/** The curve at `t` without the curve; the very numbers of `curveOf`. Linear. */
export function curveAt({ times, events, counts, n }: Sorted, t: number): At {
  let survival = 1;
  let greenwood = 0;
  let last = 0;
  let below = n;
  let atRisk = n;
  for (let i = 0; i < times.length && times[i]! <= t; ) {
    const time = times[i]!;
    let left = 0;
    let now = 0;
    for (; times[i] === time; i++) {
      left += counts[i]!;
      now += events[i]! * counts[i]!;
    }
    if (now > 0) {
      if (now < below) greenwood += now / (below * (below - now));
      else last = below / survival;
      survival *= 1 - now / below;
    }
    below -= left;
    if (time < t) atRisk = below;
  }
  return { survival, greenwood, atRisk, last };
}

/** Limits of S from `greenwood` = Σ d/(n(n−d)), the variance of log S. */
function logLogLimits(survival: number, greenwood: number): { lower: number | null; upper: number | null } {
  if (survival <= 0 || survival >= 1) return { lower: null, upper: null };
  const log = Math.log(survival);
  const spread = Math.exp((Z95 * Math.sqrt(greenwood)) / -log);
  return { lower: Math.exp(log * spread), upper: Math.exp(log / spread) };
}

/** Index of the last step at or before `t`; −1 before the first. */
export function stepAt(steps: readonly Step[], t: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]!.t <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * F(t) = 1 − S(t), the share answered by `t`, with the complement of the limits of S. Where S is 0 or 1 these do not
 * exist: then Wilson limits on the number at risk over the share still waiting just before (Peto et al., Br J Cancer
 * 35:1–39, 1977), which is the number at risk while nobody is answered, and n where all are answered and none censored.
 */
export function shareBy(curve: Survival, t: number): ShareBy {
  const { steps } = curve;
  const index = stepAt(steps, t);
  const step = steps[index];
  const survival = step?.survival ?? 1;
  // At risk at t itself: those whose time is t or later.
  const atRisk = step?.t === t ? step.atRisk : (steps[index + 1]?.atRisk ?? 0);
  if (survival > 0) {
    const greenwood = step ? step.variance! / survival ** 2 : 0;
    return shareAt({ survival, greenwood, atRisk, last: 0 }, step);
  }
  const last = steps.findLastIndex(({ events }) => events > 0);
  return shareAt({ survival, greenwood: 0, atRisk, last: steps[last]!.atRisk / (steps[last - 1]?.survival ?? 1) });
}

/** The same at a time of which `curveAt` tells; `limits` of S where they are known already. */
export function shareAt(
  { survival, greenwood, atRisk, last }: At,
  limits: Pick<Step, "lower" | "upper"> = logLogLimits(survival, greenwood),
): ShareBy {
  const share = 1 - survival;
  const watched = atRisk > 0;
  if (survival === 0) return { share, ...wilson(last, last), atRisk, watched: true };
  if (survival === 1) return { share, ...(watched ? wilson(0, atRisk) : { lower: 0, upper: 1 }), atRisk, watched };
  return { share, lower: 1 - limits.upper!, upper: watched ? 1 - limits.lower! : 1, atRisk, watched };
}

/** R's tolerance, √ε, within which S counts as equal to 1 − p. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The time by which a share `p` in (0, 1) is answered, with Brookmeyer–Crowley limits (Biometrics 38:29–41, 1982):
 * where the limits of S cross 1 − p. Equals the median of R's `print(survfit)`, for any p: where S is flat at 1 − p and
 * then falls on, the middle of the flat stretch counts; where it never falls on, the time at which it got there. There
 * R's `quantile(survfit)` takes the middle up to the longest time that anybody was watched, so that its half-time grows
 * for as long as one looks; everywhere else the two agree.
 * @throws RangeError where p is not inside (0, 1).
 */
export function quantile(curve: Survival, p: number): Quantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`A share asked for must lie between 0 and 1, but is ${p}.`);
  const [value, lower, upper] = [new Crossing(p), new Crossing(p), new Crossing(p)];
  for (const step of curve.steps) {
    value.see(step.t, step.survival);
    lower.see(step.t, step.lower);
    upper.see(step.t, step.upper);
  }
  return { value: value.time, lower: lower.time, upper: upper.time };
}

/** When a curve that falls step by step gets down to 1 − p; it is shown its steps in order of time. */
class Crossing {
  #reached: number | null = null;
  #passed: number | null = null;

  constructor(readonly p: number) {}

  see(t: number, waiting: number | null): void {
    const answered = 1 - (waiting ?? Number.NaN);
    if (this.#reached === null && answered >= this.p - TOLERANCE) this.#reached = t;
    if (this.#passed === null && answered >= this.p + TOLERANCE) this.#passed = t;
  }

  get time(): number | null {
    return this.#reached === null ? null : (this.#reached + (this.#passed ?? this.#reached)) / 2;
  }
}
