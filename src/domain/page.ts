// The audited page: what is known of it, and the feeds in which a network lays out its posts.
import * as z from "zod/mini";
import { networkIdSchema, siteIdSchema } from "./record.ts";

/** `x:northwind`: network and the handle (or numeric id) that its address uses, in lower case. */
export const pageKeySchema = z.string().check(z.minLength(3), z.maxLength(320), z.regex(/^(x|facebook|linkedin):\S+$/));

/**
 * What a page says of itself. null = not read. `about` is the bio or About text, quoted where a plan is assumed.
 * `totalPosts` is the site's own count of everything the page ever published.
 */
export const pageSchema = z.object({
  key: pageKeySchema,
  network: networkIdSchema,
  handle: z.nullable(z.string().check(z.maxLength(300))),
  id: z.nullable(siteIdSchema),
  name: z.nullable(z.string().check(z.maxLength(300))),
  about: z.nullable(z.string().check(z.maxLength(5_000))),
  url: z.string().check(z.maxLength(2_000)),
  totalPosts: z.nullable(z.int().check(z.nonnegative())),
  /** false = a person's own profile, which is not audited. Absent: the site did not say, or has no such difference. */
  company: z.optional(z.boolean()),
});
export type Page = z.infer<typeof pageSchema>;

/**
 * The lists in which a page's items are shown. `posts`: own posts (X: also self-threads, in the older layout
 * reposts). `replies`: its answers. `reposts`. `all`: the three mixed. Each is loaded to a depth of its own.
 */
export const FEEDS = ["posts", "replies", "reposts", "all"] as const;
export const feedSchema = z.enum(FEEDS);
export type Feed = z.infer<typeof feedSchema>;
