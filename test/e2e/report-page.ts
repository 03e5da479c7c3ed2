// A person in the report: opens it, presses, types, gives it files and takes those that it saves, in both browsers.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Popup, Tab } from "../../scripts/lib/driver.mjs";
import { until } from "../../scripts/lib/expression.mjs";

export const REPORT = "/src/ui/report/index.html";

/** What the two drivers have beneath their common interface. */
interface Drivers {
  readonly page: {
    setInputFiles(selector: string, file: string): Promise<void>;
    waitForEvent(name: "download"): Promise<{ path(): Promise<string>; suggestedFilename(): string }>;
  };
  readonly session: { send(method: string, params: object): Promise<{ data: string }> };
  readonly context: string;
  readonly browser: {
    send(method: string, params: object): Promise<{ result: { sharedId: string } }>;
    inWindow(task: (folder: string) => void, folder: string): Promise<void>;
  };
}
const beneath = (tab: Tab): Drivers => tab as unknown as Drivers;

/** Presses a button of the popup that opens the report, which closes the popup before it could answer. */
export async function openBy(popup: Popup, words: string, browser: Browser): Promise<Tab> {
  await popup.waitFor((wanted: string) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === wanted);
    if (button) setTimeout(() => button.click(), 50);
    return button !== undefined;
  }, words);
  return browser.extensionTab(REPORT);
}

/** Shows a page of the extension in the tab. Firefox never says that such a page has loaded. */
export async function show(browser: Browser, tab: Tab, address: string): Promise<void> {
  const url = browser.origin + address;
  if (browser.kind === "chrome") await tab.goto(url);
  else {
    const { context, browser: firefox } = beneath(tab);
    await firefox.send("browsingContext.navigate", { context, url, wait: "none" });
  }
  await tab.waitFor((wanted: string) => location.href === wanted && document.readyState === "complete", url);
}

export const textOf = (tab: Tab): Promise<string> => tab.evaluate(() => document.body.innerText);
export const expectWords = (tab: Tab, words: string | RegExp): Promise<unknown> =>
  until(
    async () => {
      const text = (await textOf(tab)).replace(/\s+/g, " ");
      return typeof words === "string" ? text.includes(words) : words.test(text);
    },
    `the report to say "${words}"`,
    30_000,
  );

/** Clicks the first button, link or choice with these words; what a screen reader hears besides does not count. */
export const press = (tab: Tab, words: string): Promise<unknown> =>
  tab.waitFor((wanted: string) => {
    const all = [...document.querySelectorAll<HTMLElement>("button, a, summary, label")];
    const found = all.find(
      (one) => !(one as HTMLButtonElement).disabled && one.innerText.replace(/\s*\(.*\)$/s, "").trim() === wanted,
    );
    (found?.querySelector("input") ?? found)?.click();
    return found !== undefined;
  }, words);

/** Says yes to the question that stands where a button was. */
export const confirm = (tab: Tab, yes: string): Promise<unknown> =>
  tab.waitFor((wanted: string) => {
    const button = [...document.querySelectorAll<HTMLElement>(".confirm button")].find(
      ({ innerText }) => innerText.trim() === wanted,
    );
    button?.click();
    return button !== undefined;
  }, yes);

/** Presses what cannot be undone, and says yes. */
export async function pressTwice(tab: Tab, words: string, yes: string): Promise<void> {
  await press(tab, words);
  await confirm(tab, yes);
}

/** Types into the last field with this label, as the framework behind the form sees it. */
export const type = (tab: Tab, label: string, value: string): Promise<unknown> =>
  tab.waitFor(
    (wanted: string, text: string) => {
      const of = [...document.querySelectorAll("label")].filter(({ textContent }) => textContent.trim() === wanted);
      const field = document.getElementById(of.at(-1)?.htmlFor ?? "") as HTMLInputElement | null;
      if (!field) return false;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    },
    label,
    value,
  );

/** What axe finds wrong for people who do not see or point. */
export async function violations(tab: Tab): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await tab.evaluate(`(() => { ${axe}; return true; })()`);
  return tab.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await checker.run(document);
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** A folder of one test: files to give, and in Firefox those that were saved. */
export class Files {
  readonly folder = mkdtempSync(path.join(tmpdir(), "whyfirst-files-"));
  readonly #saved = mkdtempSync(path.join(tmpdir(), "whyfirst-saved-"));
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Chooses a file with this text in the field, as the browser's own dialog does. */
  async give(tab: Tab, field: string, text: string): Promise<void> {
    const file = path.join(this.folder, "chosen.json");
    writeFileSync(file, text);
    await tab.waitFor((selector: string) => document.querySelector(selector) !== null, field);
    if (this.#browser.kind === "chrome") return beneath(tab).page.setInputFiles(field, file);
    const { context, browser } = beneath(tab);
    const { result } = await browser.send("script.evaluate", {
      expression: `document.querySelector(${JSON.stringify(field)})`,
      target: { context },
      awaitPromise: false,
    });
    const element = { sharedId: result.sharedId };
    await browser.send("input.setFiles", { context, element, files: [file] });
  }

  /** Presses a button that saves a file; gives its name and its text. */
  async save(tab: Tab, words: string): Promise<{ readonly name: string; readonly text: string }> {
    if (this.#browser.kind === "chrome") {
      const [download] = await Promise.all([beneath(tab).page.waitForEvent("download"), press(tab, words)]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
    }
    await beneath(tab).browser.inWindow((folder) => {
      const { Services } = globalThis as unknown as {
        Services: { prefs: { setStringPref(k: string, v: string): void; setIntPref(k: string, v: number): void } };
      };
      Services.prefs.setIntPref("browser.download.folderList", 2);
      Services.prefs.setStringPref("browser.download.dir", folder);
    }, this.#saved);
    const before = new Set(readdirSync(this.#saved));
    await press(tab, words);
    const name = await until(async () => {
      const all = readdirSync(this.#saved);
      return all.some((one) => one.endsWith(".part")) ? undefined : all.find((one) => !before.has(one));
    }, "the saved file");
    const file = path.join(this.#saved, name);
    await until(async () => readFileSync(file).length > 0, "the saved file to be written");
    return { name, text: readFileSync(file, "utf8") };
  }

  clear(): void {
    for (const folder of [this.folder, this.#saved]) rmSync(folder, { recursive: true, force: true });
  }
}

/** How many sheets of paper the tab takes; `paper` in inches. Chrome only. */
export async function sheets(tab: Tab, [paperWidth, paperHeight]: readonly [number, number]): Promise<number> {
  const { data } = await beneath(tab).session.send("Page.printToPDF", { paperWidth, paperHeight });
  return (
    Buffer.from(data, "base64")
      .toString("latin1")
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  );
}
