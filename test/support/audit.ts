// Runs one audit over a dataset as the report would, for tests of single audits.
import type { Audit } from "../../src/audits/audit.ts";
import { type Finding, findingSchema } from "../../src/audits/finding.ts";
import { compute } from "../../src/computed/computed.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import type { Plan } from "../../src/domain/plan.ts";

/** Findings by key, each checked against the schema. */
export function findingsOf(
  audit: Audit,
  dataset: Dataset,
  { plan = null, zone = "UTC", siblings = [] }: { plan?: Plan | null; zone?: string; siblings?: Dataset[] } = {},
): Record<string, Finding> {
  const asOf = Math.max(...dataset.records.map(({ observedAt }) => observedAt), 0);
  const findings = audit.run({ dataset, plan, asOf, zone, siblings, computed: compute(dataset, plan, zone) });
  const found = [...findings].filter((finding) => finding !== null);
  return Object.fromEntries(found.map((finding) => [finding.key, findingSchema.parse(finding)]));
}
