// The backup: everything in one versioned JSON file, and taken back row by row without losing what is here.
import * as z from "zod/mini";
import { batches, DATABASE_VERSION, type Database } from "./database.ts";
import { READING_STORES } from "./gone.ts";
import { salt } from "./identity.ts";
import { JOINS, type Join } from "./joins.ts";
import { pageBy, settlePage } from "./pages.ts";
import { mergePlan, readPlan } from "./plans.ts";

/** The stores a backup holds, in the order in which they are taken back. */
export const BACKUP_STORES = ["pages", "items", "feeds", "threads", "leftOut", "shown", "plans"] as const;
export type BackupStore = (typeof BACKUP_STORES)[number];

/** Rows that travel together; a message from page to worker holds one such piece. */
export const ROWS_PER_PIECE = 200;

export interface BackupHead {
  /** The version of the database it was made from. */
  readonly schema: number;
  /** ms UTC. */
  readonly madeAt: number;
  /** Makes the keys of accounts; without it a person read again would be a stranger. null = nothing was read yet. */
  readonly salt: string | null;
  /** By name, as stored; see `platform/setting`. */
  readonly settings: Readonly<Record<string, unknown>>;
}
export interface Backup {
  readonly head: BackupHead;
  readonly pieces: readonly { readonly store: BackupStore; readonly rows: readonly unknown[] }[];
}
/** Why a file is no backup that can be taken back. `laterVersion`: made by a later version of this extension. */
export type BackupProblem = "notJson" | "notBackup" | "laterVersion";

const saltSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const headSchema = z.object({
  whyfirst: z.literal("backup"),
  schema: z.int().check(z.positive()),
  madeAt: z.int(),
  salt: z.nullable(saltSchema),
  settings: z.optional(z.record(z.string(), z.unknown())),
  stores: z.record(z.string(), z.unknown()),
});

/**
 * The backup as the parts of one text, for a Blob: all pages, items, plans and settings, and the salt. `at`: ms UTC.
 * It holds other people's texts as they are stored here, and is no file to hand on.
 */
export async function makeBackup(
  database: Database,
  settings: Readonly<Record<string, unknown>>,
  at: number,
): Promise<string[]> {
  const read = (await database.count("pages")) > 0;
  const head = {
    whyfirst: "backup",
    schema: DATABASE_VERSION,
    madeAt: at,
    salt: read ? await salt(database) : null,
    settings,
  };
  const parts = [`${JSON.stringify(head).slice(0, -1)},"stores":{`];
  for (const [i, store] of BACKUP_STORES.entries()) {
    parts.push(`${i === 0 ? "" : "],"}${JSON.stringify(store)}:[\n`);
    let separator = "";
    for await (const rows of batches(database, store, null, ROWS_PER_PIECE)) {
      for (const row of rows) {
        parts.push(`${separator}${JSON.stringify(row)}`);
        separator = ",\n";
      }
    }
  }
  parts.push("]}}\n");
  return parts;
}

/** Reads a backup's text and cuts it into pieces; whether its rows hold is seen when they are taken back. */
export function readBackup(
  text: string,
): { readonly backup: Backup; readonly problem: null } | { readonly backup: null; readonly problem: BackupProblem } {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return { backup: null, problem: "notJson" };
  }
  const parsed = headSchema.safeParse(raw);
  if (!parsed.success) return { backup: null, problem: "notBackup" };
  const { schema, madeAt, salt, settings = {}, stores } = parsed.data;
  if (schema > DATABASE_VERSION) return { backup: null, problem: "laterVersion" };
  const pieces: Backup["pieces"][number][] = [];
  for (const store of BACKUP_STORES) {
    const rows = stores[store];
    if (!Array.isArray(rows)) continue;
    for (let i = 0; i < rows.length; i += ROWS_PER_PIECE)
      pieces.push({ store, rows: rows.slice(i, i + ROWS_PER_PIECE) });
  }
  return { backup: { head: { schema, madeAt, salt, settings }, pieces }, problem: null };
}

/**
 * Makes ready to take back a backup with this salt: true where it may be. The backup's salt comes into force where
 * nothing was read here yet. false: both hold pages, read under different salts, and the same person would have two
 * keys; forget everything here first.
 */
export async function acceptSalt(database: Database, backupSalt: string | null): Promise<boolean> {
  if (backupSalt === null) return true;
  const transaction = database.transaction(["meta", "pages", "items"], "readwrite");
  const here = (await transaction.objectStore("meta").get("salt"))?.value;
  const empty =
    (await transaction.objectStore("pages").count()) + (await transaction.objectStore("items").count()) === 0;
  if (here !== backupSalt && empty) await transaction.objectStore("meta").put({ name: "salt", value: backupSalt });
  await transaction.done;
  return here === backupSalt || empty;
}

/**
 * Takes back rows of one store. Each is checked; one that does not hold is counted and left out. What is here already
 * is joined with it, the later statement winning, so that nothing stored is lost and a second time changes nothing.
 * `at`: ms UTC. All rows of one call are stored, or, where the database fails, none (plans: one by one).
 */
export async function restoreRows(
  database: Database,
  store: BackupStore,
  rows: readonly unknown[],
  at: number,
): Promise<{ readonly stored: number; readonly bad: number }> {
  if (store === "plans") {
    const plans = rows.map((row) => readPlan(row, at)).filter((plan) => plan !== null);
    for (const plan of plans) await mergePlan(database, plan);
    return { stored: plans.length, bad: rows.length - plans.length };
  }
  const { schema, join } = JOINS[store] as Join<{ page?: string; key?: string; network?: string }>;
  const pages = await database.getAll("pages");
  const transaction = database.transaction(store, "readwrite");
  const target = transaction.store as unknown as {
    get(key: IDBValidKey): Promise<object | undefined>;
    put(row: object): Promise<unknown>;
    keyPath: string | string[];
  };
  let stored = 0;
  const keys: string[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    const page = parsed.success ? (parsed.data.page ?? parsed.data.key ?? "") : "";
    if (!parsed.success || (parsed.data.network && !page.startsWith(`${parsed.data.network}:`))) continue;
    const path = target.keyPath;
    // The page may be kept under another of its names here.
    const back = parsed.data.page ? { ...parsed.data, page: pageBy(pages, page)?.key ?? page } : parsed.data;
    const key = [path].flat().map((name) => (back as Record<string, IDBValidKey>)[name]!);
    const known = await target.get(typeof path === "string" ? key[0]! : key);
    await target.put(known ? join(known as typeof back, back) : back);
    if (store === "pages") keys.push(page);
    stored += 1;
  }
  await transaction.done;
  for (const key of keys) {
    const settling = database.transaction(READING_STORES, "readwrite");
    await settlePage(settling, key);
    await settling.done;
  }
  return { stored, bad: rows.length - stored };
}
