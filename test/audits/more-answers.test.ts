// Figures over the page's answers: what to open where more of those may be read.
import { expect, it } from "vitest";
import { audit as canned } from "../../src/audits/canned-replies.ts";
import { audit as handoffs } from "../../src/audits/private-handoffs.ts";
import { findingsOf } from "../support/audit.ts";
import { DatasetBuilder, START } from "../support/dataset.ts";

it.each([
  [canned, "cannedShare"],
  [handoffs, "movedToPrivate"],
] as const)("asks for older answers as long as there are any, and elsewhere for threads (%#)", (audit, key) => {
  const next = (build: DatasetBuilder) => findingsOf(audit, build.build())[key]!.next;
  const onX = new DatasetBuilder();
  onX.answer("1", START, { text: "We open at nine", lang: "en" });
  expect(next(onX)).toMatchObject({ key: "openFeed", feed: "replies" });
  expect(next(onX.read("replies"))).toMatchObject({ key: "scrollFeed", feed: "replies" });
  const all = new DatasetBuilder();
  all.answer("1", START, { text: "We open at nine", lang: "en" });
  expect(next(all.read("replies", START, { end: true }))).toBeNull();
  const elsewhere = new DatasetBuilder("facebook");
  const read = elsewhere.post(START, { comments: 2 });
  elsewhere.answer(elsewhere.message("a", read, START + 1), START + 2, { text: "We open at nine", lang: "en" });
  const unread = elsewhere.post(START + 3, { comments: 5 });
  expect(next(elsewhere.open(read, { complete: true }))).toMatchObject({ key: "openThread", record: unread.id });
});
