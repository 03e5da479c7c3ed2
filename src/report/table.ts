// Reports and records as tables of plain cells, for files that a spreadsheet opens.

import type { Gone } from "../domain/dataset.ts";
import { isExact } from "../domain/moment.ts";
import type { PageRecord } from "../domain/record.ts";
import type { Comparison } from "./comparison.ts";
import { type ExportOptions, forExport } from "./export.ts";
import type { Report } from "./report.ts";

export type TableCell = string | number | boolean | null;
export interface Table {
  readonly columns: readonly string[];
  /** As many cells as columns each. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** `2026-09-07 12:00:00`, UTC: what spreadsheets of all languages take for a time; to the second. */
const utc = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : new Date(ms).toISOString().slice(0, 19).replace("T", " ");

/**
 * One row per record. Columns that end in `_utc` are times in UTC; `created_until_utc` is the end of a time that is only
 * known coarsely, empty where it is exact. `gone_utc`: when a later reading no longer showed it.
 */
export function recordsTable(
  page: string,
  records: readonly PageRecord[],
  gone: readonly Gone[],
  options: ExportOptions,
): Table {
  const goneAt = new Map(gone.map(({ id, at }) => [id, at]));
  return {
    columns: [
      "page",
      "network",
      "id",
      "kind",
      "author_role",
      "author_key",
      "created_utc",
      "created_until_utc",
      "observed_utc",
      "reply_to",
      "thread",
      "text",
      "language",
      "url",
      "pinned",
      "promoted",
      "repost_of",
      "comments",
      "shares",
      "reactions",
      "gone_utc",
    ],
    rows: records.map((full) => {
      const record = forExport(full, options);
      const { author, created, announced } = record;
      return [
        page,
        record.network,
        record.id,
        record.kind,
        author.role,
        author.key,
        utc(created.from),
        isExact(created) ? null : utc(created.to),
        utc(record.observedAt),
        record.replyTo,
        record.thread,
        record.text,
        record.lang,
        record.url,
        record.pinned,
        record.promoted,
        record.repostOf,
        announced.comments,
        announced.shares,
        announced.reactions,
        utc(goneAt.get(record.id)),
      ];
    }),
  };
}

/** One row per finding; values in the unit of its row: share 0–1, ms, per week, index −1…1, count. */
export const findingsTable = (report: Report): Table => ({
  columns: [
    "page",
    "as_of_utc",
    "finding",
    "unit",
    "value",
    "lower",
    "upper",
    "interval_method",
    "envelope_lower",
    "envelope_upper",
    "n",
    "of",
    "census",
    "state",
    "reason",
    "window_from_utc",
    "window_to_utc",
    "missing_feeds",
  ],
  rows: report.findings.map(
    ({ key, unit, value, interval, envelope, n, of, census, state, reason, window, missing }) => [
      report.page.key,
      utc(report.asOf),
      key,
      unit,
      value,
      interval?.lower ?? null,
      interval?.upper ?? null,
      interval?.method ?? null,
      envelope?.lower ?? null,
      envelope?.upper ?? null,
      n,
      of,
      census,
      state,
      reason,
      utc(window?.from),
      utc(window?.to),
      missing.join(" "),
    ],
  ),
});

/** One row per indicator and page. `rank` is empty where intervals overlap. */
export const comparisonTable = (comparison: Comparison): Table => ({
  columns: [
    "indicator",
    "page",
    "unit",
    "better",
    "value",
    "envelope_lower",
    "envelope_upper",
    "n",
    "of",
    "state",
    "reason",
    "verdict",
    "rank",
    "window_from_utc",
    "window_to_utc",
  ],
  rows: comparison.rows.flatMap(({ key, unit, better, cells }) =>
    cells.map(({ page, finding, verdict, rank }) => [
      key,
      page,
      unit,
      better,
      finding?.value ?? null,
      finding?.envelope?.lower ?? null,
      finding?.envelope?.upper ?? null,
      finding?.n ?? null,
      finding?.of ?? null,
      finding?.state ?? null,
      finding?.reason ?? null,
      verdict,
      rank,
      utc(finding?.window?.from),
      utc(finding?.window?.to),
    ]),
  ),
});
