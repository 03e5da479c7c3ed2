// Verdicts: four states and no other, from the outer envelope of both doubts (methods.md §6).
import type { Finding } from "../audits/finding.ts";
import type { IndicatorKey, Target } from "../domain/goal.ts";
import type { Plan } from "../domain/plan.ts";
import type { GoalVerdict, VerdictState } from "./report.ts";

type Envelope = NonNullable<Finding["envelope"]>;

/**
 * `met` where the whole envelope lies on the target's good side, `missed` where none of it does. An end that is null is
 * not known, and proves nothing.
 */
export function judgeEnvelope(envelope: Envelope, { direction, value, upper }: Target): VerdictState {
  const low = envelope.lower ?? Number.NEGATIVE_INFINITY;
  const high = envelope.upper ?? Number.POSITIVE_INFINITY;
  const floor = direction === "atMost" ? Number.NEGATIVE_INFINITY : value;
  const ceiling = direction === "atMost" ? value : (upper ?? Number.POSITIVE_INFINITY);
  if (low >= floor && high <= ceiling) return "met";
  return high < floor || low > ceiling ? "missed" : "cannotTell";
}

/** What no audit measures, or nothing here can show, is not visible. */
export function judge(finding: Finding | null, target: Target): VerdictState {
  if (!finding || finding.state === "notVisible") return "notVisible";
  return finding.envelope ? judgeEnvelope(finding.envelope, target) : "cannotTell";
}

/** A goal is missed if one of its indicators is, met if all are, not visible if all are; else it cannot be told yet. */
export function together(states: readonly VerdictState[]): VerdictState {
  if (states.includes("missed")) return "missed";
  const [first] = states;
  if ((first === "met" || first === "notVisible") && states.every((state) => state === first)) return first;
  return "cannotTell";
}

/** One verdict per goal of the plan, in its order; a goal without targets cannot be told. */
export function verdicts(plan: Pick<Plan, "goals">, findings: readonly Finding[]): GoalVerdict[] {
  const byKey = new Map(findings.map((finding) => [finding.key, finding]));
  const of = (indicator: IndicatorKey): Finding | null => byKey.get(indicator) ?? null;
  return plan.goals.map(({ goal, targets }) => {
    const indicators = targets.map(({ indicator, target }) => ({
      indicator,
      target,
      state: judge(of(indicator), target),
      finding: of(indicator)?.key ?? null,
    }));
    return { goal, state: together(indicators.map(({ state }) => state)), indicators };
  });
}
