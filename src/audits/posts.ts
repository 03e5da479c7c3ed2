// What figures over the page's own posts and answers share: the window that was read, and shares that rest on words.
import type { FeedWindow } from "../computed/feed-window.ts";
import type { OwnItem } from "../computed/own-items.ts";
import { isFlat } from "../computed/thread-readings.ts";
import { WEEK } from "../computed/weeks.ts";
import type { Feed } from "../domain/page.ts";
import type { PageRecord } from "../domain/record.ts";
import { coverageBounds, guardedWilson } from "../stats/intervals.ts";
import type { AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding, MAX_EVIDENCE, type NextStep } from "./finding.ts";
import { bestThreadStep, isNotByDate, readFeed, readFromTop, scrollForShare, signIn } from "./steps.ts";

export type Parts = { readonly [Part in keyof Finding]?: Finding[Part] };

export const POSTS: readonly Feed[] = ["posts"];

export interface ReadPosts {
  readonly window: FeedWindow;
  /** Originals, quotes, mentions and self-threads (once) in the window, in order of time. */
  readonly posts: readonly OwnItem[];
  readonly weeks: number;
  readonly parts: Parts;
}

/** The page's posts in the newest stretch of its feed that was read; null where none was. */
export function readPosts({ computed }: AuditInput): ReadPosts | null {
  const { window } = computed.window(POSTS);
  if (!window) return null;
  const posts = computed.own.posts.filter(({ at }) => at >= window.from && at <= window.to);
  return {
    window,
    posts,
    weeks: (window.to + 1 - window.from) / WEEK,
    parts: {
      window: { from: window.from, to: window.to },
      // The newest are shown: there is no need to list all.
      ...evidenceOf(posts.slice(-MAX_EVIDENCE).map(({ record }) => record)),
      evidenceTotal: posts.length,
    },
  };
}

/** What a figure over posts says while no post was read. */
export const nothingRead = (input: AuditInput): Parts => ({
  reason: isNotByDate(input, "posts") ? "notByDate" : "nothingRead",
  missing: [...input.computed.window(POSTS).missing],
  next: signIn(input) ?? readFeed(input, "posts"),
});

/** So many answers say as much about how a page answers as all of them. */
const NEWEST_ANSWERS = 1_000;

/** The newest answers of the page to others, in order of time, and the dates that a figure over them speaks of. */
export function readAnswers(input: AuditInput): {
  readonly answers: readonly PageRecord[];
  readonly window: Parts["window"];
} {
  const answers = input.computed.own.answers.slice(-NEWEST_ANSWERS).map(({ record }) => record);
  const [first, last] = [answers[0], answers.at(-1)];
  return { answers, window: first && last ? { from: first.created.from, to: last.created.from } : null };
}

/** What to open for a share of the page's answers, `k` of the `n` read: its list of them, or threads where it has none. */
export function moreAnswers(input: AuditInput, k: number, n: number): NextStep | null {
  if (input.computed.own.answers.length >= NEWEST_ANSWERS) return null;
  if (isFlat(input.dataset.page.network)) return bestThreadStep(input, k, n, 0);
  const { window } = input.computed.window(["replies"]);
  if (!window) return signIn(input) ?? readFeed(input, "replies");
  if (!window.top) return readFromTop("replies");
  return window.end ? signIn(input) : scrollForShare("replies", k, n);
}

/**
 * How many of `n` likely and possibly count, and how many surely do of these and of the `unknown` more, of which the
 * rest could be either.
 */
export interface Tally {
  readonly sure: number;
  readonly likely: number;
  readonly possible: number;
  readonly n: number;
  readonly unknown?: number;
  /** So many more may be among those to count from, and do not count: they only make the share smaller. */
  readonly against?: number;
}

/**
 * A share of things that do not depend on one another (posts, people), with Wilson limits that hold in small numbers too,
 * as verdicts rest on them, and bounds for what rules over words, or unread messages, leave open. Where
 * what surely counts is a greater share of all, the unknown included, than what likely does of the `n`, it is of all.
 */
export function tallied({ sure, likely, possible, n, unknown = 0, against = 0 }: Tally): Parts {
  const all = n + unknown;
  const most = all + against;
  const bounds = {
    lower: most === 0 ? 0 : sure / most,
    upper: coverageBounds(possible, n, unknown).upper,
  };
  if (n === 0 && sure === 0) return { bounds, of: most, reason: "nothingRead" };
  const [counted, from] = n > 0 && likely / n < bounds.lower ? [sure, most] : [likely, n];
  return {
    value: from === 0 ? null : counted / from,
    interval: from === 0 ? null : { ...guardedWilson(counted, from), method: "wilson" },
    bounds,
    envelope: { lower: guardedWilson(sure, most).lower, upper: guardedWilson(possible + unknown, all).upper },
    n: from,
    of: most,
  };
}

/** A share of the posts read, with the next step that would tell more. */
export function shareOfPosts(
  input: AuditInput,
  name: { readonly audit: string; readonly key: string },
  read: ReadPosts,
  { sure, likely, possible, n, unknown, ...rest }: Tally & Parts,
): Finding {
  const counts = { sure, likely, possible, n, ...(unknown === undefined ? {} : { unknown }) };
  return finding({
    ...name,
    unit: "share",
    ...read.parts,
    ...tallied(counts),
    next: read.window.end ? signIn(input) : scrollForShare("posts", likely, n),
    ...rest,
  });
}
