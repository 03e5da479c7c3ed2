// The store: any repetition leaves it unchanged, the better source wins field by field, and a bad field costs only itself.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Account, Observation, Reading } from "../../src/domain/observation.ts";
import type { Page } from "../../src/domain/page.ts";
import type { PageRecord } from "../../src/domain/record.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { authorKey, salt } from "../../src/store/identity.ts";
import { deletePlan, emptyPlan, loadPlan, savePlan, sisterKeys } from "../../src/store/plans.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";

const brand: Account = { id: "1", handle: "Brand" };
const ann: Account = { id: null, handle: "Zebulon" };
const page: Page = {
  key: "x:brand",
  network: "x",
  handle: "Brand",
  id: null,
  name: null,
  about: null,
  url: "https://x.com/Brand",
  totalPosts: null,
};
const item = (id: string, more: Partial<Observation> = {}): Observation => ({
  id,
  author: brand,
  kind: "post",
  created: { from: 1_000, to: 1_001 },
  replyTo: null,
  replyToAuthor: null,
  thread: null,
  text: null,
  lang: null,
  url: null,
  pinned: null,
  promoted: null,
  repostOf: null,
  announced: { comments: null, shares: null, reactions: null },
  ...more,
});
const reading = (more: Partial<Reading>): Reading => ({
  network: "x",
  source: "json",
  at: 5_000,
  owner: brand,
  place: { kind: "profile" },
  observations: [],
  pages: [],
  signedIn: null,
  unread: [],
  ...more,
});

let database: Database;
let number = 0;
beforeEach(async () => {
  database = await openDatabase(`test-${number++}`);
});
const store = (...readings: Reading[]) => storeReadings(database, page, brand, readings);
const records = async () => (await loadDataset(database, page.key))!.records;

describe("records", () => {
  it("are stored once however often they are read", async () => {
    const one = reading({ observations: [item("10"), item("11")] });
    expect(await store(one)).toBe(2);
    const before = await records();
    expect(await store(one, one)).toBe(2);
    expect(await records()).toEqual(before);
  });

  it("take each field from JSON where it says something and from the DOM where it does not, in any order", async () => {
    const dom = reading({
      source: "dom",
      observations: [item("10", { kind: "post", text: "cut te…", lang: "en", created: { from: 1_000, to: 2_000 } })],
    });
    const json = reading({
      source: "json",
      observations: [
        item("10", { kind: "reply", replyTo: "9", text: "cut text in full", created: { from: 1_234, to: 1_235 } }),
      ],
    });
    await store(dom, json);
    const [domFirst] = await records();
    await storeReadings(database, { ...page, key: "x:twin", handle: "twin" }, { id: null, handle: "twin" }, [
      json,
      dom,
    ]);
    const [{ author, ...jsonFirst }] = (await loadDataset(database, "x:twin"))!.records as [PageRecord];
    expect({ ...jsonFirst, author: { ...author, role: "page" } }).toEqual(domFirst);
    expect(domFirst).toMatchObject({
      kind: "reply",
      replyTo: "9",
      text: "cut text in full",
      lang: "en",
      created: { from: 1_234, to: 1_235 },
    });
  });

  it("take counts from the latest look, whichever source it was", async () => {
    const counted = (comments: number) => [item("10", { announced: { comments, shares: null, reactions: 4 } })];
    await store(
      reading({ at: 5_000, observations: counted(0) }),
      reading({ at: 9_000, source: "dom", observations: counted(3) }),
    );
    expect((await records())[0]).toMatchObject({
      observedAt: 9_000,
      announced: { comments: 3, shares: null, reactions: 4 },
    });
  });

  it("never hold a name: other authors are salted hashes, the same for one account in any spelling", async () => {
    await store(
      reading({
        observations: [
          item("10", { author: ann }),
          item("11", { author: { id: "77", handle: "zebuLON" } }),
          item("12", { author: null }),
          item("13"),
        ],
      }),
    );
    const byId = new Map((await records()).map(({ id, author }) => [id, author]));
    expect(byId.get("10")).toEqual(byId.get("11"));
    expect(byId.get("10")!.role).toBe("other");
    expect(byId.get("10")!.key).toMatch(/^[0-9a-f]{32}$/);
    expect(byId.get("12")).toEqual({ role: "unknown", key: "" });
    expect(byId.get("13")!.role).toBe("page");
    const everything = JSON.stringify(await database.getAll("items"));
    expect(everything).not.toMatch(/zebulon/i);
  });

  it("come with what was read of feeds, threads and the page itself, and with what could not be read", async () => {
    const span = { from: 10, to: 90, top: true, end: false, cursor: null, next: "c" };
    await store(
      reading({ place: { kind: "feed", feed: "posts", span }, unread: [{ reason: "noTime", count: 2 }] }),
      reading({ place: { kind: "thread", focal: "10", complete: false }, observations: [item("10")] }),
      reading({ place: { kind: "thread", focal: "10", complete: true }, observations: [item("12")] }),
      reading({
        pages: [{ account: brand, name: "The Brand", about: "Here to help", totalPosts: 12 }],
        signedIn: true,
      }),
      reading({ unread: [{ reason: "noTime", count: 1 }] }),
    );
    const { page: stored, coverage } = (await loadDataset(database, page.key))!;
    expect(stored).toMatchObject({ id: "1", name: "The Brand", about: "Here to help", totalPosts: 12 });
    expect(coverage.feeds).toEqual([
      { feed: "posts", segments: [{ from: 10, to: 90, topAt: 5_000, end: false, next: "c" }], observedAt: 5_000 },
    ]);
    expect(coverage.threads).toEqual([{ focal: "10", members: ["10", "12"], complete: true, observedAt: 5_000 }]);
    expect(coverage.unread).toEqual([{ reason: "noTime", count: 3 }]);
    expect(coverage.signedIn).toBe(true);
  });

  it("keep the time at which a whole conversation was shown, whatever part of it is seen later", async () => {
    const thread = (at: number, complete: boolean) =>
      reading({ at, place: { kind: "thread", focal: "10", complete }, observations: [item("10")] });
    const observedAt = async () => (await loadDataset(database, page.key))!.coverage.threads[0]!.observedAt;
    await store(thread(5_000, false), thread(6_000, false));
    expect(await observedAt()).toBe(6_000);
    await store(thread(7_000, true), thread(8_000, false));
    expect(await observedAt()).toBe(7_000);
    await store(thread(9_000, true));
    expect(await observedAt()).toBe(9_000);
  });

  it("keep what was announced when a whole conversation was shown", async () => {
    const counting = (comments: number) => [item("10", { announced: { comments, shares: null, reactions: null } })];
    const thread = (complete: boolean, observations: Observation[]) =>
      reading({ place: { kind: "thread", focal: "10", complete }, observations });
    const announced = async () => (await loadDataset(database, page.key))!.coverage.threads[0]!.announced;
    await store(thread(false, counting(3)));
    expect(await announced()).toBeUndefined();
    await store(thread(true, [item("12")]));
    expect(await announced()).toBe(3);
    await store(reading({ observations: counting(40) }), thread(false, counting(40)));
    expect(await announced()).toBe(3);
    await store(thread(true, counting(41)));
    expect(await announced()).toBe(41);
  });

  it("of an edited post are one, with the time from which people could read it", async () => {
    await store(reading({ observations: [item("10")] }));
    const edited = item("11", {
      created: { from: 2_000, to: 2_001 },
      earlier: { ids: ["10"], first: { from: 1_000, to: 1_001 } },
    });
    await store(reading({ observations: [edited] }));
    const all = await records();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ id: "11", created: { from: 2_000 }, firstVersion: { from: 1_000, to: 1_001 } });
    expect("earlier" in all[0]!).toBe(false);
  });

  it("count what the DOM did not tell once, though it is drawn again and again", async () => {
    const drawn = reading({ source: "dom", unread: [{ reason: "noId", count: 3 }] });
    await store(drawn, drawn, drawn);
    expect((await loadDataset(database, page.key))!.coverage.unread).toEqual([{ reason: "noId", count: 3 }]);
  });

  it("of a thread in several pages are complete when all were read in order, not when one is missing", async () => {
    const part = (cursor: string | null, next: string | null, end = false) =>
      reading({ place: { kind: "thread", focal: "10", complete: false, link: { cursor, next, end } } });
    const complete = async () => (await loadDataset(database, page.key))!.coverage.threads[0]!.complete;
    await store(part(null, "c1"), part("c2", null, true));
    expect(await complete()).toBe(false);
    await store(part("c1", "c2"), part("c2", null, true));
    expect(await complete()).toBe(true);
  });

  it("settle reposts that were only drawn, once the site tells them", async () => {
    await store(reading({ source: "dom", unread: [{ reason: "repost", count: 2 }] }));
    await store(reading({ observations: [item("20", { kind: "repost", repostOf: "9" })] }));
    expect((await loadDataset(database, page.key))!.coverage.unread).toEqual([{ reason: "repost", count: 1 }]);
    await store(reading({ observations: [item("21", { kind: "repost", repostOf: "8" })] }));
    expect((await loadDataset(database, page.key))!.coverage.unread).toEqual([]);
  });

  it("of one page are not those of another", async () => {
    await store(reading({ observations: [item("10")] }));
    expect(await loadDataset(database, "x:brand2")).toBeNull();
  });
});

describe("what could not be read", () => {
  const unread = async () => (await loadDataset(database, page.key))!.coverage.unread;
  const missing = (count: number): Reading["unread"] => (count === 0 ? [] : [{ reason: "unavailable", count }]);
  /** A part of a feed: posts between `from` and `to`, the cursor that it was asked by and the one that follows. */
  const part = (
    count: number,
    [from, to]: [number, number],
    cursor: string | null,
    next: string | null,
    {
      at = 5_000,
      end = false,
      feed = "posts" as const,
      source = "json" as Reading["source"],
      top = cursor === null,
    } = {},
  ) =>
    reading({
      source,
      at,
      place: { kind: "feed", feed, span: { from, to, top, end, cursor, next } },
      unread: missing(count),
    });
  const thread = (focal: string, count: number, source: Reading["source"] = "json") =>
    reading({ source, place: { kind: "thread", focal, complete: false }, unread: missing(count) });
  const answers = (focal: string, count: number, cursor: string | null, next: string | null) =>
    reading({
      place: { kind: "thread", focal, complete: false, link: { cursor, next, end: next === null } },
      unread: missing(count),
    });
  /** A visit that reads a feed from its top in parts of 100 ms each; `counts`: what is missing in each. */
  const visit = (name: string, newest: number, counts: readonly number[]) =>
    store(
      ...counts.map((count, i) =>
        part(count, [newest - 100 * i - 99, newest - 100 * i], i === 0 ? null : `${name}${i}`, `${name}${i + 1}`, {
          at: newest + 1_000,
        }),
      ),
    );
  const keys = async () => Object.keys((await database.get("pages", page.key))!.unread);

  it("does not grow by reading it again, and falls when less is missing", async () => {
    for (let i = 0; i < 5; i++) await visit(`${i}-`, 2_000, [1]);
    expect(await unread()).toEqual(missing(1));
    for (const count of [4, 2, 0]) {
      await store(thread("9", count, "dom"));
      expect(await unread()).toEqual(missing(1 + count));
    }
    await visit("last", 2_000, [0]);
    expect(await unread()).toEqual([]);
  });

  it("is counted for every part of a list, every thread and every source by itself", async () => {
    await visit("a", 2_000, [1, 2, 4]);
    await store(thread("9", 8), thread("10", 16), thread("9", 32, "dom"));
    expect(await unread()).toEqual(missing(63));
    await store(part(0, [1_801, 1_900], "a1", "a2"), thread("9", 0));
    expect(await unread()).toEqual(missing(53));
  });

  it("does not add up over visits whose parts begin elsewhere", async () => {
    for (const name of ["a", "b", "c"]) await visit(name, 2_000, [1, 2, 4]);
    expect(await unread()).toEqual(missing(7));
    await visit("d", 2_000, [0, 1, 0]);
    expect(await unread()).toEqual(missing(1));
  });

  it("stays until the parts in which it was are read again, whatever is read above them", async () => {
    await visit("a", 2_000, [1, 2, 4]);
    await visit("b", 2_050, [0]);
    expect(await unread()).toEqual(missing(7));
    await visit("c", 2_100, [0, 0, 0]);
    expect(await unread()).toEqual(missing(7));
    await visit("d", 2_100, [0, 0, 0, 0]);
    expect(await unread()).toEqual([]);
    await visit("e", 2_100, [0, 3]);
    await store(part(0, [1, 2_150], null, null, { at: 9_000, end: true }));
    expect(await unread()).toEqual([]);
  });

  it("stays in what is drawn, which may be only the top of what was drawn before", async () => {
    const drawn = (count: number, from: number, at: number) =>
      part(count, [from, 2_000], null, null, { source: "dom", at });
    await store(drawn(0, 1_900, 3_000), drawn(7, 1_500, 3_001), drawn(7, 1_000, 3_002));
    await store(drawn(0, 1_900, 4_000), drawn(0, 1_600, 4_001));
    expect(await unread()).toEqual(missing(7));
    await store(drawn(0, 1_500, 4_002));
    expect(await unread()).toEqual([]);
  });

  it("below an answer in which nothing was understood stays until that is passed", async () => {
    const silent = (count: number, cursor: string, next: string) =>
      reading({
        place: { kind: "feed", feed: "posts", span: null, link: { cursor, next, end: false } },
        unread: missing(count),
      });
    await visit("a", 2_000, [0]);
    await store(silent(20, "a1", "a2"));
    await visit("b", 2_000, [0]);
    expect(await unread()).toEqual(missing(20));
    await visit("c", 2_000, [0, 0]);
    expect(await unread()).toEqual([]);
  });

  it("adds up over the parts of a visit whose top nobody saw, and not over such visits", async () => {
    const later = async (name: string, counts: readonly number[]) =>
      store(
        ...counts.map((count, i) => part(count, [1_801 - 100 * i, 1_900 - 100 * i], `${name}${i}`, `${name}${i + 1}`)),
      );
    await later("a", [1, 2, 4]);
    expect(await unread()).toEqual(missing(7));
    await later("b", [1, 2]);
    expect(await unread()).toEqual(missing(7));
    await later("c", [0, 0, 1]);
    expect(await unread()).toEqual(missing(1));
  });

  it("in what is drawn without saying where is not taken to be as far down as the feed was ever scrolled", async () => {
    const drawn = (at: number, from: number) => part(0, [from, 2_000], null, null, { source: "dom", at });
    const strange = (at: number, count: number) =>
      reading({ source: "dom", at, place: { kind: "feed", feed: "posts", span: null }, unread: missing(count) });
    await store(drawn(3_000, 1_000), strange(3_001, 1));
    expect(await unread()).toEqual(missing(1));
    await store(drawn(4_000, 1_900));
    expect(await unread()).toEqual([]);
  });

  it("in a thread stays until that was gone through to its end", async () => {
    await store(answers("17", 16, null, "a"), answers("17", 8, "a", "b"), answers("1", 32, "x", "y"));
    expect(await unread()).toEqual(missing(56));
    await store(answers("17", 0, null, "c"), answers("1", 0, null, "z"));
    expect(await unread()).toEqual(missing(40));
    await store(answers("17", 0, "c", null));
    expect(await unread()).toEqual(missing(32));
    await store(answers("1", 0, "z", "z2"), answers("1", 0, "z2", null));
    expect(await unread()).toEqual([]);
  });

  it("in an answer that failed does not outdo what is missing in the top", async () => {
    const failed = reading({
      place: { kind: "feed", feed: "posts", span: null },
      unread: [{ reason: "siteError", count: 1 }],
    });
    await visit("a", 2_000, [1]);
    await store(failed, failed);
    expect(await unread()).toEqual([...missing(1), { reason: "siteError", count: 1 }]);
  });

  it("changes by no repetition of a message", async () => {
    const message = [part(3, [1_901, 2_000], null, "a"), part(2, [1_801, 1_900], "a", "b"), answers("1", 4, null, "y")];
    await store(...message, ...message);
    expect(await unread()).toEqual(missing(9));
    await store(message[1]!);
    expect(await unread()).toEqual(missing(9));
  });

  it("takes no more room the more often a page is visited", async () => {
    for (let i = 0; i < 60; i++) {
      await visit(`${i}-`, 2_000 + 10 * i, [1, 0, 2, 0, 1]);
      await store(answers("1", 1, null, `${i}a`), answers("1", 1, `${i}a`, `${i}b`));
    }
    expect((await keys()).length).toBeLessThan(10);
    for (let i = 0; i < 3; i++) await visit(`last${i}`, 3_000, Array(30).fill(0));
    expect(await unread()).toEqual(missing(2));
  });

  it("of rows from before lists and parts were told apart is gone once their top is read", async () => {
    await visit("a", 2_000, [0]);
    const row = (await database.get("pages", page.key))!;
    const old = { "json:posts:unavailable": 9, "json:thread:unavailable": 2, "json:replies:unavailable": 1 };
    await database.put("pages", { ...row, unread: old });
    expect(await unread()).toEqual(missing(12));
    await visit("b", 2_000, [3]);
    expect(await unread()).toEqual(missing(6));
    await store(answers("17", 0, null, null));
    expect(await unread()).toEqual(missing(4));
  });

  it("of rows that do not say how far they were read stays until their top is read", async () => {
    await visit("a", 2_000, [1, 2, 4]);
    const { runs: _, ...row } = (await database.get("pages", page.key))!;
    await database.put("pages", row);
    await store(part(0, [1_401, 1_500], "b5", "b6"));
    expect(await unread()).toEqual(missing(7));
    await store(part(0, [1_801, 1_900], "a1", "a2"));
    expect(await unread()).toEqual(missing(5));
    await visit("c", 2_000, [0]);
    expect(await unread()).toEqual([]);
  });
});

describe("plans", () => {
  const plan = { ...emptyPlan("p1", page.key, 1_000, "Europe/Lisbon"), why: "so that customers get help the same day" };

  it("come back as they were saved, and are gone when deleted", async () => {
    await savePlan(database, plan);
    expect(await loadPlan(database, page.key)).toEqual(plan);
    await deletePlan(database, "p1");
    expect(await loadPlan(database, page.key)).toBeNull();
  });

  it("lose only the field that does not hold", async () => {
    await database.put("plans", { ...plan, horizon: 91, goals: "care" } as never);
    expect(await loadPlan(database, page.key)).toEqual({ ...plan, horizon: 90, goals: [] });
  });

  it("give way: a page has one plan", async () => {
    await savePlan(database, { ...plan, pages: [page.key, "x:other"] });
    await savePlan(database, { ...plan, id: "p2", why: "another" });
    expect((await loadPlan(database, page.key))!.id).toBe("p2");
    expect((await loadPlan(database, "x:other"))!.id).toBe("p1");
  });

  it("name sister accounts by the key that their records have", async () => {
    const keys = await sisterKeys(database, { ...plan, sisters: [{ network: "x", handle: "@brandhelp" }] });
    expect([...keys]).toEqual([await authorKey(await salt(database), "x", { id: "5", handle: "BrandHelp" })]);
  });
});
