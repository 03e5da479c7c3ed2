// What is gone: marked where a reading truly covered its place, never deleted, and unmarked when it shows again.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Observation, Reading, Span } from "../../src/domain/observation.ts";
import type { Feed } from "../../src/domain/page.ts";
import type { NetworkId } from "../../src/domain/record.ts";
import { countGone } from "../../src/report/gone.ts";
import { auditPage } from "../../src/report/run.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";
import { ANN, BRAND, item, pageOf, postAt, reading } from "../support/readings.ts";

let database: Database;
let number = 0;
beforeEach(async () => {
  database = await openDatabase(`gone-${number++}`);
});
const page = pageOf();
/** Readings as the session hands them over: with the ids of all that was shown. */
const store = (...readings: Reading[]) =>
  storeReadings(
    database,
    page,
    BRAND,
    readings.map((one) => ({ shown: one.observations.map(({ id }) => id), ...one })),
  );
const dataset = async () => (await loadDataset(database, page.key))!;
const gone = async () => (await dataset()).coverage.gone ?? [];

const feed = (at: number, times: readonly number[], more: Partial<Span> = {}, rest: Partial<Reading> = {}): Reading =>
  reading({
    at,
    place: {
      kind: "feed",
      feed: "posts",
      span: {
        from: Math.min(...times),
        to: Math.max(...times),
        top: false,
        end: false,
        cursor: null,
        next: null,
        ...more,
      },
    },
    observations: times.map((time) => postAt(time)),
    ...rest,
  });

describe("a feed read again", () => {
  it("does not miss an item that stood out of its place, as an old post held at the top does", async () => {
    const outOfPlace = feed(1_000, [900, 800, 200], { from: 800 });
    await store(outOfPlace, feed(2_000, [900, 800, 700, 100]));
    expect(await gone()).toEqual([]);
  });

  it("marks an item whose place it covers and which it no longer shows, and keeps it", async () => {
    await store(feed(1_000, [100, 200, 300, 400]));
    expect(await gone()).toEqual([]);
    await store(feed(2_000, [100, 300, 400]));
    expect(await gone()).toEqual([{ id: "post-200", at: 2_000 }]);
    expect((await dataset()).records).toHaveLength(4);
    const report = auditPage(await dataset(), {
      plan: null,
      asOf: 3_000,
      asOfFrom: "now",
      zone: "UTC",
      sisterKeys: new Set(),
    });
    expect(report.coverage.gone).toBe(1);
    const before = auditPage(await dataset(), {
      plan: null,
      asOf: 1_500,
      asOfFrom: "now",
      zone: "UTC",
      sisterKeys: new Set(),
    });
    expect(before.coverage.gone).toBeUndefined();
    expect(before.coverage.posts).toBe(4);
  });

  it("keeps the moment at which it was first missed, and unmarks it when it shows again", async () => {
    await store(feed(1_000, [100, 200, 300]), feed(2_000, [100, 300]), feed(3_000, [100, 300]));
    expect(await gone()).toEqual([{ id: "post-200", at: 2_000 }]);
    await store(feed(1_500, [100, 200, 300]));
    expect(await gone()).toEqual([{ id: "post-200", at: 2_000 }]);
    await store(feed(4_000, [100, 200, 300]));
    expect(await gone()).toEqual([]);
  });

  it("marks the newest only where it begins at the top of the feed", async () => {
    await store(feed(1_000, [100, 200, 300], { top: true }), feed(2_000, [100, 200]));
    expect(await gone()).toEqual([]);
    await store(feed(3_000, [100, 200], { top: true }));
    expect(await gone()).toEqual([{ id: "post-300", at: 3_000 }]);
  });

  it.each<[string, Reading[]]>([
    ["lies at or beyond the end of what was read", [feed(1_000, [100, 200, 300]), feed(2_000, [200, 300])]],
    ["was drawn, not answered", [feed(1_000, [100, 200, 300]), feed(2_000, [100, 300], {}, { source: "dom" })]],
    ["was shown signed in only", [feed(1_000, [100, 200, 300]), feed(2_000, [100, 300], {}, { signedIn: false })]],
    [
      "may be what could not be read",
      [feed(1_000, [100, 200, 300]), feed(2_000, [100, 300], {}, { unread: [{ reason: "unavailable", count: 1 }] })],
    ],
    [
      "was never shown in this feed",
      [
        reading({
          at: 1_000,
          place: { kind: "thread", focal: "post-200", complete: false },
          observations: [postAt(200)],
        }),
        feed(2_000, [100, 300]),
      ],
    ],
    [
      "is pinned now",
      [
        feed(1_000, [100, 200, 300]),
        reading({ at: 1_500, source: "dom", observations: [postAt(200, { pinned: true })] }),
        feed(2_000, [100, 300]),
      ],
    ],
    [
      "has only a coarse time",
      [
        feed(
          1_000,
          [100, 300],
          {},
          { observations: [postAt(100), item("coarse", { created: { from: 150, to: 250 } }), postAt(300)] },
        ),
        feed(2_000, [100, 300]),
      ],
    ],
    [
      "is an answer, which sites fold",
      [
        feed(1_000, [100, 300], {}, { observations: [postAt(100), postAt(200, { kind: "reply" }), postAt(300)] }),
        feed(2_000, [100, 300]),
      ],
    ],
    [
      "was edited, and is shown under its later id",
      [
        feed(1_000, [100, 200, 300]),
        feed(
          2_000,
          [100, 300],
          {},
          {
            observations: [
              postAt(100),
              postAt(210, { earlier: { ids: ["post-200"], first: { from: 200, to: 201 } } }),
              postAt(300),
            ],
          },
        ),
      ],
    ],
  ])("marks nothing that %s", async (_, readings) => {
    await store(...readings);
    expect(await gone()).toEqual([]);
  });
});

describe("a repost", () => {
  const repost = postAt(200, { id: "repost-200", kind: "repost", repostOf: "9" });
  const list = (at: number, name: Feed, observations: Observation[], network: NetworkId = "x"): Reading => ({
    ...feed(at, [100, 300], {}, { observations: [postAt(100), ...observations, postAt(300)] }),
    network,
    place: {
      kind: "feed",
      feed: name,
      span: { from: 100, to: 300, top: false, end: false, cursor: null, next: null },
    },
  });

  it("is not gone from X where the list of posts came once with reposts and once without", async () => {
    await store(list(1_000, "posts", [repost]));
    await store(list(2_000, "posts", []));
    expect(await gone()).toEqual([]);
  });

  it("that an earlier version remembered in the list of posts is not gone either", async () => {
    await store(list(1_000, "posts", [repost]));
    await database.put("shown", { page: page.key, feed: "posts", created: 200, id: "repost-200", at: 1_000 });
    await store(list(2_000, "posts", []));
    expect(await gone()).toEqual([]);
  });

  it.each(["reposts", "all"] as const)("is gone where %s no longer shows it", async (name) => {
    await store(list(1_000, name, [repost]), list(2_000, name, []));
    expect(await gone()).toEqual([{ id: "repost-200", at: 2_000 }]);
  });

  it("is gone on a network whose one list shows reposts", async () => {
    const linkedin = { ...page, key: "linkedin:brand", network: "linkedin" as const };
    const readings = [list(1_000, "posts", [repost], "linkedin"), list(2_000, "posts", [], "linkedin")];
    const whole = readings.map((one) => ({ shown: one.observations.map(({ id }) => id), ...one }));
    await storeReadings(database, linkedin, BRAND, whole);
    expect((await loadDataset(database, linkedin.key))!.coverage.gone).toEqual([{ id: "repost-200", at: 2_000 }]);
  });
});

describe("a thread read again", () => {
  const comment = (id: string, more: Partial<Observation> = {}) =>
    item(id, { kind: "reply", author: ANN, replyTo: "post-100", created: { from: 150, to: 151 }, ...more });
  const thread = (at: number, observations: Observation[], complete = true) =>
    reading({ at, place: { kind: "thread", focal: "post-100", complete }, observations });
  const post = postAt(100, { announced: { comments: 2, shares: null, reactions: null } });

  it("marks a first-level answer that a complete one no longer shows, and no deeper one", async () => {
    const deep = comment("deep", { replyTo: "a" });
    await store(thread(1_000, [post, comment("a"), comment("b"), deep]), thread(2_000, [post, comment("a")]));
    expect(await gone()).toEqual([{ id: "b", at: 2_000 }]);
  });

  it("marks nothing where more may follow, or where it does not hold the post itself", async () => {
    await store(thread(1_000, [post, comment("a"), comment("b")]));
    await store(thread(2_000, [post, comment("a")], false), thread(3_000, [comment("a")]));
    expect(await gone()).toEqual([]);
  });

  it("does not let one that is gone hide one that was never loaded", async () => {
    await store(thread(1_000, [post, comment("a"), comment("b")]));
    // One was deleted and one written, but not loaded: the site still says 2.
    await store(thread(2_000, [post, comment("a")]));
    const raised = countGone(await dataset());
    expect(raised.records.find(({ id }) => id === "post-100")!.announced.comments).toBe(3);
  });
});
