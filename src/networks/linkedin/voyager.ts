// Posts, reposts and comments out of normalised Voyager data: whichever generation of shapes it comes in.
import { type Account, type Observation, sameAccount } from "../../domain/observation.ts";
import { MAX_TEXT } from "../../domain/record.ts";
import { guarded } from "../network.ts";
import { isObject, type JsonObject, property } from "../walk.ts";
import { amount, commenterUrns, type Graph, text } from "./graph.ts";
import { dated, datedComment, emptySight, isPromotedLabel, item, type Sight } from "./sight.ts";
import { type CommentUrn, commentOf, type PostUrn, postId, postOf } from "./urn.ts";

const UPDATE = /^urn:li:(?:fs_updateV2|fsd_update):/;
const COMMENT = /^urn:li:(?:fs_objectComment|fsd_comment):/;
/** Elements of lists whose order is kept. */
const MAX_CARDS = 5_000;
const DETAIL = /^urn:li:(?:fs_socialDetail|fsd_socialDetail):/;

/** Reads all updates and comments of the graph. `at`: ms UTC. */
export function readVoyager(graph: Graph, at: number): Sight {
  const sight = emptySight();
  const nested = new Set<JsonObject>();
  const updates: JsonObject[] = [];
  const comments: JsonObject[] = [];
  for (const entity of graph.entities()) {
    const urn = entity["entityUrn"] as string;
    if (UPDATE.test(urn)) updates.push(entity);
    else if (COMMENT.test(urn)) comments.push(entity);
    const original = UPDATE.test(urn) ? graph.follow(entity, "resharedUpdate") : null;
    if (original) nested.add(original);
  }
  sight.cards.push(...listed(graph).slice(0, MAX_CARDS));
  for (const update of asListed(updates, sight.cards)) {
    // What somebody passes on is not an item of this list.
    if (nested.has(update) || isPromoCard(update)) continue;
    const post = guarded(sight.unread, () => readUpdate(update, namesOf(update, graph), graph, at, sight));
    if (post) sight.posts.push(post);
  }
  readComments(comments, graph, sight);
  readPages(graph, sight);
  const [feed] = graph.feeds;
  if (feed) {
    sight.order = graph.feeds.every(({ order }) => order === feed.order) ? feed.order : null;
    sight.top = graph.feeds.some(({ start }) => start === 0);
    sight.end = graph.feeds.some(({ start, elements, total }) => total !== null && start + elements.length >= total);
  }
  return sight;
}

/** Ids of the posts that the lists of the page's posts show, in order; null for an element that names none. */
function listed(graph: Graph): (string | null)[] {
  const elements = [...graph.feeds].sort((a, b) => a.start - b.start).flatMap(({ elements }) => elements);
  return elements.map((element) => {
    const post = postOf(isObject(element) ? property(element, "entityUrn") : element);
    return post && postId(post);
  });
}

/** Updates in the order of the list `ids`, after them the rest. */
function asListed(updates: readonly JsonObject[], ids: readonly (string | null)[]): JsonObject[] {
  const places = new Map(ids.map((id, place) => [id, place] as const).reverse());
  const place = (update: JsonObject): number => {
    const post = postOf(update["entityUrn"]);
    return (post && places.get(postId(post))) ?? ids.length;
  };
  return [...updates].sort((a, b) => place(a) - place(b));
}

interface Names {
  /** In the update's own urn: the event's. */
  readonly own: PostUrn | null;
  /** In its metadata: the event's or, on a repost, the original's. */
  readonly backend: PostUrn | null;
  readonly share: PostUrn | null;
  /** The post that is talked about below it. */
  readonly social: PostUrn | null;
}

function namesOf(update: JsonObject, graph: Graph): Names {
  const metadata = property(update, "updateMetadata") ?? property(update, "metadata");
  const social = graph.follow(update, "socialDetail");
  return {
    own: postOf(update["entityUrn"]),
    backend: postOf(property(metadata, "urn") ?? property(metadata, "backendUrn")),
    share: postOf(property(metadata, "shareUrn")),
    social: postOf(property(social, "urn") ?? property(social, "entityUrn") ?? property(update, "*socialDetail")),
  };
}

const isPromoCard = (update: JsonObject): boolean => {
  const content = property(update, "content");
  return (
    isObject(content) && Object.entries(content).some(([key, value]) => /promoComponent/i.test(key) && value !== null)
  );
};

/** Whom a text names in its attributes, at `from` characters or anywhere. */
function mentionIn(body: unknown, graph: Graph, from?: number): Account | null {
  const attributes = property(body, "attributesV2") ?? property(body, "attributes");
  for (const attribute of Array.isArray(attributes) ? attributes : []) {
    if (from !== undefined && amount(property(attribute, "start")) !== from) continue;
    const detail = property(attribute, "detailData") ?? attribute;
    for (const key of [
      "profileMention",
      "profileFullName",
      "companyName",
      "miniProfile",
      "miniCompany",
      "profile",
      "company",
    ]) {
      const inPlace = property(detail, key);
      const urn = isObject(inPlace) ? property(inPlace, "entityUrn") : (property(detail, `*${key}`) ?? inPlace);
      const account = graph.account(null, urn);
      if (account) return account;
    }
  }
  return null;
}

function readUpdate(update: JsonObject, names: Names, graph: Graph, at: number, sight: Sight): Observation | null {
  const metadata = property(update, "updateMetadata") ?? property(update, "metadata");
  const actor = property(update, "actor");
  const author =
    graph.account(
      property(actor, "navigationContext", "actionTarget"),
      property(actor, "urn"),
      property(actor, "backendUrn"),
    ) ?? mentionIn(property(actor, "name"), graph);
  if (!author) sight.unread.add("noAuthor");
  const body = text(property(update, "commentary", "text", "text"));
  const original = graph.follow(update, "resharedUpdate");
  const header = property(update, "header");
  const by =
    mentionIn(property(header, "text"), graph) ??
    graph.account(property(header, "imageNavigationContext", "actionTarget"));
  const differs = (a: PostUrn | null, b: PostUrn | null): boolean =>
    !!a && !!b && a.kind === b.kind && a.number !== b.number;
  const inCompanyList = graph.feeds.length > 0;

  if (by && (differs(names.own, names.backend) || (inCompanyList && differs(names.own, names.social)))) {
    const passedOn = differs(names.own, names.backend) ? names.backend : names.social;
    const when = names.own && dated(names.own);
    learnNames(names, passedOn, sight);
    if (!when) sight.unread.add("noTime");
    return when && item({ ...when, kind: "repost", author: by, repostOf: passedOn && postId(passedOn) });
  }
  // "X likes this" has an activity of its own: the post's is the one it is talked about under, or is not said.
  const post =
    by && !sameAccount(by, author)
      ? names.social
      : (activityOf(names.backend) ?? activityOf(names.own) ?? names.social);
  const when = post && dated(post);
  if (!when) {
    sight.unread.add(post ? "noTime" : "noId");
    return null;
  }
  learnNames(names, post, sight);
  const label = text(property(actor, "subDescription", "text"));
  const sponsored = isObject(property(metadata, "trackingData", "sponsoredTracking"));
  const promoted = sponsored || isPromotedLabel(label, when.created.from, at);
  const passedOn = original && namesOf(original, graph);
  const repostOf = passedOn ? (activityOf(passedOn.backend) ?? activityOf(passedOn.own) ?? passedOn.social) : null;
  if (original && !body)
    return item({ ...when, kind: "repost", author, promoted, repostOf: repostOf && postId(repostOf) });
  return item({
    ...when,
    kind: "post",
    author,
    text: body?.slice(0, MAX_TEXT) ?? null,
    thread: when.id,
    promoted,
    repostOf: repostOf && postId(repostOf),
    announced: countsOf(graph.follow(update, "socialDetail"), graph),
  });
}

/** The post's other names, under which its comments may stand. */
function learnNames({ share, social, backend }: Names, post: PostUrn | null, sight: Sight): void {
  if (post?.kind !== "activity") return;
  for (const other of [share, social, backend])
    if (other && other.kind !== "activity") sight.aliases.set(postId(other), postId(post));
}

const activityOf = (post: PostUrn | null): PostUrn | null => (post?.kind === "activity" ? post : null);

function countsOf(detail: JsonObject | null, graph: Graph): Observation["announced"] {
  const counts = graph.follow(detail, "totalSocialActivityCounts");
  // Below a comment the list of its replies has a total of its own; below a post such a total leaves out the replies.
  const isComment = commentOf(property(detail, "threadUrn") ?? property(detail, "entityUrn")) !== null;
  const listed = isComment ? amount(property(detail, "comments", "paging", "total")) : null;
  const byKind = property(counts, "reactionTypeCounts");
  const kinds = Array.isArray(byKind) ? byKind.map((kind) => amount(property(kind, "count"))) : null;
  const reactions = kinds?.every((count) => count !== null) ? kinds.reduce((sum, count) => sum + count!, 0) : null;
  return {
    comments: amount(property(counts, "numComments")) ?? listed,
    shares: amount(property(counts, "numShares")),
    reactions: amount(property(counts, "numLikes")) ?? reactions,
  };
}

const leadOf = (words: string | null): number => (words === null ? 0 : words.length - words.trimStart().length);

/** What an answer says after the mention that leads it. */
function withoutMention(words: string | null, body: unknown, mention: Account | null): string | null {
  if (words === null || !mention) return words;
  const attributes = property(body, "attributesV2") ?? property(body, "attributes");
  const lead = leadOf(words);
  for (const attribute of Array.isArray(attributes) ? attributes : []) {
    const length = amount(property(attribute, "length"));
    if (length !== null && amount(property(attribute, "start")) === lead) return words.slice(lead + length).trimStart();
  }
  return words;
}

/** The comment a reply stands under as its parent's own list of replies says: ids of replies → ids of parents. */
function parentsByDetail(graph: Graph): Map<string, string> {
  const parents = new Map<string, string>();
  for (const entity of graph.entities()) {
    if (!DETAIL.test(entity["entityUrn"] as string)) continue;
    const above = commentOf(property(entity, "threadUrn") ?? entity["entityUrn"]);
    const elements = property(entity, "comments", "*elements") ?? property(entity, "comments", "elements");
    for (const element of above && Array.isArray(elements) ? elements : []) {
      const below = commentOf(isObject(element) ? property(element, "entityUrn") : element);
      if (below && below.id !== above!.id) parents.set(below.id, above!.id);
    }
  }
  return parents;
}

/** What the comment's own data says: the parent's id, "none" for a first-level comment, null where it says nothing. */
function parentByAddress(comment: JsonObject, id: string): string | "none" | null {
  const stated = commentOf(property(comment, "dashParentCommentUrn") ?? property(comment, "parentCommentUrn"));
  if (stated) return stated.id;
  const link = text(property(comment, "permalink"));
  if (!link || !URL.canParse(link)) return null;
  const { searchParams } = new URL(link);
  const above = commentOf(searchParams.get("dashCommentUrn") ?? searchParams.get("commentUrn"));
  const below = commentOf(searchParams.get("dashReplyUrn") ?? searchParams.get("replyUrn"));
  if (above && below) return below.id === id && above.id !== id ? above.id : null;
  return above?.id === id ? "none" : null;
}

function readComments(comments: readonly JsonObject[], graph: Graph, sight: Sight): void {
  const listed = parentsByDetail(graph);
  const seen = new Set<string>();
  for (const comment of comments) {
    const urn = commentOf(comment["entityUrn"]);
    if (!urn) {
      sight.unread.add("noId");
      continue;
    }
    if (seen.has(urn.id)) continue;
    seen.add(urn.id);
    const parent = listed.get(urn.id) ?? null;
    const read = guarded(sight.unread, () => readComment(comment, urn, parent, graph, sight));
    if (read) sight.comments.push(read);
  }
}

/** `inList`: the comment in whose list of replies it stands. */
function readComment(
  comment: JsonObject,
  urn: CommentUrn,
  inList: string | null,
  graph: Graph,
  sight: Sight,
): Observation | null {
  const when = datedComment(urn.id, urn.post);
  if (!when) {
    sight.unread.add("noTime");
    return null;
  }
  const addressed = parentByAddress(comment, urn.id);
  const agree = inList === null || addressed === null || inList === addressed;
  if (!agree) sight.unread.add("unknownShape");
  const parent = agree ? (inList ?? (addressed === "none" ? null : addressed)) : null;
  const isReply = inList !== null || (addressed !== null && addressed !== "none");
  const commenter = property(comment, "commenter") ?? property(comment, "commenterForDashConversion");
  const author = graph.account(
    property(commenter, "navigationUrl") ?? property(comment, "commenterForDashConversion", "navigationUrl"),
    ...commenterUrns(commenter),
  );
  if (!author) sight.unread.add("noAuthor");
  const name = urn.post && postId(urn.post);
  const thread = name && (sight.aliases.get(name) ?? name);
  if (
    author &&
    thread &&
    (property(commenter, "author") ?? property(comment, "commenterForDashConversion", "author")) === true
  ) {
    sight.owners.set(thread, author);
  }
  const body = property(comment, "commentary") ?? property(comment, "commentV2");
  const words = text(property(body, "text"));
  const lead = leadOf(words);
  const mention = mentionIn(body, graph, lead);
  return item({
    ...when,
    kind: isReply ? "reply" : "comment",
    author,
    replyTo: isReply ? parent : addressed === "none" ? thread : null,
    replyToAuthor: isReply ? mention : null,
    thread,
    text: (isReply ? withoutMention(words, body, mention) : words)?.slice(0, MAX_TEXT) ?? null,
    pinned: property(comment, "pinned") === true,
    announced: countsOf(graph.follow(comment, "socialDetail"), graph),
  });
}

/** What the data says of organisations that have both a number and a vanity name. */
function readPages(graph: Graph, sight: Sight): void {
  for (const entity of graph.entities()) {
    const account = text(property(entity, "universalName")) ? graph.account(null, entity["entityUrn"]) : null;
    if (!account?.handle || sight.pages.length >= 50) continue;
    const name = text(property(entity, "name"))?.slice(0, 300) ?? null;
    const about = text(property(entity, "description"))?.slice(0, 5_000) ?? null;
    sight.pages.push({ account, name, about, totalPosts: null });
  }
}
