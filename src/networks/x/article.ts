// One rendered post of X: what its markup says, without a word of the page's language being understood.
import type { Announced } from "../../domain/record.ts";
import { accountLink, postLink } from "./place.ts";
import { fitted, langOf } from "./text.ts";

export const testId = (name: string): string => `[data-testid="${name}"]`;
export const POST = `article${testId("tweet")}`;

/** What one article shows; null where it does not. */
export interface Article {
  readonly element: Element;
  /** Id and author's handle from the link that holds the time. null: the article has no such link. */
  readonly link: { readonly handle: string | null; readonly id: string } | null;
  /** The `datetime` of that time. */
  readonly stated: string;
  readonly text: string | null;
  readonly lang: string | null;
  /** Id of the quoted post, where the quote holds a link. */
  readonly quoted: string | null;
  /** Joined by a line to the article above it. */
  readonly joined: boolean;
  /** A line leads down from it to the article below. */
  readonly leadsOn: boolean;
  /** Has a "Replying to" line; `addressee` is the first account it names. */
  readonly answers: boolean;
  readonly addressee: string | null;
  /** Has a line above it: pinned, or passed on by someone. */
  readonly context: boolean;
  readonly promoted: boolean;
  readonly focal: boolean;
  readonly announced: Announced;
}

/** Whether a node is in a quoted post, which is a box that acts as a link, inside the article. */
const isQuoted = (node: Element): boolean => node.closest(':not(a)[role="link"]')?.closest(POST) != null;

const outsideQuotes = (article: Element, selector: string): Element[] =>
  [...article.querySelectorAll(selector)].filter((node) => !isQuoted(node));

/** Text as it is seen: emoji are pictures that carry their character, line breaks may be elements. */
export function visibleText(element: Element): string {
  let text = "";
  const walker = element.ownerDocument.createTreeWalker(element, 5 /* elements and texts */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) text += node.nodeValue ?? "";
    else if ((node as Element).localName === "img") text += (node as Element).getAttribute("alt") ?? "";
    else if ((node as Element).localName === "br") text += "\n";
  }
  return fitted(text.trim());
}

const isDigit = (codePoint: number): boolean => codePoint >= 0 && /\p{Nd}/u.test(String.fromCodePoint(codePoint));

/** Value of a decimal digit of any script: digits stand together in tens, from zero. */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0)!;
  let below = 0;
  while (isDigit(codePoint - below - 1)) below++;
  return below % 10;
}

/**
 * The count with which the label of a button begins ("2534 Replies. Reply", "٢٬٥٣٤ رد"): digits of any script, in groups
 * or not. A label that has one number elsewhere gives that. null: no number, or an abbreviated one.
 */
export function countIn(label: string): number | null {
  if (label.length > 500) return null;
  const numbers = [...label.matchAll(/\p{Nd}+(?:[.,'’٬\u00a0\u202f]\p{Nd}{2,3}(?!\p{Nd}))*/gu)];
  const [first] = numbers;
  if (!first) return null;
  const before = label.slice(0, first.index);
  if (/\p{L}/u.test(before) && numbers.length > 1) return null;
  if (/^[.,٫]\p{Nd}/u.test(label.slice(first.index + first[0].length))) return null;
  const digits = [...first[0]].filter((character) => /\p{Nd}/u.test(character));
  return digits.length > 15 ? null : digits.reduce((sum, digit) => sum * 10 + digitValue(digit), 0);
}

function countOf(article: Element, ...names: readonly string[]): number | null {
  const button = outsideQuotes(article, names.map((name) => `button${testId(name)}`).join()).at(-1);
  return countIn(button?.getAttribute("aria-label") ?? "");
}

/**
 * Whether a line joins the article to the one above: then its first row holds, beside an empty box, a box with one
 * empty child, the line. A row with a picture or a text is a "pinned" or "reposted" line instead.
 */
function isJoined(article: Element): boolean {
  const row = article.firstElementChild?.firstElementChild?.firstElementChild;
  const boxes = row?.children.length === 1 ? row.children[0]!.children : undefined;
  if (boxes?.length !== 2 || row!.textContent !== "" || row!.querySelector("svg, img, [data-testid]")) return false;
  const [first, second] = [boxes[0]!, boxes[1]!];
  return first.children.length === 1 && first.children[0]!.children.length === 0 && second.children.length === 0;
}

/** Whether a line leads down from the author's picture: then an empty box stands below it. */
function leadsOn(article: Element): boolean {
  const line = outsideQuotes(article, testId("Tweet-User-Avatar"))[0]?.nextElementSibling;
  return line?.localName === "div" && line.children.length === 0 && line.textContent === "";
}

/** Without the invisible marks that set the direction of writing. */
const plain = (text: string | null): string =>
  (text ?? "").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim();

/** Links to accounts between the author and the text: the "Replying to" line. */
function addressees(article: Element, text: Element | undefined): string[] {
  const author = outsideQuotes(article, testId("User-Name"))[0];
  if (!author) return [];
  const after = (a: Node, b: Node): boolean => (a.compareDocumentPosition(b) & 4) /* following */ !== 0;
  return outsideQuotes(article, 'a[href^="/"]').flatMap((link) => {
    const handle = accountLink(link.getAttribute("href") ?? "");
    const named = handle !== null && plain(link.textContent).toLowerCase() === `@${handle.toLowerCase()}`;
    if (!named || author.contains(link) || !after(author, link) || link.closest(testId("tweetText"))) return [];
    // Without a text, names may belong to a picture ("tagged"), which stands below; the line stands above.
    const body =
      text ??
      outsideQuotes(
        article,
        `${testId("tweetPhoto")}, ${testId("videoPlayer")}, ${testId("card.wrapper")}, [role="group"]`,
      )[0];
    return body && after(link, body) ? [handle] : [];
  });
}

/** Reads one article. Reads only. */
export function readArticle(element: Element): Article {
  const anchor = outsideQuotes(element, 'a[href*="/status/"]').find((link) => link.querySelector("time"));
  const text = outsideQuotes(element, testId("tweetText"))[0];
  const title = outsideQuotes(element, testId("twitter-article-title"))[0];
  const cut = outsideQuotes(element, testId("tweet-text-show-more-link")).length > 0;
  const parts = [title, text].flatMap((part) => (part ? visibleText(part) : []));
  const named = addressees(element, text);
  const quoted = [...element.querySelectorAll('[role="link"] a[href*="/status/"]')].find(isQuoted);
  return {
    element,
    link: anchor ? postLink(anchor.getAttribute("href") ?? "") : null,
    stated: anchor?.querySelector("time")?.getAttribute("datetime") ?? "",
    text: parts.length === 0 ? (anchor ? "" : null) : fitted(`${parts.join("\n")}${cut ? "…" : ""}`),
    lang: langOf(text?.getAttribute("lang")),
    quoted: postLink(quoted?.getAttribute("href") ?? "")?.id ?? null,
    joined: isJoined(element),
    leadsOn: leadsOn(element),
    answers: named.length > 0,
    addressee: named[0] ?? null,
    context: outsideQuotes(element, testId("socialContext")).length > 0,
    promoted: element.closest(testId("placementTracking")) !== null,
    focal: element.getAttribute("tabindex") === "-1",
    announced: {
      comments: countOf(element, "reply"),
      shares: countOf(element, "retweet", "unretweet"),
      reactions: countOf(element, "like", "unlike"),
    },
  };
}
