// What is drawn on the page, as the fallback for what no answer or island brought: posts in front and comment rows.
import { exactly, type Moment } from "../../domain/moment.ts";
import type { Account, Observation, Reading } from "../../domain/observation.ts";
import { MAX_TEXT, NOTHING_ANNOUNCED } from "../../domain/record.ts";
import { guarded, UnreadCount } from "../network.ts";
import { accountAt, permalink, postIn } from "./address.ts";
import { commentIn, refOf } from "./ids.ts";
import { momentOf } from "./label.ts";
import type { Memory } from "./memory.ts";

const HIDDEN = '[aria-hidden="true"], [hidden]';
const POSTS = "[aria-posinset]";
const ROWS = '[role="article"]';
const MAX_ELEMENTS = 2_000;

/** Text as a reader sees it: buttons and links to profiles left out, a picture of a sign read as the sign. */
function visibleText(element: Element): string {
  let text = "";
  const visit = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? "";
    if (node.nodeType !== 1) return;
    const child = node as Element;
    if (child.matches(`${HIDDEN}, [role="button"], style, script`)) return;
    if (child.matches("img[alt]")) text += child.getAttribute("alt") ?? "";
    if (child.matches("br")) text += "\n";
    for (const inner of child.childNodes) visit(inner);
    if (child.matches("div, p")) text += "\n";
  };
  visit(element);
  return text
    .replace(/\n{2,}/g, "\n")
    .trim()
    .slice(0, MAX_TEXT);
}

const isDecoy = (element: Element): boolean => element.closest(HIDDEN) !== null;

/** Elements whose own nearest of the kind is `within`: what a comment shows is not the post's. */
const own = (within: Element, selector: string, kind: string): Element[] =>
  [...within.querySelectorAll(selector)].filter((element) => element.closest(kind) === within);

/** The comment a link to its author names in base64, with the post it stands below. */
function namedComment(href: string): { post: string; comment: string } | null {
  const id = /[?&]comment_id=([^&#]+)/.exec(href)?.[1];
  if (!id || /^\d+$/.test(id)) return null;
  try {
    const ref = refOf(decodeURIComponent(id));
    return ref?.kind === "comment" ? ref : null;
  } catch {
    return null;
  }
}

interface Context {
  readonly root: Document;
  readonly memory: Memory;
  readonly unread: UnreadCount;
  readonly at: number;
}

/** The language of the interface; texts have their own. */
const languageOf = (root: Document): string | null => root.documentElement.getAttribute("lang");

/**
 * Counts a post that is still unread when it is seen again: what a unit hides at first may be told by an answer that is
 * on its way, or by a label that the site adds later.
 */
function countIfStill(context: Context, unit: Element, reason: "noId" | "noTime"): void {
  if (context.memory.seen.has(unit)) context.unread.add(reason);
  context.memory.seen.add(unit);
}

function timeOf(context: Context, labels: readonly string[], id: string): Moment | null {
  const { memory, at } = context;
  const lang = languageOf(context.root);
  const exact = memory.timeOfComment.get(id);
  if (exact !== undefined) {
    for (const label of labels) memory.labels.learn(label, exact, at);
    return exactly(exact);
  }
  for (const label of labels) {
    const moment = momentOf(label, lang, at, memory.labels);
    if (moment) return moment;
  }
  return null;
}

/** A comment row: which comment it is stands in its links, never in its words. Null where it is none. */
function commentAt(row: Element, context: Context): Observation | null {
  if (isDecoy(row) || row.hasAttribute("aria-posinset")) return null;
  const links = own(row, "a[href]", ROWS);
  const times = links.filter((link) => commentIn(link.getAttribute("href")));
  const named = links.map((link) => namedComment(link.getAttribute("href") ?? "")).find((name) => name !== null);
  const linked = times.map((link) => commentIn(link.getAttribute("href"))).find((name) => name !== null);
  const id = linked?.comment ?? named?.comment;
  if (!id) {
    // A placeholder while loading and the box to write in have neither an author's link nor a time's.
    if (row.hasAttribute("aria-label") && links.some((link) => accountAt(link.getAttribute("href")))) {
      context.unread.add("noId");
    }
    return null;
  }
  const labels = times.map((link) => visibleText(link)).filter(Boolean);
  const created = timeOf(context, labels, id);
  if (!created) {
    context.unread.add("noTime");
    return null;
  }
  const authorLink = links.find((link) => namedComment(link.getAttribute("href") ?? "")) ?? null;
  const author = accountAt(authorLink?.getAttribute("href"));
  if (!author) context.unread.add("noAuthor");
  const post = named?.post ?? null;
  const thread = post === null ? null : (context.memory.postOfThread.get(post) ?? post);
  const parent = linked?.parent ?? null;
  const blocks = own(row, '[dir="auto"]', ROWS).filter(
    (block) => !block.parentElement?.closest('[dir="auto"]') && !block.closest('a, [role="button"]'),
  );
  return {
    id,
    kind: parent ? "reply" : "comment",
    author,
    created,
    replyTo: parent ?? thread,
    replyToAuthor: parent || thread === null ? null : (context.memory.ownerOfPost.get(thread) ?? null),
    thread,
    text: blocks.map(visibleText).filter(Boolean).join("\n") || null,
    lang: null,
    url: permalink(times[0]?.getAttribute("href")),
    pinned: null,
    promoted: null,
    repostOf: null,
    announced: NOTHING_ANNOUNCED,
  };
}

/**
 * The label of a post's time. Where the site draws it scrambled, the true one stands in a hidden place that the
 * scrambled element names; the drawn signs themselves are never read.
 */
function timeLabel(root: Document, link: Element): string | null {
  const spoken = link.getAttribute("aria-label");
  if (spoken) return spoken;
  const scrambled = link.querySelector("[aria-labelledby]");
  if (scrambled) {
    const id = scrambled.getAttribute("aria-labelledby") ?? "";
    return root.getElementById(id)?.textContent ?? null;
  }
  const use = link.querySelector("use")?.getAttribute("href") ?? link.querySelector("use")?.getAttribute("xlink:href");
  if (use?.startsWith("#")) return root.getElementById(use.slice(1))?.textContent ?? null;
  // Drawn sign by sign: one element for each, in an order of its own.
  if (link.querySelector('canvas, [style*="order"]') || link.querySelectorAll("span span").length > 8) return null;
  return link.textContent;
}

function postAt(unit: Element, context: Context): Observation | null {
  const { root, memory, at } = context;
  if (isDecoy(unit)) return null;
  const described = (unit.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  const heading = root.getElementById(unit.getAttribute("aria-labelledby") ?? "");
  const headingLink =
    heading?.querySelector("a[href]") ?? unit.querySelector('[data-ad-rendering-role="profile_name"] a[href]');
  const message = unit.querySelector('[data-ad-preview="message"], [data-ad-rendering-role="story_message"]');
  const messageText = message && !isDecoy(message) ? visibleText(message) : null;
  // A placeholder while loading and a unit emptied off the screen show nothing to read or to miss.
  if (!headingLink && !messageText) return null;
  const links = [...unit.querySelectorAll("a[href]")].filter(
    (link) => !isDecoy(link) && !link.closest(`${ROWS}[aria-label]`),
  );
  const address = links.map((link) => ({ link, post: postOfLink(link) })).find(({ post }) => post !== null) ?? null;
  const below = own(unit, `${ROWS} a[href]`, POSTS)
    .map((link) => namedComment(link.getAttribute("href") ?? ""))
    .find((name) => name !== null);
  const known = messageText ? memory.postByText(messageText) : null;
  const numbered = address?.post && /^\d+$/.test(address.post) ? address.post : null;
  const id = numbered ?? known ?? (below ? (memory.postOfThread.get(below.post) ?? below.post) : null);
  if (!id) {
    countIfStill(context, unit, "noId");
    return null;
  }
  const timeElement = described[0] ? root.getElementById(described[0]) : null;
  const timeLink = (timeElement?.closest("a") ?? timeElement?.querySelector("a") ?? address?.link) || null;
  const label = timeLink ? timeLabel(root, timeLink) : null;
  const created = label ? momentOf(label, languageOf(root), at, memory.labels) : null;
  if (!created) {
    // What an answer told already needs no second reading.
    if (!known && !memory.ownerOfPost.has(id)) countIfStill(context, unit, "noTime");
    return null;
  }
  const author = accountAt(headingLink?.getAttribute("href"));
  if (!author) context.unread.add("noAuthor");
  return {
    id,
    kind: "post",
    author,
    created,
    replyTo: null,
    replyToAuthor: null,
    thread: id,
    // The drawn text ends where "See more" begins.
    text: messageText,
    lang: null,
    url: address?.link ? permalink(address.link.getAttribute("href")) : null,
    pinned: null,
    promoted: null,
    repostOf: null,
    announced: NOTHING_ANNOUNCED,
  };
}

function postOfLink(link: Element): string | null {
  const href = link.getAttribute("href") ?? "";
  if (!accountAt(href) && !/\/(permalink|photo|watch|reel)/.test(href)) return null;
  try {
    return postIn(new URL(href, "https://www.facebook.com"));
  } catch {
    return null;
  }
}

/** Readings of the posts and comment rows drawn now. `owner`: whose page the address shows. */
export function readDrawn(
  root: Document,
  owner: Account | null,
  memory: Memory,
  signedIn: boolean | null,
  at: number,
): Reading[] {
  const unread = new UnreadCount();
  const context: Context = { root, memory, unread, at };
  const rows = [...root.querySelectorAll(ROWS)].slice(0, MAX_ELEMENTS);
  const units = [...root.querySelectorAll(POSTS)].slice(0, MAX_ELEMENTS);
  const comments = rows.map((row) => guarded(unread, () => commentAt(row, context))).filter((one) => one !== null);
  const posts = units.map((unit) => guarded(unread, () => postAt(unit, context))).filter((one) => one !== null);
  const missed = unread.list();
  const byId = new Map<string, Observation>();
  for (const one of [...posts, ...comments]) if (!byId.has(one.id)) byId.set(one.id, one);
  if (byId.size === 0 && missed.length === 0) return [];
  const place = { kind: "profile" } as const;
  return [
    {
      network: "facebook",
      source: "dom",
      at,
      owner,
      place,
      observations: [...byId.values()],
      pages: [],
      signedIn,
      unread: missed,
    },
  ];
}
