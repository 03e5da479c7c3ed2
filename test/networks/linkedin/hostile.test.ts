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

  describe("a link in anybody's text", () => {
    const link = (href: string) => `<div data-testid="expandable-text-box">Look: <a href="${href}">this</a></div>`;
    const card = (text: string, own = "") =>
      `<div componentkey="expandedFeedType_ORGANIZATION_FEED${Math.random()}">
        <a href="https://www.linkedin.com/company/northwind-tools/">Northwind Tools</a>${own}${text}</div>`;
    const posts = (...cards: string[]) =>
      read(documentOf(`<!doctype html><html><body><main>${cards.join("")}</main></body></html>`, URLS[0]!), AT);
    const OTHER = "/feed/update/urn:li:activity:7528743803293332615";
    const OWN = '<a href="https://www.linkedin.com/feed/update/urn:li:activity:7529091091664643481/">1d</a>';

    it("that is no well-formed address stops nothing", () => {
      const readings = posts(card(link(`https://www.linkedin.com${OTHER}1%`), OWN), card(link(`${OTHER}%E0%A4%A`)));
      const [found, ...others] = readings.flatMap(({ observations }) => observations);
      expect([found?.id, others]).toEqual(["7529091091664643481", []]);
      expect(readings.flatMap(({ unread }) => unread)).toEqual([{ reason: "noId", count: 1 }]);
      expect(
        posts(card("", OWN.replace("643481/", "643481/%"))).flatMap(({ observations }) => observations),
      ).toHaveLength(1);
    });
    it("does not become the post's own", () => {
      const readings = posts(card(link(`https://www.linkedin.com${OTHER}/`)));
      expect(readings.flatMap(({ observations }) => observations)).toEqual([]);
      expect(readings.flatMap(({ unread }) => unread)).toEqual([{ reason: "noId", count: 1 }]);
      const both = posts(card(link(`https://www.linkedin.com${OTHER}/`), OWN));
      expect(both.flatMap(({ observations }) => observations).map(({ id }) => id)).toEqual(["7529091091664643481"]);
    });
  });

  it.each([
    ["ember-company-tab", "a.update-components-actor__meta-link"],
    ["ember-company-tab", "a[class*='comments-comment-meta__']"],
    ["guest-company", "a[data-tracking-control-name$='_feed-actor-name']"],
    ["guest-post", "a.comment__author"],
    ["sdui-nested", "[data-testid='expandable-text-box']"],
  ])("one entry of %s (%s) that throws costs none of the others", (name, selector) => {
    const html = readFileSync(join(CASES, name, "source.html"), "utf8");
    const { url } = JSON.parse(readFileSync(join(CASES, name, "about.json"), "utf8"));
    const idsIn = (document: Document) => {
      const readings = read(document, AT);
      valid(readings);
      const ids = new Set(readings.flatMap(({ observations }) => observations.map(({ id }) => id)));
      const strange = readings.flatMap(({ unread }) => unread).find(({ reason }) => reason === "unknownShape");
      return { ids, strange: strange?.count ?? 0 };
    };
    const whole = idsIn(documentOf(html, url));
    const broken = documentOf(html, url);
    const part = broken.querySelector(selector)!;
    const fail = () => {
      throw new Error("A page of another make");
    };
    if (part.tagName === "A") part.getAttribute = fail;
    else Object.defineProperty(part, "childNodes", { get: fail });
    const partly = idsIn(broken);
    expect(partly.strange).toBe(whole.strange + 1);
    expect(partly.ids.size).toBe(whole.ids.size - 1);
  });

  it("is never hooked, and reads no response", () => {
    expect(linkedin.responses).toBeNull();
    expect(linkedin.readResponse({ url: URLS[0]!, method: "GET", body: "", text: "{}" }, AT)).toEqual([]);
  });
});
