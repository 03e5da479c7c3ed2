// Facebook's comments and replies: fragments merged by id, the lists they stand in, and how many are announced.
import type { Account, UnreadReason } from "../../domain/observation.ts";
import type { Announced } from "../../domain/record.ts";
import { isObject, type JsonObject, property } from "../walk.ts";
import type { Accounts } from "./accounts.ts";
import { permalink } from "./address.ts";
import { count, seconds, text } from "./fields.ts";
import { commentIn, type Ref, refOf } from "./ids.ts";

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

/** Fields that only a comment itself has, not a reference to one. */
const COMMENT_MARKS = ["legacy_fbid", "legacy_token", "body", "preferred_body", "depth", "comment_direct_parent"];
/** A comment by its fields, whose id says nothing. */
export const isNamelessComment = (object: JsonObject): boolean =>
  COMMENT_MARKS.filter((name) => Object.hasOwn(object, name)).length >= 2 &&
  (Object.hasOwn(object, "author") || Object.hasOwn(object, "created_time"));

export class Comments {
  readonly byId = new Map<string, Comment>();
  readonly lists: CommentList[] = [];
  /** Counts below a post or a comment, by its id (of a post: that of its thread). */
  readonly announced = new Map<string, Announced>();
  readonly #nested = new WeakMap<object, string>();
  readonly #accounts: Accounts;
  readonly #unread: (reason: UnreadReason) => void;

  constructor(accounts: Accounts, unread: (reason: UnreadReason) => void) {
    this.#accounts = accounts;
    this.#unread = unread;
  }

  /** Notes that the comment `child`, not yet taken up, stands below the one with the id `parent`. */
  nest(child: unknown, parent: string): void {
    if (isObject(child)) this.#nested.set(child, parent);
  }

  #comment({ post, comment }: Extract<Ref, { kind: "comment" }>): Comment {
    const known = this.byId.get(comment);
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
    this.byId.set(comment, made);
    return made;
  }

  /** Takes up one fragment of a comment. */
  add(ref: Extract<Ref, { kind: "comment" }>, object: JsonObject): void {
    const comment = this.#comment(ref);
    const marks = COMMENT_MARKS.filter((name) => Object.hasOwn(object, name)).length;
    if (marks > 0 || Object.hasOwn(object, "created_time")) comment.full = true;
    if (marks >= 3) comment.whole = true;
    if (Object.hasOwn(object, "body") || Object.hasOwn(object, "preferred_body")) comment.worded = true;
    comment.seconds ??= seconds(property(object, "created_time"));
    comment.author ??=
      this.#accounts.named(property(object, "author")) ?? this.#accounts.named(property(object, "user"));
    const body = property(object, "preferred_body") ?? property(object, "body");
    comment.text ??= text(property(body, "text")) ?? text(property(object, "body", "text"));
    comment.mention ??= mentionAtStart(property(object, "body")) ?? mentionAtStart(body);
    comment.lang ??= language(property(object, "translatability_for_viewer", "source_dialect"));
    const link = property(object, "url") ?? property(object, "feedback", "url");
    comment.url ??= permalink(link);
    comment.depth ??= count(property(object, "depth"));
    comment.owner ??= this.#accounts.named(property(object, "parent_feedback", "owning_profile"));
    if (Object.hasOwn(object, "comment_direct_parent")) {
      const direct = property(object, "comment_direct_parent");
      const parent = refOf(property(direct, "id"));
      if (parent?.kind === "comment") {
        comment.parent = parent.comment;
        comment.parentAuthor ??= this.#accounts.named(property(direct, "author"));
      } else if (direct === null) comment.parent ??= null;
    }
    const linked = commentIn(link);
    if (linked?.comment === comment.id) comment.nestedIn ??= linked.parent;
    comment.nestedIn ??= this.#nested.get(object) ?? null;
    const preview = property(object, "inline_replies_expander_renderer", "interesting_reply");
    this.nest(preview, comment.id);
  }

  /** Takes up what an object says of what stands below a post or a comment. */
  addFeedback({ post, comment }: Extract<Ref, { kind: "feedback" }>, object: JsonObject, group: string): void {
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
      if (of.comment) this.nest(node, of.comment);
      const ref = refOf(property(node, "id"));
      if (!of.comment && intent !== null && ref?.kind === "comment") this.#comment(ref).listed = true;
    }
    const more = property(connection, "page_info", "has_next_page");
    if (typeof more !== "boolean") this.#unread("unknownShape");
    const next = text(property(connection, "page_info", "end_cursor"));
    this.lists.push({ ...of, intent, more: typeof more === "boolean" ? more : null, next, group });
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
