// The toolbar badge: how many records the page has, while it is being read.
import { browser } from "../platform/browser.ts";

const short = (count: number): string =>
  count < 1_000 ? `${count}` : count < 10_000 ? `${(count / 1_000).toFixed(1)}k` : `${Math.floor(count / 1_000)}k`;

/** Shows the count on the tab's button; null clears it. A tab that is gone is no error. */
export async function showCount(tabId: number, count: number | null): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: "#2f5bd7" });
    await browser.action.setBadgeText({ tabId, text: count === null ? "" : short(count) });
  } catch {
    // The tab was closed meanwhile.
  }
}
