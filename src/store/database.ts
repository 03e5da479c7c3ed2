// The database in the extension's own origin, which no page and no content script can open.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { FeedCoverage, ThreadCoverage } from "../domain/dataset.ts";
import type { ItemRow, PageRow } from "./rows.ts";

export interface WhyfirstSchema extends DBSchema {
  pages: { key: string; value: PageRow };
  items: { key: [page: string, id: string]; value: ItemRow };
  feeds: { key: [page: string, feed: string]; value: FeedCoverage & { page: string } };
  threads: { key: [page: string, focal: string]; value: ThreadCoverage & { page: string } };
  /** Plans as stored; read through `store/plans`, which checks them. */
  plans: { key: string; value: { id: string; pages: string[] }; indexes: { page: string } };
  meta: { key: string; value: { name: string; value: unknown } };
}
export type Database = IDBPDatabase<WhyfirstSchema>;

export const DATABASE_NAME = "whyfirst";
export const DATABASE_VERSION = 1;

/**
 * Opens the database, creating its stores on first use. Throws where the browser refuses storage altogether.
 * A connection gives way at once when a later version wants to upgrade.
 */
export function openDatabase(name: string = DATABASE_NAME): Promise<Database> {
  return openDB<WhyfirstSchema>(name, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore("pages", { keyPath: "key" });
      database.createObjectStore("items", { keyPath: ["page", "id"] });
      database.createObjectStore("feeds", { keyPath: ["page", "feed"] });
      database.createObjectStore("threads", { keyPath: ["page", "focal"] });
      database.createObjectStore("plans", { keyPath: "id" }).createIndex("page", "pages", { multiEntry: true });
      database.createObjectStore("meta", { keyPath: "name" });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** All keys of one page in a store whose key is [page, something]. */
export const ofPage = (page: string): IDBKeyRange => IDBKeyRange.bound([page], [page, []]);
