// Holds every file of the folder to the contract of audits: one file and its test make an audit, nothing else.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingSchema } from "../../src/audits/finding.ts";
import { AUDITS, MEASURABLE } from "../../src/audits/registry.ts";
import { runAudits } from "../../src/audits/run.ts";
import { compute } from "../../src/computed/computed.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import { INDICATOR_KEYS, INDICATORS } from "../../src/domain/goal.ts";
import type { NetworkId } from "../../src/domain/record.ts";
import { company } from "../golden/company.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

const root = join(import.meta.dirname, "../..");
/** What audits are made of, and what they have in common. */
const NO_AUDITS = ["audit", "detail", "finding", "people", "posts", "registry", "run", "steps"];

const files = readdirSync(join(root, "src/audits")).map((file) => file.replace(/\.ts$/, ""));
const inputOf = (dataset: Dataset) => ({
  dataset,
  plan: planOf(),
  asOf: Date.UTC(2027, 0, 1),
  zone: "Europe/Lisbon",
  siblings: [],
  computed: compute(dataset, planOf(), "Europe/Lisbon"),
});
const readAndEmpty = (network: NetworkId) => new DatasetBuilder(network).read("posts").read("replies").build();
/** Three posts, one of them answered, in lists read back for `days`. */
function shortly(network: NetworkId, days: number, top = true): Dataset {
  const build = new DatasetBuilder(network, START + days * DAY);
  for (let i = 0; i < 3; i++) build.post(START + i * HOUR, { text: "A study: what do you think?", lang: "en" });
  const asked = build.message("ann", build.records[0]!, START + 3 * HOUR, { text: "Where is it?", lang: "en" });
  build.answer(asked, START + 4 * HOUR);
  build.announceAll().open(build.records[0]!);
  const to = START + (top ? days : days - 1) * DAY;
  return build.read("posts", START, { to, top }).read("replies", START, { to, top }).build();
}
const datasets: Record<string, Dataset> = {
  "a company": company().dataset,
  "an empty page": new DatasetBuilder().build(),
  "an empty page on Facebook": new DatasetBuilder("facebook").build(),
  "a page whose lists were read and are empty": readAndEmpty("x"),
  "a page on Facebook whose list was read and is empty": readAndEmpty("facebook"),
  "a page on LinkedIn whose list was read and is empty": readAndEmpty("linkedin"),
  "six days of a page": shortly("x", 6),
  "six days of a page on Facebook": shortly("facebook", 6),
  "nine days of a page on LinkedIn": shortly("linkedin", 9),
  "six days of a page without its newest posts": shortly("x", 6, false),
};

describe("the folder of audits", () => {
  it("registers every file but what audits are made of, each under its name", () => {
    expect(AUDITS.map(({ id }) => id)).toEqual(files.filter((file) => !NO_AUDITS.includes(file)).sort());
  });

  it("has a test for each", () => {
    for (const { id } of AUDITS) expect(existsSync(join(root, `test/audits/${id}.test.ts`)), id).toBe(true);
  });

  it("measures each indicator in one place, and all of them somewhere", () => {
    const measured = AUDITS.flatMap(({ indicators }) => indicators);
    expect(new Set(measured).size).toBe(measured.length);
    expect([...MEASURABLE].sort()).toEqual([...INDICATOR_KEYS].sort());
  });
});

describe.each(Object.entries(datasets))("on %s", (_, dataset) => {
  const findings = runAudits(AUDITS, inputOf(dataset));

  it("no audit fails, and every finding is valid with all that lets a person trust it", () => {
    for (const finding of findings) {
      expect(findingSchema.safeParse(finding).error, finding.key).toBeUndefined();
      expect(finding.reason, finding.key).not.toBe("failed");
      expect(finding.next, finding.key).not.toBeNull();
      // A figure rests on something; none comes with the reason why.
      if (finding.value === null) expect(finding.reason ?? finding.bounds, finding.key).not.toBeNull();
      else {
        // That a list read completely holds no post is a fact.
        if (!finding.census) expect(finding.n, finding.key).toBeGreaterThan(0);
        expect(finding.window, finding.key).not.toBeNull();
        expect(finding.envelope ?? finding.interval ?? finding.reason, finding.key).not.toBeNull();
      }
    }
  });

  it("gives each key once, indicators in their own unit and by the audit that says so", () => {
    const keys = findings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { id, indicators } of AUDITS) {
      for (const indicator of indicators) {
        const finding = findings.find(({ key }) => key === indicator);
        expect(finding, indicator).toMatchObject({ audit: id, unit: INDICATORS[indicator] });
      }
    }
  });

  it("keeps limits in order, and evidence to records that exist", () => {
    const ids = new Set(dataset.records.map(({ id }) => id));
    for (const { key, value, bounds, interval, envelope, evidence, evidenceTotal } of findings) {
      for (const limits of [bounds, interval, envelope]) {
        if (!limits || limits.lower === null || limits.upper === null) continue;
        expect(limits.lower, key).toBeLessThanOrEqual(limits.upper);
        if (value !== null && limits !== bounds) {
          expect(limits.lower, key).toBeLessThanOrEqual(value + 1e-9);
          expect(limits.upper, key).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }
      expect(evidence.length, key).toBe(Math.min(evidenceTotal, 500));
      for (const id of evidence) expect(ids.has(id), key).toBe(true);
    }
  });
});

describe("an audit that fails", () => {
  it("is a finding and takes no other with it", () => {
    const broken = {
      id: "broken",
      indicators: ["replyShare" as const],
      run: () => {
        throw new Error("no");
      },
    };
    const mute = { ...broken, id: "mute", indicators: [] };
    const [first, second, ...rest] = runAudits([broken, mute, AUDITS[0]!], inputOf(datasets["a company"]!));
    expect(first).toMatchObject({ key: "replyShare", audit: "broken", value: null, reason: "failed", unit: "share" });
    expect(second).toMatchObject({ key: "mute", state: "cannotTell", reason: "failed" });
    expect(rest.length).toBeGreaterThan(0);
  });
});
