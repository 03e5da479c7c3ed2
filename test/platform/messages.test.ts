// Who may send what: every kind of message against every kind of sender.
import { describe, expect, it, vi } from "vitest";

vi.mock("../../src/platform/browser.ts", () => ({
  browser: { runtime: { id: "us", getURL: (path: string) => `chrome-extension://us/${path}` } },
}));
const { accept } = await import("../../src/platform/messages.ts");

const observed = { kind: "observed", network: "x", subject: { id: null, handle: "brand" }, readings: [] };
const begin = { kind: "begin", tabId: 3 };
const reader = { id: "us", frameId: 0, tab: { id: 7 }, origin: "https://x.com", url: "https://x.com/brand" };
const page = { id: "us", url: "chrome-extension://us/src/ui/popup/index.html", origin: "chrome-extension://us" };
const from = (raw: unknown, sender: object) => accept(raw, sender as never);

describe("incoming messages", () => {
  it("are taken from the sender they belong to", () => {
    expect(from(observed, reader)).toEqual({ from: "reader", message: observed, tabId: 7, origin: "https://x.com" });
    expect(from(begin, page)).toEqual({ from: "page", message: begin });
    expect(from(begin, { ...page, tab: { id: 4 }, frameId: 0 })).toEqual({ from: "page", message: begin });
  });

  it.each([
    ["leaveOut", { page: "x:brand", id: "1", leftOut: true }, { id: 1 }],
    ["forgetPage", { page: "x:brand", withPlan: false }, { page: "brand" }],
    ["forgetEverything", {}, null],
    ["setRetention", { days: null }, { days: 0 }],
    ["restore", { salt: null, store: "items", rows: [{}, null] }, { store: "meta" }],
    ["restoreSettings", { settings: { planSync: 1 } }, { settings: null }],
    ["setPlanSync", { on: true }, { on: "yes" }],
  ])("from the extension's own pages alone, and in their shape: %s", (kind, rest, wrong) => {
    const message = { kind, ...rest };
    expect(from(message, page)).toEqual({ from: "page", message });
    expect(from(message, reader)).toBeNull();
    if (wrong) expect(from({ ...message, ...wrong }, page)).toBeNull();
  });

  it.each([
    ["a page's kind from a reader", begin, reader],
    ["a reader's kind from a page", observed, page],
    ["another extension", observed, { ...reader, id: "them" }],
    ["a frame inside the page", observed, { ...reader, frameId: 2 }],
    ["no tab", observed, { id: "us", frameId: 0, origin: "https://x.com" }],
    ["no origin at all", observed, { id: "us", frameId: 0, tab: { id: 7 } }],
    ["an unknown kind", { kind: "steal" }, page],
    ["no object", "observed", reader],
    ["a wrong shape", { ...observed, readings: [{ network: "x" }] }, reader],
    ["a plan that is none", { kind: "savePlan", plan: { schema: 1 } }, page],
    ["a tab id that is none", { kind: "begin", tabId: "3" }, page],
  ])("are refused: %s", (_, raw, sender) => {
    expect(from(raw, sender)).toBeNull();
  });
});
