// How far each list was read, and what is known to be missing, in a line each.
import type { CoverageSummary, Report } from "../report/report.ts";
import type { CountedTexts } from "./text/catalogue/reading.ts";
import type { Catalogue } from "./text/catalogue.ts";

export interface CoverageLines {
  readonly read: readonly string[];
  readonly missing: readonly string[];
  /** What was found but not understood, by reason. */
  readonly unread: readonly string[];
}

/**
 * How many posts were read, in dates of their own, and how many answers and reposts, in all. Where posts could only
 * turn up by the way, as on a list of answers, their number says nothing.
 */
export function countedLines(words: CountedTexts, coverage: CoverageSummary, now: number): string[] {
  const { read, posts, replies, reposts, feeds } = coverage;
  const asked = feeds.some(({ feed, segments }) => (feed === "posts" || feed === "all") && segments.length > 0);
  const others = replies + reposts;
  return [
    ...(asked || posts > 0 || others === 0 ? [words.posts(posts, read, now)] : []),
    ...(others > 0 ? [words.answers(replies, reposts)] : []),
  ];
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
      ...countedLines(text.coverage, coverage, asOf),
      ...feeds,
      text.coverage.threads(coverage.threadsRead),
      ...(announced > 0 ? [text.coverage.announced(announcedRead, announced, announcedSince ?? null, asOf)] : []),
      ...(coverage.unread.length === 0 ? [text.coverage.allUnderstood] : []),
    ],
    missing: notLoaded.map((missing) => text.notLoaded(missing)),
    unread: coverage.unread.map(({ reason, count }) => text.unread(reason, count)),
  };
}
