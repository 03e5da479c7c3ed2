// `npm run bench`: runs every measurement in test/bench and ends with 1 where one is over its limit.
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBrowsers, ensureBuilt, ROOT, setup } from "./lib/setup.mjs";

setup();
ensureBrowsers(["chrome"]);
ensureBuilt("chrome");
const folder = path.join(ROOT, "test", "bench");
let failed = false;
for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs"))) {
  const { name, measure } = await import(pathToFileURL(path.join(folder, file)).href);
  console.log(`\n${name}`);
  for (const { what, value, limit, unit } of await measure()) {
    const over = limit !== null && value > limit;
    failed ||= over;
    console.log(`  ${over ? "over" : "ok  "}  ${what}: ${value} ${unit}${limit === null ? "" : ` (limit ${limit})`}`);
  }
}
process.exit(failed ? 1 : 0);
