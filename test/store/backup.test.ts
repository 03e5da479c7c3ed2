// Backup and restore: everything comes back, a bad row costs only itself, and what is here already is never lost.
import "fake-indexeddb/auto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { atOnce } from "../../src/report/steps.ts";
import { acceptSalt, BACKUP_STORES, makeBackup, readBackup, restoreRows } from "../../src/store/backup.ts";
import { DATABASE_VERSION, type Database, openDatabase } from "../../src/store/database.ts";
import { authorKey, salt } from "../../src/store/identity.ts";
import { loadLeftOut, setLeftOut } from "../../src/store/left-out.ts";
import { emptyPlan, listPlans, loadPlan, savePlan } from "../../src/store/plans.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";
import { auditOf, loadPage } from "../../src/ui/load-page.ts";
import { ANN, BRAND, item, pageOf, postAt, reading } from "../support/readings.ts";

let database: Database;
let number = 0;
const fresh = () => openDatabase(`backup-${number++}`);
beforeEach(async () => {
  database = await fresh();
});

async function fill(target: Database, at = 1_000, ids = ["1", "2"]): Promise<void> {
  const span = { from: 1, to: 9, top: true, end: false, cursor: null, next: "c" };
  await storeReadings(target, pageOf(), BRAND, [
    reading({
      at,
      observations: ids.map((id) => item(id, { author: ANN, text: `text ${id}` })),
      place: { kind: "thread", focal: ids[0]!, complete: false },
      pages: [{ account: BRAND, name: "The Brand", about: null, totalPosts: 5 }],
      signedIn: true,
      unread: [{ reason: "noTime", count: 2 }],
    }),
    reading({ at, source: "dom", observations: [item("1", { author: ANN, lang: "en" })] }),
    reading({ at, place: { kind: "feed", feed: "posts", span }, observations: [postAt(5), postAt(7)] }),
  ]);
}
const written = async (source: Database, settings = {}) => (await makeBackup(source, settings, 9_000)).join("");
async function restoreAll(target: Database, text: string) {
  const { backup, problem } = readBackup(text);
  if (!backup) return problem;
  if (!(await acceptSalt(target, backup.head.salt))) return "otherSalt";
  let [stored, bad] = [0, 0];
  for (const { store, rows } of backup.pieces) {
    const result = await restoreRows(target, store, rows, 9_500);
    stored += result.stored;
    bad += result.bad;
  }
  return { stored, bad };
}
const contents = async (source: Database) =>
  Object.fromEntries(
    await Promise.all(BACKUP_STORES.map(async (store) => [store, await source.getAll(store)] as const)),
  );

describe("a backup", () => {
  it("gives everything back, and people keep their keys", async () => {
    await fill(database);
    await fill(database, 2_000, ["3"]);
    await setLeftOut(database, "x:brand", "1", true, 1_500);
    await savePlan(database, { ...emptyPlan("p", "x:brand", 1_000, "UTC"), why: "To help", changedAt: 3 });
    const text = await written(database, { retentionDays: { version: 1, value: 30 } });
    expect(readBackup(text).backup!.head).toMatchObject({
      schema: DATABASE_VERSION,
      madeAt: 9_000,
      settings: { retentionDays: { version: 1, value: 30 } },
    });
    const target = await fresh();
    expect(await restoreAll(target, text)).toEqual({ stored: 13, bad: 0 });
    expect(await contents(target)).toEqual(await contents(database));
    expect(await loadDataset(target, "x:brand")).toEqual(await loadDataset(database, "x:brand"));
    expect([...(await loadLeftOut(target, "x:brand"))]).toEqual(["1"]);
    expect(await loadPlan(target, "x:brand")).toEqual(await loadPlan(database, "x:brand"));
    expect(await authorKey(await salt(target), "x", ANN)).toBe(await authorKey(await salt(database), "x", ANN));
  });

  it("can be taken back twice, also into the library it was made from: nothing changes", async () => {
    await fill(database);
    await savePlan(database, { ...emptyPlan("p", "x:brand", 1_000, "UTC"), changedAt: 3 });
    const before = await contents(database);
    const text = await written(database);
    await restoreAll(database, text);
    await restoreAll(database, text);
    expect(await contents(database)).toEqual(before);
  });

  it("is cut into pieces of a few hundred rows", async () => {
    await fill(
      database,
      1_000,
      Array.from({ length: 450 }, (_, i) => `id-${i}`),
    );
    const { pieces } = readBackup(await written(database)).backup!;
    expect(pieces.filter(({ store }) => store === "items").map(({ rows }) => rows.length)).toEqual([200, 200, 53]);
  });

  it("joins what is here with what comes back, the later statement winning", async () => {
    await fill(database, 1_000);
    const text = await written(database);
    await storeReadings(database, pageOf(), BRAND, [
      reading({
        at: 5_000,
        observations: [item("1", { author: ANN, text: "edited" }), item("9", { author: ANN })],
        place: { kind: "thread", focal: "1", complete: true },
        pages: [{ account: BRAND, name: "Another name", about: null, totalPosts: null }],
      }),
    ]);
    await savePlan(database, { ...emptyPlan("mine", "x:brand", 1_000, "UTC"), why: "Later", changedAt: 50 });
    const before = (await loadDataset(database, "x:brand"))!;
    await restoreAll(database, text);
    const after = (await loadDataset(database, "x:brand"))!;
    expect(after).toEqual(before);
    expect(after.records.find(({ id }) => id === "1")!.text).toBe("edited");
    expect(after.page).toMatchObject({ name: "Another name", totalPosts: 5 });
    expect((await loadPlan(database, "x:brand"))!.why).toBe("Later");
  });

  describe("of what could not be read", () => {
    const feed = (at: number, count: number, [from, to]: [number, number], cursor: string | null, next: string) =>
      reading({
        at,
        place: { kind: "feed", feed: "posts", span: { from, to, top: cursor === null, end: false, cursor, next } },
        unread: count === 0 ? [] : [{ reason: "noTime", count }],
      });
    const silent = (at: number, count: number, cursor: string, next: string) =>
      reading({
        at,
        place: { kind: "feed", feed: "posts", span: null, link: { cursor, next, end: false } },
        unread: [{ reason: "unknownShape", count }],
      });
    const answers = (at: number, count: number, cursor: string | null, next: string | null, focal = "17") =>
      reading({
        at,
        place: { kind: "thread", focal, complete: false, link: { cursor, next, end: next === null } },
        unread: count === 0 ? [] : [{ reason: "noTime", count }],
      });
    const deep = [
      feed(3_000, 3, [1_900, 2_000], null, "a"),
      feed(3_000, 4, [1_800, 1_899], "a", "b"),
      silent(3_000, 9, "b", "c"),
      answers(3_000, 16, null, "y"),
      answers(3_000, 32, "y", "z"),
      answers(3_000, 64, "m", "n", "18"),
    ];
    const store = (...readings: Parameters<typeof storeReadings>[3]) =>
      storeReadings(database, pageOf(), BRAND, readings);
    const unread = async () =>
      Object.fromEntries(
        (await loadDataset(database, "x:brand"))!.coverage.unread.map(({ reason, count }) => [reason, count]),
      );
    const row = () => database.get("pages", "x:brand");

    it("changes nothing where it was made, before and after more was read", async () => {
      await store(...deep);
      for (const more of [
        [],
        [feed(4_000, 8, [1_950, 2_050], null, "d")],
        [feed(5_000, 0, [1_950, 2_050], null, "e")],
      ]) {
        await store(...more);
        const before = await row();
        const text = await written(database);
        for (let i = 0; i < 2; i++) await restoreAll(database, text);
        expect(await row()).toEqual(before);
      }
    });

    it("brings back what was missing further down than was read here, the same each time, until that is read", async () => {
      await store(...deep);
      const text = await written(database);
      const secret = await salt(database);
      database = await fresh();
      await acceptSalt(database, secret);
      await store(feed(4_000, 1, [1_950, 2_050], null, "d"), answers(4_000, 2, null, "w"));
      await restoreAll(database, text);
      const before = await row();
      expect(await unread()).toEqual({ noTime: 7 + 32 + 64, unknownShape: 9 });
      await restoreAll(database, text);
      expect(await row()).toEqual(before);
      await store(feed(5_000, 0, [1_950, 2_050], null, "e"), feed(5_000, 0, [1_700, 1_949], "e", "f"));
      expect(await unread()).toEqual({ noTime: 32 + 64 });
      await restoreAll(database, text);
      expect(await unread()).toEqual({ noTime: 32 + 64 });
    });

    it("does not outdo that nothing is missing in a thread any more", async () => {
      await store(...deep);
      const text = await written(database);
      await store(answers(4_000, 0, null, "x"), answers(4_000, 0, "x", null));
      await restoreAll(database, text);
      expect(await unread()).toEqual({ noTime: 7 + 64, unknownShape: 9 });
    });
  });

  it("marks nothing gone that was seen here since", async () => {
    await fill(database, 1_000);
    await database.put("items", { ...(await database.get("items", ["x:brand", "1"]))!, goneAt: 2_000 });
    const text = await written(database);
    const seen = await fresh();
    await acceptSalt(seen, await salt(database));
    await fill(seen, 3_000);
    await restoreAll(seen, text);
    expect((await loadDataset(seen, "x:brand"))!.coverage.gone).toBeUndefined();
    const empty = await fresh();
    await restoreAll(empty, text);
    expect((await loadDataset(empty, "x:brand"))!.coverage.gone).toEqual([{ id: "1", at: 2_000 }]);
  });
});

describe("a bad file", () => {
  it("is refused with the reason", async () => {
    expect(readBackup("{").problem).toBe("notJson");
    expect(readBackup('{"a":1}').problem).toBe("notBackup");
    expect(readBackup('{"whyfirst":"plans","schema":1,"plans":[]}').problem).toBe("notBackup");
    const text = await written(database);
    expect(readBackup(text.replace(`"schema":${DATABASE_VERSION}`, '"schema":99')).problem).toBe("laterVersion");
  });

  it("of another installation is refused where pages were read here, and taken where none were", async () => {
    await fill(database);
    const text = await written(database);
    const other = await fresh();
    await fill(other, 2_000, ["7"]);
    const before = await contents(other);
    expect(await restoreAll(other, text)).toBe("otherSalt");
    expect(await contents(other)).toEqual(before);
    const planned = await fresh();
    await salt(planned);
    expect(await restoreAll(planned, text)).toMatchObject({ bad: 0 });
    expect(await salt(planned)).toBe(await salt(database));
  });

  it("loses only the rows that do not hold, and says how many", async () => {
    await fill(database);
    await savePlan(database, emptyPlan("p", "x:brand", 1_000, "UTC"));
    const raw = JSON.parse(await written(database));
    raw.stores.items[0].network = "facebook";
    raw.stores.items[1].json.created = { from: 5, to: 5 };
    raw.stores.items.push(null, 7, { page: "x:brand" });
    raw.stores.feeds = "none";
    raw.stores.plans.push({ id: "no pages" });
    raw.stores.plans[0].horizon = 91;
    raw.stores.unheard = [1];
    const target = await fresh();
    expect(await restoreAll(target, JSON.stringify(raw))).toMatchObject({ bad: 6 });
    expect((await loadDataset(target, "x:brand"))!.records).toHaveLength(2);
    expect(await listPlans(target)).toMatchObject([{ id: "p", horizon: 90 }]);
  });

  it("never breaks what is here, whatever its rows hold", async () => {
    await fill(database);
    const before = await loadDataset(database, "x:brand");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BACKUP_STORES),
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        async (store, rows) => {
          const { stored, bad } = await restoreRows(database, store, rows, 1);
          expect(stored + bad).toBe(rows.length);
        },
      ),
      { numRuns: 100 },
    );
    expect(await loadDataset(database, "x:brand")).toEqual(before);
  });
});

describe("a backup of an older version", () => {
  /** Rows as version 1 wrote them, written down here and not by today's code. */
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
    announced: { comments: 1, shares: null, reactions: 2 },
  };
  const question = {
    ...part,
    kind: "reply",
    author: { role: "other", key: "c" },
    created: { from: 200, to: 201 },
    replyTo: "1",
    replyToAuthor: { role: "page", key: "k" },
    thread: "1",
    text: "When do you open?",
    announced: { comments: 0, shares: null, reactions: null },
  };
  const plan = {
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
  };
  const OLDER: Record<number, object> = {
    1: {
      whyfirst: "backup",
      schema: 1,
      madeAt: 950,
      salt: "a".repeat(64),
      stores: {
        pages: [
          {
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
          },
        ],
        items: [
          { page: "x:brand", id: "1", network: "x", observedAt: 900, json: part, dom: null },
          { page: "x:brand", id: "2", network: "x", observedAt: 900, json: question, dom: null },
        ],
        feeds: [
          {
            page: "x:brand",
            feed: "posts",
            observedAt: 900,
            segments: [{ from: 100, to: 800, topAt: 900, end: false, next: "c" }],
          },
        ],
        threads: [{ page: "x:brand", focal: "1", members: ["1", "2"], complete: true, observedAt: 900 }],
        plans: [plan],
      },
    },
  };

  it("is known for every version there was", () => {
    expect(Object.keys(OLDER).map(Number)).toEqual(Array.from({ length: DATABASE_VERSION - 1 }, (_, i) => i + 1));
  });

  it.each(Object.keys(OLDER))("%s is taken back whole", async (version) => {
    expect(await restoreAll(database, JSON.stringify(OLDER[Number(version)]))).toEqual({ stored: 6, bad: 0 });
    const { records, coverage, page } = (await loadDataset(database, "x:brand"))!;
    expect(page).toMatchObject({ name: "Brand", totalPosts: 4 });
    expect(records).toMatchObject([
      { id: "1", text: "Hello", announced: { reactions: 2 } },
      { id: "2", text: "When do you open?" },
    ]);
    expect(coverage).toMatchObject({
      feeds: [{ segments: [{ from: 100, to: 800, topAt: 900, end: false, next: "c" }] }],
      threads: [{ focal: "1", complete: true }],
      unread: [{ reason: "noTime", count: 2 }],
    });
    expect(await loadPlan(database, "x:brand")).toMatchObject({ why: "To help" });
    expect(await salt(database)).toBe("a".repeat(64));
  });

  it.each(Object.keys(OLDER))("%s is audited, and goes on: what is deleted from then on is told", async (version) => {
    await restoreAll(database, JSON.stringify(OLDER[Number(version)]));
    const reportAt = async (asOf: number) =>
      atOnce(auditOf((await loadPage(database, "x:brand"))!, "UTC", { asOf, asOfFrom: "now", window: null }));
    const waiting = ({ findings }: Report) =>
      findings.flatMap(({ key, detail }) =>
        key === "waiting" && detail?.type === "waiting" ? detail.items.map(({ id }) => id) : [],
      );
    const before = await reportAt(1_500);
    expect(before.plan!.why).toBe("To help");
    expect(before.coverage).toMatchObject({
      posts: 1,
      threadsRead: 1,
      announced: 1,
      announcedRead: 1,
      unread: [{ reason: "noTime", count: 2 }],
    });
    expect(waiting(before)).toEqual(["2"]);
    expect(before.coverage.gone).toBeUndefined();
    const again = item("1", { announced: { comments: 0, shares: null, reactions: 2 }, text: "Hello" });
    await storeReadings(database, pageOf(), BRAND, [
      reading({
        at: 2_000,
        place: { kind: "thread", focal: "1", complete: true },
        observations: [again],
        shown: ["1"],
      }),
    ]);
    const after = await reportAt(2_500);
    expect(after.coverage).toMatchObject({ posts: 1, announced: 1, announcedRead: 1, gone: 1 });
    expect(after.cited.find(({ id }) => id === "2")).toMatchObject({ text: "When do you open?", goneAt: 2_000 });
    // As of before it was deleted, it was there.
    expect((await reportAt(1_500)).coverage.gone).toBeUndefined();
  });
});
