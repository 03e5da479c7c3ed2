// How recorded answers of X are played again: which requests are its interface's, and which operation an answer belongs to.
const API = "https://x.com/i/api/graphql/recorded/";

const OPERATION_OF_PAGE = {
  profileAll: "UserTweetsAndReplies",
  profileBest: "UserTweets",
  profileReplies: "UserRepliesTimeline",
  profileOriginals: "UserOriginalsTimeline",
  profileReposts: "UserRepostsTimeline",
};

/** The operation whose answer has this shape; null for none that is known. */
function operationOf({ data }) {
  if (data?.threaded_conversation_with_injections_v2) return "TweetDetail";
  if (data?.tweetResult) return "TweetResultByRestId";
  const user = data?.user?.result;
  const timeline = (user?.timeline ?? user?.timeline_v2)?.timeline;
  if (timeline) {
    const named = OPERATION_OF_PAGE[timeline.metadata?.scribeConfig?.page];
    return (
      named ?? (JSON.stringify(timeline).includes('"profile-conversation-') ? "UserTweetsAndReplies" : "UserTweets")
    );
  }
  if (user?.rest_id) return "UserByScreenName";
  return data?.user ? "UserTweets" : null;
}

/** @type {import("./network.mjs").Replay} */
export const x = {
  hosts: ["x.com", "www.x.com", "mobile.x.com", "api.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"],
  isApi: (url) => /\/graphql\/[\w-]+\/\w+$/.test(url.pathname),
  emptyPage: () => '<!doctype html><html lang="en"><title>X</title><body><div id="react-root"></div></body></html>',
  single(documents, page) {
    const operation = operationOf(documents[0]);
    if (!operation) return null;
    const focal = operation === "TweetDetail" ? /\/status\/(\d+)/.exec(page.pathname)?.[1] : undefined;
    const variables = focal ? `?variables=${encodeURIComponent(JSON.stringify({ focalTweetId: focal }))}` : "";
    return { request: { method: "GET", url: `${API}${operation}${variables}`, body: null } };
  },
};
