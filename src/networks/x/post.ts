// X's post object, in all its generations, as observations: the post itself, and what it quotes or passes on.
import type { Account, Observation } from "../../domain/observation.ts";
import { NOTHING_ANNOUNCED } from "../../domain/record.ts";
import type { UnreadCount } from "../network.ts";
import { isObject, type JsonObject, property } from "../walk.ts";
import type { People } from "./people.ts";
import { permalink } from "./place.ts";
import { type Details, detailsSchema, type Tweet, tweetSchema, userSchema } from "./schemas.ts";
import { createdOf, earlierVersions, isId, statedTime } from "./snowflake.ts";
import { langOf, textOf } from "./text.ts";

/** A quoted post that quotes a post that quotes… is followed this far. */
const MAX_NESTING = 4;

/** How a post came to be in the list: `null` = it is inside another post, so the list says nothing of it. */
export interface Shown {
  readonly pinned: true | null;
  readonly promoted: boolean | null;
}
const NESTED: Shown = { pinned: null, promoted: null };

/** The post inside the wrapper that limits who may answer it; null where X shows only that there was one. */
function unwrapped(result: unknown): JsonObject | null {
  const inner = property(result, "tweet");
  const typename = property(result, "__typename");
  if (typename === "TweetPreviewDisplay") return null;
  const tweet = isObject(inner) && property(result, "rest_id") === undefined ? inner : result;
  if (!isObject(tweet) || /^Tweet(Tombstone|Unavailable)$/.test(String(property(tweet, "__typename")))) return null;
  return Object.keys(tweet).some((key) => key !== "__typename") ? tweet : null;
}

/** The fields of `legacy`, wherever this generation keeps them; null where none of them is found. */
function detailsOf(tweet: JsonObject): Details | null {
  const details = detailsSchema.parse(tweet);
  for (const part of ["self", "details", "legacy"]) {
    const object = property(tweet, part);
    if (!isObject(object)) continue;
    for (const [key, value] of Object.entries(detailsSchema.parse(object))) {
      if (value !== undefined) Object.assign(details, { [key]: value });
    }
  }
  const { full_text, created_at, created_at_ms, conversation_id_str, user_id_str } = details;
  const known = [full_text, created_at, created_at_ms, conversation_id_str, user_id_str];
  return known.some((value) => value !== undefined) ? details : null;
}

const versionsOf = ({ edit_control: control }: Tweet): readonly string[] =>
  control?.edit_tweet_ids ?? control?.edit_control_initial?.edit_tweet_ids ?? [];

const sum = (a: number | undefined, b: number | undefined): number | null =>
  a === undefined && b === undefined ? null : (a ?? 0) + (b ?? 0);

/** Collects the posts of one answer, each once. Never throws. */
export class Posts {
  readonly #people: People;
  readonly #unread: UnreadCount;
  /** By id; `rank`: 2 in the list itself, 1 inside another post, 0 an earlier version of an edited one. */
  readonly #seen = new Map<string, { readonly rank: number; readonly observation: Observation }>();
  /** Earlier versions of edited posts → the version X shows now. */
  readonly #current = new Map<string, string>();

  constructor(people: People, unread: UnreadCount) {
    this.#people = people;
    this.#unread = unread;
  }

  /** Reads one `tweet_results.result`; gives what it is, null where it could not be read (then it was counted). */
  add(result: unknown, shown: Shown, nesting = 0): Observation | null {
    const tweet = unwrapped(result);
    if (!tweet) return this.#failed("unavailable");
    const fields = tweetSchema.parse(tweet);
    const details = detailsOf(tweet);
    const id = fields.rest_id ?? details?.id_str;
    if (!id) return this.#failed("noId");
    if (!details) return this.#failed("unknownShape");
    const stated = details.created_at === undefined ? null : statedTime(details.created_at);
    const created = createdOf(
      id,
      stated ?? (details.created_at_ms === undefined ? null : Number(details.created_at_ms)),
    );
    if (!created) return this.#failed("noTime");

    const versions = versionsOf(fields);
    const current = versions.includes(id) ? versions.at(-1)! : id;
    for (const version of versions) if (version !== current) this.#current.set(version, current);
    const base = {
      id: current,
      author: this.#author(fields, details),
      created: current === id ? created : (createdOf(current, null) ?? created),
      ...earlierVersions(versions, current),
      url: permalink(current),
      ...shown,
    };
    const observation = this.#repost(base, details, nesting) ?? this.#post(base, fields, details, nesting);
    this.#keep(observation, current !== id ? 0 : nesting > 0 ? 1 : 2);
    return observation;
  }

  /** The id under which a post is listed: that of its current version. */
  currentId(id: string): string {
    return this.#current.get(id) ?? id;
  }

  /** All posts read, in the order met. Ids of earlier versions of an edited post are replaced by its current one. */
  list(): Observation[] {
    const now = (id: string | null): string | null => (id === null ? null : this.currentId(id));
    return [...this.#seen.values()].map(({ observation }) => ({
      ...observation,
      replyTo: now(observation.replyTo),
      thread: now(observation.thread),
      repostOf: now(observation.repostOf),
    }));
  }

  #failed(reason: "unavailable" | "noId" | "unknownShape" | "noTime"): null {
    this.#unread.add(reason);
    return null;
  }

  #keep(observation: Observation, rank: number): void {
    const known = this.#seen.get(observation.id);
    if (!known) {
      this.#seen.set(observation.id, { rank, observation });
      return;
    }
    const best = rank > known.rank ? observation : known.observation;
    const both = [known.observation, observation];
    this.#seen.set(observation.id, {
      rank: Math.max(rank, known.rank),
      observation: {
        ...best,
        pinned: both.some(({ pinned }) => pinned) ? true : null,
        // Shown once without being paid for, it is an ordinary post.
        promoted: both.some(({ promoted }) => promoted === false)
          ? false
          : (known.observation.promoted ?? observation.promoted),
      },
    });
  }

  #author(fields: Tweet, details: Details): Account | null {
    const user = fields.core?.user_results?.result;
    const { rest_id, core, legacy } = userSchema.parse(isObject(user) ? user : {});
    const id = details.user_id_str ?? rest_id;
    const handle = rest_id === id ? (core?.screen_name ?? legacy?.screen_name) : undefined;
    const account = this.#people.account(id, handle);
    if (!account) this.#unread.add("noAuthor");
    return account;
  }

  /** A repost has its own id and time; what it passes on is an observation of its own. null where it is none. */
  #repost(
    base: Pick<Observation, "id" | "author" | "created" | "url" | "pinned" | "promoted">,
    details: Details,
    nesting: number,
  ): Observation | null {
    const { retweeted_status_result: old, repostedStatusResults: recent, retweeted_status_id_str: id } = details;
    if (!old && !recent && !id) return null;
    const original = this.#nested((old ?? recent)?.result, nesting);
    return {
      ...base,
      kind: "repost",
      replyTo: null,
      replyToAuthor: null,
      thread: null,
      // The outer text is a cut copy of the original's with its author's name in front.
      text: null,
      lang: null,
      repostOf: original?.id ?? id ?? null,
      announced: NOTHING_ANNOUNCED,
    };
  }

  #post(
    base: Pick<Observation, "id" | "author" | "created" | "url" | "pinned" | "promoted">,
    fields: Tweet,
    details: Details,
    nesting: number,
  ): Observation {
    const { quoted_status_result: old, quotedPostResults: recent, quotedRefResult: reference } = fields;
    const quoted = old || recent ? this.#nested((old ?? recent)?.result, nesting) : null;
    const referred = property(reference, "result", "rest_id");
    const thread = details.conversation_id_str ?? null;
    const replyTo = details.in_reply_to_status_id_str ?? fields.reply_to_results?.rest_id ?? null;
    // The conversation of a post that begins one has the post's own id, or that of its first version.
    const answers = replyTo !== null || (thread !== null && this.currentId(thread) !== base.id);
    const addressee = userSchema.parse(fields.reply_to_user_results?.result ?? {});
    const text = textOf(fields, details);
    if (text === null) this.#unread.add("unknownShape");
    return {
      ...base,
      kind: answers ? "reply" : "post",
      replyTo,
      replyToAuthor: answers
        ? this.#people.account(
            details.in_reply_to_user_id_str ?? fields.reply_to_user_results?.rest_id ?? addressee.rest_id,
            details.in_reply_to_screen_name ?? addressee.core?.screen_name,
          )
        : null,
      thread,
      text,
      lang: langOf(details.lang),
      repostOf:
        quoted?.id ??
        (typeof referred === "string" && isId(referred) ? referred : null) ??
        details.quoted_status_id_str ??
        null,
      announced: {
        comments: details.reply_count ?? null,
        shares: sum(details.retweet_count, details.quote_count),
        reactions: details.favorite_count ?? null,
      },
    };
  }

  #nested(result: unknown, nesting: number): Observation | null {
    return nesting < MAX_NESTING ? this.add(result, NESTED, nesting + 1) : null;
  }
}
