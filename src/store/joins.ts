// One row out of two about the same thing, from a backup or from a page that was kept under two names: nothing is lost.
import type * as z from "zod/mini";
import { withSpan } from "../domain/coverage.ts";
import type { FeedCoverage } from "../domain/dataset.ts";
import type { PAGE_STORES } from "./database.ts";
import {
  feedRowSchema,
  itemRowSchema,
  leftOutRowSchema,
  pageRowSchema,
  shownRowSchema,
  threadRowSchema,
} from "./row-schemas.ts";
import { type ItemRow, type PageRow, type Part, updatePart } from "./rows.ts";
import { joinUnread } from "./unread.ts";

export interface Join<Row> {
  readonly schema: z.ZodMiniType<Row>;
  /** One row out of the one that is here and the one that comes. The key is that of the one that is here. */
  readonly join: (here: Row, back: Row) => Row;
}
const define = <Row>(schema: z.ZodMiniType<Row>, join: Join<Row>["join"]): Join<Row> => ({ schema, join });

/** By store; `Join` of that store's rows. */
export const JOINS: Readonly<Record<(typeof PAGE_STORES)[number] | "pages", unknown>> = {
  pages: define<PageRow>(pageRowSchema, (here, back) => {
    const [older, younger] = here.lastReadAt >= back.lastReadAt ? [back, here] : [here, back];
    const formerKeys = [...new Set([...(here.formerKeys ?? []), ...(back.formerKeys ?? [])])].slice(-20);
    const byNumber = Math.max(here.readByNumberAt ?? 0, back.readByNumberAt ?? 0);
    return {
      ...younger,
      ...(byNumber > 0 && { readByNumberAt: byNumber }),
      ...(formerKeys.length > 0 && { formerKeys }),
      key: here.key,
      url: here.url,
      handle: younger.handle ?? older.handle,
      id: younger.id ?? older.id,
      name: younger.name ?? older.name,
      about: younger.about ?? older.about,
      totalPosts: younger.totalPosts ?? older.totalPosts,
      signedIn: younger.signedIn ?? older.signedIn,
      firstReadAt: Math.min(here.firstReadAt, back.firstReadAt),
      ...joinUnread(older, younger),
    };
  }),
  items: define(itemRowSchema, (here, back) => {
    const { goneAt: _, ...row }: ItemRow = {
      ...here,
      observedAt: Math.max(here.observedAt, back.observedAt),
      json: joinParts(here.json, back.json),
      dom: joinParts(here.dom, back.dom),
    };
    // Gone only if it was not seen again since.
    const goneAt = [here.goneAt, back.goneAt].filter((at) => at !== undefined && at > row.observedAt);
    return goneAt.length === 0 ? row : { ...row, goneAt: Math.min(...(goneAt as number[])) };
  }),
  feeds: define(feedRowSchema, (here, back) => {
    let joined: FeedCoverage = here;
    for (const { from, to, topAt, end, next } of back.segments)
      joined = withSpan(joined, { from, to, top: topAt !== null, end, cursor: null, next }, topAt ?? back.observedAt);
    return { ...joined, page: here.page, observedAt: Math.max(here.observedAt, back.observedAt) };
  }),
  threads: define(threadRowSchema, (known, back) => {
    const { announced: _, ...here } = known;
    // Of a thread that was shown whole once, the time of that counts, and what was announced then.
    const later = here.observedAt >= back.observedAt ? known : back;
    const { observedAt, announced } = here.complete === back.complete ? later : here.complete ? known : back;
    return {
      ...here,
      members: [...new Set([...here.members, ...back.members])].slice(0, 20_000),
      complete: here.complete || back.complete,
      observedAt,
      ...(announced !== undefined && { announced }),
    };
  }),
  leftOut: define(leftOutRowSchema, (here) => here),
  shown: define(shownRowSchema, (here, back) => ({ ...here, at: Math.max(here.at, back.at) })),
};

function joinParts(here: Part | null, back: Part | null): Part | null {
  if (!here || !back) return here ?? back;
  return here.at >= back.at ? updatePart(back, here) : updatePart(here, back);
}
