// Exports: other people's words stay unless chosen, the shapes are those published, and the names are safe.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordSchema } from "../../src/domain/record.ts";
import { exportName, recordsNdjson, recordsToExport, reportForExport, reportJson } from "../../src/report/export.ts";
import { EXPORT_SCHEMAS, schemaFile } from "../../src/report/json-schema.ts";
import { reportSchema } from "../../src/report/report.ts";
import { auditPage } from "../../src/report/run.ts";
import { DAY, DatasetBuilder, HOUR, START, WEEK } from "../support/dataset.ts";

const ASOF = START + 3 * WEEK;
const SECRET = "somebody's secret words";

function page() {
  const build = new DatasetBuilder("x", ASOF);
  const post = build.post(START, { text: "Our own words", url: "https://x.com/northwind/status/1", comments: 9 });
  const asked = build.message("ann", post, START + HOUR, {
    text: `${SECRET}?`,
    url: "https://x.com/i/status/2",
    comments: 3,
  });
  build.message("bob", post, START + DAY, { text: `${SECRET}? Anyone?`, url: "https://x.com/i/status/3" });
  build.answer(asked, START + 2 * HOUR, { text: "Gladly", url: "https://x.com/northwind/status/4" });
  build.repost(START + 3 * HOUR, { text: SECRET });
  const helper = { role: "other", key: "help" } as const;
  build.message("help", asked, START + 2 * HOUR, { author: helper, text: "From our other account" });
  const dataset = build.open(post).read("posts").read("replies").build();
  return { dataset, post, asked };
}
const choice = { sisterKeys: new Set(["help"]), leftOut: new Set<string>(), asOf: ASOF, window: null };
const report = () =>
  auditPage(page().dataset, { plan: null, asOf: ASOF, asOfFrom: "now", zone: "UTC", sisterKeys: new Set(["help"]) });

describe("exported records", () => {
  it("hold other people's texts and permalinks only where that was chosen", () => {
    const records = recordsToExport(page().dataset, choice);
    const plain = recordsNdjson(records, { othersTexts: false });
    expect(plain).not.toContain(SECRET);
    expect(plain).not.toContain("/i/status/");
    for (const kept of ["Our own words", "Gladly", "From our other account", "northwind/status/4"])
      expect(plain).toContain(kept);
    expect(recordsNdjson(records, { othersTexts: true })).toContain(SECRET);
  });

  it("are one a line, in the published shape, oldest first", () => {
    const lines = recordsNdjson(recordsToExport(page().dataset, choice), { othersTexts: false }).trimEnd().split("\n");
    const records = lines.map((line) => recordSchema.parse(JSON.parse(line)));
    expect(records).toHaveLength(6);
    const times = records.map(({ created }) => created.from);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(recordsNdjson([], { othersTexts: true })).toBe("");
  });

  it("are those the audit counts: without what was left out, in the chosen dates", () => {
    const { dataset, asked, post } = page();
    const ids = (more: object) => recordsToExport(dataset, { ...choice, ...more }).map(({ id }) => id);
    expect(ids({ leftOut: new Set([asked.id]) })).not.toContain(asked.id);
    expect(ids({ window: { from: START + DAY, to: ASOF } })).toHaveLength(1);
    expect(ids({ asOf: START })).toEqual([post.id]);
  });
});

describe("an exported report", () => {
  it("holds other people's texts and permalinks only where that was chosen", () => {
    const audited = report();
    const step = { ...audited.next!, record: "000002", url: "https://x.com/i/status/2" };
    const full = { ...audited, next: step, findings: audited.findings.map((finding) => ({ ...finding, next: step })) };
    expect(JSON.stringify(full)).toContain(SECRET);
    const plain = reportJson(full, { othersTexts: false });
    expect(plain).not.toContain(SECRET);
    expect(plain).not.toContain("/i/status/");
    expect(plain).toContain("Our own words");
    expect(reportForExport(full, { othersTexts: true })).toBe(full);
  });

  it("keeps every figure, id and time, and the shape of a report", () => {
    const full = report();
    const plain = reportForExport(full, { othersTexts: false });
    expect(reportSchema.parse(JSON.parse(reportJson(full, { othersTexts: false })))).toEqual(plain);
    const figures = (one: typeof full) => one.findings.map(({ next: _, detail: __, ...rest }) => rest);
    expect(figures(plain)).toEqual(figures(full));
    expect(plain.cited.map(({ id, created }) => [id, created])).toEqual(
      full.cited.map(({ id, created }) => [id, created]),
    );
  });
});

describe("the published JSON Schemas", () => {
  it.each(Object.keys(EXPORT_SCHEMAS) as (keyof typeof EXPORT_SCHEMAS)[])(
    "of a %s is up to date (npm run schemas)",
    (name) => {
      const file = resolve(import.meta.dirname, `../../docs/${name}.schema.json`);
      expect(readFileSync(file, "utf8")).toBe(schemaFile(name));
    },
  );
});

describe("file names", () => {
  it("say page, day and kind, and nothing a file system stumbles over", () => {
    expect(exportName("x:northwind", Date.UTC(2026, 8, 7, 23), "records.ndjson")).toBe(
      "whyfirst.x-northwind.2026-09-07.records.ndjson",
    );
    expect(exportName(null, 0, "backup.json")).toBe("whyfirst.1970-01-01.backup.json");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (page) => {
        expect(exportName(page, 0, "report.json")).toMatch(/^whyfirst\.(?:[a-z0-9-]+\.)?1970-01-01\.report\.json$/);
      }),
    );
  });
});
