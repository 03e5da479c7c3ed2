// From what was harvested to readings: a feed per timeline, a thread per list of comments, and the rest.
import type { Account, Observation, Reading, Span } from "../../domain/observation.ts";
import type { UnreadCount } from "../network.ts";
import { fallingStretch } from "../stretch.ts";
import type { Query } from "./carriers.ts";
import type { CommentList } from "./comments.ts";
import type { Harvest } from "./harvest.ts";
import { refOf } from "./ids.ts";
import type { Memory } from "./memory.ts";
import { commentOf, postOf, withHandle } from "./observed.ts";
import type { Story } from "./stories.ts";
import type { Timeline } from "./timelines.ts";

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
  for (const [id, { handle }] of harvest.accounts.profiles) if (handle) memory.handles.set(id, handle);
  const posts = new Map<string, Posted>();
  for (const [key, story] of harvest.stories.byKey) {
    posts.set(key, { story, observation: postOf(key, story, harvest, memory, unread) });
  }
  for (const { story } of posts.values()) {
    if (story.post && story.feedback) memory.postOfThread.set(story.feedback, story.post);
    if (story.post && story.unit) memory.rememberPost(story.post, story.author, story.text);
  }
  const comments = [...harvest.comments.byId.values()]
    .map((comment) => commentOf(comment, harvest, memory, unread))
    .filter((comment) => comment !== null);
  const below = new Map<string | null, Observation[]>();
  for (const comment of comments) {
    const known = below.get(comment.thread);
    if (known) known.push(comment);
    else below.set(comment.thread, [comment]);
  }
  const byPost = new Map([...posts.values()].map((posted) => [posted.story.post, posted] as const).reverse());
  // The first that says it decides.
  const said = [...harvest.comments.byId.values()].reverse();
  const owners = new Map(said.flatMap(({ post, owner }) => (owner ? [[post, owner] as const] : [])));
  const taken = new Set<Observation>();
  const take = (observations: Iterable<Observation | null>): Observation[] => {
    const fresh = [...observations].filter((one) => one !== null && !taken.has(one)) as Observation[];
    for (const one of fresh) taken.add(one);
    return fresh;
  };
  const base: Base = { network: "facebook", source: "json", at, signedIn: harvest.signedIn, pages: [], unread: [] };
  const readings: Reading[] = [];
  for (const [group, timeline] of harvest.timelines.byGroup) {
    countGaps(timeline, posts, timelineOwner(timeline, queryOfGroup(group)), unread);
    readings.push(feedReading(timeline, queryOfGroup(group), posts, comments, harvest, memory, base, take));
  }
  for (const list of mergedLists(harvest.comments.lists, queryOfGroup, memory, unread)) {
    const focal = memory.postOfThread.get(list.post) ?? list.post;
    const inside = below.get(focal) ?? [];
    const post = byPost.get(focal);
    if (post?.observation?.announced.comments === null) unread.add("unknownShape");
    readings.push({
      ...base,
      owner: withHandle(post?.story.author ?? owners.get(list.post) ?? memory.ownerOfPost.get(focal) ?? null, memory),
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
      owner: withHandle(askedAbout([queryOfGroup(""), ...harvest.queries.values()], harvest, memory) ?? shown, memory),
      place: { kind: "profile" },
      observations: rest.slice(0, MAX_OBSERVATIONS),
      // Whose posts these are may be said to be no company's.
      pages: pagesOf(
        new Set([...harvest.headers, ...rest.flatMap(({ id, thread, author }) => (thread === id && author?.id) || [])]),
        harvest,
      ),
    });
  }
  // What could not be read belongs to the page as far as anything says whose it is.
  const told = Math.max(
    0,
    readings.findIndex(({ owner }) => owner !== null),
  );
  return readings.map((reading, index) => (index === told ? { ...reading, unread: missed } : reading));
}

/** The account that was asked about, for what could not even be recognised in its answer. */
function askedAbout(queries: Iterable<Query | null>, harvest: Harvest, memory: Memory): Account | null {
  for (const query of queries) {
    for (const name of ["userID", "id", "feedbackID", "storyID"]) {
      const id = query?.variables[name];
      if (typeof id !== "string") continue;
      if (/^\d+$/.test(id)) return { id, handle: null };
      const ref = refOf(id);
      if (ref?.kind === "story" && ref.actor) return { id: ref.actor, handle: null };
      const post = ref?.kind === "feedback" ? (memory.postOfThread.get(ref.post) ?? ref.post) : null;
      const owner = post === null ? undefined : memory.ownerOfPost.get(post);
      if (owner) return owner;
    }
  }
  // What comments were asked for of one post say whose it is.
  const [owner, ...others] = new Map(
    [...harvest.comments.byId.values()].map((one) => [one.owner?.id, one.owner]),
  ).values();
  return others.length === 0 ? (owner ?? null) : null;
}

function pagesOf(ids: Iterable<string>, harvest: Harvest): Reading["pages"] {
  const pages: Reading["pages"] = [];
  for (const id of ids) {
    const known = harvest.accounts.profiles.get(id);
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
  memory: Memory,
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
    owner: id ? withHandle({ id, handle: null }, memory) : null,
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
