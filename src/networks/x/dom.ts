// The rendered pages of X as readings: what stands on the screen now, told by structure and never by words.
import {
  type AboutPage,
  type Account,
  type Observation,
  type Reading,
  type Span,
  sameAccount,
} from "../../domain/observation.ts";
import type { Feed } from "../../domain/page.ts";
import { UnreadCount } from "../network.ts";
import { testId, visibleText } from "./article.ts";
import { accountLink, place } from "./place.ts";
import { above, authorOf, fromTop, leadsOn, observed, type Row, rowsOf } from "./rows.ts";
import { compareIds } from "./snowflake.ts";
import { spanOver } from "./span.ts";

/** A page's own list. */
function readFeed(
  rows: readonly Row[],
  owner: Account,
  unread: UnreadCount,
): { observations: Observation[]; span: Span | null } {
  const first = rows.findIndex(({ article }) => article !== null);
  const observations = new Map<string, Observation>();
  const times: number[] = [];
  rows.forEach((row, index) => {
    const { article } = row;
    if (!article) return;
    const own = sameAccount(authorOf(article), owner);
    const pinned = own && article.context && index === first && fromTop(rows) !== false;
    const isAnswer = article.joined || article.answers;
    const observation = observed(row, {
      isAnswer,
      answered: above(rows, index),
      // What stands above an answer may be an answer itself; alone, a post begins a conversation under its own id.
      thread: isAnswer || leadsOn(rows, index) ? null : (article.link?.id ?? null),
      pinned: pinned || null,
    });
    if (!observation) return;
    if (!observations.has(observation.id)) observations.set(observation.id, observation);
    // A line above a post that is not the pinned one says that it was passed on. Only the original's id and time are
    // shown: the original is what was read, and the act of passing it on could not be.
    const passedOn = article.context && !pinned;
    if (passedOn) unread.add("repost");
    // A piece of conversation stands in the list by its last post; those before it may be years old.
    if (own && !leadsOn(rows, index) && !pinned && !passedOn && !article.promoted) times.push(observation.created.from);
  });
  const span = spanOver(times, { top: fromTop(rows) === true, end: false, cursor: null, next: null });
  return { observations: [...observations.values()], span };
}

/**
 * Whether the rows can be the page's own list: there, every piece of conversation closes with a post by the page, or
 * one that it passed on. The last row may lead on to one that is not rendered, and is not asked.
 */
function isOwnList(rows: readonly Row[], owner: Account): boolean {
  const last = rows.findLastIndex(({ article }) => article !== null);
  const closing = rows.flatMap(({ article }, index) =>
    article?.link && !article.promoted && index !== last && !leadsOn(rows, index) ? article : [],
  );
  const foreign = closing.filter((article) => !article.context && !sameAccount(authorOf(article), owner));
  return foreign.length * 2 <= closing.length;
}

/** Id of the post that began the conversation, where the rows show that nothing came before it; else null. */
function rootOf(rows: readonly Row[], focalId: string): string | null {
  const index = rows.findIndex(({ cell }) => cell.querySelector("article") !== null || cell.matches("article"));
  const opening = rows[index]?.article;
  if (!opening?.link || opening.joined || opening.answers) return null;
  return opening.link.id === focalId || fromTop(rows) === true ? opening.link.id : null;
}

/**
 * A post with its answers. Below it X shows answers in groups (the first of a group answers the post, the next ones
 * each other), then, under a heading, posts that have nothing to do with it. Where neither the post nor that heading
 * is on the screen, only groups of two or more are surely answers.
 */
function readThread(rows: readonly Row[], focalId: string): Observation[] {
  const focal = rows.findIndex(({ article }) => article?.link?.id === focalId);
  const heading = rows.findIndex(({ cell, article }, index) => index > focal && !article && cell.querySelector("h2"));
  const region = heading >= 0 ? rows.slice(0, heading) : rows;
  const sure = focal >= 0 || heading >= 0;
  const front = rows[focal]?.article ?? null;
  const root = rootOf(region, focalId);
  const observations = new Map<string, Observation>();
  region.forEach((row, index) => {
    const { article } = row;
    if (!article?.link || article.promoted) return;
    if (!sure && !article.joined && !leadsOn(region, index)) return;
    const { id } = article.link;
    const below = compareIds(id, focalId) > 0;
    const isAnswer = article.joined || article.answers || below;
    const toOther =
      article.addressee !== null && !sameAccount(front && authorOf(front), { id: null, handle: article.addressee });
    const toFront = sure && below && !article.joined && !toOther;
    const answered = above(region, index) ?? (toFront ? front : null);
    const observation = observed(row, { isAnswer, answered, thread: root ?? (isAnswer ? null : id), pinned: null });
    if (!observation || observations.has(id)) return;
    observations.set(id, { ...observation, replyTo: observation.replyTo ?? (toFront ? focalId : null) });
  });
  return [...observations.values()];
}

/** What the head of a profile says of the account. */
function aboutOf(column: Element): AboutPage | null {
  const head = column.querySelector(testId("UserName"));
  const texts = [...(head?.querySelectorAll("span") ?? [])].map(visibleText);
  const handle = texts.flatMap((text) => (text.startsWith("@") ? (accountLink(`/${text.slice(1)}`) ?? []) : []))[0];
  if (!handle) return null;
  const about = column.querySelector(testId("UserDescription"));
  return {
    account: { id: null, handle },
    name: texts.find((text) => text !== "" && text !== `@${handle}`)?.slice(0, 300) ?? null,
    about: (about && visibleText(about).slice(0, 5_000)) || null,
    totalPosts: null,
  };
}

const pathOf = (path: string): string => path.toLowerCase().replace(/\/$/, "");

/** Paths of the profile's tabs; the one marked as selected, where one is. */
function tabsOf(column: Element): { readonly paths: readonly string[]; readonly selected: string | null } {
  const tabs = [...column.querySelectorAll('nav a[role="tab"][href^="/"]')];
  const path = (tab: Element): string => pathOf(tab.getAttribute("href") ?? "");
  const selected = tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
  return { paths: tabs.map(path), selected: selected ? path(selected) : null };
}

function signedIn(root: Document): boolean | null {
  const own = `${testId("AppTabBar_Profile_Link")}, ${testId("SideNav_AccountSwitcher_Button")}`;
  if (root.querySelector(own)) return true;
  return root.querySelector(`${testId("loginButton")}, ${testId("login")}, a[href="/login"]`) ? false : null;
}

/** In the layout without a tab for reposts, the replies tab mixes posts, replies and reposts. */
const feedOf = (feed: Feed, handle: string, paths: readonly string[]): Feed =>
  feed === "replies" && paths.length > 1 && !paths.includes(`/${handle.toLowerCase()}/reposts`) ? "all" : feed;

/** Readings of what is rendered now. Reads only. `at`: ms UTC. */
export function readDocument(root: Document, url: URL, at: number): Reading[] {
  const here = place(url);
  // A fragment without columns is read as a whole; a sidebar never.
  const column =
    root.querySelector(testId("primaryColumn")) ?? (root.querySelector(testId("sidebarColumn")) ? null : root.body);
  if (!here || !column) return [];
  const unread = new UnreadCount();
  const reading = (
    owner: Account | null,
    where: Reading["place"],
    observations: Observation[],
    pages: AboutPage[],
  ): Reading[] => [
    {
      network: "x",
      source: "dom",
      at,
      owner,
      place: where,
      observations,
      pages,
      signedIn: signedIn(root),
      unread: unread.list(),
    },
  ];
  if (here.kind === "thread") {
    const rows = rowsOf(column, unread);
    const front = rows.find(({ article }) => article?.link?.id === here.focal)?.article;
    // The address changes before the page does: what still stands there is another post's page, or a list in which
    // the post was pressed; a picture opened from a list leaves the list standing behind it.
    const marked = rows.some(({ article }) => article?.focal);
    const alone = rows.filter(({ article }) => article).length === 1;
    if (front ? !front.focal && !alone : marked) return [];
    if (column.querySelector(`[role="tab"], ${testId("UserName")}`)) return [];
    const owner = (front && authorOf(front)) ?? here.account;
    return reading(owner, { kind: "thread", focal: here.focal, complete: false }, readThread(rows, here.focal), []);
  }
  const { account } = here;
  const about = aboutOf(column);
  // Likewise, another account's page may still stand there, or another of its tabs.
  if (about && !sameAccount(about.account, account)) return [];
  const pages = about ? [about] : [];
  const { paths, selected } = tabsOf(column);
  const path = pathOf(url.pathname);
  const otherTab = selected !== null && selected !== path && paths.includes(path);
  if (here.kind === "profile" || otherTab) return reading(account, { kind: "profile" }, [], pages);
  const rows = rowsOf(column, unread);
  const isList = here.feed === "reposts" || isOwnList(rows, account);
  if (!isList || rows.some(({ article }) => article?.focal)) return [];
  const { observations, span } = readFeed(rows, account, unread);
  // Signed out, X shows a choice of posts.
  const covered = signedIn(root) === false ? null : span;
  return reading(
    account,
    { kind: "feed", feed: feedOf(here.feed, account.handle ?? "", paths), span: covered },
    observations,
    pages,
  );
}
