// A plan for tests: one goal, stated at the start of the built datasets; every part can be replaced.
import type { Plan } from "../../src/domain/plan.ts";
import { DAY, START } from "./dataset.ts";

type Parts = Omit<Partial<Plan>, "policy"> & { readonly policy?: Partial<Plan["policy"]> };

export const planOf = ({ policy, ...parts }: Parts = {}): Plan => ({
  schema: 1,
  id: "plan",
  stance: "mine",
  pages: ["x:northwind"],
  sisters: [],
  why: "So that customers get help the same day and stay with us",
  relations: "",
  brand: "",
  people: "",
  success: "",
  learn: "",
  goals: [
    {
      goal: "care",
      targets: [{ indicator: "answeredWithin24h", target: { direction: "atLeast", value: 0.65, upper: null } }],
    },
  ],
  horizon: 90,
  startedAt: START - DAY,
  policy: { who: "", within: null, hours: null, zone: "UTC", languages: "", ...policy },
  ...parts,
});
