// Reading back what was stored: a bad field falls back to its default and is named, the rest is kept.
import * as z from "zod/mini";

export interface Lenient<T> {
  readonly value: T;
  /** Names of the fields that were not valid and fell back. */
  readonly fallen: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `stored` as `schema` says, field by field, and so within a field that is an object itself (named "field.inner"). A value that is no object at all gives the fallback whole, with every
 * field named. Never throws.
 */
export function lenient<S extends z.core.$ZodLooseShape, T extends z.infer<z.ZodMiniObject<S>>>(
  schema: z.ZodMiniObject<S>,
  stored: unknown,
  fallback: T,
): Lenient<T> {
  const source = isObject(stored) ? stored : {};
  const value: Record<string, unknown> = {};
  const fallen: string[] = [];
  for (const [name, field] of Object.entries(schema.shape)) {
    const given = Object.hasOwn(source, name) ? source[name] : undefined;
    const instead = (fallback as Record<string, unknown>)[name];
    const parsed = (field as z.ZodMiniType).safeParse(given);
    let kept: unknown = parsed.success ? parsed.data : instead;
    if (!parsed.success && field instanceof z.ZodMiniObject && isObject(given) && isObject(instead)) {
      const inner = lenient(field, given, instead);
      kept = inner.value;
      fallen.push(...inner.fallen.map((part) => `${name}.${part}`));
    } else if (!parsed.success) fallen.push(name);
    // An optional field that is not there stays away.
    if (kept !== undefined) value[name] = kept;
  }
  return { value: value as T, fallen };
}
