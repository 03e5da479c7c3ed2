// Beside the verdict: horizons, typed-in outcomes, reference lines, own baseline and rivals.
import { describe, expect, it } from "vitest";
import { finding } from "../../src/audits/finding.ts";
import { REFERENCE_LINES } from "../../src/domain/reference.ts";
import { alternatives, milestones, outcomes, references } from "../../src/report/outlook.ts";
import type { Report } from "../../src/report/report.ts";
import { DAY, HOUR, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

const measured = (key: string, value: number | null, unit: "share" | "ms" = "share") =>
  finding({ audit: "a", key, unit, value, envelope: value === null ? null : { lower: value, upper: value } });
const report = (...findings: Report["findings"]) => ({ findings }) as unknown as Report;

describe("milestones", () => {
  it("judges the plan's targets at its horizon and the defaults at the others", () => {
    const plan = planOf({ startedAt: START, horizon: 90 });
    const found = milestones(
      plan,
      "x",
      [measured("answeredWithin24h", 0.7), measured("halfTime", 6 * HOUR, "ms")],
      START + 100 * DAY,
    );
    expect(found.map(({ horizon, daysLeft, goals }) => [horizon, daysLeft, goals[0]!.state])).toEqual([
      [90, 0, "met"],
      [180, 80, "missed"],
      [365, 265, "missed"],
    ]);
    expect(found[1]!.goals[0]!.indicators.map(({ indicator }) => indicator)).toEqual(["answeredWithin24h", "halfTime"]);
  });
});

describe("outcomes", () => {
  it("takes what was typed in as it is", () => {
    const target = { direction: "atLeast" as const, value: 20, upper: null };
    const of = (value: number | null) => ({ goal: "leads" as const, name: "Leads", target, value, at: null });
    const states = outcomes(planOf({ outcomes: [of(null), of(19), of(20)] })).map(({ state }) => state);
    expect(states).toEqual(["cannotTell", "missed", "met"]);
    expect(outcomes(planOf())).toEqual([]);
  });
});

describe("references", () => {
  const findings = [measured("postsPerWeek", 3), measured("actionShare", 0.2), measured("replyShare", null)];

  it("are those of the network, for what was measured; folklore is off", () => {
    expect(references("facebook", findings, null).map(({ key }) => key)).toEqual(["action2012", "facebookPosts2024"]);
    expect(references("x", findings, null).map(({ key }) => key)).toEqual(["action2012"]);
  });

  it("can be switched one by one", () => {
    const plan = planOf({ switchedReferences: ["action2012", "eightyTwenty"] });
    expect(references("x", findings, plan).map(({ key, grade }) => [key, grade])).toEqual([["eightyTwenty", "D"]]);
  });

  it("have keys of their own", () => {
    expect(new Set(REFERENCE_LINES.map(({ key }) => key)).size).toBe(REFERENCE_LINES.length);
  });
});

describe("alternatives", () => {
  it("are the page's last audit and the median of rivals", () => {
    const rivals = [0.2, 0.4, 0.9, null].map((value) => report(measured("replyShare", value)));
    expect(alternatives(report(measured("replyShare", 0.3), measured("halfTime", 5, "ms")), rivals)).toEqual([
      { indicator: "halfTime", own: 5, rivals: null, rivalCount: 0 },
      { indicator: "replyShare", own: 0.3, rivals: 0.4, rivalCount: 3 },
    ]);
    expect(alternatives(null, [])).toEqual([]);
  });
});
