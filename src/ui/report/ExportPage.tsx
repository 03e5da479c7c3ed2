// Exports of one page: the report and the records as files for other programs, other people's words only if chosen.
import { useState } from "preact/hooks";
import { type ExportKind, exportName, recordsNdjson, recordsToExport, reportJson } from "../../report/export.ts";
import type { Report } from "../../report/report.ts";
import { findingsTable, recordsTable } from "../../report/table.ts";
import { Check } from "../popup/fields.tsx";
import { breath } from "../slices.ts";
import { csvPieces } from "./csv.ts";
import { saveFile } from "./save-file.ts";
import type { Env, Shown } from "./view.ts";

type PageKind = Extract<ExportKind, "report.json" | "findings.csv" | "records.csv" | "records.ndjson">;
const KINDS: readonly PageKind[] = ["report.json", "findings.csv", "records.csv", "records.ndjson"];
const TYPE: Readonly<Record<PageKind, string>> = {
  "report.json": "application/json",
  "findings.csv": "text/csv",
  "records.csv": "text/csv",
  "records.ndjson": "application/x-ndjson",
};

function fileOf(kind: PageKind, page: Shown, report: Report, othersTexts: boolean): Iterable<string> {
  const options = { othersTexts };
  const data = page.data;
  if (!data || kind === "report.json") return [reportJson(report, options)];
  if (kind === "findings.csv") return csvPieces(findingsTable(report));
  const { dataset, sisters, leftOut } = data;
  const records = recordsToExport(dataset, {
    sisterKeys: sisters,
    leftOut,
    asOf: report.asOf,
    window: page.window,
  });
  return kind === "records.ndjson"
    ? [recordsNdjson(records, options)]
    : csvPieces(recordsTable(page.key, records, dataset.coverage.gone ?? [], options));
}

export function ExportPage({ env, page, report }: { env: Env; page: Shown; report: Report }) {
  const { text } = env;
  const words = text.report.exports;
  const [othersTexts, setOthersTexts] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const save = async (kind: PageKind) => {
    setSaid(words.making);
    await breath();
    try {
      const name = exportName(page.key, report.asOf, kind);
      const parts: string[] = [];
      for (const part of fileOf(kind, page, report, othersTexts)) {
        parts.push(part);
        await breath();
      }
      saveFile(name, parts, TYPE[kind]);
      setSaid(words.made(name));
    } catch (error) {
      console.error(error);
      setSaid(text.report.exportFailed);
    }
  };
  return (
    <section class="part" aria-labelledby="title-export">
      <h2 id="title-export">{words.title}</h2>
      <p>{words.lead(report.coverage.records)}</p>
      <Check class="chip wide" label={words.othersTexts} checked={othersTexts} onChange={setOthersTexts} />
      <p class="soft">{othersTexts ? words.withTexts : words.withoutTexts}</p>
      <ul class="files">
        {KINDS.map((kind) => (
          <li key={kind}>
            <div>
              <h3>{words.file[kind].name}</h3>
              <p class="soft">{words.file[kind].what}</p>
            </div>
            <button type="button" onClick={() => void save(kind)}>
              {words.save}
              <span class="hidden-text"> {words.file[kind].name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <p class="soft">{words.formula}</p>
    </section>
  );
}
