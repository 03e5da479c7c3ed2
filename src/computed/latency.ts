// How long a set of people waited, under both doubts (sampling, and what was not read) and at both ends of coarse times.
import { type Clustering, clusteringOf, coveredShareBy } from "../stats/clustered.ts";
import { clusteredTimeLimits, type TimeLimits } from "../stats/clustered-time.ts";
import { type Limits, outer } from "../stats/intervals.ts";
import { curveOf, type Survival, shareBy, timeBy } from "../stats/survival.ts";
import {
  type Turn as ClusteredTime,
  pick,
  type SortedTurns,
  sortTurns,
  type Turns,
  type Unknown,
  withUnknown,
} from "../stats/turns.ts";
import type { Clock } from "./clock.ts";
import { obtain } from "./group.ts";
import { lazy } from "./lazy.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Sure } from "./text-class.ts";
import type { Conversations, Span, Turn } from "./threads.ts";

/** Turns in order of time, with the share still waiting. */
interface Waited extends Turns {
  curve(): Survival;
}

/** Turns whose end is known, and the possible turns that are not, by thread. */
export interface Waits {
  readonly known: readonly Turn[];
  readonly answered: number;
  readonly unknown: readonly Unknown[];
  readonly possible: number;
  /** How all of them cluster by thread. */
  clustering(): Clustering;
  /** How long the known ones waited; twice where times are coarse: at their shortest, at their longest. */
  ends(): readonly Waited[];
  /** The same with the possible turns: all answered at once, and none in the longest time that anybody was watched. */
  soonest(): readonly Waited[];
  latest(): readonly Waited[];
}

export interface ShareAnswered {
  /** Share answered in time; null where coarse times leave it open, or `watched` is false (`bounds`: between what). */
  readonly value: number | null;
  /** false: nobody who still waits was watched for that long, so that more may be answered by then. */
  readonly watched: boolean;
  readonly interval: Limits;
  readonly bounds: Limits;
  readonly envelope: Limits;
}

export interface TimeAnswered {
  /** ms; null = fewer than that share were answered, or coarse times leave it open. */
  readonly value: number | null;
  readonly fewer: boolean;
  /** `upper` null = longer than was watched. */
  readonly interval: { readonly lower: number; readonly upper: number | null };
  readonly envelope: { readonly lower: number; readonly upper: number | null };
}

/** What moves a share by less is not worth a band. */
const SAME_SHARE = 0.005;
/** Points of a drawn curve. */
const MAX_POINTS = 200;

const timed = (turns: readonly Turn[], end: keyof Span): ClusteredTime[] =>
  turns.map(({ state, waited, thread }) => ({ time: waited[end], event: state === "answered", cluster: thread }));

const longest = ({ times }: Turns): number => times.at(-1) ?? 0;

const waited = (turns: Turns): Waited => ({ ...turns, curve: lazy(() => curveOf(turns)) });

const isCoarse = ({ waited }: Turn): boolean => waited.shortest !== waited.longest;

/** Which ends of their times the turns are reckoned with. */
const endsOf = (turns: readonly Turn[]): readonly (keyof Span)[] =>
  turns.some(isCoarse) ? ["shortest", "longest"] : ["shortest"];

function makeWaits(known: readonly Turn[], unknown: readonly Unknown[], sort: (end: keyof Span) => Turns): Waits {
  const ends = lazy(() => endsOf(known).map((end) => waited(sort(end))));
  return {
    known,
    answered: known.reduce((sum, { state }) => sum + Number(state === "answered"), 0),
    unknown,
    possible: unknown.reduce((sum, { count }) => sum + count, 0),
    clustering: lazy(() => clusteringOf(ends()[0]!, unknown)),
    ends,
    soonest: lazy(() => ends().map((end) => waited(withUnknown(end, unknown, 0, true)))),
    latest: lazy(() => ends().map((end) => waited(withUnknown(end, unknown, longest(end), false)))),
  };
}

/** `known` turns and `unknown` ones by thread, made ready to be reckoned with. */
export const waitsOf = (known: readonly Turn[], unknown: readonly Unknown[] = []): Waits =>
  makeWaits(known, unknown, (end) => sortTurns(timed(known, end)));

/** Each list of turns is sorted once for all the sets of people that are picked from it. */
const sortedTurns = new WeakMap<readonly Turn[], (end: keyof Span) => SortedTurns>();

const sorting = (turns: readonly Turn[]): ((end: keyof Span) => SortedTurns) => {
  let sort = sortedTurns.get(turns);
  if (!sort) {
    const ends = {
      shortest: lazy(() => sortTurns(timed(turns, "shortest"))),
      longest: lazy(() => sortTurns(timed(turns, "longest"))),
    };
    sort = (end) => ends[end]();
    sortedTurns.set(turns, sort);
  }
  return sort;
};

/**
 * The people among the turns that `concerns` picks by their place. Where it is not to be told whether one belongs, as
 * with every message that was not read or has no known author, that is a possible turn; so is each of those that a post
 * without a count may have.
 */
export function waits(
  { turns, unread, unnamed, uncounted }: Conversations,
  concerns: (place: number) => Sure = () => "yes",
): Waits {
  const counts = new Map<number, number>();
  const add = (thread: number, count: number): void => {
    if (count > 0) counts.set(thread, (counts.get(thread) ?? 0) + count);
  };
  const known: Turn[] = [];
  const picked = new Uint8Array(turns.length);
  for (let place = 0; place < turns.length; place++) {
    const turn = turns[place]!;
    const sure = concerns(place);
    if (sure === "yes" && turn.state !== "unknown") {
      known.push(turn);
      picked[place] = 1;
    } else if (sure !== "no") add(turn.thread, 1);
  }
  for (const { thread, messages } of unread) add(thread, messages);
  for (const [thread, messages] of unnamed) add(thread, messages);
  for (const thread of uncounted.threads) add(thread, uncounted.each);
  const unknown = [...counts].map(([cluster, count]) => ({ cluster, count }));
  return makeWaits(known, unknown, (end) => pick(sorting(turns)(end), picked, known.length));
}

/** A calendar month, [from, to) in ms UTC, with the people who began to wait in it, or perhaps did. */
export interface WaitsOfMonth {
  readonly from: number;
  readonly to: number;
  readonly people: Waits;
}

/**
 * `waits` by the month in which people began to wait, oldest first. A time too coarse to tell the month is a possible
 * turn of each it may lie in. House: an unread message, or one without an author, is a possible turn of the month of
 * what it hangs below and of every month in which somebody is known to have written in its thread.
 */
export function waitsByMonth(
  { turns, unread, unnamed, uncounted }: Conversations,
  concerns: (place: number) => Sure,
  { nodes }: RecordIndex,
  clock: Clock,
): WaitsOfMonth[] {
  interface Month {
    readonly from: number;
    readonly to: number;
    readonly known: Turn[];
    readonly unknown: Map<number, number>;
  }
  const months = new Map<number, Month>();
  // What comes stands in order of time, so that most falls into the month of the one before.
  let month: Month = { from: 0, to: 0, known: [], unknown: new Map() };
  const monthOf = (at: number): Month => {
    if (at < month.from || at >= month.to) {
      const { from, to } = clock.month(at);
      month = obtain(months, from, () => ({ from, to, known: [], unknown: new Map() }));
    }
    return month;
  };
  const add = ({ unknown }: Month, thread: number, count: number): void => {
    unknown.set(thread, (unknown.get(thread) ?? 0) + count);
  };
  /** Threads that hold messages of unknown time, with the months in which these may have been written. */
  const open = new Map<number, Set<Month>>();
  const alive = (thread: number, at: number): void => {
    obtain(open, thread, () => new Set<Month>()).add(monthOf(at));
  };
  for (const { thread, messages, record } of unread) if (messages > 0) alive(thread, record.created.from);
  uncounted.threads.forEach((thread, i) => {
    alive(thread, uncounted.posts[i]!.created.from);
  });
  if (unnamed.size > 0) {
    for (const { record, thread } of nodes) {
      if (record.author.role === "unknown" && unnamed.has(thread)) alive(thread, record.created.from);
    }
  }
  for (let place = 0; place < turns.length; place++) {
    const turn = turns[place]!;
    const { asked, thread } = turn;
    if (open.has(thread)) alive(thread, asked.from);
    const sure = concerns(place);
    if (sure === "no") continue;
    let at = monthOf(asked.from);
    if (asked.to <= at.to && sure === "yes" && turn.state !== "unknown") at.known.push(turn);
    else for (add(at, thread, 1); at.to < asked.to; add(at, thread, 1)) at = monthOf(at.to);
  }
  for (const { thread, messages } of unread) for (const at of open.get(thread) ?? []) add(at, thread, messages);
  for (const [thread, messages] of unnamed) for (const at of open.get(thread) ?? []) add(at, thread, messages);
  for (const thread of uncounted.threads) for (const at of open.get(thread) ?? []) add(at, thread, uncounted.each);
  return [...months.values()]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, known, unknown }) => {
      const further = [...unknown].flatMap(([cluster, count]) => (count > 0 ? { cluster, count } : []));
      return { from, to, people: waitsOf(known, further) };
    });
}

/** In how many threads they wrote. */
export const threadsOf = ({ ends }: Waits): number => ends()[0]!.posts.length;

/** The share answered by `t` ms: Kaplan–Meier with limits that reckon with threads and with what is unread. */
export function shareAnswered({ ends, unknown, soonest }: Waits, t: number): ShareAnswered {
  const covered = ends().map((end, i) => coveredShareBy(end, unknown, t, () => soonest()[i]!));
  const shares = covered.flatMap(({ known: { share } }) => (share === null ? [] : [share]));
  const apart = Math.max(...shares) - Math.min(...shares) > SAME_SHARE;
  const watched = covered.every(
    ({ known: { share, watched } }) => share === null || watched || 1 - share <= SAME_SHARE,
  );
  return {
    value: shares.length === 0 || apart || !watched ? null : shares.at(-1)!,
    watched,
    interval: outer(...covered.map(({ known }) => known)),
    bounds: outer(...covered.map(({ bounds }) => bounds)),
    envelope: outer(...covered.map(({ envelope }) => envelope)),
  };
}

/**
 * The time by which a share `p` of people have an answer, with limits that reckon with threads and with what is unread;
 * null where nobody is known.
 */
export function timeAnswered(people: Waits, p: number): TimeAnswered | null {
  if (people.known.length === 0) return null;
  const limits = (turns: Waited): TimeLimits => clusteredTimeLimits(turns, p, turns.curve());
  const times = people.ends().map((turns, i) => {
    const now = limits(turns);
    const doubt = people.possible > 0;
    return {
      now,
      soonest: doubt ? limits(people.soonest()[i]!) : now,
      latest: doubt ? limits(people.latest()[i]!) : now,
    };
  });
  type Times = (typeof times)[number];
  const lower = (of: (end: Times) => TimeLimits) => Math.min(...times.map((end) => of(end).lower));
  const upper = (of: (end: Times) => TimeLimits) => {
    const limits = times.flatMap((end) => of(end).upper ?? []);
    return limits.length === times.length ? Math.max(...limits) : null;
  };
  const values = people.ends().map(({ curve }) => timeBy(curve(), p));
  return {
    value: values.every((value) => value === values[0]) ? values[0]! : null,
    fewer: values.every((value) => value === null),
    interval: { lower: lower(({ now }) => now), upper: upper(({ now }) => now) },
    envelope: { lower: lower(({ soonest }) => soonest), upper: upper(({ latest }) => latest) },
  };
}

/** The share answered as a step function of the time waited; with coarse times the limits hold both curves. */
export function answeredCurve({ known, answered, ends }: Waits) {
  const curves = ends().map(({ curve }) => curve());
  const times = [...new Set(curves.flatMap(({ times, answered }) => [...times.filter((_, i) => answered[i]! > 0)]))];
  times.sort((a, b) => a - b);
  const stride = Math.max(1, Math.ceil(times.length / MAX_POINTS));
  // Where nobody is left waiting the curve has come to its end, and stays there.
  const untils = curves.flatMap(({ waiting }, i) => (waiting.at(-1) === 0 ? [] : longest(ends()[i]!)));
  return {
    type: "curve" as const,
    points: times
      .filter((_, i) => i % stride === 0 || i === times.length - 1)
      .map((t) => {
        const at = curves.map((curve) => shareBy(curve, t));
        return { t, share: Math.min(...at.map(({ share }) => share)), ...outer(...at) };
      }),
    until: untils.length === 0 ? null : Math.min(...untils),
    atRisk: known.length,
    answered,
  };
}
