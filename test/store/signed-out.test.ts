// What is shown to whoever is not signed in is a choice of posts: it is kept, and covers no stretch of time.
import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { Reading } from "../../src/domain/observation.ts";
import type { Page } from "../../src/domain/page.ts";
import { x } from "../../src/networks/x/index.ts";
import { openDatabase } from "../../src/store/database.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";

const OWNER = { id: "1500000000000000001", handle: "northwindtea" };
const page: Page = {
  key: "x:northwindtea",
  network: "x",
  ...OWNER,
  name: null,
  about: null,
  url: "https://x.com/northwindtea",
  totalPosts: null,
};

/** The answer of X with one post of the page's own, and nothing that says who is signed in. */
function best(): Reading {
  const result = {
    rest_id: "2065000000000000000",
    core: { user_results: { result: { rest_id: OWNER.id, core: { screen_name: OWNER.handle } } } },
    legacy: { full_text: "Our best one", user_id_str: OWNER.id },
  };
  const entries = [{ entryId: "tweet-1", content: { itemContent: { tweet_results: { result } } } }];
  const timeline = { instructions: [{ entries }], metadata: { scribeConfig: { page: "profileBest" } } };
  const variables = encodeURIComponent(JSON.stringify({ userId: OWNER.id }));
  const url = `https://x.com/i/api/graphql/q/UserTweets?variables=${variables}`;
  const [reading] = [...x.readResponse({ url, method: "GET", body: "", text: JSON.stringify({ timeline }) }, 2e12)];
  return reading!;
}

// The answer itself never says it: its document did, or did not yet.
it.each([
  ["signed out", false, false, 0],
  ["signed in", true, true, 1],
  ["signed out before, and read again before the page says who is there", false, null, 1],
])("of X, %s", async (_, before, signedIn, segments) => {
  const database = await openDatabase(`signed-out-${before}-${signedIn}`);
  const head: Reading = { ...best(), source: "dom", place: { kind: "profile" }, observations: [], signedIn: before };
  const list = best();
  expect(list).toMatchObject({ signedIn: null, place: { feed: "posts", span: { top: true } } });
  await storeReadings(database, page, OWNER, [head, { ...list, signedIn }]);
  const { records, coverage } = (await loadDataset(database, page.key))!;
  expect(records.map(({ text }) => text)).toEqual(["Our best one"]);
  expect(coverage.feeds.flatMap(({ segments }) => segments)).toHaveLength(segments);
});
