// A document that is looked at while it still arrives: what comes in halves is read once, and whole.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import type { Reading } from "../../../src/domain/observation.ts";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const CASE = new URL("./cases/islands/", import.meta.url);
const about = JSON.parse(readFileSync(new URL("about.json", CASE), "utf8"));
const source = readFileSync(new URL("source.html", CASE), "utf8");
const expected: Reading[] = JSON.parse(readFileSync(new URL("expected.json", CASE), "utf8"));

/** The readings of two looks: while the document stops within its `cut`th island, and when all of it is there. */
function readInTwo(cut: number): Reading[] {
  const { document } = new JSDOM(source, { url: about.url }).window;
  let state: DocumentReadyState = "loading";
  Object.defineProperty(document, "readyState", { get: () => state });
  const facebook = createFacebook();
  const look = () => readingsIn(facebook.readDocument(document, new URL(about.url), about.at));
  const scripts = [...document.querySelectorAll("script")];
  const whole = scripts.map((script) => script.textContent!);
  const half = scripts[cut]!;
  half.textContent = whole[cut]!.slice(0, whole[cut]!.length / 2);
  const later = scripts.slice(cut + 1).map((script) => ({ script, parent: script.parentNode! }));
  for (const { script } of later) script.remove();
  const early = look();
  half.textContent = whole[cut]!;
  for (const { script, parent } of later) parent.append(script);
  state = "interactive";
  return [...early, ...look()];
}

test("an island seen half and then whole brings all it holds, and nothing is counted as not read", () => {
  const islands = source.match(/<script/g)!.length;
  expect(islands).toBeGreaterThan(5);
  for (let cut = 0; cut < islands; cut++) expect(readInTwo(cut)).toEqual(expected);
});
