// What one renderer or one set of islands shows, before it is told apart into the list and the threads it holds.
import { exactly, isExact, type Moment } from "../../domain/moment.ts";
import { type AboutPage, type Account, type Observation, sameAccount } from "../../domain/observation.ts";
import { NOTHING_ANNOUNCED } from "../../domain/record.ts";
import { UnreadCount } from "../network.ts";
import { isOrganisation } from "./address.ts";
import { commentUrl, type PostUrn, postId, postUrl, timeOf } from "./urn.ts";

/**
 * The order the list is in: `recent` runs from new to old; `top` is the site's choice and leaves posts out;
 * null where it cannot be told.
 */
export type Order = "recent" | "top" | null;

export interface Sight {
  /** Posts and reposts in the order shown. */
  readonly posts: Observation[];
  /** Ids of the list's cards in the order shown, also of those of which nothing else is; null = it names no post. */
  readonly cards: (string | null)[];
  readonly comments: Observation[];
  readonly pages: AboutPage[];
  /** `share:` and `ugcPost:` ids → the activity of the same post. */
  readonly aliases: Map<string, string>;
  /** Who wrote a post of which only the comments are shown, by the post's id. */
  readonly owners: Map<string, Account>;
  /** Posts of which not every card was drawn between their neighbours: a stretch breaks before each of them. */
  readonly gaps: Set<string>;
  order: Order;
  /** Answers to comments are never drawn here, so that nothing can be said of whether there are any. */
  hidesReplies: boolean;
  /** The list as shown begins at its beginning. */
  top: boolean;
  /** The site says that nothing follows. */
  end: boolean;
  readonly unread: UnreadCount;
}

export const emptySight = (): Sight => ({
  posts: [],
  cards: [],
  comments: [],
  pages: [],
  aliases: new Map(),
  owners: new Map(),
  gaps: new Set(),
  order: null,
  hidesReplies: false,
  top: false,
  end: false,
  unread: new UnreadCount(),
});

/** Of the fields an item has beyond these, the caller says what it knows; the rest is "not said". */
export function item(
  known: Pick<Observation, "id" | "kind" | "author" | "created"> & Partial<Observation>,
): Observation {
  return {
    replyTo: null,
    replyToAuthor: null,
    thread: null,
    text: null,
    lang: null,
    url: null,
    pinned: null,
    promoted: null,
    repostOf: null,
    announced: NOTHING_ANNOUNCED,
    ...known,
  };
}

/** Keeps the name that an organisation bears in the page, once. */
export function nameOrganisation(sight: Sight, account: Account | null, name: string): void {
  if (!account || !isOrganisation(account) || name === "") return;
  if (sight.pages.some((page) => sameAccount(page.account, account))) return;
  sight.pages.push({ account, name: name.slice(0, 300), about: null, totalPosts: null });
}

/** Time and address of a post by its own activity; null where it has only a name without a time. */
export function dated(post: PostUrn): { id: string; created: Moment; url: string } | null {
  const ms = post.kind === "activity" ? timeOf(post.number) : null;
  return ms === null ? null : { id: postId(post), created: exactly(ms), url: postUrl(post) };
}

/** Time and address of a comment, by its own id; `post`: the name of the post it stands under, where known. */
export function datedComment(
  id: string,
  post: PostUrn | null,
): { id: string; created: Moment; url: string | null } | null {
  const ms = timeOf(id);
  return ms === null ? null : { id, created: exactly(ms), url: post && commentUrl(post, id) };
}

/** The label of an update without a digit is the word for "Promoted" in some language; "now" is one only when fresh. */
export function isPromotedLabel(label: string | null, created: number, at: number): boolean {
  return !!label && !/\p{N}/u.test(label) && at - created > 3_600_000;
}

/** At least this many neighbours in falling order before an order that nobody names is taken for "Recent". House rule. */
export const RECENT_RUN = 8;

/** `recent` where all the page's own posts with exact times run from new to old, and they are many; else null. */
export function orderSeen(posts: readonly Observation[], owner: Account | null): Order {
  const times = posts
    .filter(
      ({ kind, author, pinned, created }) =>
        kind === "post" && !pinned && sameAccount(author, owner) && isExact(created),
    )
    .map(({ created }) => created.from);
  return times.length >= RECENT_RUN && times.every((ms, index) => index === 0 || ms < times[index - 1]!)
    ? "recent"
    : null;
}
