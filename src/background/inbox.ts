// The inbox: the one writer. Checks what a reader sends against where it was sent from, and stores it.
import type { Page } from "../domain/page.ts";
import { NETWORKS } from "../networks/index.ts";
import type { ReaderMessage } from "../platform/messages.ts";
import type { Database } from "../store/database.ts";
import { findPage } from "../store/pages.ts";
import { storeReadings } from "../store/records.ts";

export interface Stored {
  /** Key under which the page is kept. */
  readonly page: string;
  /** Records the page has now. */
  readonly records: number;
}

/**
 * Stores an accepted message of a reader; null where it claims a network other than the one its tab shows, or names
 * no page. `origin`: as the browser states it. Rejects where the database does.
 */
export async function receive(database: Database, message: ReaderMessage, origin: string): Promise<Stored | null> {
  const network = NETWORKS.find(({ id }) => id === message.network);
  const url = new URL(origin);
  if (!network || url.protocol !== "https:" || !network.hosts.includes(url.hostname)) return null;
  const { id, handle } = message.subject;
  const names = [message.subject, { id, handle: null }, { id: null, handle }].map((name) => network.pageKey(name));
  const key = message.page ?? names[0];
  if (!key || !names.includes(key) || message.readings.some((reading) => reading.network !== network.id)) return null;
  const page: Page = {
    key,
    network: network.id,
    handle,
    id,
    name: null,
    about: null,
    url: network.pageUrl(message.subject),
    totalPosts: null,
  };
  const records = await storeReadings(database, page, message.subject, message.readings);
  return { page: (await findPage(database, key))?.key ?? key, records };
}
