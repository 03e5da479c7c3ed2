// Everything one answer or one document says about stories, comments and pages, with the fragments of one id merged.
import type { Account, UnreadReason } from "../../domain/observation.ts";
import type { Announced } from "../../domain/record.ts";
import { isObject, type JsonObject, property, searchInSteps } from "../walk.ts";
import { accountAt, permalink } from "./address.ts";
import type { Part, Query } from "./carriers.ts";
import { commentIn, type Ref, refOf, refOfToken } from "./ids.ts";

/** What the fragments of one story say together; null = none of them says. */
export interface Story {
  post: string | null;
  feedback: string | null;
  seconds: number | null;
  author: Account | null;
  text: string | null;
  url: string | null;
  /** Key of the story it passes on. */
  attached: string | null;
  promoted: boolean;
  /** A fragment had a place for the text, be it empty. */
  worded: boolean;
  /** It stands in a list or is passed on by one that does: without a time or an id it is unread, not irrelevant. */
  unit: boolean;
}

export interface Comment {
  post: string;
  id: string;
  seconds: number | null;
  author: Account | null;
  text: string | null;
  lang: string | null;
  url: string | null;
  /** Id of the comment it answers: what its own fragments say (null = the post), and what the nesting suggests. */
  parent: string | null | undefined;
  parentAuthor: Account | null;
  nestedIn: string | null;
  depth: number | null;
  /** Account named at the very beginning of the text. */
  mention: Account | null;
  owner: Account | null;
  /** A fragment had a place for the text, be it empty. */
  worded: boolean;
  /** More than a reference to it was met; `whole`: its main fragment. */
  full: boolean;
  whole: boolean;
  /** It stands in the list of a post that was opened, where the site says how many answers each has. */
  listed: boolean;
}

/** A list of comments (below a post) or of replies (below a comment). */
export interface CommentList {
  readonly post: string;
  readonly comment: string | null;
  /** What the site hides by the order in force; null where it does not say which order that is. */
  readonly intent: string | null;
  readonly more: boolean | null;
  /** Where the site goes on. */
  readonly next: string | null;
  readonly group: string;
}

/** One page's timeline as far as this answer or document holds it. */
export interface Timeline {
  owner: string | null;
  units: Set<string>;
  next: string | null;
  /** null = the site did not say whether there is more. */
  end: boolean | null;
  /** The site said which post is pinned, or that none is. */
  pinTold: boolean;
}

/** What is known of an account beside its id. `company`: whether it is a page and not a person. */
export interface Profile {
  handle: string | null;
  name: string | null;
  company: boolean | null;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const count = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
/** Seconds since the epoch between 2004, when the site began, and 2100. */
const seconds = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value > 1_075_000_000 && value < 4_102_444_800 ? value : null;

/** Under these names (changed by request) an advertisement says what it is; on others they are null. */
const AD_FIELDS = ["sponsored_data", "daspo_sto", "th_dat_spo"];

function isAd(story: JsonObject): boolean {
  if (AD_FIELDS.some((name) => isObject(property(story, name)))) return true;
  if (Object.values(story).some((value) => property(value, "__typename") === "SponsoredData")) return true;
  const metadata = property(story, "comet_sections", "metadata");
  return (
    Array.isArray(metadata) &&
    metadata.some((entry) => String(property(entry, "__typename")).includes("SponsoredLabel"))
  );
}

/** Fields that only a comment itself has, not a reference to one. */
const COMMENT_MARKS = ["legacy_fbid", "legacy_token", "body", "preferred_body", "depth", "comment_direct_parent"];
const TIMELINES = ["timeline_list_feed_units", "timeline_manage_feed_units"] as const;

export class Harvest {
  readonly stories = new Map<string, Story>();
  readonly comments = new Map<string, Comment>();
  readonly announced = new Map<string, Announced>();
  readonly profiles = new Map<string, Profile>();
  readonly lists: CommentList[] = [];
  readonly timelines = new Map<string, Timeline>();
  readonly pinned = new Set<string>();
  /** Ids of accounts whose header was shown. */
  readonly headers = new Set<string>();
  readonly queries = new Map<string, Query>();
  /** Queries of which at least one part was met. */
  readonly groups = new Set<string>();
  signedIn: boolean | null = null;
  readonly #nested = new WeakMap<object, string>();
  readonly #unread: (reason: UnreadReason) => void;

  constructor(unread: (reason: UnreadReason) => void) {
    this.#unread = unread;
  }

  /** Takes up one part of a result, step by step. */
  *addPart({ group, path, data }: Part): Generator<null> {
    // A later piece of a result is nothing without its place, and a result nothing without its data.
    if (path === null || data === undefined) this.#unread("unknownShape");
    this.groups.add(group);
    this.#addPlaced(group, path ?? [], data);
    const { capped } = yield* searchInSteps(data, (object) => {
      this.#visit(object, group);
      return "enter";
    });
    if (capped) this.#unread("tooBig");
  }

  #addPlaced(group: string, path: readonly unknown[], data: unknown): void {
    const at = path.findIndex((step) => (TIMELINES as readonly unknown[]).includes(step));
    if (at !== -1) {
      const timeline = this.#timeline(group);
      if (path[at + 1] === "edges" && path.length === at + 3) this.#addUnit(timeline, property(data, "node"));
      if (path.length === at + 1) this.#addPaging(timeline, property(data, "page_info"));
    }
  }

  #timeline(group: string): Timeline {
    const known = this.timelines.get(group);
    if (known) return known;
    const timeline: Timeline = { owner: null, units: new Set(), next: null, end: null, pinTold: false };
    this.timelines.set(group, timeline);
    return timeline;
  }

  #addPaging(timeline: Timeline, info: unknown): void {
    if (!isObject(info)) return;
    timeline.next = text(property(info, "end_cursor")) ?? timeline.next;
    const more = property(info, "has_next_page");
    if (typeof more === "boolean") timeline.end = !more;
  }

  #addUnit(timeline: Timeline, node: unknown): void {
    if (!isObject(node)) {
      this.#unread("unknownShape");
      return;
    }
    const type = property(node, "__typename");
    const key = this.#keyOf(node, refOf(property(node, "id")));
    if (key) {
      timeline.units.add(key);
      this.#story(key).unit = true;
    } else if (type === "Story" || typeof type !== "string") this.#unread("noId");
  }

  #keyOf(node: JsonObject, ref: Ref | null): string | null {
    // One post can have several story ids; most of them say which post it is.
    if (ref?.kind === "story") return ref.post ? `post:${ref.post}` : (property(node, "id") as string);
    const post = text(property(node, "post_id"));
    return post && (isObject(property(node, "comet_sections")) || Array.isArray(property(node, "actors")))
      ? `post:${post}`
      : null;
  }

  #visit(object: JsonObject, group: string): void {
    const ref = refOf(property(object, "id"));
    const story = this.#keyOf(object, ref);
    if (story) this.#addStory(story, object, ref);
    const comment = ref?.kind === "comment" ? ref : refOfToken(property(object, "legacy_token"));
    if (comment) this.#addComment(comment, object);
    else if (!ref && this.#isNamelessComment(object)) this.#unread("noId");
    if (ref?.kind === "feedback") this.#addFeedback(ref, object, group);
    this.#addProfile(object);
    for (const name of TIMELINES) {
      if (Object.hasOwn(object, name)) this.#addTimeline(object, property(object, name), group);
    }
    this.#addSurroundings(object);
  }

  #isNamelessComment(object: JsonObject): boolean {
    return (
      COMMENT_MARKS.filter((name) => Object.hasOwn(object, name)).length >= 2 &&
      (Object.hasOwn(object, "author") || Object.hasOwn(object, "created_time"))
    );
  }

  #addTimeline(owner: JsonObject, connection: unknown, group: string): void {
    if (!isObject(connection)) return;
    const timeline = this.#timeline(group);
    timeline.owner ??= text(property(owner, "id"));
    if (Object.hasOwn(owner, "profile_pinned_post")) timeline.pinTold = true;
    const edges = property(connection, "edges");
    if (!Array.isArray(edges)) {
      if (!Object.hasOwn(connection, "page_info")) this.#unread("unknownShape");
    } else for (const edge of edges) this.#addUnit(timeline, property(edge, "node"));
    this.#addPaging(timeline, property(connection, "page_info"));
  }

  /** What an object says of the objects in it: which is pinned, passed on, only an inset, or an answer to which. */
  #addSurroundings(object: JsonObject): void {
    const pinned = property(object, "profile_pinned_post");
    if (isObject(pinned)) {
      const key = this.#keyOf(pinned, refOf(property(pinned, "id")));
      if (key) this.pinned.add(key);
    }
    const header = property(object, "profile_header_renderer", "user");
    if (isObject(header)) {
      const id = text(property(header, "id"));
      if (id) this.headers.add(id);
    }
    const beside = refOf(property(object, "comment", "id"));
    const contextual = property(object, "relevant_contextual_replies", "nodes");
    if (beside?.kind === "comment" && Array.isArray(contextual)) {
      for (const node of contextual) this.#nest(property(node, "comment"), beside.comment);
    }
  }

  #nest(child: unknown, parent: string): void {
    if (isObject(child)) this.#nested.set(child, parent);
  }

  #story(key: string): Story {
    const known = this.stories.get(key);
    if (known) return known;
    const story: Story = {
      post: null,
      feedback: null,
      seconds: null,
      author: null,
      text: null,
      url: null,
      attached: null,
      promoted: false,
      worded: false,
      unit: false,
    };
    this.stories.set(key, story);
    return story;
  }

  #addStory(key: string, object: JsonObject, ref: Ref | null): void {
    const story = this.#story(key);
    story.post = text(property(object, "post_id")) ?? story.post;
    if (ref?.kind === "story") story.post ??= ref.post;
    const feedback = refOf(property(object, "feedback", "id"));
    if (feedback?.kind === "feedback") story.feedback ??= feedback.post;
    story.seconds ??= seconds(property(object, "creation_time"));
    story.author ??= this.#account(property(object, "actors", 0));
    story.author ??= this.#account(property(object, "feedback", "owning_profile"));
    if (ref?.kind === "story" && ref.actor) story.author ??= { id: ref.actor, handle: null };
    story.text ??= text(property(object, "message", "text"));
    if (Object.hasOwn(object, "message")) story.worded = true;
    story.url ??= permalink(property(object, "permalink_url") ?? property(object, "wwwURL") ?? property(object, "url"));
    if (isAd(object)) story.promoted = true;
    // A story as a whole is drawn from content and context; its fragments have a section or two.
    const sections = property(object, "comet_sections");
    if (isObject(sections) && (Object.hasOwn(sections, "content") || Object.hasOwn(sections, "context_layout"))) {
      story.unit = true;
    }
    if (Object.hasOwn(object, "__isFeedUnit")) story.unit = true;
    const original = property(object, "attached_story");
    if (isObject(original)) {
      const originalKey = this.#keyOf(original, refOf(property(original, "id")));
      if (originalKey && originalKey !== key) story.attached = originalKey;
    }
  }

  #comment({ post, comment }: Extract<Ref, { kind: "comment" }>): Comment {
    const known = this.comments.get(comment);
    if (known) return known;
    const made: Comment = {
      post,
      id: comment,
      seconds: null,
      author: null,
      text: null,
      lang: null,
      url: null,
      parent: undefined,
      parentAuthor: null,
      nestedIn: null,
      depth: null,
      mention: null,
      owner: null,
      worded: false,
      full: false,
      whole: false,
      listed: false,
    };
    this.comments.set(comment, made);
    return made;
  }

  #addComment(ref: Extract<Ref, { kind: "comment" }>, object: JsonObject): void {
    const comment = this.#comment(ref);
    const marks = COMMENT_MARKS.filter((name) => Object.hasOwn(object, name)).length;
    if (marks > 0 || Object.hasOwn(object, "created_time")) comment.full = true;
    if (marks >= 3) comment.whole = true;
    if (Object.hasOwn(object, "body") || Object.hasOwn(object, "preferred_body")) comment.worded = true;
    comment.seconds ??= seconds(property(object, "created_time"));
    comment.author ??= this.#account(property(object, "author")) ?? this.#account(property(object, "user"));
    const body = property(object, "preferred_body") ?? property(object, "body");
    comment.text ??= text(property(body, "text")) ?? text(property(object, "body", "text"));
    comment.mention ??= mentionAtStart(property(object, "body")) ?? mentionAtStart(body);
    comment.lang ??= language(property(object, "translatability_for_viewer", "source_dialect"));
    const link = property(object, "url") ?? property(object, "feedback", "url");
    comment.url ??= permalink(link);
    comment.depth ??= count(property(object, "depth"));
    comment.owner ??= this.#account(property(object, "parent_feedback", "owning_profile"));
    if (Object.hasOwn(object, "comment_direct_parent")) {
      const direct = property(object, "comment_direct_parent");
      const parent = refOf(property(direct, "id"));
      if (parent?.kind === "comment") {
        comment.parent = parent.comment;
        comment.parentAuthor ??= this.#account(property(direct, "author"));
      } else if (direct === null) comment.parent ??= null;
    }
    const linked = commentIn(link);
    if (linked?.comment === comment.id) comment.nestedIn ??= linked.parent;
    comment.nestedIn ??= this.#nested.get(object) ?? null;
    const preview = property(object, "inline_replies_expander_renderer", "interesting_reply");
    this.#nest(preview, comment.id);
  }

  #addFeedback({ post, comment }: Extract<Ref, { kind: "feedback" }>, object: JsonObject, group: string): void {
    const key = comment ?? post;
    const known = this.announced.get(key);
    const total = comment
      ? count(property(object, "replies_fields", "total_count"))
      : (count(property(object, "comment_rendering_instance", "comments", "total_count")) ??
        count(property(object, "total_comment_count")) ??
        count(property(object, "comment_count", "total_count")));
    this.announced.set(key, {
      comments: known?.comments ?? total,
      shares: known?.shares ?? count(property(object, "share_count", "count")),
      reactions: known?.reactions ?? count(property(object, "reaction_count", "count")),
    });
    const replies = property(object, "replies_connection");
    if (comment && isObject(replies)) this.#addList({ post, comment }, replies, null, group);
    if (comment) return;
    const here = property(object, "comment_rendering_instance_for_feed_location");
    const list = isObject(here) ? property(here, "comments") : property(object, "display_comments");
    const intent = text(property(here, "selected_intent", "intent_token"));
    if (isObject(list) && Object.hasOwn(list, "edges")) this.#addList({ post, comment: null }, list, intent, group);
    else if (isObject(here)) this.#unread("unknownShape");
  }

  #addList(
    of: { post: string; comment: string | null },
    connection: JsonObject,
    intent: string | null,
    group: string,
  ): void {
    const edges = property(connection, "edges");
    if (!Array.isArray(edges)) {
      this.#unread("unknownShape");
      return;
    }
    // A feed carries empty lists that nobody opened.
    if (edges.length === 0 && intent === null && !of.comment) return;
    for (const edge of edges) {
      const node = property(edge, "node");
      if (of.comment) this.#nest(node, of.comment);
      const ref = refOf(property(node, "id"));
      if (!of.comment && intent !== null && ref?.kind === "comment") this.#comment(ref).listed = true;
    }
    const more = property(connection, "page_info", "has_next_page");
    if (typeof more !== "boolean") this.#unread("unknownShape");
    const next = text(property(connection, "page_info", "end_cursor"));
    this.lists.push({ ...of, intent, more: typeof more === "boolean" ? more : null, next, group });
  }

  /** An account as an actor object names it; notes what else it says. */
  #account(actor: unknown): Account | null {
    const id = text(property(actor, "id"));
    const at = accountAt(property(actor, "url"));
    return id ? { id, handle: at?.handle ?? null } : at;
  }

  #addProfile(object: JsonObject): void {
    const id = text(property(object, "id"));
    if (!id || !/^\d+$/.test(id)) return;
    const type = property(object, "__typename");
    const mark = property(object, "is_additional_profile_plus");
    const isActor = type === "User" || type === "Page" || typeof mark === "boolean";
    if (!isActor && !isObject(property(object, "delegate_page"))) return;
    const known = this.profiles.get(id) ?? { handle: null, name: null, company: null };
    known.handle ??= accountAt(property(object, "url"))?.handle ?? null;
    known.name ??= text(property(object, "name"));
    if (type === "Page") known.company = true;
    else if (typeof mark === "boolean") known.company = mark;
    else if (text(property(object, "delegate_page", "category_name"))) known.company ??= true;
    this.profiles.set(id, known);
  }
}

/** The account that a text of the site names at its very beginning. */
function mentionAtStart(body: unknown): Account | null {
  const ranges = property(body, "ranges");
  if (!Array.isArray(ranges)) return null;
  for (const range of ranges) {
    const id = text(property(range, "entity", "id"));
    const type = property(range, "entity", "__typename");
    if (id && property(range, "offset") === 0 && (type === "User" || type === "Page")) return { id, handle: null };
  }
  return null;
}

/** `en_XX` → `en`, `pt_BR` → `pt-BR`. */
function language(dialect: unknown): string | null {
  const parts = typeof dialect === "string" ? /^([a-z]{2,3})(?:_([A-Z]{2}))?$/.exec(dialect) : null;
  if (!parts) return null;
  return parts[2] && parts[2] !== "XX" ? `${parts[1]}-${parts[2]}` : parts[1]!;
}
