// The plan: the WHY an organisation states before anything is judged (methods.md §1), for all its pages together.
import * as z from "zod/mini";
import { goalKeySchema, horizonSchema, indicatorKeySchema, targetSchema } from "./goal.ts";
import { pageKeySchema } from "./page.ts";
import { type NetworkId, networkIdSchema } from "./record.ts";

const sentence = z.string().check(z.maxLength(2_000));

/** A goal with the targets this plan sets; one indicator at most once per goal. */
export const plannedGoalSchema = z.object({
  goal: goalKeySchema,
  targets: z.array(z.object({ indicator: indicatorKeySchema, target: targetSchema })).check(z.maxLength(20)),
});
export type PlannedGoal = z.infer<typeof plannedGoalSchema>;

/** Minutes after midnight, local to the plan's zone; `to` 1440 = midnight at the day's end. */
const minuteOfDay = z.int().check(z.minimum(0), z.maximum(1_440));

/** Who answers, within what time, when. Days: 1 = Monday … 7 = Sunday. `hours` null = around the clock. */
export const policySchema = z.object({
  who: sentence,
  /** ms; null = not stated. */
  within: z.nullable(z.int().check(z.positive())),
  hours: z.nullable(
    z.object({
      days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
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

/**
 * What a network is for the organisation, in its own words. `quiet`: it is there and silent on purpose; `notOurs`: not
 * a channel of theirs. Both are answers, and posting little there is then no failure.
 */
export const networkRoleSchema = z.object({
  network: networkIdSchema,
  kind: z.enum(["active", "quiet", "notOurs"]),
  purpose: sentence,
});
export type NetworkRole = z.infer<typeof networkRoleSchema>;

/** A result that no page can show (leads, sales, visits): named, aimed at and reported by the person. */
export const outcomeSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** What is counted, as the person writes it ("leads", "€"); "" = a plain number. */
  unit: z.string().check(z.maxLength(40)),
  direction: z.enum(["atLeast", "atMost"]),
  target: z.number(),
  /** ms UTC by which the target is meant to be reached. */
  by: z.int().check(z.positive()),
  /** What was reached, and when that was so (ms UTC); null = not typed in yet. */
  value: z.nullable(z.number()),
  valueAt: z.nullable(z.int().check(z.positive())),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** The eight questions of methods.md §1 in order; 5, 6 and 8 are answered by goals, horizon and policy. */
export const QUESTIONS = ["why", "relations", "brand", "people", "success", "indicators", "learn", "policy"] as const;
export type Question = (typeof QUESTIONS)[number];

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
  /** The organisation's name, as the person writes it. */
  name: z.optional(z.string().check(z.maxLength(200))),
  /** What each network is for; a network that is not named is open. */
  roles: z.optional(z.array(networkRoleSchema).check(z.maxLength(3))),
  outcomes: z.optional(z.array(outcomeSchema).check(z.maxLength(50))),
  /** ms UTC at which the person wants to look at the plan again; null = no reminder. */
  reviewAt: z.optional(z.nullable(z.int().check(z.positive()))),
  /** ms UTC of the last change, stamped where it is stored: of two copies the one changed last counts. */
  changedAt: z.optional(z.int().check(z.positive())),
});
export type Plan = z.infer<typeof planSchema>;

export const isAssumed = (plan: Plan): boolean => plan.stance !== "mine";

/** ms UTC at which the plan's horizon ends. */
export const horizonEnd = (plan: Plan): number => plan.startedAt + plan.horizon * 86_400_000;

/** What the network is for, as far as the plan says. */
export const roleOf = (plan: Plan | null, network: NetworkId): NetworkRole | null =>
  plan?.roles?.find((role) => role.network === network) ?? null;

/** Whether the day the person set for looking at the plan again has come. `at`: ms UTC. */
export const reviewDue = (plan: Plan, at: number): boolean => (plan.reviewAt ?? null) !== null && plan.reviewAt! <= at;

/**
 * How an outcome stands at `at` (ms UTC): `met` and `missed` only by what was typed in; `open` while its date has not
 * come and the target is not reached, `notTyped` where the date has passed without a value.
 */
export function outcomeState(outcome: Outcome, at: number): "met" | "missed" | "open" | "notTyped" {
  const { value, target, direction, by } = outcome;
  if (value === null) return at < by ? "open" : "notTyped";
  const reached = direction === "atLeast" ? value >= target : value <= target;
  // A value that has to stay low can still rise before its date.
  if (reached) return direction === "atMost" && at < by ? "open" : "met";
  return at < by && direction === "atLeast" ? "open" : "missed";
}

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
