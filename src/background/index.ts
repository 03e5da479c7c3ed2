// The worker: top-level listeners only and no state in memory, as the browser may end it at any moment.
import { networkOf } from "../networks/index.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import {
  accept,
  announceChange,
  type Incoming,
  type PageMessage,
  type Refusal,
  type Replies,
  tellReader,
} from "../platform/messages.ts";
import { type PlanSyncState, planSync, restoreSettings, retentionDays } from "../platform/setting.ts";
import { acceptSalt, restoreRows } from "../store/backup.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { setLeftOut } from "../store/left-out.ts";
import { deletePlan, savePlan } from "../store/plans.ts";
import { showCount } from "./badge.ts";
import { forgetAll, forgetOne, tellAgain } from "./forgetting.ts";
import { receive } from "./inbox.ts";
import { beginReading } from "./injection.ts";
import { mutedWith, unmute } from "./muted.ts";
import { syncPlans, tellDeleted } from "./plan-sync.ts";
import { expectReload, grantOutlivesReload, takeReload } from "./reload.ts";
import { dropTexts, dropTextsIfDue } from "./retention.ts";

async function begin(tabId: number): Promise<Replies["begin"]> {
  const refused = (why: Refusal): Replies["begin"] => ({ status: "refused", why });
  const { url } = await browser.tabs.get(tabId);
  if (!url) return refused("noAccess");
  const network = networkOf(new URL(url));
  if (!network) return refused("elsewhere");
  if (!network.place(new URL(url))) return refused("noPage");
  try {
    // The tab answers again, and hears what it was told in the order in which that was said.
    await unmute(tabId);
    return { status: "reading", state: await beginReading(tabId, network) };
  } catch {
    return refused("noAccess");
  }
}

async function answer(message: PageMessage): Promise<Replies[PageMessage["kind"]]> {
  switch (message.kind) {
    case "begin":
      return begin(message.tabId);
    case "stop":
      await tellReader(message.tabId, { kind: "stop" });
      await showCount(message.tabId, null);
      return { status: "stopped" };
    case "reload":
      if (!grantOutlivesReload()) return { status: "needsClick" };
      await expectReload(message.tabId);
      await browser.tabs.reload(message.tabId);
      return { status: "reloading" };
    case "savePlan":
      try {
        await withDatabase((database) => savePlan(database, { ...message.plan, changedAt: now() }));
      } catch (error) {
        return { status: "failed", why: String(error) };
      }
      announceChange(null);
      await exchangePlans();
      return { status: "saved" };
    case "deletePlan":
      await withDatabase((database) => deletePlan(database, message.id));
      await tellDeleted(message.id, now());
      announceChange(null);
      return { status: "deleted" };
    case "leaveOut":
      await withDatabase((database) => setLeftOut(database, message.page, message.id, message.leftOut, now()));
      announceChange(message.page);
      return { status: "saved" };
    case "forgetPage":
      await withDatabase((database) => forgetOne(database, message.page, message.withPlan));
      announceChange(message.page);
      announceChange(null);
      return { status: "forgotten" };
    case "forgetEverything":
      await withDatabase(forgetAll);
      announceChange(null);
      return { status: "forgotten" };
    case "setRetention": {
      const { days } = message;
      await retentionDays.set(days);
      const dropped = days === null ? 0 : await withDatabase((database) => dropTexts(database, days, now()));
      announceChange(null);
      return { status: "saved", dropped };
    }
    case "restore": {
      const reply = await withDatabase((database) => restore(database, message));
      announceChange(null);
      return reply;
    }
    case "restoreSettings": {
      const bad = await restoreSettings(message.settings);
      // The switch for sync may have come back with them, and plans before it.
      await exchangePlans();
      announceChange(null);
      return { status: "stored", bad };
    }
    case "setPlanSync":
      await planSync.set(message.on);
      return { status: "saved", state: await exchangePlans() };
  }
}

async function restore(
  database: Database,
  { salt, store, rows }: Extract<PageMessage, { kind: "restore" }>,
): Promise<Replies["restore"]> {
  if (!(await acceptSalt(database, salt))) return { status: "refused", why: "otherSalt" };
  return { status: "stored", ...(await restoreRows(database, store, rows, now())) };
}

/** Merges plans with the browser's sync where the person wants it; that it fails costs nobody their plan. */
async function exchangePlans(): Promise<PlanSyncState | null> {
  try {
    const state = await withDatabase((database) => syncPlans(database, now()));
    if (state) announceChange(null);
    return state;
  } catch (error) {
    console.error(error);
    return null;
  }
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function handle(incoming: Incoming): Promise<Replies[keyof Replies] | null> {
  if (incoming.from === "page") return answer(incoming.message);
  const { page } = incoming.message;
  const muted = page ? await mutedWith(incoming.tabId, page) : null;
  if (muted) {
    // Not awaited: the tab answers once it has this reply.
    void tellAgain(incoming.tabId, muted);
    return { records: 0 };
  }
  const stored = await withDatabase((database) => receive(database, incoming.message, incoming.origin));
  if (!stored) return null;
  await showCount(incoming.tabId, stored.records);
  announceChange(stored.page);
  const days = await retentionDays.get();
  if (days !== null) await withDatabase((database) => dropTextsIfDue(database, days, now()));
  return { records: stored.records };
}

browser.runtime.onMessage.addListener(((raw: unknown, sender: Runtime.MessageSender) => {
  const incoming = accept(raw, sender);
  return incoming ? handle(incoming) : undefined;
}) as never);

browser.storage.onChanged.addListener((_, area) => {
  if (area === "sync") void exchangePlans();
});

browser.tabs.onUpdated.addListener((tabId, change) => {
  if (change.status !== "loading") return;
  void (async () => {
    if (await takeReload(tabId)) await begin(tabId);
  })();
});
