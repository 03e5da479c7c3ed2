// The answers X's page fetches for itself, as readings: a feed, a thread, or a profile.
import { type Account, type Observation, type Reading, type Span, sameAccount } from "../../domain/observation.ts";
import type { Feed } from "../../domain/page.ts";
import { type Exchange, UnreadCount } from "../network.ts";
import { parseJson, property } from "../walk.ts";
import { People } from "./people.ts";
import { Posts } from "./post.ts";
import { isId } from "./snowflake.ts";
import { spanOver } from "./span.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

const FEEDS: ReadonlyMap<string, Feed> = new Map([
  ["UserTweets", "posts"],
  ["UserOriginalsTimeline", "posts"],
  ["UserTweetsAndReplies", "all"],
  ["UserRepliesTimeline", "replies"],
  ["UserRepostsTimeline", "reposts"],
]);
/** The site's own name for the list in an answer; where it is known it decides, as names of operations are reused. */
const PAGES: ReadonlyMap<string, Feed> = new Map([
  ["profileBest", "posts"],
  ["profileOriginals", "posts"],
  ["profileAll", "all"],
  ["profileReplies", "replies"],
  ["profileReposts", "reposts"],
]);
const OPERATIONS = [...FEEDS.keys(), "TweetDetail", "TweetResultByRestId", "UserByScreenName"];

/** Answers worth copying: these operations, on X's own hosts. The id before the name changes with each release. */
export const RESPONSES =
  `^(?:GET|POST) https://(?:(?:www|mobile|api)\\.)?(?:x|twitter)\\.com/(?:i/api/)?graphql/[\\w-]+/` +
  `(?:${OPERATIONS.join("|")})(?=[?# ]|$)`;

const OPERATION = /\/graphql\/[\w-]+\/(\w+)(?=[?#]|$)/;
const MAX_OBSERVATIONS = 5_000;

interface Request {
  readonly operation: string;
  readonly userId: string | null;
  readonly focal: string | null;
  readonly cursor: string | null;
}

/** What was asked for: the operation's name and its variables, from the address or the body. */
function requestOf({ url, body }: Exchange): Request {
  let inAddress: string | null = null;
  try {
    inAddress = new URL(url).searchParams.get("variables");
  } catch {
    // Not an address: then it says nothing.
  }
  const parsed = (text: string): unknown => {
    const json = parseJson(text, 100_000);
    return json.ok ? json.value : undefined;
  };
  const inBody = property(parsed(body), "variables");
  const variables = inAddress ? parsed(inAddress) : typeof inBody === "string" ? parsed(inBody) : inBody;
  const id = (key: string): string | null => {
    const value = property(variables, key);
    return typeof value === "string" && isId(value) ? value : null;
  };
  const cursor = property(variables, "cursor");
  return {
    operation: OPERATION.exec(url)?.[1] ?? "",
    userId: id("userId"),
    focal: id("focalTweetId") ?? id("tweetId"),
    cursor: typeof cursor === "string" && cursor !== "" && cursor.length <= 2_000 ? cursor : null,
  };
}

/** An entry after reading. `place`: the item by which the feed orders the entry, null where it was not read. */
interface ReadEntry {
  readonly single: boolean;
  readonly pinned: boolean;
  readonly promoted: boolean;
  readonly items: readonly Observation[];
  readonly place: Observation | null;
}

const readEntries = (timeline: Timeline, posts: Posts): ReadEntry[] =>
  timeline.entries.map(({ single, items }) => {
    const read = items.map((item) => ({
      item,
      observation: posts.add(item.result, { pinned: item.pinned || null, promoted: item.promoted }),
    }));
    const own = read.filter(({ item }) => item.context !== true);
    return {
      single,
      pinned: items.some(({ pinned }) => pinned),
      promoted: items.every(({ promoted }) => promoted),
      items: read.flatMap(({ observation }) => observation ?? []),
      place: own.at(-1)?.observation ?? null,
    };
  });

/** The account most entries of a feed are by: its own items close each entry. null where none has more than half. */
function inferredOwner(entries: readonly ReadEntry[]): Account | null {
  const counts = new Map<string, { account: Account; count: number }>();
  let total = 0;
  for (const { place, promoted } of entries) {
    const account = place?.author;
    if (!account?.id || promoted) continue;
    total++;
    counts.set(account.id, { account, count: (counts.get(account.id)?.count ?? 0) + 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best && best.count * 2 > total ? best.account : null;
}

const nextOf = ({ next }: Timeline): string | null => (next !== null && next.length <= 2_000 ? next : null);

/** What one page of a feed covers; null where it holds no item of the owner's own. */
function spanOf(
  entries: readonly ReadEntry[],
  owner: Account | null,
  timeline: Timeline,
  cursor: string | null,
): Span | null {
  const times = entries.flatMap(({ place, pinned, promoted }) =>
    place && !pinned && !promoted && sameAccount(place.author, owner) ? place.created.from : [],
  );
  return spanOver(times, {
    top: cursor === null,
    end: timeline.ended,
    cursor,
    next: nextOf(timeline),
  });
}

/** The post in front: the last that stands alone before the answers begin. */
const focalByShape = (entries: readonly ReadEntry[]): string | null =>
  entries
    .slice(
      0,
      Math.max(
        0,
        entries.findIndex(({ single }) => !single),
      ) || entries.length,
    )
    .filter(({ single, promoted }) => single && !promoted)
    .at(-1)?.items[0]?.id ?? null;

/** Posts of the focal post's own conversation, with what they quote; ads and "discover more" have another one. */
function conversation(observations: readonly Observation[], focal: string): Observation[] {
  const anchor = observations.find(({ id }) => id === focal) ?? observations.find(({ replyTo }) => replyTo === focal);
  const thread = anchor?.thread;
  if (!thread) return [...observations];
  const members = observations.filter((one) =>
    one.thread === null ? one.replyTo !== null : one.thread === thread || one.id === thread,
  );
  const ids = new Set(members.flatMap(({ id, repostOf }) => [id, repostOf]));
  return observations.filter(({ id }) => ids.has(id));
}

/** What an answer turned out to be. */
type Read = Pick<Reading, "owner" | "place" | "observations">;

function readThread(entries: readonly ReadEntry[], timeline: Timeline, posts: Posts, request: Request): Read | null {
  const focal = request.focal ? posts.currentId(request.focal) : focalByShape(entries);
  if (!focal) return null;
  const observations = conversation(posts.list(), focal);
  const end = (timeline.next === null || timeline.ended) && !timeline.more;
  // A later page alone cannot vouch for the pages before it.
  const complete = request.cursor === null && entries.length > 0 && end;
  return {
    owner: observations.find(({ id }) => id === focal)?.author ?? null,
    place: { kind: "thread", focal, complete, link: { cursor: request.cursor, next: nextOf(timeline), end } },
    observations,
  };
}

function readTimeline(
  timeline: Timeline,
  isThread: boolean,
  people: People,
  posts: Posts,
  request: Request,
): Read | null {
  const entries = readEntries(timeline, posts);
  const feed = PAGES.get(timeline.page ?? "") ?? FEEDS.get(request.operation);
  if (isThread || !feed) return readThread(entries, timeline, posts, request);
  const owner = people.account(request.userId ?? undefined) ?? inferredOwner(entries);
  const span = spanOf(entries, owner, timeline, request.cursor);
  const link = { cursor: request.cursor, next: nextOf(timeline), end: timeline.ended };
  return {
    owner,
    place: { kind: "feed", feed, span, ...(span === null && { link }) },
    observations: posts.list(),
  };
}

/** An answer without a list: one post, what X says of an account, or nothing. */
function readSingle(payload: unknown, people: People, posts: Posts): Read | null {
  const post = property(payload, "data", "tweetResult", "result");
  const observation = post === undefined ? null : posts.add(post, { pinned: null, promoted: null });
  if (observation) {
    const { id: focal, author: owner } = observation;
    return { owner, place: { kind: "thread", focal, complete: false }, observations: posts.list() };
  }
  const user = property(payload, "data", "user", "result") ?? property(payload, "data", "user_result", "result");
  const id = property(user, "rest_id");
  const profile = people.about(typeof id === "string" ? id : null);
  if (profile) return { owner: profile.account, place: { kind: "profile" }, observations: [] };
  return null;
}

/** Where an answer that could not be read belongs, as far as the request tells. */
function unreadable(people: People, posts: Posts, { operation, userId, focal }: Request): Read {
  const feed = FEEDS.get(operation);
  const place: Reading["place"] = feed
    ? { kind: "feed", feed, span: null }
    : focal
      ? { kind: "thread", focal, complete: false }
      : { kind: "profile" };
  return { owner: people.account(userId ?? undefined), place, observations: posts.list() };
}

/** Readings in one answer of X. Never throws; what is not understood is counted in `unread`. */
export function readResponse(exchange: Exchange, at: number): Reading[] {
  const request = requestOf(exchange);
  const unread = new UnreadCount();
  const parsed = parseJson(exchange.text);
  const payload = parsed.ok ? parsed.value : undefined;
  if (!parsed.ok) unread.add(parsed.reason);
  const errors = property(payload, "errors");
  if (Array.isArray(errors) && errors.length > 0) unread.add("siteError", errors.length);

  const people = new People(payload);
  if (people.capped) unread.add("tooBig");
  const posts = new Posts(people, unread);
  const timeline = timelineOf(payload, unread);
  const isThread = property(payload, "data", "threaded_conversation_with_injections_v2") !== undefined;
  const read = timeline ? readTimeline(timeline, isThread, people, posts, request) : readSingle(payload, people, posts);
  if (!read && unread.list().length === 0) {
    const gone = property(payload, "data", "user", "result", "__typename") === "UserUnavailable";
    unread.add(gone ? "unavailable" : "unknownShape");
  }
  const { owner, place, observations } = read ?? unreadable(people, posts, request);
  const over = observations.length - MAX_OBSERVATIONS;
  if (over > 0) unread.add("tooBig", over);
  const about = people.about(owner?.id ?? null);
  return [
    {
      network: "x",
      source: "json",
      at,
      owner,
      place,
      observations: over > 0 ? observations.slice(0, MAX_OBSERVATIONS) : observations,
      pages: about ? [about] : [],
      signedIn: null,
      unread: unread.list(),
    },
  ];
}
