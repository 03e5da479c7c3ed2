// Cadence: how evenly posts come, how long silences last, and which weeks stand out from the base.

/** Fewer gaps than this say nothing about burstiness (methods.md §5). */
export const FEWEST_GAPS = 15;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const squares = (values: readonly number[], centre: number): number =>
  values.reduce((sum, value) => sum + (value - centre) ** 2, 0);

/** Middle value (mean of the two middle ones); null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >>> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Times between neighbours (same unit as the times, given in any order); one fewer than the times. */
export function gaps(times: readonly number[]): number[] {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.slice(1).map((time, i) => time - sorted[i]!);
}

/**
 * Finite-size burstiness A_n of Kim & Jo (PRE 94:032311, 2016): −1 clockwork, 0 random, 1 one burst. r = sd/mean with
 * the population sd. null below `FEWEST_GAPS` gaps, or where all posts came at one moment.
 */
export function burstiness(gaps: readonly number[]): number | null {
  const n = gaps.length;
  if (n < FEWEST_GAPS) return null;
  const average = mean(gaps);
  if (average === 0) return null;
  const r = Math.sqrt(squares(gaps, average) / n) / average;
  const more = Math.sqrt(n + 1);
  const fewer = Math.sqrt(n - 1);
  return (more * r - fewer) / ((more - 2) * r + fewer);
}

/**
 * Fano factor of counts per week: sample variance over mean (Fano, Phys Rev 72:26–29, 1947); 1 = random, below =
 * steadier, above = bunched. null for fewer than two weeks or no posts at all.
 */
export function fano(counts: readonly number[]): number | null {
  if (counts.length < 2) return null;
  const average = mean(counts);
  return average === 0 ? null : squares(counts, average) / (counts.length - 1) / average;
}

/** Share of weeks with at least one post; null for no weeks. */
export const activeWeekShare = (counts: readonly number[]): number | null =>
  counts.length === 0 ? null : counts.filter((count) => count > 0).length / counts.length;

export interface Silence {
  /** ms UTC. */
  readonly from: number;
  readonly to: number;
  /** Still going on when the page was read: it lasted at least this long (censored). */
  readonly current: boolean;
}

/**
 * Stretches without a post of at least `shortest` ms inside the window read completely, longest first; ties: latest
 * first. The stretch before the first post counts from `from` (it may have begun earlier), the one after the last post
 * runs to `to` and is the current one. Times outside the window are left out.
 */
export function silences(times: readonly number[], from: number, to: number, shortest = 0): Silence[] {
  const edges = [from, ...times.filter((time) => time >= from && time <= to).sort((a, b) => a - b), to];
  return edges
    .slice(1)
    .map((end, i) => ({ from: edges[i]!, to: end, current: i === edges.length - 2 }))
    .filter((silence) => silence.to - silence.from >= shortest)
    .sort((a, b) => b.to - b.from - (a.to - a.from) || b.to - a.to);
}

/** The longest stretch without a post, the current one included; null where the window is empty (`to` ≤ `from`). */
export const longestSilence = (times: readonly number[], from: number, to: number): Silence | null =>
  to > from ? silences(times, from, to)[0]! : null;

/**
 * Which weeks stand out as campaigns: more than median + 3·MAD posts, MAD = median absolute deviation, not scaled
 * (house rule; Hampel, JASA 69:383–393, 1974). Where most weeks are alike, so that MAD is 0, one post, the smallest
 * step a count can take, stands in for it.
 */
export function campaignWeeks(counts: readonly number[]): boolean[] {
  const middle = median(counts) ?? 0;
  const mad = median(counts.map((count) => Math.abs(count - middle))) || 1;
  return counts.map((count) => count > middle + 3 * mad);
}
