// Plan files: what was written comes back, and a bad one is refused with the place where it does not hold.
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/domain/plan.ts";
import { planFile, readPlanFile } from "../../src/domain/plan-file.ts";
import { emptyPlan } from "../../src/store/plans.ts";

const plan: Plan = {
  ...emptyPlan("p", "x:brand", 1_000, "Europe/Berlin"),
  name: "Brand",
  why: "To help",
  goals: [
    {
      goal: "care",
      targets: [{ indicator: "halfTime", target: { direction: "atMost", value: 3_600_000, upper: null } }],
    },
  ],
  roles: [{ network: "linkedin", role: "quiet", words: "Only for job offers" }],
  outcomes: [
    { goal: "leads", name: "Leads", target: { direction: "atLeast", value: 20, upper: null }, value: 12, at: 5_000 },
  ],
  reviewAt: 9_000,
  changedAt: 2_000,
};

describe("a plan file", () => {
  it("gives back all plans that were written, with roles, outcomes and review date", () => {
    const plans = [plan, { ...plan, id: "q", pages: [] }];
    expect(readPlanFile(planFile(plans, 1))).toEqual({ plans, problem: null });
    expect(readPlanFile(`\uFEFF${JSON.stringify(plan)}`)).toEqual({ plans: [plan], problem: null });
  });

  it.each<[string, string, object]>([
    ["no JSON", "goals: care", { key: "notJson" }],
    ["something else", '{"whyfirst":"backup","schema":2}', { key: "notPlans" }],
    ["a list", "[]", { key: "notPlans" }],
    ["nothing", planFile([], 1), { key: "empty" }],
    ["a later version", '{"whyfirst":"plans","schema":2,"plans":[]}', { key: "laterVersion" }],
    [
      "a target that does not hold",
      JSON.stringify({
        ...plan,
        goals: [
          {
            goal: "care",
            targets: [{ indicator: "halfTime", target: { direction: "atMost", value: "1 h", upper: null } }],
          },
        ],
      }),
      { key: "badPlan", plan: 1, field: "goals.0.targets.0.target.value", found: '"1 h"' },
    ],
    [
      "a field that is missing, in the second plan",
      JSON.stringify({ whyfirst: "plans", schema: 1, plans: [plan, { ...plan, horizon: undefined }] }),
      { key: "badPlan", plan: 2, field: "horizon", found: "nothing" },
    ],
  ])("with %s is refused, and says why", (_, text, problem) => {
    expect(readPlanFile(text)).toEqual({ plans: null, problem });
  });
});
