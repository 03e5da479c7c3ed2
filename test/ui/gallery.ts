// Builds the gallery of sample popups once and serves it to a real Chromium under the extension's own policy.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";

/** What extension pages are held to; a violation is a failure. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const ORIGIN = "https://gallery.example";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** The Chromium to run: `CHROME_PATH`, else where a distribution puts it; null where there is none. */
export const chromiumPath = (): string | null =>
  [process.env["CHROME_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path && existsSync(path),
  ) ?? null;

export interface Look {
  readonly scheme?: "light" | "dark";
  /** CSS px. */
  readonly width?: number;
  readonly height?: number;
}

export interface Gallery {
  readonly page: Page;
  /** What the policy stopped and what went wrong, as the console said it. */
  readonly stopped: string[];
  /** Shows a sample, `name` or `name/variant`. */
  show(sample: string, look?: Look): Promise<void>;
  close(): Promise<void>;
}

export async function openGallery(executablePath: string): Promise<Gallery> {
  const folder = mkdtempSync(join(tmpdir(), "whyfirst-gallery-"));
  await build({
    configFile: false,
    root: fileURLToPath(new URL("gallery", import.meta.url)),
    logLevel: "error",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext({ deviceScaleFactor: 2 });
  await context.route("**/*", (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const file = join(folder, pathname);
    if (origin !== ORIGIN || !existsSync(file)) return route.abort();
    return route.fulfill({
      body: readFileSync(file),
      contentType: TYPES[extname(file)] ?? "application/octet-stream",
      headers: { "content-security-policy": POLICY },
    });
  });
  const page = await context.newPage();
  const stopped: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") stopped.push(message.text());
  });
  page.on("pageerror", (error) => stopped.push(String(error)));
  await page.goto(`${ORIGIN}/index.html`);
  return {
    page,
    stopped,
    async show(sample, { scheme = "light", width = 400, height = 600 } = {}) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await page.evaluate(() => {
        location.hash = "";
      });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, sample);
      await page.locator(`#popup[data-shown="#${sample}"]`).waitFor();
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
