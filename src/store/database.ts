// The database in the extension's own origin, which no page and no content script can open.
import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from "idb";
import type { FeedCoverage, ThreadCoverage } from "../domain/dataset.ts";
import type { ItemRow, LeftOutRow, PageRow, ShownRow } from "./rows.ts";

export interface WhyfirstSchema extends DBSchema {
  pages: { key: string; value: PageRow };
  items: { key: [page: string, id: string]; value: ItemRow };
  feeds: { key: [page: string, feed: string]; value: FeedCoverage & { page: string } };
  threads: { key: [page: string, focal: string]; value: ThreadCoverage & { page: string } };
  /** Plans as stored; read through `store/plans`, which checks them. */
  plans: { key: string; value: { id: string; pages: string[] }; indexes: { page: string } };
  /** Items the person took out of the audit; they stay in `items`. */
  leftOut: { key: [page: string, id: string]; value: LeftOutRow };
  /** Where in a feed the page's own items stand, so that a later reading of that place can tell that one is gone. */
  shown: { key: [page: string, feed: string, created: number, id: string]; value: ShownRow };
  meta: { key: string; value: { name: string; value: unknown } };
}
export type Database = IDBPDatabase<WhyfirstSchema>;

export const DATABASE_NAME = "whyfirst";
export const DATABASE_VERSION = 2;

/** The steps from an empty database to the current version, in order; a step that was released never changes. */
const STEPS: readonly ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore("pages", { keyPath: "key" });
    database.createObjectStore("items", { keyPath: ["page", "id"] });
    database.createObjectStore("feeds", { keyPath: ["page", "feed"] });
    database.createObjectStore("threads", { keyPath: ["page", "focal"] });
    database.createObjectStore("plans", { keyPath: "id" }).createIndex("page", "pages", { multiEntry: true });
    database.createObjectStore("meta", { keyPath: "name" });
  },
  (database) => {
    database.createObjectStore("leftOut", { keyPath: ["page", "id"] });
    database.createObjectStore("shown", { keyPath: ["page", "feed", "created", "id"] });
  },
];

/**
 * Opens the database, creating or adding its stores as needed. Throws where the browser refuses storage altogether, or
 * where the database was made by a later version. A connection gives way at once when a later version wants to upgrade.
 */
export function openDatabase(name: string = DATABASE_NAME): Promise<Database> {
  return openDB<WhyfirstSchema>(name, DATABASE_VERSION, {
    upgrade(database, before) {
      for (const step of STEPS.slice(before)) step(database);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** All keys of one page in a store whose key is [page, something]. */
export const ofPage = (page: string): IDBKeyRange => IDBKeyRange.bound([page], [page, []]);

/** The stores that hold what was read of pages, with keys that begin with the page (`pages` itself aside). */
export const PAGE_STORES = ["items", "feeds", "threads", "leftOut", "shown"] as const;

/**
 * All rows of a store in pieces of at most `size`, in the order of their keys, so that a large one is never held whole.
 * `range` null = all of them. Rows written meanwhile may or may not be among them.
 */
export async function* batches(
  database: Database,
  store: StoreNames<WhyfirstSchema>,
  range: IDBKeyRange | null,
  size: number,
): AsyncGenerator<readonly unknown[]> {
  let rest: IDBKeyRange | null = range;
  for (;;) {
    const rows: readonly unknown[] = await database.getAll(store, rest as never, size);
    const keys: readonly IDBValidKey[] = await database.getAllKeys(store, rest as never, size);
    if (rows.length > 0) yield rows;
    const last = keys.at(-1);
    if (rows.length < size || last === undefined) return;
    rest = range ? IDBKeyRange.bound(last, range.upper, true, range.upperOpen) : IDBKeyRange.lowerBound(last, true);
  }
}
