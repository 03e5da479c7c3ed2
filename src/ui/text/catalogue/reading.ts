// What a language says of what was read, what was not, what to open next and what no page shows.
import type { NextStep } from "../../../audits/finding.ts";
import type { UnreadReason } from "../../../domain/observation.ts";
import type { Feed } from "../../../domain/page.ts";
import type { CANNOT_SHOW } from "../../../report/cannot-show.ts";
import type { NotLoaded } from "../../../report/report.ts";

export type CannotShowKey = (typeof CANNOT_SHOW)[number];

/** ms UTC. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface CountedTexts {
  /** `span`: the dates in which they are counted; null where there are none. */
  posts(posts: number, span: Span | null, now: number): string;
  /** All that were read, whenever they were written. */
  answers(answers: number, reposts: number): string;
}

export interface ReadingTexts {
  feed(feed: Feed): string;
  next(step: NextStep, created: number | null, now: number): string;
  unread(reason: UnreadReason, count: number): string;
  unreadTotal(count: number, read: number): string;
  readonly coverage: CountedTexts & {
    feedRead(feed: Feed, span: Span, gaps: number, top: boolean, end: boolean, now: number): string;
    threads(n: number): string;
    /** `since`: ms, the date of the oldest of the posts; null = all that are known. */
    announced(read: number, announced: number, since: number | null, now: number): string;
    withoutParent(n: number): string;
    readonly allUnderstood: string;
  };
  notLoaded(missing: NotLoaded): string;
  /** null for a key of a later report. */
  cannotShow(key: string): string | null;
}
