// What the page published, told apart by structure.
import { describe, expect, it } from "vitest";
import { type OwnType, ownItems } from "../../src/computed/own-items.ts";
import { indexRecords } from "../../src/computed/record-index.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import { DatasetBuilder, HOUR, START } from "../support/dataset.ts";

const typesOf = (dataset: Dataset): Record<string, OwnType> =>
  Object.fromEntries(
    ownItems(dataset, indexRecords(dataset), new Set(["northwind", "northwindhelp"])).items.map(({ record, type }) => [
      record.id,
      type,
    ]),
  );

describe("ownItems", () => {
  it("tells originals, quotes, mentions, reposts and answers apart", () => {
    const build = new DatasetBuilder();
    build.post(START, { id: "original", text: "Good morning, see you at @northwind and @NorthwindHelp" });
    build.post(START, { id: "quote", repostOf: "somebody's" });
    build.post(START, { id: "quotes-itself", repostOf: "original" });
    build.post(START, { id: "mention", text: "Thanks @ana for the visit" });
    build.post(START, { id: "mail", text: "Write to hello@example.com" });
    build.post(START, { id: "addressed", replyToAuthor: { role: "other", key: "ann" } });
    build.repost(START, { id: "repost" });
    build.answer("900", START, { id: "answer" });
    build.answer("901", START, { id: "unclear", replyToAuthor: null });
    expect(typesOf(build.build())).toEqual({
      original: "original",
      quote: "quote",
      "quotes-itself": "original",
      mention: "mention",
      mail: "original",
      addressed: "mention",
      repost: "repost",
      answer: "answer",
      unclear: "unclear",
    });
  });

  it("counts a self-thread once, whether its head is loaded or not", () => {
    const build = new DatasetBuilder();
    const head = build.post(START, { id: "head" });
    const second = build.answer(head, START + 1, { id: "second" });
    build.answer(second, START + 2, { id: "third" });
    const us = { role: "page", key: "page-key" } as const;
    build.answer("gone", START + HOUR, { id: "tail", replyToAuthor: us, thread: "elsewhere" });
    build.answer("gone2", START + HOUR + 1, { id: "tail2", replyToAuthor: us, thread: "elsewhere" });
    expect(typesOf(build.build())).toEqual({ head: "selfThread", tail: "selfThread" });
  });

  it("leaves what continues an answer with the answer, and a sister's posts with the sister", () => {
    const build = new DatasetBuilder();
    const answer = build.answer("900", START, { id: "answer", thread: "t" });
    build.answer(answer, START + 1, { id: "more", thread: "t" });
    const sister = { role: "sister", key: "help" } as const;
    build.post(START, { id: "sisters-post", author: sister });
    build.answer("901", START, { id: "sisters-answer", author: sister });
    expect(typesOf(build.build())).toEqual({ answer: "answer", "sisters-answer": "answer" });
  });

  it("takes a page's comment below its own post for none of these", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START, { id: "post" });
    build.answer(post, START + 1, { id: "first-comment" });
    expect(typesOf(build.build())).toEqual({ post: "original" });
  });

  it("never counts another account's promoted post", () => {
    const build = new DatasetBuilder();
    build.post(START, { id: "ours", promoted: true });
    build.post(START, { id: "theirs", promoted: true, author: { role: "other", key: "shop" } });
    const dataset = build.build();
    expect(indexRecords(dataset).nodes.map(({ record }) => record.id)).toEqual(["ours"]);
    expect(typesOf(dataset)).toEqual({ ours: "original" });
  });
});
