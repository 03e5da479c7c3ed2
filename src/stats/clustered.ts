// Limits of a share whose comments cluster by post: what the verdicts rest on.
import { guardedWilson, type Limits, outer, wilson, Z95 } from "./intervals.ts";
import { Random } from "./random.ts";
import { type At, curveAt, shareAt } from "./survival.ts";
import { placesOf, sortTurns, type Turn, type Turns, type Unknown, withUnknown } from "./turns.ts";

/** The comments under one post: `n` of them (n > 0), `k` of which count (answered). */
export interface Cluster {
  readonly n: number;
  readonly k: number;
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
/**
 * Of 400 that were tried, the one with the least greatest error: by its numbers the limits of a plain share, of 8 to 100
 * posts, lie within half a standard error of where they belong.
 */
const SEED = 161;
/** House: of more posts than these a resampled share is as good as normal, and its limits need no resampling. */
export const MOST_CLUSTERS = 500;
/** Resamples that lie outside either limit: 2.5 %. */
const TAIL = Math.floor(0.025 * (RESAMPLES + 1));

/** What the limits are worked out from: per post how many comments, and the sum and sum of squares of their values. */
interface Sample {
  readonly share: number;
  /** Independent comments that would tell as much, were there no correlation within posts. */
  readonly independent: number;
  readonly sizes: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

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

/** How people cluster by post: what makes `n` of them tell as much as n / (1 + (typical − 1)·icc) independent ones. */
export interface Clustering {
  /** How many stand under the post of a person picked at random, that one included: Σsize²/Σsize. */
  readonly typical: number;
  /** Correlation within posts. */
  readonly icc: number;
}

/** Each stands for itself. */
export const UNCLUSTERED: Clustering = { typical: 1, icc: 0 };

/**
 * How the turns and the unknown ones cluster, by whether they were answered at all: a stand-in, good enough to choose
 * what to read next, for what limits at a certain time reckon with. Linear.
 */
export function clusteringOf(
  { clusters, counts, events, posts, sizes, n }: Turns,
  unknown: readonly Unknown[],
): Clustering {
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < clusters.length; i++) sums[clusters[i]!]! += events[i]! * counts[i]!;
  let sizesSquared = 0;
  for (const size of sizes) sizesSquared += size * size;
  const known = { share: n === 0 ? 0 : total(sums) / n, independent: n, sizes, sums, squares: sums };
  const icc = reckonIcc(known, n, sizesSquared);
  let [people, squared] = [n, sizesSquared];
  const places = placesOf(posts, unknown);
  for (const { cluster, count } of unknown) {
    people += count;
    squared += count * (count + 2 * (sizes[places[cluster]!] ?? 0));
  }
  return { typical: people === 0 ? 1 : squared / people, icc };
}

/**
 * Percentile bootstrap over posts of Σsums/Σsizes (Davison & Hinkley, Bootstrap Methods, 1997, §3.8). Posts are put in
 * an order of their own and always drawn by the same numbers, so that the same posts always give the same limits, and
 * posts that hardly differ hardly others: one more unanswered comment leaves its post nearly where it stood, and so
 * raises the lower limit no oftener than without a bootstrap. Sums are rounded for it to 24 bits: their last bits depend
 * on the order in which they were added up.
 */
function bootstrap(sample: Sample): Limits {
  const { sizes, sums } = sample;
  const clusters = sizes.length;
  if (clusters > MOST_CLUSTERS) return limitOfBootstrap(sample);
  const rounded = Float32Array.from(sums);
  const order = Uint32Array.from(sizes.keys()).sort((a, b) => rounded[a]! - rounded[b]! || sizes[a]! - sizes[b]!);
  const size = new Float64Array(clusters).map((_, c) => sizes[order[c]!]!);
  const sum = new Float64Array(clusters).map((_, c) => rounded[order[c]!]!);
  const random = new Random(SEED);
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

/**
 * What the bootstrap's limits come to with many posts: the normal ones of a ratio by its linearised variance
 * Σ(sum − share·size)² / (Σsize)² (Davison & Hinkley, §2.7.2).
 */
function limitOfBootstrap({ sizes, sums }: Sample): Limits {
  const [n, k] = [total(sizes), total(sums)];
  const share = k / n;
  let squares = 0;
  for (let c = 0; c < sizes.length; c++) squares += (sums[c]! - share * sizes[c]!) ** 2;
  const reach = (Z95 * Math.sqrt(squares)) / n;
  return { lower: Math.max(0, share - reach), upper: Math.min(1, share + reach) };
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
  let sizesSquared = 0;
  for (const size of sizes) sizesSquared += size * size;
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
 * The order of the posts changes nothing; posts without comments are left out. `resampled` false leaves the bootstrap out.
 * @throws RangeError where not 0 ≤ k ≤ n in every cluster.
 */
export function clusteredShare(clusters: readonly Cluster[], resampled = true): ClusteredShare {
  for (const { n, k } of clusters) {
    if (!(k >= 0 && k <= n)) throw new RangeError(`A count must lie between 0 and ${n}, but is ${k}.`);
  }
  const used = clusters.filter(({ n }) => n > 0);
  if (used.length === 0) return NOTHING;
  const sizes = new Float64Array(used.map(({ n }) => n));
  const sums = new Float64Array(used.map(({ k }) => k));
  const n = total(sizes);
  const share = total(sums) / n;
  const { limits, ...rest } = limitsOf({ share, independent: n, sizes, sums, squares: sums }, resampled);
  return { share, ...limits, n, clusters: used.length, ...rest, watched: true };
}

/** `shareOfTurns` of turns in any order. */
export const clusteredShareBy = (turns: readonly Turn[], t: number): ClusteredShare =>
  shareOfTurns(sortTurns(turns), t);

/**
 * The share answered by `t` (same unit as the times), Kaplan–Meier over all turns, with 95 % limits that reckon with
 * clustering by post. Without censoring before `t` it is `clusteredShare` exactly.
 * Each turn's pull on F(t) stands in for its 0 or 1 (the infinitesimal jackknife in Greenwood's form; Williams,
 * Lifetime Data Anal 1:171–186, 1995), so that one pass over the turns serves every resample; `resampled` false leaves
 * the bootstrap out.
 */
export function shareOfTurns(turns: Turns, t: number, resampled = true): ClusteredShare {
  if (turns.n === 0) return NOTHING;
  const at = curveAt(turns, t);
  const plain = shareAt(at);
  const sample = sampleAt(turns, at, t);
  const { limits, ...rest } = limitsOf(sample, resampled);
  const both = outer(limits, plain);
  return {
    share: plain.share,
    lower: both.lower,
    upper: plain.watched ? both.upper : 1,
    n: turns.n,
    clusters: sample.sizes.length,
    ...rest,
    watched: plain.watched,
  };
}

function sampleAt({ times, events, counts, clusters, sizes, n }: Turns, at: At, t: number): Sample {
  const { survival: still } = at;
  const share = 1 - still;
  // Whoever's turn ended after `t` pulls alike: only those who differ are gone through.
  const rest = still > 0 ? share - n * still * at.greenwood : 1;
  const sums = new Float64Array(sizes.length);
  const squares = new Float64Array(sizes.length);
  for (let post = 0; post < sizes.length; post++) {
    sums[post] = sizes[post]! * rest;
    squares[post] = sizes[post]! * rest * rest;
  }
  let hazard = 0;
  let atRisk = n;
  for (let i = 0; still > 0 && i < times.length && times[i]! <= t; ) {
    const time = times[i]!;
    const from = i;
    let left = 0;
    let now = 0;
    for (; times[i] === time; i++) {
      left += counts[i]!;
      now += events[i]! * counts[i]!;
    }
    // Someone is still waiting at `t`, so that they are never all answered here.
    hazard += now / (atRisk * (atRisk - now));
    const lost = share - n * still * hazard;
    const answered = lost + (n * still) / (atRisk - now);
    for (let j = from; j < i; j++) {
      const value = events[j] === 1 ? answered : lost;
      const count = counts[j]!;
      const cluster = clusters[j]!;
      sums[cluster]! += count * (value - rest);
      squares[cluster]! += count * (value * value - rest * rest);
    }
    atRisk -= left;
  }
  const independent = still === 0 ? at.last : share > 0 ? share / (still * at.greenwood) : at.atRisk;
  return { share, independent, sizes, sums, squares };
}

/**
 * `shareOfTurns` where posts have further turns of unknown state: at the low end none of them was answered by `t`
 * though watched until then, at the high end all were answered at once. `soonest` gives the turns with the latter.
 */
export function coveredShareBy(
  turns: Turns,
  unknown: readonly Unknown[],
  t: number,
  soonest = () => withUnknown(turns, unknown, 0, true),
): CoveredShare {
  const known = shareOfTurns(turns, t);
  const further = (all: () => Turns): ClusteredShare => (unknown.length === 0 ? known : shareOfTurns(all(), t));
  const low = further(() => withUnknown(turns, unknown, t, false));
  const high = further(soonest);
  return {
    known,
    // Whoever waits and was not watched until `t` may have been answered by then.
    bounds: { lower: low.share ?? 0, upper: high.watched ? (high.share ?? 1) : 1 },
    envelope: { lower: low.lower, upper: high.upper },
  };
}
