// The library: every page that was read, how much of it there is, and forgetting it.
import type { Page } from "../domain/page.ts";
import { pageSchema } from "../domain/page.ts";
import { batches, type Database, ofPage, PAGE_STORES } from "./database.ts";
import type { PageRow } from "./rows.ts";

export interface LibraryPage {
  readonly page: Page;
  /** Items stored of it, its own and other people's. */
  readonly records: number;
  /** ms UTC of the first and the last reading. */
  readonly firstReadAt: number;
  readonly lastReadAt: number;
  /** Id of the plan that speaks for it; null where none does. */
  readonly plan: string | null;
}

/** All pages of which something was read, the one read last first. Quick: rows are counted, not read. */
export async function listPages(database: Database): Promise<LibraryPage[]> {
  const transaction = database.transaction(["pages", "items", "plans"]);
  const rows = await transaction.objectStore("pages").getAll();
  const plans = await transaction.objectStore("plans").getAll();
  const pages = await Promise.all(
    rows.map(async (row) => {
      const records = await transaction.objectStore("items").count(ofPage(row.key));
      return pageOf(row, records, plans.find(({ pages }) => pages.includes(row.key))?.id ?? null);
    }),
  );
  await transaction.done;
  return pages.filter((page) => page !== null).sort((a, b) => b.lastReadAt - a.lastReadAt);
}

function pageOf(row: PageRow, records: number, plan: string | null): LibraryPage | null {
  const parsed = pageSchema.safeParse(row);
  return parsed.success
    ? { page: parsed.data, records, firstReadAt: row.firstReadAt, lastReadAt: row.lastReadAt, plan }
    : null;
}

const PER_BATCH = 500;

/**
 * How many bytes the page's rows hold, written out as JSON in UTF-8. What the browser needs on disk differs (it
 * compresses and keeps an index); `navigator.storage.estimate` tells that for all pages together.
 */
export async function pageBytes(database: Database, page: string): Promise<number> {
  const encoder = new TextEncoder();
  const size = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;
  const row = await database.get("pages", page);
  let bytes = row ? size(row) : 0;
  for (const store of PAGE_STORES) {
    for await (const rows of batches(database, store, ofPage(page), PER_BATCH)) {
      for (const one of rows) bytes += size(one);
    }
  }
  return bytes;
}

/**
 * Forgets all that was read of a page, in one transaction. The plan that speaks for it no longer does; with
 * `withPlan`, a plan that speaks for no other page is deleted too. Gives the ids of deleted plans.
 */
export async function forgetPage(database: Database, page: string, withPlan: boolean): Promise<string[]> {
  const transaction = database.transaction(["pages", "plans", ...PAGE_STORES], "readwrite");
  await transaction.objectStore("pages").delete(page);
  for (const store of PAGE_STORES) await transaction.objectStore(store).delete(ofPage(page) as never);
  const plans = transaction.objectStore("plans");
  const deleted: string[] = [];
  for (const plan of await plans.index("page").getAll(page)) {
    const pages = plan.pages.filter((key) => key !== page);
    if (pages.length > 0 || !withPlan) await plans.put({ ...plan, pages });
    else {
      await plans.delete(plan.id);
      deleted.push(plan.id);
    }
  }
  await transaction.done;
  return deleted;
}

/** Empties the whole database: pages, plans, what was left out, and the salt. */
export async function forgetEverything(database: Database): Promise<void> {
  const stores = ["pages", "plans", "meta", ...PAGE_STORES] as const;
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
  await transaction.done;
}
