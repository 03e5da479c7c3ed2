// Backup and restore: everything into one file, and back piece by piece with a clear word on how it went.
import { useState } from "preact/hooks";
import { now } from "../../platform/clock.ts";
import { send } from "../../platform/messages.ts";
import { storedSettings } from "../../platform/setting.ts";
import { exportName } from "../../report/export.ts";
import { type Backup as Contents, makeBackup, readBackup } from "../../store/backup.ts";
import type { Database } from "../../store/database.ts";
import { Confirm } from "./Confirm.tsx";
import { saveFile, textOfFile } from "./save-file.ts";
import type { Env } from "./view.ts";

/** A larger file is none that this extension wrote: text of it would not fit into a string. */
const MOST_BYTES = 500_000_000;

export function Backup({ env, database }: { env: Env; database: () => Promise<Database> }) {
  const { text } = env;
  const words = text.report.library;
  const [contents, setContents] = useState<Contents | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const save = async () => {
    setSaid(text.report.exports.making);
    try {
      const at = now();
      const parts = await makeBackup(await database(), await storedSettings(), at);
      saveFile(exportName(null, at, "backup.json"), parts, "application/json");
      setSaid(text.report.exports.made(exportName(null, at, "backup.json")));
    } catch (error) {
      console.error(error);
      setSaid(text.report.exportFailed);
    }
  };
  const choose = async (file: File) => {
    setContents(null);
    try {
      const { backup, problem } = readBackup(await textOfFile(file, MOST_BYTES));
      setContents(backup);
      setSaid(problem ? words.backupProblem[problem] : null);
    } catch {
      setSaid(words.backupProblem.notJson);
    }
  };
  const restore = async ({ head, pieces }: Contents) => {
    let [stored, bad] = [0, 0];
    try {
      for (const [index, { store, rows }] of pieces.entries()) {
        setSaid(words.restoring(index + 1, pieces.length));
        const reply = await send({ kind: "restore", salt: head.salt, store, rows: [...rows] });
        if (reply.status === "refused") return setSaid(words.otherSalt);
        stored += reply.stored;
        bad += reply.bad;
      }
      const settings = await send({ kind: "restoreSettings", settings: { ...head.settings } });
      setContents(null);
      setSaid(words.restored(stored, bad, settings.bad.length));
    } catch (error) {
      console.error(error);
      setSaid(words.restoreFailed(stored));
    }
  };
  return (
    <section class="part" aria-labelledby="title-backup">
      <h2 id="title-backup">{words.backupTitle}</h2>
      <p>{words.backupLead}</p>
      <p>
        <button type="button" onClick={() => void save()}>
          {words.backup}
        </button>
      </p>
      <div class="field">
        <label for="restore">{words.restoreLabel}</label>
        <input
          id="restore"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void choose(file);
            event.currentTarget.value = ""; // the same file can be chosen again
          }}
        />
      </div>
      {contents && (
        <p>
          <Confirm
            text={text}
            label={words.restore}
            question={words.restoreQuestion(
              text.format.dateTime(contents.head.madeAt),
              contents.pieces.reduce((sum, { store, rows }) => sum + (store === "pages" ? rows.length : 0), 0),
              contents.pieces.reduce((sum, { store, rows }) => sum + (store === "items" ? rows.length : 0), 0),
            )}
            yes={words.restore}
            onYes={() => void restore(contents)}
          />
        </p>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
