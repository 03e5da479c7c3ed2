// LinkedIn as a network: nothing is hooked; the rendered page and the data embedded in it become readings.
import { type Account, type Reading, sameAccount } from "../../domain/observation.ts";
import { type Network, type Place, UnreadCount } from "../network.ts";
import { HOSTS, joinAccounts, pageKey, pageUrl, place } from "./address.ts";
import { readEmber } from "./ember.ts";
import { type FeedAnswer, islandsOf } from "./graph.ts";
import { readGuest } from "./guest.ts";
import { type Frame, factsOf, feedOf, threadsOf } from "./readings.ts";
import { isWall, type Renderer, rendererOf } from "./renderer.ts";
import { readSdui } from "./sdui.ts";
import { emptySight, orderSeen, type Sight } from "./sight.ts";
import { readVoyager } from "./voyager.ts";

/** What one look at a document brought: what is drawn, and what the islands in it tell. */
interface Look {
  readonly drawn: Sight;
  readonly told: Sight;
  readonly feeds: readonly FeedAnswer[];
  /** What neither could make sense of. Islands are read at every look, so their count goes with what is drawn. */
  readonly unread: UnreadCount;
}

function look(root: Document, renderer: Renderer, shown: Place, at: number): Look {
  const unread = new UnreadCount();
  if (renderer !== "ember") {
    const drawn = renderer === "sdui" ? readSdui(root, shown) : readGuest(root, shown, at);
    return { drawn, told: emptySight(), feeds: [], unread: drawn.unread };
  }
  const { graph, unread: unparsed } = islandsOf(root);
  const told = readVoyager(graph, at);
  // A repost drawn under its original's name is the one the islands tell under its own.
  const reposts = told.posts.filter(({ kind }) => kind === "repost");
  const known = new Set(reposts.flatMap(({ id, repostOf }) => [id, repostOf ?? id]));
  const drawn = readEmber(root, at, known);
  for (const { reason, count } of [unparsed, drawn.unread, told.unread].flatMap((counted) => counted.list()))
    unread.add(reason, count);
  if (graph.feeds.some(({ elements }) => elements.length > 0) && told.posts.length === 0) unread.add("unknownShape");
  return { drawn, told, feeds: graph.feeds, unread };
}

/** So many cards at the top tell whether a list is the one that an island holds. */
const TELLING = 3;

/** The order of the cards drawn: an island's while the first of them are its own; else as their times show. */
function orderDrawn({ drawn, told }: Look, owner: Account | null): Sight["order"] {
  const first = told.cards.slice(0, TELLING);
  if (first.length > 0) {
    // Cards that scrolled away are empty shells; one that no longer says whose it was may be the island's.
    if (drawn.cards.slice(0, first.length).includes(null)) return null;
    const originals = new Map(told.posts.map(({ id, repostOf }) => [id, repostOf]));
    const same = first.every((id, index) => {
      const card = drawn.cards[index];
      // A repost may be drawn under its original's name.
      return id !== null && card !== undefined && (card === id || card === originals.get(id));
    });
    if (same && told.order) return told.order;
  }
  return orderSeen(drawn.posts, owner);
}

/** The account with the other name that the document has for it. */
function completed(account: Account, { drawn, told }: Look): Account {
  const named = [drawn, told].flatMap(({ posts, pages }) => [
    ...pages.map(({ account }) => account),
    ...posts.map(({ author }) => author),
  ]);
  return named.reduce<Account>(
    (known, other) => (sameAccount(known, other) ? (joinAccounts(known, other) ?? known) : known),
    account,
  );
}

/** Comments under the name that the rest of the document has for their post. */
function renamed(sight: Sight, aliases: ReadonlyMap<string, string>): Sight {
  const name = (id: string | null): string | null => (id === null ? null : (aliases.get(id) ?? id));
  const comments = sight.comments.map((comment) => ({
    ...comment,
    thread: name(comment.thread),
    replyTo: comment.kind === "comment" ? name(comment.replyTo) : comment.replyTo,
  }));
  const owners = new Map([...sight.owners].map(([id, account]) => [name(id)!, account]));
  return { ...sight, comments, owners };
}

function readDocument(root: Document, url: URL, at: number): Reading[] {
  const shown = place(url);
  // While a document arrives its last island is cut short.
  if (!shown || root.readyState === "loading") return [];
  const renderer = rendererOf(root);
  if (!renderer) return [unknownPage(root, shown, at)];
  const seen = look(root, renderer, shown, at);
  const aliases = new Map([...seen.drawn.aliases, ...seen.told.aliases]);
  const [drawn, told] = [renamed(seen.drawn, aliases), renamed(seen.told, aliases)];
  const signedIn = renderer !== "guest";
  const onPage: Frame = { source: "dom", at, signedIn };
  const inIslands: Frame = { source: "json", at, signedIn };
  // React's cards have no second mark to miss them by; an empty company tab of Ember is nothing strange.
  if ((shown.kind === "thread" || renderer === "sdui") && isNothing(seen, renderer) && hasWords(root))
    seen.unread.add("unknownShape");
  const unread = seen.unread.list();

  if (shown.kind === "thread") {
    const focal = aliases.get(shown.focal) ?? shown.focal;
    const threads = [...threadsOf(drawn, onPage, focal), ...threadsOf(told, inIslands, focal)];
    const owner = threads.find(({ owner }) => owner)?.owner ?? null;
    const facts = told.pages.length > 0 ? [factsOf(told, inIslands, null)] : [];
    return [...threads, { ...factsOf(drawn, onPage, owner), unread }, ...facts];
  }
  const owner = completed(shown.account, seen);
  if (shown.kind === "profile") {
    const facts = told.pages.length > 0 ? [factsOf(told, inIslands, null)] : [];
    return [{ ...factsOf(drawn, onPage, owner), unread }, ...facts];
  }
  if (renderer !== "guest")
    drawn.order = renderer === "ember" ? orderDrawn(seen, owner) : orderSeen(drawn.posts, owner);
  const readings = [{ ...feedOf(drawn, onPage, owner, owner, true), unread }, ...threadsOf(drawn, onPage, null)];
  if (told.posts.length > 0 || told.pages.length > 0) {
    // Islands outlive a change of page: whose list they hold, only they can say.
    const [feed] = seen.feeds;
    const whose = feed?.owner ? completed(feed.owner, seen) : null;
    readings.push(feedOf(told, inIslands, whose, owner, feed !== undefined));
  }
  return [...readings, ...threadsOf(told, inIslands, null)];
}

/** No post was understood and none was missed by its marks; comments without their post are such a miss in React's pages. */
const isNothing = ({ drawn, told, unread }: Look, renderer: Renderer): boolean =>
  drawn.posts.length + told.posts.length === 0 &&
  (renderer === "sdui" || drawn.comments.length + told.comments.length === 0) &&
  !unread.list().some(({ reason }) => reason === "unknownShape");

/** House: fewer characters than this are a page that is still being drawn. */
const FEWEST_WORDS = 80;

/** Whether there is something to read at all: a page under way says nothing yet. */
const hasWords = (root: Document): boolean =>
  root.readyState === "complete" &&
  ((root.querySelector("main") ?? root.body)?.textContent ?? "").trim().length >= FEWEST_WORDS;

/** Nothing known was drawn: the site asks visitors to sign in, or it has changed; the latter is said loudly. */
function unknownPage(root: Document, shown: Place, at: number): Reading {
  const wall = isWall(root);
  const frame: Frame = { source: "dom", at, signedIn: wall ? false : null };
  const strange = !wall && shown.kind !== "profile" && hasWords(root);
  const unread: Reading["unread"] = strange ? [{ reason: "unknownShape", count: 1 }] : [];
  const facts = { ...factsOf(emptySight(), frame, shown.account), unread };
  return shown.kind === "feed" ? { ...facts, place: { kind: "feed", feed: "posts", span: null } } : facts;
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
