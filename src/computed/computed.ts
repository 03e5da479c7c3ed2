// The computed layer: what several audits need, worked out at most once per dataset and only when asked for.
import type { Dataset } from "../domain/dataset.ts";
import type { Feed } from "../domain/page.ts";
import type { Plan } from "../domain/plan.ts";
import type { PageRecord } from "../domain/record.ts";
import { type Shingles, shinglesOf } from "../stats/similarity.ts";
import { type Clock, clockOf } from "./clock.ts";
import { type CommonWindow, commonWindow } from "./feed-window.ts";
import { obtain } from "./group.ts";
import { lazy } from "./lazy.ts";
import { needsOf, type TurnNeeds } from "./needs.ts";
import { type OwnItems, ownItems } from "./own-items.ts";
import { type OwnThread, ownThreads } from "./own-threads.ts";
import { indexRecords, type RecordIndex } from "./record-index.ts";
import { classifyMessage, classifyPost, type MessageText, type PostText } from "./text-class.ts";
import { isFlat } from "./thread-readings.ts";
import { type Conversations, conversations } from "./threads.ts";

export interface Computed {
  readonly index: RecordIndex;
  /** Wall clock in the audit's zone. */
  readonly clock: Clock;
  readonly conversations: Conversations;
  readonly own: OwnItems;
  readonly threads: readonly OwnThread[];
  /** The window that all of `feeds` cover. */
  window(feeds: readonly Feed[]): CommonWindow;
  post(record: PageRecord): PostText;
  message(record: PageRecord): MessageText;
  /** What each of the conversations' turns is about, by place. */
  readonly needs: readonly TurnNeeds[];
  /** Works out, step by step, what takes long and nearly every audit needs; else that is done when first asked for. */
  inSteps(): Generator<undefined, void>;
  /** What two texts are compared by; empty where there is no text. */
  shingles(record: PageRecord): Shingles;
}

/** So many texts are read in a few ms. */
const TEXTS_A_STEP = 1_000;

/** Keeps what was worked out for each. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => obtain(known, key, () => make(key));
}

/**
 * Derived data over `dataset`, which must already be cut at the audit's moment; nothing is worked out yet.
 * `zone`: IANA name. @throws RangeError for an unknown zone, when the clock is first asked for.
 */
export function compute(dataset: Dataset, plan: Plan | null, zone: string): Computed {
  const { page, coverage } = dataset;
  const sisters = (plan?.sisters ?? []).filter(({ network }) => network === page.network);
  const handles = new Set(
    [page.handle ?? "", ...sisters.map(({ handle }) => handle)].map((name) => name.toLowerCase()),
  );
  const clock = lazy(() => clockOf(zone));
  const index = lazy(() => indexRecords(dataset));
  // Where other accounts answer for the page, or the site lists no answers, no list tells who has none.
  const listed = lazy(() =>
    sisters.length > 0 || isFlat(page.network) ? null : commonWindow(coverage, ["replies"]).window,
  );
  const talk = lazy(() => conversations(dataset, index(), listed()));
  const own = lazy(() => ownItems(dataset, index(), handles));
  const threads = lazy(() => ownThreads(dataset, index(), talk(), listed()));
  const message = ({ text, lang, about }: PageRecord): MessageText =>
    text === null && about ? about : classifyMessage(text, lang);
  const names = { handles, name: page.name?.toLowerCase() ?? null };
  const known: TurnNeeds[] = [];
  /** The needs of the first turns, up to this number of them. */
  const needs = (count = talk().turns.length): readonly TurnNeeds[] => {
    const { turns } = talk();
    while (known.length < Math.min(count, turns.length)) known.push(needsOf(turns[known.length]!, message, names));
    return known;
  };
  const post = once(({ text, lang }: PageRecord) => classifyPost(text, lang));
  return {
    get index() {
      return index();
    },
    get clock() {
      return clock();
    },
    get conversations() {
      return talk();
    },
    get own() {
      return own();
    },
    get threads() {
      return threads();
    },
    window: (feeds) => commonWindow(coverage, feeds),
    post,
    message,
    *inSteps() {
      for (const work of [index, talk, own, threads]) {
        work();
        yield;
      }
      for (let count = TEXTS_A_STEP; count < talk().turns.length; count += TEXTS_A_STEP) {
        needs(count);
        yield;
      }
      const { posts } = own();
      for (let from = 0; from < posts.length; from += TEXTS_A_STEP) {
        for (const { record } of posts.slice(from, from + TEXTS_A_STEP)) post(record);
        yield;
      }
    },
    shingles: once(({ text }: PageRecord) => shinglesOf(text ?? "")),
    get needs() {
      return needs();
    },
  };
}
