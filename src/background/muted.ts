// Tabs that have not heard yet that pages were forgotten: what they send of these is not taken.
//
// Kept by the browser, as this worker may be killed.
import * as z from "zod/mini";
import { browser } from "../platform/browser.ts";

const keyOf = (tabId: number): string => `muted.${tabId}`;
/** Keys of the pages; null = all pages. */
const mutedSchema = z.object({ pages: z.nullable(z.array(z.string())) });
export type Muted = z.infer<typeof mutedSchema>;

async function muted(tabId: number): Promise<Muted> {
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

/** What the tab has not heard to be forgotten, where the page with this key is among it; null where it is not. */
export async function mutedWith(tabId: number, page: string): Promise<Muted | null> {
  const all = await muted(tabId);
  return all.pages === null || all.pages.includes(page) ? all : null;
}
