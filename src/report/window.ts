// The window of an audit: which dates are fully covered, and the dataset cut to the dates a person chose.
import { commonStretches, commonWindow } from "../computed/feed-window.ts";
import type { Coverage, Dataset, FeedCoverage, Segment } from "../domain/dataset.ts";
import type { Feed } from "../domain/page.ts";
import type { PageRecord } from "../domain/record.ts";
import { announcingLess, cutBelow } from "./cut.ts";

/** ms UTC, both ends included. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** The feeds of which something was read, as figures ask for them: the mixed feed serves as posts and replies. */
export function feedsRead({ feeds }: Coverage): Feed[] {
  const read = new Set(feeds.filter(({ segments }) => segments.length > 0).map(({ feed }) => feed));
  if (read.has("all")) for (const feed of ["posts", "replies"] as const) read.add(feed);
  read.delete("all");
  return (["posts", "replies", "reposts"] as const).filter((feed) => read.has(feed));
}

/**
 * The longest stretch that every feed in `feeds` covers without a gap; by default every feed of which anything was
 * read. null where they share none, or nothing was read.
 */
export function longestCovered(coverage: Coverage, feeds: readonly Feed[] = feedsRead(coverage)): TimeWindow | null {
  const common = commonStretches(coverage, feeds);
  return common.reduce<TimeWindow | null>(
    (best, { from, to }) => (best === null || to - from > best.to - best.from ? { from, to } : best),
    null,
  );
}

/**
 * The dates of an audit for which nobody chose any: the longest stretch of the page's posts (of all that was read, where
 * no posts were) that is fully covered. null where that is the newest one: then each figure has the dates that its own
 * lists cover, up to now. So a short look at the top of the page after a gap does not shrink the audit to it.
 */
export function defaultWindow(coverage: Coverage): TimeWindow | null {
  const read = feedsRead(coverage);
  const feeds = read.includes("posts") ? (["posts"] as const) : read;
  const longest = longestCovered(coverage, feeds);
  const newest = commonWindow(coverage, feeds).window;
  return longest && newest && longest.to < newest.to ? longest : null;
}

/**
 * The dataset from `from` (ms UTC) on: feeds as far as they lie there, and of what was written before only what later
 * messages hang below (see `Dataset.since`), announcing only what is not known to be older. The window's other end is
 * `cutAt`'s work.
 */
export function cutBefore(dataset: Dataset, from: number): Dataset {
  const byId = new Map(dataset.records.map((record) => [record.id, record]));
  const inside = dataset.records.filter(({ created }) => created.from >= from);
  const context = new Set<string>();
  for (const record of inside) {
    for (const start of [record.replyTo, record.thread]) {
      for (let up = start; up !== null && !context.has(up); up = byId.get(up)?.replyTo ?? null) context.add(up);
    }
  }
  const ids = new Set([...inside.map(({ id }) => id), ...context]);
  const earlier = cutBelow(
    dataset.records,
    new Set(dataset.records.filter(({ id }) => !ids.has(id)).map(({ id }) => id)),
  );
  const kept = dataset.records
    .filter(({ id }) => ids.has(id))
    .map((record): PageRecord => {
      const { comments } = record.announced;
      const less = earlier.get(record.id) ?? 0;
      if (less === 0 || comments === null) return record;
      return { ...record, announced: { ...record.announced, comments: Math.max(0, comments - less) } };
    });
  const { coverage } = dataset;
  return {
    ...dataset,
    since: Math.max(from, dataset.since ?? from),
    records: kept,
    coverage: {
      ...coverage,
      feeds: cutFeeds(coverage.feeds, from),
      threads: coverage.threads
        .filter(({ focal }) => ids.has(focal))
        .map((thread) => ({
          ...announcingLess(thread, earlier.get(thread.focal) ?? 0),
          members: thread.members.filter((id) => ids.has(id)),
        })),
      ...(coverage.gone ? { gone: coverage.gone.filter(({ id }) => ids.has(id)) } : {}),
    },
  };
}

function cutFeeds(feeds: readonly FeedCoverage[], from: number): FeedCoverage[] {
  return feeds.map((feed) => ({ ...feed, segments: feed.segments.flatMap((segment) => cutSegment(segment, from)) }));
}

/** The part of a stretch from `from` on; one that is cut there does not reach the page's first item. */
function cutSegment(segment: Segment, from: number): Segment[] {
  if (Math.max(segment.to, segment.topAt ?? segment.to) < from) return [];
  return segment.from >= from
    ? [segment]
    : [{ ...segment, from, to: Math.max(from, segment.to), end: false, next: null }];
}
