// Records in and out of the database: upserts that any repetition leaves unchanged, and the dataset read back.
import { withLink, withSpan } from "../domain/coverage.ts";
import type { Dataset, FeedCoverage } from "../domain/dataset.ts";
import { type Account, type Observation, type Reading, sameAccount } from "../domain/observation.ts";
import { type Page, pageSchema } from "../domain/page.ts";
import type { Author, PageRecord } from "../domain/record.ts";
import { batches, type Database, ofPage } from "./database.ts";
import { goneOf, markGone, READING_STORES, type ReadingTransaction, shownAgain } from "./gone.ts";
import { authorKey, salt } from "./identity.ts";
import { emptyPageRow, type ItemRow, type PageRow, type Part, toRecord, unreadOf, updatePart } from "./rows.ts";

const MAX_MEMBERS = 20_000;
const ITEMS_AT_ONCE = 1_000;

async function hashedParts(
  database: Database,
  readings: readonly Reading[],
  subject: Account,
): Promise<Map<Observation, Part>> {
  const secret = await salt(database);
  const memo = new Map<string, string>();
  const parts = new Map<Observation, Part>();
  for (const { network, observations, at } of readings) {
    const author = async (account: Account | null): Promise<Author | null> =>
      account && (account.id || account.handle)
        ? {
            role: sameAccount(account, subject) ? "page" : "other",
            key: await authorKey(secret, network, account, memo),
          }
        : null;
    for (const observation of observations) {
      const { id: _, ...rest } = observation;
      parts.set(observation, {
        ...rest,
        at,
        author: await author(observation.author),
        replyToAuthor: await author(observation.replyToAuthor),
      });
    }
  }
  return parts;
}

function pageAfter(row: PageRow, reading: Reading): PageRow {
  const unread = { ...row.unread };
  const list = reading.place.kind === "feed" ? reading.place.feed : reading.place.kind;
  for (const { reason, count } of reading.unread) {
    const key = `${reading.source}:${list}:${reason}`;
    // The page is drawn again and again, each answer comes once.
    unread[key] = reading.source === "dom" ? Math.max(unread[key] ?? 0, count) : (unread[key] ?? 0) + count;
  }
  const after: PageRow = {
    ...row,
    unread,
    lastReadAt: Math.max(row.lastReadAt, reading.at),
    signedIn: reading.signedIn ?? row.signedIn,
  };
  for (const { account, name, about, totalPosts, company } of reading.pages) {
    after.id = account.id ?? after.id;
    after.handle = account.handle ?? after.handle;
    after.name = name ?? after.name;
    after.about = about ?? after.about;
    after.totalPosts = totalPosts ?? after.totalPosts;
    if (company !== undefined) after.company = company;
  }
  return after;
}

/** Whether the order in force hides answers: what was said last, unless all were shown. */
function filteredIn(
  known: { readonly complete: boolean; readonly filtered?: boolean | undefined } | undefined,
  { complete, filtered = known?.filtered }: { readonly complete: boolean; readonly filtered?: boolean | undefined },
): { filtered?: boolean } {
  if (filtered === undefined) return {};
  return { filtered: filtered && !complete && !known?.complete };
}

/** An edited item takes the place of its earlier versions, also where one of those was left out of the audit. */
async function dropVersions(
  transaction: ReadingTransaction,
  page: string,
  { id, earlier }: Observation,
): Promise<void> {
  for (const before of earlier?.ids ?? []) {
    if (before === id) continue;
    await transaction.objectStore("items").delete([page, before]);
    const leftOut = await transaction.objectStore("leftOut").get([page, before]);
    if (leftOut) await transaction.objectStore("leftOut").put({ ...leftOut, id });
  }
}

/**
 * Stores readings that belong to `page`, whose account is `subject`, in one transaction: all of it or nothing.
 * The same reading twice changes nothing but the time it was last seen. Gives the number of records the page has now.
 */
export async function storeReadings(
  database: Database,
  page: Page,
  subject: Account,
  readings: readonly Reading[],
): Promise<number> {
  const parts = await hashedParts(database, readings, subject);
  const transaction = database.transaction(READING_STORES, "readwrite");
  const pages = transaction.objectStore("pages");
  const items = transaction.objectStore("items");
  const feeds = transaction.objectStore("feeds");
  const threads = transaction.objectStore("threads");
  let row = (await pages.get(page.key)) ?? emptyPageRow(page, readings[0]?.at ?? 0);
  for (const reading of readings) {
    row = pageAfter(row, reading);
    for (const observation of reading.observations) {
      const known: ItemRow = (await items.get([page.key, observation.id])) ?? {
        page: page.key,
        id: observation.id,
        network: page.network,
        observedAt: 0,
        json: null,
        dom: null,
      };
      await dropVersions(transaction, page.key, observation);
      await items.put({
        ...shownAgain(known, reading.at),
        observedAt: Math.max(known.observedAt, reading.at),
        [reading.source]: updatePart(known[reading.source], parts.get(observation)!),
      });
    }
    await markGone(transaction, page.key, subject, { ...reading, signedIn: reading.signedIn ?? row.signedIn });
    if (reading.place.kind === "feed") {
      const { feed, span, link } = reading.place;
      const known: FeedCoverage = (await feeds.get([page.key, feed])) ?? { feed, segments: [], observedAt: reading.at };
      const after = span
        ? withSpan(known, span, reading.at)
        : withLink(known, link ?? { cursor: null, next: null, end: false }, reading.at);
      await feeds.put({ ...after, page: page.key });
    }
    if (reading.place.kind === "thread") {
      const { focal, link } = reading.place;
      const known = await threads.get([page.key, focal]);
      const follows = link && (link.cursor === null || link.cursor === known?.next);
      const complete = reading.place.complete || (follows === true && link.end);
      const next = follows ? link.next : known?.next;
      const members = new Set([...(known?.members ?? []), ...reading.observations.map(({ id }) => id)]);
      // A later look at a part of it vouches for nothing that was written below since all of it was shown.
      const vouches = complete || !known?.complete;
      const shown = complete ? await items.get([page.key, focal]) : undefined;
      const announced = shown ? (toRecord(shown).announced.comments ?? undefined) : known?.announced;
      await threads.put({
        page: page.key,
        focal,
        members: [...members].slice(0, MAX_MEMBERS),
        complete: complete || (known?.complete ?? false),
        ...(announced !== undefined && { announced }),
        ...filteredIn(known, reading.place),
        ...(next && { next }),
        observedAt: vouches ? Math.max(known?.observedAt ?? 0, reading.at) : known.observedAt,
      });
    }
  }
  await pages.put(row);
  const count = await items.count(ofPage(page.key));
  await transaction.done;
  return count;
}

/** Everything known of a page; null where it was never read. */
export async function loadDataset(database: Database, key: string): Promise<Dataset | null> {
  const transaction = database.transaction(["pages", "feeds", "threads"]);
  const [row, feeds, threads] = await Promise.all([
    transaction.objectStore("pages").get(key),
    transaction.objectStore("feeds").getAll(ofPage(key)),
    transaction.objectStore("threads").getAll(ofPage(key)),
  ]);
  await transaction.done;
  if (!row) return null;
  const items: ItemRow[] = [];
  const records: PageRecord[] = [];
  // In pieces, so that whoever asks can answer a click meanwhile.
  for await (const rows of batches(database, "items", ofPage(key), ITEMS_AT_ONCE)) {
    for (const item of rows as ItemRow[]) {
      items.push(item);
      records.push(toRecord(item));
    }
  }
  const reposts = records.filter(({ kind, author }) => kind === "repost" && author.role === "page").length;
  return {
    page: pageSchema.parse(row),
    records,
    coverage: {
      feeds: feeds.map(({ page: _, ...coverage }) => coverage),
      threads: threads.map(({ page: _, ...coverage }) => coverage),
      unread: unreadOf(row, reposts),
      signedIn: row.signedIn,
      ...goneOf(items),
    },
  };
}
