// Beside the verdict: the way to 90, 180 and 365 days, typed-in outcomes, and what else a figure can be held against.
import type { Finding } from "../audits/finding.ts";
import { defaultTargets, HORIZONS, INDICATOR_KEYS, type IndicatorKey } from "../domain/goal.ts";
import type { Plan } from "../domain/plan.ts";
import type { NetworkId } from "../domain/record.ts";
import { REFERENCE_LINES } from "../domain/reference.ts";
import { median } from "../stats/rhythm.ts";
import type { Alternative, Milestone, Reference, Report } from "./report.ts";
import { judgeEnvelope, verdicts } from "./verdict.ts";

const DAY = 86_400_000;

/** Verdicts by every horizon: the plan's targets at its own, the defaults of its goals at the others. */
export function milestones(plan: Plan, network: NetworkId, findings: readonly Finding[], asOf: number): Milestone[] {
  return HORIZONS.map((horizon) => {
    const date = plan.startedAt + horizon * DAY;
    const goals =
      horizon === plan.horizon
        ? plan.goals
        : plan.goals.map(({ goal }) => ({ goal, targets: [...defaultTargets(goal, horizon, network)] }));
    return {
      horizon,
      date,
      daysLeft: Math.max(0, Math.ceil((date - asOf) / DAY)),
      goals: verdicts({ goals }, findings),
    };
  });
}

/** Outcomes that only the person knows: what was typed in is taken as it is. */
export const outcomes = (plan: Plan): Report["outcomes"] =>
  (plan.outcomes ?? []).map((outcome) => ({
    ...outcome,
    state:
      outcome.value === null
        ? ("cannotTell" as const)
        : judgeEnvelope({ lower: outcome.value, upper: outcome.value }, outcome.target),
  }));

/** The lines to show beside what was measured on this network: those on by default, unless the plan switched them. */
export function references(network: NetworkId, findings: readonly Finding[], plan: Plan | null): Reference[] {
  const measured = new Set(findings.filter(({ value }) => value !== null).map(({ key }) => key));
  const switched = new Set(plan?.switchedReferences ?? []);
  return REFERENCE_LINES.filter(
    (line) =>
      measured.has(line.indicator) &&
      (line.network === null || line.network === network) &&
      line.on !== switched.has(line.key),
  ).map(({ network: _, on: __, ...line }) => line);
}

const measuredValue = (report: Report, indicator: IndicatorKey): number | null => {
  const found = report.findings.find(({ key }) => key === indicator);
  return found?.state === "measured" ? found.value : null;
};

/** What every indicator was at the page's last audit, and the median of rivals' pages; only where there is one. */
export function alternatives(baseline: Report | null, rivals: readonly Report[]): Alternative[] {
  return INDICATOR_KEYS.map((indicator) => {
    const values = rivals.flatMap((rival) => measuredValue(rival, indicator) ?? []);
    const own = baseline && measuredValue(baseline, indicator);
    return { indicator, own, rivals: median(values), rivalCount: values.length };
  }).filter(({ own, rivals }) => own !== null || rivals !== null);
}
