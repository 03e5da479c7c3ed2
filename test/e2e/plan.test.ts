// The plan from the first question to the verdict, and the popup's quality for everyone who reads it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { COMPANY } from "../../scripts/demo/x/story.mjs";
import { readTab, readThread } from "../../scripts/demo/x/visitor.mjs";
import type { Popup } from "../../scripts/lib/driver.mjs";
import { audit, click, expectText, inEachBrowser, press, type Stage, settle } from "./stage.ts";

/** Types into the field with this label, as the framework behind the form sees it. */
const fill = (popup: Popup, label: string, value: string): Promise<unknown> =>
  popup.waitFor(
    (wanted: string, text: string) => {
      const labels = [...document.querySelectorAll("label")];
      const of = labels.find(({ textContent }) => textContent.trim() === wanted);
      const field = document.getElementById(of?.htmlFor ?? "") as HTMLInputElement | HTMLTextAreaElement | null;
      if (!field) return false;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    },
    label,
    value,
  );

/** Ticks the chip with these words. */
const choose = (popup: Popup, words: string): Promise<unknown> =>
  popup.waitFor((wanted: string) => {
    const chip = [...document.querySelectorAll("label")].find(({ textContent }) => textContent.trim() === wanted);
    const box = chip?.querySelector("input");
    box?.click();
    return box !== undefined && box !== null;
  }, words);

const WHY = "so that people who drink our coffee get help within a day";

/** Reads enough of the demo for a verdict on customer care. */
async function readEnough({ tab, site }: Stage): Promise<void> {
  const { world } = site;
  const spokenTo = world.by(COMPANY).filter(({ id, replyTo }) => !replyTo && world.repliesTo(id).length > 0);
  for (const post of spokenTo.slice(0, 30)) await readThread(tab, world, post);
  await readTab(tab, world, COMPANY, "");
}

inEachBrowser("the plan", (stage) => {
  it("asks why first, judges by the answer, and can be changed", async () => {
    const { tab } = stage();
    const popup = await stage().loadAndClick();
    await expectText(popup, "Why are you here?");
    expect((await audit(popup)).report.goals).toEqual([]);
    await readEnough(stage());
    await settle(popup);
    await fill(popup, "Why are you here?", WHY);
    await choose(popup, "Customer care");
    await fill(popup, "Sister accounts that answer for this page", "@NorthwindHelp");
    await press(popup, "Save");
    await expectText(popup, WHY);
    await expectText(popup, "Not there yet");
    await popup.close();

    const again = await click(tab);
    await expectText(again, WHY);
    await expectText(again, "Not there yet");
    await press(again, "Change plan");
    await expectText(again, "questions are open");
    await fill(again, "Why are you here?", "To learn what people ask.");
    await choose(again, "A rival's");
    await press(again, "Save");
    await expectText(again, "To learn what people ask.");
    await expectText(again, "Assumed, by your yardstick");
  });

  it("shows facts without verdicts to those who skip", async () => {
    const popup = await stage().loadAndClick();
    await press(popup, "Skip: show facts only");
    await expectText(popup, "No WHY stated yet");
    await expectText(popup, "State your why");
    const text = await popup.text();
    for (const verdict of ["Met", "Missed", "Not there yet", "Can't tell yet"]) expect(text).not.toContain(verdict);
  });

  it("has no accessibility violation, light and dark, with the question and with the audit", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const violations = async (popup: Popup, scheme: "light" | "dark") => {
      await popup.screenshot(".cache/axe.png", { scheme });
      await popup.evaluate(`(() => { ${axe}; return true; })()`);
      return popup.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await checker.run(document);
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
    };
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    await expectText(popup, "Why are you here?");
    for (const scheme of ["light", "dark"] as const) expect(await violations(popup, scheme), scheme).toEqual([]);
    await fill(popup, "Why are you here?", WHY);
    await choose(popup, "Customer care");
    await choose(popup, "Awareness");
    await press(popup, "Save");
    await readTab(tab, site.world, COMPANY, "/with_replies");
    await settle(popup);
    await expectText(popup, WHY);
    for (const scheme of ["light", "dark"] as const) expect(await violations(popup, scheme), scheme).toEqual([]);
  });

  it("fits into the popup: no sideways scrolling, 360 to 420 px wide", async () => {
    const popup = await stage().loadAndClick();
    await expectText(popup, "Why are you here?");
    const { width, content, shown } = await popup.evaluate(() => ({
      width: document.body.getBoundingClientRect().width,
      content: document.documentElement.scrollWidth,
      shown: document.documentElement.clientWidth,
    }));
    expect(width).toBeGreaterThanOrEqual(360);
    expect(width).toBeLessThanOrEqual(420);
    expect(content).toBe(shown);
  });
});
