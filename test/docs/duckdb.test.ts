// The queries of docs/duckdb.md, taken from the page itself and run on exports of three pages.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/domain/dataset.ts";
import { exportName, recordsNdjson, recordsToExport } from "../../src/report/export.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START, WEEK } from "../support/dataset.ts";

const DOC = readFileSync(resolve(import.meta.dirname, "../../docs/duckdb.md"), "utf8");
const QUERIES = DOC.split(/^## /m)
  .slice(1)
  .map((part) => ({
    title: part.slice(0, part.indexOf("\n")),
    sql: [...part.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, sql]) => sql).join(""),
  }));

// The library comes with a binary per platform; where there is none for this one, the queries cannot be run.
const duckdb = await import("@duckdb/node-api").catch((error: unknown) => {
  if (/bindings|Cannot find module/i.test(String(error))) return null;
  throw error;
});

const SAME = "Our new roast is here, come and taste it: https://example.com/";
const ASOF = START + 3 * WEEK;

function x(): Dataset {
  const build = new DatasetBuilder("x", ASOF);
  const post = build.post(START + HOUR, { text: `${SAME}1`, id: "1900000000000000001" });
  for (const [i, wait] of [30 * MINUTE, HOUR, 10 * HOUR].entries()) {
    const asked = build.message(`p${i}`, post, START + DAY, { text: "=HYPERLINK(1)" });
    const first = build.answer(asked, START + DAY + wait);
    build.answer(asked, first.created.from + HOUR);
  }
  build.message("q", post, START + DAY, { text: "Hello?" });
  build.post(START + 8 * DAY, { text: "Second week" });
  build.post(START + 9 * DAY, { text: "Second week, again" });
  return build.build();
}
function facebook(): Dataset {
  const build = new DatasetBuilder("facebook", ASOF);
  build.post(START + 2 * HOUR, { text: `OUR new roast is   here, come and taste it: https://example.org/2` });
  build.post({ from: START + DAY, to: START + 2 * DAY }, { text: null });
  return build.build();
}
const linkedin = (): Dataset => new DatasetBuilder("linkedin", ASOF).build();

describe.skipIf(duckdb === null)("the queries of docs/duckdb.md (skipped where DuckDB has no binary)", () => {
  const folder = mkdtempSync(join(tmpdir(), "whyfirst-duckdb-"));
  const results = new Map<string, Record<string, unknown>[]>();

  beforeAll(async () => {
    const choice = { sisterKeys: new Set<string>(), leftOut: new Set<string>(), asOf: ASOF, window: null };
    for (const [dataset, at] of [
      [x(), ASOF],
      [x(), ASOF + DAY],
      [facebook(), ASOF],
      [linkedin(), ASOF],
    ] as const) {
      const records = recordsToExport(dataset, choice).map((record) => ({ ...record, observedAt: at }));
      writeFileSync(
        join(folder, exportName(dataset.page.key, at, "records.ndjson")),
        recordsNdjson(records, { othersTexts: false }),
      );
    }
    const instance = await duckdb!.DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
    for (const { title, sql } of QUERIES) {
      for (const one of sql.split(/;\s*\n/).filter((text) => text.trim() !== "")) {
        const inFolder = one.replace("TO 'records.parquet'", `TO '${join(folder, "records.parquet")}'`);
        const reader = await connection.runAndReadAll(inFolder);
        results.set(title, reader.getRowObjectsJson() as Record<string, unknown>[]);
      }
    }
    const parquet = await connection.runAndReadAll(`SELECT count(*) AS n FROM '${join(folder, "records.parquet")}'`);
    results.set("parquet", parquet.getRowObjectsJson() as Record<string, unknown>[]);
    connection.closeSync();
    instance.closeSync();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are all there, and each runs", () => {
    expect(QUERIES.map(({ title }) => title)).toEqual([...results.keys()].filter((title) => title !== "parquet"));
    for (const { title, sql } of QUERIES) expect(sql, title).toMatch(/;\s*$/);
  });

  it("count each record once, though a page was exported twice", () => {
    expect(results.get("What there is")).toEqual([
      {
        page: "facebook-northwind",
        records: "2",
        by_page: "2",
        by_people: "0",
        first_day: "2026-09-07",
        last_day: "2026-09-08",
      },
      {
        page: "x-northwind",
        records: "13",
        by_page: "9",
        by_people: "4",
        first_day: "2026-09-07",
        last_day: "2026-09-16",
      },
    ]);
    expect(results.get("parquet")).toEqual([{ n: "15" }]);
  });

  it("give posts by week, and the first answer's latency without anybody's text", () => {
    expect(results.get("Posts by week and page")).toEqual([
      { page: "facebook-northwind", week: "2026-09-07", posts: "2" },
      { page: "x-northwind", week: "2026-09-07", posts: "1" },
      { page: "x-northwind", week: "2026-09-14", posts: "2" },
    ]);
    expect(results.get("How long given answers took")).toEqual([
      { page: "x-northwind", answered: "3", median_hours: 1, p90_hours: 8.2 },
    ]);
  });

  it("find the same words on two pages", () => {
    expect(results.get("The same words on two pages")).toMatchObject([
      { page: "facebook-northwind", other_page: "x-northwind", other_post: "1900000000000000001" },
    ]);
  });
});
