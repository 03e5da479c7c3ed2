// Keep, change, stop: with the reason.
import { describe, expect, it } from "vitest";
import { type Finding, finding } from "../../src/audits/finding.ts";
import type { NetworkRole, Plan } from "../../src/domain/plan.ts";
import { courseOf } from "../../src/report/course.ts";
import type { GoalVerdict, VerdictState } from "../../src/report/report.ts";
import { DAY, HOUR, MINUTE, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

const target = { direction: "atLeast", value: 0.65, upper: null } as const;
const verdict = (goal: GoalVerdict["goal"], state: VerdictState): GoalVerdict => ({
  goal,
  state,
  indicators: [{ indicator: "answeredWithin24h", target, state, finding: "answeredWithin24h" }],
});
const NOBODY = { value: 0, bounds: { lower: 0, upper: 0 } };
const course = (plan: Plan, goals: GoalVerdict[], { waits = NOBODY as Partial<Finding>, asOf = START } = {}) => {
  const found = finding({ audit: "waiting", key: "questionsWaiting", unit: "count", ...waits });
  const { advice, reason, goal } = courseOf(plan, "x", goals, [found], asOf);
  return [advice, reason, goal];
};
const waiting = (lower: number, upper: number, longest: number) => ({
  waits: { value: lower, bounds: { lower, upper }, values: { longestOpen: longest } },
});
const role = (role: NetworkRole["role"]) => planOf({ roles: [{ network: "x", role, words: "" }] });

describe("courseOf", () => {
  it("follows the network's role", () => {
    expect(course(role("notOurs"), [verdict("care", "met")])).toEqual(["stop", "notOurChannel", null]);
    expect(course(role("quiet"), [verdict("awareness", "missed")])).toEqual(["keep", "quietOnPurpose", null]);
    expect(course(role("quiet"), [], waiting(3, 3, 2 * DAY))).toEqual(["change", "quietButAsked", null]);
    // Where no conversation was read, nobody knows whether people wait.
    expect(course(role("quiet"), [], { waits: { value: null } })).toEqual([null, "cannotTell", null]);
  });

  it("is quiet on purpose only where nobody can be waiting", () => {
    expect(course(role("quiet"), [], waiting(0, 500, 0))).toEqual([null, "cannotTell", null]);
  });

  it("speaks of waiting once it is longer than the policy allows, or a day", () => {
    const open = [null, "cannotTell", null];
    const change = ["change", "quietButAsked", null];
    expect(course(role("quiet"), [], waiting(1, 1, MINUTE))).toEqual(open);
    expect(course(role("quiet"), [], waiting(1, 9, DAY + MINUTE))).toEqual(change);
    const quick = { ...role("quiet"), policy: { ...role("quiet").policy, within: HOUR } };
    expect(course(quick, [], waiting(1, 1, HOUR))).toEqual(open);
    expect(course(quick, [], waiting(1, 1, HOUR + 1))).toEqual(change);
  });

  it("follows the verdicts where the network is used", () => {
    const [met, missed, open] = [
      verdict("care", "met"),
      verdict("community", "missed"),
      verdict("leads", "cannotTell"),
    ];
    expect(course(planOf(), [met, verdict("community", "met")])).toEqual(["keep", "allMet", "care"]);
    expect(course(planOf(), [met, missed, open])).toEqual(["change", "someMissed", "community"]);
    expect(course(planOf(), [met, open])).toEqual([null, "cannotTell", null]);
    expect(course(planOf(), [])).toEqual([null, "noGoals", null]);
    expect(course(role("used"), [met])).toEqual(["keep", "allMet", "care"]);
  });

  it("stops only once the time is over and nothing was reached", () => {
    const [met, missed] = [verdict("care", "met"), verdict("community", "missed")];
    const over = { asOf: START + 200 * DAY };
    expect(course(planOf(), [missed])).toEqual(["change", "someMissed", "community"]);
    expect(course(planOf(), [missed], over)).toEqual(["stop", "allMissedAtTheEnd", "community"]);
    expect(course(planOf(), [missed, met], over)).toEqual(["change", "someMissed", "community"]);
    // What cannot be told, or is not visible, may have been reached.
    for (const state of ["cannotTell", "notVisible"] as const) {
      expect(course(planOf(), [missed, verdict("leads", state)], over)).toEqual(["change", "someMissed", "community"]);
    }
  });
});
