// A browser profile of its own for each start, in the system's temporary folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const makeProfile = (kind) => mkdtempSync(path.join(tmpdir(), `whyfirst-${kind}-`));

/** Removes it. A browser's last processes may still write there for a moment; what they then leave is the system's to clear. */
export function removeProfile(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    if (!["ENOTEMPTY", "EBUSY", "EPERM"].includes(error.code)) throw error;
  }
}
