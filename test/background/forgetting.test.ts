// Forgetting from the worker: the database, the settings and the sync, and no open tab writes it back.
import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import type { Account, Reading } from "../../src/domain/observation.ts";
import { type FakeReader, fakeBrowser } from "../support/browser.ts";
import { BRAND, item, pageOf, reading } from "../support/readings.ts";

let wake = () => {};
const readers: Record<number, FakeReader> = {
  1: { page: "x:brand", reading: true },
  2: { page: "x:other", reading: true },
  3: { page: "x:brand", reading: true, frozen: new Promise<void>((resolve) => (wake = resolve)) },
};
const browser = fakeBrowser(readers);
vi.mock("../../src/platform/browser.ts", () => ({ browser }));
const { forgetAll, forgetOne } = await import("../../src/background/forgetting.ts");
const { mute, mutedWith } = await import("../../src/background/muted.ts");
const { syncPlans } = await import("../../src/background/plan-sync.ts");
const { planSync, retentionDays, skippedPages } = await import("../../src/platform/setting.ts");
const { openDatabase } = await import("../../src/store/database.ts");
const { listPages } = await import("../../src/store/library.ts");
const { emptyPlan, listPlans, savePlan } = await import("../../src/store/plans.ts");
const { storeReadings } = await import("../../src/store/records.ts");
const isMuted = async (tabId: number, page: string) => (await mutedWith(tabId, page)) !== null;

it("forgets one page where it is kept, and stops only its reader", async () => {
  const database = await openDatabase("forgetting");
  for (const key of ["x:brand", "x:other"])
    await storeReadings(database, pageOf(key), { id: null, handle: key.slice(2) }, [
      reading({ observations: [item("1")] }),
    ]);
  await skippedPages.set(["x:brand", "x:other"]);
  const told = vi.spyOn(browser.tabs, "sendMessage");
  const badge = vi.spyOn(browser.action, "setBadgeText");
  await forgetOne(database, "x:brand", true);
  expect((await listPages(database)).map(({ page }) => page.key)).toEqual(["x:other"]);
  expect(await skippedPages.get()).toEqual(["x:other"]);
  expect([readers[1]!.reading, readers[2]!.reading]).toEqual([false, true]);
  expect(badge.mock.calls).toEqual([[{ tabId: 1, text: "" }]]);
  // One that the browser froze is told once, and nobody waits for it: nothing is taken from it until it has heard.
  expect(told.mock.calls.filter(([tab]) => tab === 3).map(([, { kind }]) => kind)).toEqual(["forget"]);
  expect([await isMuted(3, "x:brand"), await isMuted(3, "x:other"), await isMuted(1, "x:brand")]).toEqual([
    true,
    false,
    false,
  ]);
  wake();
  await vi.waitFor(async () => expect(await isMuted(3, "x:brand")).toBe(false));
  expect(readers[3]!.reading).toBe(false);
  expect(badge).toHaveBeenCalledWith({ tabId: 3, text: "" });
  delete readers[3];

  await retentionDays.set(30);
  await browser.storage.sync.set({ "plan.a": {}, "deleted.b": {} });
  await forgetAll(database);
  expect(await listPages(database)).toEqual([]);
  expect(await retentionDays.get()).toBeNull();
  expect([browser.storage.local.items, browser.storage.session.items, browser.storage.sync.items]).toEqual([
    {},
    {},
    {},
  ]);
  expect(readers[2]!.reading).toBe(false);
});

it("takes the plan that goes with the page out of the browser's sync, so that it does not come back", async () => {
  const database = await openDatabase("forgetting-plans");
  await storeReadings(database, pageOf(), BRAND, [reading({ observations: [item("1")] })]);
  await savePlan(database, { ...emptyPlan("mine", "x:brand", 1_000, "UTC"), changedAt: 5 });
  await savePlan(database, { ...emptyPlan("shared", "x:brand2", 1_000, "UTC"), changedAt: 5 });
  await planSync.set(true);
  await syncPlans(database, 1_000);
  await forgetOne(database, "x:brand", true);
  await syncPlans(database, 2_000);
  expect((await listPlans(database)).map(({ id }) => id)).toEqual(["shared"]);
  expect(Object.keys(browser.storage.sync.items).sort()).toEqual(["deleted.mine", "plan.shared"]);

  await savePlan(database, { ...emptyPlan("kept", "x:brand", 1_000, "UTC"), changedAt: 5 });
  await forgetOne(database, "x:brand", false);
  await syncPlans(database, 3_000);
  expect((await listPlans(database)).map(({ id }) => id).sort()).toEqual(["kept", "shared"]);
});

it("forgets that the questions were skipped under any of the page's names", async () => {
  const database = await openDatabase("forgetting-skipped");
  const page = { ...pageOf("x:brand"), key: "linkedin:brand", network: "linkedin" as const };
  await storeReadings(database, page, BRAND, [reading({ network: "linkedin" })]);
  await skippedPages.set(["linkedin:1", "linkedin:other"]);
  await forgetOne(database, "linkedin:brand", false);
  expect(await skippedPages.get()).toEqual(["linkedin:other"]);
});

it("forgets it under the key that it was joined with while its readers were told", async () => {
  const database = await openDatabase("forgetting-joined");
  const number = { id: "1", handle: null };
  const pageBy = (key: string) => ({ ...pageOf(), key, handle: null, network: "linkedin" as const });
  const read = (key: string, account: Account, more: Partial<Reading> = {}) =>
    storeReadings(database, pageBy(key), account, [reading({ network: "linkedin", owner: account, ...more })]);
  await read("linkedin:1", number, { observations: [item("1", { author: number })] });
  await read("linkedin:brand", { id: null, handle: "brand" });
  await savePlan(database, { ...emptyPlan("p", "linkedin:1", 1_000, "UTC"), changedAt: 5 });
  readers[4] = { page: "linkedin:1", reading: true };
  readers[5] = { page: "linkedin:brand", reading: true };
  const told = vi.spyOn(browser.tabs, "sendMessage").mockImplementationOnce(async () => {
    const both = { account: { id: "1", handle: "brand" }, name: "Brand", about: null, totalPosts: null };
    await read("linkedin:brand", { id: null, handle: "brand" }, { pages: [both] });
    throw new Error("No reader there.");
  });
  expect(await listPages(database)).toHaveLength(2);
  await forgetOne(database, "linkedin:1", true);
  expect([await listPages(database), await database.count("items"), await listPlans(database)]).toEqual([[], 0, []]);
  expect([readers[4].reading, readers[5].reading]).toEqual([false, false]);
  told.mockRestore();
});

it("takes from a tab that has not heard of it neither what is forgotten nor, after everything, anything", async () => {
  await mute(9, ["x:a"]);
  await mute(9, ["x:b"]);
  expect([await isMuted(9, "x:a"), await isMuted(9, "x:b"), await isMuted(9, "x:c")]).toEqual([true, true, false]);
  await mute(9, null);
  expect(await isMuted(9, "x:c")).toBe(true);
});
