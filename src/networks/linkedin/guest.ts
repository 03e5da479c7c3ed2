// The guest renderer: what LinkedIn shows to whoever is not signed in, and the JSON-LD beside it. No replies exist here.
import { type Account, type Observation, sameAccount } from "../../domain/observation.ts";
import { guarded, type Place } from "../network.ts";
import { isObject, parseJson, property, search } from "../walk.ts";
import { accountOfLink } from "./address.ts";
import { seenText, wholeNumber } from "./dom.ts";
import { dated, datedComment, emptySight, item, nameOrganisation, type Sight } from "./sight.ts";
import { commentOf, postId, postOf } from "./urn.ts";

const CARD = "article.main-feed-activity-card";
const RESHARED = '[data-test-id="feed-reshare-content"]';
const ACTOR = '[data-tracking-control-name$="_feed-actor-name"]';
const FULL_LINK = '[data-id="main-feed-card__full-link"],a.main-feed-card__overlay-link';
const COMMENT = "section.comment";
/** Below a post: how many reacted, and what one can do. */
const FOOT = "[data-num-reactions],.social-action-bar";
const COMMENT_URN = '[data-semaphore-content-type="COMMENT"]';

/** Reads the main card and its comments on a post's page, the list of updates on a company's. `at`: ms UTC. */
export function readGuest(root: Document, place: Place, at: number): Sight {
  const sight = emptySight();
  sight.hidesReplies = true;
  if (place.kind === "thread") readPost(root, sight);
  else readUpdates(root, place.account, at, sight);
  return sight;
}

function announcedBy(root: Document, card: Element): Observation["announced"] {
  const count = (name: string): number | null => {
    const part = [...card.querySelectorAll(`[data-num-${name}]`)].find((part) => !part.closest(RESHARED));
    return wholeNumber(part?.getAttribute(`data-num-${name}`));
  };
  const comments = count("comments");
  // A card whose foot is drawn, but no count of comments in it, has none, if this page is known to show them at all.
  const none = root.querySelector("[data-num-comments]") !== null && ownPart(card, FOOT) !== undefined;
  return { comments: comments ?? (none ? 0 : null), shares: null, reactions: count("reactions") };
}

/** The first part of the card that is not of the post it passes on. */
const ownPart = (card: Element, selector: string): Element | undefined =>
  [...card.querySelectorAll(selector)].find((part) => !part.closest(RESHARED));

function readCard(root: Document, card: Element, sight: Sight): Observation | null {
  const urn = postOf(card.getAttribute("data-activity-urn"));
  if (!urn) {
    sight.unread.add("noId");
    return null;
  }
  const when = dated(urn);
  if (!when) {
    sight.unread.add("noTime");
    return null;
  }
  const attributed = postOf(card.getAttribute("data-attributed-urn"));
  if (attributed && attributed.kind !== "activity") sight.aliases.set(postId(attributed), when.id);
  const actor = ownPart(card, `a${ACTOR}`);
  const author = accountOfLink(actor?.getAttribute("href"));
  nameOrganisation(sight, author, seenText(actor));
  if (!author) sight.unread.add("noAuthor");
  const commentary = ownPart(card, '[data-test-id="main-feed-activity-card__commentary"]');
  const original = postOf(card.querySelector(RESHARED)?.getAttribute("data-activity-urn"));
  return item({
    ...when,
    kind: "post",
    author,
    text: commentary ? seenText(commentary) : null,
    thread: when.id,
    repostOf: original && postId(original),
    announced: announcedBy(root, card),
  });
}

function readUpdates(root: Document, owner: Account, at: number, sight: Sight): void {
  const list = root.querySelector('[data-test-id="updates"],ul.updates__list');
  const cards = [...(list ?? root).querySelectorAll(CARD)].filter(
    (card) => !card.classList.contains("related-posts__crosslink"),
  );
  const strange = [...(list ?? root).querySelectorAll("article[data-activity-urn]")].filter(
    (card) => !card.matches(`${CARD},${RESHARED}`) && !card.closest(CARD),
  );
  if (strange.length > 0) sight.unread.add("unknownShape", strange.length);
  const linked = cards.some((card) => card.querySelector(FULL_LINK));
  for (const card of cards) {
    const post = guarded(sight.unread, () => readCard(root, card, sight));
    if (!post) continue;
    const featured = postOf(card.getAttribute("data-featured-activity-urn"));
    const passedOn = (featured && postId(featured) !== post.id) || (linked && !card.querySelector(FULL_LINK));
    if (passedOn) {
      // Whether the id is the sharing's or the original's is not said: the sharing lies between that and now.
      const { id, url, created } = post;
      const open = { from: created.from, to: Math.max(at, created.to) + 1 };
      sight.posts.push(
        item({ id, url, kind: "repost", author: owner, created: open, repostOf: featured && postId(featured) }),
      );
    } else sight.posts.push(post);
  }
  const times = sight.posts
    .filter(({ kind, author }) => kind === "post" && sameAccount(author, owner))
    .map(({ created }) => created.from);
  sight.order = times.length > 1 && times.every((ms, index) => index === 0 || ms < times[index - 1]!) ? "recent" : null;
  sight.top = list !== null;
}

function readPost(root: Document, sight: Sight): void {
  const linked = readLinkedData(root, sight);
  const card = root.querySelector(`${CARD}.main-feed-activity-card-with-comments`);
  const post = card && guarded(sight.unread, () => readCard(root, card, sight));
  if (!card || !post) {
    if (!card) sight.unread.add("unknownShape");
    if (linked) sight.posts.push(linked.post);
    if (linked && linked.comments > 0) sight.unread.add("noId", linked.comments);
    return;
  }
  const { announced } = post;
  const whole = linked?.post.id === post.id ? linked.post : null;
  sight.posts.push({
    ...post,
    author: post.author ?? whole?.author ?? null,
    text: post.text ?? whole?.text ?? null,
    announced: { ...announced, comments: announced.comments ?? whole?.announced.comments ?? null },
  });
  const sections = [...card.querySelectorAll(COMMENT)];
  for (const section of sections) {
    const comment = guarded(sight.unread, () => readComment(section, post.id, sight));
    if (comment) sight.comments.push(comment);
  }
  // The page's own data lists comments that no known element shows.
  if (whole && linked!.comments > sections.length) sight.unread.add("unknownShape", linked!.comments - sections.length);
}

function readComment(section: Element, post: string, sight: Sight): Observation | null {
  const urn = commentOf(section.querySelector(COMMENT_URN)?.getAttribute("data-semaphore-content-urn"));
  const when = urn && datedComment(urn.id, postOf(`activity:${post}`));
  if (!when) {
    sight.unread.add(urn ? "noTime" : "noId");
    return null;
  }
  const author = accountOfLink(section.querySelector("a.comment__author")?.getAttribute("href"));
  if (!author) sight.unread.add("noAuthor");
  const text = section.querySelector(".comment__text,.attributed-text-segment-list__content");
  return item({
    ...when,
    kind: "comment",
    author,
    replyTo: post,
    thread: post,
    text: text ? seenText(text) : null,
  });
}

const POSTINGS = new Set(["SocialMediaPosting", "VideoObject", "DiscussionForumPosting", "Article"]);

/** The post of the page's JSON-LD, dated by its own activity where its address names one, and how many comments it holds. */
function readLinkedData(root: Document, sight: Sight): { post: Observation; comments: number } | null {
  for (const script of root.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parseJson(script.textContent ?? "");
    if (!parsed.ok) {
      sight.unread.add(parsed.reason);
      continue;
    }
    const { objects } = search(parsed.value, (object) =>
      POSTINGS.has(String(property(object, "@type"))) ? "take" : "enter",
    );
    for (const object of objects) {
      const address = String(property(object, "@id") ?? property(object, "url") ?? "");
      const urn = postOf(/(activity)-(\d{15,20})/.exec(address)?.slice(1).join(":"));
      const when = urn && dated(urn);
      if (!when) continue;
      const author = property(object, "author") ?? property(object, "creator");
      const text = property(object, "articleBody") ?? property(object, "description");
      const count = property(object, "commentCount");
      const comments = property(object, "comment");
      return {
        comments: Array.isArray(comments) ? comments.filter(isObject).length : 0,
        post: item({
          ...when,
          kind: "post",
          author: accountOfLink(String(property(author, "url") ?? "")),
          text: typeof text === "string" ? text.slice(0, 30_000) : null,
          thread: when.id,
          announced: {
            comments: typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null,
            shares: null,
            reactions: null,
          },
        }),
      };
    }
  }
  return null;
}
