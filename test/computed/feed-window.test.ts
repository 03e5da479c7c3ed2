// The common window of feeds: the newest stretch of time that all of them cover.
import { describe, expect, it } from "vitest";
import { commonWindow } from "../../src/computed/feed-window.ts";
import type { Coverage, Segment } from "../../src/domain/dataset.ts";
import type { Feed } from "../../src/domain/page.ts";

type Stretch = Partial<Segment> & { from: number; to: number };
const coverage = (feeds: Partial<Record<Feed, Stretch[]>>): Coverage => ({
  feeds: Object.entries(feeds).map(([feed, segments]) => ({
    feed: feed as Feed,
    segments: segments.map((segment) => ({ topAt: null, end: false, next: null, ...segment })),
    observedAt: 1_000,
  })),
  threads: [],
  unread: [],
  signedIn: null,
});

describe("commonWindow", () => {
  it("reaches from the later beginning to the earlier end", () => {
    const both = coverage({
      posts: [{ from: 100, to: 900, topAt: 1_000 }],
      replies: [{ from: 400, to: 800, topAt: 990 }],
    });
    expect(commonWindow(both, ["posts", "replies"])).toEqual({
      window: { from: 400, to: 990, top: true, end: false },
      missing: [],
      shortest: "replies",
    });
  });

  it("knows no beginning where a feed was read to its end", () => {
    const both = coverage({ posts: [{ from: 500, to: 900, end: true }], replies: [{ from: 100, to: 900 }] });
    expect(commonWindow(both, ["posts", "replies"]).window).toMatchObject({ from: 100, end: false, top: false });
    const ended = coverage({
      posts: [{ from: 500, to: 900, end: true }],
      replies: [{ from: 100, to: 900, end: true }],
    });
    expect(commonWindow(ended, ["posts", "replies"])).toMatchObject({
      window: { from: 100, end: true },
      shortest: null,
    });
  });

  it("takes the mixed feed for each of the others and joins what overlaps", () => {
    const mixed = coverage({ all: [{ from: 100, to: 500 }], posts: [{ from: 400, to: 900, topAt: 950 }] });
    expect(commonWindow(mixed, ["posts"]).window).toEqual({ from: 100, to: 950, top: true, end: false });
    expect(commonWindow(mixed, ["posts", "replies"]).window).toMatchObject({ from: 100, to: 500, top: false });
  });

  it("takes the newest stretch and leaves out what lies behind a gap", () => {
    const gap = coverage({
      posts: [
        { from: 800, to: 900, topAt: 950 },
        { from: 100, to: 700, end: true },
      ],
    });
    expect(commonWindow(gap, ["posts"]).window).toMatchObject({ from: 800, to: 950, end: false });
  });

  it("says which feed is missing, and that stretches without common time give no window", () => {
    expect(commonWindow(coverage({ posts: [{ from: 1, to: 2 }] }), ["posts", "replies"])).toMatchObject({
      window: null,
      missing: ["replies"],
    });
    const apart = coverage({ posts: [{ from: 800, to: 900 }], replies: [{ from: 100, to: 200 }] });
    expect(commonWindow(apart, ["posts", "replies"])).toMatchObject({ window: null, missing: [], shortest: "posts" });
  });
});
