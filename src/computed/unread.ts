// What is announced below the page's posts but was not read: where, how much, and how many people it may hold.
import type { PageRecord } from "../domain/record.ts";
import type { Node, RecordIndex } from "./record-index.ts";
import { isFlat, type LastReadings, type Opened } from "./thread-readings.ts";

/** A place that announces messages which are not loaded. */
export interface UnreadPlace extends Opened {
  /** The post whose thread was never opened, or the message below which answers were not loaded. */
  readonly record: PageRecord;
  readonly thread: number;
  /** Announced messages that are not loaded. */
  readonly messages: number;
  /** Turns that are unknown until they are. */
  readonly turns: number;
}

export interface Unread {
  /** Where messages are announced but not loaded, in the window of the turns (everywhere while none was read); newest first. */
  readonly unread: readonly UnreadPlace[];
  /** Possible turns that are not known: announced but unread messages, and turns of state `unknown`. */
  readonly possible: number;
  /** The newest own post before the window with unread messages: what to open to know of more people. */
  readonly beyond: UnreadPlace | null;
  /** Announced messages that are not loaded, by id of the own post below which they stand, whenever it was written. */
  readonly missingBelow: ReadonlyMap<string, number>;
  /**
   * Own posts of the window, newest first, that do not say how many messages they have, and were not read whole. House:
   * each may have as many as the one of the window that announces most, and one at least.
   */
  readonly uncounted: {
    readonly posts: readonly PageRecord[];
    readonly threads: readonly number[];
    readonly each: number;
  };
  /** Messages announced below own posts of the window, and how many of those were read. */
  readonly announced: number;
  readonly announcedRead: number;
  /** From the oldest thread that was read to the last reading of one; null where none was. */
  readonly window: { readonly from: number; readonly to: number } | null;
}

const isOwnPost = ({ record, ours, to }: Node): boolean => ours && record.kind !== "repost" && to?.role !== "other";

/** Where messages are announced that were not read, below own posts no older than the oldest thread that was read. */
export function unreadPlaces(
  index: RecordIndex,
  reading: LastReadings,
  drafts: readonly { readonly messages: readonly Node[] }[],
  turns: readonly { readonly state: string }[],
): Unread {
  let from = Number.POSITIVE_INFINITY;
  const asked = new Uint8Array(index.nodes.length);
  const unknownAt = new Uint32Array(index.nodes.length);
  let apart = 0;
  drafts.forEach(({ messages }, i) => {
    from = Math.min(from, messages[0]!.record.created.from);
    for (const { order } of messages) asked[order] = 1;
    if (turns[i]!.state !== "unknown") return;
    const unread =
      messages.find((message) => reading.answersReadAt(message) === null) ??
      (isFlat(messages[0]!.record.network) ? undefined : messages[0]!);
    // Nothing is left to read where the page wrote to the person apart, or nobody knows who did: that stays unknown.
    if (unread) unknownAt[unread.order]! += 1;
    else apart += 1;
  });
  const ownPosts = new Uint8Array(index.nodes.length);
  for (const node of index.nodes) if (node.root === node && isOwnPost(node)) ownPosts[node.order] = 1;
  // What answers nothing was written at the earliest when it was written.
  for (const { root } of reading.members) {
    if (root.earliest < from && ownPosts[root.order] === 1) from = root.earliest;
  }

  const unread: UnreadPlace[] = [];
  let beyond: UnreadPlace | null = null;
  let [possible, announced, announcedRead] = [apart, 0, 0];
  const uncounted = { posts: [] as PageRecord[], threads: [] as number[], each: 1 };
  // On flat networks a post announces all that is below it, also what its comments announce again.
  const within = new Uint32Array(index.nodes.length);
  const missingBelow = new Map<string, number>();
  const { flat } = reading;
  for (let i = index.nodes.length - 1; i >= 0; i--) {
    const node = index.nodes[i]!;
    const { root, order } = node;
    const own = ownPosts[root.order] === 1;
    if (!own && !(reading.wasSeen(node) && (node.ours || asked[order]))) continue;
    const below = node === root ? within[order]! : 0;
    const messages = reading.missing(node, below);
    const here = unknownAt[order]!;
    const outside = own && root.earliest < from && from < Number.POSITIVE_INFINITY;
    if (messages > 0) {
      if (own) missingBelow.set(root.record.id, (missingBelow.get(root.record.id) ?? 0) + messages);
      if (flat && node !== root) within[root.order]! += messages;
    }
    if (messages + here > 0 && !(outside && (node !== root || beyond))) {
      const place = { record: node.record, thread: node.thread, ...reading.openedAs(node), messages, turns: here };
      if (outside) beyond = place;
      else unread.push(place);
    }
    if (outside) continue;
    possible += messages + here;
    // What a visitor wrote on the page's wall is no post of the page, and tells nothing of how many write below one.
    if (own && node === root && flat) {
      if (node.announced > uncounted.each) uncounted.each = node.announced;
      if (node.announced < 0 && node.record.kind === "post" && reading.answersReadAt(node) === null) {
        uncounted.posts.push(node.record);
        uncounted.threads.push(node.thread);
      }
    }
    if (node === root || !flat) {
      const comments = Math.max(0, node.announced);
      announced += comments;
      announcedRead += Math.max(0, comments - messages - below);
    }
  }
  const window = reading.lastAt === null || from > reading.lastAt ? null : { from, to: reading.lastAt };
  return { unread, possible, beyond, missingBelow, uncounted, announced, announcedRead, window };
}
