// What Facebook's addresses show: pages, posts, tabs, and what is nobody's page.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountAt, isAddress, pageKey, pageUrl, permalink, place } from "../../../src/networks/facebook/address.ts";

const at = (path: string) => place(new URL(path, "https://www.facebook.com"));
const vanity = { id: null, handle: "northwindcoffee" };
const numbered = { id: "100028000000001", handle: null };

describe("pages", () => {
  test.for([
    ["/northwindcoffee", vanity],
    ["/northwindcoffee/", vanity],
    ["/northwindcoffee/posts", vanity],
    ["/northwindcoffee?locale=ar_AR&__tn__=x", vanity],
    ["/pg/northwindcoffee/posts/", vanity],
    ["/profile.php?id=100028000000001", numbered],
    ["/people/Northwind-Coffee/100028000000001/", numbered],
    ["/people/Północ-Kawa/100028000000001/", numbered],
    ["/100028000000001", numbered],
    ["https://web.facebook.com/northwindcoffee", vanity],
  ] as const)("%s is a feed", ([path, account]) => {
    expect(at(path)).toEqual({ kind: "feed", account, feed: "posts" });
  });
  test.for([
    ["/northwindcoffee/about"],
    ["/northwindcoffee/photos"],
    ["/profile.php?id=100028000000001&sk=reviews"],
  ] as const)("%s is a tab without posts", ([path]) => {
    expect(at(path)).toMatchObject({ kind: "profile" });
  });
});

describe("single posts", () => {
  const locator = "pfbid02AbCdEfGhIjKlMnOpQrStUvWxYz123";
  test.for([
    [`/northwindcoffee/posts/${locator}`, vanity, locator],
    ["/northwindcoffee/posts/a-slug-of-words/1054930068793510/", vanity, "1054930068793510"],
    ["/northwindcoffee/posts/1054930068793510?comment_id=77777", vanity, "1054930068793510"],
    ["/northwindcoffee/videos/1054930068793510/", vanity, "1054930068793510"],
    ["/northwindcoffee/photos/a.123/1054930068793510", vanity, "1054930068793510"],
    [`/permalink.php?story_fbid=${locator}&id=100028000000001`, numbered, locator],
    ["/photo/?fbid=1054930068793510&set=a.1", null, "1054930068793510"],
    ["/photo.php?fbid=1054930068793510", null, "1054930068793510"],
    ["/reel/1054930068793510", null, "1054930068793510"],
    ["/watch/?v=1054930068793510", null, "1054930068793510"],
  ] as const)("%s", ([path, account, focal]) => {
    expect(at(path)).toEqual({ kind: "thread", account, focal });
  });
});

test.for([
  ["/"],
  ["/home.php"],
  ["/groups/12345678"],
  ["/groups/12345678/posts/1054930068793510"],
  ["/marketplace"],
  ["/watch"],
  ["/messages/t/1"],
  ["/login.php"],
  ["/profile.php"],
  ["/people/NoId"],
  ["/%E0%A4%A"],
  ["https://m.facebook.com/northwindcoffee"],
  ["https://facebook.com.example.com/northwindcoffee"],
  ["http://www.facebook.com/northwindcoffee"],
] as const)("%s is nothing to audit", ([path]) => {
  expect(at(path)).toBeNull();
});

test("names, addresses and keys agree", () => {
  expect(pageUrl(vanity)).toBe("https://www.facebook.com/northwindcoffee");
  expect(pageUrl(numbered)).toBe("https://www.facebook.com/profile.php?id=100028000000001");
  expect(pageKey({ id: "1", handle: "NorthWind" })).toBe("facebook:northwind");
  expect(pageKey(numbered)).toBe("facebook:100028000000001");
  expect(pageKey({ id: null, handle: null })).toBeNull();
  expect(accountAt("https://www.facebook.com/northwindcoffee?comment_id=Y29t&__cft__[0]=x")).toEqual(vanity);
  expect(accountAt("/groups/55555/user/100028000000001/")).toEqual(numbered);
  expect(accountAt("https://example.com/northwindcoffee")).toBeNull();
  expect(accountAt("#?abc")).toBeNull();
});

test("an account's field of its address holds one that is understood, or says that there is none", () => {
  const locator = `pfbid0${"Ab1".repeat(20)}`;
  for (const address of [
    "https://www.facebook.com/northwindcoffee",
    "https://www.facebook.com/profile.php?id=100028000000001",
    `https://www.facebook.com/people/Ann-Example/${locator}/`,
    `https://www.facebook.com/profile.php?id=${locator}`,
    null,
  ])
    expect(isAddress(address)).toBe(true);
  for (const other of [
    undefined,
    "",
    5,
    "https://www.facebook.com/people/Ann-Example/",
    `https://e.com/people/A/${locator}`,
  ])
    expect(isAddress(other)).toBe(false);
});

test("a permalink keeps what finds the post and drops what follows the person", () => {
  const href = "https://www.facebook.com/northwindcoffee/posts/pfbid0x?comment_id=5&__cft__[0]=secret&__tn__=R";
  expect(permalink(href)).toBe("https://www.facebook.com/northwindcoffee/posts/pfbid0x?comment_id=5");
  expect(permalink("javascript:alert(1)")).toBeNull();
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.string(), (url, text) => {
      place(new URL(url));
      at(`/${encodeURIComponent(text)}/posts/${encodeURIComponent(text)}`);
      accountAt(text);
      isAddress(text);
      permalink(text);
    }),
  );
});
