// The four states and no other.
import { describe, expect, it } from "vitest";
import { finding } from "../../src/audits/finding.ts";
import type { Target } from "../../src/domain/goal.ts";
import { judge, together, verdicts } from "../../src/report/verdict.ts";

const of = (lower: number | null, upper: number | null) =>
  finding({ audit: "a", key: "answeredWithin24h", unit: "share", value: 0.5, envelope: { lower, upper } });
const atLeast = (value: number): Target => ({ direction: "atLeast", value, upper: null });
const atMost = (value: number): Target => ({ direction: "atMost", value, upper: null });
const between: Target = { direction: "between", value: 0.1, upper: 0.3 };

describe("judge", () => {
  it("needs the whole envelope on one side of the target", () => {
    expect(judge(of(0.65, 0.9), atLeast(0.65))).toBe("met");
    expect(judge(of(0.3, 0.6), atLeast(0.65))).toBe("missed");
    expect(judge(of(0.3, 0.65), atLeast(0.65))).toBe("cannotTell");
    expect(judge(of(1, 4), atMost(4))).toBe("met");
    expect(judge(of(5, 9), atMost(4))).toBe("missed");
    expect(judge(of(3, 9), atMost(4))).toBe("cannotTell");
    expect(judge(of(0.1, 0.3), between)).toBe("met");
    expect(judge(of(0.35, 0.5), between)).toBe("missed");
    expect(judge(of(0, 0.05), between)).toBe("missed");
    expect(judge(of(0.05, 0.2), between)).toBe("cannotTell");
  });

  it("takes an end that is not known for no proof", () => {
    expect(judge(of(3, null), atMost(4))).toBe("cannotTell");
    expect(judge(of(5, null), atMost(4))).toBe("missed");
    expect(judge(of(null, 3), atLeast(4))).toBe("missed");
    expect(judge(of(null, 3), atMost(4))).toBe("met");
    expect(judge(of(5, null), atLeast(4))).toBe("met");
  });

  it("is not visible where nothing measures it, and cannot tell without an envelope", () => {
    expect(judge(null, atLeast(0.5))).toBe("notVisible");
    expect(judge({ ...of(0, 1), state: "notVisible" }, atLeast(0.5))).toBe("notVisible");
    expect(judge({ ...of(0, 1), envelope: null }, atLeast(0.5))).toBe("cannotTell");
  });
});

describe("a goal", () => {
  it("is missed if one indicator is, met if all are, not visible if all are, else open", () => {
    expect(together(["met", "missed", "cannotTell"])).toBe("missed");
    expect(together(["met", "met"])).toBe("met");
    expect(together(["notVisible", "notVisible"])).toBe("notVisible");
    expect(together(["met", "notVisible"])).toBe("cannotTell");
    expect(together(["met", "cannotTell"])).toBe("cannotTell");
    expect(together([])).toBe("cannotTell");
  });

  it("names the finding that proves each indicator", () => {
    const plan = {
      goals: [
        {
          goal: "care" as const,
          targets: [
            { indicator: "answeredWithin24h" as const, target: atLeast(0.2) },
            { indicator: "halfTime" as const, target: atMost(4) },
          ],
        },
      ],
    };
    expect(verdicts(plan, [of(0.3, 0.6)])).toEqual([
      {
        goal: "care",
        state: "cannotTell",
        indicators: [
          { indicator: "answeredWithin24h", target: atLeast(0.2), state: "met", finding: "answeredWithin24h" },
          { indicator: "halfTime", target: atMost(4), state: "notVisible", finding: null },
        ],
      },
    ]);
  });
});
