// One person is one person: named by handle in one answer and by id in the next, in one session or in two.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { graphqlAnswer } from "../../scripts/demo/facebook/answers.mjs";
import { feedbackId, storyId } from "../../scripts/demo/facebook/ids.mjs";
import { below, COMPANY, postsOf, repliesBelow, tellStory } from "../../scripts/demo/facebook/story.mjs";
import { receive } from "../../src/background/inbox.ts";
import { Session } from "../../src/collect/session.ts";
import { indexRecords } from "../../src/computed/record-index.ts";
import { conversations } from "../../src/computed/threads.ts";
import type { Reading } from "../../src/domain/observation.ts";
import { createFacebook } from "../../src/networks/facebook/index.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { listPages } from "../../src/store/library.ts";
import { loadDataset } from "../../src/store/records.ts";

const BASE = Date.UTC(2026, 10, 20, 12);
const world = tellStory(BASE);
const [post, comment, reply] = postsOf(world, COMPANY)
  .flatMap((post) => below(post).map((comment) => [post, comment, repliesBelow(post, comment)] as const))
  .flatMap(([post, comment, [reply, ...more]]) =>
    reply?.author === COMPANY && more.length === 0 ? [[post, comment, reply] as const] : [],
  )[0]!;

const DIALOG = { name: "CometSinglePostDialogContentQuery", variables: { storyID: storyId(post) } };
const REPLIES = { name: "Depth1CommentsListPaginationQuery", variables: { id: feedbackId(post, comment) } };
type Asked = typeof DIALOG | typeof REPLIES;

/** A visit to the page: a reader of its own that meets these answers, and what it stores. */
async function visit(database: Database, asked: readonly Asked[], address = "northwindcoffee"): Promise<void> {
  const facebook = createFacebook();
  const session = new Session(facebook, async (subject, readings, page) => {
    const message = { kind: "observed" as const, network: facebook.id, subject, readings, ...(page && { page }) };
    expect(await receive(database, message, "https://www.facebook.com")).not.toBeNull();
  });
  session.moved(facebook.place(new URL(`https://www.facebook.com/${address}`)));
  for (const { name, variables } of asked) {
    const form = { fb_api_req_friendly_name: name, variables: JSON.stringify(variables) };
    const body = new URLSearchParams(form).toString();
    const text = graphqlAnswer(world, new URLSearchParams(body))!;
    const readings = [
      ...facebook.readResponse({ url: "https://www.facebook.com/api/graphql/", method: "POST", body, text }, BASE),
    ].filter((reading): reading is Reading => reading !== null);
    session.take(readings);
  }
  await session.settled();
}

describe("an answered customer", () => {
  it.each([
    ["post and replies in one session", [[DIALOG, REPLIES]]],
    ["the post in one session, the replies in the next", [[DIALOG], [REPLIES]]],
    ["the replies in one session, the post in the next", [[REPLIES], [DIALOG]]],
    ["the replies twice", [[DIALOG], [REPLIES], [REPLIES]]],
  ])("is answered: %s", async (name, visits) => {
    const database = await openDatabase(name);
    for (const asked of visits) await visit(database, asked);
    const dataset = (await loadDataset(database, "facebook:northwindcoffee"))!;
    const byId = new Map(dataset.records.map((record) => [record.id, record]));
    expect(byId.get(reply.id)!.author.role).toBe("page");
    expect(byId.get(reply.id)!.replyToAuthor!.key).toBe(byId.get(comment.id)!.author.key);
    const { turns } = conversations(dataset, indexRecords(dataset));
    const turn = turns.find(({ messages }) => messages.some(({ id }) => id === comment.id))!;
    expect(turn).toMatchObject({ state: "answered", answer: { id: reply.id } });
    // The people of the demo, by handle and by number.
    expect(JSON.stringify(await database.getAll("items"))).not.toMatch(/guest\.\d|10009000000/);
  });
});

describe("a page with a number and a name", () => {
  const byNumber = `profile.php?id=${COMPANY}`;
  it.each([
    ["by its number, then by its name", [byNumber, "northwindcoffee"]],
    ["by its name, then by its number", ["northwindcoffee", byNumber]],
  ])("is kept once: %s", async (name, [first, second]) => {
    const database = await openDatabase(name);
    await visit(database, [DIALOG], first);
    const before = (await loadDataset(database, "facebook:northwindcoffee"))!.records.length;
    await visit(database, [REPLIES], second);
    expect(await listPages(database)).toHaveLength(1);
    for (const other of ["facebook:northwindcoffee", `facebook:${COMPANY}`])
      expect((await loadDataset(database, other))!.records.length).toBe(before + 1);
  });
});
