// A WebDriver BiDi client: starts a stock Firefox with an empty profile and speaks to it over its socket.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./browsers.mjs";
import { makeProfile, removeProfile } from "./profile.mjs";

/** Silences what the browser itself would ask its maker, so that the proxy's list of refusals shows only the page and us. */
const SILENT = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "browser.topsites.contile.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.http.speculative-parallel-limit": 0,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.server": "data:,",
};

/** Spares work that no test looks at: processes kept ready, pictures of tabs, what the session was, animations. */
const IDLE = {
  "browser.pagethumbnails.capturing_disabled": true,
  "browser.places.interactions.enabled": false,
  "browser.sessionstore.interval": 3_600_000,
  "browser.sessionstore.resume_from_crash": false,
  "dom.ipc.keepProcessesAlive.extension": 1,
  "dom.ipc.keepProcessesAlive.web": 1,
  "dom.ipc.processPrelaunch.enabled": false,
  "places.history.enabled": false,
  "toolkit.cosmeticAnimations.enabled": false,
  "ui.prefersReducedMotion": 1,
};

const proxyPrefs = (port) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.no_proxies_on": "",
});

function startProcess(executable, profile, headless) {
  const child = spawn(
    executable,
    [
      ...(headless ? ["--headless", "--width", "1280", "--height", "1000"] : []),
      "--no-remote",
      "--profile",
      profile,
      "--remote-debugging-port=0",
      "--remote-allow-system-access",
      "about:blank",
    ],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1", MOZ_CRASHREPORTER_DISABLE: "1" },
    },
  );
  const address = new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Firefox ended with code ${code}: ${said.slice(-500)}`)));
  });
  return { child, address };
}

/** Starts Firefox; gives `send(method, params)`, `ended` (a promise) and `close()`. */
export async function startFirefox({ proxyPort, headless }) {
  const executable = findBrowser("firefox");
  if (!executable) throw new Error("no Firefox found (FIREFOX_PATH can name one)");
  const { default: WebSocket } = await import("ws");
  const profile = makeProfile("firefox");
  const all = { ...SILENT, ...IDLE, ...proxyPrefs(proxyPort), "remote.active-protocols": 1 };
  writeFileSync(
    path.join(profile, "user.js"),
    Object.entries(all)
      .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const { child, address } = startProcess(executable, profile, headless);
  const ended = new Promise((resolve) => child.once("exit", resolve));

  const socket = new WebSocket(`${await address}/session`, { maxPayload: 256 * 1024 * 1024 });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  const waiting = new Map();
  let last = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(data.toString());
    const caller = waiting.get(message.id);
    if (!caller) return;
    waiting.delete(message.id);
    if (message.type === "success") caller.resolve(message.result);
    else caller.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.on("close", () => {
    for (const caller of waiting.values()) caller.reject(new Error("Firefox has gone"));
    waiting.clear();
  });
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) throw new Error("Firefox has gone");
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });

  const { capabilities } = await send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  return {
    version: capabilities.browserVersion,
    send,
    ended,
    async close() {
      await send("browser.close").catch(() => {}); // already closed by the person
      socket.close();
      const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(patience);
      removeProfile(profile);
    },
  };
}
