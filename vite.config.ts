// Builds the extension for one browser, named by EXT_TARGET (chrome or firefox), into dist/<browser>.
import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import webExtension from "vite-plugin-web-extension";

// Not `--mode`: the plugin writes the mode into the scripts as NODE_ENV.
const target = process.env["EXT_TARGET"] === "firefox" ? "firefox" : "chrome";
const outDir = resolve(import.meta.dirname, "dist", target);

/** The icons under the path the manifest names, the translations where browsers look for them. */
const copyAssets = (): Plugin => ({
  name: "copy-assets",
  apply: "build",
  async closeBundle() {
    const assets = resolve(import.meta.dirname, "assets");
    await cp(resolve(assets, "icons"), resolve(outDir, "assets/icons"), {
      recursive: true,
      filter: (path) => !path.endsWith(".svg"),
    });
    await cp(resolve(assets, "_locales"), resolve(outDir, "_locales"), { recursive: true });
  },
});

export default defineConfig({
  publicDir: false,
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  plugins: [
    copyAssets(),
    webExtension({
      manifest: "manifest.json",
      browser: target,
      additionalInputs: ["src/collect/reader.ts", "src/ui/report/index.html"],
      printSummary: false,
      skipManifestValidation: true, // validating would fetch a schema from the network at every build
      disableAutoLaunch: true,
    }),
  ],
});
