// The one thing to open next: the one that narrows what is still undecided most.
import type { AuditInput } from "../audits/audit.ts";
import type { Finding, NextStep } from "../audits/finding.ts";
import { gainOfReading, NOTHING_LEFT, threadSteps } from "../audits/steps.ts";
import type { GoalVerdict } from "./report.ts";

/** Without a plan the three instruments count. */
const HEADLINES: readonly string[] = ["answeredWithin24h", "replyShare", "activeWeeks"];

/** Two steps that open the same thing. */
const nameOf = ({ key, feed, record }: NextStep): string => `${key} ${feed ?? ""} ${record ?? ""}`;

/** How much narrower `step` makes the finding, as a share of all it could be; 0 where it tells nothing about it. */
function gain(finding: Finding, step: NextStep): number {
  if (finding.next && nameOf(finding.next) === nameOf(step)) return finding.next.gain ?? 0;
  const { counted, unknown } = finding.values;
  const ofThreads = step.key === "openThread" || step.key === "openReplies";
  if (!ofThreads || typeof counted !== "number" || typeof unknown !== "number" || step.count === null) return 0;
  return gainOfReading(counted, finding.n, unknown, step.count);
}

/**
 * The step with the greatest gain summed over the indicators whose verdict is open (without a plan: the three
 * instruments), with that sum as its gain. Where nothing narrows them any more: what a finding asks for without being
 * able to say its gain, else "nothing". null only where nothing was read.
 */
export function nextStep(
  input: AuditInput,
  findings: readonly Finding[],
  goals: readonly GoalVerdict[],
): NextStep | null {
  if (input.dataset.coverage.signedIn === false) {
    const signIn = findings.find(({ next }) => next?.key === "signIn")?.next;
    if (signIn) return signIn;
  }
  const open = goals.flatMap(({ indicators }) =>
    indicators.filter(({ state }) => state === "cannotTell" || state === "notVisible"),
  );
  const keys = new Set<string>(input.plan ? open.map(({ indicator }) => indicator) : HEADLINES);
  const wanted = findings.filter(({ key }) => keys.has(key));
  const candidates = new Map<string, NextStep>();
  for (const step of [...wanted.flatMap(({ next }) => next ?? []), ...threadSteps(input)]) {
    if (!candidates.has(nameOf(step))) candidates.set(nameOf(step), step);
  }
  let best: NextStep | null = null;
  for (const step of candidates.values()) {
    const sum = wanted.reduce((total, finding) => total + gain(finding, step), 0);
    if (sum > (best?.gain ?? 0)) best = { ...step, gain: sum };
  }
  if (best) return best;
  const asked = [...wanted, ...findings].find(({ next }) => next && next.key !== "nothing")?.next;
  return asked ?? (input.dataset.records.length > 0 ? NOTHING_LEFT : null);
}
