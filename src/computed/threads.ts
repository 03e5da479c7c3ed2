// Conversations: people's turns on threads that were read, and answers known only because the page gave them.
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { Moment } from "../domain/moment.ts";
import { createdFromId } from "../domain/moment-from-id.ts";
import { askedAt, type NetworkId, type PageRecord } from "../domain/record.ts";
import { isOurs, type RecordIndex } from "./record-index.ts";

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
  /** Name of the thread it belongs to: turns of one thread are not independent. */
  readonly thread: string;
  /** In order of time; the latency runs from the first. */
  readonly messages: readonly PageRecord[];
  /** First answer by the page or a sister account. */
  readonly answer: PageRecord | null;
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
  readonly waited: Span;
  readonly thread: string;
}

/** A place that announces messages which are not loaded. */
export interface UnreadPlace {
  /** The post whose thread was never opened, or the message below which answers were not loaded. */
  readonly record: PageRecord;
  readonly opened: boolean;
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
  /** Answers to others for which the time of the message is not known. */
  readonly withoutParent: readonly PageRecord[];
  /** Where messages are announced but not loaded, in the window of the turns (everywhere while none was read); newest first. */
  readonly unread: readonly UnreadPlace[];
  /** Possible turns that are not known: all announced but unread messages, and turns of state `unknown`. */
  readonly possible: number;
  /** The newest own post before the window with unread messages: what to open to know of more people. */
  readonly beyond: UnreadPlace | null;
  /** Announced messages that are not loaded, by id of the own post below which they stand, whenever it was written. */
  readonly missingBelow: ReadonlyMap<string, number>;
  /** Messages announced below own posts of the window, and how many of those were read. */
  readonly announced: number;
  readonly announcedRead: number;
  /** From the oldest thread that was read to the last reading of one; null where none was. */
  readonly window: { readonly from: number; readonly to: number } | null;
}

interface Draft {
  readonly person: string;
  readonly thread: string;
  readonly messages: PageRecord[];
  answer: PageRecord | null;
  byCommunity: boolean;
}

/** X answers a message itself; elsewhere answers hang below the first-level comment, and a mention tells whom they mean. */
const isFlat = (network: NetworkId): boolean => network !== "x";

/**
 * Works out turns and answers (methods.md §3). A message counts as addressed to the page where it answers the page or a
 * sister account, follows up such a message of its own author, or stands in a thread of the page's without a known
 * addressee; what people say to each other does not, and is what "answered by the community" rests on. Whether a
 * message counts never depends on whether it was answered. A promoted post of another account never does.
 */
export function conversations(dataset: Dataset, index: RecordIndex): Conversations {
  const reading = lastReadings(dataset, index);
  const drafts: Draft[] = [];
  const open = new Map<string, Draft>();
  const latest = new Map<string, PageRecord>();
  const turnOf = new Map<string, Draft>();
  const answers: { readonly answer: PageRecord; readonly asked: PageRecord | null }[] = [];

  for (const record of index.ordered) {
    if (record.kind === "repost") continue;
    const parent = index.parent(record);
    const to = index.addressee(record);
    const thread = index.thread(record);
    if (isOurs(record.author)) {
      if (to?.role !== "other") continue;
      const place = `${thread} ${to.key}`;
      const asked = (isFlat(record.network) ? latest.get(place) : null) ?? parent;
      const draft = isFlat(record.network) ? open.get(place) : asked && turnOf.get(asked.id);
      if (draft && !draft.answer) {
        draft.answer = record;
        open.delete(place);
      }
      answers.push({ answer: record, asked });
    } else if (record.author.role === "other") {
      const place = `${thread} ${record.author.key}`;
      latest.set(place, record);
      const asked = parent && turnOf.get(parent.id);
      if (asked && asked.person !== record.author.key && !asked.answer) asked.byCommunity = true;
      const root = index.get(record.thread) ?? index.root(record);
      const addressed = to
        ? isOurs(to) || (to.key === record.author.key && asked?.person === to.key)
        : record.replyTo !== null && isOurs(root.author);
      if (!addressed) continue;
      let draft = open.get(place);
      if (draft) draft.messages.push(record);
      else {
        draft = { person: record.author.key, thread, messages: [record], answer: null, byCommunity: false };
        open.set(place, draft);
        drafts.push(draft);
      }
      turnOf.set(record.id, draft);
    }
  }

  const seen = new Set(drafts.filter(({ messages }) => messages.some(({ id }) => reading.members.has(id))));
  const turns = drafts
    .filter((draft) => seen.has(draft) && isCounted(dataset, draft.messages[0]!))
    .map((draft) => toTurn(draft, index, reading));
  const given: GivenAnswer[] = [];
  const withoutParent: PageRecord[] = [];
  const answered = new Set<string>();
  for (const { answer, asked } of answers) {
    if (!isCounted(dataset, answer)) continue;
    const id = asked?.id ?? answer.replyTo;
    const draft = id === null ? undefined : turnOf.get(id);
    if (draft && seen.has(draft)) continue;
    const moment = (asked && askedAt(asked)) ?? (id === null ? null : createdFromId(answer.network, id));
    if (id === null || moment === null) withoutParent.push(answer);
    else if (!answered.has(id)) {
      answered.add(id);
      given.push({ answer, asked: id, waited: between(moment, answer.created), thread: index.thread(answer) });
    }
  }
  return { turns, given, withoutParent, ...unreadPlaces(turns, index, reading) };
}

/** From the first moment to the second; never negative, however coarse they are. */
function between(from: Moment, to: Moment): Span {
  const longest = Math.max(0, to.to - 1 - from.from);
  return { shortest: Math.min(longest, Math.max(0, to.from - (from.to - 1))), longest };
}

function toTurn(draft: Draft, index: RecordIndex, reading: LastReadings): Turn {
  const { person, thread, messages, answer, byCommunity } = draft;
  const first = messages[0]!;
  const written = askedAt(first);
  const asked = first.firstVersion
    ? written
    : { from: Math.min(index.earliest(first), written.to - 1), to: written.to };
  const common = { person, thread, messages, answer, byCommunity };
  const readAt = messages.map(reading.answersReadAt);
  const allRead = readAt.every((at) => at !== null);
  if (answer) {
    const waited = between(asked, answer.created);
    // A preview shows an answer, not surely the first: then the latency is an upper bound.
    const first = allRead || !isFlat(answer.network);
    return { ...common, state: "answered", waited: first ? waited : { shortest: 0, longest: waited.longest } };
  }
  const until = allRead ? Math.min(...readAt.map(Number)) : Math.min(...messages.map(({ observedAt }) => observedAt));
  return { ...common, state: allRead ? "waiting" : "unknown", waited: between(asked, { from: until, to: until + 1 }) };
}

interface LastReadings {
  /** Ids of all records seen on threads that were open. */
  readonly members: ReadonlySet<string>;
  /** ms at which all answers below the message were known; null where some are announced that were not read. */
  answersReadAt(message: PageRecord): number | null;
  /** Announced messages (direct ones; on flat networks all below) that were not read on a thread. */
  missing(record: PageRecord): number;
  wasOpened(record: PageRecord): boolean;
  readonly lastAt: number | null;
}

function lastReadings(dataset: Dataset, index: RecordIndex): LastReadings {
  const { threads } = dataset.coverage;
  const members = new Set(threads.flatMap(({ focal, members }) => [focal, ...members]));
  const opened = new Map(threads.map((thread) => [thread.focal, thread]));
  const loaded = (record: PageRecord) => (isFlat(record.network) ? index.below(record) : index.children(record).length);
  // Messages seen in passing, on no thread that was read, are nobody's turns: they count as unread, the page's own do not.
  const read = new Map<string, number>();
  for (const record of [...index.ordered].reverse()) {
    if (record.replyTo === null) continue;
    const counted = Number(members.has(record.id) || isOurs(record.author));
    const below = isFlat(record.network) ? (read.get(record.id) ?? 0) : 0;
    if (counted + below > 0) read.set(record.replyTo, (read.get(record.replyTo) ?? 0) + counted + below);
  }

  /** The record below which the answers to this one hang. */
  const holder = (message: PageRecord): PageRecord => {
    let at = message;
    const seen = new Set<string>();
    while (isFlat(at.network) && at.kind === "reply" && !seen.has(at.id)) {
      seen.add(at.id);
      at = index.parent(at) ?? at;
    }
    return at;
  };
  return {
    members,
    lastAt: threads.length === 0 ? null : Math.max(...threads.map(({ observedAt }) => observedAt)),
    wasOpened: ({ id }) => opened.has(id),
    answersReadAt(message) {
      const at = holder(message);
      const { comments } = at.announced;
      if (comments !== null && loaded(at) >= comments) return message.observedAt;
      const thread = opened.get(at.id);
      return thread?.complete ? thread.observedAt : null;
    },
    missing(record) {
      const { comments } = record.announced;
      if (comments === null || comments === 0) return 0;
      const thread = opened.get(record.id);
      // Where all first-level answers were shown, what lies below those is counted there.
      return thread?.complete ? 0 : Math.max(0, comments - (read.get(record.id) ?? 0));
    },
  };
}

/** Where messages are announced that were not read, below own posts no older than the oldest thread that was read. */
function unreadPlaces(
  turns: readonly Turn[],
  index: RecordIndex,
  reading: LastReadings,
): Omit<Conversations, "turns" | "given" | "withoutParent"> {
  const ownPost = (root: PageRecord): boolean =>
    isOurs(root.author) && root.kind !== "repost" && index.addressee(root)?.role !== "other";
  const rootOf = (id: string): PageRecord | null => {
    const record = index.get(id);
    const root = record && index.root(record);
    return root && ownPost(root) ? root : null;
  };
  const asked = new Set(turns.flatMap(({ messages }) => messages.map(({ id }) => id)));
  const begins = [...[...reading.members].map(rootOf), ...turns.map(({ messages }) => messages[0]!)];
  const from = begins.reduce(
    (least, record) => Math.min(least, record?.created.from ?? least),
    Number.POSITIVE_INFINITY,
  );

  const unknownAt = new Map<string, number>();
  for (const { state, messages } of turns) {
    if (state !== "unknown") continue;
    const message = messages.find((message) => reading.answersReadAt(message) === null)!;
    unknownAt.set(message.id, (unknownAt.get(message.id) ?? 0) + 1);
  }
  const unread: UnreadPlace[] = [];
  let beyond: UnreadPlace | null = null;
  let [possible, announced, announcedRead] = [0, 0, 0];
  // On flat networks a post announces all that is below it, also what its comments announce again.
  const within = new Map<PageRecord, number>();
  const missingBelow = new Map<string, number>();
  for (const record of [...index.ordered].reverse()) {
    const root = index.root(record);
    const own = ownPost(root);
    if (!own && !(reading.members.has(record.id) && (isOurs(record.author) || asked.has(record.id)))) continue;
    const missing = reading.missing(record);
    const messages = record === root ? Math.max(0, missing - (within.get(root) ?? 0)) : missing;
    const turnsHere = unknownAt.get(record.id) ?? 0;
    if (own) missingBelow.set(root.id, (missingBelow.get(root.id) ?? 0) + messages);
    if (isFlat(record.network) && record !== root) within.set(root, (within.get(root) ?? 0) + messages);
    const place = { record, opened: reading.wasOpened(record), messages, turns: turnsHere };
    if (own && root.created.from < from && from < Number.POSITIVE_INFINITY) {
      if (messages > 0 && record === root) beyond ??= place;
      continue;
    }
    if (record === root || !isFlat(record.network)) {
      announced += record.announced.comments ?? 0;
      announcedRead += (record.announced.comments ?? 0) - missing;
    }
    possible += messages + turnsHere;
    if (messages + turnsHere > 0) unread.push(place);
  }
  const window = reading.lastAt === null || from > reading.lastAt ? null : { from, to: reading.lastAt };
  return { unread, possible, beyond, missingBelow, announced, announcedRead, window };
}
