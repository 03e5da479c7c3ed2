// Everything one answer or one document says about stories, comments and pages, with the fragments of one id merged.
import type { UnreadReason } from "../../domain/observation.ts";
import { isObject, type JsonObject, property, searchInSteps } from "../walk.ts";
import { Accounts } from "./accounts.ts";
import type { Part, Query } from "./carriers.ts";
import { Comments, isNamelessComment } from "./comments.ts";
import { text } from "./fields.ts";
import { refOf, refOfToken } from "./ids.ts";
import { Stories, storyKey } from "./stories.ts";
import { Timelines } from "./timelines.ts";

export class Harvest {
  readonly accounts = new Accounts();
  readonly stories: Stories;
  readonly comments: Comments;
  readonly timelines: Timelines;
  readonly pinned = new Set<string>();
  /** Ids of accounts whose header was shown. */
  readonly headers = new Set<string>();
  readonly queries = new Map<string, Query>();
  /** Queries of which at least one part was met. */
  readonly groups = new Set<string>();
  signedIn: boolean | null = null;
  readonly #unread: (reason: UnreadReason) => void;

  constructor(unread: (reason: UnreadReason) => void) {
    this.#unread = unread;
    this.stories = new Stories(this.accounts, unread);
    this.comments = new Comments(this.accounts, unread);
    this.timelines = new Timelines(this.stories, unread);
  }

  /** Takes up one part of a result, step by step. */
  *addPart({ group, path, data }: Part): Generator<null> {
    // A later piece of a result is nothing without its place, and a result nothing without its data.
    if (path === null || data === undefined) this.#unread("unknownShape");
    this.groups.add(group);
    this.timelines.addPlaced(group, path ?? [], data);
    const { capped } = yield* searchInSteps(data, (object) => {
      this.#visit(object, group);
      return "enter";
    });
    if (capped) this.#unread("tooBig");
  }

  #visit(object: JsonObject, group: string): void {
    const ref = refOf(property(object, "id"));
    const story = storyKey(object, ref);
    if (story) this.stories.add(story, object, ref);
    const comment = ref?.kind === "comment" ? ref : refOfToken(property(object, "legacy_token"));
    if (comment) this.comments.add(comment, object);
    else if (!ref && isNamelessComment(object)) this.#unread("noId");
    if (ref?.kind === "feedback") this.comments.addFeedback(ref, object, group);
    this.accounts.add(object);
    this.timelines.add(object, group);
    this.#addSurroundings(object);
  }

  /** What an object says of the objects in it: which is pinned, passed on, only an inset, or an answer to which. */
  #addSurroundings(object: JsonObject): void {
    const pinned = property(object, "profile_pinned_post");
    if (isObject(pinned)) {
      const key = storyKey(pinned);
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
      for (const node of contextual) this.comments.nest(property(node, "comment"), beside.comment);
    }
  }
}
