// From what was harvested to readings: a feed per timeline, a thread per list of comments, and the rest.
import { exactly } from "../../domain/moment.ts";
import type { Account, Observation, Reading, Span, UnreadReason } from "../../domain/observation.ts";
import { MAX_TEXT, NOTHING_ANNOUNCED } from "../../domain/record.ts";
import type { UnreadCount } from "../network.ts";
import { fallingStretch } from "../stretch.ts";
import { HOSTS } from "./address.ts";
import type { Query } from "./carriers.ts";
import type { Comment, CommentList, Harvest, Story, Timeline } from "./harvest.ts";
import { refOf } from "./ids.ts";
import type { Memory } from "./memory.ts";

/** The orderings that show every comment; any other may leave some out. */
const SHOWS_ALL = /UNFILTERED/;
const MAX_OBSERVATIONS = 5_000;

/** What all readings of one answer have in common. */
type Base = Omit<Reading, "owner" | "place" | "observations">;

interface Posted {
  readonly story: Story;
  readonly observation: Observation | null;
}

/**
 * The readings in a harvest. `queryOfGroup`: what was asked. `at`: ms UTC. `shown`: whose page the address shows, for
 * what says nothing of its owner. What is a story or a comment by its shape and could not be read is in `unread`.
 */
export function readingsOf(
  harvest: Harvest,
  queryOfGroup: (group: string) => Query | null,
  memory: Memory,
  unread: UnreadCount,
  at: number,
  shown: Account | null,
): Reading[] {
  const posts = new Map<string, Posted>();
  for (const [key, story] of harvest.stories) {
    posts.set(key, { story, observation: postOf(key, story, harvest, unread) });
  }
  for (const { story } of posts.values()) {
    if (story.post && story.feedback) memory.postOfThread.set(story.feedback, story.post);
    if (story.post && story.unit) memory.rememberPost(story.post, story.author, story.text);
  }
  const comments = [...harvest.comments.values()]
    .map((comment) => commentOf(comment, harvest, memory, unread))
    .filter((comment) => comment !== null);
  const taken = new Set<Observation>();
  const take = (observations: Iterable<Observation | null>): Observation[] => {
    const fresh = [...observations].filter((one) => one !== null && !taken.has(one)) as Observation[];
    for (const one of fresh) taken.add(one);
    return fresh;
  };
  const base: Base = { network: "facebook", source: "json", at, signedIn: harvest.signedIn, pages: [], unread: [] };
  const readings: Reading[] = [];
  for (const [group, timeline] of harvest.timelines) {
    countGaps(timeline, posts, timelineOwner(timeline, queryOfGroup(group)), unread);
    readings.push(feedReading(timeline, queryOfGroup(group), posts, comments, harvest, base, take));
  }
  for (const list of mergedLists(harvest.lists, queryOfGroup, memory, unread)) {
    const focal = memory.postOfThread.get(list.post) ?? list.post;
    const inside = comments.filter(({ thread }) => thread === focal);
    const post = [...posts.values()].find(({ story }) => story.post === focal);
    if (post?.observation?.announced.comments === null) unread.add("unknownShape");
    readings.push({
      ...base,
      owner: post?.story.author ?? ownerOf(list.post, harvest) ?? memory.ownerOfPost.get(focal) ?? null,
      place: { kind: "thread", focal, complete: list.complete, ...(list.filtered ? { filtered: true } : {}) },
      pages: pagesOf([post?.story.author?.id ?? ""], harvest),
      observations: [...(post?.observation ? [post.observation] : []), ...take(inside)].slice(0, MAX_OBSERVATIONS),
    });
    if (post?.observation) taken.add(post.observation);
  }
  const rest = take([...[...posts.values()].map(({ observation }) => observation), ...comments]);
  const missed = unread.list();
  if (rest.length > 0 || harvest.headers.size > 0 || (readings.length === 0 && missed.length > 0)) {
    readings.push({
      ...base,
      owner: withHandle(askedAbout([queryOfGroup(""), ...harvest.queries.values()], harvest, memory) ?? shown, harvest),
      place: { kind: "profile" },
      observations: rest.slice(0, MAX_OBSERVATIONS),
      // Whose posts these are may be said to be no company's.
      pages: pagesOf(
        new Set([...harvest.headers, ...rest.flatMap(({ id, thread, author }) => (thread === id && author?.id) || [])]),
        harvest,
      ),
    });
  }
  const [first, ...others] = readings;
  return first ? [{ ...first, unread: missed }, ...others] : [];
}

/** The account that was asked about, for what could not even be recognised in its answer. */
function askedAbout(queries: Iterable<Query | null>, harvest: Harvest, memory: Memory): Account | null {
  for (const query of queries) {
    for (const name of ["userID", "id", "feedbackID", "storyID"]) {
      const id = query?.variables[name];
      if (typeof id !== "string") continue;
      if (/^\d+$/.test(id)) return { id, handle: harvest.profiles.get(id)?.handle ?? null };
      const ref = refOf(id);
      if (ref?.kind === "story" && ref.actor) return { id: ref.actor, handle: null };
      const post = ref?.kind === "feedback" ? (memory.postOfThread.get(ref.post) ?? ref.post) : null;
      const owner = post === null ? undefined : memory.ownerOfPost.get(post);
      if (owner) return owner;
    }
  }
  // What comments were asked for of one post say whose it is.
  const [owner, ...others] = new Map([...harvest.comments.values()].map((one) => [one.owner?.id, one.owner])).values();
  return others.length === 0 ? (owner ?? null) : null;
}

const ownerOf = (post: string, harvest: Harvest): Account | null =>
  [...harvest.comments.values()].find((comment) => comment.post === post && comment.owner)?.owner ?? null;

function pagesOf(ids: Iterable<string>, harvest: Harvest): Reading["pages"] {
  const pages: Reading["pages"] = [];
  for (const id of ids) {
    const known = harvest.profiles.get(id);
    if (!known) continue;
    pages.push({
      account: { id, handle: known.handle },
      name: known.name?.slice(0, 300) ?? null,
      about: null,
      totalPosts: null,
      ...(known.company === null ? {} : { company: known.company }),
    });
  }
  return pages.slice(0, 50);
}

/**
 * A timeline says how it goes on, runs from new to old but for what it calls pinned, and says of each of its posts how
 * many comments it has: where it does not, it has changed.
 */
function countGaps(timeline: Timeline, posts: ReadonlyMap<string, Posted>, owner: string | null, unread: UnreadCount) {
  if (timeline.end === null || (!timeline.end && timeline.next === null)) unread.add("unknownShape");
  for (const key of timeline.units) {
    const post = posts.get(key)?.observation;
    if (post && post.announced.comments === null) unread.add("unknownShape");
  }
  const misplaced = fallingStretch(ownTimes(timeline, posts, owner))?.misplaced ?? 0;
  if (misplaced > 0) unread.add("unknownShape", misplaced);
}

/** Whose timeline it is: it says so itself, or whoever asked for it did. */
function timelineOwner(timeline: Timeline, query: Query | null): string | null {
  const asked = query?.variables["userID"] ?? query?.variables["id"];
  return timeline.owner ?? (typeof asked === "string" ? asked : null);
}

function feedReading(
  timeline: Timeline,
  query: Query | null,
  posts: ReadonlyMap<string, Posted>,
  comments: readonly Observation[],
  harvest: Harvest,
  base: Base,
  take: (observations: Iterable<Observation | null>) => Observation[],
): Reading {
  const id = timelineOwner(timeline, query);
  const shown = new Set<string>();
  for (const key of timeline.units) {
    shown.add(key);
    const original = posts.get(key)?.story.attached;
    if (original) shown.add(original);
  }
  const cursor = query?.variables["cursor"];
  const from = typeof cursor === "string" && cursor ? cursor : null;
  const dated = ["beforeTime", "afterTime"].some((name) => typeof query?.variables[name] === "number");
  const observations = [...shown].map((key) => posts.get(key)?.observation ?? null);
  const threads = new Set(observations.map((post) => post?.id));
  return {
    ...base,
    owner: id ? { id, handle: harvest.profiles.get(id)?.handle ?? null } : null,
    place: {
      kind: "feed",
      feed: "posts",
      span: spanOf(ownTimes(timeline, posts, id), timeline, {
        top: from === null && !dated,
        end: timeline.end === true && !dated,
        cursor: from?.slice(0, 2_000) ?? null,
        next: timeline.next?.slice(0, 2_000) ?? null,
      }),
    },
    observations: take([...observations, ...comments.filter(({ thread }) => threads.has(thread ?? undefined))]).slice(
      0,
      MAX_OBSERVATIONS,
    ),
    pages: id ? pagesOf([id], harvest) : [],
  };
}

/** Times (ms) of the page's own posts in the order shown, as far as it is the order of the timeline. */
const ownTimes = (timeline: Timeline, posts: ReadonlyMap<string, Posted>, owner: string | null): number[] =>
  [...timeline.units].flatMap((key) => {
    const post = posts.get(key)?.observation;
    return post && owner && post.author?.id === owner && !post.pinned && !post.promoted ? post.created.from : [];
  });

/** The span over the page's own posts; null where there is none, or where their order is not a timeline's. */
function spanOf(times: readonly number[], { pinTold }: Timeline, ends: Omit<Span, "from" | "to">): Span | null {
  const stretch = fallingStretch(times);
  if (!stretch || (stretch.misplaced > 1 && stretch.misplaced * 4 > times.length)) return null;
  // One post alone at the top may be an old one that is pinned there, where nothing says which one is.
  if (ends.top && !ends.end && times.length === 1 && !pinTold) return null;
  return { from: stretch.from, to: stretch.to, ...ends };
}

interface MergedList {
  readonly post: string;
  complete: boolean;
  filtered: boolean;
}

/** One entry a thread: complete only where every first-level comment was shown, from the first to the last. */
function mergedLists(
  lists: readonly CommentList[],
  queryOfGroup: (group: string) => Query | null,
  memory: Memory,
  unread: UnreadCount,
): MergedList[] {
  const merged = new Map<string, MergedList>();
  for (const { post, comment, intent, more, next, group } of lists) {
    const entry = merged.get(post) ?? { post, complete: false, filtered: false };
    merged.set(post, entry);
    if (comment !== null) continue;
    const asked = queryOfGroup(group)?.variables ?? {};
    const order = intent ?? asked["commentsIntentToken"];
    const after = asked["commentsAfterCursor"];
    // The order decides what is hidden: a list that begins without saying its own is not understood.
    if (typeof order !== "string" && typeof after !== "string") unread.add("unknownShape");
    const unbroken = memory.follows(`${post} ${order}`, typeof after === "string" ? after : null, next);
    if (typeof order !== "string") continue;
    if (!SHOWS_ALL.test(order)) entry.filtered = true;
    else if (more === false && unbroken) entry.complete = true;
  }
  return [...merged.values()];
}

function postOf(key: string, story: Story, harvest: Harvest, unread: UnreadCount): Observation | null {
  if (!story.unit) return null;
  // An advertisement has no time of its own: it is understood, and it is nothing to count.
  if (story.promoted && story.seconds === null) return null;
  const missing: UnreadReason | null = !story.post ? "noId" : story.seconds === null ? "noTime" : null;
  if (missing || !story.post || story.seconds === null) {
    unread.add(missing ?? "unknownShape");
    return null;
  }
  if (!story.author) unread.add("noAuthor");
  if (!story.worded) unread.add("unknownShape");
  const original = story.attached ? (harvest.stories.get(story.attached)?.post ?? null) : null;
  return {
    id: story.post,
    kind: original && !story.text ? "repost" : "post",
    author: withHandle(story.author, harvest),
    created: exactly(story.seconds * 1_000),
    replyTo: null,
    replyToAuthor: null,
    thread: story.post,
    text: story.text?.slice(0, MAX_TEXT) ?? (original ? "" : null),
    lang: null,
    url: story.url ?? `https://${HOSTS[0]}/${story.post}`,
    pinned: harvest.pinned.has(key),
    promoted: story.promoted,
    repostOf: original,
    announced: harvest.announced.get(story.feedback ?? story.post) ?? NOTHING_ANNOUNCED,
  };
}

function commentOf(comment: Comment, harvest: Harvest, memory: Memory, unread: UnreadCount): Observation | null {
  if (!comment.full) return null;
  if (comment.seconds === null) {
    unread.add("noTime");
    return null;
  }
  if (!comment.author) unread.add("noAuthor");
  if (comment.whole && !comment.worded) unread.add("unknownShape");
  const announced = harvest.announced.get(comment.id) ?? NOTHING_ANNOUNCED;
  if (comment.listed && announced.comments === null) unread.add("unknownShape");
  const parent = comment.parent ?? comment.nestedIn;
  const below = parent !== null || (comment.depth ?? 0) > 0;
  // Below another comment, but no field says below which.
  if (below && parent === null) unread.add("unknownShape");
  memory.timeOfComment.set(comment.id, comment.seconds * 1_000);
  const thread = memory.postOfThread.get(comment.post) ?? comment.post;
  const owner = comment.owner ?? memory.ownerOfPost.get(thread) ?? null;
  return {
    id: comment.id,
    kind: below ? "reply" : "comment",
    author: withHandle(comment.author, harvest),
    created: exactly(comment.seconds * 1_000),
    replyTo: below ? parent : thread,
    replyToAuthor: withHandle(comment.mention ?? (below ? comment.parentAuthor : owner), harvest),
    thread,
    text: comment.text?.slice(0, MAX_TEXT) ?? null,
    lang: comment.lang,
    url: comment.url,
    pinned: false,
    promoted: false,
    repostOf: null,
    announced,
  };
}

function withHandle(account: Account | null, harvest: Harvest): Account | null {
  if (!account?.id) return account;
  return { id: account.id, handle: account.handle ?? harvest.profiles.get(account.id)?.handle ?? null };
}
