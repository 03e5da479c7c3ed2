// Facebook's stories and comments as observations; what is missing in them is counted.
import { exactly } from "../../domain/moment.ts";
import type { Account, Observation, UnreadReason } from "../../domain/observation.ts";
import { MAX_TEXT, NOTHING_ANNOUNCED } from "../../domain/record.ts";
import type { UnreadCount } from "../network.ts";
import { HOSTS } from "./address.ts";
import type { Comment } from "./comments.ts";
import type { Harvest } from "./harvest.ts";
import type { Memory } from "./memory.ts";
import type { Story } from "./stories.ts";

/** A story as an observation; null where it is none of a list, or lacks what makes one, which is counted. */
export function postOf(
  key: string,
  story: Story,
  harvest: Harvest,
  memory: Memory,
  unread: UnreadCount,
): Observation | null {
  if (!story.unit) return null;
  // An advertisement has no time of its own: it is understood, and it is nothing to count.
  if (story.promoted && story.seconds === null) return null;
  const missing: UnreadReason | null = !story.post ? "noId" : story.seconds === null ? "noTime" : null;
  if (missing || !story.post || story.seconds === null) {
    unread.add(missing ?? "unknownShape");
    return null;
  }
  if (!story.author) unread.add("noAuthor");
  if (!story.worded || lacksAddress(story.author, harvest)) unread.add("unknownShape");
  const original = story.attached ? (harvest.stories.byKey.get(story.attached)?.post ?? null) : null;
  return {
    id: story.post,
    kind: original && !story.text ? "repost" : "post",
    author: withHandle(story.author, memory),
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
    announced: harvest.comments.announced.get(story.feedback ?? story.post) ?? NOTHING_ANNOUNCED,
  };
}

/** A comment as an observation; null where it was only referred to, or lacks a time, which is counted. */
export function commentOf(comment: Comment, harvest: Harvest, memory: Memory, unread: UnreadCount): Observation | null {
  if (!comment.full) return null;
  if (comment.seconds === null) {
    unread.add("noTime");
    return null;
  }
  if (!comment.author) unread.add("noAuthor");
  const thread = memory.postOfThread.get(comment.post) ?? comment.post;
  const owner = comment.owner ?? memory.ownerOfPost.get(thread) ?? null;
  if (comment.whole && (!comment.worded || !owner || lacksAddress(comment.author, harvest))) unread.add("unknownShape");
  const announced = harvest.comments.announced.get(comment.id) ?? NOTHING_ANNOUNCED;
  if (comment.listed && announced.comments === null) unread.add("unknownShape");
  const parent = comment.parent ?? comment.nestedIn;
  const below = parent !== null || (comment.depth ?? 0) > 0;
  // Below another comment, but no field says below which.
  if (below && parent === null) unread.add("unknownShape");
  memory.timeOfComment.set(comment.id, comment.seconds * 1_000);
  return {
    id: comment.id,
    kind: below ? "reply" : "comment",
    author: withHandle(comment.author, memory),
    created: exactly(comment.seconds * 1_000),
    replyTo: below ? parent : thread,
    replyToAuthor: withHandle(comment.mention ?? (below ? comment.parentAuthor : owner), memory),
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

/** The account with the handle by which it is known, here or from an earlier answer. */
export function withHandle(account: Account | null, memory: Memory): Account | null {
  if (!account?.id) return account;
  return { id: account.id, handle: account.handle ?? memory.handles.get(account.id) ?? null };
}

/** Whoever writes has an address, and where it cannot be told nobody can be known again by it. */
const lacksAddress = (author: Account | null, { accounts }: Harvest): boolean =>
  !!author?.id && !accounts.addressed.has(author.id);
