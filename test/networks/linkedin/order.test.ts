// In which order LinkedIn's list is, and how far it is taken to reach.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/domain/observation.ts";
import { documentOf, islandOf, read } from "./document.ts";

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

describe("a list that scrolls", () => {
  const idOf = (day: number): string => String(BigInt(Date.UTC(2026, 10, day, 9)) << 22n);
  const update = (day: number) =>
    `urn:li:fsd_update:(urn:li:activity:${idOf(day)},ORGANIZATION_FEED,EMPTY,DEFAULT,false)`;
  /** Fourteen cards in falling order, under an island that holds the list's choice of them. */
  const days = Array.from({ length: 14 }, (_, index) => 18 - index);
  const card = (day: number) =>
    `<div class="occludable-update"><div class="feed-shared-update-v2" data-urn="urn:li:activity:${idOf(day)}">
      <a class="update-components-actor__meta-link" href="https://www.linkedin.com/company/northwind-tools/posts">Northwind</a>
      <div class="update-components-update-v2__commentary">Note of day ${day}.</div></div></div>`;
  const island = (feed: string, shown: readonly number[]) =>
    `<code id="bpr-guid-1" style="display: none">${JSON.stringify({
      data: { data: { [feed]: { paging: { start: 0, total: 40 }, "*elements": shown.map(update) } } },
      included: shown.map((day) => ({
        entityUrn: update(day),
        metadata: { backendUrn: `urn:li:activity:${idOf(day)}` },
        actor: { navigationContext: { actionTarget: "https://www.linkedin.com/company/northwind-tools/posts" } },
        commentary: { text: { text: `Note of day ${day}.` } },
      })),
    })}</code>`;
  const TOP = "feedDashOrganizationalPageUpdatesByOrganizationalPageRelevanceFeed";
  const drawn = (shown: readonly number[], occlude: (card: Element) => void = () => undefined, feed = TOP) => {
    const html = `<!doctype html><html lang="en"><body>${island(feed, shown)}${days.map(card).join("")}</body></html>`;
    const document = documentOf(html, URL_OF_LIST);
    for (const one of [...document.querySelectorAll(".feed-shared-update-v2")].slice(0, 3)) occlude(one);
    return spanIn(read(document, AT), "dom");
  };

  it("stays the site's choice when its first cards scroll away, whatever is left of them", () => {
    const first = [18, 17, 16];
    expect(drawn(first)).toBeNull();
    expect(drawn(first, (card) => card.replaceChildren())).toBeNull();
    expect(
      drawn(first, (card) => {
        card.replaceChildren();
        card.removeAttribute("data-urn");
      }),
    ).toBeNull();
    expect(drawn(first, (card) => card.remove())).toBeNull();
  });
  it("is another list once its first cards are others: then their times tell", () => {
    expect(drawn([18, 16, 17])).toMatchObject({ top: true, to: Date.UTC(2026, 10, 18, 9) });
    const below = drawn([18, 16, 17], (card) => card.replaceChildren());
    expect(below).toMatchObject({ top: false, from: Date.UTC(2026, 10, 5, 9), to: Date.UTC(2026, 10, 15, 9) });
  });
  it("is as the island says where that is from new to old", () => {
    const recent = TOP.replace("Relevance", "Chronological");
    expect(drawn([18, 17, 16], (card) => card.replaceChildren(), recent)).toMatchObject({ top: false });
  });
});
