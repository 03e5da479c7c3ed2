// The finding: one figure with all that lets a person trust it or not; the only thing audits give.
import * as z from "zod/mini";
import { feedSchema } from "../domain/page.ts";
import { type PageRecord, siteIdSchema } from "../domain/record.ts";
import { detailSchema } from "./detail.ts";

const range = z.object({ lower: z.number(), upper: z.number() });
export const windowSchema = z.object({ from: z.int(), to: z.int() });
export type Window = z.infer<typeof windowSchema>;

/**
 * The one thing to open or load next (`showAll`: switch a thread's order to the one that hides nothing; `openNetwork`:
 * the organisation's page on another network); `gain` is how much narrower the envelope would get at best (in the unit).
 */
export const nextStepSchema = z.object({
  key: z.enum([
    "openFeed",
    "sortRecent",
    "scrollFeed",
    "openThread",
    "openReplies",
    "showAll",
    "reload",
    "signIn",
    "setPlan",
    "openNetwork",
    "nothing",
  ]),
  feed: z.nullable(feedSchema),
  /** Record to open: a post with unread answers, or a message whose answers are unread. */
  record: z.nullable(siteIdSchema),
  url: z.nullable(z.string()),
  /** How many messages there are unread, or how many items are missing; null where unknown. */
  count: z.nullable(z.int()),
  gain: z.nullable(z.number()),
});
export type NextStep = z.infer<typeof nextStepSchema>;

/**
 * Why there is no number, or none that may be judged. Sentences are in ui/text.
 * `nothingRead`, `tooFew` (n below what the figure needs), `feedMissing`, `noCommonWindow`, `onlyAnswered` (only given
 * answers are visible, so no share can be said), `threadsUnread`, `windowIncomplete`, `fewerThanHalf` and `fewerThanNine`
 * (the time does not exist: fewer than half, or than 9 in 10, were answered), `notWatched` (nobody who still waits was
 * watched for as long as the figure asks about: more may be answered by then), `roughTimes` (the site tells the times
 * only roughly), `someShown` (the site shows the number beside some posts only), `notByDate` (the list was read in an
 * order that leaves posts out), `signedOut` (the site shows no answers to whoever is not signed in), `notMeasured` (no
 * audit measures it), `typedIn`.
 */
export const findingReasonSchema = z.enum([
  "nothingRead",
  "tooFew",
  "feedMissing",
  "noCommonWindow",
  "onlyAnswered",
  "threadsUnread",
  "windowIncomplete",
  "fewerThanHalf",
  "fewerThanNine",
  "notWatched",
  "roughTimes",
  "someShown",
  "notByDate",
  "signedOut",
  "notMeasured",
  "typedIn",
  "failed",
]);
export type FindingReason = z.infer<typeof findingReasonSchema>;

export const findingSchema = z.object({
  /** Unique in a report: an indicator key, or the finding's own name. */
  key: z.string(),
  /** Id of the audit (its file name). */
  audit: z.string(),
  unit: z.enum(["share", "ms", "perWeek", "index", "count"]),
  /** null = not known; the reason says why. */
  value: z.nullable(z.number()),
  /**
   * 95 % sampling limits; null where there is nothing to sample (a census) or no value. For a duration the ends may
   * be unknown: `upper` null = "longer than was watched".
   */
  interval: z.nullable(z.object({ lower: z.nullable(z.number()), upper: z.nullable(z.number()), method: z.string() })),
  /** What the value could be if all that was announced but not loaded were known (coverage bounds). */
  bounds: z.nullable(range),
  /** Outer envelope of both doubts; verdicts use this. */
  envelope: z.nullable(z.object({ lower: z.nullable(z.number()), upper: z.nullable(z.number()) })),
  /** How many messages, posts or gaps it rests on; `of`: out of how many known to exist, null where unknown. */
  n: z.int(),
  of: z.nullable(z.int()),
  /** Read completely, so a fact about the window and not a sample. */
  census: z.boolean(),
  state: z.enum(["measured", "cannotTell", "notVisible"]),
  reason: z.nullable(findingReasonSchema),
  /** Feeds that would have to be read for it. */
  missing: z.array(feedSchema),
  window: z.nullable(windowSchema),
  /** Ids of the records counted, newest first, at most 500; `evidenceTotal` = all of them. */
  evidence: z.array(siteIdSchema),
  evidenceTotal: z.int(),
  detail: z.nullable(detailSchema),
  /** Further raw numbers a sentence may quote, by name. */
  values: z.record(z.string(), z.nullable(z.number())),
  next: z.nullable(nextStepSchema),
});
export type Finding = z.infer<typeof findingSchema>;

/** At most so many ids travel with a finding. */
export const MAX_EVIDENCE = 500;

/** What a finding rests on: ids newest first, `records` being in order of time, and how many there are in all. */
export const evidenceOf = (records: readonly PageRecord[]): Pick<Finding, "evidence" | "evidenceTotal"> => ({
  evidence: records
    .slice(-MAX_EVIDENCE)
    .reverse()
    .map(({ id }) => id),
  evidenceTotal: records.length,
});

/** A finding out of what is known; what is left out is unknown, empty or null. Without a value it cannot tell. */
export const finding = (
  known: Pick<Finding, "key" | "audit" | "unit"> & { [Part in keyof Finding]?: Finding[Part] | undefined },
): Finding =>
  ({
    value: null,
    interval: null,
    bounds: null,
    envelope: null,
    n: 0,
    of: null,
    census: false,
    state: (known.value ?? null) === null ? "cannotTell" : "measured",
    reason: null,
    missing: [],
    window: null,
    evidence: [],
    evidenceTotal: 0,
    detail: null,
    values: {},
    next: null,
    ...(Object.fromEntries(Object.entries(known).filter(([, part]) => part !== undefined)) as typeof known & object),
  }) as Finding;
