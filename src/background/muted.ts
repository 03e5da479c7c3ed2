// Tabs that have not heard yet that pages were forgotten: what they send of these is not taken. Kept by the browser, as this worker may be killed.
import * as z from "zod/mini";
import { browser } from "../platform/browser.ts";

const keyOf = (tabId: number): string => `muted.${tabId}`;
/** Keys of the pages; null = all pages. */
const mutedSchema = z.object({ pages: z.nullable(z.array(z.string())) });

async function muted(tabId: number): Promise<z.infer<typeof mutedSchema>> {
  const parsed = mutedSchema.safeParse((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)]);
  return parsed.success ? parsed.data : { pages: [] };
}

/** Takes nothing of these pages (null: of any) from the tab until `unmute`. */
export async function mute(tabId: number, pages: readonly string[] | null): Promise<void> {
  const before = (await muted(tabId)).pages;
  const all = pages && before && [...new Set([...before, ...pages])];
  await browser.storage.session.set({ [keyOf(tabId)]: { pages: all } });
}

/** The tab has heard it, or the person clicked in it again. */
export async function unmute(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Whether what the tab sends of the page with this key is not to be taken. */
export async function isMuted(tabId: number, page: string): Promise<boolean> {
  const { pages } = await muted(tabId);
  return pages === null || pages.includes(page);
}
