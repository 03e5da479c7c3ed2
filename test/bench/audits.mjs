// All audits against a bare JSON.parse of the same records, in one run; the bootstrap apart. Run by `npm run bench`.
//
// One process, both sides warmed up: what is compared is the work, not how long the engine takes to compile it (the first
// audit of the process is told beside it). Rounds take turns, so that what else the machine does falls on both, and the
// median of each counts: the shortest round of a short task is one without collecting the garbage that it leaves. Time
// is the processor's, of all threads, collecting garbage included. Every round audits records that were parsed just
// before: nothing is kept from the round before, no text's class, no hash of an id.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = join(import.meta.dirname, "../..");
const SIZES = [2_000, 20_000];
/** Texts for the search alone: of fewer, all fit into the processor's cache, which is no measure of growth. */
const SEARCHED = [10_000, 100_000];
const MOST_TIMES_PARSE = 5;
/** Ten times the records may take so many times as long. */
const MOST_GROWTH = 15;
const ROUNDS = 20;
/** ms that one step of an audit may hold up a screen. */
const LONGEST_STEP = 50;

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

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Processor time of a task, ms. */
function time(task) {
  const from = processorTime();
  task();
  return processorTime() - from;
}

/** The median and the shortest of several rounds of each task, ms; in every round one after the other. */
function rounds(tasks) {
  const took = tasks.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    tasks.forEach((task, i) => {
      took[i].push(task());
    });
  }
  return took.map((times) => {
    times.sort((a, b) => a - b);
    return { median: times[times.length >> 1], shortest: times[0] };
  });
}

const medians = (tasks) => rounds(tasks).map(({ median }) => median);

/** Of every step of an audit the shortest of several rounds, the longest of those: ms that a screen has to wait. */
function longestStep(auditInSteps, parsed, options) {
  const best = [];
  for (let round = 0; round < ROUNDS; round++) {
    const steps = auditInSteps(parsed(), options);
    for (let at = 0, done = false; !done; at++) {
      const took = time(() => {
        done = steps.next().done;
      });
      best[at] = Math.min(best[at] ?? took, took);
    }
  }
  return Math.max(...best);
}

/** How many times as long the search takes for ten times the texts. */
function growthOfSearch({ nearlyIdentical, shinglesOf }, text) {
  const [few, many] = SEARCHED.map((count) => Array.from({ length: count }, (_, i) => shinglesOf(text(i))));
  const [ofFew, ofMany] = medians([few, many].map((texts) => () => time(() => nearlyIdentical(texts))));
  return ofMany / ofFew;
}

export const name = "Audits";

export async function measure() {
  const directory = mkdtempSync(join(tmpdir(), "audits-bench-"));
  try {
    const subject = await load(directory, false);
    const { auditPage, manyRecords, plan } = subject;
    const { auditPage: auditPageFully, auditInSteps } = await load(directory, true);
    let first = null;
    const [few, many] = SIZES.map((count) => {
      const dataset = manyRecords(count);
      const asOf = Math.max(...dataset.records.map(({ observedAt }) => observedAt));
      const options = { plan: null, asOf, asOfFrom: "now", zone: "Europe/Berlin", sisterKeys: new Set() };
      const [records, whole] = [JSON.stringify(dataset.records), JSON.stringify(dataset)];
      const parsed = () => JSON.parse(whole);
      const elsewhere = JSON.stringify(manyRecords(count, "linkedin"));
      first ??= time(() => auditPage(parsed(), options));
      let last;
      const all = rounds([
        () => time(() => JSON.parse(records)),
        () => {
          last = parsed();
          return time(() => auditPage(last, options));
        },
        () => time(() => auditPage(last, options)),
        () => {
          last = parsed();
          return time(() => auditPageFully(last, options));
        },
        () => {
          last = parsed();
          const siblings = [JSON.parse(elsewhere)];
          return time(() => auditPage(last, { ...options, plan, siblings }));
        },
      ]);
      const [parse, audits, again, fully, planned] = all.map(({ median }) => median);
      const byShortest = all[1].shortest / all[0].shortest;
      const step = longestStep(auditInSteps, parsed, options);
      const besides = { ...options, plan, siblings: [JSON.parse(elsewhere)] };
      const plannedStep = longestStep(auditInSteps, parsed, besides);
      return { parse, audits, byShortest, again, planned, plannedStep, step, bootstrap: Math.max(0, fully - audits) };
    });
    const ms = (what, value, limit = null) => ({ what, value: Math.round(value), limit, unit: "ms" });
    const times = (what, value, limit) => ({ what, value: Number(value.toFixed(2)), limit, unit: "times" });
    const mould = "we are sorry to hear this, please send us your order number so that we can look into it for you";
    const searched = (what, text) =>
      times(`growth of the search for like texts, ${what}`, growthOfSearch(subject, text), MOST_GROWTH);
    return [
      ms("JSON.parse of 20,000 records", many.parse),
      ms("all audits of 20,000 records", many.audits),
      times("all audits, by JSON.parse", many.audits / many.parse, MOST_TIMES_PARSE),
      times("the same by the shortest round of each", many.byShortest, MOST_TIMES_PARSE),
      ms("all audits of the same records again", many.again),
      ms("first audit of the process, 2,000 records, with parsing them", first),
      times("growth from 2,000 to 20,000 records", many.audits / few.audits, MOST_GROWTH),
      ms("20,000 records, by a plan with hours, beside as many of another network", many.planned),
      times("growth of that from 2,000 records", many.planned / few.planned, MOST_GROWTH),
      ms("bootstrap beside it, 2,000 records", few.bootstrap),
      ms("bootstrap beside it, 20,000 records", many.bootstrap),
      ms("longest step of an audit of 20,000 records, bootstrap included", many.step, LONGEST_STEP),
      ms("longest step by a plan with hours, beside as many of another network", many.plannedStep, LONGEST_STEP),
      searched("all the same", () => mould),
      searched("all from one mould", (i) => `${mould} ${i}`),
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}
