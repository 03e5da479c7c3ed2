// X's timeline answers: the posts in them, found by shape, with what the list itself says of each.
import type { UnreadCount } from "../network.ts";
import { isObject, type JsonObject, property, search } from "../walk.ts";

/** One post as the list holds it. */
export interface Item {
  /** `tweet_results.result`, not yet read. */
  readonly result: unknown;
  readonly pinned: boolean;
  readonly promoted: boolean;
  /** Shown only so that a later post of the same entry can be understood; null where the answer does not say. */
  readonly context: boolean | null;
}

/** Posts that stand together: one, or a piece of a conversation, oldest first. `single` = not a module. */
export interface Entry {
  /** By which the list is ordered, largest first; null where the entry does not say. */
  readonly sort: bigint | null;
  readonly single: boolean;
  readonly items: readonly Item[];
}

export interface Timeline {
  readonly entries: readonly Entry[];
  /** Where the next page begins, null where the site names no next page. */
  readonly next: string | null;
  /** The site said that nothing follows. */
  readonly ended: boolean;
  /** More answers of a thread are behind a "show more" at its end. */
  readonly more: boolean;
  /** Which list the site says it is ("profileReplies"), null where it does not. */
  readonly page: string | null;
}

/** Blocks that X mixes in and that are not part of the list: people to follow, related posts. */
const UNRELATED =
  /^(?:who-to-follow|similar-to|tweetdetailrelatedtweets|relatedtweets|module)-|YouMightAlsoLike|RelatedTweet/i;

const textAt = (object: unknown, ...keys: readonly string[]): string => {
  for (const key of keys) {
    const value = property(object, key);
    if (typeof value === "string") return value;
  }
  return "";
};
const listAt = (object: unknown, ...keys: readonly string[]): readonly unknown[] => {
  for (const key of keys) {
    const value = property(object, key);
    if (Array.isArray(value)) return value;
  }
  return [];
};
const entryId = (object: unknown): string => textAt(object, "entryId", "entry_id");

/** Objects that carry a post: `itemContent`, or whatever it is called. */
const carriers = (unit: unknown): JsonObject[] =>
  search(unit, (object) => (Object.hasOwn(object, "tweet_results") ? "take" : "enter")).objects;

const isPin = (carrier: JsonObject): boolean => property(carrier, "socialContext", "contextType") === "Pin";

const isPromoted = (carrier: JsonObject, id: string): boolean =>
  isObject(property(carrier, "promotedMetadata")) || /(?:^|-)promoted-/.test(id);

const isUnrelated = (unit: unknown): boolean =>
  UNRELATED.test(entryId(unit)) ||
  property(unit, "item", "clientEventInfo", "details", "conversationDetails", "conversationSection") === "RelatedTweet";

function itemsOf(unit: unknown, pinned: boolean, unread: UnreadCount): Item[] {
  const found = carriers(unit);
  const id = entryId(unit);
  if (found.length === 0) {
    if (
      /(?:^|-)tombstone-/.test(id) ||
      search(unit, (object) => (Object.hasOwn(object, "tombstoneInfo") ? "take" : "enter")).objects.length > 0
    ) {
      unread.add("unavailable");
    } else if (/(?:^|-)tweet-\d+/.test(id)) {
      unread.add("unknownShape");
    }
  }
  const dispensable = property(unit, "dispensable");
  return found.map((carrier) => ({
    result: property(carrier, "tweet_results", "result"),
    pinned: pinned || isPin(carrier),
    promoted: isPromoted(carrier, id),
    context: typeof dispensable === "boolean" ? dispensable : null,
  }));
}

function sortOf(entry: unknown): bigint | null {
  const sort = textAt(entry, "sortIndex", "sort_index");
  return /^\d{1,20}$/.test(sort) ? BigInt(sort) : null;
}

/** Entries in the order in which the site shows them, which need not be that of the answer. */
const shown = (entries: readonly Entry[]): readonly Entry[] =>
  entries.some(({ sort }) => sort === null)
    ? entries
    : [...entries].sort((a, b) => (a.sort! > b.sort! ? -1 : a.sort! < b.sort! ? 1 : 0));

function entryOf(entry: unknown, pinned: boolean, unread: UnreadCount): Entry | null {
  const content = property(entry, "content");
  const units = listAt(content, "items");
  const items = (units.length > 0 ? units.filter((unit) => !isUnrelated(unit)) : [entry]).flatMap((unit) =>
    itemsOf(unit, pinned, unread),
  );
  return items.length === 0 ? null : { sort: sortOf(entry), single: units.length === 0, items };
}

/** The cursor an entry holds, null where it holds none. */
function cursorOf(entry: unknown): { readonly type: string; readonly value: string } | null {
  const content = property(entry, "content");
  for (const holder of [content, property(content, "itemContent"), property(content, "content")]) {
    const type = textAt(holder, "cursorType", "cursor_type");
    const value = textAt(holder, "value");
    if (type && value) return { type, value };
  }
  return null;
}

/**
 * The timeline in an answer; null where there is none. What looks like a post but cannot be found in its place is
 * counted in `unread`.
 */
export function timelineOf(payload: unknown, unread: UnreadCount): Timeline | null {
  const { objects: holders, capped } = search(payload, (object) =>
    Array.isArray(property(object, "instructions")) ? "take" : "enter",
  );
  if (capped) unread.add("tooBig");
  if (holders.length === 0) return null;
  const entries: Entry[] = [];
  const cursors = new Map<string, string>();
  let ended = false;
  let others = 0;
  const take = (entry: unknown, pinned: boolean): void => {
    const cursor = cursorOf(entry);
    if (cursor) {
      cursors.set(cursor.type, cursor.value);
      return;
    }
    if (isUnrelated(entry)) return;
    others++;
    const read = entryOf(entry, pinned, unread);
    if (read) entries.push(read);
  };
  for (const instruction of holders.flatMap((holder) => listAt(holder, "instructions"))) {
    const type = textAt(instruction, "type", "__typename");
    const single = property(instruction, "entry");
    if (isObject(single)) take(single, type === "TimelinePinEntry");
    for (const entry of listAt(instruction, "entries")) take(entry, false);
    const added = listAt(instruction, "moduleItems", "module_items");
    if (added.length > 0) take({ entryId: textAt(instruction, "moduleEntryId"), content: { items: added } }, false);
    if (type === "TimelineTerminateTimeline" && /bottom/i.test(textAt(instruction, "direction"))) ended = true;
  }
  const page = holders
    .map((holder) => property(holder, "metadata", "scribeConfig", "page"))
    .find((name) => typeof name === "string");
  return {
    entries: shown(entries),
    next: cursors.get("Bottom") ?? null,
    // The last page of a feed holds nothing but its cursors.
    ended: ended || (others === 0 && cursors.size > 0),
    more: [...cursors.keys()].some((type) => /^ShowMoreThreads/.test(type)),
    page: typeof page === "string" ? page : null,
  };
}
