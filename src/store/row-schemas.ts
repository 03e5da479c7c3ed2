// The shapes of stored rows, for rows that come back from a backup: a file can hold anything.
import * as z from "zod/mini";
import { feedCoverageSchema, threadCoverageSchema } from "../domain/dataset.ts";
import { observationSchema } from "../domain/observation.ts";
import { pageKeySchema } from "../domain/page.ts";
import { aboutSchema, networkIdSchema, siteIdSchema } from "../domain/record.ts";
import { storedAuthorSchema } from "./people.ts";
import { type ItemRow, type LeftOutRow, pageRowSchema, type ShownRow } from "./rows.ts";

const time = z.int().check(z.nonnegative());
const partSchema = z.extend(z.omit(observationSchema, { id: true }), {
  at: time,
  author: z.nullable(storedAuthorSchema),
  replyToAuthor: z.nullable(storedAuthorSchema),
  about: z.optional(aboutSchema),
});

export const itemRowSchema = z.object({
  page: pageKeySchema,
  id: siteIdSchema,
  network: networkIdSchema,
  observedAt: time,
  json: z.nullable(partSchema),
  dom: z.nullable(partSchema),
  goneAt: z.optional(time),
}) as unknown as z.ZodMiniType<ItemRow>;

export const feedRowSchema = z.extend(feedCoverageSchema, { page: pageKeySchema });
export const threadRowSchema = z.extend(threadCoverageSchema, { page: pageKeySchema });
export const leftOutRowSchema: z.ZodMiniType<LeftOutRow> = z.object({
  page: pageKeySchema,
  id: siteIdSchema,
  at: time,
});
export const shownRowSchema: z.ZodMiniType<ShownRow> = z.object({
  page: pageKeySchema,
  feed: z.string().check(z.maxLength(20)),
  created: time,
  id: siteIdSchema,
  at: time,
});
export { pageRowSchema };
