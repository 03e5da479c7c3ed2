// A name that another account has now: the page that had it gives it up, and takes with it all that is its own.
import { type Database, ofPage, PAGE_STORES } from "./database.ts";
import { READING_STORES, type ReadingTransaction } from "./gone.ts";
import { keyBy, move } from "./pages.ts";
import type { StoredAuthor } from "./people.ts";
import type { ItemRow, PageRow } from "./rows.ts";

/** Where a page is kept that lost its name: under the name it has now, else its number. No handle begins with "#". */
async function homeFor(transaction: ReadingTransaction, row: PageRow, lost: string): Promise<string> {
  const byName = row.handle && keyBy(row.network, row.handle);
  if (byName && byName !== lost && !(await transaction.objectStore("pages").get(byName))) return byName;
  // A name may be a number on X, which has no addresses by number.
  return row.network === "x" ? `x:#${row.id}` : keyBy(row.network, row.id ?? "");
}

/**
 * Ids of what was read of the other account and put with the page: what the page is said to have written, told without
 * its number and last shown after the page was last read by that, with all below it.
 */
function othersItems(items: readonly ItemRow[], readByNumber: number): ReadonlySet<string> {
  const isTheirs = ({ json, dom, observedAt }: ItemRow): boolean => {
    const authors = [json?.author, dom?.author].filter((author): author is StoredAuthor => !!author);
    return observedAt > readByNumber && authors.some(({ role }) => role === "page") && authors.every((a) => !a.idKey);
  };
  const ids = new Set(items.filter(isTheirs).map(({ id }) => id));
  const above = ({ json, dom }: ItemRow) => [json?.thread, json?.replyTo, dom?.thread, dom?.replyTo];
  for (let size = -1; size < ids.size; ) {
    size = ids.size;
    for (const item of items) if (above(item).some((id) => id && ids.has(id))) ids.add(item.id);
  }
  return ids;
}

/**
 * Frees the key `lost` for the account that has the name now; the page `known` was known by it. What was read of that
 * account before its number was told goes to the key; how far feeds were read meanwhile is not known of either.
 */
export async function giveUpName(database: Database, known: PageRow, lost: string): Promise<void> {
  const transaction = database.transaction(READING_STORES, "readwrite");
  const row = await transaction.objectStore("pages").get(known.key);
  // What comes from another tab may have settled it meanwhile.
  if (!row || row.id !== known.id) return transaction.done;
  const home = row.key === lost ? await homeFor(transaction, row, lost) : row.key;
  const { formerKeys, ...rest } = row;
  const readByNumber = row.readByNumberAt ?? row.lastReadAt;
  const renamed = keyBy(row.network, row.handle ?? "") !== lost;
  // Under the name that the page is known to have by now, nobody else was read.
  const items: ItemRow[] = renamed ? [] : await transaction.objectStore("items").getAll(ofPage(row.key));
  const others = othersItems(items, readByNumber);
  await transaction.objectStore("pages").delete(row.key);
  await transaction.objectStore("pages").put({
    ...rest,
    key: home,
    handle: renamed ? row.handle : null,
    url: renamed ? row.url : "",
    lastReadAt: others.size > 0 ? Math.min(row.lastReadAt, readByNumber) : row.lastReadAt,
    ...(formerKeys && { formerKeys: formerKeys.filter((key) => key !== lost) }),
  });
  const isOthers = (one: object): boolean => {
    const { id, focal } = one as { id?: string; focal?: string };
    return others.has(id ?? focal ?? "");
  };
  for (const store of PAGE_STORES) {
    if (row.key === lost) await move(transaction, store, lost, home, (one) => !isOthers(one));
    else await move(transaction, store, row.key, lost, isOthers);
  }
  if (others.size > 0) await forgetSince(transaction, home, readByNumber);
  const plans = transaction.objectStore("plans");
  for (const plan of await plans.index("page").getAll(row.key))
    await plans.put({ ...plan, pages: plan.pages.map((key) => (key === row.key ? home : key)) });
  await transaction.done;
}

/** What a feed was said to cover later than `at` (ms UTC) may be the other account's. */
async function forgetSince(transaction: ReadingTransaction, page: string, at: number): Promise<void> {
  const feeds = transaction.objectStore("feeds");
  for (const feed of await feeds.getAll(ofPage(page)))
    await feeds.put({ ...feed, segments: feed.segments.filter(({ to, topAt }) => (topAt ?? to) <= at) });
}
