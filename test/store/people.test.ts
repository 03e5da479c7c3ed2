// People's keys: whichever of a person's names a row was told, they are one, and two people stay two.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Account, Observation, Reading } from "../../src/domain/observation.ts";
import type { Page } from "../../src/domain/page.ts";
import { BACKUP_STORES, makeBackup, readBackup, restoreRows } from "../../src/store/backup.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { authorKey, salt } from "../../src/store/identity.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";
import { item, reading } from "../support/readings.ts";

const byHandle: Account = { id: null, handle: "in/zebulon" };
const byId: Account = { id: "ACoA77", handle: null };
const both: Account = { id: "ACoA77", handle: "in/zebulon" };
const other: Account = { id: "ACoA88", handle: null };
const page: Page = {
  key: "linkedin:brand",
  network: "linkedin",
  handle: "brand",
  id: null,
  name: null,
  about: null,
  url: "https://www.linkedin.com/company/brand/posts/",
  totalPosts: null,
};
const BRAND: Account = { id: null, handle: "brand" };

let database: Database;
let number = 0;
beforeEach(async () => {
  database = await openDatabase(`people-${number++}`);
});
const told = (observations: Observation[], more: Partial<Reading> = {}, subject = BRAND) =>
  storeReadings(database, page, subject, [reading({ network: "linkedin", owner: BRAND, observations, ...more })]);
const by = (id: string, author: Account, more: Partial<Observation> = {}) => item(id, { author, ...more });
const authors = async () =>
  new Map((await loadDataset(database, page.key))!.records.map(({ id, author }) => [id, author]));
const keysOf = async (...ids: string[]) => {
  const known = await authors();
  return new Set(ids.map((id) => known.get(id)!.key)).size;
};

describe("a person", () => {
  it("met by id here and by handle there is one as soon as anything tells both, whenever that is", async () => {
    await told([by("1", byId), by("2", byHandle), by("3", other)]);
    expect(await keysOf("1", "2", "3")).toBe(3);
    await told([by("4", both)], { at: 6_000 });
    expect(await keysOf("1", "2", "4")).toBe(1);
    expect(await keysOf("1", "3")).toBe(2);
    // The key is that of the handle, by which plans name sister accounts.
    const handle = await authorKey(await salt(database), "linkedin", byHandle);
    expect((await authors()).get("1")!.key).toBe(handle);
  });

  it.each<[string, [Account, Reading["source"]], [Account, Reading["source"]]]>([
    ["the same answer read again", [byHandle, "json"], [byId, "json"]],
    ["the same answer read again, the other way round", [byId, "json"], [byHandle, "json"]],
    ["what is drawn beside what is told", [byHandle, "dom"], [byId, "json"]],
  ])("is known by both names from one item: %s", async (_, [first, source], [second, after]) => {
    await told([by("1", first), by("2", byId), by("3", byHandle)], { source });
    await told([by("1", second)], { source: after, at: 6_000 });
    expect(await keysOf("1", "2", "3")).toBe(1);
  });

  it("keeps the key when a poorer statement follows, and what is known of both names", async () => {
    await told([by("1", both)]);
    const before = (await authors()).get("1");
    await told([by("1", byId)], { at: 6_000 });
    await told([by("1", byHandle)], { at: 7_000 });
    await told([by("2", byId)], { at: 8_000 });
    expect((await authors()).get("1")).toEqual(before);
    expect((await authors()).get("2")).toEqual(before);
  });

  it("who changes their handle stays one", async () => {
    await told([by("1", { id: "9", handle: "old" })]);
    await told([by("2", { id: "9", handle: "new" })], { at: 6_000 });
    await told([by("3", { id: null, handle: "old" })], { at: 7_000 });
    expect(await keysOf("1", "2", "3")).toBe(1);
  });

  it("is not made one with somebody else whom the same item answers by its mention", async () => {
    await told([by("1", both, { replyToAuthor: byHandle })]);
    await told([by("1", both, { replyToAuthor: other })], { at: 6_000 });
    const [record] = (await loadDataset(database, page.key))!.records;
    expect(record!.replyToAuthor!.key).not.toBe(record!.author.key);
    await told([by("2", other)], { at: 7_000 });
    expect(await keysOf("1", "2")).toBe(2);
  });

  it("is one in a backup too, and in rows from before both names were kept", async () => {
    await told([by("1", both), by("2", byId)]);
    const target = await openDatabase(`people-${number++}`);
    const { backup } = readBackup((await makeBackup(database, {}, 9_000)).join(""));
    await target.put("meta", { name: "salt", value: backup!.head.salt });
    for (const { store, rows } of backup!.pieces) await restoreRows(target, store, rows, 9_500);
    for (const store of BACKUP_STORES) expect(await target.getAll(store)).toEqual(await database.getAll(store));

    const legacy = (await database.get("items", [page.key, "2"]))!;
    const { role, key } = legacy.json!.author!;
    await database.put("items", { ...legacy, json: { ...legacy.json!, author: { role, key } } });
    expect(await keysOf("1", "2")).toBe(1);
  });
});

describe("the page itself", () => {
  it("is known by its other name, learned in another session, in what was read before and after", async () => {
    const byNumber: Account = { id: "123", handle: null };
    await told([by("1", byNumber)]);
    expect((await authors()).get("1")!.role).toBe("other");
    await told([], { pages: [{ account: { id: "123", handle: "brand" }, name: null, about: null, totalPosts: null }] });
    await told([by("2", byNumber), by("3", BRAND), by("4", other)]);
    const known = await authors();
    expect(["1", "2", "3", "4"].map((id) => known.get(id)!.role)).toEqual(["page", "page", "page", "other"]);
  });
});
