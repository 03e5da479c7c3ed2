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
import { openDatabase } from "../store/database.ts";
import { setLeftOut } from "../store/left-out.ts";
import { deletePlan, savePlan } from "../store/plans.ts";
import { showCount } from "./badge.ts";
import { forgetAll, forgetOne } from "./forgetting.ts";
import { receive } from "./inbox.ts";
import { beginReading } from "./injection.ts";
import { expectReload, grantOutlivesReload, takeReload } from "./reload.ts";

async function begin(tabId: number): Promise<Replies["begin"]> {
  const refused = (why: Refusal): Replies["begin"] => ({ status: "refused", why });
  const { url } = await browser.tabs.get(tabId);
  if (!url) return refused("noAccess");
  const network = networkOf(new URL(url));
  if (!network) return refused("elsewhere");
  if (!network.place(new URL(url))) return refused("noPage");
  try {
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
      return { status: "saved" };
    case "deletePlan":
      await withDatabase((database) => deletePlan(database, message.id));
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
  }
}

async function withDatabase<T>(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function handle(incoming: Incoming): Promise<Replies[keyof Replies] | null> {
  if (incoming.from === "page") return answer(incoming.message);
  const stored = await withDatabase((database) => receive(database, incoming.message, incoming.origin));
  if (!stored) return null;
  await showCount(incoming.tabId, stored.records);
  announceChange(stored.page);
  return { records: stored.records };
}

browser.runtime.onMessage.addListener(((raw: unknown, sender: Runtime.MessageSender) => {
  const incoming = accept(raw, sender);
  return incoming ? handle(incoming) : undefined;
}) as never);

browser.tabs.onUpdated.addListener((tabId, change) => {
  if (change.status !== "loading") return;
  void (async () => {
    if (await takeReload(tabId)) await begin(tabId);
  })();
});
