// People's turns with the post that each stands under, sorted by time: what shares and times with clustering are reckoned from.
import { type Sorted, sorted, type Timed } from "./survival.ts";

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
  /** People under each of the posts. */
  readonly sizes: Float64Array;
}

/** Further turns of unknown state below a post; each post once. */
export interface Unknown {
  readonly cluster: number;
  readonly count: number;
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
  const clusters = order.map((at) => turns[at]!.cluster);
  return { ...times, order, ...numbered(clusters, times.counts) };
}

/** Places for numbers that may be large, so that sums by post need no more room than there are posts. */
function numbered(clusters: Uint32Array, counts: Uint32Array): Pick<Turns, "clusters" | "posts" | "sizes"> {
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
  return { clusters, posts, sizes: sizesOf(clusters, counts, posts.length) };
}

function sizesOf(clusters: Uint32Array, counts: Uint32Array, posts: number): Float64Array {
  const sizes = new Float64Array(posts);
  for (let i = 0; i < clusters.length; i++) sizes[clusters[i]!]! += counts[i]!;
  return sizes;
}

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
  return { times, events, counts, n: people, ...numbered(clusters, counts) };
}

/** By number the place of each post, −1 where it has none; with room for the posts of the unknown ones. */
export function placesOf(posts: readonly number[], unknown: readonly Unknown[]): Int32Array {
  let most = 0;
  for (const post of posts) if (post > most) most = post;
  for (const { cluster } of unknown) if (cluster > most) most = cluster;
  const places = new Int32Array(most + 1).fill(-1);
  for (let at = 0; at < posts.length; at++) places[posts[at]!] = at;
  return places;
}

/** The turns with the unknown ones among them, all of which took `time`, and were answered then where `event`. */
export function withUnknown(turns: Turns, unknown: readonly Unknown[], time: number, event: boolean): Turns {
  const place = turns.times.findIndex((other) => other > time);
  const at = place < 0 ? turns.times.length : place;
  const posts = [...turns.posts];
  const places = placesOf(posts, unknown);
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
  const counts = joined(turns.counts, ({ count }) => count);
  const clusters = joined(turns.clusters, ({ cluster }) => placeOf(cluster));
  return {
    times: joined(turns.times, () => time),
    events: joined(turns.events, () => Number(event)),
    counts,
    clusters,
    posts,
    sizes: sizesOf(clusters, counts, posts.length),
    n: turns.n + unknown.reduce((sum, { count }) => sum + count, 0),
  };
}
