// `npm run schemas`: writes the JSON Schemas of the exported files into docs, from the schemas in src.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { runnerImport } from "vite";
import { ROOT } from "./lib/setup.mjs";

const { module } = await runnerImport(path.join(ROOT, "src/report/json-schema.ts"), { configFile: false, root: ROOT });
for (const name of Object.keys(module.EXPORT_SCHEMAS)) {
  const file = path.join(ROOT, "docs", `${name}.schema.json`);
  writeFileSync(file, module.schemaFile(name));
  console.log(`Wrote ${path.relative(ROOT, file)}.`);
}
