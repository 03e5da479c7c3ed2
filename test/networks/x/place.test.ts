// X's addresses: what can be audited, and what each shows.
import { describe, expect, it } from "vitest";
import { x } from "../../../src/networks/x/index.ts";
import { accountLink, permalink, postLink } from "../../../src/networks/x/place.ts";

const place = (url: string) => x.place(new URL(url));
const account = { id: null, handle: "NorthwindTea" };
const ID = "2097988450513846273";

describe("place", () => {
  it.each([
    ["https://x.com/NorthwindTea", "posts"],
    ["https://www.x.com/NorthwindTea/", "posts"],
    ["https://twitter.com/NorthwindTea?lang=de#top", "posts"],
    ["https://mobile.twitter.com/NorthwindTea/with_replies", "replies"],
    ["https://x.com/NorthwindTea/reposts", "reposts"],
    ["https://x.com/NorthwindTea/all", "all"],
  ])("%s is a feed", (url, feed) => {
    expect(place(url)).toEqual({ kind: "feed", account, feed });
  });
  it.each(["media", "highlights", "articles", "likes", "superfollows", "affiliates", "followers", "reposts/2"])(
    "the tab %s has no list of posts to cover",
    (tab) => {
      expect(place(`https://x.com/NorthwindTea/${tab}`)).toEqual({ kind: "profile", account });
    },
  );
  it.each(["status", "statuses", "article"])("/%s/ shows a post", (word) => {
    for (const view of ["", "/", "/photo/1", "/video/1", "/mediaViewer"]) {
      expect(place(`https://x.com/NorthwindTea/${word}/${ID}${view}`)).toEqual({ kind: "thread", account, focal: ID });
    }
  });
  it("knows a post without its author", () => {
    for (const path of [`/i/status/${ID}`, `/i/web/status/${ID}`]) {
      expect(place(`https://x.com${path}`)).toEqual({ kind: "thread", account: null, focal: ID });
    }
  });
  it.each(["quotes", "likes", "retweets", "analytics", "history"])("a post's %s are lists of their own", (view) => {
    expect(place(`https://x.com/NorthwindTea/status/${ID}/${view}`)).toEqual({ kind: "profile", account });
    expect(place(`https://x.com/i/status/${ID}/${view}`)).toBeNull();
  });
  it.each([
    "https://x.com/",
    "https://x.com/home",
    "https://x.com/Explore/tabs/for-you",
    "https://x.com/search?q=tea",
    "https://x.com/i/bookmarks",
    "https://x.com/i/lists/12",
    "https://x.com/notifications",
    "https://x.com/messages/1-2",
    "https://x.com/settings/account",
    "https://x.com/NorthwindTea/status/abc",
    "https://x.com/NorthwindTea/status/0",
    "https://x.com/NorthwindTea/status/99999999999999999999",
    "https://x.com/not-a-handle",
    "https://x.com/a_handle_that_is_much_too_long",
    "https://notx.com/NorthwindTea",
    "https://x.com.evil.example/NorthwindTea",
    "https://api.x.com/NorthwindTea",
    "ftp://x.com/NorthwindTea",
  ])("%s cannot be audited", (url) => {
    expect(place(url)).toBeNull();
  });
});

describe("names", () => {
  it("keys a page by its handle, case ignored", () => {
    expect(x.pageKey(account)).toBe("x:northwindtea");
    expect(x.pageKey({ id: "12", handle: null })).toBeNull();
    expect(x.pageKey({ id: null, handle: "home" })).toBeNull();
  });
  it("leads to the page by handle, else by id", () => {
    expect(x.pageUrl(account)).toBe("https://x.com/NorthwindTea");
    expect(x.pageUrl({ id: "12", handle: null })).toBe("https://x.com/i/user/12");
  });
  it("links posts in a form that names no one, and that it understands", () => {
    expect(place(permalink(ID))).toEqual({ kind: "thread", account: null, focal: ID });
  });
  it("reads links of its own sites only", () => {
    expect(postLink(`/NorthwindTea/status/${ID}`)).toEqual({ handle: "NorthwindTea", id: ID });
    for (const href of ["https://evil.example/a/status/12", "javascript:alert(1)", "http://[", "", "/NorthwindTea"]) {
      expect(postLink(href)).toBeNull();
    }
    expect(accountLink("/NorthwindTea")).toBe("NorthwindTea");
    for (const href of ["/home", "/a/b", "NorthwindTea", "//evil.example", "/a-b"])
      expect(accountLink(href)).toBeNull();
  });
});

describe("responses", () => {
  const copied = (line: string): boolean => new RegExp(x.responses!).test(line);
  it.each([
    "GET https://x.com/i/api/graphql/V1ze5q3ijDS1VeLwLY0m7g/UserTweets?variables=%7B%7D ",
    "GET https://api.x.com/graphql/a-b_C/TweetDetail?variables=1 ",
    'POST https://x.com/i/api/graphql/q/UserRepliesTimeline {"variables":{}}',
    "GET https://mobile.twitter.com/i/api/graphql/q/UserByScreenName ",
    "GET https://x.com/i/api/graphql/q/UserTweetsAndReplies",
  ])("copies %s", (line) => {
    expect(copied(line)).toBe(true);
  });
  it.each([
    "GET https://x.com/i/api/graphql/q/HomeTimeline?variables=1 ",
    "GET https://x.com/i/api/graphql/q/UserTweetsOther ",
    "GET https://x.com.evil.example/i/api/graphql/q/UserTweets ",
    "GET https://evil.example/https://x.com/i/api/graphql/q/UserTweets ",
    "GET http://x.com/i/api/graphql/q/UserTweets ",
    "GET https://x.com/i/api/1.1/dm/inbox_initial_state.json ",
    "PUT https://x.com/i/api/graphql/q/UserTweets ",
  ])("leaves %s", (line) => {
    expect(copied(line)).toBe(false);
  });
});
