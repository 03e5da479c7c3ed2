// Keep, change or stop: what to do with this network, from its role in the plan and the verdicts.
import type { Finding } from "../audits/finding.ts";
import { horizonEnd, type Plan } from "../domain/plan.ts";
import type { NetworkId } from "../domain/record.ts";
import type { Course, GoalVerdict } from "./report.ts";

const DAY = 86_400_000;

const course = (advice: Course["advice"], reason: Course["reason"], decided?: GoalVerdict): Course => ({
  advice,
  reason,
  goal: decided?.goal ?? null,
  indicator: decided?.indicators.find(({ state }) => state === decided.state)?.indicator ?? null,
});

/**
 * Stop: not our channel, or by the horizon's date every goal was missed, and of none it remains open. Change: a goal is
 * missed, or on a network that is quiet on purpose people surely wait, longer than the policy allows (house: than a day).
 * Keep: all goals are met, or it is quiet as meant and surely nobody waits.
 */
export function courseOf(
  plan: Plan,
  network: NetworkId,
  goals: readonly GoalVerdict[],
  findings: readonly Finding[],
  asOf: number,
): Course {
  const role = plan.roles?.find((role) => role.network === network)?.role ?? "used";
  if (role === "notOurs") return course("stop", "notOurChannel");
  if (role === "quiet") {
    const waiting = findings.find(({ key }) => key === "questionsWaiting");
    if (waiting?.bounds?.upper === 0) return course("keep", "quietOnPurpose");
    const overdue = (waiting?.values["longestOpen"] ?? 0) > (plan.policy.within ?? DAY);
    return overdue && waiting?.bounds && waiting.bounds.lower > 0
      ? course("change", "quietButAsked")
      : course(null, "cannotTell");
  }
  if (goals.length === 0) return course(null, "noGoals");
  const missed = goals.find(({ state }) => state === "missed");
  const met = goals.find(({ state }) => state === "met");
  if (missed) {
    return asOf >= horizonEnd(plan) && goals.every(({ state }) => state === "missed")
      ? course("stop", "allMissedAtTheEnd", missed)
      : course("change", "someMissed", missed);
  }
  return met && goals.every(({ state }) => state === "met")
    ? course("keep", "allMet", met)
    : course(null, "cannotTell");
}
