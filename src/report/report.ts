// The report: everything an audit of one page says, as plain versioned JSON; popup, report page and exports show this.
import * as z from "zod/mini";
import { findingSchema, nextStepSchema, windowSchema } from "../audits/finding.ts";
import { feedCoverageSchema } from "../domain/dataset.ts";
import { goalKeySchema, indicatorKeySchema, targetSchema } from "../domain/goal.ts";
import { unreadSchema } from "../domain/observation.ts";
import { pageSchema } from "../domain/page.ts";
import { planSchema } from "../domain/plan.ts";
import { networkIdSchema, recordSchema } from "../domain/record.ts";

export const verdictStateSchema = z.enum(["met", "missed", "cannotTell", "notVisible"]);
export type VerdictState = z.infer<typeof verdictStateSchema>;

export const goalVerdictSchema = z.object({
  goal: goalKeySchema,
  state: verdictStateSchema,
  indicators: z.array(
    z.object({
      indicator: indicatorKeySchema,
      target: targetSchema,
      state: verdictStateSchema,
      /** Key of the finding that proves it; null where no audit measures it. */
      finding: z.nullable(z.string()),
    }),
  ),
});
export type GoalVerdict = z.infer<typeof goalVerdictSchema>;

export const coverageSummarySchema = z.object({
  /** ms: oldest and newest of the page's own items read; null where none. */
  read: z.nullable(windowSchema),
  records: z.int(),
  byPage: z.int(),
  posts: z.int(),
  replies: z.int(),
  reposts: z.int(),
  feeds: z.array(feedCoverageSchema),
  threadsRead: z.int(),
  /** Answers to others whose parent's id is not known, so that their latency is not known. */
  answersWithoutParent: z.int(),
  /** Messages announced below the page's posts in the window / of those, read. */
  announced: z.int(),
  announcedRead: z.int(),
  unread: z.array(unreadSchema),
  signedIn: z.nullable(z.boolean()),
});
export type CoverageSummary = z.infer<typeof coverageSummarySchema>;

export const reportSchema = z.object({
  schema: z.literal(1),
  network: networkIdSchema,
  page: pageSchema,
  /** ms UTC: the moment the audit speaks of; nothing written later counts. */
  asOf: z.int(),
  asOfFrom: z.enum(["now", "chosen", "har", "material"]),
  /** The plan as it was; null = "No WHY stated yet". */
  plan: z.nullable(planSchema),
  goals: z.array(goalVerdictSchema),
  findings: z.array(findingSchema),
  coverage: coverageSummarySchema,
  /** The one thing to open that would tell most. */
  next: z.nullable(nextStepSchema),
  /** What a page cannot show (methods.md §8), by key; always all of them. */
  cannotShow: z.array(z.string()),
  /** The records that findings name, for links and quotes. */
  cited: z.array(
    z.pick(recordSchema, { id: true, kind: true, author: true, created: true, text: true, lang: true, url: true }),
  ),
});
export type Report = z.infer<typeof reportSchema>;
