// The closed union of what a finding can show besides its number; raw values only, formatting is ui's.
import * as z from "zod/mini";
import { siteIdSchema } from "../domain/record.ts";

const share = z.number().check(z.minimum(0), z.maximum(1));
const nullableShare = z.nullable(share);

/** Share answered by `t` ms, as a step function; `lower`/`upper` null where no limits exist. */
export const curveSchema = z.object({
  type: z.literal("curve"),
  points: z.array(z.object({ t: z.number(), share, lower: nullableShare, upper: nullableShare })),
  /** The longest time, ms, that anybody was watched: right of it nothing is known; null where all have an answer. */
  until: z.nullable(z.number()),
  atRisk: z.int(),
  answered: z.int(),
});
/** Parts of a whole, in the order to draw them. */
export const compositionSchema = z.object({
  type: z.literal("composition"),
  parts: z.array(
    z.object({ key: z.string(), count: z.int(), side: z.enum(["people", "invite", "broadcast", "apart"]) }),
  ),
});
/** Seven-day weeks that end at the window's end, oldest first; `whole` false where the window covers a part of it. */
export const weeksSchema = z.object({
  type: z.literal("weeks"),
  weeks: z.array(z.object({ from: z.int(), to: z.int(), count: z.int(), whole: z.boolean(), campaign: z.boolean() })),
  /** Gaps of a week or more between neighbours; `current` = still going on at capture. */
  silences: z.array(z.object({ from: z.int(), to: z.int(), current: z.boolean() })),
});
/** Posts by weekday (0 = Monday) and hour in `zone`. */
export const gridSchema = z.object({ type: z.literal("grid"), zone: z.string(), counts: z.array(z.array(z.int())) });
/** People's messages that wait, longest first. */
export const waitingSchema = z.object({
  type: z.literal("waiting"),
  items: z.array(
    z.object({
      id: siteIdSchema,
      since: z.int(),
      waited: z.number(),
      text: z.nullable(z.string()),
      url: z.nullable(z.string()),
    }),
  ),
});
/** Two records side by side with how alike they are (share 0–1). */
export const pairsSchema = z.object({
  type: z.literal("pairs"),
  pairs: z.array(z.object({ a: siteIdSchema, b: siteIdSchema, similarity: share })),
});
/** Values of one measure over consecutive periods. */
export const trendSchema = z.object({
  type: z.literal("trend"),
  periods: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      value: z.nullable(z.number()),
      lower: z.nullable(z.number()),
      upper: z.nullable(z.number()),
      n: z.int(),
    }),
  ),
});

export const detailSchema = z.discriminatedUnion("type", [
  curveSchema,
  compositionSchema,
  weeksSchema,
  gridSchema,
  waitingSchema,
  pairsSchema,
  trendSchema,
]);
export type Detail = z.infer<typeof detailSchema>;
