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

/** A setting under `name`; `version` is stored with it, and a value of another version falls back. */
function setting<T>(name: string, version: number, schema: z.ZodMiniType<T>, fallback: T): Setting<T> {
  const stored = z.object({ version: z.literal(version), value: schema });
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
