// The Ember renderer: the cards of a company's Posts tab and the comments below them, as they stand in the page.
import { type Account, type Observation, sameAccount } from "../../domain/observation.ts";
import { guarded } from "../network.ts";
import { accountOfLink } from "./address.ts";
import { ownPart, saidIn, seenText, wholeNumber } from "./dom.ts";
import { dated, datedComment, emptySight, isPromotedLabel, item, nameOrganisation, type Sight } from "./sight.ts";
import { commentOf, type PostUrn, postId, postOf } from "./urn.ts";

const CARD = ".feed-shared-update-v2";
/** What is left of a card that scrolled away, where not even the card is. */
const SHELL = '.occludable-update,[data-id^="urn:li:activity:"]';
const POST_URN =
  '[data-urn^="urn:li:activity:"],[data-urn^="urn:li:aggregate:"],[data-urn^="urn:li:ugcPost:"],[data-urn^="urn:li:share:"]';
/** Around each card: what the page itself reports about it. */
const SCOPE = '[data-view-tracking-scope*="updateUrn"]';
const RESHARED = ".feed-shared-update-v2__update-content-wrapper,.update-components-mini-update-v2";
const ACTOR = "a.update-components-actor__meta-link[href],a.update-components-actor__image[href]";
const NAME = ".update-components-actor__title [aria-hidden='true']";
/** What one can do with a post, below it. */
const ACTIONS = ".feed-shared-social-action-bar";
const COMMENT = '[data-id^="urn:li:comment:"]';
const COMMENT_CLASSES = ".comments-comment-entity,.comments-comment-item";
const COMMENT_AUTHOR =
  "a.comments-comment-meta__description-container[href],a.comments-comment-meta__image-link[href],a.comments-post-meta__actor-link[href]";
const COMMENT_TEXT = ".comments-comment-item__main-content";
const REPLY_MARKS = ".comments-comment-entity--reply,.comments-replies-list *,.comments-comment-item__nested-items *";

/** The urn of a card, or of the tracking scope around it. */
const urnOf = (card: Element): PostUrn | null =>
  postOf(card.getAttribute("data-urn")) ??
  postOf(card.getAttribute("data-id")) ??
  postOf(scopedUrn(card.closest(SCOPE)));

/** The list's cards and what is left of them, in the order shown. */
const cardsOf = (root: Document): Element[] =>
  [...root.querySelectorAll(`${CARD},${SHELL}`)].filter((element) =>
    element.matches(CARD)
      ? !element.parentElement?.closest(`${CARD},${RESHARED}`)
      : !element.querySelector(CARD) && !element.parentElement?.closest(`${CARD},${SHELL}`) && seenText(element) === "",
  );

const scopedUrn = (element: Element | null): string | undefined =>
  /"updateUrn":"([^"]{1,300})"/.exec(element?.getAttribute("data-view-tracking-scope") ?? "")?.[1];

function authorOf(card: Element): Account | null {
  const links = [...card.querySelectorAll(ACTOR)].filter((link) => !link.closest(RESHARED) && !link.closest(COMMENT));
  const accounts = links.map((link) => accountOfLink(link.getAttribute("href")));
  const [first] = accounts;
  if (!first || accounts.some((account) => !sameAccount(first, account))) return null;
  // The menu names the author in every language; where it names someone else the link is not the author's.
  const name = seenText(card.querySelector(NAME));
  const menu = card.querySelector(".feed-shared-control-menu__trigger")?.getAttribute("aria-label");
  return menu && name && !menu.includes(name) ? null : first;
}

function announcedBy(card: Element, countsKnown: boolean): Observation["announced"] {
  const counts = [...card.querySelectorAll("[class*='social-details-social-counts']")].filter(
    (part) => !part.closest(RESHARED),
  );
  const part = (name: string, words: RegExp): number | null => {
    const named = counts.find((count) => count.classList.contains(`social-details-social-counts__${name}`));
    const labelled = counts
      .flatMap((count) => [...count.querySelectorAll("[aria-label]")])
      .find((label) => words.test(label.getAttribute("aria-label") ?? ""));
    return wholeNumber(labelled?.getAttribute("aria-label") ?? (named && seenText(named)));
  };
  const comments = part("comments", /^[\d.,\s]+ comments?\b/i);
  const footed = counts.length > 0 || [...card.querySelectorAll(ACTIONS)].some((bar) => !bar.closest(RESHARED));
  return {
    // A card whose foot is drawn, but no count of comments in it, has none, if this page is known to show them at all.
    comments: comments ?? (countsKnown && footed ? 0 : null),
    shares: part("reposts", /^[\d.,\s]+ reposts?\b/i),
    reactions: part("reactions-count", /^[\d.,\s]+ reactions?\b/i),
  };
}

/** Reads every card and comment in the document. `at`: ms UTC; `known`: ids of updates that the islands tell better. */
export function readEmber(root: Document, at: number, known: ReadonlySet<string>): Sight {
  const sight = emptySight();
  const countsKnown = root.querySelector(".social-details-social-counts__comments") !== null;
  let gap = false;
  for (const [index, card] of cardsOf(root).entries()) {
    const drawn = seenText(card) !== "";
    const urn = urnOf(card);
    sight.cards.push(urn && postId(urn));
    if (!drawn) {
      gap = true;
      continue;
    }
    const post = urn && guarded(sight.unread, () => readCard(card, urn, at, countsKnown, known, sight));
    if (!urn) sight.unread.add("noId");
    if (post) {
      if (gap) sight.gaps.add(post.id);
      if (index === 0) sight.top = true;
      sight.posts.push(post);
    }
    gap = false;
  }
  const met = new Set(sight.cards);
  // Cards under another class: their posts are there and were not read.
  const strange = new Set<string>();
  for (const element of root.querySelectorAll(`${POST_URN},${SCOPE}`)) {
    const urn = postOf(element.getAttribute("data-urn")) ?? postOf(scopedUrn(element));
    // What stands inside another post is passed on by it.
    if (element.parentElement?.closest(POST_URN)) continue;
    if (urn && !met.has(postId(urn)) && !element.closest(CARD) && !element.querySelector(CARD) && seenText(element))
      strange.add(postId(urn));
  }
  if (strange.size > 0) sight.unread.add("unknownShape", strange.size);
  readComments(root, sight);
  return sight;
}

function readCard(
  card: Element,
  urn: PostUrn,
  at: number,
  countsKnown: boolean,
  known: ReadonlySet<string>,
  sight: Sight,
): Observation | null {
  if (known.has(postId(urn))) return null;
  const when = dated(urn);
  const author = authorOf(card);
  nameOrganisation(sight, author, seenText(card.querySelector(NAME)));
  if (!author) sight.unread.add("noAuthor");
  else if (!when) sight.owners.set(postId(urn), author);
  if (!when) {
    sight.unread.add("noTime");
    return null;
  }
  const label = seenText(card.querySelector(".update-components-actor__sub-description [aria-hidden='true']"));
  const promoted = isPromotedLabel(label, when.created.from, at);
  const announced = announcedBy(card, countsKnown);
  const text = seenText(
    [...card.querySelectorAll(".update-components-update-v2__commentary")].find((part) => !part.closest(RESHARED)),
  );
  const reshared = [...card.querySelectorAll(RESHARED)].find((part) => part.querySelector(ACTOR));
  const original = postOf(
    reshared?.querySelector("[data-urn]")?.getAttribute("data-urn") ?? reshared?.getAttribute("data-urn"),
  );
  const header = accountOfLink(card.querySelector(".update-components-header a[href]")?.getAttribute("href"));
  const talkedAbout = [...card.querySelectorAll(COMMENT)].some((comment) => {
    const post = commentOf(comment.getAttribute("data-id"))?.post;
    return post?.kind === urn.kind && post.number === urn.number;
  });
  if (header && !talkedAbout) {
    // "X reposted this", "X likes this": whose id the card bears is not said, so the event lies between that and now.
    const created = { from: when.created.from, to: Math.max(at, when.created.to) + 1 };
    return item({ ...when, kind: "repost", author: header, created, promoted });
  }
  if (author && reshared && !text)
    return item({ ...when, kind: "repost", author, promoted, repostOf: original && postId(original) });
  return item({
    ...when,
    kind: "post",
    author,
    text,
    promoted,
    announced,
    thread: when.id,
    repostOf: original && postId(original),
  });
}

function readComments(root: Document, sight: Sight): void {
  const seen = new Map<string, Element>();
  for (const element of root.querySelectorAll(COMMENT)) {
    const urn = commentOf(element.getAttribute("data-id"));
    if (!urn) sight.unread.add("noId");
    else if (!seen.has(urn.id)) seen.set(urn.id, element);
  }
  for (const element of root.querySelectorAll(COMMENT_CLASSES)) {
    if (!element.hasAttribute("data-id") && !element.closest(COMMENT) && seenText(element)) sight.unread.add("noId");
  }
  const repliesCounted = root.querySelector("[class*='comments-comment-social-bar__replies-count']") !== null;
  for (const [id, element] of seen) {
    const comment = guarded(sight.unread, () => readComment(id, element, repliesCounted, sight));
    if (comment) sight.comments.push(comment);
  }
}

/** `repliesCounted`: this page is known to show how many replies a comment has. */
function readComment(id: string, element: Element, repliesCounted: boolean, sight: Sight): Observation | null {
  const card = element.closest(CARD);
  const urn = commentOf(element.getAttribute("data-id"))!;
  const post = (card && urnOf(card)) ?? urn.post;
  const when = datedComment(id, post);
  if (!when) {
    sight.unread.add("noTime");
    return null;
  }
  if (card && urn.post && post && postId(urn.post) !== postId(post) && post.kind === "activity")
    sight.aliases.set(postId(urn.post), post.number);
  const above = element.parentElement?.closest(COMMENT);
  const parent = above ? (commentOf(above.getAttribute("data-id"))?.id ?? null) : null;
  const isReply = parent !== null || element.matches(REPLY_MARKS);
  const link = ownPart(element, COMMENT_AUTHOR, COMMENT);
  const author = accountOfLink(link?.getAttribute("href"));
  if (!author) sight.unread.add("noAuthor");
  const textPart = ownPart(element, COMMENT_TEXT, COMMENT);
  const bar = ownPart(element, "[class*='comments-comment-social-bar']", COMMENT);
  const said = textPart && saidIn(textPart);
  const count = ownPart(element, "[class*='comments-comment-social-bar__replies-count']", COMMENT);
  const replies = count ? wholeNumber(seenText(count)) : bar && repliesCounted && !isReply ? 0 : null;
  const thread = post && postId(post);
  return item({
    ...when,
    kind: isReply ? "reply" : "comment",
    author,
    replyTo: isReply ? parent : thread,
    replyToAuthor: isReply ? (said?.to ?? null) : null,
    thread,
    text: textPart && (isReply ? said!.text : seenText(textPart)),
    announced: { comments: replies, shares: null, reactions: null },
  });
}
