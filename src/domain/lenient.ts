// Reading back what was stored: a bad field falls back to its default and is named, the rest is kept.
import type * as z from "zod/mini";

export interface Lenient<T> {
  readonly value: T;
  /** Names of the fields that were not valid and fell back. */
  readonly fallen: string[];
}

/**
 * `stored` as `schema` says, field by field. A value that is no object at all gives the fallback whole, with every
 * field named. Never throws.
 */
export function lenient<S extends z.core.$ZodLooseShape, T extends z.infer<z.ZodMiniObject<S>>>(
  schema: z.ZodMiniObject<S>,
  stored: unknown,
  fallback: T,
): Lenient<T> {
  const source = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const value: Record<string, unknown> = {};
  const fallen: string[] = [];
  for (const [name, field] of Object.entries(schema.shape)) {
    const parsed = (field as z.ZodMiniType).safeParse(Object.hasOwn(source, name) ? source[name] : undefined);
    if (!parsed.success) fallen.push(name);
    const kept = parsed.success ? parsed.data : (fallback as Record<string, unknown>)[name];
    // An optional field that is not there stays away.
    if (kept !== undefined) value[name] = kept;
  }
  return { value: value as T, fallen };
}
