// Ids and addresses: every spelling of a urn is one name, times come only from ids that hold one, addresses say what they show.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountOfLink, accountOfUrn, pageKey, pageUrl, place } from "../../../src/networks/linkedin/address.ts";
import { commentOf, commentUrl, postId, postOf, timeOf } from "../../../src/networks/linkedin/urn.ts";

const A = "7528743803293332615";
const C = "7528751352956540534";

describe("urns", () => {
  it.each([
    `urn:li:comment:(activity:${A},${C})`,
    `urn:li:comment:(ugcPost:${A},${C})`,
    `urn:li:comment:(urn:li:activity:${A},${C})`,
    `urn:li:comment:(urn:li:ugcPost:${A},${C})`,
    `urn:li:fsd_comment:(${C},urn:li:activity:${A})`,
    `urn:li:fs_objectComment:(${C},activity:${A})`,
    `urn:li:fsd_socialDetail:(urn:li:comment:(activity:${A},${C}),urn:li:comment:(activity:${A},${C}),urn:li:highlightedReply:-)`,
    `replaceableComment_urn:li:comment:(urn:li:activity:${A},${C})`,
  ])("%s is the one comment, and no post", (urn) => {
    expect(commentOf(urn)).toMatchObject({ id: C, post: { number: A } });
    expect(postOf(urn)).toBeNull();
  });

  it.each([
    [`urn:li:activity:${A}`, A],
    [`urn:li:ugcPost:${A}`, `ugcPost:${A}`],
    [`urn:li:share:${A}`, `share:${A}`],
    [`urn:li:aggregate:(urn:li:activity:${A},urn:li:activity:${C})`, A],
    [`urn:li:fsd_update:(urn:li:activity:${A},MAIN_FEED,EMPTY,DEFAULT,false)`, A],
    [`urn:li:fs_socialDetail:urn:li:activity:${A}`, A],
  ])("%s is the post %s", (urn, id) => {
    expect(postId(postOf(urn)!)).toBe(id);
  });

  it("takes the time from the upper bits without losing a digit", () => {
    expect(timeOf("7320726187863883777")).toBe(1_745_397_135_702);
    expect(timeOf("12")).toBeNull();
    expect(timeOf("x")).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 1_262_304_000_000, max: 4_000_000_000_000 }),
        fc.integer({ min: 0, max: 4_194_303 }),
        (ms, low) => {
          expect(timeOf(String((BigInt(ms) << 22n) | BigInt(low)))).toBe(ms);
        },
      ),
    );
  });

  it("addresses a comment without naming anybody", () => {
    const url = new URL(commentUrl({ kind: "activity", number: A }, C));
    expect(commentOf(url.searchParams.get("dashCommentUrn"))?.id).toBe(C);
  });
});

describe("addresses", () => {
  const shown = (path: string) => place(new URL(path, "https://www.linkedin.com"));
  it.each([
    [
      "/company/northwind-tools/posts/?feedView=all",
      { kind: "feed", account: { id: null, handle: "northwind-tools" }, feed: "posts" },
    ],
    ["/company/Northwind-Tools", { kind: "feed", account: { id: null, handle: "northwind-tools" }, feed: "posts" }],
    ["/company/%E5%8C%97%E9%A2%A8/posts/", { kind: "feed", account: { id: null, handle: "北風" }, feed: "posts" }],
    ["/showcase/northwind-labs/", { kind: "feed", account: { id: null, handle: "northwind-labs" }, feed: "posts" }],
    [
      "/school/northwind-academy/posts/",
      { kind: "feed", account: { id: null, handle: "northwind-academy" }, feed: "posts" },
    ],
    [
      "/company/4711/admin/page-posts/published/",
      { kind: "feed", account: { id: "4711", handle: null }, feed: "posts" },
    ],
    ["/company/4711/admin/analytics/followers/", { kind: "profile", account: { id: "4711", handle: null } }],
    ["/company/northwind-tools/about/", { kind: "profile", account: { id: null, handle: "northwind-tools" } }],
    [`/feed/update/urn:li:activity:${A}/`, { kind: "thread", account: null, focal: A }],
    [`/feed/update/urn%3Ali%3AugcPost%3A${A}`, { kind: "thread", account: null, focal: `ugcPost:${A}` }],
    [`/posts/northwind-tools_fair-2026-activity-${A}-aB_c`, { kind: "thread", account: null, focal: A }],
    [`/posts/northwind-tools_fair-share-${A}-aBcD`, { kind: "thread", account: null, focal: `share:${A}` }],
    ["/feed/", null],
    ["/in/anna-berg/", null],
    ["/company/", null],
    ["/company/%E0%A4%A/posts/", null],
  ])("%s", (path, expected) => {
    expect(shown(path)).toEqual(expected);
  });

  it("serves no other host", () => {
    expect(place(new URL("https://linkedin.com.evil.example/company/x/"))).toBeNull();
  });

  it("leads whoever stands in the admin view to the visitor's", () => {
    expect(pageUrl({ id: "4711", handle: null })).toBe("https://www.linkedin.com/company/4711/posts/?feedView=all");
    expect(pageKey({ id: "4711", handle: "northwind-tools" })).toBe("linkedin:northwind-tools");
  });

  it("names organisations by number and vanity name, people by their address", () => {
    expect(accountOfLink("https://no.linkedin.com/company/Northwind-Tools?trk=x")).toEqual({
      id: null,
      handle: "northwind-tools",
    });
    expect(accountOfLink("/company/northwind-tools/?miniCompanyUrn=urn%3Ali%3Afs_miniCompany%3A4711")).toEqual({
      id: "4711",
      handle: "northwind-tools",
    });
    expect(accountOfLink("/company/4711/")).toEqual({ id: "4711", handle: null });
    expect(accountOfLink("/in/Anna-Berg?miniProfileUrn=urn%3Ali%3Afsd_profile%3AACoAA")).toEqual({
      id: null,
      handle: "in/anna-berg",
    });
    expect(accountOfLink("https://example.com/company/northwind-tools")).toBeNull();
    expect(accountOfUrn("urn:li:fsd_company:4711")).toEqual({ id: "4711", handle: null });
    expect(accountOfUrn("urn:li:fsd_profile:ACoAAA1")).toEqual({ id: "ACoAAA1", handle: null });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.webUrl(), (url) => void place(new URL(url))));
    fc.assert(
      fc.property(fc.string(), (text) => {
        place(new URL(`https://www.linkedin.com/company/${encodeURIComponent(text)}/`));
        accountOfLink(text);
        accountOfUrn(text);
        postOf(text);
        commentOf(text);
      }),
    );
  });
});
