// Plans as a file: written for other people or another browser, read back with a clear word on what is wrong with it.
import * as z from "zod/mini";
import { type Plan, planSchema } from "./plan.ts";

/**
 * Why a file holds no plans. `notJson`: it cannot be read at all. `notPlans`: it is something else. `laterVersion`: made
 * by a later version of this extension. `empty`: it holds none. `badPlan`: plan number `plan` (from 1) does not hold at
 * `field` (a path like "goals.0.targets"), which is `found` there (at most 80 characters).
 */
export type PlanFileProblem =
  | { readonly key: "notJson" | "notPlans" | "laterVersion" | "empty" }
  | { readonly key: "badPlan"; readonly plan: number; readonly field: string; readonly found: string };

const VERSION = 1;
const fileSchema = z.object({ whyfirst: z.literal("plans"), schema: z.int(), plans: z.array(z.unknown()) });

/** The plans as a JSON document. `at`: ms UTC. */
export const planFile = (plans: readonly Plan[], at: number): string =>
  `${JSON.stringify({ whyfirst: "plans", schema: VERSION, madeAt: at, plans }, null, 2)}\n`;

/** The plans in a file that `planFile` wrote, or in one that holds a single plan; all of them hold, or none is taken. */
export function readPlanFile(
  text: string,
): { readonly plans: Plan[]; readonly problem: null } | { readonly plans: null; readonly problem: PlanFileProblem } {
  const refuse = (problem: PlanFileProblem) => ({ plans: null, problem });
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return refuse({ key: "notJson" });
  }
  const file = fileSchema.safeParse(raw);
  if (file.success && file.data.schema > VERSION) return refuse({ key: "laterVersion" });
  const single = typeof raw === "object" && raw !== null && "goals" in raw;
  if (!file.success && !single) return refuse({ key: "notPlans" });
  const candidates = file.success ? file.data.plans : [raw];
  if (candidates.length === 0) return refuse({ key: "empty" });
  const plans: Plan[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const parsed = planSchema.safeParse(candidate);
    if (!parsed.success) return refuse({ key: "badPlan", plan: i + 1, ...placeOf(parsed.error, candidate) });
    plans.push(parsed.data);
  }
  return { plans, problem: null };
}

/** Where a plan does not hold, and what stands there. */
function placeOf(error: z.core.$ZodError, plan: unknown): { readonly field: string; readonly found: string } {
  const path = error.issues[0]?.path ?? [];
  let at: unknown = plan;
  for (const key of path)
    at = typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  return { field: path.map(String).join("."), found: (JSON.stringify(at) ?? "nothing").slice(0, 80) };
}
