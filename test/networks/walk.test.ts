// The search through foreign JSON: finds by shape in document order, keeps its bounds, and survives anything.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject, parseJson, property, search } from "../../src/networks/walk.ts";

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

describe("parseJson", () => {
  it("gives the value of well-formed text", () => {
    expect(parseJson('{"a":[1]}')).toEqual({ ok: true, value: { a: [1] } });
  });
  it("counts bytes, not characters", () => {
    expect(parseJson('"é"', 4)).toEqual({ ok: true, value: "é" });
    expect(parseJson('"é"', 3)).toEqual({ ok: false, reason: "tooBig" });
    expect(parseJson("12345", 4)).toEqual({ ok: false, reason: "tooBig" });
    expect(parseJson('"𝄞"', 6)).toEqual({ ok: true, value: "𝄞" });
    expect(parseJson('"𝄞"', 5)).toEqual({ ok: false, reason: "tooBig" });
  });
  it("says when it is not JSON", () => {
    for (const text of ["", "{", "<html>", '{"a":1}{"a":2}', "undefined"]) {
      expect(parseJson(text)).toEqual({ ok: false, reason: "notJson" });
    }
  });
  it("leaves the prototype of objects alone", () => {
    const parsed = parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(parsed.ok && property(parsed.value, "__proto__", "polluted")).toBe(1);
    expect("polluted" in {}).toBe(false);
  });
  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof parseJson(text).ok === "boolean"));
  });
});

describe("property", () => {
  it("follows own keys and indexes", () => {
    expect(property({ a: [{ b: 2 }] }, "a", 0, "b")).toBe(2);
    expect(property({ a: 1 })).toEqual({ a: 1 });
  });
  it("gives undefined for missing and inherited steps", () => {
    for (const path of [["b"], ["a", "b"], ["constructor"], ["toString"], ["__proto__"], ["n", "x"]]) {
      expect(property({ a: 1, n: null }, ...path)).toBeUndefined();
    }
    expect(property("text", "length")).toBeUndefined();
  });
});

describe("search", () => {
  const byId = (object: Record<string, unknown>) => "id" in object;
  const tree = { a: [{ id: 1, in: { id: 2 } }, [[{ id: 3 }]]], b: { c: { id: 4 } }, id: 0 };
  const ids = (objects: readonly Record<string, unknown>[]) => objects.map(({ id }) => id);

  it("finds in document order, the root included", () => {
    const found = search(tree, (object) => (byId(object) ? "takeAndEnter" : "enter"));
    expect(ids(found.objects)).toEqual([0, 1, 2, 3, 4]);
    expect(found.capped).toBe(false);
  });
  it("does not enter what was taken or left", () => {
    const taken = search(tree.a, (object) => (byId(object) ? "take" : "enter"));
    expect(ids(taken.objects)).toEqual([1, 3]);
    const left = search(tree, (object) => (object["c"] ? "leave" : byId(object) ? "takeAndEnter" : "enter"));
    expect(ids(left.objects)).toEqual([0, 1, 2, 3]);
  });
  it("stops at the limit of nodes and says so", () => {
    const many = Array.from({ length: 50 }, (_, id) => ({ id }));
    const found = search(many, (object) => (byId(object) ? "take" : "enter"), { nodes: 11, depth: 5 });
    expect(ids(found.objects)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(found.capped).toBe(true);
    expect(search(many, () => "take", { nodes: 51, depth: 5 }).capped).toBe(false);
  });
  it("goes as deep as the limit and says when there was more", () => {
    const found = search(JSON.parse(nested(5)), () => "takeAndEnter", { nodes: 100, depth: 2 });
    expect(found.objects).toHaveLength(3);
    expect(found.capped).toBe(true);
    expect(search(JSON.parse(nested(3)), () => "takeAndEnter", { nodes: 100, depth: 3 }).capped).toBe(false);
  });
  it("survives 200,000 levels, with and without a limit of depth", () => {
    const parsed = parseJson(nested(200_000));
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    expect(search(parsed.value, () => "enter").capped).toBe(true);
    const all = search(parsed.value, () => "takeAndEnter", { nodes: 300_000, depth: 300_000 });
    expect(all.objects).toHaveLength(200_000);
    expect(all.capped).toBe(false);
  });
  it("meets every object of arbitrary JSON exactly once", () => {
    const count = (value: unknown): number =>
      typeof value === "object" && value !== null
        ? (isObject(value) ? 1 : 0) + Object.values(value).reduce((sum: number, child) => sum + count(child), 0)
        : 0;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { objects, capped } = search(value, () => "takeAndEnter");
        return !capped && objects.length === count(value) && new Set(objects).size === objects.length;
      }),
    );
  });
});
