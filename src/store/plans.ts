// Stored plans: written whole, read back field by field so that one bad field costs only itself.
import type { IDBPTransaction } from "idb";
import * as z from "zod/mini";
import { lenient } from "../domain/lenient.ts";
import { type Plan, planSchema } from "../domain/plan.ts";
import type { Database, WhyfirstSchema } from "./database.ts";
import { authorKey, salt } from "./identity.ts";
import { findPage, pageBy } from "./pages.ts";

const PLAN_STORES = ["plans", "pages"] as const;

/** The keys under which these pages are kept, whichever of their names the keys given hold. */
async function keptUnder(
  transaction: IDBPTransaction<WhyfirstSchema, typeof PLAN_STORES, "readwrite">,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await transaction.objectStore("pages").getAll();
  return [...new Set(keys.map((key) => pageBy(rows, key)?.key ?? key))];
}

/** What a plan is before anything is said; `startedAt` in ms UTC, `zone` an IANA name. */
export const emptyPlan = (id: string, page: string, startedAt: number, zone: string): Plan => ({
  schema: 1,
  id,
  stance: "mine",
  pages: [page],
  sisters: [],
  why: "",
  relations: "",
  brand: "",
  people: "",
  success: "",
  learn: "",
  goals: [],
  horizon: 90,
  startedAt,
  policy: { who: "", within: null, hours: null, zone, languages: "" },
});

/** The plan that speaks for a page, null where none does. Fields that do not hold are at their defaults. */
export async function loadPlan(database: Database, page: string): Promise<Plan | null> {
  const at = async (key: string) => database.getFromIndex("plans", "page", key);
  const stored = (await at(page)) ?? (await at((await findPage(database, page))?.key ?? page));
  if (!stored) return null;
  return lenient(planSchema, stored, emptyPlan(stored.id, page, Date.now(), "UTC")).value;
}

/** All plans, the one that began last first, each read as `loadPlan` reads one. */
export async function listPlans(database: Database): Promise<Plan[]> {
  const plans = (await database.getAll("plans")).map((stored) => readPlan(stored, Date.now()));
  return plans.filter((plan) => plan !== null).sort((a, b) => b.startedAt - a.startedAt);
}

/**
 * A stored or foreign row as a plan: fields that do not hold are at their defaults (`startedAt`: `at`, ms UTC); null
 * where it has no id or no list of pages.
 */
export function readPlan(row: unknown, at: number): Plan | null {
  const named = z.pick(planSchema, { id: true, pages: true }).safeParse(row);
  return named.success
    ? lenient(planSchema, row, emptyPlan(named.data.id, named.data.pages[0] ?? "", at, "UTC")).value
    : null;
}

/**
 * Takes in a plan that comes from elsewhere: of two copies the one changed last counts, and so it is with two plans for
 * one page. Gives whether the plan is stored now as it came.
 */
export async function mergePlan(database: Database, plan: Plan): Promise<boolean> {
  const transaction = database.transaction(PLAN_STORES, "readwrite");
  const plans = transaction.objectStore("plans");
  const changed = (row: object | undefined): number => Number((row as Partial<Plan> | undefined)?.changedAt ?? 0);
  const known = await plans.get(plan.id);
  if (known && changed(known) >= changed(plan)) {
    await transaction.done;
    return false;
  }
  const pages: string[] = [];
  for (const page of await keptUnder(transaction, plan.pages)) {
    const others = (await plans.index("page").getAll(page)).filter(({ id }) => id !== plan.id);
    if (others.some((other) => changed(other) > changed(plan))) continue;
    for (const other of others) await plans.put({ ...other, pages: other.pages.filter((key) => key !== page) });
    pages.push(page);
  }
  await plans.put({ ...plan, pages } as Plan);
  await transaction.done;
  return true;
}

/** Stores a plan that the schema has passed. A page has one plan: it is taken out of any other plan's pages. */
export async function savePlan(database: Database, plan: Plan): Promise<void> {
  const transaction = database.transaction(PLAN_STORES, "readwrite");
  const plans = transaction.objectStore("plans");
  const pages = await keptUnder(transaction, plan.pages);
  for (const page of pages) {
    for (const other of await plans.index("page").getAll(page)) {
      if (other.id !== plan.id) await plans.put({ ...other, pages: other.pages.filter((key) => key !== page) });
    }
  }
  await plans.put({ ...plan, pages } as Plan);
  await transaction.done;
}

export async function deletePlan(database: Database, id: string): Promise<void> {
  await database.delete("plans", id);
}

/** Keys of the accounts that answer for the plan's pages. */
export async function sisterKeys(database: Database, plan: Plan | null): Promise<ReadonlySet<string>> {
  if (!plan || plan.sisters.length === 0) return new Set();
  const secret = await salt(database);
  return new Set(
    await Promise.all(
      plan.sisters.map(({ network, handle }) =>
        authorKey(secret, network, { id: null, handle: handle.replace(/^@/, "") }),
      ),
    ),
  );
}
