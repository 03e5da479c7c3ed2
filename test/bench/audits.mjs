// All audits against a bare JSON.parse of the same records, in one run; the bootstrap apart. Run by `npm run bench`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = join(import.meta.dirname, "../..");
const SIZES = [2_000, 20_000];
const MOST_TIMES_PARSE = 5;
/** Ten times the records may take so many times as long. */
const MOST_GROWTH = 15;
const RUNS = 20;

/** The audits as one module; without the bootstrap where it is to be timed apart. */
async function load(directory, withBootstrap) {
  const output = await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: { ssr: join(import.meta.dirname, "subject.ts"), write: false, target: "node20" },
    ssr: { noExternal: true },
    plugins: [
      {
        name: "without-bootstrap",
        transform: (code, id) =>
          id.endsWith("/stats/clustered.ts") && !withBootstrap
            ? code.replace(/FEWEST_CLUSTERS = \d+/, "FEWEST_CLUSTERS = Infinity")
            : null,
      },
    ],
  });
  const file = join(directory, withBootstrap ? "with.mjs" : "without.mjs");
  writeFileSync(file, output.output[0].code);
  return import(pathToFileURL(file));
}

/** Processor time of the shortest of several runs, ms: what else the machine does is left out, and warming up too. */
function time(task) {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const from = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

export const name = "Audits";

export async function measure() {
  const directory = mkdtempSync(join(tmpdir(), "audits-bench-"));
  try {
    const { auditPage, manyRecords } = await load(directory, false);
    const { auditPage: auditPageFully } = await load(directory, true);
    const [few, many] = SIZES.map((count) => {
      const dataset = manyRecords(count);
      const asOf = Math.max(...dataset.records.map(({ observedAt }) => observedAt));
      const options = { plan: null, asOf, asOfFrom: "now", zone: "Europe/Berlin", sisterKeys: new Set() };
      const json = JSON.stringify(dataset.records);
      const parse = time(() => JSON.parse(json));
      const audits = time(() => auditPage(dataset, options));
      const fully = time(() => auditPageFully(dataset, options));
      return { parse, audits, bootstrap: Math.max(0, fully - audits) };
    });
    const ms = (what, value) => ({ what, value: Math.round(value), limit: null, unit: "ms" });
    const times = (what, value, limit) => ({ what, value: Number(value.toFixed(2)), limit, unit: "times" });
    return [
      ms("JSON.parse of 20,000 records", many.parse),
      ms("all audits of 20,000 records", many.audits),
      times("all audits, by JSON.parse", many.audits / many.parse, MOST_TIMES_PARSE),
      times("growth from 2,000 to 20,000 records", many.audits / few.audits, MOST_GROWTH),
      ms("bootstrap beside it, 2,000 records", few.bootstrap),
      ms("bootstrap beside it, 20,000 records", many.bootstrap),
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}
