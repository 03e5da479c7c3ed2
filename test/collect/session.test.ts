// A session: whose audit it is, what is told once, and in which order it is handed over.
import { describe, expect, it } from "vitest";
import { Session } from "../../src/collect/session.ts";
import type { Account, Observation, Reading } from "../../src/domain/observation.ts";
import type { Network, Place } from "../../src/networks/network.ts";

const network = {
  id: "x",
  pageKey: ({ handle }: Account) => (handle ? `x:${handle.toLowerCase()}` : null),
} as unknown as Network;
const brand: Account = { id: null, handle: "Brand" };
const rival: Account = { id: null, handle: "Rival" };
const item = (id: string, author: Account, more: Partial<Observation> = {}): Observation => ({
  id,
  author,
  kind: "post",
  created: { from: 1, to: 2 },
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
const feed = (owner: Account | null, observations: Observation[], more: Partial<Reading> = {}): Reading => ({
  network: "x",
  source: "dom",
  at: 1_000,
  owner,
  place: { kind: "feed", feed: "posts", span: null },
  observations,
  pages: [],
  signedIn: null,
  unread: [],
  ...more,
});
const at = (account: Account): Place => ({ kind: "feed", account, feed: "posts" });

function session() {
  const handed: [string | null, string[]][] = [];
  const one = new Session(network, async ({ handle }, readings) => {
    handed.push([handle, readings.flatMap(({ observations }) => observations.map(({ id }) => id))]);
  });
  return { one, handed };
}

describe("session", () => {
  it("reads nothing before an address says whose page it is", async () => {
    const { one, handed } = session();
    one.take([feed(brand, [item("1", brand)])]);
    await one.settled();
    expect(handed).toEqual([]);
    expect(one.page).toBeNull();
  });

  it("tells an item once, and again when it has changed or a minute has passed", async () => {
    const { one, handed } = session();
    one.moved(at(brand));
    one.take([feed(brand, [item("1", brand)])]);
    one.take([feed(brand, [item("1", brand), item("2", brand)])]);
    one.take([feed(brand, [item("1", brand), item("2", brand, { text: "more" })])]);
    one.take([feed(brand, [item("1", brand)], { at: 62_000 })]);
    await one.settled();
    expect(handed.map(([, ids]) => ids)).toEqual([["1"], ["2"], ["2"], ["1"]]);
  });

  it("starts another audit on another page's tab, not on a single post", async () => {
    const { one, handed } = session();
    one.moved(at(brand));
    one.moved({ kind: "thread", account: rival, focal: "9" });
    expect(one.page).toBe("x:brand");
    one.moved(at(rival));
    one.take([feed(brand, [item("1", brand)]), feed(rival, [item("2", rival)])]);
    await one.settled();
    expect(handed).toEqual([["Rival", ["2"]]]);
  });

  it("on a clicked post stays with the page that takes part in it, else turns to its author", () => {
    const thread = (observations: Observation[]): Reading =>
      feed(rival, observations, { place: { kind: "thread", focal: "9", complete: false } });
    const place: Place = { kind: "thread", account: rival, focal: "9" };
    const staying = session().one;
    staying.moved(at(brand));
    staying.clicked(place, [thread([item("9", rival), item("10", brand, { replyTo: "9" })])]);
    expect(staying.page).toBe("x:brand");
    const turning = session().one;
    turning.moved(at(brand));
    turning.clicked(place, [thread([item("9", rival)])]);
    expect(turning.page).toBe("x:rival");
  });

  it("meets an owner named by id with the subject named by handle", async () => {
    const { one, handed } = session();
    one.moved(at(brand));
    one.take([feed({ id: "77", handle: null }, [item("1", { id: "77", handle: "brand" })])]);
    await one.settled();
    expect(handed).toEqual([["Brand", ["1"]]]);
    expect(one.subject).toEqual({ id: "77", handle: "Brand" });
  });

  it("says that something could not be stored, and goes on", async () => {
    const stored: string[] = [];
    const one = new Session(network, async (_, readings) => {
      const ids = readings.flatMap(({ observations }) => observations.map(({ id }) => id));
      if (ids.includes("1")) throw new Error("no room");
      stored.push(...ids);
    });
    one.moved(at(brand));
    one.take([feed(brand, [item("1", brand)])]);
    one.take([feed(brand, [item("2", brand)])]);
    await one.settled();
    expect(stored).toEqual(["2"]);
    expect(one.failed).toBe(true);
  });

  it("hands over once more what was lost with the worker", async () => {
    let calls = 0;
    const stored: string[] = [];
    const one = new Session(network, async (_, readings) => {
      if (calls++ === 0) throw new Error("the worker was ended");
      stored.push(...readings.flatMap(({ observations }) => observations.map(({ id }) => id)));
    });
    one.moved(at(brand));
    one.take([feed(brand, [item("1", brand)])]);
    await one.settled();
    expect(stored).toEqual(["1"]);
    expect(one.failed).toBe(false);
  });

  it("tells of each place all that could not be read there: answers add up, what is drawn again does not", async () => {
    const told: Reading[] = [];
    const one = new Session(network, async (_, readings) => void told.push(...readings));
    one.moved(at(brand));
    const failed = (source: Reading["source"], count = 1, place: Reading["place"] = { kind: "profile" }) =>
      feed(brand, [], { source, place, unread: [{ reason: "tooBig", count }] });
    const part = (cursor: string): Reading["place"] => ({
      kind: "feed",
      feed: "posts",
      span: { from: 1, to: 2, top: false, end: false, cursor, next: null },
    });
    const said = async () => {
      await one.settled();
      return told.splice(0).map(({ unread }) => unread.map(({ count }) => count));
    };
    one.take([failed("json"), failed("json")]);
    expect(await said()).toEqual([[1], [2]]);
    one.take([failed("dom", 3), failed("dom", 3), failed("dom", 1)]);
    expect(await said()).toEqual([[3]]);
    // A part that says which it is tells the same each time; nothing is left to tell.
    one.take([failed("json", 4, part("a")), failed("json", 4, part("a")), failed("json", 2, part("b"))]);
    expect(await said()).toEqual([[4], [2]]);
    one.moved(at(rival));
    one.take([failed("json")].map((reading) => ({ ...reading, owner: rival })));
    expect(await said()).toEqual([[1]]);
  });

  it("repeats in every portion of a long list what could not be read in it", async () => {
    const told: Reading[] = [];
    const one = new Session(network, async (_, readings) => void told.push(...readings));
    one.moved(at(brand));
    const items = Array.from({ length: 700 }, (_, i) => item(`${i}`, brand));
    one.take([feed(brand, items, { unread: [{ reason: "noTime", count: 2 }] })]);
    await one.settled();
    expect(told.map(({ unread }) => unread)).toEqual([
      [{ reason: "noTime", count: 2 }],
      [{ reason: "noTime", count: 2 }],
    ]);
  });

  it("says of an answer whether the person is signed in as its document last did, whichever page is read", async () => {
    const told: Reading[] = [];
    const one = new Session(network, async (_, readings) => void told.push(...readings));
    const answer = (id: string, owner = brand) => feed(owner, [item(id, owner)], { source: "json" });
    const shell = (signedIn: boolean | null) => feed(brand, [], { place: { kind: "profile" }, signedIn });
    one.moved(at(brand));
    one.take([answer("1"), shell(false), answer("2")]);
    one.moved(at(rival));
    one.take([answer("3", rival), shell(true), shell(null), answer("4", rival)]);
    await one.settled();
    const answers = told.filter(({ source }) => source === "json");
    expect(answers.map(({ signedIn }) => signedIn)).toEqual([null, false, false, true]);
  });

  it("hands over a long list in portions", async () => {
    const { one, handed } = session();
    one.moved(at(brand));
    one.take([
      feed(
        brand,
        Array.from({ length: 1_200 }, (_, i) => item(`${i}`, brand)),
      ),
    ]);
    await one.settled();
    expect(handed[0]![1]).toHaveLength(1_200);
  });

  it("tells of an answer all that it showed, though it tells each item once", async () => {
    const told: Reading[] = [];
    const one = new Session(network, async (_, readings) => void told.push(...readings));
    one.moved(at(brand));
    const both = [item("1", brand), item("2", brand)];
    one.take([feed(brand, both, { source: "json" }), feed(brand, both)]);
    one.take([feed(brand, [item("1", brand), item("3", brand)], { source: "json" })]);
    await one.settled();
    const ids = (reading: Reading) => reading.observations.map(({ id }) => id);
    expect(told.map((reading) => [reading.source, ids(reading), reading.shown])).toEqual([
      ["json", ["1", "2"], ["1", "2"]],
      ["dom", ["1", "2"], undefined],
      ["json", ["3"], ["1", "3"]],
    ]);
  });
});
