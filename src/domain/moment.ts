// A time as the half-open interval [from, to) in ms since the epoch, UTC: sites often say only "2d", and a guess is not a time.
import * as z from "zod/mini";

/** `[from, to)` in ms since the epoch, UTC. One millisecond wide = exact. */
export const momentSchema = z
  .object({ from: z.int().check(z.nonnegative()), to: z.int().check(z.positive()) })
  .check(z.refine((moment) => moment.from < moment.to, "a moment must end after it begins"));
export type Moment = z.infer<typeof momentSchema>;

/** The moment that is one millisecond wide. */
export const exactly = (ms: number): Moment => ({ from: ms, to: ms + 1 });

export const isExact = (moment: Moment): boolean => moment.to - moment.from === 1;

/** The narrower of two statements about the same event; the first where they are equally wide. */
export const narrower = (a: Moment, b: Moment): Moment => (b.to - b.from < a.to - a.from ? b : a);
