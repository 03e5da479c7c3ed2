// X's addresses: which page, tab or post a URL shows, and how a page is named.
import type { Account } from "../../domain/observation.ts";
import type { Feed } from "../../domain/page.ts";
import type { Place } from "../network.ts";
import { isId } from "./snowflake.ts";

export const HOSTS: readonly string[] = ["x.com", "twitter.com"].flatMap((host) => [
  host,
  `www.${host}`,
  `mobile.${host}`,
]);

/** First path parts that are X's own pages and not accounts. */
const RESERVED = new Set(
  (
    "about account articles bookmarks communities compose connect_people download explore follower_requests hashtag " +
    "help home i intent invite jobs keyboard_shortcuts lists login logout messages mentions newtwitter notifications " +
    "oauth personalization premium_sign_up privacy search search-advanced session sessions settings share signup " +
    "teams topics tos trends who_to_follow widgets your_twitter_data"
  ).split(" "),
);

const FEED_TABS: ReadonlyMap<string, Feed> = new Map([
  ["", "posts"],
  ["with_replies", "replies"],
  ["reposts", "reposts"],
  ["all", "all"],
]);

/** Parts after a post's id that still show the post with its answers; others (quotes, likes…) are lists of their own. */
const POST_VIEWS = new Set(["", "photo", "video", "mediaviewer"]);

const isHandle = (text: string): boolean => /^\w{1,20}$/.test(text) && !RESERVED.has(text.toLowerCase());

/** What an address of X shows; null where there is no account and no post. */
export function place(url: URL): Place | null {
  if (!HOSTS.includes(url.hostname) || !/^https?:$/.test(url.protocol)) return null;
  const [first = "", second = "", ...rest] = url.pathname.split("/").filter((part) => part !== "");
  if (first === "i") {
    const [kind, id = "", view = ""] = second === "web" ? rest : [second, ...rest];
    return kind === "status" && isId(id) && POST_VIEWS.has(view.toLowerCase())
      ? { kind: "thread", account: null, focal: id }
      : null;
  }
  if (!isHandle(first)) return null;
  const account: Account = { id: null, handle: first };
  if (/^(status|statuses|article)$/.test(second)) {
    const [id = "", view = ""] = rest;
    if (!isId(id)) return null;
    return POST_VIEWS.has(view.toLowerCase()) ? { kind: "thread", account, focal: id } : { kind: "profile", account };
  }
  const feed = FEED_TABS.get(second);
  return feed && rest.length === 0 ? { kind: "feed", account, feed } : { kind: "profile", account };
}

/** The address of an account's own posts. */
export const pageUrl = ({ id, handle }: Account): string =>
  handle ? `https://x.com/${encodeURIComponent(handle)}` : `https://x.com/i/user/${encodeURIComponent(id ?? "")}`;

/** X addresses pages by handle, case ignored; a page known only by its id has no key yet. */
export const pageKey = ({ handle }: Account): string | null =>
  handle && isHandle(handle) ? `x:${handle.toLowerCase()}` : null;

/** A post's permalink in the form that names no one. */
export const permalink = (id: string): string => `https://x.com/i/status/${id}`;

/** Account and id that a link to a post holds; null for any other link. */
export function postLink(href: string): { readonly handle: string | null; readonly id: string } | null {
  let url: URL;
  try {
    url = new URL(href, "https://x.com");
  } catch {
    return null;
  }
  const shown = place(url);
  return shown?.kind === "thread" ? { handle: shown.account?.handle ?? null, id: shown.focal } : null;
}

/** Handle that a link to an account holds ("/northwind"); null for any other link. */
export function accountLink(href: string): string | null {
  const handle = /^\/(\w{1,20})$/.exec(href)?.[1];
  return handle && isHandle(handle) ? handle : null;
}
