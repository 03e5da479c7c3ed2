// Types of reading saved material, for its tests.
import type { Replay } from "./network.mjs";

/** Material that cannot be used; the message is one sentence for the person. */
export class MaterialError extends Error {}
/** A recorded request with its answer; `type`: content type of its body. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly type?: string;
  readonly answer: { readonly status: number; readonly type: string; readonly text: string };
}
export function readMaterial(
  files: readonly string[],
  page: URL,
  network: Replay,
): { readonly documents: string[]; readonly exchanges: Exchange[]; readonly lastEntry: number | null };
