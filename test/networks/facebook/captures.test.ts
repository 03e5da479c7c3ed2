// @vitest-environment jsdom
// The reader against real answers and pages kept beside the repository; what they hold was counted independently.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isExact } from "../../../src/domain/moment.ts";
import type { Observation, Reading } from "../../../src/domain/observation.ts";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const shared = join(dirname(fileURLToPath(import.meta.url)), "../../../../shared/captures");
const present = existsSync(join(shared, "expected.json"));
const AT = Date.UTC(2026, 0, 1);

interface Expected {
  posts: number;
  postsWithTime: number;
  comments: number;
  commentsWithTime: number;
  repliesWithKnownParent: number;
  answersByPostOwner: { post: string; comment: string; reply: string; seconds: number }[];
  postTimes: Record<string, number>;
  sharedOriginals?: Record<string, string>;
}
const all: Record<string, Expected> = present ? JSON.parse(readFileSync(join(shared, "expected.json"), "utf8")) : {};
const files = Object.entries(all).filter(([name]) => name.startsWith("facebook/"));

function read(name: string): Reading[] {
  const text = readFileSync(join(shared, name), "utf8");
  if (name.endsWith(".html")) {
    const root = new DOMParser().parseFromString(text, "text/html");
    return readingsIn(createFacebook().readDocument(root, new URL("https://www.facebook.com/"), AT));
  }
  const exchange = { url: "https://www.facebook.com/api/graphql/", method: "POST", body: "", text };
  return readingsIn(createFacebook().readResponse(exchange, AT));
}

/** Each id once: a post stands in the feed and above its thread. */
const ofSource = (readings: Reading[], source: "json" | "dom"): Observation[] => [
  ...new Map(
    readings
      .filter((reading) => reading.source === source)
      .flatMap(({ observations }) => observations)
      .map((one) => [one.id, one]),
  ).values(),
];

describe.skipIf(!present)("Facebook's captures (skipped where ../shared/captures is not there)", () => {
  test.for(files)("%s", ([name, expected]) => {
    const readings = read(name);
    const observations = ofSource(readings, "json");
    const posts = observations.filter(({ kind }) => kind === "post" || kind === "repost");
    const comments = observations.filter(({ kind }) => kind === "comment" || kind === "reply");
    expect(Object.fromEntries(posts.map((post) => [post.id, post.created.from / 1_000]))).toEqual(expected.postTimes);
    expect(posts).toHaveLength(expected.posts);
    expect(posts.filter(({ created }) => isExact(created))).toHaveLength(expected.postsWithTime);
    expect(comments).toHaveLength(expected.comments);
    expect(comments.filter(({ created }) => isExact(created))).toHaveLength(expected.commentsWithTime);
    const byId = new Map(observations.map((one) => [one.id, one]));
    const replies = comments.filter(({ kind, replyTo }) => kind === "reply" && byId.has(replyTo ?? ""));
    expect(replies).toHaveLength(expected.repliesWithKnownParent);
    const answers = replies.flatMap((reply) => {
      const comment = byId.get(reply.replyTo!)!;
      const post = byId.get(reply.thread!);
      if (!post || !reply.author || post.author?.id !== reply.author.id || comment.author?.id === reply.author.id)
        return [];
      const seconds = (reply.created.from - comment.created.from) / 1_000;
      return [{ post: post.id, comment: comment.id, reply: reply.id, seconds }];
    });
    expect(answers).toEqual(expected.answersByPostOwner);
    const originals = posts.filter(({ repostOf }) => repostOf).map(({ id, repostOf }) => [id, repostOf]);
    expect(Object.fromEntries(originals)).toEqual(expected.sharedOriginals ?? {});
    expect(readings.flatMap(({ unread }) => unread)).toEqual([]);
  });

  test("the permalink's ten drawn comments are ten of its eleven answers, by id, author and thread", () => {
    const readings = read("facebook/permalink.logged-out.2025-06-20.html");
    const told = new Map(ofSource(readings, "json").map((one) => [one.id, one]));
    const drawn = ofSource(readings, "dom").filter(({ kind }) => kind !== "post");
    expect(drawn).toHaveLength(10);
    for (const { id, kind, thread, author, text } of drawn) {
      expect(told.get(id)).toMatchObject({ kind, thread, author: { handle: author?.handle } });
      expect(text?.replace(/\s+/g, "").slice(0, 10)).toBe(told.get(id)?.text?.replace(/\s+/g, "").slice(0, 10));
    }
  });

  test("drawn alone, the permalink's comments have their times as intervals around the exact ones", () => {
    const name = "facebook/permalink.logged-out.2025-06-20.html";
    const told = new Map(ofSource(read(name), "json").map((one) => [one.id, one.created.from]));
    const bare = readFileSync(join(shared, name), "utf8").replace(/<script.*?<\/script>/gs, "");
    const root = new DOMParser().parseFromString(bare, "text/html");
    // The page was drawn at this time; the labels count back from it.
    const readings = readingsIn(
      createFacebook().readDocument(root, new URL("https://www.facebook.com/"), 1_750_413_371_132),
    );
    const drawn = ofSource(readings, "dom");
    expect(drawn.filter(({ kind }) => kind === "comment")).toHaveLength(10);
    for (const { id, created } of drawn.filter(({ kind }) => kind === "comment")) {
      expect(created.from).toBeLessThanOrEqual(told.get(id)!);
      expect(created.to).toBeGreaterThan(told.get(id)!);
      expect(isExact(created)).toBe(false);
    }
    const post = drawn.find(({ kind }) => kind === "post");
    expect(post).toMatchObject({ id: "3741738029450159", author: { handle: "salmanmd.sultan.1" } });
    expect(post!.created.from).toBeLessThanOrEqual(1_748_581_325_000);
    expect(post!.created.to).toBeGreaterThan(1_748_581_325_000);
  });
});
