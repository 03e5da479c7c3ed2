// Limits of a share whose comments cluster by post: what the verdicts rest on.
import { coverageBounds, guardedWilson, type Limits, outer, wilson } from "./intervals.ts";
import { Random, seedOf } from "./random.ts";
import { kaplanMeier, type Survival, shareBy, stepAt, type Timed } from "./survival.ts";

/** The comments under one post: `n` of them (n > 0), `k` of which count (answered). */
export interface Cluster {
  readonly n: number;
  readonly k: number;
}

/** A person's turn with the id of the post it stands under. */
export interface Turn extends Timed {
  readonly cluster: string;
}

/** A share with its 95 % limits and what they rest on. */
export interface ClusteredShare extends Limits {
  /** null where there is nothing to count; the limits are then [0, 1]. */
  readonly share: number | null;
  readonly n: number;
  readonly clusters: number;
  /** How many independent comments would tell as much. */
  readonly effectiveN: number;
  /** Correlation within posts that was reckoned with. */
  readonly icc: number;
  /** F(t) only: someone still waiting was watched until `t`, so that the upper limit means something. */
  readonly watched: boolean;
}

/** A share under both doubts: which comments were sampled, and what the unread ones hold. */
export interface CoveredShare {
  /** From what is known. */
  readonly known: ClusteredShare;
  /** What the share could be, were all that is unread known. */
  readonly bounds: Limits;
  /** Sampling limits at either end of the bounds: verdicts use this. */
  readonly envelope: Limits;
}

/** House: correlation within a post before anything is known of it (methods.md §6). */
export const ASSUMED_ICC = 0.3;
/** House: the assumed correlation weighs as much as what this many posts would tell. */
export const ASSUMED_WEIGHT = 6;
/** From this many posts on the bootstrap over posts joins in (methods.md §6). */
export const FEWEST_CLUSTERS = 8;
/**
 * Resamples of the bootstrap: enough to place a 2.5 % point to within a fifth of a standard error, and few enough that
 * 500 posts take about 1 ms, so that nothing has to wait for it.
 */
export const RESAMPLES = 200;
/** Resamples that lie outside either limit: 2.5 %. */
const TAIL = Math.floor(0.025 * (RESAMPLES + 1));

/** What the limits are worked out from: per post how many comments, and the sum and sum of squares of their values. */
interface Sample {
  readonly share: number;
  /** Independent comments that would tell as much, were there no correlation within posts. */
  readonly independent: number;
  readonly sizes: readonly number[];
  readonly sums: readonly number[];
  readonly squares: readonly number[];
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Correlation within posts to reckon with. Estimated by the analysis of variance (Donner & Koval, Biometrics
 * 36:19–25, 1980), which a handful of posts does badly, so that it is drawn towards `ASSUMED_ICC`, each weighing as
 * many posts as it rests on. One post, or one comment on each, leaves the assumption alone.
 */
function reckonIcc({ share, sizes, sums, squares }: Sample, n: number, sizesSquared: number): number {
  const clusters = sizes.length;
  if (clusters < 2 || n <= clusters) return ASSUMED_ICC;
  let between = 0;
  let within = 0;
  for (let c = 0; c < clusters; c++) {
    between += (sums[c]! - sizes[c]! * share) ** 2 / sizes[c]!;
    within += squares[c]! - sums[c]! ** 2 / sizes[c]!;
  }
  const meanBetween = between / (clusters - 1);
  const meanWithin = Math.max(0, within / (n - clusters));
  const typical = (n - sizesSquared / n) / (clusters - 1);
  const spread = meanBetween + (typical - 1) * meanWithin;
  const estimate = spread > 1e-12 ? Math.min(1, Math.max(0, (meanBetween - meanWithin) / spread)) : 0;
  const known = clusters - 1;
  return (known * estimate + ASSUMED_WEIGHT * ASSUMED_ICC) / (known + ASSUMED_WEIGHT);
}

/**
 * Percentile bootstrap over posts of Σsums/Σsizes (Davison & Hinkley, Bootstrap Methods, 1997, §3.8). Posts are put in
 * an order of their own and the seed is worked out from them, so that the same posts always give the same limits.
 */
function bootstrap({ sizes, sums }: Sample): Limits {
  const clusters = sizes.length;
  const order = Array.from(sizes, (_, c) => c).sort((a, b) => sizes[a]! - sizes[b]! || sums[a]! - sums[b]!);
  const size = Float64Array.from(order, (c) => sizes[c]!);
  const sum = Float64Array.from(order, (c) => sums[c]!);
  const random = new Random(seedOf([...size, ...sum]));
  const lowest = new Float64Array(TAIL).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(TAIL).fill(Number.POSITIVE_INFINITY);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let n = 0;
    let k = 0;
    for (let c = 0; c < clusters; c++) {
      const drawn = random.below(clusters);
      n += size[drawn]!;
      k += sum[drawn]!;
    }
    keep(lowest, k / n);
    keep(highest, -k / n);
  }
  return { lower: Math.max(0, lowest[TAIL - 1]!), upper: Math.min(1, -highest[TAIL - 1]!) };
}

/** Keeps the smallest values seen, ascending: all a percentile needs, and quicker than sorting every resample. */
function keep(smallest: Float64Array, value: number): void {
  let place = smallest.length - 1;
  if (value >= smallest[place]!) return;
  for (; place > 0 && smallest[place - 1]! > value; place--) smallest[place] = smallest[place - 1]!;
  smallest[place] = value;
}

/**
 * The widest of: Wilson on all comments; Wilson, guarded, on the effective number n / (1 + (m − 1)·ICC) (Kish, Survey
 * Sampling, 1965; m = Σsize²/Σsize where posts differ in size); and, from `FEWEST_CLUSTERS` posts on, the bootstrap.
 * Held to at most 5 % verdicts on the wrong side by the simulation in test/stats. `resampled` false leaves the bootstrap
 * out.
 */
function limitsOf(sample: Sample, resampled = true): { limits: Limits; effectiveN: number; icc: number } {
  const { share, independent, sizes } = sample;
  const n = total(sizes);
  const sizesSquared = sizes.reduce((sum, size) => sum + size * size, 0);
  // Censored turns tell less: a post's size counts by what its turns tell.
  const typical = Math.max(1, (sizesSquared / n) * (independent / n));
  const icc = reckonIcc(sample, n, sizesSquared);
  const effectiveN = independent / (1 + (typical - 1) * icc);
  const limits = [wilson(share * independent, independent), guardedWilson(share * effectiveN, effectiveN)];
  if (resampled && sizes.length >= FEWEST_CLUSTERS) limits.push(bootstrap(sample));
  return { limits: outer(...limits), effectiveN, icc };
}

const NOTHING: ClusteredShare = {
  share: null,
  lower: 0,
  upper: 1,
  n: 0,
  clusters: 0,
  effectiveN: 0,
  icc: ASSUMED_ICC,
  watched: false,
};

/**
 * The share of comments that count, with 95 % limits that reckon with comments under one post being alike.
 * The order of the posts changes nothing; posts without comments are left out.
 * @throws RangeError where not 0 ≤ k ≤ n in every cluster.
 */
export function clusteredShare(clusters: readonly Cluster[]): ClusteredShare {
  for (const { n, k } of clusters) {
    if (!(k >= 0 && k <= n)) throw new RangeError(`A count must lie between 0 and ${n}, but is ${k}.`);
  }
  const used = clusters.filter(({ n }) => n > 0);
  if (used.length === 0) return NOTHING;
  const sizes = used.map(({ n }) => n);
  const sums = used.map(({ k }) => k);
  const n = total(sizes);
  const share = total(sums) / n;
  const { limits, ...rest } = limitsOf({ share, independent: n, sizes, sums, squares: sums });
  return { share, ...limits, n, clusters: used.length, ...rest, watched: true };
}

/** Turns put in order once, so that the share answered by any number of times can be asked for. */
export interface PreparedTurns {
  readonly curve: Survival;
  readonly times: Float64Array;
  /** The place of each turn's cluster among the clusters. */
  readonly clusterOf: Uint32Array;
  readonly sizes: readonly number[];
  /** Σ d/(n(n−d)) up to each step of the curve. */
  readonly hazards: Float64Array;
  /** Each turn's pull on F once its own time has come. */
  readonly pulls: Float64Array;
}

/**
 * Each turn's pull on F(t) stands in for its 0 or 1 (the infinitesimal jackknife in Greenwood's form; Williams,
 * Lifetime Data Anal 1:171–186, 1995), so that one pass over the turns serves every resample.
 */
export function prepareTurns(turns: readonly Turn[]): PreparedTurns {
  const curve = kaplanMeier(turns);
  const hazards = new Float64Array(curve.steps.length);
  let hazard = 0;
  curve.steps.forEach(({ events, atRisk }, i) => {
    if (events > 0 && events < atRisk) hazard += events / (atRisk * (atRisk - events));
    hazards[i] = hazard;
  });
  const stepOf = new Map(curve.steps.map(({ t }, i) => [t, i]));
  const places = new Map<string, number>();
  const sizes: number[] = [];
  const times = new Float64Array(turns.length);
  const clusterOf = new Uint32Array(turns.length);
  const pulls = new Float64Array(turns.length);
  turns.forEach(({ time, event, cluster }, i) => {
    let place = places.get(cluster);
    if (place === undefined) {
      place = places.size;
      places.set(cluster, place);
      sizes.push(0);
    }
    sizes[place]! += 1;
    const step = stepOf.get(time)!;
    const { atRisk, events } = curve.steps[step]!;
    times[i] = time;
    clusterOf[i] = place;
    pulls[i] = (event && events < atRisk ? 1 / (atRisk - events) : 0) - hazards[step]!;
  });
  return { curve, times, clusterOf, sizes, hazards, pulls };
}

/** `clusteredShareBy` of turns that were prepared; `resampled` false leaves the bootstrap out. */
export function clusteredShareAt(turns: PreparedTurns, t: number, resampled = true): ClusteredShare {
  const n = turns.times.length;
  if (n === 0) return NOTHING;
  const plain = shareBy(turns.curve, t);
  const { limits, ...rest } = limitsOf(sampleAt(turns, plain, t), resampled);
  const both = outer(limits, plain);
  return {
    share: plain.share,
    lower: both.lower,
    upper: plain.watched ? both.upper : 1,
    n,
    clusters: turns.sizes.length,
    ...rest,
    watched: plain.watched,
  };
}

/**
 * The share answered by `t` (same unit as the times), Kaplan–Meier over all turns, with 95 % limits that reckon with
 * clustering by post. Without censoring before `t` it is `clusteredShare` exactly.
 */
export const clusteredShareBy = (turns: readonly Turn[], t: number): ClusteredShare =>
  clusteredShareAt(prepareTurns(turns), t);

function sampleAt(
  { curve: { steps }, times, clusterOf, sizes, hazards, pulls }: PreparedTurns,
  { share, atRisk }: { readonly share: number; readonly atRisk: number },
  t: number,
): Sample {
  const n = times.length;
  const still = 1 - share;
  const hazard = hazards[stepAt(steps, t)] ?? 0;
  let independent = atRisk;
  if (still > 0 && share > 0) independent = share / (still * hazard);
  else if (still === 0) {
    const last = steps.findLastIndex(({ events }) => events > 0);
    independent = steps[last]!.atRisk / (steps[last - 1]?.survival ?? 1);
  }
  const sums = new Float64Array(sizes.length);
  const squares = new Float64Array(sizes.length);
  for (let i = 0; i < n; i++) {
    const pull = times[i]! > t ? -hazard : pulls[i]!;
    const value = still > 0 ? share + n * still * pull : 1;
    const place = clusterOf[i]!;
    sums[place]! += value;
    squares[place]! += value * value;
  }
  return { share, independent, sizes, sums: Array.from(sums), squares: Array.from(squares) };
}

/** `clusteredShare` where each post has `unknown` further comments, unread or of unknown state. */
export function coveredShare(clusters: readonly (Cluster & { readonly unknown: number })[]): CoveredShare {
  const sum = (of: (cluster: Cluster & { readonly unknown: number }) => number): number => total(clusters.map(of));
  return {
    known: clusteredShare(clusters),
    bounds: coverageBounds(
      sum(({ k }) => k),
      sum(({ n }) => n),
      sum(({ unknown }) => unknown),
    ),
    envelope: {
      lower: clusteredShare(clusters.map(({ n, k, unknown }) => ({ n: n + unknown, k }))).lower,
      upper: clusteredShare(clusters.map(({ n, k, unknown }) => ({ n: n + unknown, k: k + unknown }))).upper,
    },
  };
}

/**
 * `clusteredShareBy` where posts have further turns of unknown state: at the low end none of them was answered by `t`
 * though watched until then, at the high end all were answered at once.
 */
export function coveredShareBy(
  turns: readonly Turn[],
  unknown: readonly { readonly cluster: string; readonly count: number }[],
  t: number,
): CoveredShare {
  const further = (time: number, event: boolean): Turn[] =>
    unknown.flatMap(({ cluster, count }) => Array.from({ length: count }, () => ({ time, event, cluster })));
  const known = clusteredShareBy(turns, t);
  const low = further(t, false).length === 0 ? known : clusteredShareBy([...turns, ...further(t, false)], t);
  const high = further(0, true).length === 0 ? known : clusteredShareBy([...turns, ...further(0, true)], t);
  return {
    known,
    bounds: { lower: low.share ?? 0, upper: high.share ?? 1 },
    envelope: { lower: low.lower, upper: high.upper },
  };
}
