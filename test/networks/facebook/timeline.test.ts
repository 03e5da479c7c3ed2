// How far a Facebook timeline is taken to reach, where posts stand in it out of order.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { routeAnswer } from "../../../scripts/demo/facebook/answers.mjs";
import { COMPANY, tellStory } from "../../../scripts/demo/facebook/story.mjs";
import type { Reading } from "../../../src/domain/observation.ts";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const CASE = new URL("./cases/timeline-streamed/", import.meta.url);
const about = JSON.parse(readFileSync(new URL("about.json", CASE), "utf8"));
const source = readFileSync(new URL("source.ndjson", CASE), "utf8");
const read = (text: string, url: string = about.url): Reading[] =>
  readingsIn(createFacebook().readResponse({ url, method: "POST", body: about.body, text }, about.at));
const spanIn = (readings: Reading[]) => {
  const place = readings.find(({ place }) => place.kind === "feed")?.place;
  return place?.kind === "feed" ? place.span : undefined;
};
const unreadIn = (readings: Reading[]) => readings.flatMap(({ unread }) => unread);

test("a pinned post that no field calls pinned does not stretch it, and is counted", () => {
  const told = read(source);
  const untold = read(source.replaceAll("profile_pinned_post", "profile_topped_post"));
  expect(spanIn(untold)).toEqual(spanIn(told));
  expect(spanIn(untold)?.from).toBe(Date.UTC(2026, 10, 18, 15, 3, 10));
  expect(unreadIn(told)).toEqual([]);
  expect(unreadIn(untold)).toEqual([{ reason: "unknownShape", count: 1 }]);
  const posts = (readings: Reading[]) =>
    readings.flatMap(({ observations }) => observations.map(({ id, pinned: _, ...rest }) => [id, { ...rest }]));
  expect(posts(untold)).toEqual(posts(told));
});

test("a list in no order has no span", () => {
  const days = [3, 1, 9, 4, 20, 6, 11];
  const answer = (order: readonly number[]): string => {
    const edges = order.map((day) => ({
      node: {
        __typename: "Story",
        id: btoa(`S:_I${COMPANY}:${1_000 + day}:${1_000 + day}`),
        post_id: `${1_000 + day}`,
        creation_time: 1_790_000_000 + day * 86_400,
        actors: [{ id: COMPANY }],
        message: { text: `Day ${day}` },
      },
    }));
    const page_info = { has_next_page: true, end_cursor: "c" };
    return JSON.stringify({ data: { node: { id: COMPANY, timeline_list_feed_units: { edges, page_info } } } });
  };
  expect(spanIn(read(answer(days.toSorted((a, b) => b - a))))?.from).toBe((1_790_000_000 + 86_400) * 1_000);
  const shuffled = read(answer(days));
  expect(shuffled.flatMap(({ observations }) => observations)).toHaveLength(days.length);
  expect(spanIn(shuffled)).toBeNull();
});

test("one post alone at the top, where nothing says which post is pinned, covers nothing up to now", () => {
  const world = tellStory(Date.UTC(2026, 10, 20, 12));
  const whole = routeAnswer(world, world.accounts.get(COMPANY)!);
  const route = "https://www.facebook.com/ajax/route-definition/";
  // The first story of the list, with its paging, and without those that are streamed after it.
  const alone = whole
    .split("\n")
    .filter((line) => !line.includes('"edges",'))
    .join("\n");
  const unpinned = alone.replaceAll(/"profile_pinned_post":\{[^}]*\}/g, '"profile_pinned_post":null');
  expect(unpinned).not.toBe(alone);
  expect(spanIn(read(unpinned, route))).toMatchObject({ top: true, end: false });
  expect(spanIn(read(unpinned.replaceAll("profile_pinned_post", "profile_topped_post"), route))).toBeNull();
});
