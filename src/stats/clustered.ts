// Limits of a share whose comments cluster by post: what the verdicts rest on.
import { coverageBounds, type Limits, outer, wilson } from "./intervals.ts";
import { seededRandom, seedOf } from "./random.ts";
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

/** House: correlation within a post where it cannot be estimated (methods.md §6). */
export const ASSUMED_ICC = 0.3;
/** From this many posts on the bootstrap over posts joins in (methods.md §6). */
export const FEWEST_CLUSTERS = 8;
/** Resamples of the bootstrap. */
export const RESAMPLES = 400;

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
 * Correlation within posts by the analysis of variance (Donner & Koval, Biometrics 36:19–25, 1980); null where it
 * cannot be estimated: one post, no post with two comments, or all comments alike.
 */
function estimateIcc({ share, sizes, sums, squares }: Sample): number | null {
  const clusters = sizes.length;
  const n = total(sizes);
  if (clusters < 2 || n <= clusters) return null;
  let between = 0;
  let within = 0;
  for (let c = 0; c < clusters; c++) {
    between += (sums[c]! - sizes[c]! * share) ** 2 / sizes[c]!;
    within += squares[c]! - sums[c]! ** 2 / sizes[c]!;
  }
  if (between + within < 1e-12) return null;
  const meanBetween = between / (clusters - 1);
  const meanWithin = Math.max(0, within / (n - clusters));
  const typical = (n - total(sizes.map((size) => size * size)) / n) / (clusters - 1);
  return Math.min(1, Math.max(0, (meanBetween - meanWithin) / (meanBetween + (typical - 1) * meanWithin)));
}

/** Percentile bootstrap over posts of Σsums/Σsizes, widened to Student's t (Hesterberg, Am Stat 69:371–386, 2015). */
function bootstrap({ sizes, sums }: Sample): Limits {
  const clusters = sizes.length;
  const order = sizes.map((_, i) => i).sort((a, b) => sizes[a]! - sizes[b]! || sums[a]! - sums[b]!);
  const size = Float64Array.from(order, (i) => sizes[i]!);
  const sum = Float64Array.from(order, (i) => sums[i]!);
  const random = seededRandom(seedOf([...size, ...sum]));
  const shares = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    let n = 0;
    let k = 0;
    for (let c = 0; c < clusters; c++) {
      const drawn = random.below(clusters);
      n += size[drawn]!;
      k += sum[drawn]!;
    }
    shares[r] = k / n;
  }
  shares.sort();
  const at = (p: number): number => shares[Math.min(RESAMPLES - 1, Math.max(0, Math.floor(p * (RESAMPLES + 1)) - 1))]!;
  return { lower: Math.max(0, at(0.025)), upper: Math.min(1, at(0.975)) };
}

/** The widest of the limits that hold under different assumptions. */
function limitsOf(sample: Sample): { limits: Limits; effectiveN: number; icc: number } {
  const n = total(sample.sizes);
  const scale = sample.independent / n;
  const clusters = sample.sizes.length;
  const typical = Math.max(1, (total(sample.sizes.map((size) => size * size)) / n) * scale);
  const icc = estimateIcc(sample) ?? ASSUMED_ICC;
  const effectiveN = sample.independent / (1 + (typical - 1) * icc);
  const all = [
    wilson(sample.share * sample.independent, sample.independent),
    wilson(sample.share * effectiveN, effectiveN),
  ];
  if (clusters >= FEWEST_CLUSTERS) all.push(bootstrap(sample));
  return { limits: outer(...all), effectiveN, icc };
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
    const group = byCluster.get(cluster) ?? { n: 0, sum: 0, squares: 0 };
    byCluster.set(cluster, { n: group.n + 1, sum: group.sum + value, squares: group.squares + value * value });
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
