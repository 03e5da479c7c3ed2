// `npm run audit`: the built extension in a headless browser on saved material, through the same click a person makes.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { auditIn, settled, writeAudit } from "./lib/audit.mjs";
import { BROWSER_KINDS, pathVariable } from "./lib/browsers.mjs";
import { launch } from "./lib/driver.mjs";
import { startFakeInternet } from "./lib/fake-internet.mjs";
import { ensureBrowsers, ensureBuilt, ROOT, setup } from "./lib/setup.mjs";
import { MaterialError, readMaterial } from "./replay/material.mjs";
import { momentOfText } from "./replay/moment.mjs";
import { replayOf } from "./replay/network.mjs";

const USAGE = "npm run audit -- --page URL [--plan FILE] [--as-of TIME] [--browser chrome|firefox] [--out DIR] FILE…";

/** Ends with one line and exit code 2: the person asked for something that cannot be done. */
function refuse(reason) {
  console.error(`audit: ${reason}`);
  process.exit(2);
}

/** Bad input found later, inside an asynchronous step that still has to close the browser. */
class Refusal extends Error {}

function optionsOf(argv) {
  const text = { type: "string" };
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        page: text,
        plan: text,
        "as-of": text,
        browser: { ...text, default: "chrome" },
        out: { ...text, default: path.join(ROOT, "out") },
      },
    });
  } catch (error) {
    return refuse(`${error.message.split(". ")[0].replace(/\.$/, "")}. Usage: ${USAGE}`);
  }
}

/** ms UTC. */
function timeOf(text) {
  const ms = momentOfText(text);
  if (ms === null) refuse(`"${text}" is no time; write it like 2026-07-21T12:00:00Z.`);
  return ms;
}

function planOf(file) {
  if (file === undefined) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return refuse(
      `the plan ${file} can't be read: ${error.code === "ENOENT" ? "there is no such file" : "it is not JSON"}.`,
    );
  }
}

/** Serves the documents in turn at the page's address, and each recorded answer to the request that is being played. */
function siteOf(state) {
  return ({ method, url, headers }) => {
    const cors = {
      "access-control-allow-origin": headers.origin ?? "*",
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
      "access-control-allow-methods": headers["access-control-request-method"] ?? "GET, POST",
    };
    const { exchange } = state;
    if (exchange && method === "OPTIONS") return { status: 204, headers: cors };
    if (exchange && method === exchange.method && url.href === exchange.url)
      return {
        status: exchange.answer.status,
        headers: { ...cors, "content-type": exchange.answer.type },
        body: exchange.answer.text,
      };
    if (url.href !== state.page.href) return null;
    // Saved markup is shown as it was saved: its scripts have done their work and would only change it.
    const policy = "default-src 'self' 'unsafe-inline' data:; script-src 'none'; connect-src *";
    return {
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
      body: state.document,
    };
  };
}

/** Runs in the page: asks for a recorded answer as the page once did. */
function askAgain({ method, url, body, type }) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    if (body !== null && type) request.setRequestHeader("content-type", type);
    request.addEventListener("loadend", () => resolve(request.status));
    request.send(body);
  });
}

/** The newest exact time among the records, ms; null where there is none. */
const newestExact = (records) =>
  records
    .filter(({ created }) => created.to - created.from === 1)
    .reduce((newest, { created }) => Math.max(newest ?? 0, created.from), null);

/** As of when: what was chosen, else the HAR's last entry, else the newest exact time in the `records` read. */
function momentOf({ records }, { chosen, lastEntry }) {
  if (chosen !== null) return { asOf: chosen, asOfFrom: "chosen" };
  if (lastEntry !== null) return { asOf: lastEntry, asOfFrom: "har" };
  const newest = newestExact(records);
  return newest === null ? { asOf: Date.now(), asOfFrom: "now" } : { asOf: newest, asOfFrom: "material" };
}

async function statePlan(popup, plan) {
  try {
    await popup.evaluate((stated) => globalThis.whyfirst.savePlan(stated), plan);
  } catch {
    throw new Refusal("the plan can't be used: it is JSON, but no plan as the popup stores it.");
  }
}

async function run({ page, material, chosen, plan, kind, out }) {
  const state = { page, document: "", exchange: null };
  const internet = await startFakeInternet(siteOf(state));
  const browser = await launch(kind, { proxyPort: internet.proxyPort });
  try {
    const tab = await browser.firstTab();
    let popup;
    for (const document of material.documents) {
      await popup?.close();
      state.document = document;
      await tab.goto(page.href);
      popup = await tab.clickAction();
      await settled(popup);
    }
    for (const exchange of material.exchanges) {
      state.exchange = exchange;
      const { answer: _, ...request } = exchange;
      await tab.evaluate(askAgain, request);
    }
    await settled(popup);
    const read = await auditIn(popup, { asOf: Date.now(), asOfFrom: "now", plan: null });
    if (!read) throw new Refusal(`${page.href} is not an address that can be audited.`);
    if (plan) await statePlan(popup, plan);
    const moment = momentOf(read, { chosen, lastEntry: material.lastEntry });
    const audit = await auditIn(popup, { ...moment, plan });
    writeAudit(out, audit);
    await popup.screenshot(path.join(out, "popup.png"));
    return audit;
  } finally {
    await browser.close();
    await internet.close();
  }
}

const { values, positionals: files } = optionsOf(process.argv.slice(2));
if (values.page === undefined) refuse(`--page is missing. Usage: ${USAGE}`);
if (files.length === 0) refuse(`no FILE is named. Usage: ${USAGE}`);
if (!BROWSER_KINDS.includes(values.browser)) refuse(`--browser is chrome or firefox, not "${values.browser}".`);
if (!URL.canParse(values.page)) refuse(`"${values.page}" is no address.`);
const page = new URL(values.page);
page.hash = "";
const network = replayOf(page);
if (!network) refuse(`${values.page} is not an address that can be audited.`);
const chosen = values["as-of"] === undefined ? null : timeOf(values["as-of"]);
const plan = planOf(values.plan);

try {
  const material = readMaterial(files, page, network);
  setup();
  const [missing] = ensureBrowsers([values.browser]);
  if (missing) {
    console.error(`audit: no ${missing} was found; install it, or name one in ${pathVariable(missing)}.`);
    process.exit(1);
  }
  ensureBuilt(values.browser);
  const audit = await run({ page, material, chosen, plan, kind: values.browser, out: path.resolve(values.out) });
  console.log(audit.text);
} catch (error) {
  if (error instanceof MaterialError || error instanceof Refusal) refuse(error.message);
  throw error;
}
