// Forgetting: what was read is deleted, what hangs on it outside the database too, and no reader writes it back.
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { tellReader } from "../platform/messages.ts";
import { skippedPages } from "../platform/setting.ts";
import type { Database } from "../store/database.ts";
import { forgetEverything, forgetPage } from "../store/library.ts";
import { findPage, keysOf } from "../store/pages.ts";
import { forgetSynced, tellDeleted } from "./plan-sync.ts";

/** ms that a tab has to answer; the browser freezes those that nobody looks at. */
const PATIENCE = 2_000;

/** What comes within the time a tab has; "late" where nothing does. */
function inTime<T>(answer: Promise<T>): Promise<T | "late"> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/**
 * Stops the readers of the page that goes by these keys (null: all of them), so that an open tab does not store again
 * what is forgotten. A tab that does not answer in time may be reading it and is stopped too, when it wakes: what it is
 * asked before must not make it look once more.
 */
async function stopReaders(pages: readonly string[] | null): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const state = pages && (await inTime(tellReader(id, { kind: "whose" })));
      if (pages && state !== "late" && !(state?.page && pages.includes(state.page))) return;
      const stopped = tellReader(id, { kind: "stop" });
      if (state !== "late") await inTime(stopped);
    }),
  );
}

/** Forgets a page, see `store/library`, and tells the other devices of a plan that goes with it. */
export async function forgetOne(database: Database, page: string, withPlan: boolean): Promise<void> {
  const row = await findPage(database, page);
  const keys = row ? keysOf(row) : [page];
  await stopReaders(keys);
  for (const plan of await forgetPage(database, page, withPlan)) await tellDeleted(plan, now());
  const skipped = await skippedPages.get();
  if (skipped.some((key) => keys.includes(key))) await skippedPages.set(skipped.filter((key) => !keys.includes(key)));
}

/**
 * Forgets every page, every plan and every setting of this browser, and what it put into the browser's sync. Another
 * device that has sync switched on keeps its own plans, and puts them there again.
 */
export async function forgetAll(database: Database): Promise<void> {
  await stopReaders(null);
  await forgetEverything(database);
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  await forgetSynced();
}
