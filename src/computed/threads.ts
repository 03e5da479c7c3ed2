// Conversations: people's turns on threads that were read, and answers known only because the page gave them.
import { type Dataset, isCounted, type ThreadCoverage } from "../domain/dataset.ts";
import type { Moment } from "../domain/moment.ts";
import { createdFromId } from "../domain/moment-from-id.ts";
import { askedAt, type NetworkId, type PageRecord } from "../domain/record.ts";
import type { FeedWindow } from "./feed-window.ts";
import { obtain } from "./group.ts";
import { isOurs, type Node, type RecordIndex } from "./record-index.ts";

/** ms; both ends are equal where both times are exact. */
export interface Span {
  readonly shortest: number;
  readonly longest: number;
}

/**
 * What one person wrote to the page in one thread before it answered. `waiting` only where the answers below all its
 * messages were read or the site announces none; else `unknown`.
 */
export interface Turn {
  readonly state: "answered" | "waiting" | "unknown";
  /** Key of the person. */
  readonly person: string;
  /** Number of the thread it belongs to: turns of one thread are not independent. */
  readonly thread: number;
  /** In order of time; the latency runs from the first. */
  readonly messages: readonly PageRecord[];
  /** First answer by the page or a sister account. */
  readonly answer: PageRecord | null;
  /** When the person began to wait, as narrowly as is known: never before what the first message answers. */
  readonly asked: Moment;
  /** Until the answer, or until the thread was last read (censored). */
  readonly waited: Span;
  /** Another person answered before the page did. */
  readonly byCommunity: boolean;
}

/** An answer to somebody whose message was not seen on a thread that was read: selected by having been given. */
export interface GivenAnswer {
  readonly answer: PageRecord;
  /** Id of the message it answers, which need not be loaded. */
  readonly asked: string;
  readonly askedAt: Moment;
  readonly waited: Span;
  readonly thread: number;
}

/** A place that announces messages which are not loaded. */
export interface UnreadPlace {
  /** The post whose thread was never opened, or the message below which answers were not loaded. */
  readonly record: PageRecord;
  readonly thread: number;
  readonly opened: boolean;
  /** It was opened, in an order that leaves answers out. */
  readonly filtered: boolean;
  /** Announced messages that are not loaded. */
  readonly messages: number;
  /** Turns that are unknown until they are. */
  readonly turns: number;
}

export interface Conversations {
  /** Population A: turns seen on threads that were read, in order of time. Never pooled with B. */
  readonly turns: readonly Turn[];
  /** Population B, in order of time. */
  readonly given: readonly GivenAnswer[];
  /**
   * On Facebook: the page's comments of their own that begin with a person's name, in order of time. Whether they answer
   * what that person wrote is likely but not said: such a turn is `unknown`.
   */
  readonly apart: readonly PageRecord[];
  /** Answers to others for which the time of the message is not known. */
  readonly withoutParent: readonly PageRecord[];
  /** Whether a record was seen on a thread that was open. */
  wasSeen(node: Node): boolean;
  /** ms at which all answers below a record were known; null where some may not have been read. */
  answersReadAt(node: Node): number | null;
  /** Where messages are announced but not loaded, in the window of the turns (everywhere while none was read); newest first. */
  readonly unread: readonly UnreadPlace[];
  /** By thread: messages that were read without their author; each may be the turn of somebody. */
  readonly unnamed: ReadonlyMap<number, number>;
  /** Possible turns that are not known: announced but unread messages, `unnamed` ones, and turns of state `unknown`. */
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

interface Draft {
  /** Numbers, see `Node`. */
  readonly person: number;
  readonly thread: number;
  readonly messages: Node[];
  answer: Node | null;
  byCommunity: boolean;
  /** Perhaps answered: by a comment of the page's own that begins with the person's name, or by nobody knows whom. */
  apart: boolean;
  /** One of its messages was seen on a thread that was open. */
  seen: boolean;
}

/** One person in one thread. */
interface Seat {
  open: Draft | null;
  latest: Node | null;
}

const newSeat = (): Seat => ({ open: null, latest: null });

/** X answers a message itself; elsewhere answers hang below the first-level comment, and a mention tells whom they mean. */
export const isFlat = (network: NetworkId): boolean => network !== "x";

/**
 * Works out turns and answers (methods.md §3). A message counts as addressed to the page where it answers the page or a
 * sister account, follows up such a message of its own author, or stands in a thread of the page's without a known
 * addressee; what people say to each other does not, and is what "answered by the community" rests on. Whether a
 * message counts never depends on whether it was answered. A promoted post of another account never does.
 *
 * Where answers are listed apart from what they answer (X), an answer met only in that list would count those who were
 * answered and leave out those who were not. It settles a turn only where `listed`, the stretch of the page's answers
 * read up to its top, reaches back to the message: then whoever has no answer in it has none. `listed` must be null
 * where other accounts answer for the page too.
 */
export function conversations(dataset: Dataset, index: RecordIndex, listed: FeedWindow | null = null): Conversations {
  const reading = lastReadings(dataset, index, listed);
  const drafts: Draft[] = [];
  const apart: PageRecord[] = [];
  const turnOf = new Array<Draft | undefined>(index.nodes.length).fill(undefined);
  const answers: { readonly node: Node; readonly asked: Node | null; readonly turn: Draft | null }[] = [];
  const unnamed = new Map<number, number>();
  // One map over pairs of numbers: a map for each thread would take far more room and time than what it holds.
  const seats = new Map<number, Seat>();
  const seatNumber = (thread: number, person: number): number => thread * index.people + person;
  const seatOf = (thread: number, person: number): Seat => obtain(seats, seatNumber(thread, person), newSeat);

  /** It answers us, or stands in a thread of ours without a known addressee. */
  const isToUs = ({ record, root, to }: Node): boolean => {
    if (to) return isOurs(to);
    const named = record.thread === root.record.id ? null : index.get(record.thread);
    return record.replyTo !== null && (named ?? root).ours;
  };
  // Who is named but wrote nothing there is not who is answered: then it is who wrote what the answer hangs below. Where
  // not all was read there, that person's message may be what is missing.
  const meant = ({ record, parent, thread, toPerson }: Node): number =>
    isFlat(record.network) &&
    parent?.record.author.role === "other" &&
    !seats.has(seatNumber(thread, toPerson)) &&
    reading.answersReadAt(parent) !== null
      ? parent.person
      : toPerson;

  const flat = isFlat(dataset.page.network);
  for (const node of index.nodes) {
    const { record, parent, thread, to, person } = node;
    if (record.kind === "repost") continue;
    if (node.ours) {
      if (to?.role !== "other") continue;
      const seat = seatOf(thread, meant(node));
      if (record.network === "facebook" && record.kind === "comment") {
        apart.push(record);
        if (seat.open) seat.open.apart = true;
        continue;
      }
      const asked = (flat ? seat.latest : null) ?? parent;
      // Where what it answers is not loaded, it answers what that person wrote in the thread before.
      const draft = flat || !asked ? seat.open : turnOf[asked.order];
      if (draft && !draft.answer) {
        draft.answer = node;
        seat.open = null;
      }
      answers.push({ node, asked, turn: (asked && turnOf[asked.order]) ?? draft ?? null });
    } else if (record.author.role === "other") {
      const seat = seatOf(thread, person);
      seat.latest = node;
      const asked = parent && turnOf[parent.order];
      if (asked && asked.person !== person && !asked.answer) asked.byCommunity = true;
      if (!isToUs(node) && !(node.toPerson === person && asked?.person === person)) continue;
      if (seat.open) seat.open.messages.push(node);
      else {
        seat.open = {
          person,
          thread,
          messages: [node],
          answer: null,
          byCommunity: false,
          apart: false,
          seen: false,
        };
        drafts.push(seat.open);
      }
      turnOf[node.order] = seat.open;
    } else {
      // Nobody knows who wrote it: perhaps the page an answer, perhaps somebody who waits for one.
      const asked = parent && turnOf[parent.order];
      if (asked) asked.apart = true;
      else if (reading.wasSeen(node) && isCounted(dataset, record) && isToUs(node)) {
        unnamed.set(thread, (unnamed.get(thread) ?? 0) + 1);
      }
    }
  }

  for (const draft of drafts) draft.seen = draft.messages.some(reading.wasSeen);
  const given: GivenAnswer[] = [];
  const withoutParent: PageRecord[] = [];
  const answered = new Set<string>();
  for (const { node, asked, turn } of answers) {
    const answer = node.record;
    if (!isCounted(dataset, answer)) continue;
    const id = asked?.record.id ?? answer.replyTo;
    if (turn?.seen && reading.settles(turn)) continue;
    const moment = (asked && askedAt(asked.record)) ?? (id === null ? null : createdFromId(answer.network, id));
    if (id === null || moment === null) withoutParent.push(answer);
    else if (!answered.has(id)) {
      answered.add(id);
      const waited = between(moment, answer.created);
      // What is shown of a thread that was not read is an answer, not surely the first.
      const first = !isFlat(answer.network) || (asked !== null && reading.answersReadAt(asked) !== null);
      given.push({
        answer,
        asked: id,
        askedAt: moment,
        waited: first ? waited : { shortest: 0, longest: waited.longest },
        thread: node.thread,
      });
    }
  }
  const counted = drafts.filter(({ seen, messages }) => seen && isCounted(dataset, messages[0]!.record));
  const turns = counted.map((draft) => toTurn(draft, reading));
  const { wasSeen, answersReadAt } = reading;
  const places = unreadPlaces(index, reading, counted, turns);
  const possible = [...unnamed.values()].reduce((sum, messages) => sum + messages, places.possible);
  return { turns, given, apart, withoutParent, wasSeen, answersReadAt, unnamed, ...places, possible };
}

/** From the first moment to the second; never negative, however coarse they are. */
function between(from: Moment, to: Moment): Span {
  const longest = Math.max(0, to.to - 1 - from.from);
  return { shortest: Math.min(longest, Math.max(0, to.from - (from.to - 1))), longest };
}

function toTurn(draft: Draft, reading: LastReadings): Turn {
  const { thread, messages, byCommunity, apart } = draft;
  const settled = reading.settles(draft);
  const answer = settled && draft.answer ? draft.answer.record : null;
  const first = messages[0]!;
  const written = askedAt(first.record);
  const asked = first.record.firstVersion
    ? written
    : { from: Math.min(first.earliest, written.to - 1), to: written.to };
  let readAt: number | null = Number.POSITIVE_INFINITY;
  let seenAt = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const at: number | null = readAt === null ? null : reading.answersReadAt(message);
    readAt = readAt === null || at === null ? null : Math.min(readAt, at);
    seenAt = Math.min(seenAt, message.record.observedAt);
  }
  if (!settled) readAt = null;
  readAt ??= answer ? null : reading.listedAt(draft);
  const until = readAt ?? seenAt;
  let waited = between(asked, answer ? answer.created : { from: until, to: until + 1 });
  // A preview shows an answer, not surely the first: then the latency is an upper bound.
  if (answer && readAt === null && isFlat(answer.network)) waited = { shortest: 0, longest: waited.longest };
  return {
    state: answer ? "answered" : readAt === null || apart ? "unknown" : "waiting",
    person: first.record.author.key,
    thread,
    messages: messages.map(({ record }) => record),
    answer,
    asked,
    waited,
    byCommunity,
  };
}

interface LastReadings {
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
  openedAs(node: Node): Pick<UnreadPlace, "opened" | "filtered">;
  /** ms up to which every answer of the page since the turn began is known from its own list; null where not all is. */
  listedAt(draft: Draft): number | null;
  /** Whether what is known of the turn's answer was not itself found by the answer. */
  settles(draft: Draft): boolean;
  readonly lastAt: number | null;
}

function lastReadings(dataset: Dataset, index: RecordIndex, listed: FeedWindow | null): LastReadings {
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
  const listedAt = ({ messages }: Draft): number | null =>
    listed && reachesBack(listed, messages[0]!.record) ? listed.to : null;
  return {
    flat,
    members,
    wasSeen,
    listedAt,
    settles: (draft) => !draft.answer || flat || wasSeen(draft.answer) || listedAt(draft) !== null,
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

const isOwnPost = ({ record, ours, to }: Node): boolean => ours && record.kind !== "repost" && to?.role !== "other";

/** Where messages are announced that were not read, below own posts no older than the oldest thread that was read. */
function unreadPlaces(
  index: RecordIndex,
  reading: LastReadings,
  drafts: readonly Draft[],
  turns: readonly Turn[],
): Omit<Conversations, "turns" | "given" | "apart" | "withoutParent" | "wasSeen" | "answersReadAt" | "unnamed"> {
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
    if (node === root && flat) {
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
