// The report: everything an audit of one page says, as plain versioned JSON; popup, report page and exports show this.
import * as z from "zod/mini";
import { findingSchema, nextStepSchema, windowSchema } from "../audits/finding.ts";
import { feedCoverageSchema } from "../domain/dataset.ts";
import { goalKeySchema, horizonSchema, indicatorKeySchema, targetSchema } from "../domain/goal.ts";
import { unreadSchema } from "../domain/observation.ts";
import { feedSchema, pageSchema } from "../domain/page.ts";
import { outcomeSchema, planSchema } from "../domain/plan.ts";
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
  /**
   * ms: the dates that figures over the page's posts speak of: the newest stretch read of its list of posts (of all its
   * lists, where that one was not read). An old post that was only opened does not reach into it. Where no list was read:
   * from the oldest to the newest of the page's own items; null where there is none.
   */
  read: z.nullable(windowSchema),
  records: z.int(),
  byPage: z.int(),
  /** The page's own posts in those dates. */
  posts: z.int(),
  /** Its answers and reposts: all that were read, as they stand in other lists and below posts of any date. */
  replies: z.int(),
  reposts: z.int(),
  feeds: z.array(feedCoverageSchema),
  threadsRead: z.int(),
  /** Answers to others whose parent's id is not known, so that their latency is not known. */
  answersWithoutParent: z.int(),
  /** Messages announced below the page's posts in the window / of those, read. */
  announced: z.int(),
  announcedRead: z.int(),
  /** ms: these are the messages below posts since then, the oldest that was opened; not there = below all that are known. */
  announcedSince: z.optional(z.int()),
  unread: z.array(unreadSchema),
  signedIn: z.nullable(z.boolean()),
  /** Records that the person left out, and those below them; not there = none. */
  leftOut: z.optional(z.int()),
  /** Records that a later reading of their place no longer shows; they are counted. Not there = none is known. */
  gone: z.optional(z.int()),
});
export type CoverageSummary = z.infer<typeof coverageSummarySchema>;

/** How far each horizon's targets are reached: the plan's own at its horizon, the defaults of its goals at the others. */
export const milestoneSchema = z.object({
  horizon: horizonSchema,
  /** ms UTC. */
  date: z.int(),
  /** Whole days, rounded up; 0 once it has passed. */
  daysLeft: z.int(),
  goals: z.array(goalVerdictSchema),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** What an indicator could be held against instead of a published norm; in its unit. */
export const alternativeSchema = z.object({
  indicator: indicatorKeySchema,
  /** At the page's last audit. */
  own: z.nullable(z.number()),
  rivals: z.nullable(z.number()),
  /** How many rivals' pages the median rests on. */
  rivalCount: z.int(),
});
export type Alternative = z.infer<typeof alternativeSchema>;

/** A published line beside an indicator. */
export const referenceSchema = z.object({
  key: z.string(),
  indicator: indicatorKeySchema,
  value: z.number(),
  source: z.string(),
  year: z.nullable(z.int()),
  sample: z.nullable(z.int()),
  population: z.string(),
  grade: z.enum(["A", "B", "C", "D"]),
});
export type Reference = z.infer<typeof referenceSchema>;

/**
 * What to do with this network. `advice` null = too little is known to say. `notOurChannel`, `quietOnPurpose` and
 * `quietButAsked` (people wait for an answer there) come from the network's role, the others from the goals.
 */
export const courseSchema = z.object({
  advice: z.nullable(z.enum(["keep", "change", "stop"])),
  reason: z.enum([
    "notOurChannel",
    "quietOnPurpose",
    "quietButAsked",
    "allMet",
    "someMissed",
    "allMissedAtTheEnd",
    "cannotTell",
    "noGoals",
  ]),
  /** The goal and the indicator that decided it. */
  goal: z.nullable(goalKeySchema),
  indicator: z.nullable(indicatorKeySchema),
});
export type Course = z.infer<typeof courseSchema>;

/** One thing of this page that was not loaded here; `count` null where nobody can know how much. */
export const notLoadedSchema = z.object({
  key: z.enum([
    "feed",
    "notByDate",
    "newerPosts",
    "olderPosts",
    "gapInFeed",
    "threads",
    "answers",
    "askedMessages",
    "texts",
    "notUnderstood",
    "signedOut",
  ]),
  feed: z.nullable(feedSchema),
  count: z.nullable(z.int()),
});
export type NotLoaded = z.infer<typeof notLoadedSchema>;

export const reportSchema = z.object({
  schema: z.literal(1),
  network: networkIdSchema,
  page: pageSchema,
  /** ms UTC: the moment the audit speaks of; nothing written later counts. */
  asOf: z.int(),
  asOfFrom: z.enum(["now", "chosen", "har", "material"]),
  /** The dates a person chose, or that stand in for them; not there = each figure has its own, those its feeds cover. */
  window: z.optional(windowSchema),
  /** The plan as it was; null = "No WHY stated yet". */
  plan: z.nullable(planSchema),
  goals: z.array(goalVerdictSchema),
  findings: z.array(findingSchema),
  coverage: coverageSummarySchema,
  /** The one thing to open that would tell most. */
  next: z.nullable(nextStepSchema),
  /** What a page cannot show (methods.md §8), by key; always all of them. */
  cannotShow: z.array(z.string()),
  /** What was not loaded here, most telling first. */
  notLoaded: z.array(notLoadedSchema),
  /** One per horizon, the nearest first; empty without a plan. */
  milestones: z.array(milestoneSchema),
  /** Outcomes typed in, with their verdicts. */
  outcomes: z.array(z.object({ ...outcomeSchema.shape, state: verdictStateSchema })),
  references: z.array(referenceSchema),
  alternatives: z.array(alternativeSchema),
  /** null without a plan. */
  course: z.nullable(courseSchema),
  /** The records that findings name, for links and quotes. */
  cited: z.array(
    z.extend(
      z.pick(recordSchema, { id: true, kind: true, author: true, created: true, text: true, lang: true, url: true }),
      /** ms UTC of the reading that no longer showed it; not there while it is shown. */
      { goneAt: z.optional(z.int()) },
    ),
  ),
});
export type Report = z.infer<typeof reportSchema>;
