// Facebook's addresses: which page, post or tab a URL shows, and how pages are named in them.
import type { Account } from "../../domain/observation.ts";
import type { Place } from "../network.ts";

export const HOSTS = ["www.facebook.com", "web.facebook.com"] as const;

/** First path segments that belong to the site itself and never name a page. */
const RESERVED = new Set(
  (
    "about ads ajax api birthdays bookmarks business business_locations careers checkpoint commerce cookie dialog " +
    "directory donate events facebook feed feeds find-friends flx friends fundraisers games gaming groups hashtag " +
    "help home.php index.php instantgames jobs l.php legal lite live login login.php logout.php marketplace maps me " +
    "media memories messages messenger mobile notes notifications offers onthisday pages payments places plugins " +
    "policies policy privacy ps public r.php recover reg saved search settings share sharer sharer.php stories terms " +
    "topic translations tr ufi verify watchparty weather work"
  ).split(" "),
);
/** Tabs of a page that show no list of its posts. */
const OTHER_TABS =
  /^(about|about_.*|app|community|events|followers|following|friends|groups|likes|live|live_videos|map|mentions|menu|music|photos|photos_.*|reels|reels_tab|reviews|services|shop|sports|videos)$/;

const DIGITS = /^\d{5,30}$/;
const VANITY = /^[\p{L}\p{N}.-]{2,200}$/u;
const LOCATOR = /^pfbid[A-Za-z0-9]{20,200}$/;

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const segmentsOf = (url: URL): string[] => url.pathname.split("/").filter(Boolean).map(decoded);

const named = (name: string): Account | null => {
  if (DIGITS.test(name)) return { id: name, handle: null };
  return VANITY.test(name) && !RESERVED.has(name.toLowerCase()) && !/\.php$/i.test(name)
    ? { id: null, handle: name }
    : null;
};

const numbered = (id: string | null | undefined): Account | null =>
  id && DIGITS.test(id) ? { id, handle: null } : null;

/** The page that a path is about, and the segments after its name. */
function pagePath(url: URL): { readonly account: Account; readonly rest: readonly string[] } | null {
  const [first = "", second = "", third = "", ...rest] = segmentsOf(url);
  if (first === "profile.php") {
    const account = numbered(url.searchParams.get("id"));
    const tab = url.searchParams.get("sk");
    return account && { account, rest: tab ? [tab] : [] };
  }
  if (first === "people" || first === "pages") {
    const account = numbered(third);
    return account && { account, rest };
  }
  if (first === "pg") {
    const account = named(second);
    return account && { account, rest: third ? [third, ...rest] : [] };
  }
  if (["reel", "watch", "photo", "photo.php", "permalink.php", "story.php", "video.php"].includes(first)) return null;
  const account = named(first);
  return account && { account, rest: [second, third, ...rest].filter(Boolean) };
}

/** Id (digits, or the site's per-viewer locator) of the post that an address shows; null where it shows none. */
export function postIn(url: URL): string | null {
  const segments = segmentsOf(url);
  const inQuery = ["story_fbid", "fbid", "v"].map((name) => url.searchParams.get(name)).find(Boolean) ?? null;
  const [first = ""] = segments;
  const isPost = (text: string | null | undefined): text is string =>
    !!text && (DIGITS.test(text) || LOCATOR.test(text));
  if (["permalink.php", "story.php", "photo", "photo.php", "watch", "video.php"].includes(first)) {
    return isPost(inQuery) ? inQuery : null;
  }
  if (first === "reel") return isPost(segments[1]) ? segments[1] : null;
  const at = segments.findIndex((segment) => ["posts", "videos", "permalink", "photos", "reel"].includes(segment));
  if (at < 1) return null;
  const last = segments.slice(at + 1).at(-1);
  return isPost(last) ? last : null;
}

/** The account a link to a profile names; null where it links to something else. */
export function accountAt(href: unknown): Account | null {
  if (typeof href !== "string") return null;
  try {
    const url = new URL(href, `https://${HOSTS[0]}`);
    if (!isFacebook(url)) return null;
    const [first = "", gid = "", user = "", id = ""] = segmentsOf(url);
    if (first === "groups" && gid && user === "user") return numbered(id);
    return pagePath(url)?.account ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a field holds what it is to hold of an account's address: one that names it, be it by the locator that it has
 * for this viewer alone, or null, where the site gives none away.
 */
export function isAddress(href: unknown): boolean {
  if (href === null || accountAt(href)) return true;
  if (typeof href !== "string" || !URL.canParse(href, `https://${HOSTS[0]}`)) return false;
  const url = new URL(href, `https://${HOSTS[0]}`);
  const [first, , third] = segmentsOf(url);
  const locator = first === "people" ? third : first === "profile.php" ? url.searchParams.get("id") : null;
  return isFacebook(url) && LOCATOR.test(locator ?? "");
}

export const isFacebook = (url: URL): boolean =>
  url.protocol === "https:" && (HOSTS as readonly string[]).includes(url.hostname);

/** What the address shows; null where there is nothing to audit (the home feed, groups, messages and the like). */
export function place(url: URL): Place | null {
  if (!isFacebook(url)) return null;
  const focal = postIn(url);
  const page = pagePath(url);
  if (focal) {
    const [first] = segmentsOf(url);
    if (first === "groups") return null;
    return { kind: "thread", account: page?.account ?? numbered(url.searchParams.get("id")), focal };
  }
  if (!page) return null;
  const tab = page.rest[0]?.toLowerCase();
  if (tab && OTHER_TABS.test(tab)) return { kind: "profile", account: page.account };
  return { kind: "feed", account: page.account, feed: "posts" };
}

export const pageUrl = ({ handle, id }: Account): string =>
  handle ? `https://${HOSTS[0]}/${handle}` : `https://${HOSTS[0]}/profile.php?id=${id ?? ""}`;

export function pageKey({ handle, id }: Account): string | null {
  const name = handle?.toLowerCase() ?? id;
  return name ? `facebook:${name}` : null;
}

/** A permalink without tracking parameters; null where the text is no address of this site. */
export function permalink(href: unknown): string | null {
  if (typeof href !== "string") return null;
  try {
    const url = new URL(href);
    if (!isFacebook(url)) return null;
    const kept = new URLSearchParams();
    for (const name of ["story_fbid", "fbid", "id", "v", "comment_id", "reply_comment_id"]) {
      const value = url.searchParams.get(name);
      if (value) kept.set(name, value);
    }
    const query = kept.toString();
    return `https://${HOSTS[0]}${url.pathname}${query ? `?${query}` : ""}`.slice(0, 2_000);
  } catch {
    return null;
  }
}
