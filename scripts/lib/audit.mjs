// What the commands ask of the open popup, and where they put what it answers.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Resolves when the reader in the tab has handed over all that it has seen. */
export async function settled(popup) {
  await popup.waitFor(() => globalThis.whyfirst !== undefined);
  await popup.evaluate(() => globalThis.whyfirst.settled());
}

/** `request`: `{asOf, asOfFrom, plan}`; gives `{report, records, text}`. */
export const auditIn = (popup, request) => popup.evaluate((wanted) => globalThis.whyfirst.audit(wanted), request);

/** Writes report.json and records.ndjson into folder `out`. */
export function writeAudit(out, { report, records }) {
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "report.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path.join(out, "records.ndjson"), records.map((record) => `${JSON.stringify(record)}\n`).join(""));
}
