// Limits of a share whose comments cluster by post: what the verdicts rest on.
import { coverageBounds, guardedWilson, type Limits, outer, wilson, Z95 } from "./intervals.ts";
import { Random, seedOf } from "./random.ts";
import { type At, curveAt, type Sorted, shareAt, sorted, type Timed } from "./survival.ts";

/** The comments under one post: `n` of them (n > 0), `k` of which count (answered). */
export interface Cluster {
  readonly n: number;
  readonly k: number;
}

/** A person's turn with the number (whole, not negative) of the post it stands under. */
export interface Turn extends Timed {
  readonly cluster: number;
}

/** Turns made ready to be reckoned with: sorted by time, column by column. */
export interface Turns extends Sorted {
  /** The post that each stands under, by its place in `posts`. */
  readonly clusters: Uint32Array;
  /** The numbers of the posts, as they come in time. */
  readonly posts: readonly number[];
}

/** Further turns of unknown state below a post. */
export interface Unknown {
  readonly cluster: number;
  readonly count: number;
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

/**
 * Percentile bootstrap over posts of Σsums/Σsizes (Davison & Hinkley, Bootstrap Methods, 1997, §3.8). Posts are put in
 * an order of their own and the seed is worked out from them, so that the same posts always give the same limits. Sums
 * are rounded for it to 24 bits: their last bits depend on the order in which they were added up.
 */
function bootstrap(sample: Sample): Limits {
  const { sizes, sums } = sample;
  const clusters = sizes.length;
  if (clusters > MOST_CLUSTERS) return limitOfBootstrap(sample);
  const rounded = Float32Array.from(sums);
  const order = Uint32Array.from(sizes.keys()).sort((a, b) => sizes[a]! - sizes[b]! || rounded[a]! - rounded[b]!);
  const size = new Float64Array(clusters).map((_, c) => sizes[order[c]!]!);
  const sum = new Float64Array(clusters).map((_, c) => rounded[order[c]!]!);
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
  const sizes = new Float64Array(used.map(({ n }) => n));
  const sums = new Float64Array(used.map(({ k }) => k));
  const n = total(sizes);
  const share = total(sums) / n;
  const { limits, ...rest } = limitsOf({ share, independent: n, sizes, sums, squares: sums });
  return { share, ...limits, n, clusters: used.length, ...rest, watched: true };
}

/** Turns in order of time, and the place that each had in the list. */
export interface SortedTurns extends Turns {
  readonly order: Uint32Array;
}

/**
 * Sorts turns by time, once for any number of shares and times. O(n log n).
 * @throws RangeError where a time is negative or not finite.
 */
export function sortTurns(turns: readonly Turn[]): SortedTurns {
  const { sorted: times, order } = sorted(turns);
  return { ...times, order, ...numbered(order.map((at) => turns[at]!.cluster)) };
}

/** Places for numbers that may be large, so that sums by post need no more room than there are posts. */
function numbered(clusters: Uint32Array): Pick<Turns, "clusters" | "posts"> {
  const places = new Int32Array(clusters.reduce((most, cluster) => (cluster > most ? cluster : most), 0) + 1).fill(-1);
  const posts: number[] = [];
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i]!;
    if (places[cluster]! < 0) {
      places[cluster] = posts.length;
      posts.push(cluster);
    }
    clusters[i] = places[cluster]!;
  }
  return { clusters, posts };
}

export const turnsOf = (turns: readonly Turn[]): Turns => sortTurns(turns);

/** Those whose place in the list is marked with 1 in `picked`, of which there are `n`. Linear. */
export function pick(turns: SortedTurns, picked: Uint8Array, n: number): Turns {
  const times = new Float64Array(n);
  const events = new Uint8Array(n);
  const counts = new Uint32Array(n);
  const clusters = new Uint32Array(n);
  const { order } = turns;
  let people = 0;
  let to = 0;
  for (let from = 0; from < order.length; from++) {
    if (picked[order[from]!] !== 1) continue;
    times[to] = turns.times[from]!;
    events[to] = turns.events[from]!;
    counts[to] = turns.counts[from]!;
    clusters[to] = turns.posts[turns.clusters[from]!]!;
    people += counts[to]!;
    to++;
  }
  return { times, events, counts, n: people, ...numbered(clusters) };
}

/** The turns with the unknown ones among them, all of which took `time`, and were answered then where `event`. */
export function withUnknown(turns: Turns, unknown: readonly Unknown[], time: number, event: boolean): Turns {
  const place = turns.times.findIndex((other) => other > time);
  const at = place < 0 ? turns.times.length : place;
  const posts = [...turns.posts];
  const most = [...posts, ...unknown.map(({ cluster }) => cluster)].reduce((a, b) => (b > a ? b : a), 0);
  const places = new Int32Array(most + 1).fill(-1);
  posts.forEach((post, at) => {
    places[post] = at;
  });
  const placeOf = (post: number): number => {
    if (places[post]! < 0) places[post] = posts.push(post) - 1;
    return places[post]!;
  };
  const joined = <Column extends Float64Array | Uint32Array | Uint8Array>(
    column: Column,
    of: (unknown: Unknown) => number,
  ): Column => {
    const all = new (column.constructor as new (length: number) => Column)(column.length + unknown.length);
    all.set(column.subarray(0, at));
    all.set(unknown.map(of), at);
    all.set(column.subarray(at), at + unknown.length);
    return all;
  };
  return {
    times: joined(turns.times, () => time),
    events: joined(turns.events, () => Number(event)),
    counts: joined(turns.counts, ({ count }) => count),
    clusters: joined(turns.clusters, ({ cluster }) => placeOf(cluster)),
    posts,
    n: turns.n + unknown.reduce((sum, { count }) => sum + count, 0),
  };
}

/** `shareOfTurns` of turns in any order. */
export const clusteredShareBy = (turns: readonly Turn[], t: number): ClusteredShare => shareOfTurns(turnsOf(turns), t);

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

function sampleAt({ times, events, counts, clusters, posts, n }: Turns, at: At, t: number): Sample {
  const { survival: still } = at;
  const share = 1 - still;
  const sizes = new Float64Array(posts.length);
  const sums = new Float64Array(posts.length);
  const squares = new Float64Array(posts.length);
  let hazard = 0;
  let atRisk = n;
  for (let i = 0; i < times.length; ) {
    const time = times[i]!;
    const from = i;
    let left = 0;
    let now = 0;
    for (; times[i] === time; i++) {
      left += counts[i]!;
      now += events[i]! * counts[i]!;
    }
    const inTime = time <= t;
    if (inTime && now < atRisk) hazard += now / (atRisk * (atRisk - now));
    const risk = now < atRisk ? atRisk - now : 1;
    for (let j = from; j < i; j++) {
      const pull = (inTime && events[j] === 1 ? 1 / risk : 0) - hazard;
      const value = still > 0 ? share + n * still * pull : 1;
      const count = counts[j]!;
      const cluster = clusters[j]!;
      sizes[cluster]! += count;
      sums[cluster]! += count * value;
      squares[cluster]! += count * value * value;
    }
    atRisk -= left;
  }
  const independent = still === 0 ? at.last : share > 0 ? share / (still * at.greenwood) : at.atRisk;
  return { share, independent, sizes, sums, squares };
}

/** `clusteredShare` where each post has `unknown` further comments, unread or of unknown state. */
export function coveredShare(clusters: readonly (Cluster & { readonly unknown: number })[]): CoveredShare {
  const sum = (of: (cluster: Cluster & { readonly unknown: number }) => number): number =>
    clusters.reduce((sum, cluster) => sum + of(cluster), 0);
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
 * `shareOfTurns` where posts have further turns of unknown state: at the low end none of them was answered by `t`
 * though watched until then, at the high end all were answered at once.
 */
export function coveredShareBy(turns: Turns, unknown: readonly Unknown[], t: number): CoveredShare {
  const known = shareOfTurns(turns, t);
  const further = (time: number, event: boolean): ClusteredShare =>
    unknown.length === 0 ? known : shareOfTurns(withUnknown(turns, unknown, time, event), t);
  const [low, high] = [further(t, false), further(0, true)];
  return {
    known,
    bounds: { lower: low.share ?? 0, upper: high.share ?? 1 },
    envelope: { lower: low.lower, upper: high.upper },
  };
}
