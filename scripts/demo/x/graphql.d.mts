// Types of the demo's interface, for the end-to-end tests.
import type { Post, World } from "./story.mjs";

export type FeedOperation =
  | "UserOriginalsTimeline"
  | "UserRepliesTimeline"
  | "UserRepostsTimeline"
  | "UserTweetsAndReplies";
export function listedIn(operation: FeedOperation, handle: string, world: World): Post[];
export function answerTo(
  operation: FeedOperation | "UserByScreenName" | "UserTweets" | "TweetDetail",
  variables: Record<string, unknown>,
  world: World,
  signedIn: boolean,
): object | null;
