// Hostile and broken material: whatever an island or a page holds, reading never throws and gives only valid readings.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readingSchema } from "../../../src/domain/observation.ts";
import { linkedin } from "../../../src/networks/linkedin/index.ts";
import { documentOf, islandOf, read } from "./document.ts";

const AT = Date.UTC(2026, 10, 20);
const CASES = join(import.meta.dirname, "cases");
const URLS = [
  "https://www.linkedin.com/company/northwind-tools/posts/",
  "https://www.linkedin.com/feed/update/urn:li:activity:7528743803293332615/",
];
/** Throws where a reading is not of the shape that the inbox accepts. */
const valid = (readings: unknown): void => {
  z.array(readingSchema).parse(readings);
};

const words = fc.constantFrom(
  "entityUrn",
  "urn",
  "commenter",
  "permalink",
  "metadata",
  "header",
  "*socialDetail",
  "comments",
  "*elements",
  "actor",
  "__proto__",
  "constructor",
  "included",
  "data",
);
const leaves = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constantFrom(
    null,
    true,
    "urn:li:fsd_comment:(7529093608213114752,urn:li:activity:7529091091664643481)",
    "urn:li:fsd_update:(urn:li:activity:7529091091664643481,X)",
    "urn:li:fsd_socialDetail:(urn:li:activity:7529091091664643481,x)",
    "https://www.linkedin.com/company/northwind-tools/",
    "https://[",
  ),
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    leaves,
    fc.array(tie("node"), { maxLength: 4 }),
    fc.dictionary(words, tie("node"), { maxKeys: 6 }),
  ),
})).node;

describe("hostile LinkedIn material", () => {
  it("an island of any JSON", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...URLS), (json, url) => valid(read(islandOf(JSON.stringify(json), url), AT))),
      { numRuns: 150 },
    );
  });

  it("any case cut anywhere, read at any address", () => {
    const sources = readdirSync(CASES).map((name) => readFileSync(join(CASES, name, "source.html"), "utf8"));
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...URLS),
        (html, share, url) => valid(read(documentOf(html.slice(0, Math.floor(html.length * share)), url), AT)),
      ),
      { numRuns: 60 },
    );
  });

  it("any case with one attribute or value replaced", () => {
    const sources = readdirSync(CASES).map((name) => readFileSync(join(CASES, name, "source.html"), "utf8"));
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.nat(),
        fc.string(),
        fc.constantFrom(...URLS),
        (html, nth, value, url) => {
          const found = [...html.matchAll(/="([^"]*)"/g)];
          const target = found[nth % Math.max(1, found.length)];
          const start = (target?.index ?? 0) + 2;
          const broken =
            html.slice(0, start) + value.replaceAll('"', "") + html.slice(start + (target?.[1]?.length ?? 0));
          valid(read(documentOf(broken, url), AT));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is never hooked, and reads no response", () => {
    expect(linkedin.responses).toBeNull();
    expect(linkedin.readResponse({ url: URLS[0]!, method: "GET", body: "", text: "{}" }, AT)).toEqual([]);
  });
});
