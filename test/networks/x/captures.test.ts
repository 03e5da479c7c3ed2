// X's real answers and pages, where they lie beside the project: the records must equal what independent scripts counted.
import { existsSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { createdFromId } from "../../../src/domain/moment-from-id.ts";
import type { Observation, Reading } from "../../../src/domain/observation.ts";
import { x } from "../../../src/networks/x/index.ts";

const CAPTURES = new URL("../../../../shared/captures/", import.meta.url);
const there = existsSync(new URL("expected.json", CAPTURES));

interface Expected {
  readonly page?: string;
  readonly posts: number;
  readonly byPage?: number;
  readonly reposts?: number;
  readonly selfReplies?: number;
  readonly answersToOthers?: readonly { reply: string; to: string; ms: number; parentInFile: boolean }[];
}

const OPERATIONS: readonly (readonly [RegExp, string])[] = [
  [/tweet-detail/, "TweetDetail"],
  [/user-tweets-and-replies|error/, "UserTweetsAndReplies"],
  [/user-replies-timeline/, "UserRepliesTimeline"],
  [/user-by-screen-name/, "UserByScreenName"],
  [/user-tweets/, "UserTweets"],
];

function readJson(file: string): Reading {
  const operation = OPERATIONS.find(([name]) => name.test(file))![1];
  const url = `https://x.com/i/api/graphql/abc/${operation}`;
  const text = readFileSync(new URL(file, CAPTURES), "utf8");
  const readings = [...x.readResponse({ url, method: "GET", body: "", text }, 1_800_000_000_000)];
  expect(readings).toHaveLength(1);
  return readings[0]!;
}

const published = (id: string): number => createdFromId("x", id)!.from;

function summary({ observations }: Reading, page: string): Required<Omit<Expected, "page">> {
  const is = (handle: string | null | undefined): boolean => handle?.toLowerCase() === page.toLowerCase();
  const complete = observations.filter(({ author }) => author?.handle && author.id);
  const own = complete.filter(({ author }) => is(author?.handle));
  const replies = own.filter(({ kind }) => kind === "reply");
  const [self, others] = [true, false].map((wanted) =>
    replies.filter(({ replyToAuthor }) => is(replyToAuthor?.handle) === wanted),
  ) as [Observation[], Observation[]];
  return {
    posts: new Set(complete.map(({ id }) => id)).size,
    byPage: own.length,
    reposts: own.filter(({ kind }) => kind === "repost").length,
    selfReplies: self.length,
    answersToOthers: others
      .map(({ id, replyTo }) => ({
        reply: id,
        to: replyTo!,
        // From ids, as they were counted. One message of 2026-07-21 was edited before it was answered: its author
        // waited 62,024 ms longer, and `created` says so.
        ms: published(id) - published(replyTo!),
        parentInFile: observations.some((other) => other.id === replyTo),
      }))
      .sort((a, b) => published(a.reply) - published(b.reply)),
  };
}

describe.skipIf(!there)("captures of X (skipped where ../shared/captures is missing)", () => {
  const expected: Record<string, Expected> = there
    ? JSON.parse(readFileSync(new URL("expected.json", CAPTURES), "utf8"))
    : {};
  for (const [file, { page = "nobody", ...counts }] of Object.entries(expected)) {
    if (!file.startsWith("x/")) continue;
    it(file, () => {
      const reading = readJson(file);
      expect(summary(reading, page)).toMatchObject(counts);
      expect(reading.unread).toEqual(file.includes("error") ? [{ reason: "siteError", count: 1 }] : []);
      if (counts.byPage) expect(reading.owner?.handle).toBe(page);
    });
  }

  it("has every time to the millisecond, and of the one edited post when people first could read it", () => {
    const files = Object.keys(expected).filter((file) => file.startsWith("x/"));
    const all = files.flatMap((file) => readJson(file).observations);
    for (const { id, created } of all) expect(created).toEqual({ from: published(id), to: published(id) + 1 });
    const edited = all.flatMap(({ id, created, earlier }) =>
      earlier ? [[id, created.from - earlier.first.from]] : [],
    );
    expect(edited).toEqual([["2071753255055700455", 62_024]]);
  });

  it.each([
    ["dom.profile.2026-09-03.zh.html", "https://x.com/bob", 6],
    ["dom.status.2026-09-03.zh.html", "https://x.com/bob/status/1000000000000000001", 1],
    ["dom.cell-quote.2025-10.en.html", "https://x.com/TestQuoter", 1],
    ["dom.status-article.2026-02.en.html", "https://x.com/arscontexta/status/2013045749580259680", 1],
  ])("%s", (file, url, posts) => {
    const dom = new JSDOM(readFileSync(new URL(`x/${file}`, CAPTURES), "utf8"), { url });
    const [reading] = [...x.readDocument(dom.window.document, new URL(url), 1_800_000_000_000)];
    expect(reading?.observations).toHaveLength(posts);
    expect(reading?.observations.every(({ author, text }) => author?.handle && text)).toBe(true);
    expect(reading?.unread).toEqual([]);
  });
});
