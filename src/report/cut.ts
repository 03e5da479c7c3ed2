// The dataset as it stood at an earlier moment: what was written or read later is gone.
import type { Dataset, FeedCoverage, Segment, ThreadCoverage } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";

/**
 * Cuts at `asOf` (ms UTC) and gives the accounts with `sisterKeys` the role `sister`. Counts that a site announced
 * later are lowered by the answers known to have come later, so that yesterday's audit can be worked out today.
 */
export function cutAt(dataset: Dataset, asOf: number, sisterKeys: ReadonlySet<string>): Dataset {
  if (sisterKeys.size === 0 && isNotAfter(dataset, asOf)) return dataset;
  const gone = new Set(dataset.records.filter(({ created }) => created.from > asOf).map(({ id }) => id));
  const later = cutBelow(dataset.records, gone);
  const role = <Author extends PageRecord["author"] | null>(author: Author): Author =>
    author?.role === "other" && sisterKeys.has(author.key) ? { ...author, role: "sister" } : author;
  const records = dataset.records
    .filter(({ id }) => !gone.has(id))
    .map((record): PageRecord => {
      const { comments } = record.announced;
      const less = later.get(record.id) ?? 0;
      const named =
        sisterKeys.size > 0 && (sisterKeys.has(record.author.key) || sisterKeys.has(record.replyToAuthor?.key ?? ""));
      if (less === 0 && !named && record.observedAt <= asOf) return record;
      return {
        ...record,
        author: role(record.author),
        replyToAuthor: role(record.replyToAuthor),
        observedAt: Math.min(record.observedAt, asOf),
        announced:
          less && comments ? { ...record.announced, comments: Math.max(0, comments - less) } : record.announced,
      };
    });
  const { feeds, threads } = dataset.coverage;
  return {
    ...dataset,
    records,
    coverage: {
      ...dataset.coverage,
      ...(dataset.coverage.gone
        ? { gone: dataset.coverage.gone.filter(({ id, at }) => at <= asOf && !gone.has(id)) }
        : {}),
      feeds: feeds.map((feed) => cutFeed(feed, asOf)),
      threads: threads
        .map((thread) => ({
          ...thread,
          members: gone.size === 0 ? thread.members : thread.members.filter((id) => !gone.has(id)),
          observedAt: Math.min(thread.observedAt, asOf),
        }))
        .filter(({ focal }) => !gone.has(focal)),
    },
  };
}

/** Nothing in it is later than the moment. */
const isNotAfter = ({ records, coverage }: Dataset, asOf: number): boolean =>
  [coverage.threads, coverage.feeds].every((read) => read.every(({ observedAt }) => observedAt <= asOf)) &&
  records.every(({ observedAt, created }) => observedAt <= asOf && created.from <= asOf);

/** How many of the records that are gone each record announces: on X its direct answers, elsewhere all below it. */
export function cutBelow(records: readonly PageRecord[], gone: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  if (gone.size === 0) return counts;
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const record of records) {
    if (!gone.has(record.id)) continue;
    const seen = new Set([record.id]);
    for (let up = record.replyTo; up !== null && !seen.has(up); up = byId.get(up)?.replyTo ?? null) {
      seen.add(up);
      counts.set(up, (counts.get(up) ?? 0) + 1);
      if (record.network === "x") break;
    }
  }
  return counts;
}

/** A stretch that reaches past the moment covers all up to it: nothing that had been written by then is missing. */
const cutSegment = (segment: Segment, asOf: number): Segment =>
  Math.max(segment.to, segment.topAt ?? segment.to) >= asOf
    ? { ...segment, to: Math.min(segment.to, asOf), topAt: asOf }
    : segment;

const cutFeed = (feed: FeedCoverage, asOf: number): FeedCoverage => ({
  ...feed,
  segments: feed.segments.filter(({ from }) => from <= asOf).map((segment) => cutSegment(segment, asOf)),
  observedAt: Math.min(feed.observedAt, asOf),
});

/** A thread that was read whole when so many comments fewer were announced. */
export const announcingLess = (thread: ThreadCoverage, less: number): ThreadCoverage =>
  typeof thread.announced === "number" ? { ...thread, announced: Math.max(0, thread.announced - less) } : thread;
