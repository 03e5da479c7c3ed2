// What was read and is later gone: an item is marked only where a reading covered its very place and did not show it.
import type { IDBPTransaction } from "idb";
import type { Coverage } from "../domain/dataset.ts";
import { isExact } from "../domain/moment.ts";
import { type Account, type Reading, sameAccount } from "../domain/observation.ts";
import type { Feed } from "../domain/page.ts";
import type { Kind, NetworkId } from "../domain/record.ts";
import type { WhyfirstSchema } from "./database.ts";
import type { ItemRow } from "./rows.ts";

/** What storing a reading touches. */
export const READING_STORES = ["pages", "items", "feeds", "threads", "shown", "leftOut", "plans"] as const;
export type ReadingTransaction = IDBPTransaction<WhyfirstSchema, typeof READING_STORES, "readwrite">;

/** The row of an item that is shown at `at` (ms UTC): no longer gone, unless the reading is older than its going. */
export function shownAgain(row: ItemRow, at: number): ItemRow {
  const { goneAt, ...shown } = row;
  return goneAt === undefined || goneAt > at ? row : shown;
}

/** The part of a dataset's coverage that names what is gone; empty where nothing is. */
export function goneOf(items: readonly ItemRow[]): Pick<Coverage, "gone"> {
  const gone = items.flatMap(({ id, goneAt }) => (goneAt === undefined ? [] : [{ id, at: goneAt }]));
  return gone.length === 0 ? {} : { gone };
}

/**
 * Ids of all that the reading showed, null where it cannot tell what is missing. Only a site's own answer can: what it
 * draws may be folded, or not drawn yet. Signed out, sites leave things out; where a part of the answer was not
 * understood, the missing item may be that part.
 */
const allShown = ({ source, unread, signedIn, shown }: Reading): ReadonlySet<string> | null =>
  source === "json" && unread.length === 0 && signedIn !== false && shown ? new Set(shown) : null;

/**
 * Whether a feed shows all items of this kind wherever it is read. X has two layouts, which come and go by account: its
 * list of posts holds reposts in one and leaves them out in the other.
 */
const surelyShows = (network: NetworkId, feed: Feed, kind: Kind): boolean =>
  kind === "post" || (kind === "repost" && (network !== "x" || feed === "reposts" || feed === "all"));

/**
 * Marks known items that this reading should have shown and does not, and remembers where in the feed the page's own
 * items stand. Call after the reading's observations are stored. `reading.signedIn`: as its document says.
 *
 * In a feed: own posts and (where the feed surely shows them) reposts with an exact time strictly inside the gapless
 * stretch (up to the moment of reading where it begins at the top) that the same feed showed before. Answers are left
 * alone, as sites fold self-threads, and what stood outside the stretch that it was shown in, as pinned items do. In a
 * thread: first-level answers, where one answer of the site holds the post itself and says that no more follow.
 */
export async function markGone(
  transaction: ReadingTransaction,
  page: string,
  subject: Account,
  reading: Reading,
): Promise<void> {
  const seen = allShown(reading);
  if (seen && reading.place.kind === "thread" && reading.place.complete && seen.has(reading.place.focal)) {
    const { focal } = reading.place;
    const known = await transaction.objectStore("threads").get([page, focal]);
    for (const id of known?.members ?? []) {
      if (!seen.has(id)) await mark(transaction, page, id, reading.at, (item) => answersTo(item, focal));
    }
  }
  if (reading.source !== "json" || reading.place.kind !== "feed" || reading.place.span === null) return;
  const { feed, span } = reading.place;
  const shown = transaction.objectStore("shown");
  const last = span.top ? reading.at : span.to - 1;
  if (seen && span.from + 1 <= last) {
    const range = IDBKeyRange.bound([page, feed, span.from + 1], [page, feed, last, []]);
    for (const { id, at } of await shown.getAll(range)) {
      if (at < reading.at && !seen.has(id))
        await mark(transaction, page, id, reading.at, (item) => surelyShows(item.network, feed, kindOf(item)));
    }
  }
  for (const { id, kind, author, created, pinned } of reading.observations) {
    const own = surelyShows(reading.network, feed, kind) && sameAccount(author, subject);
    const inPlace = !pinned && created.from >= span.from && created.from <= Math.max(last, span.to);
    if (own && inPlace && isExact(created)) await shown.put({ page, feed, created: created.from, id, at: reading.at });
  }
}

async function mark(
  transaction: ReadingTransaction,
  page: string,
  id: string,
  at: number,
  belongs: (item: ItemRow) => boolean,
): Promise<void> {
  const items = transaction.objectStore("items");
  const item = await items.get([page, id]);
  const pinned = item?.json?.pinned || item?.dom?.pinned;
  if (!item || pinned || item.goneAt !== undefined || item.observedAt >= at || !belongs(item)) return;
  await items.put({ ...item, goneAt: at });
}

const kindOf = ({ json, dom }: ItemRow): Kind => (json ?? dom)?.kind ?? "post";
const answersTo = ({ json, dom }: ItemRow, focal: string): boolean => (json?.replyTo ?? dom?.replyTo) === focal;
