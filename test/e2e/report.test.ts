// The report in both browsers: opened from the popup, its figures follow what is left out, and every screen is for everyone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { COMPANY } from "../../scripts/demo/x/story.mjs";
import { readTab, readThread } from "../../scripts/demo/x/visitor.mjs";
import type { Popup, Tab } from "../../scripts/lib/driver.mjs";
import { until } from "../../scripts/lib/expression.mjs";
import { inEachBrowser, type Stage, settle } from "./stage.ts";

const REPORT = "/src/ui/report/index.html";
const PLAN = JSON.parse(readFileSync(new URL("../../scripts/demo/plan.json", import.meta.url), "utf8"));

/** Reads posts, answers and some conversations, with a plan. */
async function readSome({ tab, site }: Stage, popup: Popup): Promise<void> {
  const { world } = site;
  const spokenTo = world.by(COMPANY).filter(({ id, replyTo }) => !replyTo && world.repliesTo(id).length > 0);
  for (const post of spokenTo.slice(0, 8)) await readThread(tab, world, post);
  await readTab(tab, world, COMPANY, "");
  await readTab(tab, world, COMPANY, "/with_replies");
  await settle(popup);
  await popup.evaluate(`whyfirst.savePlan(${JSON.stringify(PLAN)})`);
}

/** Presses a button of the popup that opens the report, which closes the popup before it could answer. */
async function openBy(popup: Popup, words: string, { browser }: Stage): Promise<Tab> {
  await popup.waitFor((wanted: string) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent.trim() === wanted);
    if (button) setTimeout(() => button.click(), 50);
    return button !== undefined;
  }, words);
  return browser.extensionTab(REPORT);
}

const textOf = (tab: Tab): Promise<string> => tab.evaluate(() => document.body.innerText);
const expectWords = (tab: Tab, words: string): Promise<unknown> =>
  until(async () => (await textOf(tab)).includes(words), `the report to say "${words}"`);

/** Clicks the first button or link with these words; what a screen reader hears besides does not count. */
const click = (tab: Tab, words: string): Promise<unknown> =>
  tab.waitFor((wanted: string) => {
    const all = [...document.querySelectorAll<HTMLElement>("button, a, summary")];
    const found = all.find(({ innerText }) => innerText.replace(/\s*\(.*\)$/s, "").trim() === wanted);
    found?.click();
    return found !== undefined;
  }, words);

const violations = async (tab: Tab): Promise<string[]> => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await tab.evaluate(`(() => { ${axe}; return true; })()`);
  return tab.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await checker.run(document);
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
};

/** How many items the first list of evidence counts. */
const counted = (tab: Tab): Promise<number> =>
  tab.evaluate(() =>
    Number(/\d+/.exec(document.querySelector<HTMLElement>(".evidence summary")?.innerText ?? "")?.[0]),
  );

inEachBrowser("the report", (stage) => {
  it("opens from the popup, says what the popup says, and follows what is left out and put back", async () => {
    const popup = await stage().loadAndClick();
    await readSome(stage(), popup);
    const fact = await popup.waitFor(() => document.querySelector<HTMLElement>(".goal .proof p")?.innerText);
    const report = await openBy(popup, "Open the report", stage());
    await expectWords(report, PLAN.why);
    expect((await textOf(report)).replace(/\s+/g, " ")).toContain(String(fact).replace(/\s+/g, " "));

    const before = await counted(report);
    expect(before).toBeGreaterThan(1);
    await report.evaluate(() => document.querySelector<HTMLElement>(".evidence summary")?.click());
    await click(report, "Leave out");
    await expectWords(report, "Left out by you: 1 item");
    await until(async () => (await counted(report)) < before, "the figure to be counted without it");
    await click(report, "Put back");
    await until(async () => (await counted(report)) === before, "the figure to be counted with it again");
    expect(await textOf(report)).not.toContain("Left out by you");
  });

  it("hands over, keeps a plan, looks back and lists what was read, with no accessibility violation anywhere", async () => {
    const popup = await stage().loadAndClick();
    await readSome(stage(), popup);
    const report = await openBy(popup, "Hand-over", stage());
    await expectWords(report, "The question to ask");
    const links = await report.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>(".sheet .links a")].map(({ href }) => href),
    );
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const link of links) expect(link).toMatch(/^https:\/\/x\.com\//);
    expect(await violations(report)).toEqual([]);

    for (const [section, words] of [
      ["Audit", "How long people wait"],
      ["History", "Month by month"],
      ["Plan", "On your other devices"],
      ["Export", "Messages (NDJSON)"],
      ["Compare", "There are not two pages to compare yet."],
      ["Library", "1 page was read"],
    ] as const) {
      await click(report, section);
      await expectWords(report, words);
      expect(await violations(report), section).toEqual([]);
      const [width, content] = await report.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      expect(content, section).toBeLessThanOrEqual(width ?? 0);
    }
    await click(report, "Forget everything");
    await click(report, "Forget it all");
    await expectWords(report, "No page was read yet");
  }, 120_000);

  it("stays open beside the page, live while the person goes on", async () => {
    const popup = await stage().loadAndClick();
    const panel = await stage().browser.openPanel(popup, "Keep open beside the page");
    const says = (words: string) =>
      until(async () => (await panel.text()).includes(words), `the panel to say "${words}"`);
    await says("Reading as you scroll");
    await says("from the Posts tab");
    expect(await panel.text()).not.toContain("Keep open beside the page");
    await readTab(stage().tab, stage().site.world, COMPANY, "/with_replies");
    await says("from the Posts and Replies tabs");
  });
});
