// What leaves the browser when the person exports: records and reports as JSON, without other people's words by default.
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { Author, PageRecord } from "../domain/record.ts";
import { cutAt } from "./cut.ts";
import { leaveOut } from "./left-out.ts";
import type { Report } from "./report.ts";
import { cutBefore, type TimeWindow } from "./window.ts";

export interface ExportOptions {
  /** Texts and permalinks of what other people wrote go along; without it only the page's and its sister accounts' do. */
  readonly othersTexts: boolean;
}

export interface RecordChoice {
  /** Author keys of the accounts that answer for the page. */
  readonly sisterKeys: ReadonlySet<string>;
  readonly leftOut: ReadonlySet<string>;
  /** ms UTC: nothing written later goes along. */
  readonly asOf: number;
  /** null = everything up to `asOf`. */
  readonly window: TimeWindow | null;
}

/** The records an audit with the same choice counts, as it sees them, oldest first. */
export function recordsToExport(dataset: Dataset, { sisterKeys, leftOut, asOf, window }: RecordChoice): PageRecord[] {
  const cut = cutAt(leaveOut(dataset, leftOut), Math.min(asOf, window?.to ?? asOf), sisterKeys);
  const inside = window ? cutBefore(cut, window.from) : cut;
  return inside.records
    .filter((record) => isCounted(inside, record))
    .sort((a, b) => a.created.from - b.created.from || (a.id < b.id ? -1 : 1));
}

/** Whether it is the page's own voice; where the author is unknown it may be anybody's. */
const isOwn = ({ role }: Author): boolean => role === "page" || role === "sister";

/** The record as it may leave; what the page passes on is somebody else's text. */
export function forExport(record: PageRecord, { othersTexts }: ExportOptions): PageRecord {
  if (othersTexts) return record;
  if (!isOwn(record.author)) return { ...record, text: null, url: null };
  return record.kind === "repost" ? { ...record, text: null } : record;
}

/** One record a line, each ending in a newline; what `records.ndjson` of the command holds. */
export const recordsNdjson = (records: readonly PageRecord[], options: ExportOptions): string =>
  records.map((record) => `${JSON.stringify(forExport(record, options))}\n`).join("");

/** The report as it may leave: the same figures, ids and times, without other people's texts and permalinks. */
export function reportForExport(report: Report, { othersTexts }: ExportOptions): Report {
  if (othersTexts) return report;
  const own = new Set(report.cited.filter(({ author }) => isOwn(author)).map(({ id }) => id));
  const step = <Step extends Report["next"]>(next: Step): Step =>
    next && next.record !== null && !own.has(next.record) ? { ...next, url: null } : next;
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      next: step(finding.next),
      detail:
        finding.detail?.type === "waiting"
          ? { ...finding.detail, items: finding.detail.items.map((item) => ({ ...item, text: null, url: null })) }
          : finding.detail,
    })),
    next: step(report.next),
    cited: report.cited.map((record) =>
      own.has(record.id)
        ? { ...record, text: record.kind === "repost" ? null : record.text }
        : { ...record, text: null, url: null },
    ),
  };
}

/** The report as a JSON document that `docs/report.schema.json` describes. */
export const reportJson = (report: Report, options: ExportOptions): string =>
  `${JSON.stringify(reportForExport(report, options), null, 2)}\n`;

/** Ends of the names of exported files. */
export type ExportKind =
  | "records.ndjson"
  | "records.csv"
  | "report.json"
  | "findings.csv"
  | "comparison.csv"
  | "report.html"
  | "report.md"
  | "plans.json"
  | "backup.json";

/** A file name that is safe everywhere: the page's key (null = of several pages), the day (UTC) of `at` (ms), the kind. */
export function exportName(page: string | null, at: number, kind: ExportKind): string {
  const subject = (page ?? "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return ["whyfirst", subject, new Date(at).toISOString().slice(0, 10), kind].filter((part) => part !== "").join(".");
}
