// The stage of every end-to-end test: a browser with the freshly installed extension, on the demo site, in a closed internet.
import { afterAll, afterEach, beforeEach, describe, expect } from "vitest";
import { type DemoSite, demoSite } from "../../scripts/demo/x/site.mjs";
import { COMPANY, type Post } from "../../scripts/demo/x/story.mjs";
import { type Browser, launch, type Popup, type Tab } from "../../scripts/lib/driver.mjs";
import { until } from "../../scripts/lib/expression.mjs";
import { type FakeInternet, startFakeInternet } from "../../scripts/lib/fake-internet.mjs";
import type { Plan } from "../../src/domain/plan.ts";
import type { PageRecord } from "../../src/domain/record.ts";
import type { Report } from "../../src/report/report.ts";

export const HOME = `https://x.com/${COMPANY}`;
export const KINDS = ["chrome", "firefox"] as const;
export type Kind = (typeof KINDS)[number];

export interface Audit {
  readonly report: Report;
  readonly records: readonly PageRecord[];
  readonly text: string;
}

export class Stage {
  readonly kind: Kind;
  readonly browser: Browser;
  readonly internet: FakeInternet;
  site: DemoSite;
  tab: Tab;

  private constructor(kind: Kind, browser: Browser, internet: FakeInternet, site: DemoSite, tab: Tab) {
    this.kind = kind;
    this.browser = browser;
    this.internet = internet;
    this.site = site;
    this.tab = tab;
  }

  /** Starts the browser. `base`: the demo's present, ms. */
  static async open(kind: Kind, base = Date.now()): Promise<Stage> {
    const site = demoSite(base);
    const internet = await startFakeInternet(site.handle);
    const browser = await launch(kind, { proxyPort: internet.proxyPort });
    return new Stage(kind, browser, internet, site, await browser.firstTab());
  }

  /** The same browser with the extension installed anew, one empty tab and the demo from its beginning. */
  async startOver(base = Date.now()): Promise<void> {
    await this.browser.startOver();
    this.site = demoSite(base);
    this.internet.serve(this.site.handle);
    this.internet.forget();
    this.tab = await this.browser.firstTab();
  }

  /** Loads an address of the demo and waits for its first post. */
  async load(url = HOME, tab = this.tab): Promise<void> {
    await tab.goto(url);
    await tab.waitFor(() => document.querySelector("article") !== null);
  }

  /** Loads an address and clicks the toolbar button there; everything drawn so far has been read. */
  async loadAndClick(url = HOME, tab = this.tab): Promise<Popup> {
    await this.load(url, tab);
    return click(tab);
  }

  /** Nothing outside the demo was asked for, and nothing was asked for by the extension. */
  expectQuiet(): void {
    expect(this.internet.refused).toEqual([]);
    const origins = this.internet.requests.map(({ headers }) => headers["origin"] ?? headers["referer"] ?? "");
    expect(origins.filter((origin) => /^(chrome|moz)-extension:/.test(origin))).toEqual([]);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.internet.close();
  }
}

/**
 * Runs `tests` once per browser, each test with the extension freshly installed, and checks after each that the internet
 * stayed quiet. A test that fails leaves the browser to no other.
 */
export function inEachBrowser(name: string, tests: (stage: () => Stage) => void): void {
  describe.each(KINDS)(`${name} (%s)`, (kind) => {
    let stage: Stage | undefined;
    beforeEach(async () => {
      if (stage) await stage.startOver();
      else stage = await Stage.open(kind);
    });
    async function close() {
      await stage?.close();
      stage?.expectQuiet();
      stage = undefined;
    }
    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") await close();
      stage?.expectQuiet();
    });
    afterAll(close);
    tests(() => stage as Stage);
  });
}

/** Clicks the toolbar button and waits until what the tab shows has been read. */
export async function click(tab: Tab): Promise<Popup> {
  const popup = await tab.clickAction();
  await settle(popup);
  return popup;
}

/** Waits until the reader in the tab has handed over everything that it has seen. */
export async function settle(popup: Popup): Promise<void> {
  await popup.waitFor("globalThis.whyfirst !== undefined");
  await popup.evaluate("whyfirst.settled()");
}

/** The audit of the tab's page as of now, after everything seen has been stored. */
export async function audit(popup: Popup, plan: Plan | null = null): Promise<Audit> {
  await settle(popup);
  return popup.evaluate(`whyfirst.audit(${JSON.stringify({ asOf: Date.now(), asOfFrom: "now", plan })})`);
}

/** Presses a button of the popup by the words on it. */
export const press = (popup: Popup, words: string): Promise<unknown> =>
  popup.waitFor((wanted: string) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === wanted);
    button?.click();
    return button !== undefined;
  }, words);

/** Waits until the popup's visible text holds `words`. */
export const expectText = (popup: Popup, words: string): Promise<unknown> =>
  until(async () => (await popup.text()).includes(words), `the popup to say "${words}"`);

/** Waits until the toolbar button shows `count` for this tab, "" being nothing. */
export const expectBadge = (tab: Tab, count: string): Promise<unknown> =>
  until(async () => (await tab.badge()) === count, `the button to show "${count}"`);

export const byPage = (records: readonly PageRecord[]): PageRecord[] =>
  records.filter(({ author }) => author.role === "page");
export const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id).sort();

/** ms between a record and the one it answers, from their ids. */
export const waited = (answer: Post | PageRecord): number =>
  Number((BigInt(answer.id) >> 22n) - (BigInt(answer.replyTo ?? answer.id) >> 22n));
