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

/** A curve, column by column: entry i of each is what `Step` tells of the i-th distinct time, censored times included. */
export interface Survival {
  /** Ascending. */
  readonly times: Float64Array;
  readonly atRisk: Uint32Array;
  readonly answered: Uint32Array;
  /** S(t). */
  readonly waiting: Float64Array;
  /** Σ d/(n(n−d)) up to there: Greenwood's variance of log S(t). */
  readonly greenwood: Float64Array;
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
  const distinct = new Float64Array(times.length);
  const atRisk = new Uint32Array(times.length);
  const answered = new Uint32Array(times.length);
  const waiting = new Float64Array(times.length);
  const greenwood = new Float64Array(times.length);
  let survival = 1;
  let variance = 0;
  let left = n;
  let all = 0;
  let step = 0;
  for (let i = 0; i < times.length; step++) {
    const t = times[i]!;
    distinct[step] = t;
    atRisk[step] = left;
    let now = 0;
    for (; times[i] === t; i++) {
      left -= counts[i]!;
      now += events[i]! * counts[i]!;
    }
    if (now > 0) {
      const before = atRisk[step]!;
      survival *= 1 - now / before;
      if (now < before) variance += now / (before * (before - now));
      all += now;
    }
    answered[step] = now;
    waiting[step] = survival;
    greenwood[step] = variance;
  }
  return {
    times: distinct.subarray(0, step),
    atRisk: atRisk.subarray(0, step),
    answered: answered.subarray(0, step),
    waiting: waiting.subarray(0, step),
    greenwood: greenwood.subarray(0, step),
    n,
    events: all,
  };
}

/** The curve at the i-th of its times. */
export function stepOf({ times, atRisk, answered, waiting, greenwood }: Survival, i: number): Step {
  const survival = waiting[i]!;
  return {
    t: times[i]!,
    atRisk: atRisk[i]!,
    events: answered[i]!,
    survival,
    variance: survival > 0 ? survival * survival * greenwood[i]! : null,
    ...logLogLimits(survival, greenwood[i]!),
  };
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

/** Index of the last of the times at or before `t`; −1 before the first. */
export function indexOf(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * F(t) = 1 − S(t), the share answered by `t`, with the complement of the limits of S. Where S is 0 or 1 these do not
 * exist: then Wilson limits on the number at risk over the share still waiting just before (Peto et al., Br J Cancer
 * 35:1–39, 1977), which is the number at risk while nobody is answered, and n where all are answered and none censored.
 */
export function shareBy({ times, waiting, answered, ...curve }: Survival, t: number): ShareBy {
  const index = indexOf(times, t);
  const survival = waiting[index] ?? 1;
  // At risk at t itself: those whose time is t or later.
  const atRisk = curve.atRisk[times[index] === t ? index : index + 1] ?? 0;
  let last = 0;
  if (survival === 0) {
    const step = answered.findLastIndex((events) => events > 0);
    last = curve.atRisk[step]! / (waiting[step - 1] ?? 1);
  }
  return shareAt({ survival, greenwood: curve.greenwood[index] ?? 0, atRisk, last });
}

/** The same at a time of which `curveAt` tells. */
export function shareAt({ survival, greenwood, atRisk, last }: At): ShareBy {
  const share = 1 - survival;
  const watched = atRisk > 0;
  if (survival === 0) return { share, ...wilson(last, last), atRisk, watched: true };
  if (survival === 1) return { share, ...(watched ? wilson(0, atRisk) : { lower: 0, upper: 1 }), atRisk, watched };
  const limits = logLogLimits(survival, greenwood);
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
  const limits = (i: number) => logLogLimits(curve.waiting[i]!, curve.greenwood[i]!);
  return {
    value: timeBy(curve, p),
    lower: crossing(curve, p, (i) => limits(i).lower),
    upper: crossing(curve, p, (i) => limits(i).upper),
  };
}

/** The time alone, without its limits. */
export const timeBy = (curve: Survival, p: number): number | null => crossing(curve, p, (i) => curve.waiting[i]!);

/** When what falls step by step gets down to 1 − p. */
function crossing({ times }: Survival, p: number, waitingAt: (i: number) => number | null): number | null {
  if (!(p > 0 && p < 1)) throw new RangeError(`A share asked for must lie between 0 and 1, but is ${p}.`);
  let reached: number | null = null;
  for (let i = 0; i < times.length; i++) {
    const answered = 1 - (waitingAt(i) ?? Number.NaN);
    if (reached === null && answered >= p - TOLERANCE) reached = times[i]!;
    if (reached !== null && answered >= p + TOLERANCE) return (reached + times[i]!) / 2;
  }
  return reached;
}
