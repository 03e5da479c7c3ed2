// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://x.com/brand" }
// The reader in a document: how old what it draws may be, that every question is answered, and what a stop forgets.
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Account, Observation, Reading } from "../../src/domain/observation.ts";
import type { Exchange, Network } from "../../src/networks/network.ts";
import type { ReaderMessage, ReaderState, ToReader } from "../../src/platform/messages.ts";
import { item } from "../support/readings.ts";

const HOUR = 3_600_000;
const LOADED = Date.UTC(2026, 10, 1);
const brand: Account = { id: null, handle: "brand" };
let clock = LOADED;
let sent: ReaderMessage[] = [];
/** What the page shows. */
let drawn: Observation[] = [];
/** Resolves when the worker may take the messages in. */
let worker: Promise<void> = Promise.resolve();
let listener: (raw: unknown, sender: object) => Promise<ReaderState> | undefined = () => undefined;

const feed = (source: Reading["source"], at: number): Reading => ({
  network: "x",
  source,
  at,
  owner: brand,
  place: { kind: "feed", feed: "posts", span: null },
  observations: drawn,
  pages: [],
  signedIn: null,
  unread: [],
});
/** A post whose reading takes so long that the page goes on meanwhile. */
function* slowly(reading: Reading): Generator<Reading | null> {
  yield { ...reading, place: { kind: "thread", focal: "9", complete: false } };
  for (const begun = performance.now(); performance.now() < begun + 15; );
  yield null;
}
/** A reader that remembers which documents it has read, as Facebook's remembers its islands. */
const networkOf = (): Network => {
  const done = new Set<string>();
  return {
    id: "x",
    responses: "^GET",
    place: ({ pathname }: URL) =>
      pathname.startsWith("/brand/status")
        ? { kind: "thread", account: brand, focal: "9" }
        : pathname === "/post" || pathname === "/slow"
          ? { kind: "thread", account: null, focal: "9" }
          : { kind: "feed", account: brand, feed: "posts" },
    pageKey: () => "x:brand",
    readResponse: (_: Exchange, at: number) => [feed("json", at)],
    readDocument: ({ readyState }: Document, { pathname }: URL, at: number) => {
      if (pathname === "/slow") return slowly({ ...feed("dom", at), owner: drawn.length > 0 ? brand : null });
      // As sites that do not name in its address whose post is shown, and put all into the document.
      if (pathname === "/post" && readyState !== "loading")
        return [{ ...feed("dom", at), place: { kind: "thread", focal: "9", complete: false } }];
      if (pathname !== "/brand") return [];
      const island = done.has("island") ? [] : [feed("json", LOADED)];
      done.add("island");
      return [...island, feed("dom", at)];
    },
  } as unknown as Network;
};

vi.mock("../../src/platform/clock.ts", () => ({ now: () => clock }));
vi.mock("../../src/networks/index.ts", () => ({ networkOf: () => networkOf(), freshNetwork: () => networkOf() }));
vi.mock("../../src/platform/browser.ts", () => ({
  browser: {
    runtime: {
      id: "us",
      onMessage: { addListener: (added: typeof listener) => (listener = added) },
      sendMessage: async (message: ReaderMessage) => {
        await worker;
        sent.push(message);
        return { records: 1 };
      },
    },
  },
}));

const tell = (message: ToReader) => listener(message, { id: "us" }) as Promise<ReaderState>;
const click = () => tell({ kind: "click", handshake: "a-handshake-of-the-test" });
const settled = () => tell({ kind: "settled" });
const go = (path: string) => history.pushState(null, "", path);
/** The latest time as of which something drawn was told. */
const asOf = (source: Reading["source"] = "dom") =>
  sent
    .flatMap(({ readings }) => readings)
    .filter((reading) => reading.source === source)
    .at(-1)?.at;
/** The hook's end of the port: what the page hands over, and what the reader asks of it. */
function hook() {
  const { port1, port2 } = new MessageChannel();
  const event = new Event("a-handshake-of-the-test") as Event & { ports: MessagePort[] };
  event.ports = [port2];
  document.dispatchEvent(event);
  return port1;
}

/** The person clicks first at this address. */
async function clickAt(path: string): Promise<void> {
  history.replaceState(null, "", path);
  await import("../../src/collect/reader.ts");
  await click();
}

beforeEach(() => {
  globalThis.whyfirstReader?.stop();
  globalThis.whyfirstReader = undefined;
  vi.resetModules();
  Object.defineProperty(performance, "timeOrigin", { value: LOADED, configurable: true });
  clock = LOADED + 1_000;
  worker = Promise.resolve();
  sent = [];
  drawn = [item("1", { author: brand })];
});

describe("a list that is drawn", () => {
  it("is no fresher when the person comes back to it from a picture, three days after it was loaded", async () => {
    clock = LOADED + 72 * HOUR;
    await clickAt("/brand");
    expect(asOf()).toBe(LOADED);
    go("/brand/status/9/photo/1");
    await settled();
    clock += HOUR;
    go("/brand");
    drawn = [item("1", { author: brand, text: "drawn again" })];
    await settled();
    clock += 10_000;
    drawn = [item("1", { author: brand, text: "and again" })];
    await settled();
    expect(asOf()).toBe(LOADED);
  });

  it("is as fresh as its address where the document had not shown that before, and as its newest item", async () => {
    await clickAt("/elsewhere");
    clock = LOADED + 72 * HOUR;
    go("/brand");
    await settled();
    clock += 10_000;
    drawn = [item("2", { author: brand })];
    await settled();
    expect(asOf()).toBe(LOADED + 72 * HOUR);
    clock += HOUR;
    drawn = [item("3", { author: brand, created: { from: clock, to: clock + 1 } })];
    await settled();
    expect(asOf()).toBe(clock);
  });

  it("may be as old as the moment from which nobody watched", async () => {
    await clickAt("/elsewhere");
    clock = LOADED + HOUR;
    await tell({ kind: "stop" });
    clock = LOADED + 72 * HOUR;
    go("/brand");
    await click();
    expect(asOf()).toBe(LOADED + HOUR);
  });

  it("is as old as the document where its history names the address", async () => {
    const entries = () => [{ url: "https://x.com/brand", sameDocument: true }];
    vi.stubGlobal("navigation", { entries });
    await clickAt("/brand/status/9/photo/1");
    vi.unstubAllGlobals();
    clock = LOADED + 72 * HOUR;
    go("/brand");
    await settled();
    expect(asOf()).toBe(LOADED);
  });

  it("leaves an answer that the page fetched at its own time", async () => {
    clock = LOADED + 72 * HOUR;
    await clickAt("/brand");
    const port = hook();
    port.onmessage = ({ data }) => port.postMessage(data);
    drawn = [item("5", { author: brand })];
    port.postMessage({ url: "https://x.com/a", method: "GET", body: "", text: "{}" });
    await settled();
    expect(asOf("json")).toBe(clock);
    port.close();
  });
});

describe("a document that is still arriving", () => {
  it("is read when it is there, though nothing in it changes any more, and for the person who clicked", async () => {
    const readyState = vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
    await clickAt("/post");
    expect(sent).toEqual([]);
    readyState.mockReturnValue("interactive");
    document.dispatchEvent(new Event("readystatechange"));
    await vi.waitFor(() => expect(sent.map(({ page }) => page)).toEqual(["x:brand"]));
    readyState.mockRestore();
  });
});

describe("a page that is forgotten", () => {
  const forget = (pages: string[] | null) => tell({ kind: "forget", pages });

  it.each([[["x:brand2", "x:brand"]], [null]])("is not handed over any more (%j)", async (pages) => {
    let awake = () => {};
    worker = new Promise((resolve) => {
      awake = resolve;
    });
    await clickAt("/brand");
    for (let i = 0; i < 3; i++) {
      drawn = [item(`more-${i}`, { author: brand })];
      clock += 1_000;
      void settled();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const told = forget(pages);
    await new Promise((resolve) => setTimeout(resolve, 20));
    awake();
    // One message was on its way already: it is waited for, so that what it brings is forgotten too.
    expect(await told).toMatchObject({ reading: false });
    expect(sent).toHaveLength(1);
    await settled();
    drawn = [item("later", { author: brand })];
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toHaveLength(1);
  });

  it("is not waited for longer than that, whatever else is still to be read or stored", async () => {
    worker = new Promise(() => undefined);
    await clickAt("/brand");
    expect(await forget(["x:other"])).toMatchObject({ reading: true, page: "x:brand" });
  });

  it("is not read where the address has moved on to it and nothing was looked at yet", async () => {
    const readyState = vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
    await clickAt("/post");
    readyState.mockRestore();
    go("/brand");
    expect(await forget(["x:brand"])).toMatchObject({ reading: false });
    await settled();
    expect(sent).toEqual([]);
  });

  it("stays forgotten when it waited behind a stop", async () => {
    let awake = () => {};
    worker = new Promise((resolve) => {
      awake = resolve;
    });
    await clickAt("/brand");
    drawn = [item("2", { author: brand })];
    void settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    void tell({ kind: "stop" });
    const told = forget(["x:brand"]);
    awake();
    await told;
    await settled();
    expect(sent).toHaveLength(1);
  });
});

describe("a click", () => {
  it("is answered by a look that begins after it", async () => {
    drawn = [];
    await clickAt("/slow");
    const underWay = settled();
    await new Promise((resolve) => setTimeout(resolve));
    drawn = [item("1", { author: brand })];
    await click();
    await underWay;
    await settled();
    expect(sent.map(({ page }) => page)).toEqual(["x:brand"]);
  });
});

describe("a question whether all is stored", () => {
  it("is answered to everyone who asks at once", async () => {
    await clickAt("/brand");
    const port = hook();
    const asked: unknown[] = [];
    port.onmessage = ({ data }) => asked.push(data);
    const both = Promise.all([settled(), settled()]);
    await vi.waitFor(() => expect(asked).toEqual(["echo", "echo"]));
    for (const echo of asked) port.postMessage(echo);
    expect(await both).toMatchObject([{ page: "x:brand" }, { page: "x:brand" }]);
    port.close();
  });

  it("is answered to everyone when reading is stopped meanwhile", async () => {
    await clickAt("/brand");
    const port = hook();
    const all = Promise.all([settled(), settled(), tell({ kind: "stop" })]);
    expect(await all).toMatchObject([{ reading: false }, { reading: false }, { reading: false }]);
    port.close();
  });
});

describe("a reader that was stopped", () => {
  it.each(["settled", "stop"] as const)('answers "%s" when what it had taken in is stored', async (kind) => {
    let awake = () => {};
    worker = new Promise((resolve) => {
      awake = resolve;
    });
    await clickAt("/brand");
    if (kind === "settled") void tell({ kind: "stop" });
    const answered = tell({ kind }).then(() => sent.length);
    await new Promise((resolve) => setTimeout(resolve, 20));
    awake();
    expect(await answered).toBeGreaterThan(0);
  });

  it("still says that something could not be stored, also where that turns out later", async () => {
    worker = new Promise((_, reject) => {
      setTimeout(() => reject(new Error("no room")), 20);
    });
    await clickAt("/brand");
    await tell({ kind: "stop" });
    expect(await settled()).toMatchObject({ reading: false, failed: true });
    await tell({ kind: "stop" });
    expect(await click()).toMatchObject({ reading: true, failed: true });
  });

  it("tells everything again when the person clicks again, as what it told may have been forgotten", async () => {
    await clickAt("/brand");
    await settled();
    const told = sent.flatMap(({ readings }) => readings.map(({ source }) => source)).sort();
    expect(told).toEqual(["dom", "json"]);
    await tell({ kind: "stop" });
    sent = [];
    await click();
    await settled();
    expect(sent.flatMap(({ readings }) => readings.map(({ source }) => source)).sort()).toEqual(told);
  });
});
