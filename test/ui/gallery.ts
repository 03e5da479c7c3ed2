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

export interface Gallery {
  /** Opens a sample; `scheme` light or dark, `width` in CSS px. The page collects what the policy stopped in `stopped`. */
  open(
    sample: string,
    look: { scheme: "light" | "dark"; width: number; height?: number },
  ): Promise<{ page: Page; stopped: string[] }>;
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
  return {
    async open(sample, { scheme, width, height = 600 }) {
      const context = await browser.newContext({
        colorScheme: scheme,
        viewport: { width, height: height },
        deviceScaleFactor: 2,
      });
      const page = await context.newPage();
      const stopped: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") stopped.push(message.text());
      });
      page.on("pageerror", (error) => stopped.push(String(error)));
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
      await page.goto(`${ORIGIN}/index.html#${sample}`);
      await page.locator("#popup > *").first().waitFor();
      return { page, stopped };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
