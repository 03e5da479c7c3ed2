// Sights become readings: the page's own list with how far it reaches, and one thread per post whose comments are shown.
import { isExact } from "../../domain/moment.ts";
import { type Account, type Observation, type Reading, type Span, sameAccount } from "../../domain/observation.ts";
import { fallingStretch } from "../stretch.ts";
import { dated, item, type Sight } from "./sight.ts";

/** Items in one reading; a document that shows more is cut. */
const MAX_ITEMS = 5_000;
const MAX_PAGES = 50;

/** What all readings of one look at a document have in common. */
export interface Frame {
  readonly source: Reading["source"];
  readonly at: number;
  readonly signedIn: boolean | null;
}

/** The longest stretch of the page's own posts that was shown without a gap; null where the order is not "Recent". */
function spanOf(sight: Sight, owner: Account | null): Span | null {
  if (sight.order !== "recent") return null;
  const runs: number[][] = [[]];
  for (const { id, pinned, promoted, author, created } of sight.posts) {
    if (sight.gaps.has(id)) runs.push([]);
    if (!pinned && !promoted && isExact(created) && sameAccount(author, owner)) runs.at(-1)!.push(created.from);
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  const stretch = fallingStretch(longest);
  return (
    stretch && {
      from: stretch.from,
      to: stretch.to,
      top: sight.top && longest === runs[0],
      end: sight.end && longest === runs.at(-1),
      cursor: null,
      next: null,
    }
  );
}

/** The list of posts. `owner`: whose it is; null where the source does not say, then the span is worked out for `page`. */
export function feedOf(sight: Sight, frame: Frame, owner: Account | null, page: Account, isList: boolean): Reading {
  return {
    network: "linkedin",
    ...frame,
    owner,
    place: isList ? { kind: "feed", feed: "posts", span: spanOf(sight, owner ?? page) } : { kind: "profile" },
    observations: sight.posts.slice(0, MAX_ITEMS),
    pages: sight.pages.slice(0, MAX_PAGES),
    unread: [],
  };
}

/** Facts on pages, and what could not be read, where there is no list to hang them on. */
export function factsOf(sight: Sight, frame: Frame, owner: Account | null): Reading {
  const pages = sight.pages.slice(0, MAX_PAGES);
  return { network: "linkedin", ...frame, owner, place: { kind: "profile" }, observations: [], pages, unread: [] };
}

/** One reading per thread that shows comments: the post with all of them. `focal`: the post the address names. */
export function threadsOf(sight: Sight, frame: Frame, focal: string | null): Reading[] {
  const byPost = new Map<string, Observation[]>();
  for (const comment of sight.comments) {
    const thread = comment.thread ?? focal;
    if (!thread) continue;
    const known = byPost.get(thread);
    if (known) known.push(comment);
    else byPost.set(thread, [comment]);
  }
  if (focal && !byPost.has(focal) && sight.posts.some(({ id }) => id === focal)) byPost.set(focal, []);
  return [...byPost].map(([id, comments]) => {
    const post = sight.posts.find((post) => post.id === id && post.kind === "post") ?? namedByComments(sight, id);
    const announced = post?.announced.comments ?? null;
    const complete = !sight.hidesReplies && announced !== null && comments.length >= announced;
    return {
      network: "linkedin",
      ...frame,
      owner: post?.author ?? sight.owners.get(id) ?? null,
      place: { kind: "thread", focal: id, complete },
      observations: [...(post ? [post] : []), ...(complete ? withReplyCounts(comments) : comments)].slice(0, MAX_ITEMS),
      pages: [],
      unread: [],
    };
  });
}

/** A post that is not shown itself, as its comments tell of it: its id, its time, and who wrote it. */
function namedByComments(sight: Sight, id: string): Observation | null {
  const author = sight.owners.get(id);
  const when = author && /^\d+$/.test(id) ? dated({ kind: "activity", number: id }) : null;
  return when && item({ ...when, kind: "post", author: author!, thread: id });
}

/** Where all that is announced below a post was read, so was what hangs below each of its comments. */
function withReplyCounts(comments: readonly Observation[]): Observation[] {
  const replies = comments.filter(({ kind }) => kind === "reply");
  if (replies.some(({ replyTo }) => replyTo === null)) return [...comments];
  return comments.map((comment) => {
    if (comment.kind !== "comment" || comment.announced.comments !== null) return comment;
    const below = replies.filter(({ replyTo }) => replyTo === comment.id).length;
    return { ...comment, announced: { ...comment.announced, comments: below } };
  });
}
