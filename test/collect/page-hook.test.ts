// @vitest-environment jsdom
// The hook: a function without surroundings that copies listed responses and leaves the page as it was.

import { createContext, runInContext } from "node:vm";
import { MessageChannel as NodeMessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { installPageHook } from "../../src/collect/page-hook.ts";

const HANDSHAKE = "a-name-nobody-guesses";
const LISTED = "^GET https://x\\.com/i/api/graphql/[^/]+/UserTweets\\b";
const native = { open: XMLHttpRequest.prototype.open, send: XMLHttpRequest.prototype.send, fetch: globalThis.fetch };

interface Copy {
  url: string;
  method: string;
  body: string;
  text: string | null;
}
let port: MessagePort;
let copies: Copy[];
/** Until everything handed over up to now has arrived: the hook answers in order. */
async function arrived(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const heard = new Promise((resolve) => {
    const onCopy = port.onmessage as (event: MessageEvent) => void;
    port.onmessage = (event: MessageEvent) => (event.data === "arrived" ? resolve(undefined) : onCopy(event));
  });
  port.postMessage("arrived");
  await heard;
}

function install(responses = LISTED, withBodies = false, maxChars = 1_000): void {
  // jsdom has no MessagePort of its own that a MessageEvent would carry.
  const dispatch = vi.spyOn(document, "dispatchEvent").mockImplementation(() => true);
  const RealEvent = globalThis.MessageEvent;
  let handed: MessagePort | undefined;
  vi.stubGlobal(
    "MessageEvent",
    class {
      constructor(
        readonly type: string,
        init: { ports: MessagePort[] },
      ) {
        handed = init.ports[0];
      }
    },
  );
  vi.stubGlobal("MessageChannel", NodeMessageChannel);
  installPageHook(HANDSHAKE, responses, withBodies, maxChars);
  expect(dispatch).toHaveBeenCalledTimes(1);
  expect((dispatch.mock.calls[0]![0] as unknown as { type: string }).type).toBe(HANDSHAKE);
  dispatch.mockRestore();
  vi.stubGlobal("MessageEvent", RealEvent);
  port = handed!;
  copies = [];
  port.onmessage = ({ data }: MessageEvent) => copies.push(data);
}

/** An XMLHttpRequest whose answer the test decides, opened and sent through the (hooked) prototype. */
function answered(method: string, url: string, text: string, body?: string): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.open(method, url);
  Object.defineProperty(request, "responseText", { value: text });
  try {
    request.send(body);
  } catch {
    // jsdom would go to the network; what counts is that `send` was called.
  }
  request.dispatchEvent(new Event("load"));
  return request;
}

beforeEach(() => {
  XMLHttpRequest.prototype.send = (() => {}) as never;
  vi.stubGlobal("fetch", async (input: unknown) => new Response(`fetched ${input}`));
});
afterEach(() => {
  port?.postMessage("stop");
  port?.close();
  XMLHttpRequest.prototype.open = native.open;
  XMLHttpRequest.prototype.send = native.send;
  vi.unstubAllGlobals();
});

describe("page hook", () => {
  it("needs nothing around it but the browser's own", async () => {
    class Request extends EventTarget {
      responseType = "";
      responseText = "answer";
      open(..._: string[]): void {}
      send(_?: string): void {}
    }
    const { port1, port2 } = new NodeMessageChannel();
    const handed: { name: string; ports: unknown[] }[] = [];
    const page = {
      XMLHttpRequest: Request,
      // The text of the fetched answer, as the hook asks for it.
      fetch: async () => ({ clone: () => ({ text: async () => "fetched" }) }),
      Request: class {},
      FormData,
      URL,
      URLSearchParams,
      MessageChannel: class {
        port1 = port1;
        port2 = port2;
      },
      MessageEvent: class {
        constructor(
          readonly name: string,
          readonly init: { ports: unknown[] },
        ) {}
      },
      document: {
        baseURI: "https://x.com/brand",
        dispatchEvent: ({ name, init }: { name: string; init: { ports: unknown[] } }) => handed.push({ name, ...init }),
      },
    };
    const context = createContext({ ...page, window: page });
    const args = JSON.stringify([
      HANDSHAKE,
      "^POST https://x\\.com/listed op=1$|^GET https://x\\.com/listed",
      true,
      100,
    ]);
    const before = { open: Request.prototype.open, send: Request.prototype.send, fetch: page.fetch };
    runInContext(`(${installPageHook.toString()})(...${args})`, context);
    expect(handed).toEqual([{ name: HANDSHAKE, ports: [port2] }]);
    const told: unknown[] = [];
    port2.on("message", (data) => told.push(data));
    const request = new Request();
    request.open("post", "/listed");
    request.send("op=1");
    request.dispatchEvent(new Event("load"));
    await (page.fetch as unknown as typeof fetch)("/listed");
    await vi.waitFor(() => expect(told.map((copy) => (copy as Copy).text)).toEqual(["answer", "fetched"]));
    port2.postMessage("stop");
    await vi.waitFor(() =>
      expect({ open: Request.prototype.open, send: Request.prototype.send, fetch: page.fetch }).toEqual(before),
    );
    port2.close();
  });

  it("copies listed responses of XMLHttpRequest and of fetch, and no others", async () => {
    install();
    answered("GET", "https://x.com/i/api/graphql/abc/UserTweets?variables=1", '{"data":1}');
    answered("GET", "https://x.com/i/api/graphql/abc/HomeTimeline", '{"data":2}');
    answered("POST", "https://x.com/i/api/graphql/abc/UserTweets", '{"data":3}');
    await window.fetch("https://x.com/i/api/graphql/abc/UserTweets?f");
    await window.fetch("https://x.com/elsewhere");
    await arrived();
    expect(copies.map(({ text }) => text)).toEqual([
      '{"data":1}',
      "fetched https://x.com/i/api/graphql/abc/UserTweets?f",
    ]);
    expect(copies[0]).toMatchObject({
      method: "GET",
      body: "",
      url: "https://x.com/i/api/graphql/abc/UserTweets?variables=1",
    });
  });

  it("reads the request's body where the operation is named there", async () => {
    install("^POST https://x\\.com/graphql .*op=Feed", true);
    answered("POST", "https://x.com/graphql", "A", "op=Feed");
    answered("POST", "https://x.com/graphql", "B", "op=Other");
    await arrived();
    expect(copies).toEqual([{ method: "POST", url: "https://x.com/graphql", body: "op=Feed", text: "A" }]);
  });

  it("tells only the fact of a response that is too long", async () => {
    install();
    answered("GET", "https://x.com/i/api/graphql/abc/UserTweets", "x".repeat(1_001));
    await arrived();
    expect(copies[0]!.text).toBeNull();
  });

  it("copies once per answer though one request object is used again", async () => {
    install();
    const request = answered("GET", "https://x.com/i/api/graphql/abc/UserTweets?1", "one");
    request.open("GET", "https://x.com/i/api/graphql/abc/UserTweets?2");
    request.dispatchEvent(new Event("load"));
    request.open("GET", "https://x.com/other");
    request.dispatchEvent(new Event("load"));
    await arrived();
    expect(copies.map(({ url }) => url.at(-1))).toEqual(["1", "2"]);
  });

  it("has the original's name, length and text, and passes on what the original does", () => {
    const before = { open: XMLHttpRequest.prototype.open, fetch: window.fetch };
    install();
    expect(XMLHttpRequest.prototype.open.toString()).toBe(before.open.toString());
    expect(XMLHttpRequest.prototype.open.name).toBe(before.open.name);
    expect(XMLHttpRequest.prototype.open.length).toBe(before.open.length);
    expect(Object.getOwnPropertyNames(window.fetch)).toEqual(Object.getOwnPropertyNames(before.fetch));
    expect(Function.prototype.toString.call(XMLHttpRequest.prototype.open)).toMatch(
      /^function \(\) \{ \[native code\] \}$/,
    );
    expect(() => new XMLHttpRequest().open("GET", "http://[")).toThrow();
    expect(Object.keys(window).filter((key) => /why|hook/i.test(key))).toEqual([]);
  });

  it("puts everything back and hands nothing over once it was stopped", async () => {
    const before = { open: XMLHttpRequest.prototype.open, fetch: window.fetch };
    install();
    port.postMessage("echo");
    await vi.waitFor(() => expect(copies).toEqual(["echo"]));
    port.postMessage("stop");
    await vi.waitFor(() => expect(XMLHttpRequest.prototype.open).toBe(before.open));
    expect(window.fetch).toBe(before.fetch);
  });
});
