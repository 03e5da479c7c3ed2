// A saved page or island as the document a browser would hand to the network, with the layout a case describes.
import { JSDOM } from "jsdom";
import type { Reading } from "../../../src/domain/observation.ts";
import { linkedin } from "../../../src/networks/linkedin/index.ts";

/** `indents`: px at which the picture of each comment (by id) begins; without it nothing is laid out. */
export function documentOf(html: string, url: string, indents?: Record<string, number>): Document {
  const { document } = new JSDOM(html, { url }).window;
  Object.defineProperty(document, "readyState", { value: "complete", configurable: true });
  for (const [id, left] of Object.entries(indents ?? {})) {
    const avatar = document.querySelector(`[data-avatar="${id}"]`);
    if (avatar) avatar.getBoundingClientRect = () => ({ left, width: 32 }) as DOMRect;
  }
  return document;
}

/** A document that holds the JSON as its one island. */
export function islandOf(json: string, url: string): Document {
  const document = documentOf("<!doctype html><html><body></body></html>", url);
  const code = document.createElement("code");
  code.id = "bpr-guid-1";
  code.textContent = json;
  document.body.append(code);
  return document;
}

export const read = (document: Document, at: number): Reading[] =>
  [...linkedin.readDocument(document, new URL(document.URL), at)].filter((reading) => reading !== null);
