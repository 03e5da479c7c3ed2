// A bounded search through foreign JSON by shape, so that neither a hostile page nor a moved field can harm the reader.
import type { UnreadReason } from "../domain/observation.ts";

/** A JSON object of unknown make. Read it with `property`, never merge it. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The value at a path of own keys (or array indexes); undefined where any step is missing. Inherited properties such
 * as `constructor` are never reached, whatever a page calls its keys.
 */
export function property(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: Extract<UnreadReason, "tooBig" | "notJson"> };

/** More bytes than this in one response are not parsed. */
export const MAX_JSON_BYTES = 16 * 1024 * 1024;

/** `text` as JSON, unless it has more than `maxBytes` bytes in UTF-8 or is none. Never throws. */
export function parseJson(text: string, maxBytes: number = MAX_JSON_BYTES): Parsed {
  // UTF-8 needs one to three bytes per UTF-16 unit: only between these bounds must they be counted.
  if (text.length > maxBytes) return { ok: false, reason: "tooBig" };
  if (text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes) {
    return { ok: false, reason: "tooBig" };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, reason: "notJson" };
  }
}

/**
 * What to do with an object met on the way. `take`: it is found, go on beside it. `takeAndEnter`: it is found, and
 * there may be more inside. `enter`: look inside. `leave`: neither.
 */
export type Step = "take" | "takeAndEnter" | "enter" | "leave";

export interface Limits {
  /** Objects and arrays that are looked at. */
  readonly nodes: number;
  /** Nesting below the root that is entered. */
  readonly depth: number;
}
export const LIMITS: Limits = { nodes: 500_000, depth: 100 };

export interface Found {
  /** In the order of the document. */
  readonly objects: JsonObject[];
  /** A limit cut the search short: there may be more. */
  readonly capped: boolean;
}

/** Objects and arrays looked at between two pauses of a search in steps: about a millisecond. */
const NODES_PER_STEP = 1_000;

/**
 * Searches `root` (itself included) for objects by shape, in document order. `judge` sees every object reached and its
 * nesting depth; it must not throw. The search keeps its own stack, so nesting of any depth is safe.
 */
export function search(
  root: unknown,
  judge: (object: JsonObject, depth: number) => Step,
  limits: Limits = LIMITS,
): Found {
  const steps = searchInSteps(root, judge, limits);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same search, which can be put down after each step; it ends with what was found. */
export function* searchInSteps(
  root: unknown,
  judge: (object: JsonObject, depth: number) => Step,
  limits: Limits = LIMITS,
): Generator<null, Found> {
  const objects: JsonObject[] = [];
  let nodes = 0;
  let capped = false;
  const stack: { readonly values: readonly unknown[]; next: number }[] = [{ values: [root], next: 0 }];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    if (frame.next >= frame.values.length) {
      stack.pop();
      continue;
    }
    const value = frame.values[frame.next++];
    if (typeof value !== "object" || value === null) continue;
    if (++nodes > limits.nodes) return { objects, capped: true };
    if (nodes % NODES_PER_STEP === 0) yield null;
    const depth = stack.length - 1;
    if (isObject(value)) {
      const step = judge(value, depth);
      if (step === "take" || step === "takeAndEnter") objects.push(value);
      if (step === "take" || step === "leave") continue;
    }
    const values = Array.isArray(value) ? value : Object.values(value);
    if (values.length === 0) continue;
    if (depth >= limits.depth) capped = true;
    else stack.push({ values, next: 0 });
  }
  return { objects, capped };
}
