// The library: what there is of every page, forgetting it, and nothing lost on the way from an older database.
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { DATABASE_VERSION, type Database, openDatabase } from "../../src/store/database.ts";
import { salt } from "../../src/store/identity.ts";
import { loadLeftOut, setLeftOut } from "../../src/store/left-out.ts";
import { forgetEverything, forgetPage, listPages, pageBytes } from "../../src/store/library.ts";
import { emptyPlan, loadPlan, savePlan } from "../../src/store/plans.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";
import { ANN, BRAND, item, pageOf, postAt, reading } from "../support/readings.ts";

let database: Database;
let number = 0;
beforeEach(async () => {
  database = await openDatabase(`library-${number++}`);
});
const read = (key: string, at: number, ids: string[]) =>
  storeReadings(database, pageOf(key), { id: null, handle: key.slice(2) }, [
    reading({
      at,
      place: { kind: "thread", focal: ids[0]!, complete: false },
      observations: ids.map((id) => item(id)),
    }),
    reading({
      at,
      place: { kind: "feed", feed: "posts", span: { from: 1, to: 9, top: true, end: false, cursor: null, next: null } },
      observations: [postAt(5)],
    }),
  ]);
const rowsOf = async (key: string): Promise<number> => {
  let count = 0;
  for (const store of ["pages", "items", "feeds", "threads", "shown", "leftOut"] as const)
    for (const row of await database.getAll(store)) if (JSON.stringify(row).includes(`"${key}"`)) count += 1;
  return count;
};

describe("the library", () => {
  it("lists every page, the one read last first, with its records and its plan", async () => {
    await read("x:a", 1_000, ["1", "2"]);
    await read("x:b", 2_000, ["3"]);
    await savePlan(database, emptyPlan("p", "x:a", 1_000, "UTC"));
    expect((await listPages(database)).map(({ page, ...rest }) => ({ key: page.key, ...rest }))).toEqual([
      { key: "x:b", records: 2, firstReadAt: 2_000, lastReadAt: 2_000, plan: null },
      { key: "x:a", records: 3, firstReadAt: 1_000, lastReadAt: 1_000, plan: "p" },
    ]);
  });

  it("says how much a page holds, in bytes of its rows, however many there are", async () => {
    expect(await pageBytes(database, "x:a")).toBe(0);
    await read("x:a", 1_000, ["1"]);
    await read("x:ab", 1_000, ["1"]);
    const few = await pageBytes(database, "x:a");
    const stores = ["pages", "items", "feeds", "threads", "shown"] as const;
    const all = (await Promise.all(stores.map((store) => database.getAll(store)))).flat();
    expect(few + (await pageBytes(database, "x:ab"))).toBe(
      all.reduce((sum, row) => sum + JSON.stringify(row).length, 0),
    );
    await read(
      "x:a",
      1_000,
      Array.from({ length: 1_200 }, (_, i) => `more-${i}`),
    );
    expect(await pageBytes(database, "x:a")).toBeGreaterThan(few + 1_200 * 400);
  });
});

describe("forgetting", () => {
  it("a page leaves nothing of it behind and touches no other", async () => {
    await read("x:a", 1_000, ["1", "2"]);
    await read("x:ab", 1_000, ["1"]);
    await setLeftOut(database, "x:a", "1", true, 1_000);
    const others = await rowsOf("x:ab");
    await forgetPage(database, "x:a", true);
    expect(await rowsOf("x:a")).toBe(0);
    expect(await rowsOf("x:ab")).toBe(others);
    expect(await loadDataset(database, "x:a")).toBeNull();
  });

  it("a page keeps a plan that speaks for others, and deletes one that speaks for none only if asked to", async () => {
    const plan = emptyPlan("p", "x:a", 1_000, "UTC");
    await savePlan(database, { ...plan, pages: ["x:a", "x:b"] });
    await forgetPage(database, "x:a", true);
    expect(await loadPlan(database, "x:a")).toBeNull();
    expect((await loadPlan(database, "x:b"))!.pages).toEqual(["x:b"]);
    await forgetPage(database, "x:b", false);
    expect(await database.count("plans")).toBe(1);
    await savePlan(database, plan);
    await forgetPage(database, "x:a", true);
    expect(await database.count("plans")).toBe(0);
  });

  it("everything empties every store", async () => {
    await read("x:a", 1_000, ["1"]);
    await savePlan(database, emptyPlan("p", "x:a", 1_000, "UTC"));
    await setLeftOut(database, "x:a", "1", true, 1_000);
    const secret = await salt(database);
    await forgetEverything(database);
    for (const store of database.objectStoreNames) expect(await database.count(store), store).toBe(0);
    expect(await salt(database)).not.toBe(secret);
  });
});

describe("an item left out", () => {
  it("is remembered for its page, and put back", async () => {
    await setLeftOut(database, "x:a", "1", true, 1_000);
    await setLeftOut(database, "x:a", "1", true, 2_000);
    await setLeftOut(database, "x:ab", "2", true, 1_000);
    expect([...(await loadLeftOut(database, "x:a"))]).toEqual(["1"]);
    await setLeftOut(database, "x:a", "1", false, 3_000);
    await setLeftOut(database, "x:a", "never", false, 3_000);
    expect((await loadLeftOut(database, "x:a")).size).toBe(0);
  });

  it("stays left out when it is edited", async () => {
    const store = (...observations: Parameters<typeof reading>[0]["observations"] & object) =>
      storeReadings(database, pageOf(), BRAND, [reading({ observations })]);
    await store(item("old", { author: ANN }));
    await setLeftOut(database, "x:brand", "old", true, 1_000);
    await store(item("edited", { author: ANN, earlier: { ids: ["old"], first: { from: 1, to: 2 } } }));
    expect([...(await loadLeftOut(database, "x:brand"))]).toContain("edited");
  });
});

describe("an older database", () => {
  /** Version 1 as it was made: stores and rows written down here, not taken from today's code. */
  const asOfVersion1 = async (name: string) => {
    const old = await openDB(name, 1, {
      upgrade(made) {
        made.createObjectStore("pages", { keyPath: "key" });
        made.createObjectStore("items", { keyPath: ["page", "id"] });
        made.createObjectStore("feeds", { keyPath: ["page", "feed"] });
        made.createObjectStore("threads", { keyPath: ["page", "focal"] });
        made.createObjectStore("plans", { keyPath: "id" }).createIndex("page", "pages", { multiEntry: true });
        made.createObjectStore("meta", { keyPath: "name" });
      },
    });
    const part = {
      at: 900,
      kind: "post",
      author: { role: "page", key: "k" },
      created: { from: 100, to: 101 },
      replyTo: null,
      replyToAuthor: null,
      thread: null,
      text: "Hello",
      lang: "en",
      url: null,
      pinned: null,
      promoted: null,
      repostOf: null,
      announced: { comments: 0, shares: null, reactions: 2 },
    };
    await old.put("pages", {
      key: "x:brand",
      network: "x",
      handle: "brand",
      id: null,
      name: "Brand",
      about: null,
      url: "https://x.com/brand",
      totalPosts: 4,
      firstReadAt: 500,
      lastReadAt: 900,
      signedIn: true,
      unread: { "json:posts:noTime": 2 },
    });
    await old.put("items", { page: "x:brand", id: "1", network: "x", observedAt: 900, json: part, dom: null });
    await old.put("feeds", {
      page: "x:brand",
      feed: "posts",
      observedAt: 900,
      segments: [{ from: 100, to: 800, topAt: 900, end: false, next: "c" }],
    });
    await old.put("threads", { page: "x:brand", focal: "1", members: ["1"], complete: true, observedAt: 900 });
    await old.put("plans", {
      schema: 1,
      id: "p",
      stance: "mine",
      pages: ["x:brand"],
      sisters: [],
      why: "To help",
      relations: "",
      brand: "",
      people: "",
      success: "",
      learn: "",
      goals: [],
      horizon: 90,
      startedAt: 500,
      policy: { who: "", within: null, hours: null, zone: "UTC", languages: "" },
    });
    await old.put("meta", { name: "salt", value: "a".repeat(64) });
    old.close();
  };
  /** How each older version was made; a version that is released gets a line here before it is left. */
  const OLDER: Record<number, (name: string) => Promise<void>> = { 1: asOfVersion1 };

  it("is known for every version there was", () => {
    expect(Object.keys(OLDER).map(Number)).toEqual(Array.from({ length: DATABASE_VERSION - 1 }, (_, i) => i + 1));
  });

  it.each(Object.keys(OLDER))("of version %s is opened with all it held, and takes what is added", async (version) => {
    const name = `older-${version}`;
    await OLDER[Number(version)]!(name);
    const opened = await openDatabase(name);
    const { records, coverage, page } = (await loadDataset(opened, "x:brand"))!;
    expect(page).toMatchObject({ name: "Brand", totalPosts: 4 });
    expect(records).toMatchObject([{ id: "1", text: "Hello", announced: { comments: 0, shares: null, reactions: 2 } }]);
    expect(coverage).toMatchObject({
      feeds: [{ feed: "posts", segments: [{ from: 100, to: 800, topAt: 900, end: false, next: "c" }] }],
      threads: [{ focal: "1", members: ["1"], complete: true }],
      unread: [{ reason: "noTime", count: 2 }],
      signedIn: true,
    });
    expect(await loadPlan(opened, "x:brand")).toMatchObject({ id: "p", why: "To help" });
    expect(await salt(opened)).toBe("a".repeat(64));
    await setLeftOut(opened, "x:brand", "1", true, 1_000);
    await storeReadings(opened, pageOf(), BRAND, [reading({ at: 2_000, observations: [item("2")] })]);
    expect(await listPages(opened)).toMatchObject([{ records: 2, firstReadAt: 500, lastReadAt: 2_000, plan: "p" }]);
    opened.close();
  });
});
