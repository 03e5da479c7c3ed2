// The worker as a whole: what the extension's pages ask of it is done, stored and told to every open page.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PageMessage } from "../../src/platform/messages.ts";
import { fakeBrowser } from "../support/browser.ts";
import { ANN, BRAND, item, pageOf, reading } from "../support/readings.ts";

type Listener = (raw: unknown, sender: object) => Promise<unknown> | undefined;
const listeners: Listener[] = [];
const synced: ((changes: object, area: string) => void)[] = [];
const told: unknown[] = [];
const fake = fakeBrowser();
const browser = {
  ...fake,
  storage: {
    ...fake.storage,
    onChanged: { addListener: (listener: (typeof synced)[number]) => synced.push(listener) },
  },
  tabs: {
    ...fake.tabs,
    get: async () => ({ url: "https://x.com/brand" }),
    onUpdated: { addListener: () => undefined },
  },
  runtime: {
    id: "us",
    getURL: (path: string) => `chrome-extension://us/${path}`,
    onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    sendMessage: async (message: unknown) => void told.push(message),
  },
};
vi.mock("../../src/platform/browser.ts", () => ({ browser }));
await import("../../src/background/index.ts");
const { mute } = await import("../../src/background/muted.ts");
const { openDatabase } = await import("../../src/store/database.ts");
const { salt } = await import("../../src/store/identity.ts");
const { forgetEverything, listPages } = await import("../../src/store/library.ts");
const { loadLeftOut } = await import("../../src/store/left-out.ts");
const { emptyPlan, loadPlan } = await import("../../src/store/plans.ts");
const { loadDataset, storeReadings } = await import("../../src/store/records.ts");
const { planSyncState, retentionDays } = await import("../../src/platform/setting.ts");

const sender = { id: "us", url: "chrome-extension://us/src/ui/report/index.html", origin: "chrome-extension://us" };
const ask = (message: PageMessage) => listeners[0]!(message, sender);
const database = await openDatabase();

beforeEach(async () => {
  await forgetEverything(database);
  await Promise.all([fake.storage.local.clear(), fake.storage.sync.clear()]);
  told.length = 0;
  await storeReadings(database, pageOf(), BRAND, [
    reading({ at: 1_000, observations: [item("1"), item("2", { author: ANN, text: "Somebody's words" })] }),
  ]);
});

describe("the worker", () => {
  it("leaves an item out and puts it back", async () => {
    expect(await ask({ kind: "leaveOut", page: "x:brand", id: "1", leftOut: true })).toEqual({ status: "saved" });
    expect([...(await loadLeftOut(database, "x:brand"))]).toEqual(["1"]);
    expect(told).toEqual([{ kind: "changed", page: "x:brand" }]);
    await ask({ kind: "leaveOut", page: "x:brand", id: "1", leftOut: false });
    expect((await loadLeftOut(database, "x:brand")).size).toBe(0);
  });

  it("forgets a page, or everything", async () => {
    expect(await ask({ kind: "forgetPage", page: "x:brand", withPlan: true })).toEqual({ status: "forgotten" });
    expect(await listPages(database)).toEqual([]);
    await retentionDays.set(7);
    expect(await ask({ kind: "forgetEverything" })).toEqual({ status: "forgotten" });
    expect(await retentionDays.get()).toBeNull();
    expect(told).toContainEqual({ kind: "changed", page: null });
  });

  it("drops texts at once when days are chosen, and keeps all where none are", async () => {
    expect(await ask({ kind: "setRetention", days: null })).toEqual({ status: "saved", dropped: 0 });
    expect(await ask({ kind: "setRetention", days: 30 })).toEqual({ status: "saved", dropped: 1 });
    expect(await retentionDays.get()).toBe(30);
    expect((await loadDataset(database, "x:brand"))!.records.find(({ id }) => id === "2")).toMatchObject({
      text: null,
    });
  });

  it("drops texts when it stores what a reader sends", async () => {
    await retentionDays.set(30);
    const observed = { kind: "observed", network: "x", subject: BRAND, readings: [reading({ at: Date.now() })] };
    const tab = { id: "us", frameId: 0, tab: { id: 7 }, origin: "https://x.com", url: "https://x.com/brand" };
    expect(await listeners[0]!(observed, tab)).toEqual({ records: 2 });
    expect((await loadDataset(database, "x:brand"))!.records.find(({ id }) => id === "2")).toMatchObject({
      text: null,
    });
  });

  it("takes nothing of a forgotten page from a tab that has not heard of that, until the person clicks there", async () => {
    await ask({ kind: "forgetPage", page: "x:brand", withPlan: false });
    const tab = { id: "us", frameId: 0, tab: { id: 7 }, origin: "https://x.com", url: "https://x.com/brand" };
    const send = (page: string, handle: string) =>
      listeners[0]!(
        { kind: "observed", network: "x", subject: { id: null, handle }, page, readings: [reading({})] },
        tab,
      );
    await mute(7, ["x:brand"]);
    expect(await send("x:brand", "brand")).toEqual({ records: 0 });
    await send("x:other", "other");
    expect((await listPages(database)).map(({ page }) => page.key)).toEqual(["x:other"]);
    await ask({ kind: "begin", tabId: 7 });
    await send("x:brand", "brand");
    expect(await listPages(database)).toHaveLength(2);
  });

  it("tells a tab that sends of a forgotten page to stop, also where the worker was killed while the tab slept", async () => {
    const heard: unknown[] = [];
    vi.spyOn(browser.tabs, "sendMessage").mockImplementation((async (id: number, message: unknown) => {
      heard.push([id, message]);
      return { reading: false };
    }) as never);
    const tab = { id: "us", frameId: 0, tab: { id: 8 }, origin: "https://x.com", url: "https://x.com/brand" };
    const observed = { kind: "observed", network: "x", subject: BRAND, page: "x:brand", readings: [reading({})] };
    // What is left of a worker that was killed.
    await mute(8, ["x:brand", "x:1"]);
    expect(await listeners[0]!(observed, tab)).toEqual({ records: 0 });
    await vi.waitFor(() => expect(heard).toEqual([[8, { kind: "forget", pages: ["x:brand", "x:1"] }]]));
    await vi.waitFor(async () => expect(await listeners[0]!(observed, tab)).not.toEqual({ records: 0 }));
    await mute(8, null);
    expect(await listeners[0]!(observed, tab)).toEqual({ records: 0 });
    await vi.waitFor(() => expect(heard.at(-1)).toEqual([8, { kind: "forget", pages: null }]));
    vi.restoreAllMocks();
  });

  it("takes rows of a backup, or says why not", async () => {
    const rows = [{ page: "x:brand", id: "2", at: 5 }, null];
    const secret = await salt(database);
    expect(await ask({ kind: "restore", salt: secret, store: "leftOut", rows })).toEqual({
      status: "stored",
      stored: 1,
      bad: 1,
    });
    expect(await ask({ kind: "restore", salt: "0".repeat(64), store: "leftOut", rows })).toEqual({
      status: "refused",
      why: "otherSalt",
    });
    expect(
      await ask({
        kind: "restoreSettings",
        settings: { retentionDays: { version: 1, value: 9 }, planSync: "on", other: 1 },
      }),
    ).toEqual({ status: "stored", bad: ["planSync"] });
    expect(await retentionDays.get()).toBe(9);
    await ask({ kind: "restoreSettings", settings: { retentionDays: { version: 1, value: 10 } } });
    expect(await retentionDays.get()).toBe(9);
  });

  it("stamps a plan when it is saved, and sends it on only where that is switched on", async () => {
    const plan = { ...emptyPlan("p", "x:brand", 1_000, "UTC"), why: "To help" };
    const before = Date.now();
    expect(await ask({ kind: "savePlan", plan })).toEqual({ status: "saved" });
    expect((await loadPlan(database, "x:brand"))!.changedAt).toBeGreaterThanOrEqual(before);
    expect(fake.storage.sync.items).toEqual({});
    expect(await ask({ kind: "setPlanSync", on: true })).toMatchObject({ status: "saved", state: { synced: 1 } });
    expect(Object.keys(fake.storage.sync.items)).toEqual(["plan.p"]);
    expect(await ask({ kind: "deletePlan", id: "p" })).toEqual({ status: "deleted" });
    expect(Object.keys(fake.storage.sync.items)).toEqual(["deleted.p"]);
    expect(await ask({ kind: "setPlanSync", on: false })).toEqual({ status: "saved", state: null });
  });

  it("merges when another device changed a plan", async () => {
    await ask({ kind: "setPlanSync", on: true });
    const plan = { ...emptyPlan("q", "x:brand", 1_000, "UTC"), why: "From elsewhere", changedAt: 5 };
    await fake.storage.sync.set({ "plan.q": { version: 1, plan } });
    for (const listener of synced) listener({}, "sync");
    await vi.waitFor(async () => expect((await loadPlan(database, "x:brand"))!.why).toBe("From elsewhere"));
    await vi.waitFor(async () => expect((await planSyncState.get())!.synced).toBe(1));
  });
});
