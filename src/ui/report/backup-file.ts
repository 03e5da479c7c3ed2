// The backup file: made on the report page, and handed back to the worker piece by piece, as only the worker writes.
import { send } from "../../platform/messages.ts";
import { storedSettings } from "../../platform/setting.ts";
import { type BackupProblem, makeBackup, readBackup } from "../../store/backup.ts";
import type { Database } from "../../store/database.ts";

export type Restored =
  /** `bad`: rows that did not hold and were left out. `badSettings`: names of settings that did not. */
  | {
      readonly status: "restored";
      readonly stored: number;
      readonly bad: number;
      readonly badSettings: readonly string[];
    }
  /** `otherSalt`: what is here was read by another installation; forget everything first. Nothing was changed. */
  | { readonly status: "refused"; readonly why: BackupProblem | "otherSalt" };

/** Everything as one JSON file. `at`: ms UTC. */
export const backupBlob = async (database: Database, at: number): Promise<Blob> =>
  new Blob(await makeBackup(database, await storedSettings(), at), { type: "application/json" });

/**
 * Takes a backup back. `tell` is called with the share done (0–1). Rejects where the worker cannot store; what it had
 * taken until then stays, and the same file can be taken again.
 */
export async function restoreBackup(text: string, tell: (done: number) => void): Promise<Restored> {
  const { backup, problem } = readBackup(text);
  if (!backup) return { status: "refused", why: problem };
  const { head, pieces } = backup;
  let [stored, bad] = [0, 0];
  for (const [i, { store, rows }] of pieces.entries()) {
    const reply = await send({ kind: "restore", salt: head.salt, store, rows: [...rows] });
    if (reply.status === "refused") return { status: "refused", why: reply.why };
    stored += reply.stored;
    bad += reply.bad;
    tell((i + 1) / pieces.length);
  }
  const { bad: badSettings } = await send({ kind: "restoreSettings", settings: head.settings });
  return { status: "restored", stored, bad, badSettings };
}
