// Every sample popup in a real Chromium, under the extension's policy: no axe violation, nothing wider than the window.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/report/report.ts";
import { chromiumPath, type Gallery, openGallery } from "./gallery.ts";
import { REPORTS, VIEWS } from "./samples.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const chromium = chromiumPath();

/** Opens everything that folds, so that what it hides is held to the rules too. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** Elements that reach beyond the window, by tag and class; what is hidden for the eye or scrolls by itself is not meant. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1) && !element.closest(".hidden-text, svg");
    });
    const page = document.documentElement.scrollWidth > width ? ["page"] : [];
    return [...page, ...over.map((element) => `${element.tagName}.${element.className}`)];
  });

test.each(Object.entries(REPORTS))("the sample report %s is one the schema accepts", (_name, report) => {
  expect(reportSchema.safeParse(report).error).toBeUndefined();
});

describe.skipIf(!chromium)("the popup in Chromium (skipped where none is installed)", () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery(chromium as string);
    // As a debugger puts it in: the page's own policy lets no other script run.
    const session = await gallery.page.context().newCDPSession(gallery.page);
    await session.send("Runtime.evaluate", { expression: AXE });
  }, 120_000);
  afterAll(() => gallery?.close());

  test.each(Object.keys(VIEWS))("%s: no axe violation, light and dark", async (sample) => {
    for (const scheme of ["light", "dark"] as const) {
      await gallery.show(sample, { scheme });
      await unfold(gallery.page);
      expect(await violations(gallery.page), scheme).toEqual([]);
    }
    expect(gallery.stopped).toEqual([]);
  });

  test.each(Object.keys(VIEWS))(
    "%s: fits 360 and 420 px with long words, from right to left and in German",
    async (sample) => {
      for (const variant of ["long", "rtl", "de"]) {
        for (const width of [360, 420]) {
          await gallery.show(`${sample}/${variant}`, { width });
          await unfold(gallery.page);
          expect(await tooWide(gallery.page), `${variant} ${width}`).toEqual([]);
        }
      }
      expect(gallery.stopped).toEqual([]);
    },
  );

  test("hostile text stays text, and leads nowhere else", async () => {
    const { page } = gallery;
    await gallery.show("hostile");
    expect(await page.locator("main img, main script, header img").count()).toBe(0);
    const heading = await page.locator("h1").innerText();
    expect(heading).toContain("<img src=x onerror=alert(1)>");
    expect(heading).not.toMatch(/\p{Cc}|\u202e/u);
    const addresses = await page.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/x\.com\//);
  });

  test("the editor asks all eight questions, without axe violation, and fits", async () => {
    const { page } = gallery;
    await gallery.show("full/long", { scheme: "dark", width: 360 });
    await page.locator("footer button").last().click();
    expect(await page.locator(".questions > li").count()).toBe(8);
    expect(await page.locator(".questions .open").count()).toBe(3);
    expect(await tooWide(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test("by keyboard alone a goal is chosen and the card saved", async () => {
    const { page } = gallery;
    await gallery.show("ask");
    await page.locator("textarea").focus();
    await page.keyboard.type("so that people get help");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.locator(".chosen-goals li").waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.locator(".plan button.primary").focus();
    await page.keyboard.press("Enter");
    const saved = await page.evaluate(
      () => (globalThis as unknown as { saved: { why: string; goals: { goal: string }[] } }).saved,
    );
    expect(saved.why).toBe("so that people get help");
    expect(saved.goals.map(({ goal }) => goal)).toEqual(["care"]);
  });

  test("what matters most stands in the first 600 px", async () => {
    const { page } = gallery;
    await gallery.show("assumed");
    for (const part of ["header", ".why", ".goal >> nth=0", ".goal >> nth=1", "footer"]) {
      const box = await page.locator(part).boundingBox();
      expect((box?.y ?? 600) + (box?.height ?? 0), part).toBeLessThanOrEqual(600);
    }
  });
});
