// Putting the reader and the hook into a tab the person clicked in, once per document.
import { MAX_RESPONSE_CHARS } from "../collect/limits.ts";
import { installPageHook } from "../collect/page-hook.ts";
import type { Network } from "../networks/network.ts";
import { browser } from "../platform/browser.ts";
import { type ReaderState, tellReader } from "../platform/messages.ts";

const READER = "src/collect/reader.js";

/** A name no page can guess, for the one event that carries the port. */
const handshakeName = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(36)).join("");

/**
 * Starts or resumes reading in a tab and says that the person clicked. Finds a reader that is there already and does
 * not put in a second; likewise the hook. Rejects where the browser grants no access to the tab.
 */
export async function beginReading(tabId: number, network: Network): Promise<ReaderState> {
  const handshake = handshakeName();
  let state = await tellReader(tabId, { kind: "click", handshake });
  if (!state) {
    await browser.scripting.executeScript({ target: { tabId }, files: [READER], injectImmediately: true } as never);
    state = await tellReader(tabId, { kind: "click", handshake });
  }
  if (!state) throw new Error("The reader does not answer.");
  if (network.responses === null || state.hooked) return state;
  await browser.scripting.executeScript({
    target: { tabId },
    world: "MAIN",
    injectImmediately: true,
    func: installPageHook,
    args: [handshake, network.responses, network.hookSend ?? false, MAX_RESPONSE_CHARS],
  } as never);
  return { ...state, hooked: true };
}
