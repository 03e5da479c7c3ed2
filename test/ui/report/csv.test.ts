// CSV: no cell can be taken for a formula, and every cell comes back as it was.
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { comparePages } from "../../../src/report/comparison.ts";
import { auditPage } from "../../../src/report/run.ts";
import { comparisonTable, findingsTable, recordsTable } from "../../../src/report/table.ts";
import { csvOf } from "../../../src/ui/report/csv.ts";
import { DAY, DatasetBuilder, HOUR, START, WEEK } from "../../support/dataset.ts";

const read = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), { newline: "\r\n" }).data.slice(0, -1);
const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc
    .tuple(
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"),
      fc.string(),
      fc.constantFrom("", "\n", "\r\n", '"', ","),
      fc.string(),
    )
    .map((parts) => parts.join("")),
);

function page(text: string) {
  const build = new DatasetBuilder("x", START + 3 * WEEK);
  const post = build.post(START, { text });
  build.message("ann", post, START + HOUR, { text, url: text, lang: text.slice(0, 30) });
  for (let day = 1; day < 20; day += 1) build.post(START + day * DAY);
  return build.open(post).read("posts").read("replies").build();
}

describe("CSV", () => {
  it("has no cell that starts like a formula, whatever a page holds", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const csv = csvOf(
          recordsTable("x:northwind", page(text).records, [{ id: "000001", at: START }], { othersTexts: true }),
        );
        for (const cell of read(csv).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
      { numRuns: 300 },
    );
  });

  it("gives every text back, with an apostrophe only where one is needed", () => {
    fc.assert(
      fc.property(hostile, fc.integer(), (text, number) => {
        const [header, row] = read(csvOf({ columns: ["text", "number"], rows: [[text, number]] }));
        expect(header).toEqual(["text", "number"]);
        expect(row).toEqual([/^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text, String(number)]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps back other people's words unless they were chosen", () => {
    const { records } = page("my words?");
    const lines = (othersTexts: boolean) => read(csvOf(recordsTable("x:northwind", records, [], { othersTexts })));
    const [header, ...rows] = lines(false);
    const ann = (table: string[][]) => table.find((row) => row[header!.indexOf("author_key")] === "ann")!;
    expect(ann(rows)[header!.indexOf("text")]).toBe("");
    expect(ann(lines(true))[header!.indexOf("text")]).toBe("my words?");
    expect(rows[0]!.slice(0, 8)).toEqual([
      "x:northwind",
      "x",
      "000001",
      "post",
      "page",
      "page-key",
      "2026-09-07 00:00:00",
      "",
    ]);
  });

  it("of findings and of a comparison has a row per figure, with negative numbers as numbers", () => {
    const options = {
      plan: null,
      asOf: START + 3 * WEEK,
      asOfFrom: "now",
      zone: "UTC",
      sisterKeys: new Set<string>(),
    } as const;
    const report = auditPage(page("Hm"), options);
    const [header, ...rows] = read(csvOf(findingsTable(report)));
    expect(rows).toHaveLength(report.findings.length);
    const burst = rows.find((row) => row[header!.indexOf("finding")] === "burstiness")!;
    expect(Number(burst[header!.indexOf("value")])).toBeCloseTo(-1, 6);
    const contender = { dataset: page("Hm"), plan: null, sisterKeys: new Set<string>() };
    const comparison = comparePages([contender, contender], { ...options, window: null, yardstick: null });
    expect(read(csvOf(comparisonTable(comparison)))).toHaveLength(1 + 2 * comparison.rows.length);
  });
});
