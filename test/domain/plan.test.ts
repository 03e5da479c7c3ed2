// Goals and plans: the defaults hold together, and what a plan leaves open is said.
import { describe, expect, it } from "vitest";
import {
  DEFAULT_TARGETS,
  defaultTargets,
  GOAL_KEYS,
  type GoalKey,
  goalsToOffer,
  HORIZONS,
  INDICATOR_KEYS,
  INDICATORS,
  targetSchema,
} from "../../src/domain/goal.ts";
import { lenient } from "../../src/domain/lenient.ts";
import { horizonEnd, isAssumed, openQuestions, type Plan, planSchema, QUESTIONS } from "../../src/domain/plan.ts";
import { NETWORK_IDS, type NetworkId } from "../../src/domain/record.ts";

const plan: Plan = {
  schema: 1,
  id: "p",
  stance: "mine",
  pages: ["x:brand"],
  sisters: [],
  why: "",
  relations: "",
  brand: "",
  people: "",
  success: "",
  learn: "",
  goals: [],
  horizon: 90,
  startedAt: 1_000,
  policy: { who: "", within: null, hours: null, zone: "UTC", languages: "" },
};

describe("goals", () => {
  it("have defaults by what is usual on the network", () => {
    const weekly = (goal: GoalKey, network: NetworkId) =>
      defaultTargets(goal, 90, network).flatMap(({ indicator, target, reason }) =>
        indicator === "postsPerWeek" || indicator === "insightPerWeek" ? [[target.value, reason]] : [],
      );
    expect(weekly("awareness", "facebook")).toEqual([[3, "rivalIq2024"]]);
    expect(weekly("awareness", "linkedin")).toEqual([[2, "metricool2024"]]);
    expect(weekly("awareness", "x")).toEqual([[3, "house"]]);
    expect(weekly("thoughtLeadership", "linkedin")).toEqual([[2, "metricool2024"]]);
    expect(weekly("thoughtLeadership", "x")).toEqual([[2, "house"]]);
    for (const network of NETWORK_IDS) expect(weekly("learn", network)).toEqual([[1, "house"]]);
  });

  it("have valid default targets in a sensible range for every horizon", () => {
    for (const goal of GOAL_KEYS) {
      for (const horizon of HORIZONS) {
        const defaults = DEFAULT_TARGETS[goal][horizon];
        expect(defaults.length, `${goal} ${horizon}`).toBeGreaterThan(0);
        expect(new Set(defaults.map(({ indicator }) => indicator)).size).toBe(defaults.length);
        for (const { indicator, target } of defaults) {
          expect(targetSchema.safeParse(target).success).toBe(true);
          if (INDICATORS[indicator] === "share") expect(target.value).toBeGreaterThan(0);
          if (INDICATORS[indicator] === "share") expect(target.upper ?? target.value).toBeLessThan(1);
        }
      }
    }
  });

  it("are offered only where something measures them", () => {
    expect(goalsToOffer(new Set(), 90)).toEqual([]);
    expect(goalsToOffer(new Set(["replyShare"]), 90)).toEqual(["community"]);
    expect(goalsToOffer(new Set(["replyShare"]), 180)).toEqual(["community", "rhythm"]);
    expect(goalsToOffer(new Set(INDICATOR_KEYS), 90)).toEqual([...GOAL_KEYS]);
  });

  it("take a target between two values only with both, and any other only with one", () => {
    expect(targetSchema.safeParse({ direction: "between", value: 0.1, upper: null }).success).toBe(false);
    expect(targetSchema.safeParse({ direction: "atLeast", value: 0.1, upper: 0.2 }).success).toBe(false);
  });
});

describe("a plan", () => {
  it("says which of the eight questions are open", () => {
    expect(openQuestions(plan)).toEqual([...QUESTIONS]);
    const target = { direction: "atLeast", value: 0.65, upper: null } as const;
    const stated: Plan = {
      ...plan,
      why: "so that people get help",
      goals: [{ goal: "care", targets: [{ indicator: "answeredWithin24h", target }] }],
      policy: { ...plan.policy, within: 86_400_000 },
    };
    expect(openQuestions(stated)).toEqual(["relations", "brand", "people", "learn"]);
  });

  it("is assumed for anybody else's page, and ends after its horizon", () => {
    expect(isAssumed(plan)).toBe(false);
    expect(isAssumed({ ...plan, stance: "prospect" })).toBe(true);
    expect(horizonEnd(plan)).toBe(1_000 + 90 * 86_400_000);
  });

  it("read back leniently names each field that fell back, and nothing a hostile value carries gets through", () => {
    const stored = JSON.parse('{"why":"kept","horizon":7,"__proto__":{"polluted":true},"extra":1}');
    const { value, fallen } = lenient(planSchema, stored, plan);
    expect(value).toEqual({ ...plan, why: "kept" });
    expect(fallen).toContain("horizon");
    expect(fallen).not.toContain("why");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(lenient(planSchema, null, plan).value).toEqual(plan);
  });

  it("demands a day that hours hold on, and loses only the hours where a stored plan has none", () => {
    const policy = { who: "Ann", within: 3_600_000, zone: "Europe/Berlin", languages: "de" };
    const stored = { ...plan, policy: { ...policy, hours: { days: [], from: 540, to: 1_020 } } };
    expect(planSchema.safeParse(stored).success).toBe(false);
    const { value, fallen } = lenient(planSchema, stored, plan);
    expect(value).toEqual({ ...plan, policy: { ...policy, hours: plan.policy.hours } });
    expect(fallen).toEqual(["policy.hours"]);
    expect(lenient(planSchema, { ...plan, policy: 7 }, plan)).toEqual({ value: plan, fallen: ["policy"] });
  });
});
