// Which row a page is kept in: it may be asked for by its handle or by its number, and it is one page.
import { otherAccount, sameAccount } from "../domain/observation.ts";
import type { NetworkId } from "../domain/record.ts";
import { type Database, ofPage, PAGE_STORES } from "./database.ts";
import type { ReadingTransaction } from "./gone.ts";
import { JOINS, type Join } from "./joins.ts";
import type { PageRow } from "./rows.ts";

export const keyBy = (network: NetworkId, name: string): string => `${network}:${name.toLowerCase()}`;

/** Keys by which the page may be asked for, its own first. X addresses pages by handle alone. */
export function keysOf({ key, network, handle, id, formerKeys = [] }: PageRow): string[] {
  const names = [handle, network === "x" ? null : id].filter((name) => name !== null);
  return [...new Set([key, ...names.map((name) => keyBy(network, name)), ...formerKeys])];
}

/** The row kept under the key, else one that goes by it. */
export const pageBy = (rows: readonly PageRow[], key: string): PageRow | undefined =>
  rows.find((row) => row.key === key) ?? rows.find((row) => keysOf(row).includes(key));

/** The same out of the database. */
export const findPage = async (database: Database, key: string): Promise<PageRow | undefined> =>
  (await database.get("pages", key)) ?? pageBy(await database.getAll("pages"), key);

const isOne = (a: PageRow, b: PageRow): boolean =>
  a.network === b.network &&
  (sameAccount(a, b) || (!otherAccount(a, b) && (keysOf(a).includes(b.key) || keysOf(b).includes(a.key))));

/**
 * Joins the rows that turn out to be one page with the row under `key`, and everything kept under them, plans included.
 * Gives the key under which all of it is kept: that of its handle where one of the rows has it.
 */
export async function settlePage(transaction: ReadingTransaction, key: string): Promise<string> {
  const pages = transaction.objectStore("pages");
  const rows = await pages.getAll();
  const row = rows.find((one) => one.key === key);
  if (!row) return key;
  const all = [row, ...rows.filter((other) => other !== row && isOne(row, other))];
  const handle = all.find((one) => one.handle)?.handle;
  let home = all.find((one) => handle && one.key === keyBy(row.network, handle)) ?? row;
  const { join } = JOINS.pages as Join<PageRow>;
  for (const other of all) {
    if (other.key === home.key) continue;
    const formerKeys = [...new Set([...(home.formerKeys ?? []), ...(other.formerKeys ?? []), other.key])];
    home = { ...join(home, other), formerKeys: formerKeys.slice(-MAX_FORMER) };
    await pages.delete(other.key);
    for (const store of PAGE_STORES) await move(transaction, store, other.key, home.key);
  }
  if (all.length > 1) await pages.put(home);
  await movePlans(transaction, home);
  return home.key;
}

const MAX_FORMER = 20;

/** Puts what is kept of a page under another key, joined with what is there; `goes`: whether a row does. */
export async function move(
  transaction: ReadingTransaction,
  name: (typeof PAGE_STORES)[number],
  from: string,
  to: string,
  goes: (row: object) => boolean = () => true,
): Promise<void> {
  type Row = { page: string };
  const store = transaction.objectStore(name) as unknown as {
    keyPath: string[];
    get(key: IDBValidKey): Promise<Row | undefined>;
    getAll(range: IDBKeyRange): Promise<Row[]>;
    put(row: Row): Promise<unknown>;
    delete(key: IDBValidKey): Promise<void>;
  };
  const { join } = JOINS[name] as Join<Row>;
  const keyOf = (row: Row): IDBValidKey => store.keyPath.map((field) => row[field as keyof Row]);
  for (const row of await store.getAll(ofPage(from))) {
    if (!goes(row)) continue;
    const moved = { ...row, page: to };
    const known = await store.get(keyOf(moved));
    await store.put(known ? join(known, moved) : moved);
    await store.delete(keyOf(row));
  }
}

/** Plans that name the page otherwise name it by its key; of several, the one changed last speaks for it. */
async function movePlans(transaction: ReadingTransaction, page: PageRow): Promise<void> {
  const plans = transaction.objectStore("plans");
  const [key = "", ...others] = keysOf(page);
  for (const other of others) {
    // What is still kept under that key is another account's, and so is the plan.
    if (await transaction.objectStore("pages").get(other)) continue;
    for (const plan of await plans.index("page").getAll(other)) {
      const [standing] = await plans.index("page").getAll(key);
      const rest = plan.pages.filter((name) => name !== other && name !== key);
      const wins = !standing || standing.id === plan.id || changedAt(plan) > changedAt(standing);
      if (wins && standing && standing.id !== plan.id)
        await plans.put({ ...standing, pages: standing.pages.filter((name) => name !== key) });
      await plans.put({ ...plan, pages: wins ? [key, ...rest] : rest });
    }
  }
}

const changedAt = (plan: object): number => Number((plan as { changedAt?: unknown }).changedAt ?? 0);
