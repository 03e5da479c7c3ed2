// A table as CSV that a spreadsheet opens as text and numbers, never as formulas.
import Papa from "papaparse";
import type { Table } from "../../report/table.ts";

/**
 * What makes a spreadsheet take a cell for a formula or lose its first character: also where a line break follows, which
 * the library's own pattern lets through, and in the wide forms of the signs.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Comma-separated, CRLF, UTF-8 with the mark by which Excel knows it. A text that could be taken for a formula gets an
 * apostrophe in front; numbers stay numbers.
 */
export const csvOf = ({ columns, rows }: Table): string =>
  `\uFEFF${Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA, newline: "\r\n" })}\r\n`;
