// Records in and out of the database: upserts that any repetition leaves unchanged, and the dataset read back.
import { withLink, withSpan } from "../domain/coverage.ts";
import type { Dataset, FeedCoverage } from "../domain/dataset.ts";
import { type Account, type Observation, otherAccount, type Reading, sameAccount } from "../domain/observation.ts";
import { type Page, pageSchema } from "../domain/page.ts";
import type { PageRecord } from "../domain/record.ts";
import { batches, type Database, ofPage } from "./database.ts";
import { goneOf, markGone, READING_STORES, type ReadingTransaction, shownAgain } from "./gone.ts";
import { namesOf, salt } from "./identity.ts";
import { findPage, keyBy, settlePage } from "./pages.ts";
import { People, type StoredAuthor } from "./people.ts";
import { emptyPageRow, type ItemRow, type PageRow, type Part, type Told, toRecord, updatePart } from "./rows.ts";
import { giveUpName } from "./takeover.ts";
import { unreadAfter, unreadOf } from "./unread.ts";

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
    const author = async (account: Account | null): Promise<StoredAuthor | null> => {
      if (!account) return null;
      const { handle, id } = await namesOf(secret, network, account, memo);
      const key = handle ?? id;
      if (key === null) return null;
      return { role: sameAccount(account, subject) ? "page" : "other", key, ...(id !== null && { idKey: id }) };
    };
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

/** The page's row after a reading. `whole`: with it all of its thread was shown; `byNumber`: its reader knew the number. */
function pageAfter(row: PageRow, reading: Reading, whole: boolean, byNumber: boolean): PageRow {
  const after: PageRow = {
    ...row,
    ...unreadAfter(row, reading, whole),
    lastReadAt: Math.max(row.lastReadAt, reading.at),
    ...(byNumber && { readByNumberAt: Math.max(row.readByNumberAt ?? 0, reading.at) }),
    signedIn: reading.signedIn ?? row.signedIn,
  };
  for (const { account, name, about, totalPosts, company } of reading.pages) {
    if (differ(account.id, after.id)) continue;
    // By its handle alone it may be another account, which has that now: what is known by the number stands.
    const isSure = after.id === null || account.id !== null || (name !== null && name === after.name);
    const joined = <T>(told: T | null, known: T | null): T | null => (isSure ? (told ?? known) : (known ?? told));
    after.id = account.id ?? after.id;
    after.handle = account.handle ?? after.handle;
    after.name = joined(name, after.name);
    after.about = joined(about, after.about);
    after.totalPosts = joined(totalPosts, after.totalPosts);
    if (company !== undefined && (isSure || after.company === undefined)) after.company = company;
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

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/**
 * Where a page is kept that is read as `key`, and its account with what was learned of its names before: in an answer
 * that uses the name this reader does not know, its own items are its own all the same. Where the page known by that
 * name is surely another account (it was renamed, and this one took its name), that gives the name up.
 */
async function standingOf(
  database: Database,
  key: string,
  reader: Account,
): Promise<{ key: string; subject: Account }> {
  const row = await findPage(database, key);
  if (!row) return { key, subject: reader };
  if (!otherAccount(row, reader))
    return { key: row.key, subject: { id: reader.id ?? row.id, handle: reader.handle ?? row.handle } };
  if (row.id !== null && (row.key === key || keyBy(row.network, row.handle ?? "") === key))
    await giveUpName(database, row, key);
  return { key, subject: reader };
}

/**
 * Stores readings of `page`, whose account is `reader` as far as its reader knows, in one transaction: all of it or
 * nothing. It is kept in the row that the page has already, under whichever of its names. The same reading twice changes
 * nothing but the time it was last seen. Gives the number of records the page has now.
 */
export async function storeReadings(
  database: Database,
  page: Page,
  reader: Account,
  readings: readonly Reading[],
): Promise<number> {
  const { key, subject } = await standingOf(database, page.key, reader);
  const parts = await hashedParts(database, readings, subject);
  const transaction = database.transaction(READING_STORES, "readwrite");
  const pages = transaction.objectStore("pages");
  const items = transaction.objectStore("items");
  const feeds = transaction.objectStore("feeds");
  const threads = transaction.objectStore("threads");
  let row = (await pages.get(key)) ?? emptyPageRow({ ...page, key }, readings[0]?.at ?? 0);
  row = { ...row, id: row.id ?? subject.id, handle: row.handle ?? subject.handle, url: row.url || page.url };
  if (row.id !== null) row.readByNumberAt ??= row.lastReadAt;
  for (const reading of readings) {
    let whole = false;
    for (const observation of reading.observations) {
      const known: ItemRow = (await items.get([key, observation.id])) ?? {
        page: key,
        id: observation.id,
        network: page.network,
        observedAt: 0,
        json: null,
        dom: null,
      };
      await dropVersions(transaction, key, observation);
      await items.put({
        ...shownAgain(known, reading.at),
        observedAt: Math.max(known.observedAt, reading.at),
        [reading.source]: updatePart(known[reading.source], parts.get(observation)!),
      });
    }
    await markGone(transaction, key, subject, reading);
    if (reading.place.kind === "feed") {
      const { feed, link } = reading.place;
      // Signed out, sites show a choice of posts: it covers no stretch of time.
      const span = reading.signedIn === false ? null : reading.place.span;
      const known: FeedCoverage = (await feeds.get([key, feed])) ?? { feed, segments: [], observedAt: reading.at };
      const after = span
        ? withSpan(known, span, reading.at)
        : withLink(known, link ?? { cursor: null, next: null, end: false }, reading.at);
      await feeds.put({ ...after, page: key });
    }
    if (reading.place.kind === "thread") {
      const { focal, link } = reading.place;
      const known = await threads.get([key, focal]);
      const follows = link && (link.cursor === null || link.cursor === known?.next);
      const complete = reading.place.complete || (follows === true && link.end);
      whole = complete;
      const next = follows ? link.next : known?.next;
      const members = new Set([...(known?.members ?? []), ...reading.observations.map(({ id }) => id)]);
      // A later look at a part of it vouches for nothing that was written below since all of it was shown.
      const vouches = complete || !known?.complete;
      const shown = complete ? await items.get([key, focal]) : undefined;
      const announced = shown ? (toRecord(shown).announced.comments ?? undefined) : known?.announced;
      await threads.put({
        page: key,
        focal,
        members: [...members].slice(0, MAX_MEMBERS),
        complete: complete || (known?.complete ?? false),
        ...(announced !== undefined && { announced }),
        ...filteredIn(known, reading.place),
        ...(next && { next }),
        observedAt: vouches ? Math.max(known?.observedAt ?? 0, reading.at) : known.observedAt,
      });
    }
    row = pageAfter(row, reading, whole, reader.id !== null && reader.id === row.id);
  }
  await pages.put(row);
  const count = await items.count(ofPage(await settlePage(transaction, key)));
  await transaction.done;
  return count;
}

/** The hashes of the page's own names. */
async function ownNames(database: Database, row: PageRow): Promise<string[]> {
  const { handle, id } = await namesOf(await salt(database), row.network, row);
  return [handle, id].filter((name) => name !== null);
}

/** A page's items in pieces, so that whoever asks can answer a click meanwhile; `people` learns from each. */
async function* itemsOf(
  database: Database,
  page: string,
  people: People,
): AsyncGenerator<{ item: ItemRow; told: Told }> {
  for await (const rows of batches(database, "items", ofPage(page), ITEMS_AT_ONCE)) {
    for (const item of rows as ItemRow[]) {
      const told = toRecord(item);
      for (const author of [told.author, told.replyToAuthor]) people.learn(author, item.observedAt);
      yield { item, told };
    }
  }
}

/** Everyone a page's items name, the page among them. */
export async function loadPeople(database: Database, row: PageRow): Promise<People> {
  const people = new People(await ownNames(database, row));
  for await (const _ of itemsOf(database, row.key, people));
  return people;
}

/** Everything known of the page that goes by the key `name`; null where it was never read. */
export async function loadDataset(database: Database, name: string): Promise<Dataset | null> {
  const key = (await findPage(database, name))?.key ?? name;
  const transaction = database.transaction(["pages", "feeds", "threads"]);
  const [row, feeds, threads] = await Promise.all([
    transaction.objectStore("pages").get(key),
    transaction.objectStore("feeds").getAll(ofPage(key)),
    transaction.objectStore("threads").getAll(ofPage(key)),
  ]);
  await transaction.done;
  if (!row) return null;
  const people = new People(await ownNames(database, row));
  const items: ItemRow[] = [];
  const all: Told[] = [];
  for await (const { item, told } of itemsOf(database, key, people)) {
    items.push(item);
    all.push(told);
  }
  const records: PageRecord[] = all.map((record) => ({
    ...record,
    author: people.author(record.author),
    replyToAuthor: record.replyToAuthor && people.author(record.replyToAuthor),
  }));
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
