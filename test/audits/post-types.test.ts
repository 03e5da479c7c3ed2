// What posts are for, with what the rules leave open as bounds.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/post-types.ts";
import { judge } from "../../src/report/verdict.ts";
import { guardedWilson } from "../../src/stats/intervals.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, START, WEEK } from "../support/dataset.ts";

const TEXTS = [
  "Which roast do you like? Tell us in the comments",
  "Thanks to the new filters the water is softer",
  "Sign up today and save: 20% off",
  "The shop is closed on Monday",
  "Meet our new colleague Ana",
  "Our study of 400 shops: three lessons on waste",
  null,
];

describe("post-types", () => {
  const build = new DatasetBuilder("x", START + 5 * WEEK);
  TEXTS.forEach((text, day) => {
    build.post(START + day * DAY, { text, lang: "en" });
  });
  const found = findingsOf(audit, build.read("posts").build());

  it("gives shares of posts, what is sure and what is possible as bounds", () => {
    expect(found["communityShare"]).toMatchObject({
      value: 2 / 6,
      n: 6,
      of: 7,
      bounds: { lower: 1 / 7, upper: 3 / 7 },
      interval: { ...guardedWilson(2, 6), method: "wilson" },
    });
    expect(found["communityShare"]!.detail).toMatchObject({
      parts: [
        { key: "information", count: 3, side: "broadcast" },
        { key: "action", count: 1, side: "broadcast" },
        { key: "community", count: 2, side: "invite" },
      ],
    });
    expect(found["actionShare"]).toMatchObject({ value: 1 / 6 });
  });

  it("counts posts that ask and posts about people", () => {
    expect(found["askingShare"]).toMatchObject({ value: 1 / 7, evidenceTotal: 1 });
    expect(found["peopleShare"]!.value).toBe(1 / 7);
    expect(found["peopleShare"]!.bounds!.upper).toBe(2 / 7);
  });

  it("gives own posts with insight per week", () => {
    expect(found["insightPerWeek"]).toMatchObject({ unit: "perWeek", n: 7, state: "measured" });
    expect(found["insightPerWeek"]!.values).toMatchObject({ weeks: expect.closeTo(5, 6), insight: 1, perhaps: 1 });
    expect(found["insightPerWeek"]!.value).toBeCloseTo(0.2, 6);
  });

  it("judges nothing by one post", () => {
    const one = new DatasetBuilder("facebook", START + DAY);
    one.post(START, { text: "What do you think? Tell us. Meet our team member of the month", lang: "en" });
    const { askingShare, peopleShare } = findingsOf(audit, one.read("posts").build());
    for (const finding of [askingShare!, peopleShare!]) {
      expect(finding).toMatchObject({ value: 1, n: 1 });
      expect(judge(finding, { direction: "atLeast", value: 0.2, upper: null })).toBe("cannotTell");
    }
  });

  it("leaves open what posts are for in a language that it has no words of, as no site states it", () => {
    const swedish = new DatasetBuilder("linkedin");
    for (let i = 0; i < 30; i++) {
      const text = ["Tack till alla medlemmar som kom i kväll", "Grattis till årets vinnare av stipendiet"][i % 2]!;
      swedish.post(START + i * DAY, { text });
    }
    const { communityShare, askingShare } = findingsOf(audit, swedish.read("posts").build());
    expect(communityShare).toMatchObject({ bounds: { lower: 0, upper: 1 }, envelope: { lower: 0, upper: 1 } });
    expect(askingShare!.bounds).toEqual({ lower: 0, upper: 1 });
  });

  it("cannot tell a rate by six days, and says how much more to read", () => {
    const short = new DatasetBuilder("x", START + 6 * DAY);
    for (let i = 0; i < 6; i++) short.post(START + i * DAY, { text: "Our study of waste", lang: "en" });
    const { insightPerWeek } = findingsOf(audit, short.read("posts").build());
    expect(insightPerWeek).toMatchObject({ n: 6, state: "cannotTell", reason: "tooFew", envelope: null });
    expect(insightPerWeek!.next).toMatchObject({ key: "scrollFeed", feed: "posts", count: 22 });
    const middle = new DatasetBuilder("x").read("posts", START, { top: false });
    expect(findingsOf(audit, middle.build())["insightPerWeek"]!.next).toMatchObject({ key: "reload", feed: "posts" });
  });

  it("says nothing without posts", () => {
    expect(findingsOf(audit, new DatasetBuilder().build())["communityShare"]).toMatchObject({
      value: null,
      reason: "nothingRead",
      next: { key: "openFeed", feed: "posts" },
    });
  });
});
