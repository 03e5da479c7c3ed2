// Retention: after the days the person chose, other people's texts are dropped; what the audits count on stays.
import { mentions } from "../computed/needs.ts";
import { classifyMessage } from "../computed/text-class.ts";
import type { About } from "../domain/record.ts";
import type { Database } from "../store/database.ts";
import type { People } from "../store/people.ts";
import { loadPlan, sisterKeys } from "../store/plans.ts";
import { loadPeople } from "../store/records.ts";
import type { ItemRow, PageRow } from "../store/rows.ts";

const DAY = 86_400_000;
/** Name of the row in `meta` that says when it last ran (ms UTC). */
const LAST = "prunedAt";

interface Ours {
  readonly people: People;
  /** Of the sister accounts. */
  readonly keys: ReadonlySet<string>;
  readonly names: { readonly handles: ReadonlySet<string>; readonly name: string | null };
}

/** Whose words are the page's own: the page itself and the sister accounts of its plan. */
async function oursOf(database: Database, page: PageRow): Promise<Ours> {
  const plan = await loadPlan(database, page.key);
  const sisters = (plan?.sisters ?? []).filter(({ network }) => network === page.network);
  const handles = [page.handle ?? "", ...sisters.map(({ handle }) => handle)].map((handle) => handle.toLowerCase());
  const people = await loadPeople(database, page);
  return {
    people,
    keys: await sisterKeys(database, plan),
    names: { handles: new Set(handles), name: page.name?.toLowerCase() ?? null },
  };
}

/** The row without its text, null where there is nothing to drop. */
function without(item: ItemRow, ours: Ours | undefined): ItemRow | null {
  const { json, dom } = item;
  const stored = json?.author ?? dom?.author ?? null;
  const author = stored && (ours ? ours.people.author(stored) : stored);
  const text = json?.text ?? dom?.text ?? null;
  if (text === null || author?.role === "page" || (author && ours?.keys.has(author.key))) return null;
  const { question, complaint, buying, handoff } = classifyMessage(text, json?.lang ?? dom?.lang ?? null);
  const names = ours?.names ?? { handles: new Set<string>(), name: null };
  const about: About = { question, complaint, buying, handoff, named: mentions({ text }, names) };
  return { ...item, json: json && { ...json, text: null, about }, dom: dom && { ...dom, text: null, about } };
}

/**
 * Drops the texts of other people's items that were last read more than `days` days before `now` (ms UTC). Times, ids,
 * addresses, counts and what the message was about (a question, a complaint) stay, so that every figure stays what it
 * was; what is read again comes back with its text. Gives the number of items whose text was dropped.
 */
export async function dropTexts(database: Database, days: number, now: number): Promise<number> {
  const before = now - days * DAY;
  const ours = new Map<string, Ours>();
  for (const page of await database.getAll("pages")) ours.set(page.key, await oursOf(database, page));
  const transaction = database.transaction(["items", "meta"], "readwrite");
  let dropped = 0;
  for (let cursor = await transaction.objectStore("items").openCursor(); cursor; cursor = await cursor.continue()) {
    const item = cursor.value;
    const pruned = item.observedAt < before ? without(item, ours.get(item.page)) : null;
    if (!pruned) continue;
    await cursor.update(pruned);
    dropped += 1;
  }
  await transaction.objectStore("meta").put({ name: LAST, value: now });
  await transaction.done;
  return dropped;
}

/** The same at most once a day; called whenever something is stored. `days` null: the person keeps everything. */
export async function dropTextsIfDue(database: Database, days: number | null, now: number): Promise<void> {
  if (days === null) return;
  const last = (await database.get("meta", LAST))?.value;
  if (typeof last !== "number" || now - last >= DAY || last > now) await dropTexts(database, days, now);
}
