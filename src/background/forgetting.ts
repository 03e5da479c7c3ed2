// Forgetting: what was read is deleted, what hangs on it outside the database too, and no reader writes it back.
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { tellReader } from "../platform/messages.ts";
import { skippedPages } from "../platform/setting.ts";
import type { Database } from "../store/database.ts";
import { forgetEverything, forgetPage } from "../store/library.ts";
import { findPage, keysOf } from "../store/pages.ts";
import { showCount } from "./badge.ts";
import { type Muted, mute, unmute } from "./muted.ts";
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

/** The tab's reader drops what it has of these pages (null: of all), and stops if it reads one of them. */
async function stopReader(tabId: number, pages: readonly string[] | null): Promise<void> {
  const state = await tellReader(tabId, { kind: "forget", pages: pages && [...pages] });
  if (state && !state.reading) await showCount(tabId, null);
}

/** A tab that sends is awake: it hears what it has not heard, as this worker may have been killed while it waited. */
export async function tellAgain(tabId: number, { pages }: Muted): Promise<void> {
  await stopReader(tabId, pages);
  await unmute(tabId);
}

/**
 * Stops the readers of the page that goes by these keys (null: all of them), so that an open tab does not store again
 * what is forgotten. One that does not answer in time does so when it wakes; what it sends until then is not taken.
 */
async function stopReaders(pages: readonly string[] | null): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const answered = stopReader(id, pages);
      if ((await inTime(answered)) !== "late") return;
      await mute(id, pages);
      void answered.then(() => unmute(id));
    }),
  );
}

/** Forgets a page, see `store/library`, and tells the other devices of a plan that goes with it. */
export async function forgetOne(database: Database, page: string, withPlan: boolean): Promise<void> {
  const keys = await keysFor(database, page);
  await stopReaders(keys);
  // What came in meanwhile may have joined it with the page read under its other name.
  const row = await findPage(database, page);
  const joined = row ? keysOf(row).filter((key) => !keys.includes(key)) : [];
  if (joined.length > 0) await stopReaders(joined);
  for (const plan of await forgetPage(database, row?.key ?? page, withPlan)) await tellDeleted(plan, now());
  const all = [...keys, ...joined];
  const skipped = await skippedPages.get();
  if (skipped.some((key) => all.includes(key))) await skippedPages.set(skipped.filter((key) => !all.includes(key)));
}

async function keysFor(database: Database, page: string): Promise<string[]> {
  const row = await findPage(database, page);
  return row ? keysOf(row) : [page];
}

/**
 * Forgets every page, every plan and every setting of this browser, and what it put into the browser's sync. Another
 * device that has sync switched on keeps its own plans, and puts them there again.
 */
export async function forgetAll(database: Database): Promise<void> {
  await browser.storage.session.clear();
  await stopReaders(null);
  await forgetEverything(database);
  await browser.storage.local.clear();
  await forgetSynced();
}
