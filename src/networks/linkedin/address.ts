// LinkedIn's addresses: what a page's address shows, and which account a link or a urn names.
import type { Account } from "../../domain/observation.ts";
import type { Place } from "../network.ts";
import { postId, postOf } from "./urn.ts";

export const HOSTS = ["www.linkedin.com"] as const;
const ORIGIN = `https://${HOSTS[0]}`;

/** Companies, showcases and schools share one space of names and of numbers. */
const ORGANISATIONS = new Set(["company", "showcase", "school"]);
/** A vanity name in any script, or a number. */
const NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._&'’-]{0,199}$/u;
/** First words of a path under an organisation that hold its posts. */
const POST_TABS = new Set(["", "posts"]);

/** Path segments decoded; null where they cannot be. */
function segments(url: URL): string[] | null {
  try {
    return url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** An organisation named in an address: a number is its id, anything else its vanity name, in lower case. */
function organisation(name: string): Account | null {
  if (/^\d{1,20}$/.test(name)) return { id: name, handle: null };
  return NAME.test(name) ? { id: null, handle: name.toLowerCase() } : null;
}

/** What the address shows; see `Network.place`. */
export function place(url: URL): Place | null {
  if (!(HOSTS as readonly string[]).includes(url.hostname)) return null;
  const [first = "", second = "", third = "", fourth = ""] = segments(url) ?? [];
  if (ORGANISATIONS.has(first)) {
    const account = organisation(second);
    if (!account) return null;
    const posts =
      third === "admin" ? fourth.includes("posts") || fourth === "" || fourth === "dashboard" : POST_TABS.has(third);
    return posts ? { kind: "feed", account, feed: "posts" } : { kind: "profile", account };
  }
  const named = first === "feed" && second === "update" ? postOf(third) : null;
  // `/posts/VANITY_words-activity-NUMBER-xxxx`: the words may hold anything, the last number counts.
  const slug = first === "posts" ? /-(activity|ugcPost|share)-(\d{15,20})(?:-[\w-]{1,20})?$/.exec(second) : null;
  const post = named ?? (slug ? postOf(`${slug[1]}:${slug[2]}`) : null);
  return post ? { kind: "thread", account: null, focal: postId(post) } : null;
}

/** The visitor's view of the page's posts, also for whoever stands in its admin view. */
export const pageUrl = ({ id, handle }: Account): string =>
  `${ORIGIN}/company/${encodeURIComponent(handle ?? id ?? "")}/posts/?feedView=all`;

export function pageKey({ id, handle }: Account): string | null {
  const name = handle ?? id;
  return name && !/\s/.test(name) ? `linkedin:${name.toLowerCase()}` : null;
}

/**
 * An organisation by number and vanity name; a person by `in/NAME`, without an id: LinkedIn has several numbers for one
 * person, and one name must give one key. Only a person without a name keeps the number.
 */
export function accountOfLink(href: string | null | undefined): Account | null {
  if (!href || href.length > 2_000) return null;
  let url: URL;
  try {
    url = new URL(href, ORIGIN);
  } catch {
    return null;
  }
  if (!/(?:^|\.)linkedin\.com$/.test(url.hostname)) return null;
  const [first = "", second = ""] = segments(url) ?? [];
  if (ORGANISATIONS.has(first)) {
    const account = organisation(second);
    const number = /:(\d{1,20})$/.exec(url.searchParams.get("miniCompanyUrn") ?? "")?.[1];
    return account && { id: account.id ?? number ?? null, handle: account.handle };
  }
  if (first !== "in" || !second || second.length > 200 || /\s/.test(second)) return null;
  return /^ACoA/.test(second) ? { id: second, handle: null } : { id: null, handle: `in/${second.toLowerCase()}` };
}

/** The account a urn names: `urn:li:company:1`, `urn:li:fsd_profile:A…`, `urn:li:member:1` and the like. */
export function accountOfUrn(urn: unknown): Account | null {
  if (typeof urn !== "string" || urn.length > 300) return null;
  const company =
    /^urn:li:(?:fsd_|fs_mini|fs_)?(?:company|organization|organizationalPage|school)(?:Page)?:(\d{1,20})$/i.exec(urn);
  if (company) return { id: company[1]!, handle: null };
  const person = /^urn:li:(?:fsd_profile|fs_miniProfile|fs_profile):\(?([\w-]{5,100})/.exec(urn);
  if (person) return { id: person[1]!, handle: null };
  const member = /^urn:li:member:(\d{1,20})$/.exec(urn);
  return member ? { id: `member:${member[1]}`, handle: null } : null;
}

export const isOrganisation = ({ id, handle }: Account): boolean =>
  handle ? !handle.startsWith("in/") : !!id && /^\d+$/.test(id);

/** One account out of a link and a urn that speak of the same one. */
export function joinAccounts(link: Account | null, urn: Account | null): Account | null {
  if (!link || !urn) return link ?? urn;
  return isOrganisation(link) && isOrganisation(urn)
    ? { id: link.id ?? urn.id, handle: link.handle ?? urn.handle }
    : link;
}
