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

/** When something was posted, [from, to) in ms UTC: one wide where the time is exact. */
export interface Posted {
  readonly from: number;
  readonly to: number;
}

/** Time read completely, both ends in ms UTC; `top`: up to the moment of reading, so that nothing newer existed. */
export interface Watched {
  readonly from: number;
  readonly to: number;
  readonly top: boolean;
}

export interface Silence {
  /** ms UTC. */
  readonly from: number;
  readonly to: number;
  /** Still going on when the page was read: it lasted at least this long (censored). */
  readonly current: boolean;
}

const within = (posts: readonly Posted[], { from, to }: Watched): Posted[] =>
  posts.filter((post) => post.from >= from && post.from <= to).sort((a, b) => a.from - b.from);

/** Tells `see` of every stretch surely without a post, in order of time; `inside`: posts in order of time. */
function eachSilence(
  inside: readonly Posted[],
  watched: Watched,
  see: (from: number, to: number, current: boolean) => void,
): void {
  // Until then one of the posts so far may have been written.
  let last = watched.from;
  for (const { from, to } of inside) {
    if (from >= last) see(last, from, false);
    last = Math.max(last, Math.min(to - 1, watched.to));
  }
  see(last, watched.to, watched.top);
}

/**
 * Stretches surely without a post of at least `shortest` ms inside the time watched, longest first; ties: latest first.
 * The stretch before the first post counts from the beginning (it may have begun earlier), the one after the last post
 * runs to the end. Posts that begin outside are left out.
 */
export function silences(posts: readonly Posted[], watched: Watched, shortest = 0): Silence[] {
  const all: Silence[] = [];
  eachSilence(within(posts, watched), watched, (from, to, current) => {
    if (to - from >= shortest) all.push({ from, to, current });
  });
  return all.sort((a, b) => b.to - b.from - (a.to - a.from) || b.to - a.to);
}

/**
 * The longest stretch surely without a post, the current one included, and how long the longest silence lasted at least
 * and at most (ms), wherever in its time each post was written; both are its length where all times are exact. null
 * where no time was watched.
 */
export function longestSilence(
  posts: readonly Posted[],
  watched: Watched,
): (Silence & { readonly least: number; readonly most: number }) | null {
  const { from, to } = watched;
  if (!(to > from)) return null;
  const inside = within(posts, watched);
  const sure = { from, to: from, current: false };
  eachSilence(inside, watched, (begin, stop, current) => {
    if (stop - begin >= sure.to - sure.from) Object.assign(sure, { from: begin, to: stop, current });
  });
  // As n posts leave n + 1 stretches, one of them is as long as their mean.
  const least = Math.max(sure.to - sure.from, (to - from) / (inside.length + 1));
  // A silence begins at the earliest with some post; all that cannot have been written before it were after it.
  let end = to;
  let most = 0;
  for (let i = inside.length - 1; i >= 0; i--) {
    most = Math.max(most, end - inside[i]!.from);
    end = Math.min(end, inside[i]!.to - 1);
  }
  return { ...sure, least, most: Math.max(most, end - from) };
}

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
