// Settings: one item each in the browser's local storage, with its schema and default; a value that does not hold falls back.
import * as z from "zod/mini";
import { pageKeySchema } from "../domain/page.ts";
import { browser } from "./browser.ts";

export interface Setting<T> {
  /** The stored value; the default where none is stored or it does not hold. */
  get(): Promise<T>;
  /** Throws where the value does not fit the schema or the browser refuses storage. */
  set(value: T): Promise<void>;
}

/** Every setting there is, for a backup: its item under its name. */
const ALL = new Map<string, z.ZodMiniType<unknown>>();

/** All settings that are stored, as they are stored: by name. */
export async function storedSettings(): Promise<Record<string, unknown>> {
  return browser.storage.local.get([...ALL.keys()]);
}

/**
 * Takes in settings from a backup: each that holds and is not set here already. Gives the names of those that do not
 * hold; names that no setting has are passed over.
 */
export async function restoreSettings(settings: Readonly<Record<string, unknown>>): Promise<string[]> {
  const present = await storedSettings();
  const bad: string[] = [];
  for (const [name, schema] of ALL) {
    if (!Object.hasOwn(settings, name) || Object.hasOwn(present, name)) continue;
    const parsed = schema.safeParse(settings[name]);
    if (parsed.success) await browser.storage.local.set({ [name]: parsed.data });
    else bad.push(name);
  }
  return bad;
}

/** A setting under `name`; `version` is stored with it, and a value of another version falls back. */
function setting<T>(name: string, version: number, schema: z.ZodMiniType<T>, fallback: T): Setting<T> {
  const stored = z.object({ version: z.literal(version), value: schema });
  ALL.set(name, stored);
  return {
    async get() {
      const parsed = stored.safeParse((await browser.storage.local.get(name))[name]);
      return parsed.success ? parsed.data.value : fallback;
    },
    async set(value) {
      await browser.storage.local.set({ [name]: { version, value: schema.parse(value) } });
    },
  };
}

/** Pages for which the person chose to see facts without stating a plan. */
export const skippedPages: Setting<string[]> = setting("skippedPages", 1, z.array(pageKeySchema), []);

/** Days after which other people's texts are dropped (see `background/retention`); null = they are kept. */
export const retentionDays: Setting<number | null> = setting(
  "retentionDays",
  1,
  z.nullable(z.int().check(z.minimum(1), z.maximum(3_650))),
  null,
);

/** Plans travel to the person's other devices by the browser's own sync. */
export const planSync: Setting<boolean> = setting("planSync", 1, z.boolean(), false);

/** How the last exchange of plans with the browser's sync went; null = there was none. */
export interface PlanSyncState {
  /** ms UTC. */
  readonly at: number;
  /** Plans that are there now. */
  readonly synced: number;
  /** Ids of plans that are too large for one item. */
  readonly tooBig: readonly string[];
  /** Ids of plans for which there was no room left, or which the browser did not take. */
  readonly noRoom: readonly string[];
}
const ids = z.array(z.string().check(z.maxLength(64)));
export const planSyncState: Setting<PlanSyncState | null> = setting(
  "planSyncState",
  1,
  z.nullable(
    z.object({ at: z.int(), synced: z.int(), tooBig: ids, noRoom: ids }),
  ) as z.ZodMiniType<PlanSyncState | null>,
  null,
);

/** What stands on a hand-over besides the audit. `logo`: a picture as a data address. `language`: BCP 47; "" = the browser's. */
export interface HandoverSetting {
  readonly name: string;
  readonly logo: string | null;
  readonly language: string;
}
/** Characters a logo's data address may have: 150 KB in Base64. */
export const MAX_LOGO = 205_000;
const handoverSchema: z.ZodMiniType<HandoverSetting> = z.object({
  name: z.string().check(z.maxLength(120)),
  logo: z.nullable(
    z.string().check(z.maxLength(MAX_LOGO), z.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/)),
  ),
  language: z.string().check(z.maxLength(35)),
});
export const handoverSetting: Setting<HandoverSetting> = setting("handover", 1, handoverSchema, {
  name: "",
  logo: null,
  language: "",
});
