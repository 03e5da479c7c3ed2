// How recorded answers of Facebook are played again: streamed documents at the one address of its interface.
const API = "https://www.facebook.com/api/graphql/";

/** The operation whose answer has this shape; null for none that is known. */
function operationOf({ data }) {
  const node = data?.node;
  if (node?.group_feed) return "GroupsCometFeedRegularStoriesPaginationQuery";
  if (node?.timeline_list_feed_units) return "ProfileCometTimelineFeedRefetchQuery";
  if (data?.user?.timeline_list_feed_units) return "ProfileCometTimelineFeedQuery";
  if (node?.replies_connection) return "Depth1CommentsListPaginationQuery";
  if (node?.comment_rendering_instance_for_feed_location) return "CommentsListComponentsPaginationQuery";
  return data?.node_v2 ? "CometSinglePostDialogContentQuery" : null;
}

/** @type {import("./network.mjs").Replay} */
export const facebook = {
  hosts: ["www.facebook.com", "web.facebook.com", "facebook.com"],
  isApi: (url) => /^\/(?:api\/graphql|ajax\/(?:route-definition|bulk-route-definitions))\/$/.test(url.pathname),
  emptyPage: () => '<!doctype html><html lang="en"><title>Facebook</title><body></body></html>',
  single(documents) {
    const operation = operationOf(documents[0]);
    if (!operation) return null;
    const body = new URLSearchParams({ fb_api_req_friendly_name: operation, variables: "{}" }).toString();
    return { request: { method: "POST", url: API, body, type: "application/x-www-form-urlencoded" } };
  },
};
