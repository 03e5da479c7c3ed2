// Runs audits one by one: one that fails is recorded as a finding and takes no other with it.
import { INDICATORS } from "../domain/goal.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { type Finding, finding } from "./finding.ts";
import { NOTHING_LEFT } from "./steps.ts";

/** The findings of one audit after the other, each with what to do next; none where it only pauses. Never throws. */
export function* auditsOneByOne(audits: readonly Audit[], input: AuditInput): Generator<readonly Finding[], void> {
  for (const audit of audits) yield* findingsOf(audit, input);
}

/** The findings of all audits in their order. Never throws. */
export const runAudits = (audits: readonly Audit[], input: AuditInput): Finding[] =>
  [...auditsOneByOne(audits, input)].flat();

function* findingsOf(audit: Audit, input: AuditInput): Generator<readonly Finding[], void> {
  const found: Finding[] = [];
  try {
    for (const one of audit.run(input)) {
      if (one) found.push({ ...one, next: one.next ?? NOTHING_LEFT });
      yield [];
    }
  } catch {
    // What it found before is left out too: it may rest on the same fault.
    const failed = { audit: audit.id, state: "cannotTell", reason: "failed", next: NOTHING_LEFT } as const;
    yield audit.indicators.length === 0
      ? [finding({ ...failed, key: audit.id, unit: "count" })]
      : audit.indicators.map((key) => finding({ ...failed, key, unit: INDICATORS[key] }));
    return;
  }
  yield found;
}
