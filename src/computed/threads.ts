// Conversations: people's turns on threads that were read, and answers known only because the page gave them.
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { Moment } from "../domain/moment.ts";
import { createdFromId } from "../domain/moment-from-id.ts";
import { askedAt, type PageRecord } from "../domain/record.ts";
import type { FeedWindow } from "./feed-window.ts";
import { obtain } from "./group.ts";
import { isOurs, type Node, type RecordIndex } from "./record-index.ts";
import { isFlat, type LastReadings, lastReadings } from "./thread-readings.ts";
import { type Unread, unreadPlaces } from "./unread.ts";

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

export interface Conversations extends Unread {
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
  /** By thread: messages that were read without their author; each may be the turn of somebody. */
  readonly unnamed: ReadonlyMap<number, number>;
  /** Possible turns that are not known: announced but unread messages, `unnamed` ones, and turns of state `unknown`. */
  readonly possible: number;
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
