// How far a feed was read: stretches that overlap or follow one another by cursor are one.
import type { FeedCoverage, Segment } from "./dataset.ts";
import type { Link, Span } from "./observation.ts";

const overlaps = (a: Segment, b: Segment): boolean => a.from <= (b.topAt ?? b.to) && b.from <= (a.topAt ?? a.to);

/** One stretch out of two that belong together; each end comes from the one that reaches further. */
function join(a: Segment, b: Segment): Segment {
  const [older, younger] = a.from <= b.from ? [a, b] : [b, a];
  const reached = older.from === younger.from ? [older, younger] : [older];
  const topAt = Math.max(a.topAt ?? -1, b.topAt ?? -1);
  const to = Math.max(a.to, b.to);
  return {
    from: older.from,
    to,
    // A top seen earlier says nothing once something later was read from the middle of the feed.
    topAt: topAt >= to ? topAt : null,
    end: reached.some(({ end }) => end),
    next: reached.find(({ next }) => next !== null)?.next ?? null,
  };
}

/**
 * The coverage with one more span, read at `at` (ms).
 * In a feed that runs from new to old, spans that overlap in time leave no gap between them.
 */
export function withSpan(coverage: FeedCoverage, span: Span, at: number): FeedCoverage {
  let segment: Segment = { from: span.from, to: span.to, topAt: span.top ? at : null, end: span.end, next: span.next };
  const apart: Segment[] = [];
  for (const known of coverage.segments) {
    const follows = span.cursor !== null && known.next === span.cursor;
    // What follows a stretch by cursor lies wholly below it; a pair the other way round is not one the site could show.
    if (overlaps(known, segment) || (follows && segment.to <= known.from)) segment = join(known, segment);
    else apart.push(known);
  }
  // A join may have closed the gap to one that was passed over before.
  const segments = apart.filter((known) => {
    if (!overlaps(known, segment)) return true;
    segment = join(known, segment);
    return false;
  });
  segments.push(segment);
  segments.sort((a, b) => b.to - a.to);
  return { feed: coverage.feed, segments, observedAt: Math.max(coverage.observedAt, at) };
}

/** The coverage after a page that held nothing of the page's own: the stretch before it reaches on past it. */
export function withLink(coverage: FeedCoverage, { cursor, next, end }: Link, at: number): FeedCoverage {
  const segments = coverage.segments.map((segment) =>
    cursor !== null && segment.next === cursor ? { ...segment, next, end: segment.end || end } : segment,
  );
  return { feed: coverage.feed, segments, observedAt: Math.max(coverage.observedAt, at) };
}
