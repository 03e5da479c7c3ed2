// The report in both browsers: opened from the popup, its figures follow what is left out, and every screen is for everyone.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COMPANY } from "../../scripts/demo/x/story.mjs";
import { readTab, readThread } from "../../scripts/demo/x/visitor.mjs";
import type { Popup, Tab } from "../../scripts/lib/driver.mjs";
import { until } from "../../scripts/lib/expression.mjs";
import { expectWords, openBy, press, textOf, violations } from "./report-page.ts";
import { click, inEachBrowser, type Stage, settle } from "./stage.ts";

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

/** How many items the first list of evidence counts. */
const counted = (tab: Tab): Promise<number> =>
  tab.evaluate(() =>
    Number(/\d+/.exec(document.querySelector<HTMLElement>(".evidence summary")?.innerText ?? "")?.[0]),
  );

inEachBrowser("the report", (stage) => {
  it("stays beside the page, opens from the popup, follows what is left out, and is for everyone on every screen", async () => {
    const { browser, tab, site } = stage();
    const popup = await stage().loadAndClick();
    const panel = await browser.openPanel(popup, "Keep open beside the page");
    const says = (words: string) =>
      until(async () => (await panel.text()).includes(words), `the panel to say "${words}"`);
    await says("Reading as you scroll");
    await says("from the Posts tab");
    expect(await panel.text()).not.toContain("Keep open beside the page");
    await readTab(tab, site.world, COMPANY, "/with_replies");
    await says("from the Posts and Replies tabs");

    const again = await click(tab);
    await readSome(stage(), again);
    const fact = await again.waitFor(() => document.querySelector<HTMLElement>(".goal .proof p")?.innerText);
    const report = await openBy(again, "Open the report", browser);
    await expectWords(report, PLAN.why);
    expect((await textOf(report)).replace(/\s+/g, " ")).toContain(String(fact).replace(/\s+/g, " "));

    const before = await counted(report);
    expect(before).toBeGreaterThan(1);
    await report.evaluate(() => document.querySelector<HTMLElement>(".evidence summary")?.click());
    await press(report, "Leave out");
    await expectWords(report, "Left out by you: 1 item");
    await until(async () => (await counted(report)) < before, "the figure to be counted without it");
    await press(report, "Put back");
    await until(async () => (await counted(report)) === before, "the figure to be counted with it again");
    expect(await textOf(report)).not.toContain("Left out by you");

    for (const [section, words] of [
      ["Hand-over", "The question to ask"],
      ["Audit", "How long people wait"],
      ["History", "Month by month"],
      ["Plan", "On your other devices"],
      ["Export", "Messages (NDJSON)"],
      ["Compare", "There are not two pages to compare yet."],
      ["Library", "1 page was read"],
    ] as const) {
      await press(report, section);
      await expectWords(report, words);
      expect(await violations(report), section).toEqual([]);
      const [width, content] = await report.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      expect(content, section).toBeLessThanOrEqual(width ?? 0);
      if (section !== "Hand-over") continue;
      const links = await report.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>(".sheet .links a")].map(({ href }) => href),
      );
      expect(links.length).toBeGreaterThanOrEqual(2);
      for (const link of links) expect(link).toMatch(/^https:\/\/x\.com\//);
    }
  }, 180_000);
});
