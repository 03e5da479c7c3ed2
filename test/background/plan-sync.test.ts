// Plans between two devices: off by default, the last change counts, deletions travel, and quotas are kept and told.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { fakeBrowser } from "../support/browser.ts";

const browser = fakeBrowser();
vi.mock("../../src/platform/browser.ts", () => ({ browser }));
const { ITEM_QUOTA, syncPlans, tellDeleted, TOTAL_QUOTA, forgetSynced } = await import(
  "../../src/background/plan-sync.ts"
);
const { planSync, planSyncState } = await import("../../src/platform/setting.ts");
const { openDatabase } = await import("../../src/store/database.ts");
const { deletePlan, emptyPlan, listPlans, loadPlan, savePlan } = await import("../../src/store/plans.ts");

const { sync } = browser.storage;
let number = 0;
const device = () => openDatabase(`sync-${number++}`);
const plan = (id: string, changedAt: number, more: Partial<Plan> = {}): Plan => ({
  ...emptyPlan(id, `x:${id}`, 1_000, "UTC"),
  changedAt,
  ...more,
});
beforeEach(async () => {
  await Promise.all([sync.clear(), browser.storage.local.clear()]);
  sync.writes = Number.POSITIVE_INFINITY;
});

describe("plans by the browser's sync", () => {
  it("do not travel unless that was switched on", async () => {
    const one = await device();
    await savePlan(one, plan("a", 10));
    expect(await syncPlans(one, 100)).toBeNull();
    await tellDeleted("a", 100);
    expect(sync.items).toEqual({});
  });

  it("travel both ways, and of two copies the one changed last counts", async () => {
    await planSync.set(true);
    const [one, two] = [await device(), await device()];
    await savePlan(one, plan("a", 10, { why: "old" }));
    await savePlan(two, plan("b", 10));
    await syncPlans(one, 100);
    expect(await syncPlans(two, 101)).toEqual({ at: 101, synced: 2, tooBig: [], noRoom: [] });
    await syncPlans(one, 102);
    expect((await listPlans(one)).map(({ id }) => id).sort()).toEqual(["a", "b"]);
    await savePlan(two, plan("a", 20, { why: "changed there" }));
    await savePlan(one, plan("a", 15, { why: "changed here, before" }));
    await syncPlans(one, 200);
    await syncPlans(two, 201);
    await syncPlans(one, 202);
    expect((await loadPlan(one, "x:a"))!.why).toBe("changed there");
    expect((await loadPlan(two, "x:a"))!.why).toBe("changed there");
    const before = structuredClone(sync.items);
    await syncPlans(one, 300);
    expect(sync.items).toEqual(before);
    expect(await planSyncState.get()).toMatchObject({ at: 300, synced: 2 });
  });

  it("leave a page with the plan that was changed last, where both devices made one for it", async () => {
    await planSync.set(true);
    const [one, two] = [await device(), await device()];
    await savePlan(one, plan("a", 10, { pages: ["x:brand"] }));
    await savePlan(two, plan("b", 20, { pages: ["x:brand"] }));
    for (const at of [one, two, one]) await syncPlans(at, 100);
    expect((await loadPlan(one, "x:brand"))!.id).toBe("b");
    expect((await loadPlan(two, "x:brand"))!.id).toBe("b");
    expect(await listPlans(two)).toHaveLength(2);
  });

  it("that were deleted on one device are deleted on the other, unless changed there since", async () => {
    await planSync.set(true);
    const [one, two] = [await device(), await device()];
    await savePlan(one, plan("a", 10));
    await savePlan(one, plan("b", 10));
    await syncPlans(one, 100);
    await syncPlans(two, 100);
    for (const id of ["a", "b"]) {
      await deletePlan(one, id);
      await tellDeleted(id, 150);
    }
    await savePlan(two, plan("b", 160, { why: "worked on since" }));
    await syncPlans(two, 200);
    expect((await listPlans(two)).map(({ id }) => id)).toEqual(["b"]);
    await syncPlans(one, 201);
    expect((await listPlans(one)).map(({ id }) => id)).toEqual(["b"]);
    expect(Object.keys(sync.items).sort()).toEqual(["deleted.a", "deleted.b", "plan.b"]);
    await syncPlans(one, 150 + 200 * 86_400_000);
    expect(Object.keys(sync.items)).toEqual(["plan.b"]);
  });

  it("that do not fit stay here, and are named", async () => {
    await planSync.set(true);
    const one = await device();
    await savePlan(
      one,
      plan("huge", 10, { why: "w".repeat(2_000), relations: "ü".repeat(2_000), people: "é".repeat(2_000) }),
    );
    await savePlan(one, plan("small", 10));
    expect(await syncPlans(one, 100)).toEqual({ at: 100, synced: 1, tooBig: ["huge"], noRoom: [] });
    expect(Object.keys(sync.items)).toEqual(["plan.small"]);
    expect(await listPlans(one)).toHaveLength(2);
  });

  it("never exceed what both browsers allow in all, and a refusal of the browser is told", async () => {
    await planSync.set(true);
    const one = await device();
    for (let i = 0; i < 20; i += 1)
      await savePlan(
        one,
        plan(`p${i}`, 10, { why: "w".repeat(2_000), brand: "b".repeat(2_000), learn: "l".repeat(2_000) }),
      );
    const state = (await syncPlans(one, 100))!;
    const bytes = Object.entries(sync.items).map(([key, value]) => Buffer.byteLength(key + JSON.stringify(value)));
    expect(Math.max(...bytes)).toBeLessThanOrEqual(ITEM_QUOTA);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(TOTAL_QUOTA);
    expect(state.noRoom.length).toBeGreaterThan(0);
    expect(state.synced + state.noRoom.length).toBe(20);
    await sync.clear();
    sync.writes = 3;
    expect(await syncPlans(one, 200)).toMatchObject({ synced: 3 });
  });

  it("take nothing in that is no plan", async () => {
    await planSync.set(true);
    const one = await device();
    Object.assign(sync.items, {
      "plan.a": { version: 1, plan: { ...plan("other", 10) } },
      "plan.b": { version: 2, plan: plan("b", 10) },
      "plan.c": "none",
      "plan.d": { version: 1, plan: { ...plan("d", 10), pages: [7] } },
      elsewhere: 1,
    });
    await syncPlans(one, 100);
    expect(await listPlans(one)).toEqual([]);
    await forgetSynced();
    expect(Object.keys(sync.items)).toEqual(["elsewhere"]);
  });
});
