// The dataset: one page's records with how far they were read (coverage); the only thing audits look at.
import * as z from "zod/mini";
import type { unreadSchema } from "./observation.ts";
import { feedSchema, type Page } from "./page.ts";
import { type PageRecord, siteIdSchema } from "./record.ts";

/**
 * A stretch of a feed read without a gap: [from, to] in ms; `end` as in a span, `next`: the cursor that follows.
 * `topAt`: ms at which its newest item was the newest of the feed, so that it covers [from, topAt]; null = never seen so.
 */
export const segmentSchema = z.object({
  from: z.int(),
  to: z.int(),
  topAt: z.nullable(z.int()),
  end: z.boolean(),
  next: z.nullable(z.string()),
});
export type Segment = z.infer<typeof segmentSchema>;

export const feedCoverageSchema = z.object({
  feed: feedSchema,
  /** Disjoint, newest first. */
  segments: z.array(segmentSchema),
  /** ms, when this feed was last read. */
  observedAt: z.int(),
});
export type FeedCoverage = z.infer<typeof feedCoverageSchema>;

export const threadCoverageSchema = z.object({
  /** The post whose own page was open. */
  focal: siteIdSchema,
  /** Ids of all records seen on that page. */
  members: z.array(siteIdSchema).check(z.maxLength(20_000)),
  /** The site showed every first-level answer (no "more" left). */
  complete: z.boolean(),
  /** Messages the site announced below the post when all were shown; it hides some of them. Absent: not known. */
  announced: z.optional(z.int().check(z.nonnegative())),
  /** The order in which it was last read leaves some answers out. Absent: not said. */
  filtered: z.optional(z.boolean()),
  /** Cursor that follows the pages read from the top without a gap; absent where none is awaited. */
  next: z.optional(z.string()),
  /** ms, when it was last read: as far as it is complete, when all of it was last shown. */
  observedAt: z.int(),
});
export type ThreadCoverage = z.infer<typeof threadCoverageSchema>;

/** An item that was read before and that a later reading of its very place no longer shows: deleted, hidden or private. */
export interface Gone {
  readonly id: string;
  /** ms UTC of the reading that no longer showed it. */
  readonly at: number;
}

export interface Coverage {
  readonly feeds: readonly FeedCoverage[];
  readonly threads: readonly ThreadCoverage[];
  /** What could not be read, by reason, over all readings. */
  readonly unread: readonly z.infer<typeof unreadSchema>[];
  readonly signedIn: boolean | null;
  /** Items that are no longer shown; they stay in `records`. Not there = none is known. */
  readonly gone?: readonly Gone[];
}

export interface Dataset {
  readonly page: Page;
  /** Each id once; no particular order. */
  readonly records: readonly PageRecord[];
  readonly coverage: Coverage;
  /** ms UTC: nothing written before counts; what is there of it only shows what later messages hang below. */
  readonly since?: number;
  /** Items that the person left out of the audit, with everything below them. Not there = none. */
  readonly leftOut?: number;
}

/** Whether a record is counted; one that is not only shows what later ones hang below. */
export const isCounted = ({ since }: Dataset, { created }: PageRecord): boolean =>
  since === undefined || created.from >= since;
