// Every case folder is read as its reviewed expectation says; UPDATE_CASES=1 writes what is read now, for review.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readingSchema } from "../../../src/domain/observation.ts";
import { documentOf, read } from "./document.ts";

const CASES = join(import.meta.dirname, "cases");
const aboutSchema = z.object({
  what: z.string(),
  url: z.url(),
  at: z.int(),
  indents: z.optional(z.record(z.string(), z.number())),
});

describe("LinkedIn cases", () => {
  it.each(readdirSync(CASES))("%s", (name) => {
    const folder = join(CASES, name);
    const about = aboutSchema.parse(JSON.parse(readFileSync(join(folder, "about.json"), "utf8")));
    const document = documentOf(readFileSync(join(folder, "source.html"), "utf8"), about.url, about.indents);
    const before = document.documentElement.outerHTML;
    const readings = read(document, about.at);
    expect(z.array(readingSchema).parse(readings)).toEqual(readings);
    expect(document.documentElement.outerHTML, "reading changes nothing").toBe(before);
    const path = join(folder, "expected.json");
    if (process.env["UPDATE_CASES"]) writeFileSync(path, `${JSON.stringify(readings, null, 1)}\n`);
    expect(existsSync(path)).toBe(true);
    expect(readings).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });
});
