// Plans by the browser's own sync: what was changed last counts, within its quotas, and only if the person wants it.
import * as z from "zod/mini";
import type { Plan } from "../domain/plan.ts";
import { browser } from "../platform/browser.ts";
import { type PlanSyncState, planSync, planSyncState } from "../platform/setting.ts";
import type { Database } from "../store/database.ts";
import { deletePlan, listPlans, mergePlan, readPlan } from "../store/plans.ts";

/** What both browsers allow: bytes of one item (its key and its value as JSON), and of all items together. */
export const ITEM_QUOTA = 8_192;
export const TOTAL_QUOTA = 102_400;
const MOST_ITEMS = 512;
/** That a plan was deleted is told for so long; a device that was away longer brings it back. */
const TOMBSTONE_DAYS = 180;
const DAY = 86_400_000;

const PLAN = "plan.";
const DELETED = "deleted.";
const planItem = z.object({ version: z.literal(1), plan: z.unknown() });
const deletedItem = z.object({ version: z.literal(1), at: z.int() });

const sizeOf = (key: string, value: unknown): number => new TextEncoder().encode(key + JSON.stringify(value)).length;
const changedAt = (plan: Plan): number => plan.changedAt ?? 0;

interface Remote {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly deleted: ReadonlyMap<string, number>;
  /** Bytes of everything there, by key. */
  readonly sizes: Map<string, number>;
}

async function remote(now: number): Promise<Remote> {
  const items = await browser.storage.sync.get(null);
  const plans = new Map<string, Plan>();
  const deleted = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const [key, value] of Object.entries(items)) {
    sizes.set(key, sizeOf(key, value));
    if (key.startsWith(PLAN)) {
      const parsed = planItem.safeParse(value);
      const plan = parsed.success ? readPlan(parsed.data.plan, now) : null;
      if (plan && key === PLAN + plan.id) plans.set(plan.id, plan);
    } else if (key.startsWith(DELETED)) {
      const parsed = deletedItem.safeParse(value);
      if (parsed.success) deleted.set(key.slice(DELETED.length), parsed.data.at);
    }
  }
  return { plans, deleted, sizes };
}

/**
 * Merges the plans here with those in the browser's sync, both ways, and says how it went; null where the person did
 * not switch it on. A plan that was deleted elsewhere after its last change here is deleted. Nothing here is lost where
 * there is no room there. `now`: ms UTC.
 */
export async function syncPlans(database: Database, now: number): Promise<PlanSyncState | null> {
  if (!(await planSync.get())) return null;
  const { plans, deleted, sizes } = await remote(now);
  for (const plan of await listPlans(database)) {
    if ((deleted.get(plan.id) ?? -1) >= changedAt(plan)) await deletePlan(database, plan.id);
  }
  for (const plan of [...plans.values()].sort((a, b) => changedAt(a) - changedAt(b))) {
    if ((deleted.get(plan.id) ?? -1) < changedAt(plan)) await mergePlan(database, plan);
  }
  await dropOld(deleted, plans, sizes, now);
  const state = await push(await listPlans(database), plans, sizes, now);
  await planSyncState.set(state);
  return state;
}

/** Removes what nobody needs any more: old notes of deletion, and the copies of deleted plans. */
async function dropOld(
  deleted: Remote["deleted"],
  plans: Remote["plans"],
  sizes: Remote["sizes"],
  now: number,
): Promise<void> {
  const old = [...deleted].filter(([, at]) => now - at > TOMBSTONE_DAYS * DAY).map(([id]) => DELETED + id);
  const dead = [...plans.values()]
    .filter((plan) => (deleted.get(plan.id) ?? -1) >= changedAt(plan))
    .map(({ id }) => PLAN + id);
  if (old.length + dead.length === 0) return;
  await browser.storage.sync.remove([...old, ...dead]);
  for (const key of [...old, ...dead]) sizes.delete(key);
}

async function push(
  local: readonly Plan[],
  plans: Remote["plans"],
  sizes: Remote["sizes"],
  now: number,
): Promise<PlanSyncState> {
  const tooBig: string[] = [];
  const noRoom: string[] = [];
  for (const plan of local) {
    const there = plans.get(plan.id);
    if (there && changedAt(there) >= changedAt(plan)) continue;
    const key = PLAN + plan.id;
    const value = { version: 1, plan };
    const size = sizeOf(key, value);
    if (size > ITEM_QUOTA) {
      tooBig.push(plan.id);
      continue;
    }
    const others = [...sizes].reduce((sum, [name, bytes]) => sum + (name === key ? 0 : bytes), 0);
    const items = sizes.size + (sizes.has(key) ? 0 : 1);
    if (others + size > TOTAL_QUOTA || items > MOST_ITEMS || !(await taken(key, value))) noRoom.push(plan.id);
    else sizes.set(key, size);
  }
  return { at: now, synced: local.length - tooBig.length - noRoom.length, tooBig, noRoom };
}

/** Whether the browser took the item; it refuses where it counts otherwise, or where too much is written in a minute. */
async function taken(key: string, value: unknown): Promise<boolean> {
  try {
    await browser.storage.sync.set({ [key]: value });
    return true;
  } catch {
    return false;
  }
}

/** Tells the other devices that a plan was deleted; does nothing where sync is off. `now`: ms UTC. */
export async function tellDeleted(id: string, now: number): Promise<void> {
  if (!(await planSync.get())) return;
  await browser.storage.sync.remove(PLAN + id);
  await taken(DELETED + id, { version: 1, at: now });
}

/** Takes everything of ours out of the browser's sync. */
export async function forgetSynced(): Promise<void> {
  const keys = Object.keys(await browser.storage.sync.get(null));
  const ours = keys.filter((key) => key.startsWith(PLAN) || key.startsWith(DELETED));
  if (ours.length > 0) await browser.storage.sync.remove(ours);
}
