// The window of time that all feeds a figure needs have in common: outside it nothing is said.
import type { Coverage } from "../domain/dataset.ts";
import type { Feed } from "../domain/page.ts";

/** A stretch of time read without a gap, both ends in ms and included. */
export interface FeedWindow {
  readonly from: number;
  readonly to: number;
  /** Nothing newer existed when its newest end was read. */
  readonly top: boolean;
  /** It reaches back to the page's first item. */
  readonly end: boolean;
}

export interface CommonWindow {
  readonly window: FeedWindow | null;
  /** Feeds of which nothing was read. */
  readonly missing: readonly Feed[];
  /** The feed that ends the window: read more of it and the window grows; null where none would. */
  readonly shortest: Feed | null;
}

/** The stretches of one feed, newest first; the mixed feed serves as each of the others, so their stretches join. */
function stretches({ feeds }: Coverage, feed: Feed): FeedWindow[] {
  const all = feeds
    .filter((coverage) => coverage.feed === feed || coverage.feed === "all")
    .flatMap(({ segments }) => segments)
    .map(({ from, to, topAt, end }) => ({ from, to: Math.max(to, topAt ?? to), top: topAt !== null, end }))
    .sort((a, b) => b.to - a.to);
  const joined: FeedWindow[] = [];
  for (const next of all) {
    const last = joined.at(-1);
    if (last && next.to >= last.from) {
      joined[joined.length - 1] = { ...last, from: Math.min(last.from, next.from), end: last.end || next.end };
    } else joined.push(next);
  }
  return joined;
}

/** All stretches that every one of `feeds` covers, in no particular order; none for no feeds. */
export function commonStretches(coverage: Coverage, feeds: readonly Feed[]): FeedWindow[] {
  const [first, ...others] = feeds.map((feed) => stretches(coverage, feed));
  return others.reduce(
    (left, right) => left.flatMap((a) => right.map((b) => intersection(a, b)).filter((both) => both !== null)),
    first ?? [],
  );
}

/** The newest stretch that all of `feeds` cover; a stretch that reaches the page's first item has no earlier limit. */
export function commonWindow(coverage: Coverage, feeds: readonly Feed[]): CommonWindow {
  const lists = feeds.map((feed) => ({ feed, stretches: stretches(coverage, feed) }));
  const missing = lists.filter(({ stretches }) => stretches.length === 0).map(({ feed }) => feed);
  if (missing.length > 0) return { window: null, missing, shortest: null };
  const common = commonStretches(coverage, feeds);
  const window = common.reduce<FeedWindow | null>((best, one) => (best && best.to >= one.to ? best : one), null);
  const limits = lists.flatMap(({ feed, stretches }) => {
    const own = stretches.find(({ from, to }) => window === null || (from <= window.to && to >= window.from));
    return own && !own.end ? [{ feed, from: own.from }] : [];
  });
  const shortest = limits.reduce<{ feed: Feed; from: number } | null>((a, b) => (a && a.from >= b.from ? a : b), null);
  return { window, missing: [], shortest: shortest?.feed ?? null };
}

/** What both stretches cover, null where that is nothing; one that reaches the first item has no earlier limit. */
export function intersection(a: FeedWindow, b: FeedWindow): FeedWindow | null {
  const from =
    a.end === b.end ? (a.end ? Math.min(a.from, b.from) : Math.max(a.from, b.from)) : a.end ? b.from : a.from;
  const to = Math.min(a.to, b.to);
  if (from > to) return null;
  const top = a.to === b.to ? a.top || b.top : a.to < b.to ? a.top : b.top;
  return { from, to, top, end: a.end && b.end };
}
