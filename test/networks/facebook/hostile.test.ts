// Hostile and broken answers of any size: reading takes time in proportion to them, never throws, and counts.
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const ROUTE = "https://www.facebook.com/ajax/route-definition/";
const unreadIn = (text: string, url: string = ROUTE) =>
  readingsIn(createFacebook().readResponse({ url, method: "POST", body: "", text }, 1)).flatMap(({ unread }) => unread);
const NOT_JSON = [{ reason: "notJson", count: 1 }];

/** Where time grows with the square of the size, each needs minutes; else a blink, with much room for a busy machine. */
const GENEROUS = { timeout: 20_000 };

describe("a huge answer", GENEROUS, () => {
  test("of one string without an end", () => {
    expect(unreadIn(`{"a":"${'\\"'.repeat(60_000)}`)).toEqual(NOT_JSON);
    expect(unreadIn(`{"a":"${'\\"'.repeat(2_000_000)}`)).toEqual(NOT_JSON);
  });

  test("of two documents, one of them a very long string", () => {
    const long = `{"a":"${"x".repeat(11_000_000)}"}`;
    expect(unreadIn(`for (;;);${long}for (;;);{"b":1}`)).toEqual([]);
  });

  test("of nothing but guards, or of nothing but empty documents", () => {
    expect(unreadIn(`${"for(;;);".repeat(1_000_000)}{`)).toEqual(NOT_JSON);
    expect(unreadIn("{}".repeat(100_000))).toEqual([]);
  });

  test("of one very long list", () => {
    expect(unreadIn(`{"payload":[${"{},".repeat(400_000)}{}]}`)).toEqual([]);
  });

  test("in a script of a document before 2024", () => {
    const { document } = new JSDOM("<!doctype html><script></script>").window;
    Object.defineProperty(document, "readyState", { value: "complete" });
    document.querySelector("script")!.textContent = `f("adp_Q",{"__bbox":"${'\\"'.repeat(60_000)}`;
    const url = new URL("https://www.facebook.com/northwindcoffee");
    const readings = readingsIn(createFacebook().readDocument(document, url, 1));
    expect(readings.flatMap(({ unread }) => unread)).toEqual(NOT_JSON);
  });
});

test("signs in a string end neither the string nor the object", () => {
  const tricky = ['{"a":"}{"}', '{"a":"\\"}"}', '{"a":"\\\\"}', '{"a":{"b":"\\\\\\"{"}}'];
  for (const one of tricky) JSON.parse(one);
  expect(unreadIn(tricky.join(""))).toEqual([]);
  expect(unreadIn(tricky.map((one) => `for (;;);${one}`).join(" "))).toEqual([]);
});

test("a request's body of any make is told from those worth copying at once", GENEROUS, () => {
  const pattern = new RegExp(createFacebook().responses!);
  const request = (name: string) =>
    `POST https://www.facebook.com/api/graphql/ a=1&fb_api_req_friendly_name=${name}&b=2`;
  expect(pattern.test(request("ProfileCometTimelineFeedRefetchQuery"))).toBe(true);
  expect(pattern.test(request("CometNotificationsQuery"))).toBe(false);
  expect(pattern.test(request("Feed".repeat(60_000)))).toBe(false);
  expect(pattern.test(request("FeedQuer".repeat(30_000)))).toBe(false);
});
