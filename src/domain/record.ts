// The record: one post, repost, comment or reply, in the one shape used in the store, the report and every export.
import * as z from "zod/mini";
import { type Moment, momentSchema } from "./moment.ts";

export const NETWORK_IDS = ["x", "facebook", "linkedin"] as const;
export const networkIdSchema = z.enum(NETWORK_IDS);
export type NetworkId = z.infer<typeof networkIdSchema>;

/** Site ids are opaque strings (X's exceed 2^53); the cap keeps a hostile page from storing books in them. */
export const siteIdSchema = z.string().check(z.minLength(1), z.maxLength(300));

export const kindSchema = z.enum(["post", "repost", "comment", "reply"]);
export type Kind = z.infer<typeof kindSchema>;

/**
 * Who wrote it, seen from the audited page. `sister`: an account the plan names as answering for the page.
 * `unknown`: the site did not say. `key` is a salted hash of the account, the same for one account within one
 * installation; "" where the author is unknown. Names are never stored.
 */
export const roleSchema = z.enum(["page", "sister", "other", "unknown"]);
export type Role = z.infer<typeof roleSchema>;
export const authorSchema = z.object({ role: roleSchema, key: z.string().check(z.maxLength(64)) });
export type Author = z.infer<typeof authorSchema>;

/** Counts the site itself shows beside a post; null = not shown, which is not zero. */
const countSchema = z.nullable(z.int().check(z.nonnegative()));
export const announcedSchema = z.object({ comments: countSchema, shares: countSchema, reactions: countSchema });
export type Announced = z.infer<typeof announcedSchema>;
export const NOTHING_ANNOUNCED: Announced = { comments: null, shares: null, reactions: null };

const sureSchema = z.enum(["yes", "no", "perhaps"]);
/**
 * What a message was about, kept of it when its text was dropped after the days the person chose, so that the figures
 * stay what they were. `named`: it names the page.
 */
export const aboutSchema = z.object({
  question: sureSchema,
  complaint: sureSchema,
  buying: sureSchema,
  handoff: sureSchema,
  named: z.boolean(),
});
export type About = z.infer<typeof aboutSchema>;

export const MAX_TEXT = 30_000;

export const recordSchema = z.object({
  schema: z.literal(1),
  network: networkIdSchema,
  /** The site's own id. */
  id: siteIdSchema,
  kind: kindSchema,
  author: authorSchema,
  created: momentSchema,
  /** On an edited message only: when its first version was written, from which people have waited. */
  firstVersion: z.optional(momentSchema),
  /** When the browser last showed it to us (ms, UTC): the time at which "not answered" was last true. */
  observedAt: z.int().check(z.nonnegative()),
  /** Id of the message this one answers, as the site says; null where it answers none or the site does not say. */
  replyTo: z.nullable(siteIdSchema),
  /** Who wrote the message this one answers, where the site says so even though that message may not be loaded. */
  replyToAuthor: z.nullable(authorSchema),
  /** Id of the root of the conversation; null where unknown. */
  thread: z.nullable(siteIdSchema),
  /** Text as a reader sees it, without the hidden leading mentions; null where it was not loaded. */
  text: z.nullable(z.string().check(z.maxLength(MAX_TEXT))),
  /** Only on a message whose text was dropped after a time. */
  about: z.optional(aboutSchema),
  /** Language the site states (BCP 47-like), null where it does not. */
  lang: z.nullable(z.string().check(z.maxLength(35))),
  /** Permalink. For other people's messages a form without their name, where the site has one. */
  url: z.nullable(z.string().check(z.maxLength(2_000))),
  pinned: z.boolean(),
  promoted: z.boolean(),
  /** On a repost: the id of what is passed on. On a post: the id of what it quotes. */
  repostOf: z.nullable(siteIdSchema),
  announced: announcedSchema,
});
/** One line of `records.ndjson`. */
export type PageRecord = z.infer<typeof recordSchema>;

/** From when on people waited for an answer to it: an edited message could be read since its first version. */
export const askedAt = (record: PageRecord): Moment => record.firstVersion ?? record.created;
