// In which order LinkedIn's list is, and how far it is taken to reach.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/domain/observation.ts";
import { islandOf, read } from "./document.ts";

const AT = Date.UTC(2026, 10, 21);
const URL_OF_LIST = "https://www.linkedin.com/company/northwind-tools/posts/";
const spanIn = (readings: Reading[], source: Reading["source"]) => {
  const place = readings.find((reading) => reading.place.kind === "feed" && reading.source === source)?.place;
  return place?.kind === "feed" ? place.span : undefined;
};

describe("an island's list", () => {
  const html = readFileSync(join(import.meta.dirname, "cases/islands-recent/source.html"), "utf8");
  const island = JSON.parse(/<code id="bpr-guid-1"[^>]*>([\s\S]*?)<\/code>/.exec(html)![1]!.replaceAll("&amp;", "&"));
  const feed = Object.values(island.data.data)[0] as { "*elements": string[] };
  const span = () => spanIn(read(islandOf(JSON.stringify(island), URL_OF_LIST), AT), "json");

  it("is in the order of its elements, in whatever order their entities come", () => {
    const before = span();
    expect(before!.to - before!.from).toBeGreaterThan(0);
    island.included.reverse();
    expect(span()).toEqual(before);
  });
  it("does not reach back to an old post at its top", () => {
    const before = span()!;
    feed["*elements"] = [feed["*elements"].at(-1)!, ...feed["*elements"].slice(0, -1)];
    const after = span()!;
    expect(after.from).toBeGreaterThan(before.from);
    expect(after.to).toBe(before.to);
  });
});
