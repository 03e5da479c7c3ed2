// The answers of Facebook's interface in the demo: streamed lines, guarded lines, and the islands of a document.
import { storyId } from "./ids.mjs";
import { commentList, headerOf, ORDERS, replyList, storyOf } from "./shapes.mjs";
import { COMPANY, postsOf, VIEWER } from "./story.mjs";

const UNITS = "timeline_list_feed_units";
const STREAM = `ProfileCometTimelineFeed_user$stream$ProfileCometTimelineFeed_user_${UNITS}`;
const DEFER = `ProfileCometTimelineFeed_user$defer$ProfileCometTimelineFeed_user_${UNITS}$page_info`;
const PER_ANSWER = 3;

/** What a page's timeline shows, pinned first; strangers' advertisements stand between, as on the site. */
function timelineOf(world, page) {
  const own = postsOf(world, page).filter((post) => post !== world.pinned);
  if (page !== COMPANY) return own;
  return [world.pinned, ...own.slice(0, 4), world.advert, ...own.slice(4, 7), world.suggested, ...own.slice(7)];
}

/** A stretch of a timeline as one result and the pieces that follow it. `root`: "user" or "node". */
function stretch(world, page, root, from, count) {
  const all = timelineOf(world, page);
  const shown = all.slice(from, from + count);
  const reached = from + shown.length;
  const cursor = (index) => `demo-cursor-${page}-${index}`;
  const edge = (post, index) => ({ node: storyOf(world, post), cursor: cursor(from + index + 1) });
  const [first, ...rest] = shown.map(edge);
  const owner = { __typename: "User", id: page, [UNITS]: { edges: first ? [first] : [] } };
  if (from === 0 && page === COMPANY) owner.profile_pinned_post = { id: storyOf(world, world.pinned).id };
  return [
    { data: { [root]: owner } },
    ...rest.map((data, index) => ({ label: STREAM, path: [root, UNITS, "edges", index + 1], data })),
    {
      label: DEFER,
      path: [root, UNITS],
      data: { page_info: { has_next_page: reached < all.length, end_cursor: cursor(reached) } },
    },
  ];
}

function streamed(documents) {
  return documents
    .map((document, index) =>
      JSON.stringify({ ...document, extensions: { is_final: index === documents.length - 1 } }).replaceAll("/", "\\/"),
    )
    .join("\n");
}

const postOfFeedback = (world, id) => {
  const [, post, comment] = /^feedback:(\d+)(?:_(\d+))?$/.exec(Buffer.from(id, "base64").toString()) ?? [];
  const found = world.posts.find((one) => one.id === post);
  return { post: found, comment: found?.comments.find((one) => one.id === comment) };
};

const postOfStory = (world, id) => world.posts.find((post) => storyId(post) === id);

const dialog = (world, post, order) => ({ data: { node_v2: storyOf(world, post, commentList(world, post, order)) } });

/** The answer to `POST /api/graphql/`, as text; null for a query that the demo does not know. */
export function graphqlAnswer(world, form) {
  const variables = JSON.parse(form.get("variables") ?? "{}");
  switch (form.get("fb_api_req_friendly_name")) {
    case "ProfileCometTimelineFeedRefetchQuery": {
      const from = Number(variables.cursor.split("-").at(-1));
      return streamed(stretch(world, variables.id, "node", from, PER_ANSWER));
    }
    case "CometSinglePostDialogContentQuery":
      return streamed([dialog(world, postOfStory(world, variables.storyID), ORDERS[0])]);
    case "CommentListComponentsRootQuery":
    case "CommentsListComponentsPaginationQuery": {
      const { post } = postOfFeedback(world, variables.id);
      const after = Number(variables.commentsAfterCursor ?? 0);
      return streamed([{ data: { node: commentList(world, post, variables.commentsIntentToken, after) } }]);
    }
    case "Depth1CommentsListPaginationQuery": {
      const { post, comment } = postOfFeedback(world, variables.id);
      return streamed([{ data: { node: replyList(world, post, comment) } }]);
    }
    default:
      return null;
  }
}

const preloader = (query) => `adp_${query}RelayPreloader_6900deadbeef00000000001`;

/** What a page's address brings before anything is asked for: header and the first stories, by preloader. */
function preloaded(world, account) {
  const variables = { count: 1, userID: account.id, scale: 1, omitPinnedPost: true };
  return [
    { query: "ProfileCometHeaderQuery", variables: { userID: account.id }, results: [{ data: headerOf(account) }] },
    {
      query: "ProfileCometTimelineFeedQuery",
      variables,
      results: stretch(world, account.id, "user", 0, PER_ANSWER),
    },
  ];
}

/** The answer to `/ajax/route-definition/` and `/ajax/bulk-route-definitions/`: a guard before each document. */
export function routeAnswer(world, account) {
  const lines = preloaded(world, account).flatMap(({ query, variables, results }) => [
    { payload: { expectedPreloaders: [{ preloaderID: preloader(query), queryName: query, variables }] } },
    ...results.map((result, index) => ({
      __type: "preloader",
      id: preloader(query),
      result: { complete: index === results.length - 1, result, sequence_number: index },
    })),
  ]);
  const [first, second, ...rest] = lines.map((line) => `for (;;);${JSON.stringify(line)}`);
  return [`${first}${second}`, ...rest].join("\n");
}

const server = (require) => ({ require: [["ScheduledServerJS", "handle", null, [{ __bbox: { require } }]]] });

/** The islands of a document, each a JSON value, in the order in which they stand. */
export function islandsOf(world, { account = null, post = null, signedIn }) {
  const loaded = account
    ? preloaded(world, account)
    : post
      ? [{ query: "CometSinglePostDialogContentQuery", variables: {}, results: [dialog(world, post, ORDERS[0])] }]
      : [];
  return [
    server([["CurrentUserInitialData", [], { USER_ID: signedIn ? VIEWER : "0", NAME: "" }, 270]]),
    server([["ServerTimeData", [], { serverTime: world.base }, 5943]]),
    ...loaded.map(({ query, variables }) =>
      server([
        [
          "CometRoute",
          "set",
          [],
          [{ expectedPreloaders: [{ preloaderID: preloader(query), queryName: query, variables }] }],
        ],
      ]),
    ),
    ...loaded.flatMap(({ query, results }) =>
      results.map((result, index) =>
        server([
          [
            "RelayPrefetchedStreamCache",
            "next",
            [],
            [preloader(query), { __bbox: { complete: index === results.length - 1, result } }],
          ],
        ]),
      ),
    ),
  ];
}
