// The rows of the database and how an item's row becomes a record: each source keeps its part, the better one wins.
import * as z from "zod/mini";
import { narrower } from "../domain/moment.ts";
import type { Observation } from "../domain/observation.ts";
import { type Page, pageKeySchema, pageSchema } from "../domain/page.ts";
import { type About, type Announced, type NetworkId, NOTHING_ANNOUNCED, type PageRecord } from "../domain/record.ts";
import { joinAddressees, joinAuthors, type StoredAuthor } from "./people.ts";
import { runSchema } from "./unread.ts";

/** What one source says of an item, with its authors hashed; `at`: ms of its last look. */
export type Part = Omit<Observation, "id" | "author" | "replyToAuthor"> & {
  readonly at: number;
  readonly author: StoredAuthor | null;
  readonly replyToAuthor: StoredAuthor | null;
  /** What a text was about that was dropped after the days the person chose. */
  readonly about?: About;
};

/** Sources from the better to the worse: what the site answered in JSON outdoes what it drew. */
export const SOURCES = ["json", "dom"] as const;
export type Source = (typeof SOURCES)[number];

export interface ItemRow {
  readonly page: string;
  readonly id: string;
  readonly network: NetworkId;
  readonly observedAt: number;
  readonly json: Part | null;
  readonly dom: Part | null;
  /** ms of the reading that covered its place and no longer showed it; not there while it is shown. */
  readonly goneAt?: number;
}

/** An item that the person took out of the audit, and when (ms UTC). */
export interface LeftOutRow {
  readonly page: string;
  readonly id: string;
  readonly at: number;
}

/** An own item in the feed that showed it, by its time; `at`: ms of the last reading that did. */
export interface ShownRow {
  readonly page: string;
  readonly feed: string;
  readonly created: number;
  readonly id: string;
  readonly at: number;
}

export const pageRowSchema = z.extend(pageSchema, {
  firstReadAt: z.int(),
  lastReadAt: z.int(),
  signedIn: z.nullable(z.boolean()),
  /** What could not be read where it was last looked for, and how far that was gone through since: see `UnreadState`. */
  unread: z.record(z.string(), z.int()),
  runs: z.optional(z.record(z.string(), runSchema)),
  /** ms UTC, when it was last read by its number; it may have lost its name since. Not there: as long as it is known. */
  readByNumberAt: z.optional(z.int()),
  /** Keys under which it was kept before it turned out to be the page that it is. */
  formerKeys: z.optional(z.array(pageKeySchema).check(z.maxLength(20))),
});
export type PageRow = z.infer<typeof pageRowSchema>;

export const emptyPageRow = (page: Page, at: number): PageRow => ({
  ...page,
  firstReadAt: at,
  lastReadAt: at,
  signedIn: null,
  unread: {},
});

const keepCounts = (fresh: Announced, known: Announced): Announced => ({
  comments: keep(fresh.comments, known.comments),
  shares: keep(fresh.shares, known.shares),
  reactions: keep(fresh.reactions, known.reactions),
});

const keep = <T>(fresh: T | null, known: T | null): T | null => fresh ?? known;

const aboutOf = (fresh: Part, known: Part): Pick<Part, "about"> => {
  const about = fresh.about ?? known.about;
  return about && (fresh.text ?? known.text) === null ? { about } : {};
};

const earlierOf = (fresh: Part, known: Part): Partial<Pick<Part, "earlier">> => {
  const earlier = fresh.earlier ?? known.earlier;
  return earlier ? { earlier } : {};
};

/** The same source's part after another look: what it says now, and what it said before where it is silent now. */
export function updatePart(known: Part | null, fresh: Part): Part {
  if (!known) return fresh;
  return {
    at: Math.max(fresh.at, known.at),
    kind: fresh.kind,
    author: joinAuthors(fresh.author, known.author),
    created: narrower(known.created, fresh.created),
    ...earlierOf(fresh, known),
    replyTo: keep(fresh.replyTo, known.replyTo),
    replyToAuthor: joinAddressees(fresh.replyToAuthor, known.replyToAuthor),
    thread: keep(fresh.thread, known.thread),
    text: keep(fresh.text, known.text),
    ...aboutOf(fresh, known),
    lang: keep(fresh.lang, known.lang),
    url: keep(fresh.url, known.url),
    pinned: keep(fresh.pinned, known.pinned),
    promoted: keep(fresh.promoted, known.promoted),
    repostOf: keep(fresh.repostOf, known.repostOf),
    announced: keepCounts(fresh.announced, known.announced),
  };
}

/** A record whose people still have the keys of their rows; see `People`. */
export type Told = Omit<PageRecord, "author" | "replyToAuthor"> & {
  readonly author: StoredAuthor;
  readonly replyToAuthor: StoredAuthor | null;
};

const NOBODY: StoredAuthor = { role: "unknown", key: "" };

/**
 * The record an item's row stands for: field by field from the better source that says something; counts, which
 * change, from the latest look.
 */
export function toRecord(row: ItemRow): Told {
  const parts = SOURCES.map((source) => row[source]).filter((part) => part !== null);
  const best = parts.reduce((known, fresh) => updatePart(fresh, known));
  const latest = [...parts].sort((a, b) => a.at - b.at).map(({ announced }) => announced);
  return {
    schema: 1,
    network: row.network,
    id: row.id,
    kind: best.kind,
    author: best.author ?? NOBODY,
    created: best.created,
    ...(best.earlier && { firstVersion: best.earlier.first }),
    observedAt: row.observedAt,
    replyTo: best.replyTo,
    replyToAuthor: best.replyToAuthor,
    thread: best.thread,
    text: best.text,
    ...(best.about && best.text === null && { about: best.about }),
    lang: best.lang,
    url: best.url,
    pinned: best.pinned ?? false,
    promoted: best.promoted ?? false,
    repostOf: best.repostOf,
    announced: latest.reduce((known, fresh) => keepCounts(fresh, known), NOTHING_ANNOUNCED),
  };
}
