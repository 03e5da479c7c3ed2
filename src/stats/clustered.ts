// Limits of a share whose comments cluster by post: what the verdicts rest on.
import { coverageBounds, guardedWilson, type Limits, outer, wilson } from "./intervals.ts";
import { Random, seedOf } from "./random.ts";
import { kaplanMeier, type ShareBy, shareBy, type Timed } from "./survival.ts";

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
 * Held to at most 5 % verdicts on the wrong side by the simulation in test/stats.
 */
function limitsOf(sample: Sample): { limits: Limits; effectiveN: number; icc: number } {
  const { share, independent, sizes } = sample;
  const n = total(sizes);
  const sizesSquared = sizes.reduce((sum, size) => sum + size * size, 0);
  // Censored turns tell less: a post's size counts by what its turns tell.
  const typical = Math.max(1, (sizesSquared / n) * (independent / n));
  const icc = reckonIcc(sample, n, sizesSquared);
  const effectiveN = independent / (1 + (typical - 1) * icc);
  const limits = [wilson(share * independent, independent), guardedWilson(share * effectiveN, effectiveN)];
  if (sizes.length >= FEWEST_CLUSTERS) limits.push(bootstrap(sample));
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

/**
 * The share answered by `t` (same unit as the times), Kaplan–Meier over all turns, with 95 % limits that reckon with
 * clustering by post. Without censoring before `t` it is `clusteredShare` exactly.
 * Each turn's pull on F(t) stands in for its 0 or 1 (the infinitesimal jackknife in Greenwood's form; Williams,
 * Lifetime Data Anal 1:171–186, 1995), so that one pass over the turns serves every resample.
 */
export function clusteredShareBy(turns: readonly Turn[], t: number): ClusteredShare {
  if (turns.length === 0) return NOTHING;
  const curve = kaplanMeier(turns);
  const plain = shareBy(curve, t);
  const sample = sampleAt(turns, curve.steps, plain, t);
  const { limits, ...rest } = limitsOf(sample);
  const both = outer(limits, plain);
  return {
    share: plain.share,
    lower: both.lower,
    upper: plain.watched ? both.upper : 1,
    n: turns.length,
    clusters: sample.sizes.length,
    ...rest,
    watched: plain.watched,
  };
}

function sampleAt(
  turns: readonly Turn[],
  steps: ReturnType<typeof kaplanMeier>["steps"],
  { share, atRisk }: ShareBy,
  t: number,
): Sample {
  const n = turns.length;
  const still = 1 - share;
  const hazardBy = new Map<number, number>();
  const risk = new Map<number, number>();
  let hazard = 0;
  let independent = 0;
  let before = 1;
  for (const step of steps) {
    if (step.t > t) break;
    if (step.events > 0 && step.events < step.atRisk) {
      hazard += step.events / (step.atRisk * (step.atRisk - step.events));
      risk.set(step.t, step.atRisk - step.events);
    } else if (step.events > 0) {
      independent = step.atRisk / before;
    }
    before = step.survival;
    hazardBy.set(step.t, hazard);
  }
  if (still > 0) independent = share > 0 ? share / (still * hazard) : atRisk;
  const byCluster = new Map<string, { n: number; sum: number; squares: number }>();
  for (const { time, event, cluster } of turns) {
    const pull = time > t ? -hazard : (event ? 1 / (risk.get(time) ?? 1) : 0) - hazardBy.get(time)!;
    const value = still > 0 ? share + n * still * pull : 1;
    let group = byCluster.get(cluster);
    if (!group) {
      group = { n: 0, sum: 0, squares: 0 };
      byCluster.set(cluster, group);
    }
    group.n += 1;
    group.sum += value;
    group.squares += value * value;
  }
  const groups = [...byCluster.values()];
  return {
    share,
    independent,
    sizes: groups.map((group) => group.n),
    sums: groups.map(({ sum }) => sum),
    squares: groups.map(({ squares }) => squares),
  };
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
