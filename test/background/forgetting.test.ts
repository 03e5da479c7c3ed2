// Forgetting from the worker: the database, the settings and the sync, and no open tab writes it back.
import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import { type FakeReader, fakeBrowser } from "../support/browser.ts";
import { BRAND, item, pageOf, reading } from "../support/readings.ts";

const readers: Record<number, FakeReader> = {
  1: { page: "x:brand", reading: true },
  2: { page: "x:other", reading: true },
  3: { page: "x:brand", reading: true, frozen: true },
};
const browser = fakeBrowser(readers);
vi.mock("../../src/platform/browser.ts", () => ({ browser }));
const { forgetAll, forgetOne } = await import("../../src/background/forgetting.ts");
const { syncPlans } = await import("../../src/background/plan-sync.ts");
const { planSync, retentionDays, skippedPages } = await import("../../src/platform/setting.ts");
const { openDatabase } = await import("../../src/store/database.ts");
const { listPages } = await import("../../src/store/library.ts");
const { emptyPlan, listPlans, savePlan } = await import("../../src/store/plans.ts");
const { storeReadings } = await import("../../src/store/records.ts");

it("forgets one page where it is kept, and stops only its reader", async () => {
  const database = await openDatabase("forgetting");
  for (const key of ["x:brand", "x:other"])
    await storeReadings(database, pageOf(key), { id: null, handle: key.slice(2) }, [
      reading({ observations: [item("1")] }),
    ]);
  await skippedPages.set(["x:brand", "x:other"]);
  const told = vi.spyOn(browser.tabs, "sendMessage");
  await forgetOne(database, "x:brand", true);
  expect((await listPages(database)).map(({ page }) => page.key)).toEqual(["x:other"]);
  expect(await skippedPages.get()).toEqual(["x:other"]);
  expect([readers[1]!.reading, readers[2]!.reading]).toEqual([false, true]);
  // It does not say whose page it reads, and nobody waits for it.
  expect(readers[3]!.reading).toBe(false);
  // Nothing that waits for it makes it look once more before it is stopped.
  expect(told.mock.calls.filter(([tab]) => tab === 3).map(([, { kind }]) => kind)).toEqual(["whose", "stop"]);
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
