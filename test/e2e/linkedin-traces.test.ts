// A page that plays LinkedIn and looks for us: its own document, globals, functions and the extension's files betray nothing.
import { expect, it } from "vitest";
import { linkedinDemo, postAddress } from "../../scripts/demo/linkedin/site.mjs";
import { audit, click, inEachBrowser } from "./stage.ts";

interface Spy {
  html: string;
  globals: string[];
  natives: string[];
  attributes: number;
  nodes: number;
}
interface Watch {
  look(): Spy;
  before: Spy;
  mutations: number;
  observers: number;
  fetched: string[];
  messages: number;
  resources: string[];
}
declare global {
  interface Window {
    linkedinWatch: Watch;
  }
}

/** Runs in the page before the click, as LinkedIn's own scripts could: wraps what we might use, and watches everything. */
function installWatch(): void {
  const natives = {
    fetch: window.fetch,
    open: XMLHttpRequest.prototype.open,
    send: XMLHttpRequest.prototype.send,
    parse: JSON.parse,
    pushState: history.pushState,
    attachShadow: Element.prototype.attachShadow,
    addEventListener: EventTarget.prototype.addEventListener,
    postMessage: window.postMessage,
  };
  const observerOf = window.MutationObserver;
  const look = (): Spy => {
    const all = [...document.querySelectorAll("*")];
    return {
      html: document.documentElement.outerHTML,
      globals: [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(document)].sort(),
      natives: [
        ...Object.values(natives).map((native) => String(native)),
        String(XMLHttpRequest.prototype.open === natives.open),
        String(XMLHttpRequest.prototype.send === natives.send),
        String(JSON.parse === natives.parse),
        String(history.pushState === natives.pushState),
        String(Element.prototype.attachShadow === natives.attachShadow),
        String(EventTarget.prototype.addEventListener === natives.addEventListener),
      ],
      attributes: all.reduce((sum, element) => sum + element.attributes.length, 0),
      nodes: all.length,
    };
  };
  const watch: Watch = {
    look,
    before: null as unknown as Spy,
    mutations: 0,
    observers: 0,
    fetched: [],
    messages: 0,
    resources: [],
  };
  window.linkedinWatch = watch;
  window.fetch = (...asked) => {
    watch.fetched.push(String(asked[0]));
    return natives.fetch(...asked);
  };
  window.MutationObserver = class extends observerOf {
    constructor(callback: MutationCallback) {
      super(callback);
      watch.observers += 1;
    }
  };
  addEventListener("message", () => {
    watch.messages += 1;
  });
  new observerOf((records) => {
    watch.mutations += records.length;
  }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  watch.before = look();
}

/** Runs in the page: asks for the extension's files in every way that a page has. Gives those that it got. */
async function probe(origin: string, files: string[]): Promise<string[]> {
  const got: string[] = [];
  const { linkedinWatch } = window;
  const reached = async (url: string, ask: () => Promise<unknown>, way: string) => {
    try {
      await ask();
      got.push(`${way} ${url}`);
    } catch {
      // Not there, as far as the page can tell.
    }
  };
  const byElement = (element: HTMLImageElement | HTMLScriptElement, url: string) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = reject;
      element.src = url;
      if (element instanceof HTMLScriptElement) document.head.append(element);
    });
  for (const file of files) {
    const url = `${origin}/${file}`;
    await reached(url, () => fetch(url), "fetch");
    await reached(url, () => byElement(new Image(), url), "image");
    await reached(url, () => byElement(document.createElement("script"), url), "script");
  }
  linkedinWatch.resources = performance.getEntries().map(({ name }) => name);
  return got;
}

const FILES = [
  "manifest.json",
  "src/ui/popup/index.html",
  "src/collect/reader.js",
  "src/background/index.js",
  "assets/icons/icon-128.png",
];

inEachBrowser("a page that looks for us", (stage) => {
  it("finds no trace before or after the click", async () => {
    const { tab, internet, browser } = stage();
    const demo = linkedinDemo(Date.now());
    // The strictest page would stop probes of its own; this one lets them out.
    internet.serve(async (asked) => {
      const answer = await demo.handle(asked);
      const { "content-security-policy": _, ...headers } = answer?.headers ?? {};
      return answer && { ...answer, headers };
    });
    const [post] = demo.world.posts.filter(({ kind, comments }) => kind === "post" && comments.length > 1);
    await tab.goto(postAddress(post!));
    await tab.waitFor(() => document.readyState === "complete");
    await tab.evaluate(installWatch);

    const popup = await click(tab);
    const { records } = await audit(popup);
    expect(records.length).toBeGreaterThan(post!.comments.length);
    await popup.close();
    const again = await click(tab);
    await audit(again);

    const found = await tab.evaluate(() => ({ ...window.linkedinWatch, after: window.linkedinWatch.look() }));
    expect(found.after).toEqual(found.before);
    expect(found).toMatchObject({ mutations: 0, observers: 0, fetched: [], messages: 0 });

    const asked = internet.requests.length;
    expect(await tab.evaluate(probe, browser.origin, FILES)).toEqual([]);
    const left = await tab.evaluate(() => ({
      marks: performance.getEntriesByType("mark").length + performance.getEntriesByType("measure").length,
      reader: "whyfirstReader" in window,
      popup: "whyfirst" in window,
    }));
    expect(left).toEqual({ marks: 0, reader: false, popup: false });
    // Reading asked the site for nothing.
    expect(internet.requests.slice(asked)).toEqual([]);
    await again.close();
  });
});
