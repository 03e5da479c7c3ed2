// Behind the popup: known and ready while much is read and stored, and gone once it is ended.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageMessage, ReaderState } from "../../../src/platform/messages.ts";
import type { Loaded } from "../../../src/ui/popup/load.ts";
import type { View } from "../../../src/ui/popup/view.ts";
import { fakeBrowser } from "../../support/browser.ts";
import { full } from "../samples.ts";

const browser = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock("../../../src/platform/browser.ts", () => ({ browser }));
const close = vi.hoisted(() => vi.fn());
vi.mock("../../../src/store/database.ts", () => ({ openDatabase: async () => ({ close }) }));
const load = vi.hoisted(() => vi.fn<(...args: unknown[]) => Promise<unknown>>());
vi.mock("../../../src/ui/popup/load.ts", () => ({ load }));
const { Controller } = await import("../../../src/ui/popup/controller.ts");

const LOADED: Loaded = { report: full, plan: null, records: [] };
const STATE: ReaderState = { reading: true, hooked: true, page: "x:northwind", failed: false };
const listeners = new Set<(raw: unknown, sender: unknown) => void>();
/** What the worker says to `begin`. */
let begins: () => Promise<unknown>;
/** What the browser says of the tab in front. */
let inFront: () => Promise<unknown[]>;
let sent: PageMessage["kind"][];
let loads: number;

/** A page's data was stored. */
const change = (): void => {
  for (const listener of listeners) listener({ kind: "changed", page: "x:northwind" }, { id: "whyfirst" });
};

beforeEach(() => {
  vi.useFakeTimers();
  listeners.clear();
  sent = [];
  loads = 0;
  begins = async () => ({ status: "reading", state: STATE });
  inFront = async () => [{ id: 7, url: "https://x.com/northwind" }];
  load.mockReset();
  const { storage } = fakeBrowser();
  Object.assign(browser, {
    storage,
    runtime: {
      id: "whyfirst",
      onMessage: {
        addListener: (listener: never) => void listeners.add(listener),
        removeListener: (listener: never) => void listeners.delete(listener),
      },
      sendMessage: (message: PageMessage) => {
        sent.push(message.kind);
        return message.kind === "begin" ? begins() : Promise.resolve({ status: "saved" });
      },
    },
    tabs: { query: () => inFront(), sendMessage: async () => STATE },
  });
});
afterEach(() => void vi.useRealTimers());

/** A load and audit that take so many ms. */
const slow = (ms: number) =>
  load.mockImplementation(async () => {
    loads += 1;
    await new Promise((resolve) => setTimeout(resolve, ms));
    return LOADED;
  });
const has = async (promise: Promise<unknown>, within: number): Promise<boolean> => {
  let over = false;
  void promise.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(within);
  return over;
};

test("is settled after the first audit, though changes keep coming and audits are slow", async () => {
  slow(2_000);
  const controller = new Controller(() => undefined);
  const changing = setInterval(change, 100);
  const started = controller.start();
  expect(await has(started, 2_500)).toBe(true);
  expect(controller.view).toMatchObject({ settled: true, reading: true, report: full });
  // What was known when asked is shown after one audit under way and one of its own.
  expect(await has(controller.settled(), 4_500)).toBe(true);
  expect(await has(controller.ask({ asOf: 1, asOfFrom: "chosen" }, null), 4_500)).toBe(true);
  expect(load.mock.lastCall?.[2]).toEqual({ asOf: 1, asOfFrom: "chosen" });
  clearInterval(changing);
  controller.end();
});

test("gives the page a pause after each slow audit", async () => {
  slow(2_000);
  const controller = new Controller(() => undefined);
  void controller.start();
  await vi.advanceTimersByTimeAsync(10_000);
  const before = loads;
  const changing = setInterval(change, 100);
  await vi.advanceTimersByTimeAsync(8_100);
  clearInterval(changing);
  expect(loads - before).toBe(3);
  controller.end();
});

test("follows what is stored though the clock was set back by an hour", async () => {
  slow(10);
  const controller = new Controller(() => undefined);
  await has(controller.start(), 2_000);
  change();
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  const before = loads;
  change();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(loads).toBe(before + 1);
  controller.end();
});

test("ended before the browser says which tab is in front, it begins nothing and listens to nothing", async () => {
  slow(10);
  const views: View[] = [];
  let answer: (tabs: unknown[]) => void = () => undefined;
  inFront = () => new Promise((resolve) => (answer = resolve));
  const controller = new Controller((view) => views.push(view));
  const started = controller.start();
  controller.end();
  answer([{ id: 7, url: "https://x.com/northwind" }]);
  expect(await has(started, 1_000)).toBe(true);
  expect([listeners.size, sent, loads, views.length]).toEqual([0, [], 0, 1]);
});

test("ended while the worker begins, it asks no reader and loads nothing more", async () => {
  slow(10);
  let answer: (reply: unknown) => void = () => undefined;
  begins = () => new Promise((resolve) => (answer = resolve));
  const controller = new Controller(() => undefined);
  const started = controller.start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([listeners.size, loads]).toEqual([1, 1]);
  controller.end();
  answer({ status: "reading", state: STATE });
  change();
  void controller.refresh();
  expect(await has(started, 5_000)).toBe(true);
  expect([listeners.size, loads]).toEqual([0, 1]);
});

test("ended, it closes the store, and a load that this breaks off is no fault", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  close.mockClear();
  let fail: (error: Error) => void = () => undefined;
  load.mockImplementation(() => new Promise((_, reject) => (fail = reject)));
  const controller = new Controller(() => undefined);
  const started = controller.start();
  await vi.advanceTimersByTimeAsync(100);
  controller.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledOnce();
  fail(new Error("The database connection is closing."));
  expect(await has(started, 1_000)).toBe(true);
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test("an audit under way is given up once it is ended", async () => {
  let wanted: () => boolean = () => true;
  load.mockImplementation(async (...args) => {
    wanted = args[5] as () => boolean;
    return LOADED;
  });
  const controller = new Controller(() => undefined);
  await has(controller.start(), 1_000);
  expect(wanted()).toBe(true);
  controller.end();
  expect(wanted()).toBe(false);
});
