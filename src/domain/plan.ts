// The plan: the WHY an organisation states before anything is judged (methods.md §1), for all its pages together.
import * as z from "zod/mini";
import { goalKeySchema, horizonSchema, indicatorKeySchema, targetSchema } from "./goal.ts";
import { pageKeySchema } from "./page.ts";
import { networkIdSchema } from "./record.ts";

const sentence = z.string().check(z.maxLength(2_000));

/** A goal with the targets this plan sets; one indicator at most once per goal. */
export const plannedGoalSchema = z.object({
  goal: goalKeySchema,
  targets: z.array(z.object({ indicator: indicatorKeySchema, target: targetSchema })).check(z.maxLength(20)),
});
export type PlannedGoal = z.infer<typeof plannedGoalSchema>;

/** Minutes after midnight, local to the plan's zone; `to` 1440 = midnight at the day's end. */
const minuteOfDay = z.int().check(z.minimum(0), z.maximum(1_440));

/** Who answers, within what time, when. Days: 1 = Monday … 7 = Sunday, at least one. `hours` null = around the clock. */
export const policySchema = z.object({
  who: sentence,
  /** ms; null = not stated. */
  within: z.nullable(z.int().check(z.positive())),
  hours: z.nullable(
    z.object({
      days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
      from: minuteOfDay,
      to: minuteOfDay,
    }),
  ),
  /** IANA zone name. */
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
  languages: sentence,
});
export type Policy = z.infer<typeof policySchema>;

/** `mine`: the person's own page. For a `rival` or a `prospect` the plan is assumed, and labelled so. */
export const stanceSchema = z.enum(["mine", "rival", "prospect"]);
export type Stance = z.infer<typeof stanceSchema>;

/** The eight questions of methods.md §1 in order; 5, 6 and 8 are answered by goals, horizon and policy. */
export const QUESTIONS = ["why", "relations", "brand", "people", "success", "indicators", "learn", "policy"] as const;
export type Question = (typeof QUESTIONS)[number];

/** What a network is for the organisation: used, quiet on purpose, or not its channel. All three are valid. */
export const networkRoleSchema = z.object({
  network: networkIdSchema,
  role: z.enum(["used", "quiet", "notOurs"]),
  /** "What LinkedIn is for us", in the person's words; "" = open. */
  words: sentence,
});
export type NetworkRole = z.infer<typeof networkRoleSchema>;

/** What a page cannot show, such as leads: its target by the plan's horizon, and what the person typed in. */
export const outcomeSchema = z.object({
  goal: goalKeySchema,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  target: targetSchema,
  /** null = nothing typed in yet. */
  value: z.nullable(z.number()),
  /** ms UTC at which it was typed in. */
  at: z.nullable(z.int().check(z.positive())),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const planSchema = z.object({
  schema: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  stance: stanceSchema,
  /** Pages of this organisation that the plan speaks for. */
  pages: z.array(pageKeySchema).check(z.maxLength(50)),
  /** Accounts that answer for the page, as typed: a handle without "@", on its network. */
  sisters: z
    .array(z.object({ network: networkIdSchema, handle: z.string().check(z.minLength(1), z.maxLength(300)) }))
    .check(z.maxLength(50)),
  /** One sentence; "" = open. */
  why: sentence,
  /** Free answers; "" = open. */
  relations: sentence,
  brand: sentence,
  people: sentence,
  success: sentence,
  learn: sentence,
  goals: z.array(plannedGoalSchema).check(z.maxLength(10)),
  horizon: horizonSchema,
  /** ms UTC: the day the plan was set; the horizon's date is this plus `horizon` days. */
  startedAt: z.int().check(z.positive()),
  policy: policySchema,
  /** At most one per network; a network without one is used. */
  roles: z.optional(z.array(networkRoleSchema).check(z.maxLength(3))),
  outcomes: z.optional(z.array(outcomeSchema).check(z.maxLength(20))),
  /** Keys of reference lines, against how the product sets them: those that are on by default are off, and the reverse. */
  switchedReferences: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50))),
  /** The organisation's name, as the person writes it. */
  name: z.optional(z.string().check(z.maxLength(200))),
  /** ms UTC at which the person wants to look at the plan again; null = no reminder. */
  reviewAt: z.optional(z.nullable(z.int().check(z.positive()))),
  /** ms UTC of the last change, stamped where it is stored: of two copies the one changed last counts. */
  changedAt: z.optional(z.int().check(z.positive())),
});
export type Plan = z.infer<typeof planSchema>;

export const isAssumed = (plan: Plan): boolean => plan.stance !== "mine";

/** ms UTC at which the plan's horizon ends. */
export const horizonEnd = (plan: Plan): number => plan.startedAt + plan.horizon * 86_400_000;

/** Whether the day the person set for looking at the plan again has come. `at`: ms UTC. */
export const reviewDue = (plan: Plan, at: number): boolean => (plan.reviewAt ?? Number.POSITIVE_INFINITY) <= at;

/** Which of the eight questions the plan leaves open, in order. */
export function openQuestions(plan: Plan): Question[] {
  const answered: Record<Question, boolean> = {
    why: plan.why !== "",
    relations: plan.relations !== "",
    brand: plan.brand !== "",
    people: plan.people !== "",
    success: plan.success !== "" || plan.goals.length > 0,
    indicators: plan.goals.some(({ targets }) => targets.length > 0),
    learn: plan.learn !== "",
    policy: plan.policy.within !== null || plan.policy.who !== "",
  };
  return QUESTIONS.filter((question) => !answered[question]);
}
