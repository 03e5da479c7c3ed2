// The few fields we use of X's answers; each may be missing or odd without costing the others.
import * as z from "zod/mini";
import { isId } from "./snowflake.ts";

/** A field that is undefined where it is missing or not what it should be. */
const maybe = <T extends z.core.SomeType>(schema: T) => z.catch(z.optional(schema), undefined);

const id = maybe(z.string().check(z.refine(isId)));
const text = maybe(z.string().check(z.maxLength(100_000)));
const handle = maybe(z.string().check(z.regex(/^\w{1,50}$/)));
const count = maybe(z.int().check(z.nonnegative()));
/** A nested result is read in its own turn. */
const result = maybe(z.object({ result: z.optional(z.unknown()) }));

const link = maybe(z.object({ url: text, expanded_url: text }));
const links = maybe(z.array(link));
const versions = maybe(z.array(z.string().check(z.refine(isId))).check(z.maxLength(50)));

/** What `legacy` holds; in some answers it stands at the top level of the post or under another name. */
export const detailsSchema = z.object({
  id_str: id,
  created_at: text,
  created_at_ms: maybe(z.union([z.int().check(z.nonnegative()), z.string().check(z.regex(/^\d{1,15}$/))])),
  full_text: text,
  display_text_range: maybe(z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())])),
  lang: maybe(z.string().check(z.maxLength(35))),
  conversation_id_str: id,
  user_id_str: id,
  in_reply_to_status_id_str: id,
  in_reply_to_user_id_str: id,
  in_reply_to_screen_name: handle,
  quoted_status_id_str: id,
  quoted_status_permalink: link,
  retweeted_status_id_str: id,
  retweeted_status_result: result,
  repostedStatusResults: result,
  reply_count: count,
  retweet_count: count,
  quote_count: count,
  favorite_count: count,
  entities: maybe(z.object({ urls: links })),
});
export type Details = z.infer<typeof detailsSchema>;

export const tweetSchema = z.object({
  rest_id: id,
  core: maybe(z.object({ user_results: result })),
  edit_control: maybe(
    z.object({ edit_tweet_ids: versions, edit_control_initial: maybe(z.object({ edit_tweet_ids: versions })) }),
  ),
  note_tweet: maybe(
    z.object({
      note_tweet_results: maybe(
        z.object({ result: maybe(z.object({ text, entity_set: maybe(z.object({ urls: links })) })) }),
      ),
    }),
  ),
  article: maybe(z.object({ article_results: maybe(z.object({ result: maybe(z.object({ title: text })) })) })),
  quoted_status_result: result,
  quotedPostResults: result,
  quotedRefResult: result,
  reply_to_results: maybe(z.object({ rest_id: id })),
  reply_to_user_results: maybe(z.object({ rest_id: id, result: z.optional(z.unknown()) })),
});
export type Tweet = z.infer<typeof tweetSchema>;

export const userSchema = z.object({
  rest_id: id,
  core: maybe(z.object({ screen_name: handle, name: text })),
  legacy: maybe(z.object({ screen_name: handle, name: text, description: text, statuses_count: count })),
  profile_bio: maybe(z.object({ description: text })),
  tweet_counts: maybe(z.object({ tweets: count })),
});

export const mentionSchema = z.object({ id_str: id, screen_name: handle });
