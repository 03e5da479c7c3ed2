// Runs audits one by one: one that fails is recorded as a finding and takes no other with it.
import { INDICATORS } from "../domain/goal.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { type Finding, finding } from "./finding.ts";
import { NOTHING_LEFT } from "./steps.ts";

/** The findings of all audits in their order, each with what to do next. Never throws. */
export function runAudits(audits: readonly Audit[], input: AuditInput): Finding[] {
  return audits.flatMap((audit) => {
    try {
      return audit.run(input).map((finding) => ({ ...finding, next: finding.next ?? NOTHING_LEFT }));
    } catch {
      const failed = { audit: audit.id, state: "cannotTell", reason: "failed", next: NOTHING_LEFT } as const;
      return audit.indicators.length === 0
        ? [finding({ ...failed, key: audit.id, unit: "count" })]
        : audit.indicators.map((key) => finding({ ...failed, key, unit: INDICATORS[key] }));
    }
  });
}
