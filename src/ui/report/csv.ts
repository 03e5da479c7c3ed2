// A table as CSV that a spreadsheet opens as text and numbers, never as formulas.
import Papa from "papaparse";
import type { Table } from "../../report/table.ts";

/**
 * What makes a spreadsheet take a cell for a formula or lose its first character: also where a line break follows, which
 * the library's own pattern lets through, and in the wide forms of the signs.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

const ROWS_AT_ONCE = 1_000;

const written = (rows: Table["rows"]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: FORMULA, newline: "\r\n" },
  )}\r\n`;

/**
 * Comma-separated, CRLF, UTF-8 with the mark by which Excel knows it. A text that could be taken for a formula gets an
 * apostrophe in front; numbers stay numbers. In pieces, as a large table takes a while.
 */
export function* csvPieces({ columns, rows }: Table): Generator<string> {
  yield `\uFEFF${written([columns])}`;
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) yield written(rows.slice(i, i + ROWS_AT_ONCE));
}

export const csvOf = (table: Table): string => [...csvPieces(table)].join("");
