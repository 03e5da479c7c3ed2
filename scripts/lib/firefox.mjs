// Drives Firefox with the built extension: real toolbar clicks, the real popup; interface in driver.d.mts.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startFirefox } from "./bidi.mjs";
import { expressionOf, until } from "./expression.mjs";
import { rolled, unrolled } from "./picture.mjs";

/** Chosen, not random, so that extension pages have an address known before the start. */
const UUID = "6f0f7a52-5b1e-4f0e-9d7e-0c1b2a3d4e5f";
/** The setting that holds it, and its value. */
const uuidsOf = (addonId) => ["extensions.webextensions.uuids", JSON.stringify({ [addonId]: UUID })];

/** Awaits `expression` and turns the answer into JSON: the protocol's own serialisation is not plain values. */
const asJson = (expression) => `(async () => JSON.stringify(await (${expression})))()`;

/** Runs inside the content process beside the popup: evaluates with the popup's own globals, untouched by its CSP. */
function frameScript(topic, expression) {
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  const answer = (message) => sendAsyncMessage(topic, message);
  try {
    Cu.evalInSandbox(expression, sandbox).then(
      (json) => answer({ json }),
      (error) => answer({ error: String(error?.message ?? error) }),
    );
  } catch (error) {
    answer({ error: String(error) });
  }
}

/** Runs in the browser's own window: hands `script` to the popup and waits for its answer. */
function askPopup(script, topic) {
  const popup = document.querySelector("browser.webextension-popup-browser");
  if (!popup) return { error: "the popup is closed" };
  return new Promise((resolve) => {
    const manager = popup.messageManager;
    const gone = () => finish({ error: "the popup closed" });
    const heard = ({ data }) => finish(data);
    const panel = popup.closest("panel");
    function finish(answer) {
      manager.removeMessageListener(topic, heard);
      panel.removeEventListener("popuphidden", gone);
      resolve(answer);
    }
    manager.addMessageListener(topic, heard);
    panel.addEventListener("popuphidden", gone);
    manager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

/** Runs in the browser's own window: a picture of the popup's whole document as PNG in base64. */
async function drawPopup({ x, y, width, height }) {
  const context = document.querySelector("browser.webextension-popup-browser").browsingContext;
  const rect = new DOMRect(x, y, width, height);
  const bitmap = await context.currentWindowGlobal.drawSnapshot(rect, 1, "white");
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}

/** Runs in the browser's own window: the text that the extension's sidebar shows, "" while there is none. */
function sidebarText() {
  const panel = document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser");
  if (!panel?.currentURI?.spec.startsWith("moz-extension:")) return "";
  return new Promise((resolve) => {
    const heard = ({ data }) => {
      panel.messageManager.removeMessageListener("whyfirst-test:sidebar", heard);
      resolve(data);
    };
    panel.messageManager.addMessageListener("whyfirst-test:sidebar", heard);
    const script = 'sendAsyncMessage("whyfirst-test:sidebar", content.document.body?.innerText ?? "")';
    panel.messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
  });
}

class Popup {
  constructor(browser) {
    this.browser = browser;
    this.asked = 0;
  }
  async evaluate(task, ...args) {
    const topic = `whyfirst-test:${++this.browser.asked}`;
    const expression = asJson(expressionOf(task, args));
    const script = `(${frameScript})(${JSON.stringify(topic)}, ${JSON.stringify(expression)})`;
    const { json, error } = await this.browser.inWindow(askPopup, script, topic);
    if (error !== undefined) throw new Error(error);
    return json === undefined ? undefined : JSON.parse(json);
  }
  waitFor(task, ...args) {
    return until(() => this.evaluate(task, ...args), String(task));
  }
  async screenshot(file, { scheme = "light" } = {}) {
    await this.browser.inWindow((wanted) => {
      document.querySelector("browser.webextension-popup-browser").browsingContext.prefersColorSchemeOverride = wanted;
    }, scheme);
    await this.waitFor((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme);
    const clip = await this.evaluate(unrolled);
    const picture = await this.browser.inWindow(drawPopup, clip);
    await this.evaluate(rolled);
    writeFileSync(file, Buffer.from(picture, "base64"));
  }
  text() {
    return this.evaluate(() => document.body.innerText);
  }
  async close() {
    await this.browser.closePopup();
  }
}

class Tab {
  constructor(browser, context) {
    this.browser = browser;
    this.context = context;
  }
  async goto(url) {
    await this.browser.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }
  async reload() {
    await this.browser.send("browsingContext.reload", { context: this.context, wait: "complete" });
  }
  evaluate(task, ...args) {
    return this.browser.evaluateIn(this.context, task, args);
  }
  waitFor(task, ...args) {
    return until(() => this.evaluate(task, ...args), String(task));
  }
  async activate() {
    await this.browser.send("browsingContext.activate", { context: this.context });
    await this.waitFor(() => document.visibilityState === "visible"); // changing tabs later would close a popup
  }
  /** Brings the tab to the front unless it is there, which would close an open popup. */
  async show() {
    if ((await this.evaluate(() => document.visibilityState)) !== "visible") await this.activate();
  }
  async clickAction() {
    await this.activate();
    const { browser } = this;
    await until(() => browser.popupClosed(), "the last popup to be gone");
    await browser.inWindow((id) => {
      const { CustomizableUI } = ChromeUtils.importESModule(
        "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs",
      );
      CustomizableUI.addWidgetToArea(id, CustomizableUI.AREA_NAVBAR);
    }, browser.widget);
    await until(
      () =>
        browser.inWindow((id) => {
          const button = document.getElementById(id)?.querySelector(".unified-extensions-item-action-button");
          if (!button?.getBoundingClientRect().width) return false;
          button.click();
          return true;
        }, browser.widget),
      "the toolbar button",
    );
    await until(
      () =>
        browser.inWindow(() => {
          const popup = document.querySelector("browser.webextension-popup-browser");
          const { state } = popup?.closest("panel") ?? {};
          if (state === "open" && popup.currentURI?.spec.startsWith("moz-extension:")) return true;
          throw new Error(popup ? `its panel is ${state}, at ${popup.currentURI?.spec}` : "there is none");
        }),
      "the popup to open",
      30_000,
    );
    const popup = new Popup(browser);
    await popup.waitFor(() => document.readyState === "complete");
    return popup;
  }
  async badge() {
    await this.show();
    return this.browser.inWindow(
      (id) =>
        document.getElementById(id)?.querySelector(".unified-extensions-item-action-button")?.getAttribute("badge") ??
        "",
      this.browser.widget,
    );
  }
  async close() {
    await this.browser.send("browsingContext.close", { context: this.context });
  }
}

class Firefox {
  kind = "firefox";
  asked = 0;
  constructor(process, extension, addonId) {
    this.process = process;
    this.send = process.send;
    this.version = process.version;
    this.extension = extension;
    this.addonId = addonId;
    this.origin = `moz-extension://${UUID}`;
    this.widget = `${addonId.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;
  }
  async evaluateIn(context, task, args) {
    const answer = await this.send("script.evaluate", {
      expression: asJson(expressionOf(task, args)),
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  }
  /** Runs `task` in the browser's own window, with its rights. */
  inWindow(task, ...args) {
    return this.evaluateIn(this.window, task, args);
  }
  async closePopup() {
    await this.inWindow(() => {
      document.querySelector("browser.webextension-popup-browser")?.closest("panel").hidePopup();
    });
    await until(() => this.popupClosed(), "the popup to close");
  }
  popupClosed() {
    return this.inWindow(() => !document.querySelector("browser.webextension-popup-browser"));
  }
  async firstTab() {
    return new Tab(this, (await this.send("browsingContext.getTree")).contexts[0].context);
  }
  async newTab() {
    return new Tab(this, (await this.send("browsingContext.create", { type: "tab" })).context);
  }
  async extensionTab(path) {
    const found = await until(async () => {
      const { contexts } = await this.send("browsingContext.getTree");
      return contexts.find(({ url }) => url.startsWith(this.origin + path));
    }, `a tab with ${path}`);
    const tab = new Tab(this, found.context);
    await tab.waitFor(() => document.readyState === "complete");
    return tab;
  }
  async openPanel(popup) {
    await popup.close();
    await this.inWindow((id) => SidebarController.show(id), this.widget.replace(/browser-action$/, "sidebar-action"));
    return { text: () => this.inWindow(sidebarText) };
  }
  /** Ends the extension's event page, as the browser does when it has been idle. */
  async stopBackground() {
    await this.inWindow(async (id) => {
      await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
    }, this.addonId);
  }
  async install() {
    await this.inWindow((name, uuids) => Services.prefs.setStringPref(name, uuids), ...uuidsOf(this.addonId));
    await this.send("webExtension.install", { extensionData: { type: "path", path: this.extension } });
  }
  async startOver() {
    await this.closePopup();
    // A window of its own: one that has shown a popup keeps a part of it, which a second installation does not fill.
    const { contexts } = await this.send("browsingContext.getTree");
    await this.send("browsingContext.create", { type: "window" });
    for (const { context } of contexts) await this.send("browsingContext.close", { context });
    await this.findWindow();
    await this.send("webExtension.uninstall", { extension: this.addonId });
    await this.install();
  }
  async findWindow() {
    this.window = await until(async () => {
      const { contexts } = await this.send("browsingContext.getTree", { "moz:scope": "chrome" });
      const windows = contexts.filter(({ url }) => url.endsWith("browser.xhtml"));
      return windows.length === 1 && windows[0].context;
    }, "the one window");
  }
  closed() {
    return this.process.ended;
  }
  async close() {
    await this.process.close();
  }
}

/** Starts the browser with an empty profile and the extension in folder `extension`; all traffic goes to `proxyPort`. */
export async function launchFirefox({ extension, proxyPort, headless = true }) {
  const manifest = JSON.parse(readFileSync(path.join(extension, "manifest.json"), "utf8"));
  const addonId = manifest.browser_specific_settings.gecko.id;
  const process = await startFirefox({ proxyPort, headless });
  try {
    const browser = new Firefox(process, extension, addonId);
    await browser.findWindow();
    await browser.install();
    return browser;
  } catch (error) {
    await process.close();
    throw error;
  }
}
