// What a network's parser gives: readings of a feed or a thread, with raw authors, before they are hashed and merged.
import * as z from "zod/mini";
import { momentSchema } from "./moment.ts";
import { feedSchema } from "./page.ts";
import { announcedSchema, kindSchema, MAX_TEXT, networkIdSchema, siteIdSchema } from "./record.ts";

/** An account as the site names it. Lives only between the page and the inbox, which hashes it. */
export const accountSchema = z.object({
  id: z.nullable(siteIdSchema),
  handle: z.nullable(z.string().check(z.minLength(1), z.maxLength(300))),
});
export type Account = z.infer<typeof accountSchema>;

/**
 * Whether two account names certainly are one account. Ids decide where both have one; else handles, case ignored.
 */
export function sameAccount(a: Account | null, b: Account | null): boolean {
  if (!a || !b) return false;
  if (a.id && b.id) return a.id === b.id;
  return !!a.handle && !!b.handle && a.handle.toLowerCase() === b.handle.toLowerCase();
}

/** Whether two account names certainly are two accounts: they differ in the first kind of name that both have. */
export function otherAccount(a: Account | null, b: Account | null): boolean {
  if (!a || !b || !((a.id && b.id) || (a.handle && b.handle))) return false;
  return !sameAccount(a, b);
}

/** One item as one source shows it. null = this source does not say (never "no"). */
export const observationSchema = z.object({
  id: siteIdSchema,
  kind: kindSchema,
  author: z.nullable(accountSchema),
  created: momentSchema,
  /** On an edited item only: the ids of its earlier versions, which it replaces, and when the first was written. */
  earlier: z.optional(z.object({ ids: z.array(siteIdSchema).check(z.maxLength(50)), first: momentSchema })),
  replyTo: z.nullable(siteIdSchema),
  replyToAuthor: z.nullable(accountSchema),
  thread: z.nullable(siteIdSchema),
  text: z.nullable(z.string().check(z.maxLength(MAX_TEXT))),
  lang: z.nullable(z.string().check(z.maxLength(35))),
  url: z.nullable(z.string().check(z.maxLength(2_000))),
  pinned: z.nullable(z.boolean()),
  promoted: z.nullable(z.boolean()),
  repostOf: z.nullable(siteIdSchema),
  announced: announcedSchema,
});
export type Observation = z.infer<typeof observationSchema>;

/**
 * The stretch of a feed one reading covers without a gap.
 * `cursor`: what was asked for (null = the top of the feed); `next`: where the following stretch begins, so that
 * neighbours join although their times do not touch; both null for the DOM, whose stretches join by overlap.
 */
export const spanSchema = z.object({
  /** ms: creation of the oldest and of the newest of the page's own items in it, pinned ones left out. */
  from: z.int().check(z.nonnegative()),
  to: z.int().check(z.nonnegative()),
  /** It begins at the top of the feed: nothing newer existed when it was read. */
  top: z.boolean(),
  /** The site said that nothing older follows. */
  end: z.boolean(),
  cursor: z.nullable(z.string().check(z.maxLength(2_000))),
  next: z.nullable(z.string().check(z.maxLength(2_000))),
});
export type Span = z.infer<typeof spanSchema>;

/** Where a page of a list stands in it: what was asked for, what follows, and whether the site said that nothing does. */
export const linkSchema = z.pick(spanSchema, { cursor: true, next: true, end: true });
export type Link = z.infer<typeof linkSchema>;

/** Why something was not understood; counted and shown, never swallowed. */
export const UNREAD_REASONS = [
  "noId",
  /** A repost of which only the original is shown; settled when the site tells the repost itself. */
  "repost",
  "noTime",
  "noAuthor",
  "unknownShape",
  "tooBig",
  "notJson",
  "siteError",
  "unavailable",
] as const;
export const unreadSchema = z.object({ reason: z.enum(UNREAD_REASONS), count: z.int().check(z.positive()) });
export type Unread = z.infer<typeof unreadSchema>;
export type UnreadReason = Unread["reason"];

/** What the site says of the page itself in this reading. */
export const aboutPageSchema = z.object({
  account: accountSchema,
  name: z.nullable(z.string().check(z.maxLength(300))),
  about: z.nullable(z.string().check(z.maxLength(5_000))),
  totalPosts: z.nullable(z.int().check(z.nonnegative())),
  /** Whether it is an organisation's page; false = a person's own profile, which is not audited. Absent: not said. */
  company: z.optional(z.boolean()),
});
export type AboutPage = z.infer<typeof aboutPageSchema>;

/**
 * What one look at one list brought.
 * `place.kind` `feed`: a page's own list, owned by `owner`. `thread`: a post with its answers; `focal` is the post in
 * front, `complete` true only where the site showed all first-level answers. `profile`: only facts on the page.
 */
export const readingSchema = z.object({
  network: networkIdSchema,
  source: z.enum(["dom", "json"]),
  at: z.int().check(z.nonnegative()),
  /** Whose list it is, where the site says so; for a thread the author of the focal post. */
  owner: z.nullable(accountSchema),
  place: z.union([
    z.object({
      kind: z.literal("feed"),
      feed: feedSchema,
      span: z.nullable(spanSchema),
      /** Of a page without any item of the page's own, so that the pages around it still join. */
      link: z.optional(linkSchema),
    }),
    z.object({
      kind: z.literal("thread"),
      focal: siteIdSchema,
      complete: z.boolean(),
      /** The order in force leaves some answers out ("Most relevant"). Absent: not said. */
      filtered: z.optional(z.boolean()),
      /** Of one page of a thread that comes in several: with all of them in order it is complete. */
      link: z.optional(linkSchema),
    }),
    z.object({ kind: z.literal("profile") }),
  ]),
  observations: z.array(observationSchema).check(z.maxLength(5_000)),
  /**
   * Ids of all that the list showed, where `observations` may be only those not told before; without it nobody can say
   * what it did not show.
   */
  shown: z.optional(z.array(siteIdSchema).check(z.maxLength(5_000))),
  pages: z.array(aboutPageSchema).check(z.maxLength(50)),
  /** Whether the person is signed in on the site; null where it cannot be told. */
  signedIn: z.nullable(z.boolean()),
  unread: z.array(unreadSchema).check(z.maxLength(50)),
});
export type Reading = z.infer<typeof readingSchema>;
