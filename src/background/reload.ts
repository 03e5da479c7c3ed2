// "Reload and read from the top": which tabs are being reloaded for that; kept by the browser, as this worker may be killed.
import { browser } from "../platform/browser.ts";

const KEY = "reloading";

async function tabs(): Promise<Record<string, true>> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  return typeof stored === "object" && stored !== null ? (stored as Record<string, true>) : {};
}

/** Whether the grant of a click outlives a reload in this browser: it does in Chromium, it does not in Firefox. */
export const grantOutlivesReload = (): boolean => !browser.runtime.getURL("").startsWith("moz-extension:");

export async function expectReload(tabId: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...(await tabs()), [tabId]: true } });
}

/** Whether the tab was being reloaded for reading; asking takes it off the list. */
export async function takeReload(tabId: number): Promise<boolean> {
  const { [tabId]: expected, ...others } = await tabs();
  if (!expected) return false;
  await browser.storage.session.set({ [KEY]: others });
  return true;
}
