// The computed layer: what several audits need, worked out at most once per dataset and only when asked for.
import type { Dataset } from "../domain/dataset.ts";
import type { Feed } from "../domain/page.ts";
import type { Plan } from "../domain/plan.ts";
import { type Clock, clockOf } from "./clock.ts";
import { type CommonWindow, commonWindow } from "./feed-window.ts";
import { lazy } from "./lazy.ts";
import { type OwnItems, ownItems } from "./own-items.ts";
import { indexRecords, type RecordIndex } from "./record-index.ts";
import { type Conversations, conversations } from "./threads.ts";

export interface Computed {
  readonly index: RecordIndex;
  /** Wall clock in the audit's zone. */
  readonly clock: Clock;
  readonly conversations: Conversations;
  readonly own: OwnItems;
  /** The window that all of `feeds` cover. */
  window(feeds: readonly Feed[]): CommonWindow;
}

/** Derived data over `dataset`, which must already be cut at the audit's moment; nothing is worked out yet. */
export function compute(dataset: Dataset, plan: Plan | null, zone: string): Computed {
  const { page, coverage } = dataset;
  const handles = new Set(
    [
      page.handle,
      ...(plan?.sisters ?? []).filter(({ network }) => network === page.network).map(({ handle }) => handle),
    ]
      .filter((handle) => handle !== null)
      .map((handle) => handle.toLowerCase()),
  );
  const clock = lazy(() => clockOf(zone));
  const index = lazy(() => indexRecords(dataset));
  const talk = lazy(() => conversations(dataset, index()));
  const own = lazy(() => ownItems(dataset, index(), handles));
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
    window: (feeds) => commonWindow(coverage, feeds),
  };
}
