// Stored plans: written whole, read back field by field so that one bad field costs only itself.
import { lenient } from "../domain/lenient.ts";
import { type Plan, planSchema } from "../domain/plan.ts";
import type { Database } from "./database.ts";
import { authorKey, salt } from "./identity.ts";

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
  const stored = await database.getFromIndex("plans", "page", page);
  if (!stored) return null;
  return lenient(planSchema, stored, emptyPlan(stored.id, page, Date.now(), "UTC")).value;
}

/** Stores a plan that the schema has passed. A page has one plan: it is taken out of any other plan's pages. */
export async function savePlan(database: Database, plan: Plan): Promise<void> {
  const transaction = database.transaction("plans", "readwrite");
  for (const page of plan.pages) {
    for (const other of await transaction.store.index("page").getAll(page)) {
      if (other.id !== plan.id)
        await transaction.store.put({ ...other, pages: other.pages.filter((key) => key !== page) });
    }
  }
  await transaction.store.put(plan);
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
