// Facebook's timelines: which stories a page's list holds, and how it goes on, in one piece or in many.
import type { UnreadReason } from "../../domain/observation.ts";
import { isObject, type JsonObject, property } from "../walk.ts";
import { text } from "./fields.ts";
import { type Stories, storyKey } from "./stories.ts";

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

const NAMES = ["timeline_list_feed_units", "timeline_manage_feed_units"] as const;

export class Timelines {
  readonly byGroup = new Map<string, Timeline>();
  readonly #stories: Stories;
  readonly #unread: (reason: UnreadReason) => void;

  constructor(stories: Stories, unread: (reason: UnreadReason) => void) {
    this.#stories = stories;
    this.#unread = unread;
  }

  /** Takes up a later piece of a result that belongs in a timeline, by its place. */
  addPlaced(group: string, path: readonly unknown[], data: unknown): void {
    const at = path.findIndex((step) => (NAMES as readonly unknown[]).includes(step));
    if (at !== -1) {
      const timeline = this.#timeline(group);
      if (path[at + 1] === "edges" && path.length === at + 3) this.#addUnit(timeline, property(data, "node"));
      if (path.length === at + 1) this.#addPaging(timeline, property(data, "page_info"));
    }
  }

  /** Takes up the timelines that an object has. */
  add(owner: JsonObject, group: string): void {
    for (const name of NAMES) {
      if (Object.hasOwn(owner, name)) this.#addConnection(owner, property(owner, name), group);
    }
  }

  #addConnection(owner: JsonObject, connection: unknown, group: string): void {
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

  #timeline(group: string): Timeline {
    const known = this.byGroup.get(group);
    if (known) return known;
    const timeline: Timeline = { owner: null, units: new Set(), next: null, end: null, pinTold: false };
    this.byGroup.set(group, timeline);
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
    const key = storyKey(node);
    if (key) {
      timeline.units.add(key);
      this.#stories.get(key).unit = true;
    } else if (type === "Story" || typeof type !== "string") this.#unread("noId");
  }
}
