// Facebook's cases: each folder's source read as the page's own answer or as a rendered page must give the expected readings.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Reading, readingSchema } from "../../../src/domain/observation.ts";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const CASES = new URL("./cases/", import.meta.url);
const aboutSchema = z.object({
  about: z.string().check(z.minLength(10)),
  /** Address of the request, or of the page. */
  url: z.url(),
  at: z.int(),
  method: z._default(z.string(), "GET"),
  body: z._default(z.string(), ""),
});

function readingsOf(folder: URL): Reading[] {
  const facebook = createFacebook();
  const about = aboutSchema.parse(JSON.parse(readFileSync(new URL("about.json", folder), "utf8")));
  const page = new URL("source.html", folder);
  if (!existsSync(page)) {
    const text = readFileSync(new URL("source.ndjson", folder), "utf8");
    return readingsIn(
      facebook.readResponse({ url: about.url, method: about.method, body: about.body, text }, about.at),
    );
  }
  const dom = new JSDOM(readFileSync(page, "utf8"), { url: about.url });
  Object.defineProperty(dom.window.document, "readyState", { value: "complete" });
  const look = () => readingsIn(facebook.readDocument(dom.window.document, new URL(about.url), about.at));
  // What cannot be read of a post is counted at the second look: an answer may still tell it.
  return [...look(), ...look().filter(({ unread }) => unread.length > 0)];
}

describe("cases of Facebook", () => {
  for (const name of readdirSync(CASES).sort()) {
    it(name, () => {
      const folder = new URL(`${name}/`, CASES);
      const readings = readingsOf(folder);
      // `UPDATE_CASES=1` writes what is read now; the difference is then reviewed by hand.
      const expected = new URL("expected.json", folder);
      if (process.env["UPDATE_CASES"]) writeFileSync(expected, `${JSON.stringify(readings, null, 1)}\n`);
      expect(readings).toEqual(JSON.parse(readFileSync(expected, "utf8")));
      for (const reading of readings) expect(readingSchema.safeParse(reading).error).toBeUndefined();
    });
  }
});
