// What is known of each thread from how it was last read: which records were seen there, and what is still unread below them.
import type { Dataset, ThreadCoverage } from "../domain/dataset.ts";
import { askedAt, type NetworkId, type PageRecord } from "../domain/record.ts";
import type { FeedWindow } from "./feed-window.ts";
import type { Node, RecordIndex } from "./record-index.ts";

/** X answers a message itself; elsewhere answers hang below the first-level comment, and a mention tells whom they mean. */
export const isFlat = (network: NetworkId): boolean => network !== "x";

/** What somebody wrote, and the answer to it as far as there is one. */
interface Asked {
  readonly messages: readonly Node[];
  readonly answer: Node | null;
}

/** How a thread was opened. */
export interface Opened {
  readonly opened: boolean;
  /** It was opened, in an order that leaves answers out. */
  readonly filtered: boolean;
}

export interface LastReadings {
  /** See `isFlat`. */
  readonly flat: boolean;
  wasSeen(node: Node): boolean;
  /** The records seen on threads that were open. */
  readonly members: readonly Node[];
  /** ms at which all answers below the message were known; null where some are announced that were not read. */
  answersReadAt(message: Node): number | null;
  /**
   * Announced messages (direct ones; on flat networks all below) that were not read on a thread. `below`: how many of
   * them are counted where they hang.
   */
  missing(node: Node, below: number): number;
  openedAs(node: Node): Opened;
  /** ms up to which every answer of the page since the turn began is known from its own list; null where not all is. */
  listedAt(asked: Asked): number | null;
  /** Whether what is known of the turn's answer was not itself found by the answer. */
  settles(asked: Asked): boolean;
  readonly lastAt: number | null;
}

export function lastReadings(dataset: Dataset, index: RecordIndex, listed: FeedWindow | null): LastReadings {
  const { threads } = dataset.coverage;
  const flat = isFlat(dataset.page.network);
  const members: Node[] = [];
  const seen = new Uint8Array(index.nodes.length);
  const opened = new Array<ThreadCoverage | undefined>(index.nodes.length).fill(undefined);
  const see = (node: Node | null): void => {
    if (!node || seen[node.order] === 1) return;
    seen[node.order] = 1;
    members.push(node);
  };
  for (const thread of threads) {
    const focal = index.get(thread.focal);
    see(focal);
    if (focal) opened[focal.order] = thread;
    for (const id of thread.members) see(index.get(id));
  }
  const wasSeen = ({ order }: Node): boolean => seen[order] === 1;
  // Messages seen in passing, on no thread that was read, are nobody's turns: they count as unread, the page's own do not.
  const read = new Uint32Array(index.nodes.length);
  for (let i = index.nodes.length - 1; i >= 0; i--) {
    const { parent, ours } = index.nodes[i]!;
    if (!parent) continue;
    if (flat) read[parent.order]! += read[i]!;
    if (ours || seen[i] === 1) read[parent.order]! += 1;
  }
  const listedAt = ({ messages }: Asked): number | null =>
    listed && reachesBack(listed, messages[0]!.record) ? listed.to : null;
  return {
    flat,
    members,
    wasSeen,
    listedAt,
    settles: (asked) => !asked.answer || flat || wasSeen(asked.answer) || listedAt(asked) !== null,
    lastAt: threads.reduce<number | null>((last, { observedAt }) => Math.max(last ?? observedAt, observedAt), null),
    openedAs: ({ order }) => ({ opened: opened[order] !== undefined, filtered: opened[order]?.filtered ?? false }),
    answersReadAt(message) {
      // The record below which the answers to this one hang.
      let holder = message;
      while (flat && holder.record.kind === "reply" && holder.parent) holder = holder.parent;
      const { announced } = holder;
      const loaded = flat ? holder.below : holder.direct;
      if (announced >= 0 && loaded >= announced) return message.record.observedAt;
      const thread = opened[holder.order];
      return thread?.complete ? thread.observedAt : null;
    },
    missing(node, below) {
      const { announced } = node;
      if (announced <= 0) return 0;
      const unread = Math.max(0, announced - read[node.order]! - below);
      const thread = opened[node.order];
      if (!thread?.complete) return unread;
      // Where all first-level answers were shown, what lies below those is counted there. What was announced since is not read.
      if (node.record.observedAt <= thread.observedAt) return 0;
      return Math.min(unread, Math.max(0, announced - (thread.announced ?? 0)));
    },
  };
}

/** Whether a stretch of the page's answers holds every answer to a record. */
export const reachesBack = ({ from, to, top, end }: FeedWindow, record: PageRecord): boolean =>
  top && (end || askedAt(record).from >= from) && askedAt(record).from <= to;
