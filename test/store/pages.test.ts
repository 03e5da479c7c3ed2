// One page, one row: read under its number here and under its name there, it is kept once and found by both.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { AboutPage, Account, Reading } from "../../src/domain/observation.ts";
import type { Page } from "../../src/domain/page.ts";
import type { NetworkId } from "../../src/domain/record.ts";
import { atOnce } from "../../src/report/steps.ts";
import { makeBackup, readBackup, restoreRows } from "../../src/store/backup.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { loadLeftOut, setLeftOut } from "../../src/store/left-out.ts";
import { forgetPage, listPages } from "../../src/store/library.ts";
import { emptyPlan, listPlans, loadPlan, mergePlan, savePlan } from "../../src/store/plans.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";
import { auditOf, loadPage } from "../../src/ui/load-page.ts";
import { item, postAt, reading } from "../support/readings.ts";

const reportOf = (...asked: Parameters<typeof auditOf>) => atOnce(auditOf(...asked));

const NUMBER: Account = { id: "123", handle: null };
const NAME: Account = { id: null, handle: "northwind" };
const BOTH: Account = { id: "123", handle: "northwind" };
const about = (account: Account): AboutPage => ({ account, name: "Northwind", about: null, totalPosts: null });

let database: Database;
let number = 0;
beforeEach(async () => {
  database = await openDatabase(`pages-${number++}`);
});
/** What the inbox stores of a reader that came by the address with this name. */
async function read(account: Account, times: number[], more: Partial<Reading> = {}, network: NetworkId = "linkedin") {
  const key = `${network}:${account.handle ?? account.id}`;
  const page: Page = { key, network, ...account, name: null, about: null, url: `https://${key}`, totalPosts: null };
  const span = { from: Math.min(...times), to: Math.max(...times), end: false, cursor: null, next: null };
  return storeReadings(database, page, account, [
    reading({
      network,
      owner: account,
      place: { kind: "feed", feed: "posts", span: times.length > 0 ? { ...span, top: true } : null },
      observations: times.map((time) => postAt(time, { author: account })),
      ...more,
    }),
  ]);
}
const kept = async () => (await listPages(database)).map(({ page, records, plan }) => [page.key, records, plan]);

describe("a page", () => {
  it("read under its number and then under its name is one as soon as both are known", async () => {
    await read(NUMBER, [100, 200], { at: 1_000 });
    await read(NAME, [200, 300], { at: 2_000 });
    expect(await kept()).toHaveLength(2);
    await setLeftOut(database, "linkedin:123", "post-100", true, 1_500);
    await savePlan(database, { ...emptyPlan("p", "linkedin:123", 1_000, "UTC"), why: "To help" });
    expect(await read(NAME, [300], { at: 3_000, pages: [about(BOTH)] })).toBe(3);
    expect(await kept()).toEqual([["linkedin:northwind", 3, "p"]]);
    const dataset = (await loadDataset(database, "linkedin:northwind"))!;
    expect(dataset.records.map(({ id, author }) => [id, author.role])).toEqual(
      [100, 200, 300].map((time) => [`post-${time}`, "page"]),
    );
    expect(new Set(dataset.records.map(({ author }) => author.key)).size).toBe(1);
    expect(dataset.coverage.feeds).toMatchObject([{ segments: [{ from: 100, to: 300 }] }]);
    expect([...(await loadLeftOut(database, "linkedin:northwind"))]).toEqual(["post-100"]);
    for (const store of ["items", "feeds", "shown", "leftOut"] as const)
      expect(JSON.stringify(await database.getAll(store)), store).not.toContain("linkedin:123");
  });

  describe("read under two names", () => {
    const unread = async () => (await loadDataset(database, "linkedin:northwind"))!.coverage.unread;
    /** Reads a feed in parts from its top; of each how many had no time, and between which times it is. */
    const visit = async (account: Account, at: number, ...parts: [count: number, from: number, to: number][]) => {
      for (const [i, [count, from, to]] of parts.entries()) {
        const [cursor, next] = [i === 0 ? null : `${at}-${i}`, `${at}-${i + 1}`];
        await read(account, [from, to], {
          at,
          place: { kind: "feed", feed: "posts", span: { from, to, top: i === 0, end: false, cursor, next } },
          unread: count === 0 ? [] : [{ reason: "noTime", count }],
        });
      }
    };
    /** What says that both names are one page's. */
    const tell = () => read(NAME, [], { place: { kind: "profile" }, at: 9_000, pages: [about(BOTH)] });

    it("keeps what was missing further down than the other went, until that is read", async () => {
      await visit(NUMBER, 3_000, [1, 1_900, 2_000], [5, 1_500, 1_899]);
      await visit(NAME, 4_000, [0, 1_900, 2_000]);
      await tell();
      expect(await kept()).toHaveLength(1);
      expect(await unread()).toEqual([{ reason: "noTime", count: 6 }]);
      await visit(NAME, 9_500, [0, 1_900, 2_000]);
      expect(await unread()).toEqual([{ reason: "noTime", count: 6 }]);
      await visit(NAME, 9_600, [0, 1_900, 2_000], [0, 1_500, 1_899]);
      expect(await unread()).toEqual([]);
    });

    it("lets go of what the later of the two went through", async () => {
      await visit(NUMBER, 3_000, [1, 1_900, 2_000], [5, 1_500, 1_899]);
      await visit(NAME, 4_000, [2, 1_900, 2_000], [0, 1_500, 1_899]);
      await tell();
      expect(await unread()).toEqual([{ reason: "noTime", count: 2 }]);
    });

    it("counts what both missed once", async () => {
      await visit(NUMBER, 3_000, [1, 1_900, 2_000], [5, 1_500, 1_899]);
      await visit(NUMBER, 3_500, [2, 1_900, 2_000]);
      await visit(NAME, 4_000, [3, 1_900, 2_000], [4, 1_700, 1_899]);
      await tell();
      expect(await unread()).toEqual([{ reason: "noTime", count: 7 }]);
      await visit(NAME, 9_500, [0, 1_900, 2_000], [0, 1_600, 1_899]);
      expect(await unread()).toEqual([{ reason: "noTime", count: 7 }]);
      await visit(NAME, 9_600, [0, 1_900, 2_000], [1, 1_500, 1_899]);
      expect(await unread()).toEqual([{ reason: "noTime", count: 1 }]);
    });

    it("keeps what is missing in the parts of a feed where the later reading did not say of which part it is", async () => {
      await visit(NUMBER, 3_000, [0, 1_900, 2_000], [5, 1_500, 1_899]);
      const failed = { place: { kind: "feed", feed: "posts", span: null } as const, at: 4_000 };
      await read(NAME, [], { ...failed, unread: [{ reason: "siteError", count: 1 }] });
      await tell();
      expect(await unread()).toEqual([
        { reason: "noTime", count: 5 },
        { reason: "siteError", count: 1 },
      ]);
    });
  });

  describe("that took the name of one read before", () => {
    const heir: Account = { id: "456", handle: "northwind" };
    const heirAbout = { ...about(heir), name: "Another Northwind" };
    const idsOf = async (key: string) => (await loadDataset(database, key))!.records.map(({ id }) => id).sort();
    const nameOf = async (key: string) => (await loadDataset(database, key))!.page.name;
    beforeEach(async () => {
      await read(BOTH, [100], { at: 1_000, pages: [about(BOTH)] });
      await savePlan(database, { ...emptyPlan("p", "linkedin:northwind", 1_000, "UTC"), why: "To help" });
    });

    it("has it, and is not mixed with the other, which keeps its plan under its number", async () => {
      for (const time of [2_000, 3_000]) await read(heir, [time], { at: time, pages: [heirAbout] });
      expect((await kept()).sort()).toEqual([
        ["linkedin:123", 1, "p"],
        ["linkedin:northwind", 2, null],
      ]);
      expect([await nameOf("linkedin:123"), await nameOf("linkedin:northwind")]).toEqual([
        "Northwind",
        "Another Northwind",
      ]);
      await read({ id: "456", handle: "northwind-two" }, [4_000], {
        pages: [about({ ...heir, handle: "northwind-two" })],
      });
      expect(await idsOf("linkedin:456")).toHaveLength(3);
      expect(await idsOf("linkedin:123")).toEqual(["post-100"]);
    });

    it("leaves the other without an address until that is read again", async () => {
      const addressOf = async () => (await loadDataset(database, "linkedin:123"))!.page.url;
      await read(heir, [2_000], { at: 2_000 });
      expect(await addressOf()).toBe("");
      await read(NUMBER, [4_000], { at: 4_000 });
      expect(await addressOf()).toBe("https://linkedin:123");
    });

    it("is not mixed with it either where only the name was known at first", async () => {
      const comment = item("c", { kind: "comment", author: null, thread: "post-2000", replyTo: "post-2000" });
      await read(NAME, [2_000], { at: 2_000, pages: [{ ...heirAbout, account: NAME }] });
      await read(NAME, [], {
        at: 2_100,
        place: { kind: "thread", focal: "post-2000", complete: true },
        observations: [comment],
      });
      expect(await nameOf("linkedin:northwind")).toBe("Northwind");
      await read(heir, [3_000], { at: 3_000, pages: [heirAbout] });
      expect(await idsOf("linkedin:northwind")).toEqual(["c", "post-2000", "post-3000"]);
      expect(await idsOf("linkedin:123")).toEqual(["post-100"]);
      const [one, other] = [
        await loadDataset(database, "linkedin:123"),
        await loadDataset(database, "linkedin:northwind"),
      ];
      expect([one!.page.name, other!.page.name]).toEqual(["Northwind", "Another Northwind"]);
      expect([one!.coverage.threads, other!.coverage.threads.map(({ focal }) => focal)]).toEqual([[], ["post-2000"]]);
      expect(other!.records.find(({ id }) => id === "post-2000")!.author.role).toBe("page");
      // How far the feed was read since then is known of neither.
      expect(one!.coverage.feeds).toMatchObject([{ segments: [{ from: 100, to: 100, topAt: 1_000 }] }]);
      expect(other!.coverage.feeds).toMatchObject([{ segments: [{ from: 3_000, to: 3_000 }] }]);
      // By the name alone it is the one that has it now.
      await read(NAME, [3_100], { at: 3_100 });
      expect(await idsOf("linkedin:northwind")).toContain("post-3100");
    });

    it("has the plan that is saved for it, and the other one comes together again under its later name", async () => {
      await read(heir, [2_000], { at: 2_000 });
      await savePlan(database, { ...emptyPlan("h", "linkedin:northwind", 2_000, "UTC"), why: "To sell" });
      expect((await loadPlan(database, "linkedin:northwind"))!.why).toBe("To sell");
      await read({ id: "123", handle: "southwind" }, [4_000], { at: 4_000 });
      expect((await kept()).sort()).toEqual([
        ["linkedin:northwind", 1, "h"],
        ["linkedin:southwind", 2, "p"],
      ]);
    });

    it("has it also where the other is kept under its number or known by a later name", async () => {
      await read({ id: "123", handle: "southwind" }, [1_500], {
        at: 1_500,
        pages: [about({ id: "123", handle: "southwind" })],
      });
      await read(NAME, [2_000], { at: 2_000 });
      expect((await kept()).map(([key, records]) => [key, records]).sort()).toEqual([
        ["linkedin:northwind", 1],
        ["linkedin:southwind", 2],
      ]);
      await read({ id: "7", handle: null }, [100], { pages: [about({ id: "7", handle: "seven" })] });
      await read({ id: "8", handle: "seven" }, [200]);
      expect(await idsOf("linkedin:7")).toEqual(["post-100"]);
      expect(await idsOf("linkedin:seven")).toEqual(["post-200"]);
    });

    it("gives nothing up twice, though two tabs tell it at once", async () => {
      await Promise.all([read(heir, [2_000], { at: 2_000 }), read(heir, [3_000], { at: 3_000 })]);
      expect(await idsOf("linkedin:northwind")).toEqual(["post-2000", "post-3000"]);
      expect(await idsOf("linkedin:123")).toEqual(["post-100"]);
    });

    it("on X, where a name may be a number, is not mixed with that either", async () => {
      await read({ id: "12", handle: "acme" }, [100], {}, "x");
      await read({ id: "34", handle: "acme" }, [200], {}, "x");
      await read({ id: null, handle: "12" }, [300], {}, "x");
      expect((await kept()).map(([key]) => key)).toEqual(expect.arrayContaining(["x:#12", "x:acme", "x:12"]));
      await read({ id: "12", handle: "acme-old" }, [400], {}, "x");
      expect(await idsOf("x:acme-old")).toEqual(["post-100", "post-400"]);
    });
  });

  it("read by its name alone keeps what is known by its number, and takes what was not", async () => {
    const told = (name: string, more: Partial<AboutPage>) =>
      read(NAME, [200], { pages: [{ account: NAME, name, about: null, totalPosts: null, ...more }] });
    const page = async () => (await loadDataset(database, "linkedin:northwind"))!.page;
    await read(BOTH, [100], { pages: [{ ...about(BOTH), totalPosts: 7 }] });
    await told("Another", { about: "Tea", totalPosts: 9 });
    expect(await page()).toMatchObject({ id: "123", name: "Northwind", about: "Tea", totalPosts: 7 });
    await told("Northwind", { about: "Coffee", totalPosts: 8 });
    expect(await page()).toMatchObject({ name: "Northwind", about: "Coffee", totalPosts: 8 });
  });

  it("is found by either name: its records, its plan, its audit", async () => {
    await read(NUMBER, [100], { pages: [about(BOTH)] });
    await savePlan(database, { ...emptyPlan("p", "linkedin:northwind", 1_000, "UTC"), why: "To help" });
    expect(await kept()).toEqual([["linkedin:123", 1, "p"]]);
    for (const key of ["linkedin:123", "linkedin:northwind"]) {
      expect((await loadDataset(database, key))!.page.key).toBe("linkedin:123");
      expect((await loadPlan(database, key))!.why).toBe("To help");
      const report = reportOf((await loadPage(database, key))!, "UTC", { asOf: 9_000, asOfFrom: "now" });
      expect([report.page.key, report.coverage.posts, report.plan?.why]).toEqual(["linkedin:123", 1, "To help"]);
    }
    expect(await loadDataset(database, "linkedin:other")).toBeNull();
    await read(NAME, [300]);
    expect(await kept()).toEqual([["linkedin:123", 2, "p"]]);
  });

  it("goes on under the row it has when it is read by the other name again", async () => {
    await read(NUMBER, [100]);
    await read(NAME, [200], { pages: [about(BOTH)] });
    await read(NUMBER, [300]);
    expect(await kept()).toEqual([["linkedin:northwind", 3, null]]);
    await forgetPage(database, "linkedin:northwind", true);
    expect(await kept()).toEqual([]);
    expect(await database.count("items")).toBe(0);
  });

  it("with two plans is spoken for by the one changed last, and the other is kept", async () => {
    await read(NUMBER, [100]);
    await read(NAME, [100]);
    const plan = emptyPlan("older", "linkedin:northwind", 1_000, "UTC");
    await savePlan(database, { ...plan, changedAt: 5 });
    await savePlan(database, { ...plan, id: "later", pages: ["x:northwind", "linkedin:123"], changedAt: 9 });
    await read(NUMBER, [], { pages: [about(BOTH)] });
    expect((await loadPlan(database, "linkedin:123"))!.id).toBe("later");
    expect((await listPlans(database)).map(({ id, pages }) => [id, [...pages].sort()])).toEqual([
      ["later", ["linkedin:northwind", "x:northwind"]],
      ["older", []],
    ]);
  });

  it("takes the plan that another device has for its other name, before or after it was read", async () => {
    const plan = { ...emptyPlan("p", "linkedin:northwind", 1_000, "UTC"), changedAt: 5 };
    await mergePlan(database, plan);
    await read(NUMBER, [100], { pages: [about(BOTH)] });
    expect((await loadPlan(database, "linkedin:123"))!.id).toBe("p");
    await mergePlan(database, { ...plan, changedAt: 6 });
    expect(await kept()).toEqual([["linkedin:123", 1, "p"]]);
  });

  it("comes back from a backup into the row it has here", async () => {
    await read(NUMBER, [100, 200], { pages: [about(BOTH)] });
    await setLeftOut(database, "linkedin:123", "post-100", true, 1_500);
    const { backup } = readBackup((await makeBackup(database, {}, 9_000)).join(""));
    database = await openDatabase(`pages-${number++}`);
    await database.put("meta", { name: "salt", value: backup!.head.salt });
    await read(NAME, [300], { pages: [about(BOTH)] });
    for (const { store, rows } of backup!.pieces) await restoreRows(database, store, rows, 9_500);
    expect(await kept()).toEqual([["linkedin:northwind", 3, null]]);
    expect([...(await loadLeftOut(database, "linkedin:northwind"))]).toEqual(["post-100"]);
  });
});

describe("two pages", () => {
  it("stay two where nothing says that they are one, and where their numbers differ", async () => {
    await read(NUMBER, [100]);
    await read(NAME, [100], { pages: [about({ id: "124", handle: "northwind" })] });
    expect((await kept()).map(([key]) => key)).toEqual(["linkedin:northwind", "linkedin:123"].sort());
    await read(NAME, [100], {}, "facebook");
    expect(await kept()).toHaveLength(3);
  });

  it("on X are not mixed up where one's number is the other's name; a renamed one stays one", async () => {
    await read({ id: "123", handle: "old" }, [100], {}, "x");
    await read({ id: null, handle: "123" }, [200], {}, "x");
    expect(await kept()).toHaveLength(2);
    await read({ id: "123", handle: "fresh" }, [300], {}, "x");
    expect((await kept()).map(([key, records]) => [key, records]).sort()).toEqual([
      ["x:123", 1],
      ["x:fresh", 2],
    ]);
  });
});
