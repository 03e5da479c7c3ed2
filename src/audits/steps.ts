// The one thing to open next: every way to read more, and how much narrower it would make a share.
import type { UnreadPlace } from "../computed/threads.ts";
import type { Feed } from "../domain/page.ts";
import type { PageRecord } from "../domain/record.ts";
import { wilson } from "../stats/intervals.ts";
import type { AuditInput } from "./audit.ts";
import type { NextStep } from "./finding.ts";

/** House: a site brings about so many items when one scrolls on. */
export const ITEMS_PER_SCROLL = 20;

const step = (key: NextStep["key"], rest: Partial<NextStep> = {}): NextStep => ({
  key,
  feed: null,
  record: null,
  url: null,
  count: null,
  gain: null,
  ...rest,
});

/** Width of the envelope of a share: `k` of `n` known, `unknown` more that could be either. 1 where nothing is known. */
const width = (k: number, n: number, unknown: number): number =>
  wilson(k + unknown, n + unknown).upper - wilson(k, n + unknown).lower;

/**
 * How much narrower the envelope of a share gets at best, if `count` more messages are read: some of the `unknown`, or,
 * where `known` is false, people of whom nothing was known yet.
 */
export function gainOfReading(k: number, n: number, unknown: number, count: number, known = true): number {
  const left = known ? Math.max(0, unknown - count) : unknown;
  const after = Math.min(width(k, n + count, left), width(k + count, n + count, left));
  return Math.max(0, width(k, n, unknown) - after);
}

/** Gain of a first look at something of which nothing is known: a scroll's worth of items, all alike. */
export const GAIN_OF_FIRST_LOOK = 1 - width(0, ITEMS_PER_SCROLL, 0);

const stepTo = ({ record, opened, messages, turns }: UnreadPlace): NextStep & { readonly count: number } => {
  const isPost = record.kind === "post" && !opened;
  const count = messages + turns;
  return { ...step(isPost ? "openThread" : "openReplies", { record: record.id, url: record.url }), count };
};

/** A thread to open, or answers below a message; its gain depends on the figure. */
export interface ThreadStep extends NextStep {
  readonly count: number;
  /** Its messages count among the unknown ones already; else they are of a time before the window. */
  readonly known: boolean;
}

/** Every thread with announced but unread messages, and every message whose answers are unread, newest first. */
export function threadSteps({ computed }: AuditInput): ThreadStep[] {
  const { unread, beyond } = computed.conversations;
  return [
    ...unread.map((place) => ({ ...stepTo(place), known: true })),
    ...(beyond ? [{ ...stepTo(beyond), known: false }] : []),
  ];
}

/** The step that narrows `k` of `n` with `unknown` more best; null where nothing is left to open. */
export function bestThreadStep(input: AuditInput, k: number, n: number, unknown: number): NextStep | null {
  let best: NextStep | null = null;
  // Steps with equally many messages gain equally: the first, which is the newest, stands for them.
  const tried = new Set<string>();
  for (const { known, ...candidate } of threadSteps(input)) {
    const same = `${known} ${candidate.count}`;
    if (tried.has(same)) continue;
    tried.add(same);
    const gain = gainOfReading(k, n, unknown, candidate.count, known);
    if (gain > (best?.gain ?? 0)) best = { ...candidate, gain };
  }
  return best ?? signIn(input);
}

export const openFeed = (feed: Feed): NextStep => step("openFeed", { feed, gain: GAIN_OF_FIRST_LOOK });

/** Scroll on in a feed: `k` of `n` known so far, a scroll's worth more at the same share. */
export const scrollForShare = (feed: Feed, k: number, n: number): NextStep => {
  const more = n + ITEMS_PER_SCROLL;
  const gain = n === 0 ? GAIN_OF_FIRST_LOOK : width(k, n, 0) - width((k / n) * more, more, 0);
  return step("scrollFeed", { feed, gain });
};

/** Scroll on until about `count` more items are read, which would settle a share of weeks entirely. */
export const scrollForWeeks = (feed: Feed, count: number): NextStep =>
  step("scrollFeed", { feed, count, gain: Math.min(1, ITEMS_PER_SCROLL / Math.max(1, count)) });

export const reload = (records: readonly PageRecord[]): NextStep | null =>
  records.length === 0 ? null : step("reload", { count: records.length });

/** Signed out, most is hidden. */
export const signIn = ({ dataset }: AuditInput): NextStep | null =>
  dataset.coverage.signedIn === false ? step("signIn") : null;

export const NOTHING_LEFT: NextStep = step("nothing");
