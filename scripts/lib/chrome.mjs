// Drives Chrome, Chromium or Edge with the built extension: real toolbar clicks, the real popup; interface in driver.d.mts.
import { writeFileSync } from "node:fs";
import { findBrowser } from "./browsers.mjs";
import { expressionOf, until } from "./expression.mjs";
import { rolled, unrolled } from "./picture.mjs";
import { makeProfile, removeProfile } from "./profile.mjs";

// Popups of a toolbar button are targets of type "other"; Playwright reads this switch when it is first imported.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = "1";

const NOWHERE = "http://127.0.0.1:9";
/** Silences what the browser itself would ask its maker, so that the proxy's list of refusals shows only the page and us. */
const SILENT = [
  `--gaia-url=${NOWHERE}`,
  `--google-apis-url=${NOWHERE}`,
  `--component-updater=url-source=${NOWHERE}/`,
  `--apps-gallery-update-url=${NOWHERE}/`,
  `--variations-server-url=${NOWHERE}`,
  "--disable-quic",
];

/** Evaluation over the protocol itself: unlike Playwright's own, no eval inside the page that a strict CSP could stop. */
async function evaluateIn(session, task, args) {
  const answer = await session.send("Runtime.evaluate", {
    expression: expressionOf(task, args),
    awaitPromise: true,
    returnByValue: true,
  });
  if (answer.exceptionDetails) {
    const { exception, text } = answer.exceptionDetails;
    throw new Error(exception?.description ?? exception?.value ?? text);
  }
  return answer.result.value;
}

class Popup {
  constructor(page, session) {
    this.page = page;
    this.session = session;
  }
  evaluate(task, ...args) {
    return evaluateIn(this.session, task, args);
  }
  waitFor(task, ...args) {
    return until(() => this.evaluate(task, ...args), String(task));
  }
  async screenshot(file, { scheme = "light" } = {}) {
    await this.session.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: scheme }],
    });
    const clip = { ...(await this.evaluate(unrolled)), scale: 1 };
    const { data } = await this.session.send("Page.captureScreenshot", { captureBeyondViewport: true, clip });
    await this.evaluate(rolled);
    writeFileSync(file, Buffer.from(data, "base64"));
  }
  /** The whole text a person could read, as the browser lays it out. */
  text() {
    return this.evaluate(() => document.body.innerText);
  }
  async close() {
    if (!this.page.isClosed()) await this.page.close();
  }
  get closed() {
    return this.page.isClosed();
  }
}

class Tab {
  constructor(browser, page, session) {
    this.browser = browser;
    this.page = page;
    this.session = session;
  }
  async goto(url) {
    await this.page.goto(url, { waitUntil: "load" });
  }
  async reload() {
    await this.page.reload({ waitUntil: "load" });
  }
  evaluate(task, ...args) {
    return evaluateIn(this.session, task, args);
  }
  waitFor(task, ...args) {
    return until(() => this.evaluate(task, ...args), String(task));
  }
  async activate() {
    await this.page.bringToFront();
  }
  /** Brings the tab to the front unless it is there, which would close an open popup. */
  async show() {
    if ((await this.evaluate(() => document.visibilityState)) !== "visible") await this.activate();
  }
  /** The tab around the page: what the toolbar button is pressed on, and known only by what it shows. */
  async asTab() {
    const { targetInfo } = await this.session.send("Target.getTargetInfo");
    const { targetInfos } = await this.browser.cdp.send("Target.getTargets", { filter: [{ type: "tab" }] });
    return targetInfos.find(
      ({ type, url, title }) => type === "tab" && url === targetInfo.url && title === targetInfo.title,
    );
  }
  async clickAction() {
    await this.activate();
    const { context, cdp, extensionId } = this.browser;
    const { targetId } = await until(() => this.asTab(), "the tab of the page");
    const before = new Set(context.pages());
    await cdp.send("Extensions.triggerAction", { id: extensionId, targetId });
    // Not the event of the page: a popup may be announced before it has its address.
    const page = await until(
      async () => context.pages().find((one) => !before.has(one) && one.url().startsWith(`${this.browser.origin}/`)),
      "the popup to open",
      30_000,
    );
    await page.waitForLoadState();
    return new Popup(page, await context.newCDPSession(page));
  }
  async badge() {
    await this.show();
    return this.browser.inExtension(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText({ tabId: tab.id });
    });
  }
  async close() {
    await this.page.close();
  }
}

class Chrome {
  kind = "chrome";
  constructor(context, cdp, profile, extension) {
    this.context = context;
    this.cdp = cdp;
    this.profile = profile;
    this.extension = extension;
  }
  get origin() {
    return `chrome-extension://${this.extensionId}`;
  }
  get version() {
    return this.context.browser().version();
  }
  async tabOf(page) {
    return new Tab(this, page, await this.context.newCDPSession(page));
  }
  async firstTab() {
    return this.tabOf(this.context.pages().find((page) => !page.url().startsWith("chrome-extension:")));
  }
  async newTab() {
    return this.tabOf(await this.context.newPage());
  }
  async extensionTab(path) {
    const page = await until(
      async () => this.context.pages().find((one) => one.url().startsWith(this.origin + path)),
      `a tab with ${path}`,
    );
    await page.waitForLoadState();
    return this.tabOf(page);
  }
  async openPanel(popup, words) {
    const press = (wanted) =>
      [...document.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === wanted).click();
    // The popup closes once the panel is open, perhaps before it could answer.
    const pressed = popup.session.send("Runtime.evaluate", {
      expression: expressionOf(press, [words]),
      userGesture: true,
    });
    await pressed.catch(() => undefined);
    const page = await until(
      async () => this.context.pages().find((one) => one.url().startsWith(`${this.origin}/src/ui/panel/`)),
      "the side panel",
    );
    return new Popup(page, await this.context.newCDPSession(page));
  }
  async workerRuns() {
    const { targetInfos } = await this.cdp.send("Target.getTargets", { filter: [{ type: "service_worker" }] });
    return targetInfos.some(({ url }) => url.startsWith(`${this.origin}/`));
  }
  /** Runs `task` with the extension's own rights, in a document of its that has no script: its manifest, in a tab behind. */
  async inExtension(task, ...args) {
    if (!this.bare) {
      const opened = this.context.waitForEvent("page", { predicate: (page) => page.url().endsWith("/manifest.json") });
      await this.cdp.send("Target.createTarget", { url: `${this.origin}/manifest.json`, background: true });
      this.bare = await this.context.newCDPSession(await opened);
    }
    return evaluateIn(this.bare, task, args);
  }
  /** Ends the extension's service worker, as the browser does when it has been idle. */
  async stopBackground() {
    const session = await this.context.newCDPSession(this.context.pages()[0]);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await session.detach();
    await until(async () => !(await this.workerRuns()), "the service worker to stop");
  }
  async install() {
    const worker = this.context.waitForEvent("serviceworker", { timeout: 20_000 });
    const { id } = await this.cdp.send("Extensions.loadUnpacked", { path: this.extension });
    this.extensionId = id;
    await worker;
  }
  async startOver() {
    const others = this.context.pages();
    await this.context.newPage();
    for (const page of others) await page.close();
    this.bare = undefined;
    await this.cdp.send("Extensions.uninstall", { id: this.extensionId });
    await until(async () => !(await this.workerRuns()), "the service worker to go");
    await this.install();
  }
  /** Resolves when the person closes the browser. */
  closed() {
    return new Promise((resolve) => this.context.once("close", resolve));
  }
  async close() {
    await this.context.close();
    removeProfile(this.profile);
  }
}

/** Starts the browser with an empty profile and the extension in folder `extension`; all traffic goes to `proxyPort`. */
export async function launchChrome({ extension, proxyPort, headless = true }) {
  const executablePath = findBrowser("chrome");
  if (!executablePath) throw new Error("no Chrome, Chromium or Edge found (CHROME_PATH can name one)");
  const { chromium } = await import("playwright-core");
  const profile = makeProfile("chrome");
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ["--disable-extensions", ...(headless ? [] : ["--enable-automation"])],
    args: [
      "--enable-unsafe-extension-debugging",
      "--ignore-certificate-errors",
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      "--proxy-bypass-list=<-loopback>",
      ...SILENT,
    ],
  });
  const cdp = await context.browser().newBrowserCDPSession();
  const browser = new Chrome(context, cdp, profile, extension);
  await browser.install();
  return browser;
}
