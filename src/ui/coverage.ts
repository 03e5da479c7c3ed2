// How far each list was read, and what is known to be missing, in a line each.
import type { Report } from "../report/report.ts";
import type { Catalogue } from "./text/catalogue.ts";

export interface CoverageLines {
  readonly read: readonly string[];
  readonly missing: readonly string[];
  /** What was found but not understood, by reason. */
  readonly unread: readonly string[];
}

export function coverageLines(text: Catalogue, { coverage, notLoaded, asOf }: Report): CoverageLines {
  const { announced, announcedRead, announcedSince } = coverage;
  const feeds = coverage.feeds.flatMap(({ feed, segments }) => {
    const newest = segments[0];
    const oldest = segments[segments.length - 1];
    if (!newest || !oldest) return [];
    const { length } = segments;
    const span = { from: oldest.from, to: newest.to };
    return [text.coverage.feedRead(feed, span, length - 1, newest.topAt !== null, oldest.end, asOf)];
  });
  return {
    read: [
      text.coverage.posts(coverage.posts, coverage.replies, coverage.reposts),
      ...feeds,
      text.coverage.threads(coverage.threadsRead),
      ...(announced > 0 ? [text.coverage.announced(announcedRead, announced, announcedSince ?? null, asOf)] : []),
      ...(coverage.unread.length === 0 ? [text.coverage.allUnderstood] : []),
    ],
    missing: notLoaded.map((missing) => text.notLoaded(missing)),
    unread: coverage.unread.map(({ reason, count }) => text.unread(reason, count)),
  };
}
