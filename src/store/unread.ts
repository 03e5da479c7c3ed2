// What could not be read of a page, by list: the last word on a part counts, and no list is taken to be read by its top alone.
import * as z from "zod/mini";
import { type Reading, unreadSchema } from "../domain/observation.ts";
import { cursorOf, listName, partName, UNPLACED } from "../domain/place-name.ts";

const ms = z.nullable(z.int());
/**
 * A stretch of a list that was read in one go, from its top or wherever reading began, downwards. In ms: where it begins
 * (`to`), how far down it goes (`from`), and how far down something was missing (`low`); null = no item told. `next`:
 * name of the part that follows. `earlier`: where something was missing before that was not gone through again yet.
 */
export const runSchema = z.object({
  next: z.nullable(z.string().check(z.maxLength(20))),
  to: ms,
  from: ms,
  low: ms,
  earlier: z.optional(z.object({ to: ms, low: ms })),
});
type Run = z.infer<typeof runSchema>;

/** The part of a page's row that this is about. */
export interface UnreadState {
  /** Counts, by the place (see `placeName`; `earlier` is no part, but what was missing before) and the reason after a ":". */
  readonly unread: Readonly<Record<string, number>>;
  /** By the list's name. Threads have one only while something is missing in them. */
  readonly runs?: Readonly<Record<string, Run>> | undefined;
}

interface Entry {
  readonly list: string;
  readonly part: string;
  readonly reason: string;
  readonly count: number;
}
const EARLIER = "earlier";
/** Entries whose key names no part. */
const UNPARTED = "unparted";

function entryOf([key, count]: readonly [string, number]): Entry {
  const reasonAt = key.lastIndexOf(":");
  const partAt = key.lastIndexOf("@", reasonAt);
  const reason = key.slice(reasonAt + 1);
  return partAt < 0
    ? { list: `${key.slice(0, reasonAt)}@`, part: UNPARTED, reason, count }
    : { list: key.slice(0, partAt + 1), part: key.slice(partAt + 1, reasonAt), reason, count };
}
const keyOf = ({ list, part, reason }: Entry): string =>
  part === UNPARTED ? `${list.slice(0, -1)}:${reason}` : `${list}${part}:${reason}`;

/** By reason: what is missing in the list now, or was before, whichever is more. */
function totals(entries: readonly Entry[]): Map<string, number> {
  const [before, now] = [new Map<string, number>(), new Map<string, number>()];
  for (const { part, reason, count } of entries) {
    const counts = part === EARLIER ? before : now;
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  for (const [reason, count] of before) now.set(reason, Math.max(count, now.get(reason) ?? 0));
  return now;
}

function byList(entries: readonly Entry[]): Map<string, Entry[]> {
  const lists = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = lists.get(entry.list);
    if (known) known.push(entry);
    else lists.set(entry.list, [entry]);
  }
  return lists;
}

/**
 * The counts by reason, over all lists. `reposts`: how many the site has told; each settles one that was only drawn.
 */
export function unreadOf({ unread }: UnreadState, reposts: number): z.infer<typeof unreadSchema>[] {
  const counts = new Map([["repost", -reposts]]);
  for (const entries of byList(Object.entries(unread).map(entryOf)).values()) {
    for (const [reason, count] of totals(entries)) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return [...counts].flatMap(([reason, count]) => {
    const parsed = unreadSchema.safeParse({ reason, count });
    return parsed.success ? [parsed.data] : [];
  });
}

const lower = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
const higher = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

const spanIn = ({ place }: Reading) => (place.kind === "feed" ? place.span : null);

/** Whether the reading shows the list from its top. */
const isTop = (reading: Reading): boolean => spanIn(reading)?.top ?? cursorOf(reading) === null;

/** Whether a reading that is not of the top adds to what is being read of the list, or begins elsewhere. */
function goesOn(run: Run, entries: readonly Entry[], reading: Reading): boolean {
  const part = partName(reading);
  const span = spanIn(reading);
  if (span && run.from !== null && span.to < run.from) return true;
  if (part !== "") return part === run.next || entries.some((entry) => entry.part === part);
  // What is drawn joins by overlap.
  return reading.source === "dom" && !!span && run.from !== null && run.to !== null && span.from <= run.to;
}

type Stretch = Pick<Run, "to" | "low">;

/** Whether a feed read from `to` as far down as `from`, or to its end, shows all again in which something was missing. */
function covers({ to, from }: Pick<Run, "to" | "from">, missing: Stretch, ended = false): boolean {
  if (to === null || (missing.to !== null && to < missing.to)) return false;
  return ended || missing.low === null || (from !== null && from <= missing.low);
}

/** Whether all in which something was missing before has been gone through again. */
function wentThrough(run: Run, earlier: Stretch, reading: Reading, whole: boolean): boolean {
  if (reading.place.kind === "thread") return whole;
  const ended = spanIn(reading)?.end ?? (reading.place.kind === "feed" && reading.place.link?.end === true);
  return covers(run, earlier, ended);
}

/** Name of the part that follows; null where none is told. */
function nextOf(reading: Reading): string | null {
  const next = reading.place.kind === "profile" ? null : (spanIn(reading) ?? reading.place.link)?.next;
  return next ? partName(reading, next) : null;
}

/** The stretch that begins with this reading. */
function runFrom(reading: Reading): Run {
  const span = spanIn(reading);
  const to = isTop(reading) ? reading.at : (span?.to ?? null);
  return { next: nextOf(reading), to, from: span?.from ?? null, low: null };
}

/** The stretch with this reading, which goes on in it. Past a gap it begins anew as far as it is known to have none. */
function runWith(run: Run, reading: Reading): Run {
  const span = spanIn(reading);
  const apart = span && run.from !== null && span.to < run.from && partName(reading) !== run.next;
  return {
    ...run,
    next: nextOf(reading) ?? run.next,
    to: apart ? span.to : higher(run.to, span?.to ?? null),
    from: lower(run.from, span?.from ?? null),
  };
}

/**
 * The stretch, in which something is missing as far down as this reading. An answer in which nothing was understood is
 * below what was; what is drawn without saying where may be anywhere.
 */
function missingIn(run: Run, reading: Reading): Run {
  const below = reading.source === "json" && run.from !== null ? run.from - 1 : null;
  const lowest = spanIn(reading)?.from ?? below;
  return { ...run, low: lower(run.low, lowest) };
}

/**
 * The state after a reading, which has the last word on its part of its list. A list that is read anew keeps what was
 * missing in it, one number a reason however often that happens, until the parts read since go as far down: a feed by
 * time, a thread to its end. `whole`: with this reading all of its thread was shown.
 */
export function unreadAfter({ unread, runs = {} }: UnreadState, reading: Reading, whole: boolean): UnreadState {
  const list = listName(reading);
  const part = partName(reading);
  const all = Object.entries(unread).map(entryOf);
  const isOurs = (entry: Entry): boolean =>
    entry.list === list || (entry.part === UNPARTED && list.startsWith(entry.list));
  const { [list]: before, ...otherRuns } = runs;
  const told = all.filter(isOurs);
  const known = new Map(told.map((entry) => [`${entry.part}:${entry.reason}`, entry.count]));
  let ours = told.filter(({ count }) => count > 0);
  let run = before;
  if (cursorOf(reading) === undefined) {
    // It does not say which part it is: the last word on all such, and on the whole list where none is told by parts.
    ours = before ? ours.filter((entry) => entry.part !== part) : [];
  } else if (before && !isTop(reading) && goesOn(before, ours, reading)) {
    ours = ours.filter((entry) => entry.part !== part);
    run = runWith(before, reading);
  } else {
    const [top, isThread] = [isTop(reading), reading.place.kind === "thread"];
    // The top of a thread is the same part again; that of a feed moves on.
    const replaced = isThread && !before ? [part, UNPLACED] : isThread || !(before || top) ? [part] : [];
    const others = ours.filter((entry) => !replaced.includes(entry.part));
    // Of what nobody knows how far down it was, only the top says that the list is read anew.
    const apart = top ? [] : others.filter((entry) => !before || entry.part === UNPARTED);
    const left = before || top ? others.filter((entry) => entry.part !== UNPARTED) : [];
    const isNow = left.some((entry) => entry.part !== EARLIER);
    const earlier = {
      to: higher(before?.earlier?.to ?? null, (isNow && before?.to) || null),
      low: lower(before?.earlier?.low ?? null, before?.low ?? null),
    };
    ours = [...apart, ...[...totals(left)].map(([reason, count]) => ({ list, part: EARLIER, reason, count }))];
    run = { ...runFrom(reading), ...(left.length > 0 && { earlier }) };
  }
  // What is drawn tells the most that was ever missing, wherever that was: only more of it is missing here.
  const isMore = reading.unread.some(({ reason, count }) => count > (known.get(`${part}:${reason}`) ?? 0));
  if (run && reading.unread.length > 0)
    run = isMore || reading.source === "json" || !before ? missingIn(run, reading) : { ...run, low: before.low };
  if (run?.earlier && wentThrough(run, run.earlier, reading, whole)) {
    ours = ours.filter((entry) => entry.part !== EARLIER);
    const { earlier: _, ...rest } = run;
    run = rest;
  }
  const counted = reading.unread.map(({ reason, count }) => ({ list, part, reason, count }));
  const now = [...ours, ...counted];
  const isKept = run && (reading.place.kind === "feed" || now.length > 0);
  // That nothing is missing any more outdoes what a backup says.
  const settled = isKept || now.length > 0 ? [] : told.slice(0, 1).map((entry) => ({ ...entry, list, part, count: 0 }));
  const entries = [...all.filter((entry) => !isOurs(entry)), ...now, ...settled];
  return {
    unread: Object.fromEntries(entries.map((entry) => [keyOf(entry), entry.count])),
    runs: isKept ? { ...otherRuns, [list]: run as Run } : otherRuns,
  };
}

/** What is known of one list. */
interface Known {
  readonly entries: readonly Entry[];
  readonly run: Run | undefined;
}

/** The stretches that something is missing in, as one. */
const around = (stretches: readonly Stretch[]): Stretch => ({
  to: stretches.map(({ to }) => to).reduce(higher, null),
  low: stretches.map(({ low }) => low).reduce(lower, null),
});

/**
 * What is known of a list out of two that know something of it. Of each part the younger has the last word; what was
 * missing in others, and not gone through by the younger, is what was missing before.
 */
function joinList(list: string, older: Known, younger: Known): Known {
  const isThread = list.includes(":thread@");
  if (isThread && younger.entries.some(({ count }) => count === 0)) return younger;
  const told = new Set(younger.entries.map(({ part }) => part).filter((part) => part !== EARLIER));
  const { run } = younger;
  // The tops of two stretches of a feed may be two parts.
  if (run && older.run && !isThread) told.delete("");
  const left = older.entries.filter(({ part, count }) => count > 0 && !told.has(part));
  // Nothing that was read says which part it is: that is all it has the last word on.
  if (!run) return { entries: [...left, ...younger.entries], run: older.run };
  const reached = { to: run.to, from: lower(run.from, run.low) };
  const isMissing = (stretch: Stretch | undefined): boolean => isThread || !stretch || !covers(reached, stretch);
  const before = isMissing(older.run?.earlier) ? left.filter(({ part }) => part === EARLIER) : [];
  const now = isMissing(older.run) ? left.filter(({ part }) => part !== EARLIER) : [];
  if (before.length + now.length === 0) return younger;
  const missed = [...totals([...before, ...now])].map(([reason, count]) => ({ list, part: UNPLACED, reason, count }));
  const mine = younger.entries.filter(({ part }) => part === EARLIER);
  const earlier = [...totals([...mine, ...missed])].map(([reason, count]) => ({ list, part: EARLIER, reason, count }));
  const all = [run.earlier, before.length > 0 && older.run?.earlier, now.length > 0 && older.run];
  const stretches = all.filter((stretch) => !!stretch);
  return {
    entries: [...younger.entries.filter(({ part }) => part !== EARLIER), ...earlier],
    run: { ...run, ...(stretches.length > 0 && { earlier: around(stretches) }) },
  };
}

/** Of two states of one page: of each list what was told last, and what was missing where that did not reach. */
export function joinUnread(older: UnreadState, younger: UnreadState): UnreadState {
  const states = [older, younger].map(({ unread, runs = {} }) => ({
    entries: byList(Object.entries(unread).map(entryOf)),
    runs: new Map(Object.entries(runs)),
  }));
  const joined = [...new Set(states.flatMap(({ entries, runs }) => [...entries.keys(), ...runs.keys()]))].map(
    (list) => {
      const known = states.map(
        ({ entries, runs }): Known => ({ entries: entries.get(list) ?? [], run: runs.get(list) }),
      );
      const told = known.filter(({ entries, run }) => run || entries.length > 0);
      return [list, told.reduce((one, other) => joinList(list, one, other))] as const;
    },
  );
  return {
    unread: Object.fromEntries(joined.flatMap(([, { entries }]) => entries.map((one) => [keyOf(one), one.count]))),
    runs: Object.fromEntries(joined.flatMap(([list, { run }]) => (run ? [[list, run]] : []))),
  };
}
