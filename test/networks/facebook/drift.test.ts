// Whatever field the site renames or drops: what is then read differs from before only where the count of unread says so.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphqlAnswer, routeAnswer } from "../../../scripts/demo/facebook/answers.mjs";
import { feedbackId, storyId } from "../../../scripts/demo/facebook/ids.mjs";
import { COMPANY, postsOf, repliesBelow, tellStory } from "../../../scripts/demo/facebook/story.mjs";
import type { Reading } from "../../../src/domain/observation.ts";
import { createFacebook } from "../../../src/networks/facebook/index.ts";
import { readingsIn } from "./read.ts";

const BASE = Date.UTC(2026, 10, 20, 12);
const GRAPHQL = "https://www.facebook.com/api/graphql/";
const world = tellStory(BASE);
const busy = postsOf(world, COMPANY).toSorted((a, b) => b.comments.length - a.comments.length)[0]!;
const addressing = postsOf(world, COMPANY).find((post) => post.comments.some((comment) => comment.mention))!;
const answered = busy.comments.find((comment) => repliesBelow(busy, comment).length > 0)!;

const asked = (name: string, variables: object) => {
  const body = new URLSearchParams({ fb_api_req_friendly_name: name, variables: JSON.stringify(variables) }).toString();
  return { url: GRAPHQL, method: "POST", body, text: graphqlAnswer(world, new URLSearchParams(body)) as string };
};
const SOURCES = {
  timeline: asked("ProfileCometTimelineFeedRefetchQuery", { id: COMPANY, cursor: "x-0", count: 3 }),
  route: {
    url: "https://www.facebook.com/ajax/route-definition/",
    method: "POST",
    body: "",
    text: routeAnswer(world, world.accounts.get(COMPANY)!),
  },
  dialog: asked("CometSinglePostDialogContentQuery", { storyID: storyId(busy) }),
  comments: asked("CommentListComponentsRootQuery", {
    id: feedbackId(busy),
    commentsIntentToken: "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1",
  }),
  /** A post that passes on another one. */
  shared: asked("ProfileCometTimelineFeedRefetchQuery", { id: COMPANY, cursor: "x-15", count: 3 }),
  /** Comments of which some begin with whom they address. */
  addressed: asked("CommentListComponentsRootQuery", {
    id: feedbackId(addressing),
    commentsIntentToken: "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1",
  }),
  replies: asked("Depth1CommentsListPaginationQuery", { id: feedbackId(busy, answered) }),
};

/** What a reading rests on: all that is told but links and languages, which have no bearing on any figure. */
const essence = (readings: Reading[]) =>
  readings
    .flatMap(({ place, owner, observations }) =>
      observations.map(({ url: _, lang: __, ...told }) => ({ place, owner, told })),
    )
    .sort((a, b) => (a.told.id < b.told.id ? -1 : 1));
/** Reads after the posts were opened, as it happens on the site: what was asked for then says whose they are. */
function read(exchange: (typeof SOURCES)["timeline"]): Reading[] {
  const facebook = createFacebook();
  for (const post of [addressing, busy])
    readingsIn(facebook.readResponse(asked("CometSinglePostDialogContentQuery", { storyID: storyId(post) }), BASE));
  return readingsIn(facebook.readResponse(exchange, BASE));
}

const FIELDS = [
  "id",
  "post_id",
  "__typename",
  "creation_time",
  "actors",
  "owning_profile",
  "feedback",
  "message",
  "timeline_list_feed_units",
  "edges",
  "node",
  "page_info",
  "has_next_page",
  "end_cursor",
  "comet_sections",
  "comment_rendering_instance",
  "total_count",
  "comment_rendering_instance_for_feed_location",
  "comments",
  "selected_intent",
  "intent_token",
  "legacy_token",
  "created_time",
  "author",
  "body",
  "preferred_body",
  "comment_direct_parent",
  "depth",
  "replies_connection",
  "replies_fields",
  "interesting_top_level_comments",
  "comment",
  "parent_feedback",
  "data",
  "result",
  "label",
  "path",
  "th_dat_spo",
  "metadata",
  "url",
  "profile_pinned_post",
  "attached_story",
  "ranges",
  "entity",
];

describe.for(Object.entries(SOURCES))("%s", ([, source]) => {
  const before = essence(read(source));
  test("is read whole as it is", () => {
    expect(before.length).toBeGreaterThan(0);
    expect(read(source).flatMap(({ unread }) => unread)).toEqual([]);
  });
  test.for(FIELDS.filter((field) => source.text.includes(`"${field}"`)))("with %s renamed", (field) => {
    const text = source.text.replaceAll(`"${field}"`, `"${field}_renamed"`);
    const readings = read({ ...source, text });
    const unread = readings.flatMap((reading) => reading.unread);
    if (unread.length === 0) expect(essence(readings)).toEqual(before);
    // What could not be read reaches the audited page: it hangs on a reading that is the page's.
    else expect(readings.some((one) => one.unread.length > 0 && one.owner?.id === COMPANY)).toBe(true);
  });
});

test.for([
  ["null", null],
  ["a locator", `https://www.facebook.com/people/Ann-Example/pfbid0${"Ab1".repeat(20)}/`],
])("comments are read whole whose author's address is %s, as it is for those not signed in", ([, address]) => {
  const isPerson = (value: unknown): value is { id: string } =>
    typeof value === "object" && value !== null && "gender" in value && "id" in value && value.id !== COMPANY;
  let changed = 0;
  const text = JSON.stringify(
    JSON.parse(SOURCES.comments.text, (_, value) => {
      if (!isPerson(value)) return value;
      changed++;
      return { ...value, id: `pfbid0${value.id}${"Ab1".repeat(10)}`, url: address };
    }),
  );
  const readings = read({ ...SOURCES.comments, text });
  expect(changed).toBeGreaterThan(2);
  expect(readings.flatMap(({ unread }) => unread)).toEqual([]);
  expect(essence(readings)).toHaveLength(essence(read(SOURCES.comments)).length);
});

test("half an answer, an answer cut anywhere and one that is no JSON are counted", () => {
  const { text } = SOURCES.timeline;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: text.length - 2 }), (end) => {
      if (text[end] === "\n" || text[end - 1] === "\n") return;
      const readings = read({ ...SOURCES.timeline, text: text.slice(0, end) });
      expect(readings.flatMap(({ unread }) => unread).some(({ reason }) => reason === "notJson")).toBe(true);
    }),
    { numRuns: 20 },
  );
  const gone = read({ ...SOURCES.timeline, text: '{"errors":[{"message":"Rate limit exceeded","code":1675004}]}' });
  expect(gone[0]).toMatchObject({ owner: { id: COMPANY }, unread: [{ reason: "siteError", count: 1 }] });
});

test("never throws, whatever stands in an answer", () => {
  const keys = fc.constantFrom(...FIELDS, "__proto__", "constructor", "x");
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("Story", "Feedback", null, 0, -1, 1_700_000_000, "", "[", storyId(busy), feedbackId(busy)),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(keys, tie("value"), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), fc.boolean(), (lines, guarded) => {
      const text = lines.map((line) => (guarded ? "for (;;);" : "") + JSON.stringify(line)).join("\n");
      const url = guarded ? "https://www.facebook.com/ajax/route-definition/" : GRAPHQL;
      read({ url, method: "POST", body: SOURCES.timeline.body, text });
    }),
  );
});
