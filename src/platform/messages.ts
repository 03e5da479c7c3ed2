// Every message between the extension's parts: its shape, and who may send it.
import * as z from "zod/mini";
import { accountSchema, readingSchema } from "../domain/observation.ts";
import { pageKeySchema } from "../domain/page.ts";
import { planSchema } from "../domain/plan.ts";
import { networkIdSchema, siteIdSchema } from "../domain/record.ts";
import { browser, type Runtime } from "./browser.ts";
import type { PlanSyncState } from "./setting.ts";

const tabId = z.int().check(z.nonnegative());

/** From the reader in a tab: what it read of one page. The sender's tab says where it comes from, not the message. */
const fromReader = {
  observed: z.object({
    kind: z.literal("observed"),
    network: networkIdSchema,
    subject: accountSchema,
    /** Key under which it is kept: from the one of the subject's names that its address uses. Absent: from the first. */
    page: z.optional(pageKeySchema),
    readings: z.array(readingSchema).check(z.maxLength(100)),
  }),
};

/** From the extension's own pages. */
const fromPages = {
  begin: z.object({ kind: z.literal("begin"), tabId }),
  stop: z.object({ kind: z.literal("stop"), tabId }),
  reload: z.object({ kind: z.literal("reload"), tabId }),
  savePlan: z.object({ kind: z.literal("savePlan"), plan: planSchema }),
  deletePlan: z.object({ kind: z.literal("deletePlan"), id: z.string() }),
  /** Takes an item out of its page's audit (`leftOut` true) or puts it back. */
  leaveOut: z.object({ kind: z.literal("leaveOut"), page: pageKeySchema, id: siteIdSchema, leftOut: z.boolean() }),
  /** `withPlan`: a plan that speaks for no other page goes too. */
  forgetPage: z.object({ kind: z.literal("forgetPage"), page: pageKeySchema, withPlan: z.boolean() }),
  forgetEverything: z.object({ kind: z.literal("forgetEverything") }),
  /** Days after which other people's texts are dropped; null = never. Those that are older are dropped at once. */
  setRetention: z.object({
    kind: z.literal("setRetention"),
    days: z.nullable(z.int().check(z.minimum(1), z.maximum(3_650))),
  }),
  /** Rows of one store out of a backup, and its salt; `store/backup` says what becomes of them. */
  restore: z.object({
    kind: z.literal("restore"),
    salt: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
    store: z.enum(["pages", "items", "feeds", "threads", "leftOut", "shown", "plans"]),
    rows: z.array(z.unknown()).check(z.maxLength(500)),
  }),
  /** Settings out of a backup, by name. */
  restoreSettings: z.object({ kind: z.literal("restoreSettings"), settings: z.record(z.string(), z.unknown()) }),
  /** Switches the exchange of plans with the browser's sync on or off; on, it is done at once. */
  setPlanSync: z.object({ kind: z.literal("setPlanSync"), on: z.boolean() }),
};

const readerMessage = fromReader.observed;
const pageMessage = z.discriminatedUnion("kind", [
  fromPages.begin,
  fromPages.stop,
  fromPages.reload,
  fromPages.savePlan,
  fromPages.deletePlan,
  fromPages.leaveOut,
  fromPages.forgetPage,
  fromPages.forgetEverything,
  fromPages.setRetention,
  fromPages.restore,
  fromPages.restoreSettings,
  fromPages.setPlanSync,
]);
export type ReaderMessage = z.infer<typeof readerMessage>;
export type PageMessage = z.infer<typeof pageMessage>;

/** What the reader says of itself. `page`: key of the page being read, null where the address shows none. */
export const readerStateSchema = z.object({
  reading: z.boolean(),
  hooked: z.boolean(),
  page: z.nullable(pageKeySchema),
  /** Something that was read could not be stored. */
  failed: z.boolean(),
});
export type ReaderState = z.infer<typeof readerStateSchema>;

/** Why nothing is read: the address is not of a network / shows no page; the browser does not allow it; storage fails. */
export type Refusal = "elsewhere" | "noPage" | "noAccess" | "noStorage";

export interface Replies {
  observed: { readonly records: number };
  begin:
    | { readonly status: "reading"; readonly state: ReaderState }
    | { readonly status: "refused"; readonly why: Refusal };
  stop: { readonly status: "stopped" };
  /** `needsClick`: this browser takes the permission back on reload; the person reloads and clicks again. */
  reload: { readonly status: "reloading" | "needsClick" };
  savePlan: { readonly status: "saved" } | { readonly status: "failed"; readonly why: string };
  deletePlan: { readonly status: "deleted" };
  leaveOut: { readonly status: "saved" };
  forgetPage: { readonly status: "forgotten" };
  forgetEverything: { readonly status: "forgotten" };
  /** `dropped`: items whose text went at once. */
  setRetention: { readonly status: "saved"; readonly dropped: number };
  /** `otherSalt`: the library here was read under another salt; forget everything first. */
  restore:
    | { readonly status: "stored"; readonly stored: number; readonly bad: number }
    | { readonly status: "refused"; readonly why: "otherSalt" };
  /** `bad`: names of settings that did not hold. */
  restoreSettings: { readonly status: "stored"; readonly bad: readonly string[] };
  /** `state`: how it went; null where it is off. */
  setPlanSync: { readonly status: "saved"; readonly state: PlanSyncState | null };
}

/** Messages to the reader in a tab, from the extension itself. */
export const toReaderSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("click"), handshake: z.string().check(z.minLength(16), z.maxLength(64)) }),
  z.object({ kind: z.literal("stop") }),
  /** Answered when all that was seen so far is stored. */
  z.object({ kind: z.literal("settled") }),
  /**
   * Drops what was read of these pages (null: of any) and is not stored yet, and stops where one of them is being read;
   * a page may be named by several keys. Answered when what was on its way to the worker has come to its end.
   */
  z.object({ kind: z.literal("forget"), pages: z.nullable(z.array(pageKeySchema)) }),
]);
export type ToReader = z.infer<typeof toReaderSchema>;

/** Broadcast by the worker after something was stored. */
const changedSchema = z.object({ kind: z.literal("changed"), page: z.nullable(pageKeySchema) });

export type Incoming =
  | { readonly from: "reader"; readonly message: ReaderMessage; readonly tabId: number; readonly origin: string }
  | { readonly from: "page"; readonly message: PageMessage };

/** Scheme and host; `URL.origin` is not defined for extensions' schemes everywhere. "" where there is none. */
const originOf = (url: string): string => /^[a-z-]+:\/\/[^/]+/.exec(url)?.[0] ?? "";

/**
 * A message as it came in, if sender and shape hold; null for anything else. The extension's own pages may send only
 * their kinds, a reader only its own: main frame of a tab, with the origin the browser states.
 */
export function accept(raw: unknown, sender: Runtime.MessageSender): Incoming | null {
  if (sender.id !== browser.runtime.id) return null;
  const { origin } = sender as { origin?: string };
  if (!origin) return null;
  if (origin === originOf(browser.runtime.getURL(""))) {
    const parsed = pageMessage.safeParse(raw);
    return parsed.success ? { from: "page", message: parsed.data } : null;
  }
  if (sender.frameId !== 0 || sender.tab?.id === undefined) return null;
  const parsed = readerMessage.safeParse(raw);
  return parsed.success ? { from: "reader", message: parsed.data, tabId: sender.tab.id, origin } : null;
}

/** Sends a message to the worker. Rejects where the worker did not take it. */
export async function send<M extends ReaderMessage | PageMessage>(message: M): Promise<Replies[M["kind"]]> {
  const reply: unknown = await browser.runtime.sendMessage(message);
  if (typeof reply !== "object" || reply === null) throw new Error(`The message "${message.kind}" was not accepted.`);
  return reply as Replies[M["kind"]];
}

/** Sends a message to the reader in a tab; null where there is none. */
export async function tellReader(tab: number, message: ToReader): Promise<ReaderState | null> {
  try {
    const parsed = readerStateSchema.safeParse(await browser.tabs.sendMessage(tab, message, { frameId: 0 }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // "Receiving end does not exist": no reader in that document
  }
}

/** Tells all open pages of the extension that something was stored; nobody listening is no error. */
export function announceChange(page: string | null): void {
  browser.runtime.sendMessage({ kind: "changed", page }).catch(() => undefined);
}

/** Calls back with the key of the page whose data changed (null: plans). Gives the function that ends it. */
export function onChanged(callback: (page: string | null) => void): () => void {
  const listener = (raw: unknown, sender: Runtime.MessageSender): undefined => {
    const parsed = changedSchema.safeParse(raw);
    if (sender.id === browser.runtime.id && !sender.tab && parsed.success) callback(parsed.data.page);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}
