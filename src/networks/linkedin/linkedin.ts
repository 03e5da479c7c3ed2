// LinkedIn as a network: nothing is hooked; the rendered page and the data embedded in it become readings.
import { isExact } from "../../domain/moment.ts";
import { type Account, type Observation, type Reading, type Span, sameAccount } from "../../domain/observation.ts";
import { type Network, type Place, UnreadCount } from "../network.ts";
import { HOSTS, joinAccounts, pageKey, pageUrl, place } from "./address.ts";
import { readEmber } from "./ember.ts";
import { graphOf } from "./graph.ts";
import { readGuest } from "./guest.ts";
import { type Renderer, rendererOf } from "./renderer.ts";
import { readSdui } from "./sdui.ts";
import { dated, emptySight, item, orderSeen, type Sight } from "./sight.ts";
import { readVoyager } from "./voyager.ts";

/** Items in one reading; a document that shows more is cut and says so. */
const MAX_ITEMS = 5_000;

function drawnSight(renderer: Renderer, root: Document, shown: Place, at: number, known: ReadonlySet<string>): Sight {
  if (renderer === "ember") return readEmber(root, at, known);
  return renderer === "sdui" ? readSdui(root, shown) : readGuest(root, shown, at);
}

/** The longest stretch of the page's own posts that was drawn without a gap; null where the order is not "Recent". */
function spanOf(sight: Sight, owner: Account | null): Span | null {
  if (sight.order !== "recent") return null;
  const runs: Observation[][] = [[]];
  for (const post of sight.posts) {
    if (sight.gaps.has(post.id)) runs.push([]);
    if (!post.pinned && !post.promoted && isExact(post.created) && sameAccount(post.author, owner))
      runs.at(-1)!.push(post);
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (longest.length === 0) return null;
  const times = longest.map(({ created }) => created.from);
  return {
    from: Math.min(...times),
    to: Math.max(...times),
    top: sight.top && longest === runs[0],
    end: sight.end && longest === runs.at(-1),
    cursor: null,
    next: null,
  };
}

interface Frame {
  readonly source: Reading["source"];
  readonly at: number;
  readonly signedIn: boolean | null;
}

/** One reading per thread that shows comments: the post with all of them. */
function threadsOf(sight: Sight, frame: Frame, focal: string | null): Reading[] {
  const byPost = new Map<string, Observation[]>();
  for (const comment of sight.comments) {
    const thread = comment.thread ?? focal;
    if (thread) byPost.set(thread, [...(byPost.get(thread) ?? []), comment]);
  }
  if (focal && !byPost.has(focal) && sight.posts.some(({ id }) => id === focal)) byPost.set(focal, []);
  return [...byPost].map(([id, comments]) => {
    const post = sight.posts.find((post) => post.id === id && post.kind === "post") ?? namedBy(sight, id);
    const announced = post?.announced.comments ?? null;
    const complete = !sight.hidesReplies && announced !== null && comments.length >= announced;
    const counted = complete ? comments.map((comment) => withReplyCount(comment, comments)) : comments;
    return {
      network: "linkedin",
      ...frame,
      owner: post?.author ?? sight.owners.get(id) ?? null,
      place: { kind: "thread", focal: id, complete },
      observations: [...(post ? [post] : []), ...counted].slice(0, MAX_ITEMS),
      pages: [],
      unread: [],
    };
  });
}

/** A post that is not shown itself, as its comments tell of it: its id, its time, and who wrote it. */
function namedBy(sight: Sight, id: string): Observation | null {
  const author = sight.owners.get(id);
  const when = author && /^\d+$/.test(id) ? dated({ kind: "activity", number: id }) : null;
  return when && item({ ...when, kind: "post", author: author!, thread: id });
}

/** Where all that is announced below a post was read, so was what hangs below each of its comments. */
function withReplyCount(comment: Observation, all: readonly Observation[]): Observation {
  if (comment.kind !== "comment" || comment.announced.comments !== null) return comment;
  const loose = all.some(({ kind, replyTo }) => kind === "reply" && replyTo === null);
  const replies = all.filter(({ replyTo }) => replyTo === comment.id).length;
  return loose ? comment : { ...comment, announced: { ...comment.announced, comments: replies } };
}

/** Posts under the name that the rest of the document has for them. */
function renamed(sight: Sight, aliases: ReadonlyMap<string, string>): Sight {
  const name = (id: string | null): string | null => (id && (aliases.get(id) ?? id)) || null;
  const comments = sight.comments.map((comment) => ({
    ...comment,
    thread: name(comment.thread),
    replyTo: comment.kind === "comment" ? name(comment.replyTo) : comment.replyTo,
  }));
  const owners = new Map([...sight.owners].map(([id, account]) => [name(id) ?? id, account]));
  return { ...sight, comments, owners };
}

function readDocument(root: Document, url: URL, at: number): Reading[] {
  const shown = place(url);
  if (!shown) return [];
  const renderer = rendererOf(root);
  const unread = new UnreadCount();
  const signedIn = renderer && renderer !== "guest";
  const graph = renderer === "ember" ? graphOf(root, unread) : null;
  const told = graph ? readVoyager(graph, at) : emptySight();
  // A repost drawn under its original's name is the one the islands tell under its own.
  const known = new Set(
    told.posts.flatMap(({ id, kind, repostOf }) => (kind === "repost" ? [id, repostOf ?? id] : [])),
  );
  const drawn = renderer ? drawnSight(renderer, root, shown, at, known) : emptySight();
  const aliases = new Map([...drawn.aliases, ...told.aliases]);
  const owner = joined(shown.account, [drawn, told]);
  const focal = shown.kind === "thread" ? (aliases.get(shown.focal) ?? shown.focal) : null;

  if (renderer === "ember") drawn.order = orderDrawn(drawn, told, owner);
  if (renderer === "sdui") drawn.order = orderSeen(drawn.posts, owner);

  const readings: Reading[] = [];
  const announcesPosts = graph?.feeds.some(({ count }) => count > 0) ?? false;
  if (shown.kind !== "profile" && (renderer === null || (announcesPosts && told.posts.length === 0)))
    unread.add("unknownShape");
  for (const [source, sight] of [
    ["dom", renamed(drawn, aliases)],
    ["json", renamed(told, aliases)],
  ] as const) {
    const frame: Frame = { source, at, signedIn };
    // Islands are read anew at every look: what of them was not understood is told where repetition is not summed.
    const counted = source === "dom" ? merge(unread, drawn.unread, told.unread) : [];
    const pages = sight.pages.slice(0, 50);
    const threads = threadsOf(sight, frame, focal);
    if (shown.kind === "feed") {
      const [feed] = source === "json" ? (graph?.feeds ?? []) : [];
      // Islands outlive a change of page: whose list they hold, only they can say.
      const whose = source === "dom" ? owner : feed ? joined(feed.owner, [told]) : null;
      if (source === "dom" || sight.posts.length > 0 || pages.length > 0) {
        const span = spanOf(sight, whose ?? owner);
        readings.push({
          network: "linkedin",
          ...frame,
          owner: whose,
          place: source === "dom" || feed ? { kind: "feed", feed: "posts", span } : { kind: "profile" },
          observations: sight.posts.slice(0, MAX_ITEMS),
          pages,
          unread: counted,
        });
      }
      readings.push(...threads);
      continue;
    }
    if (shown.kind === "thread") readings.push(...threads);
    if (source === "dom" || pages.length > 0) {
      readings.push({
        network: "linkedin",
        ...frame,
        owner: shown.kind === "thread" ? (threads[0]?.owner ?? null) : owner,
        place: { kind: "profile" },
        observations: [],
        pages,
        unread: counted,
      });
    }
  }
  return readings;
}

/** The order of the cards drawn: "Top" while they are those of an island so named; else as their times tell. */
function orderDrawn(drawn: Sight, told: Sight, owner: Account | null): Sight["order"] {
  const first = drawn.posts.map(({ id }) => id);
  const same = told.posts.length > 0 && told.posts.slice(0, 3).every(({ id }, index) => first[index] === id);
  return same && told.order ? told.order : orderSeen(drawn.posts, owner);
}

function joined(account: Account | null, sights: readonly Sight[]): Account | null {
  if (!account) return null;
  const others = sights.flatMap(({ posts, pages }) => [
    ...pages.map((page) => page.account),
    ...posts.map(({ author }) => author),
  ]);
  return others.reduce<Account>(
    (known, other) => (sameAccount(known, other) ? (joinAccounts(known, other) ?? known) : known),
    account,
  );
}

function merge(...counts: readonly UnreadCount[]): Reading["unread"] {
  const all = new UnreadCount();
  for (const counted of counts) for (const { reason, count } of counted.list()) all.add(reason, count);
  return all.list();
}

export const linkedin: Network = {
  id: "linkedin",
  name: "LinkedIn",
  hosts: HOSTS,
  responses: null,
  place,
  pageUrl,
  pageKey,
  readResponse: () => [],
  readDocument,
};
