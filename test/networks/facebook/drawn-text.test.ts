// The text of a drawn comment is the text that the site's answers tell: with the names it addresses, without buttons.
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const NAMED = btoa("comment:5122100075120363_8122100064294304");
const ROW = `<div role="article" aria-label="Comment by Ann 1h" tabindex="-1">
  <a href="https://www.facebook.com/ann?comment_id=${NAMED}"><span dir="auto">Ann</span></a>
  <div dir="auto"><a href="https://www.facebook.com/bob.brewer">Bob Brewer</a> it is <img alt="☕"> time,
    see <a href="https://example.org/">example.org</a><div role="button">See more</div></div>
  <ul><li><a href="https://www.facebook.com/northwind/posts/1?comment_id=8122100064294304">1h</a></li></ul></div>`;

test("links stay as their words, buttons go", () => {
  const { document } = new JSDOM(`<!doctype html><html lang="en"><body>${ROW}</body></html>`).window;
  Object.defineProperty(document, "readyState", { value: "complete" });
  const url = new URL("https://www.facebook.com/northwind");
  const readings = readingsIn(createFacebook().readDocument(document, url, Date.UTC(2026, 10, 20)));
  const [comment] = readings.flatMap(({ observations }) => observations);
  expect(comment?.author?.handle).toBe("ann");
  expect(comment?.text?.replace(/\s+/g, " ")).toBe("Bob Brewer it is ☕ time, see example.org");
});
