// Asks the interface by XMLHttpRequest, as the site does.
const QUERY_IDS = {
  UserByScreenName: "aq1",
  UserOriginalsTimeline: "bw2",
  UserRepliesTimeline: "ce3",
  UserRepostsTimeline: "dr4",
  UserTweetsAndReplies: "et5",
  UserTweets: "fy6",
  TweetDetail: "gu7",
};
let asked = 0;

/** The parsed answer, or null where the site refuses. */
export function ask(operation, variables) {
  const query = new URLSearchParams({ variables: JSON.stringify(variables), features: "{}" });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", `/i/api/graphql/${QUERY_IDS[operation]}/${operation}?${query}`);
    request.setRequestHeader("x-client-transaction-id", String(++asked));
    request.addEventListener("loadend", () =>
      resolve(request.status === 200 ? JSON.parse(request.responseText) : null),
    );
    request.send();
  });
}
