// The React renderer (SDUI): class names are hashes, so posts and comments are found by component keys and test ids.
import { type Account, type Observation, sameAccount } from "../../domain/observation.ts";
import { guarded, type Place } from "../network.ts";
import { isOrganisation } from "./address.ts";
import { accountLinks, saidIn, seenText, wholeNumber } from "./dom.ts";
import { dated, datedComment, emptySight, item, nameOrganisation, type Sight } from "./sight.ts";
import { type CommentUrn, commentOf, decoded, type PostUrn, postId, postOf } from "./urn.ts";

const CARD = '[componentkey*="FeedType_FEED_DETAIL"],[componentkey*="FeedType_ORGANIZATION_FEED"]';
const COMMENT = '[componentkey^="replaceableComment_"],[id^="replaceableComment_"]';
const REACTIONS = '[data-testid^="ReactionFacepileCollection-urn:li:"]';
const TEXT = '[data-testid="expandable-text-box"]';
const COMMENTARY = '[componentkey^="feed-commentary_"]';
/** "73 comments" as one whole leaf, in the languages whose word is known; in any other the count is not read. */
const COMMENTS_WORD =
  /^[\d.,\s\u00a0\u202f]+(?:comments?|Kommentare?|commentaires?|comentarios?|comentários?|commenti|commento|reacties|opmerkingen?)$/iu;

const keyOf = (element: Element): string => element.getAttribute("componentkey") || element.id;

/** Reads the post in front (or a list's cards) and all comments drawn. */
export function readSdui(root: Document, place: Place): Sight {
  const sight = emptySight();
  const units = commentUnits(root, sight);
  const cards = [...root.querySelectorAll(CARD)].filter((card) => {
    const above = card.parentElement?.closest(CARD);
    return !above || above.getAttribute("componentkey") !== card.getAttribute("componentkey");
  });
  for (const [index, card] of cards.entries()) {
    const inFront = cards.length === 1 ? [...units.values()] : [];
    const post = guarded(sight.unread, () => readCard(root, card, inFront, place, sight));
    if (post && index === 0) sight.top = true;
    if (post) sight.posts.push(post);
  }
  guarded(sight.unread, () => readComments(units, place, sight));
  return sight;
}

interface Unit extends CommentUrn {
  readonly element: Element;
}

/** One unit per comment: the outermost of the nodes that bear its name. */
function commentUnits(root: Document, sight: Sight): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const element of root.querySelectorAll(COMMENT)) {
    const urn = commentOf(keyOf(element));
    if (!urn) {
      if (!keyOf(element).includes("Tools")) sight.unread.add("noId");
    } else if (!units.has(urn.id)) units.set(urn.id, { ...urn, element });
  }
  return units;
}

/** The post's own activity: on its reactions, in its comments' names, or in the address it was opened by. */
function urnOf(root: Document, card: Element, units: readonly Unit[], place: Place): PostUrn | null {
  const reactions = card.querySelector(REACTIONS) ?? (place.kind === "thread" ? root.querySelector(REACTIONS) : null);
  const stated = postOf(reactions?.getAttribute("data-testid")?.replace("ReactionFacepileCollection-", ""));
  if (stated?.kind === "activity") return stated;
  const inComments = units.find(({ post }) => post?.kind === "activity")?.post;
  if (inComments) return inComments;
  if (place.kind === "thread") return postOf(/^\d+$/.test(place.focal) ? `activity:${place.focal}` : place.focal);
  // A link that somebody wrote in a text leads to whatever post they like.
  const links = [...card.querySelectorAll('a[href*="/feed/update/urn:li:"],a[href*="/feed/update/urn%3Ali%3A"]')]
    .filter((link) => !link.closest(`${TEXT},${COMMENTARY},${COMMENT}`))
    .map((link) => postOf(/urn:li:(?:activity|ugcPost|share):\d+/.exec(decoded(link.getAttribute("href") ?? ""))?.[0]));
  const [first] = links;
  return first && links.every((link) => link?.number === first.number) ? first : null;
}

/** The link that the card's menu names; else the one company that the card names; else none: the viewer is there too. */
function authorLink(card: Element): { link: Element; account: Account } | null {
  const labels = [...card.querySelectorAll("button[aria-label]")].map(
    (button) => button.getAttribute("aria-label") ?? "",
  );
  const links = accountLinks(card).filter(({ link }) => !link.closest(TEXT) && !link.closest(COMMENT));
  const named = links.filter(({ link }) => {
    const name = nameOn(link);
    return name.length > 1 && labels.some((label) => label.includes(name) && label.trim() !== name);
  });
  const wanted = named.length > 0 ? named : links.filter(({ account }) => isOrganisation(account));
  const [first] = wanted;
  return first && wanted.every(({ account }) => sameAccount(first.account, account)) ? first : null;
}

const nameOn = (link: Element): string => seenText(link).split("\n")[0]!.trim();

function readCard(
  root: Document,
  card: Element,
  units: readonly Unit[],
  place: Place,
  sight: Sight,
): Observation | null {
  const urn = urnOf(root, card, units, place);
  const when = urn && dated(urn);
  if (!when) {
    sight.unread.add(urn ? "noTime" : "noId");
    return null;
  }
  for (const { post } of units) if (post && post.kind !== "activity") sight.aliases.set(postId(post), when.id);
  if (place.kind === "thread" && place.focal !== when.id) sight.aliases.set(place.focal, when.id);
  const actor = authorLink(card);
  const author = actor?.account ?? null;
  if (actor) nameOrganisation(sight, author, nameOn(actor.link));
  if (!author) sight.unread.add("noAuthor");
  const commentary =
    card.querySelector(`${COMMENTARY} ${TEXT}`) ?? card.querySelector(COMMENTARY) ?? card.querySelector(TEXT);
  return item({
    ...when,
    kind: "post",
    author,
    text: commentary ? seenText(commentary) : null,
    thread: when.id,
    announced: { comments: announcedComments(place.kind === "thread" ? root : card), shares: null, reactions: null },
  });
}

/** The count is one leaf's whole text: neighbouring texts run together. */
function announcedComments(inside: Document | Element): number | null {
  for (const leaf of inside.querySelectorAll("p,span,button,a,div")) {
    if (leaf.childElementCount > 0 || leaf.closest(`${COMMENT},${TEXT}`)) continue;
    const words = leaf.textContent?.trim() ?? "";
    if (words.length < 40 && COMMENTS_WORD.test(words)) return wholeNumber(words);
  }
  return null;
}

/** Where a unit's picture begins, in px; null where nothing is laid out. */
function indentOf(unit: Unit): number | null {
  const avatar = accountLinks(unit.element)[0]?.link ?? unit.element;
  const { left, width } = avatar.getBoundingClientRect();
  return width > 0 ? Math.round(left) : null;
}

interface Parent {
  readonly isReply: boolean;
  /** null: it is a reply, but below which comment cannot be told. */
  readonly id: string | null;
  /** Nothing tells a reply from a comment here. */
  readonly unsure?: boolean;
}

/** Below which comment each unit stands: by the unit around it, else by its indentation. Never guessed. */
function parentsOf(units: readonly Unit[]): Map<string, Parent> {
  const parents = new Map<string, Parent>();
  const around = units.map(({ id, element }) => {
    for (let above = element.parentElement?.closest(COMMENT); above; above = above.parentElement?.closest(COMMENT)) {
      const urn = commentOf(keyOf(above));
      if (urn && urn.id !== id) return urn.id;
    }
    return null;
  });
  const nests = around.some((id) => id !== null);
  const indents = units.map(indentOf);
  const laidOut = indents.every((indent) => indent !== null);
  const leftmost = indents.reduce<number>(
    (least, indent) => Math.min(least, indent ?? least),
    Number.POSITIVE_INFINITY,
  );
  for (const [index, { id, element }] of units.entries()) {
    const marked = element
      .querySelector('a[data-view-name^="reply-actor-"],a[data-view-name^="comment-actor-"]')
      ?.getAttribute("data-view-name");
    const indent = indents[index] ?? null;
    if (around[index]) parents.set(id, { isReply: true, id: around[index]! });
    else if (nests) parents.set(id, { isReply: false, id: null });
    else if (laidOut) {
      let above = index;
      while (above >= 0 && indents[above]! >= indent!) above--;
      // The first less indented unit above it is the parent; without one, it stands lower than where lists begin.
      parents.set(
        id,
        indent! === leftmost
          ? { isReply: false, id: null }
          : { isReply: true, id: above >= 0 ? units[above]!.id : null },
      );
    } else if (marked) parents.set(id, { isReply: marked.startsWith("reply"), id: null });
    else parents.set(id, { isReply: false, id: null, unsure: true });
  }
  return parents;
}

function readComments(units: ReadonlyMap<string, Unit>, place: Place, sight: Sight): void {
  const list = [...units.values()];
  const parents = parentsOf(list);
  const before: Account[] = [];
  for (const unit of list) {
    const comment = guarded(sight.unread, () => readComment(unit, parents.get(unit.id)!, before, place, sight));
    if (!comment) continue;
    sight.comments.push(comment);
    if (comment.author) before.push(comment.author);
  }
}

/** `before`: who wrote above it. */
function readComment(
  unit: Unit,
  { isReply, id: parent, unsure }: Parent,
  before: readonly Account[],
  place: Place,
  sight: Sight,
): Observation | null {
  const post = unit.post && aliased(unit.post, sight);
  const when = datedComment(unit.id, post);
  if (!when) {
    sight.unread.add("noTime");
    return null;
  }
  const own = (element: Element): boolean => {
    const nearest = element.closest(COMMENT);
    return nearest !== null && commentOf(keyOf(nearest))?.id === unit.id;
  };
  const textPart = [...unit.element.querySelectorAll(TEXT)].find(own) ?? null;
  const author = accountLinks(unit.element).find(({ link }) => own(link) && !link.closest(TEXT))?.account ?? null;
  if (!author) sight.unread.add("noAuthor");
  const said = textPart && saidIn(textPart);
  const mention = said?.to ?? null;
  // A mention of somebody who wrote above tells a reply where nothing else does; below which comment, it does not.
  const answers = unsure === true && mention !== null && before.some((account) => sameAccount(account, mention));
  const reply = isReply || answers;
  const thread = post ? postId(post) : place.kind === "thread" ? place.focal : null;
  return item({
    ...when,
    kind: reply ? "reply" : "comment",
    author,
    replyTo: reply ? parent : unsure ? null : thread,
    replyToAuthor: reply ? mention : null,
    thread,
    text: textPart && (reply ? said!.text : seenText(textPart)),
  });
}

/** The activity of a post that is named in another way, where the page tells it. */
function aliased(post: PostUrn, sight: Sight): PostUrn {
  const activity = sight.aliases.get(postId(post));
  return activity ? { kind: "activity", number: activity } : post;
}
