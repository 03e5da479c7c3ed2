// Broadcast or conversation, by structure, over the window that the feeds have in common.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/conversation.ts";
import { bestThreadStep } from "../../src/audits/steps.ts";
import { compute } from "../../src/computed/computed.ts";
import { judge } from "../../src/report/verdict.ts";
import { guardedWilson, wilson } from "../../src/stats/intervals.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

describe("conversation on X", () => {
  it("divides answers by answers and own posts, a self-thread once, reposts apart", () => {
    const build = new DatasetBuilder();
    const head = build.post(START + DAY);
    build.answer(head, START + DAY + 1);
    build.post(START + DAY, { text: "Which one do you like?", lang: "en" });
    build.post(START + DAY, { text: "Open until six", lang: "en" });
    build.post(START + DAY, { repostOf: "theirs" });
    build.repost(START + DAY);
    for (let i = 0; i < 3; i++) build.answer(String(900 + i), START + 2 * DAY);
    build.answer("950", START - DAY);
    const { replyShare } = findingsOf(
      audit,
      build
        .read("posts")
        .read("replies", START + HOUR)
        .build(),
    );
    expect(replyShare).toMatchObject({
      value: 3 / 7,
      n: 7,
      interval: { ...guardedWilson(3, 7), method: "wilson" },
      window: { from: START + HOUR, to: build.readAt },
      values: { answer: 3, question: 1, selfThread: 1, original: 1, quote: 1, repost: 1, hidden: 0 },
    });
    expect(replyShare!.detail?.type === "composition" && replyShare!.detail.parts.map(({ key }) => key)).toEqual([
      "answer",
      "mention",
      "quote",
      "question",
      "selfThread",
      "original",
      "repost",
      "unclear",
    ]);
  });

  it("says which feed is missing, and that apart stretches share no window", () => {
    const build = new DatasetBuilder();
    build.post(START + DAY);
    build.read("posts");
    expect(findingsOf(audit, build.build())["replyShare"]).toMatchObject({
      value: null,
      state: "cannotTell",
      reason: "feedMissing",
      missing: ["replies"],
      next: { key: "openFeed", feed: "replies" },
    });
    build.read("replies", START - 30 * DAY, { to: START - 20 * DAY, top: false });
    expect(findingsOf(audit, build.build())["replyShare"]!.reason).toBe("noCommonWindow");
    expect(findingsOf(audit, new DatasetBuilder().build())["replyShare"]!.reason).toBe("nothingRead");
  });

  it("judges nothing by one answer, and not by the answers of one conversation as if each stood alone", () => {
    const few = new DatasetBuilder();
    few.answer("900", START + DAY);
    const one = findingsOf(audit, few.read("posts").read("replies").build())["replyShare"]!;
    expect(one).toMatchObject({ value: 1, n: 1 });
    expect(judge(one, { direction: "atLeast", value: 0.2, upper: null })).toBe("cannotTell");

    const busy = new DatasetBuilder();
    const asked = busy.post(START + DAY);
    for (let i = 0; i < 20; i++) busy.answer(busy.message(`p${i}`, asked, START + DAY), START + DAY + HOUR);
    for (let i = 2; i < 8; i++) busy.post(START + i * DAY);
    const { value, n, ...burst } = findingsOf(audit, busy.read("posts").read("replies").build())["replyShare"]!;
    expect([value, n]).toEqual([20 / 27, 27]);
    expect(wilson(20, 27).lower).toBeGreaterThan(0.4);
    expect(burst.envelope!.lower).toBeLessThan(0.4);
  });

  it("keeps answers to nobody knows whom in the bounds", () => {
    const build = new DatasetBuilder();
    build.post(START + DAY);
    build.answer("900", START + DAY);
    build.answer("901", START + DAY, { replyToAuthor: null });
    expect(findingsOf(audit, build.read("posts").read("replies").build())["replyShare"]).toMatchObject({
      value: 0.5,
      bounds: { lower: 0.5, upper: 2 / 3 },
    });
  });
});

describe("conversation on Facebook and LinkedIn", () => {
  it("is a lower bound while threads are unread", () => {
    for (const network of ["facebook", "linkedin"] as const) {
      const build = new DatasetBuilder(network);
      const post = build.post(START + DAY, { comments: 2 });
      build.answer(build.message("ann", post, START + DAY), START + 2 * DAY);
      build.post(START + 3 * DAY, { comments: 6 });
      const { replyShare } = findingsOf(audit, build.read("posts").open(post).build());
      expect(replyShare).toMatchObject({ value: 1 / 3, bounds: { lower: 1 / 3, upper: 7 / 9 }, of: null });
      expect(replyShare!.next).toMatchObject({ key: "openThread", count: 6 });
    }
  });

  it("does not take a count of comments that is not shown for none", () => {
    const page = (...counts: (number | null)[]) => {
      const build = new DatasetBuilder("facebook");
      const post = build.post(START + DAY, { comments: 2 });
      build.answer(build.message("ann", post, START + DAY), START + 2 * DAY);
      const posts = counts.map((comments, i) => build.post(START + (3 + i) * DAY, { comments }));
      return { build: build.read("posts").open(post, { complete: true }), posts };
    };
    const replyShare = ({ build }: ReturnType<typeof page>) => findingsOf(audit, build.build())["replyShare"]!;
    expect(replyShare(page(0, 0)).bounds).toEqual({ lower: 1 / 4, upper: 1 / 4 });
    // As many as the post that has most: two.
    const unsaid = page(0, null);
    expect(replyShare(unsaid)).toMatchObject({
      value: 1 / 4,
      bounds: { lower: 1 / 4, upper: 3 / 6 },
      values: { uncounted: 1, hidden: 0 },
    });
    expect(replyShare(unsaid).envelope!.upper).toBeGreaterThanOrEqual(wilson(3, 6).upper);
    // What was read whole is known.
    const [, opened] = unsaid.posts;
    unsaid.build.open(opened!, { complete: true });
    expect(replyShare(unsaid).bounds).toEqual({ lower: 1 / 4, upper: 1 / 4 });
  });

  it("proves nothing more by comments that were not read", () => {
    // Read, they would make the conversations more alike, and the limits narrower.
    const page = (comments: number) => {
      const build = new DatasetBuilder("facebook");
      const post = build.post(START + DAY, { comments: 26 });
      for (let i = 0; i < 13; i++) build.answer(build.message(`p${i}`, post, START + DAY), START + DAY + HOUR);
      for (let i = 2; i < 8; i++) build.post(START + i * DAY, { comments });
      return findingsOf(audit, build.read("posts").open(post, { complete: true }).build())["replyShare"]!;
    };
    const [all, some] = [page(0), page(1)];
    expect([all.value, some.value, some.values["hidden"]]).toEqual([13 / 20, 13 / 20, 6]);
    expect(some.envelope!.upper).toBeGreaterThanOrEqual(all.envelope!.upper!);
  });

  it("cannot bound the answers where no post says how many comments it has, and names the post to open", () => {
    const build = new DatasetBuilder("linkedin");
    const posts = [0, 1, 2].map((i) => build.post(START + i * DAY, { comments: null }));
    const { replyShare } = findingsOf(audit, build.read("posts", START, { end: true }).build());
    expect(replyShare).toMatchObject({ value: 0, bounds: { lower: 0, upper: 1 }, envelope: { upper: 1 } });
    expect(judge(replyShare!, { direction: "atLeast", value: 0.2, upper: null })).toBe("cannotTell");
    const step = bestThreadStep(
      { dataset: build.build(), computed: compute(build.build(), null, "UTC") } as never,
      0,
      3,
      9,
    );
    expect(step).toMatchObject({ key: "openThread", record: posts[2]!.id, count: null });
  });

  it("does not take answers below an older post for all of them while more of its messages are unread", () => {
    const since = START + 56 * DAY;
    const build = new DatasetBuilder("facebook");
    const old = build.post(START, { comments: 500 });
    // Below this one nothing is known to have been said in the window: nothing is looked for there.
    build.post(START + DAY, { comments: 80 });
    for (let i = 0; i < 3; i++) {
      const at = START + 63 * DAY + i * HOUR;
      build.answer(build.message(`p${i}`, old, at), at + HOUR);
    }
    for (let i = 0; i < 40; i++) build.post(since + 12 * i * HOUR, { comments: 0 });
    const { replyShare } = findingsOf(audit, build.read("posts", since).open(old).build());
    expect(replyShare).toMatchObject({
      value: 3 / 43,
      values: { hidden: 494 },
      bounds: { lower: 3 / 43, upper: (3 + 494) / (43 + 494) },
    });
    expect(judge(replyShare!, { direction: "atLeast", value: 0.33, upper: null })).toBe("cannotTell");
  });
});
