// `npm start`: builds, and opens a browser with the extension on the demo page; without a display, runs the demo by itself.
import { readFileSync } from "node:fs";
import path from "node:path";
import { demoSite as facebookSite } from "./demo/facebook/site.mjs";
import { ADDRESS as LINKEDIN, linkedinDemo } from "./demo/linkedin/site.mjs";
import { demoSite } from "./demo/x/site.mjs";
import { COMPANY } from "./demo/x/story.mjs";
import { readTab, readThread } from "./demo/x/visitor.mjs";
import { auditIn, settled, writeAudit } from "./lib/audit.mjs";
import { findBrowser, pathVariable } from "./lib/browsers.mjs";
import { launch } from "./lib/driver.mjs";
import { startFakeInternet } from "./lib/fake-internet.mjs";
import { distOf, ensureBrowsers, ensureBuilt, ROOT, setup, TARGETS } from "./lib/setup.mjs";

const DAY = 86_400_000;
const ADDRESS = `https://x.com/${COMPANY}`;
const FACEBOOK = "https://www.facebook.com/northwindcoffee";
const OUT = path.join(ROOT, "out");
/** How many posts the headless visitor opens. */
const THREADS_READ = 40;

const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

function sayHowToLoad() {
  console.log(`
Load the extension by hand:
  Chrome, Edge, Brave   chrome://extensions → Developer mode → Load unpacked → ${distOf("chrome")}
  Firefox 142 or later  about:debugging → This Firefox → Load Temporary Add-on → ${path.join(distOf("firefox"), "manifest.json")}`);
}

/** The plan of the demo's company, set so long ago that its horizon has just ended. */
function demoPlan(base) {
  const plan = JSON.parse(readFileSync(path.join(import.meta.dirname, "demo", "plan.json"), "utf8"));
  return { ...plan, startedAt: base - (plan.horizon + 1) * DAY };
}

async function open(kind, internet) {
  const browser = await launch(kind, { proxyPort: internet.proxyPort, headless: false });
  await (await browser.firstTab()).goto(ADDRESS);
  console.log(`
The browser shows ${ADDRESS}, a fictitious company's page. Everything in it is invented and served by this computer.
1. Click the Whyfirst button in the toolbar (behind the puzzle piece, where the browser hides new buttons).
2. Scroll, open the Replies tab, open a post, and click again: more is read.
3. The same company on Facebook and LinkedIn: ${FACEBOOK} and ${LINKEDIN}
Close the browser to end.`);
  await browser.closed();
  await browser.close();
}

/** Clicks, reads as a person would, clicks again, and keeps what the popup then says. */
async function show(kind, internet, { world }) {
  const browser = await launch(kind, { proxyPort: internet.proxyPort });
  try {
    const tab = await browser.firstTab();
    await tab.goto(ADDRESS);
    await tab.waitFor(() => document.querySelector("article") !== null);
    const first = await tab.clickAction();
    await settled(first);
    await first.evaluate((plan) => globalThis.whyfirst.savePlan(plan), demoPlan(world.base));
    await first.close();
    for (const suffix of ["", "/with_replies", "/reposts"]) await readTab(tab, world, COMPANY, suffix);
    const spokenTo = world.by(COMPANY).filter((post) => !post.replyTo && world.repliesTo(post.id).length > 0);
    for (const post of spokenTo.slice(0, THREADS_READ)) await readThread(tab, world, post);
    const popup = await tab.clickAction();
    await settled(popup);
    const audit = await auditIn(popup, { asOf: world.base, asOfFrom: "now", plan: demoPlan(world.base) });
    writeAudit(OUT, audit);
    for (const scheme of ["light", "dark"]) await popup.screenshot(path.join(OUT, `popup-${scheme}.png`), { scheme });
    console.log(audit.text);
  } finally {
    await browser.close();
  }
}

setup();
for (const target of TARGETS) ensureBuilt(target);
const kind =
  ["chrome", "firefox"].find(findBrowser) ?? (ensureBrowsers(["chrome"]).length === 0 ? "chrome" : undefined);
if (!kind) {
  console.log(`
No browser was found. Install Chrome, Chromium, Edge or Firefox, or name one in ${pathVariable("chrome")} or ${pathVariable("firefox")}.`);
  sayHowToLoad();
  process.exit(0);
}

const now = Date.now();
const site = demoSite(now);
const onFacebook = facebookSite(now);
const onLinkedIn = linkedinDemo(now);
const internet = await startFakeInternet((asked) => {
  const { host } = asked.url;
  if (host.endsWith("facebook.com")) return onFacebook.handle(asked);
  return (host === new URL(LINKEDIN).host ? onLinkedIn : site).handle(asked);
});
try {
  if (hasDisplay()) {
    sayHowToLoad();
    await open(kind, internet);
  } else {
    console.log(`There is no display here, so the demo runs by itself in ${kind} …\n`);
    await show(kind, internet, site);
    console.log(`
The popup's pictures, the report and its records are in ${OUT}.`);
    sayHowToLoad();
  }
} finally {
  await internet.close();
}
