// The reader against the demo's world, where everything is known: every time, author and parent, in every carrier.
import { describe, expect, test } from "vitest";
import { graphqlAnswer, routeAnswer } from "../../../scripts/demo/facebook/answers.mjs";
import { feedbackId, storyId } from "../../../scripts/demo/facebook/ids.mjs";
import { COMPANY, type Post, postsOf, RIVAL, tellStory, type World } from "../../../scripts/demo/facebook/story.mjs";
import type { Observation, Reading } from "../../../src/domain/observation.ts";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const BASE = Date.UTC(2026, 10, 20, 12);
const ALL_COMMENTS = "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1";
const world: World = tellStory(BASE);
const accountOf = (id: string) => world.accounts.get(id)!;

/** Asks the demo as its page would, and reads the answer. */
function asker() {
  const facebook = createFacebook();
  return (name: string, variables: object): Reading[] => {
    const body = new URLSearchParams({
      fb_api_req_friendly_name: name,
      variables: JSON.stringify(variables),
    }).toString();
    const url = "https://www.facebook.com/api/graphql/";
    expect(`POST ${url} ${body}`).toMatch(new RegExp(facebook.responses!));
    const text = graphqlAnswer(world, new URLSearchParams(body)) ?? "";
    return readingsIn(facebook.readResponse({ url, method: "POST", body, text }, BASE));
  };
}

const observationsIn = (readings: Reading[]): Map<string, Observation> =>
  new Map(readings.flatMap(({ observations }) => observations).map((one) => [one.id, one]));

describe("the timeline", () => {
  const ask = asker();
  const first = readingsIn(
    createFacebook().readResponse(
      {
        url: "https://www.facebook.com/ajax/route-definition/",
        method: "POST",
        body: "route_urls[0]=%2Fnorthwindcoffee",
        text: routeAnswer(world, accountOf(COMPANY)),
      },
      BASE,
    ),
  );
  const readings = [...first];
  for (let next: string | null = null; ; ) {
    const reading: Reading | undefined = readings.findLast(({ place }) => place.kind === "feed");
    const span = reading?.place.kind === "feed" ? reading.place.span : null;
    if (!span || span.end || span.next === next) break;
    next = span.next;
    readings.push(...ask("ProfileCometTimelineFeedRefetchQuery", { id: COMPANY, cursor: next, count: 3 }));
  }
  const found = observationsIn(readings);

  test("has every post of the page once, with its own time", () => {
    const own = [...found.values()].filter((one) => one.author?.id === COMPANY && one.thread === one.id);
    const truth = postsOf(world, COMPANY).map((post) => [post.id, post.at]);
    expect(own.map(({ id, created }) => [id, created.from]).sort()).toEqual(truth.sort());
    expect(readings.flatMap(({ unread }) => unread)).toEqual([]);
  });
  test("starts at the top, joins by cursor and ends", () => {
    const spans = readings.flatMap(({ place }) => (place.kind === "feed" && place.span ? [place.span] : []));
    expect(spans[0]).toMatchObject({ top: true, cursor: null });
    expect(spans.slice(1).every((span, index) => span.cursor === spans[index]!.next && !span.top)).toBe(true);
    expect(spans.at(-1)!.end).toBe(true);
    expect(readings.filter(({ place }) => place.kind === "feed").every(({ owner }) => owner?.id === COMPANY)).toBe(
      true,
    );
  });
  test("marks the pinned post, knows the shared one's original, and counts no advertisement", () => {
    expect(found.get(world.pinned.id)).toMatchObject({ pinned: true, created: { from: world.pinned.at } });
    const shared = world.posts.find((post) => post.shares) as Post & { shares: Post };
    expect(found.get(shared.id)).toMatchObject({ kind: "post", repostOf: shared.shares.id });
    expect(found.get(shared.shares.id)).toMatchObject({ created: { from: shared.shares.at } });
    expect(found.has(world.advert.id)).toBe(false);
    expect(found.get(world.suggested.id)?.author?.id).not.toBe(COMPANY);
  });
  test("says that the page is a company's", () => {
    expect(first.flatMap(({ pages }) => pages)).toContainEqual(
      expect.objectContaining({ account: { id: COMPANY, handle: "northwindcoffee" }, company: true }),
    );
  });
});

describe("an opened post", () => {
  const busy = postsOf(world, COMPANY).toSorted((a, b) => b.comments.length - a.comments.length)[0]!;
  const ask = asker();
  const dialog = ask("CometSinglePostDialogContentQuery", { storyID: storyId(busy) });
  const id = feedbackId(busy);

  test("is filtered while the order is Most relevant, and never complete", () => {
    expect(dialog[0]).toMatchObject({
      owner: { id: COMPANY },
      place: { kind: "thread", focal: busy.id, complete: false, filtered: true },
    });
    const rest = ask("CommentsListComponentsPaginationQuery", {
      id,
      commentsIntentToken: "RANKED_FILTERED_INTENT_V1",
      commentsAfterCursor: "10",
    });
    expect(rest[0]?.place).toMatchObject({ complete: false });
  });

  test("is complete once all comments were read from the first to the last, with every parent and author", () => {
    const readings = ask("CommentListComponentsRootQuery", { id, commentsIntentToken: ALL_COMMENTS });
    expect(readings[0]?.place).toMatchObject({ complete: false });
    const rest = ask("CommentsListComponentsPaginationQuery", {
      id,
      commentsIntentToken: ALL_COMMENTS,
      commentsAfterCursor: "10",
    });
    expect(rest[0]?.place).toMatchObject({ complete: true });
    for (const comment of busy.comments.filter(({ parent }) => !parent)) {
      readings.push(...ask("Depth1CommentsListPaginationQuery", { id: feedbackId(busy, comment) }));
    }
    const found = observationsIn([...readings, ...rest]);
    const told = busy.comments.map(({ id, author, at, parent }) => ({
      id,
      kind: parent ? "reply" : "comment",
      author: author as string | null | undefined,
      at,
      replyTo: (parent ?? busy.id) as string | null,
    }));
    const read = [...found.values()]
      .filter(({ kind }) => kind !== "post")
      .map(({ id, kind, author, created, replyTo }) => ({ id, kind, author: author?.id, at: created.from, replyTo }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(read.sort(byId)).toEqual(told.sort(byId));
  });

  test("is not complete where the first pages were loaded before we read", () => {
    const late = asker()("CommentsListComponentsPaginationQuery", {
      id,
      commentsIntentToken: ALL_COMMENTS,
      commentsAfterCursor: "10",
    });
    expect(late[0]?.place).toMatchObject({ complete: false });
  });

  test("names the person to whom a comment of its own is addressed", () => {
    const addressed = world.posts
      .flatMap((post) => post.comments.map((comment) => ({ post, comment })))
      .find(({ comment }) => comment.mention && !comment.parent)!;
    const readings = asker()("CommentListComponentsRootQuery", {
      id: feedbackId(addressed.post),
      commentsIntentToken: ALL_COMMENTS,
    });
    const found = observationsIn(readings).get(addressed.comment.id);
    expect(found).toMatchObject({
      kind: "comment",
      replyTo: addressed.post.id,
      replyToAuthor: { id: addressed.comment.mention },
    });
  });
});

test("another page's timeline is that page's, whatever was read before", () => {
  const facebook = createFacebook();
  const text = routeAnswer(world, accountOf(RIVAL));
  const url = "https://www.facebook.com/ajax/bulk-route-definitions/";
  const readings = readingsIn(facebook.readResponse({ url, method: "POST", body: "", text }, BASE));
  const feed = readings.find(({ place }) => place.kind === "feed");
  expect(feed?.owner).toEqual({ id: RIVAL, handle: "tidewaterroast" });
  expect(feed?.observations.filter((one) => one.thread === one.id).every((one) => one.author?.id === RIVAL)).toBe(true);
});

test("a page looked at while acting as it is read the same: in its own list of posts, and with itself as the viewer", () => {
  const url = "https://www.facebook.com/ajax/route-definition/";
  const told = routeAnswer(world, accountOf(COMPANY));
  const read = (text: string) =>
    readingsIn(createFacebook().readResponse({ url, method: "POST", body: "", text }, BASE)).map(
      ({ place, owner, observations, unread }) => ({ place, owner, observations, unread }),
    );
  const managed = told.replaceAll("timeline_list_feed_units", "timeline_manage_feed_units");
  expect(managed).not.toBe(told);
  expect(read(managed)).toEqual(read(told));
});
