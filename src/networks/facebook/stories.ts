// Facebook's posts, which it calls stories: the fragments of one merged, whatever id each bears.
import type { Account, UnreadReason } from "../../domain/observation.ts";
import { isObject, type JsonObject, property } from "../walk.ts";
import type { Accounts } from "./accounts.ts";
import { permalink } from "./address.ts";
import { seconds, text } from "./fields.ts";
import { type Ref, refOf } from "./ids.ts";

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

/** Under which name an object's story is kept; null where it is none. `ref`: what its id names. */
export function storyKey(node: JsonObject, ref: Ref | null = refOf(property(node, "id"))): string | null {
  // One post can have several story ids; most of them say which post it is.
  if (ref?.kind === "story") return ref.post ? `post:${ref.post}` : (property(node, "id") as string);
  const post = text(property(node, "post_id"));
  return post && (isObject(property(node, "comet_sections")) || Array.isArray(property(node, "actors")))
    ? `post:${post}`
    : null;
}

export class Stories {
  readonly byKey = new Map<string, Story>();
  readonly #accounts: Accounts;
  readonly #unread: (reason: UnreadReason) => void;

  constructor(accounts: Accounts, unread: (reason: UnreadReason) => void) {
    this.#accounts = accounts;
    this.#unread = unread;
  }

  /** The story of this name, known so far or not. */
  get(key: string): Story {
    const known = this.byKey.get(key);
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
    this.byKey.set(key, story);
    return story;
  }

  /** Takes up one fragment. `ref`: what its id names. */
  add(key: string, object: JsonObject, ref: Ref | null): void {
    const story = this.get(key);
    story.post = text(property(object, "post_id")) ?? story.post;
    if (ref?.kind === "story") story.post ??= ref.post;
    const feedback = refOf(property(object, "feedback", "id"));
    if (feedback?.kind === "feedback") story.feedback ??= feedback.post;
    story.seconds ??= seconds(property(object, "creation_time"));
    story.author ??= this.#accounts.named(property(object, "actors", 0));
    story.author ??= this.#accounts.named(property(object, "feedback", "owning_profile"));
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
    for (const [name, inner] of Object.entries(object)) {
      const other = isObject(inner) ? storyKey(inner) : null;
      if (!other || other === key) continue;
      if (name === "attached_story") story.attached = other;
      // Another story drawn within a story, under a name not known here; without parts to draw it is only named.
      else if (Object.hasOwn(inner as object, "comet_sections")) this.#unread("unknownShape");
    }
  }
}
