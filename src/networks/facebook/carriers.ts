// What carries Facebook's data: GraphQL answers, route definitions and the islands of a document, as one kind of part.
import type { UnreadCount } from "../network.ts";
import { isObject, type JsonObject, LIMITS, parseJson, property } from "../walk.ts";

/** One result of a query, or one later piece of it (`path` says where in the result the piece belongs). */
export interface Part {
  /** Pieces of one result share it. */
  readonly group: string;
  /** null = a later piece that does not say where it belongs. */
  readonly path: readonly unknown[] | null;
  readonly data: unknown;
}

/** A query as the page announced it: its name and its variables. */
export interface Query {
  readonly name: string;
  readonly variables: JsonObject;
}

const NOTHING: JsonObject = {};

function partOf(group: string, whole: JsonObject): Part {
  const path = property(whole, "path");
  const isLater = Object.hasOwn(whole, "label");
  return { group, path: Array.isArray(path) ? path : isLater ? null : [], data: property(whole, "data") };
}

/** The query that a request's form-encoded body asks; null where it names none. */
export function queryOf(body: string): Query | null {
  const form = new URLSearchParams(body.slice(0, 200_000));
  const name = form.get("fb_api_req_friendly_name");
  if (!name) return null;
  const variables = parseJson(form.get("variables") ?? "");
  return { name, variables: variables.ok && isObject(variables.value) ? variables.value : NOTHING };
}

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [...'"\\{}'].map((sign) => sign.charCodeAt(0));

/**
 * Where the balanced JSON object that begins at `start` ends (exclusive); -1 where it does not. Sign by sign: whatever
 * a string holds, however long it is and whether it ends, each is looked at once.
 */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (inString) {
      if (sign === BACKSLASH) at++;
      else if (sign === QUOTE) inString = false;
    } else if (sign === QUOTE) inString = true;
    else if (sign === OPEN) depth++;
    else if (sign === CLOSE && --depth === 0) return at + 1;
  }
  return -1;
}

/** `text` without the guards it begins with. */
function unguarded(text: string): string {
  const guard = /for\s*\(;;\);\s*/y;
  let start = 0;
  while (guard.test(text)) start = guard.lastIndex;
  return text.slice(start);
}

/** The JSON texts of a line that is not one: `/ajax/` answers join several, each behind a guard of its own. */
function* joined(line: string): Generator<string> {
  for (let rest = line; rest; ) {
    rest = unguarded(rest);
    const end = rest.startsWith("{") ? endOfObject(rest, 0) : -1;
    yield end === -1 ? rest : rest.slice(0, end);
    rest = end === -1 ? "" : rest.slice(end).trim();
  }
}

/**
 * The documents of an answer, one JSON text a line, each parsed in its turn. What is no JSON is counted; an error
 * without data is the site's.
 */
export function* documents(text: string, unread: UnreadCount): Generator<JsonObject> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const line = text.slice(start, newline === -1 ? text.length : newline);
    start = newline === -1 ? text.length : newline + 1;
    const bare = unguarded(line.trim());
    if (!bare) continue;
    const one = parseJson(bare);
    const all = one.ok || one.reason === "tooBig" ? [one] : [...joined(bare)].map((text) => parseJson(text));
    for (const parsed of all) {
      if (!parsed.ok) unread.add(parsed.reason);
      else if (!isObject(parsed.value)) unread.add("unknownShape");
      else if (isError(parsed.value)) unread.add("siteError");
      else yield parsed.value;
    }
  }
}

const isError = (whole: JsonObject): boolean => {
  const data = property(whole, "data");
  const empty = !isObject(data) || Object.values(data).every((value) => value === null);
  return property(whole, "error") !== undefined || (Array.isArray(property(whole, "errors")) && empty);
};

/** A GraphQL document is one part of the answer's only result. */
export const answerPart = (whole: JsonObject): Part => partOf("", whole);

/**
 * The results inside a document's island or a route definition: whatever stands as `result` in a `__bbox` or a
 * preloader, grouped by the preloader's name beside it; and the queries announced for them.
 */
export function embedded(root: unknown): { parts: Part[]; queries: Map<string, Query> } {
  const parts: Part[] = [];
  const queries = new Map<string, Query>();
  const stack: { value: unknown; name: string; depth: number }[] = [{ value: root, name: "", depth: 0 }];
  for (let nodes = 0; stack.length > 0 && nodes < LIMITS.nodes; nodes++) {
    const { value, name, depth } = stack.pop()!;
    if (typeof value !== "object" || value === null || depth > LIMITS.depth) continue;
    const children: { value: unknown; name: string; depth: number }[] = [];
    if (Array.isArray(value)) {
      let beside = name;
      for (const item of value) {
        if (typeof item === "string") beside = item;
        else children.push({ value: item, name: beside, depth: depth + 1 });
      }
    } else if (isObject(value)) {
      const preloader = property(value, "preloaderID");
      const queryName = property(value, "queryName");
      if (typeof preloader === "string" && typeof queryName === "string") {
        const variables = property(value, "variables");
        queries.set(preloader, { name: queryName, variables: isObject(variables) ? variables : NOTHING });
      }
      const isPreloader = property(value, "__type") === "preloader";
      const id = isPreloader ? property(value, "id") : undefined;
      const result = property(value, "result");
      const inner = property(result, "result");
      const whole = isObject(inner) ? inner : isObject(result) ? result : isPreloader ? NOTHING : null;
      if (whole && (isPreloader || Object.hasOwn(value, "complete") || Object.hasOwn(whole, "data"))) {
        parts.push(partOf(typeof id === "string" ? id : name, whole));
        continue;
      }
      for (const child of Object.values(value)) children.push({ value: child, name, depth: depth + 1 });
    }
    // One by one: as arguments of one call, a long list is too many.
    for (const child of children.reverse()) stack.push(child);
  }
  return { parts, queries };
}

/** Documents before 2024 call a function with the results: the arguments, found by their name and cut out. */
export function* bareResults(script: string, unread: UnreadCount): Generator<JsonObject> {
  const starts = /"(adp_[^"\\]{1,200})",(?=\{"__bbox":)/g;
  for (let start = starts.exec(script); start; start = starts.exec(script)) {
    const end = endOfObject(script, starts.lastIndex);
    if (end === -1) {
      unread.add("notJson");
      return;
    }
    const parsed = parseJson(script.slice(starts.lastIndex, end));
    if (parsed.ok && isObject(parsed.value)) yield { require: [start[1], parsed.value] };
    else unread.add(parsed.ok ? "unknownShape" : parsed.reason);
    starts.lastIndex = end;
  }
}
