// What an audit is: a pure function from a dataset and a plan to findings; one file in this folder each.

import type { Computed } from "../computed/computed.ts";
import type { Dataset } from "../domain/dataset.ts";
import type { IndicatorKey } from "../domain/goal.ts";
import type { Plan } from "../domain/plan.ts";
import type { Finding } from "./finding.ts";

export interface AuditInput {
  /** As of `asOf`: nothing created later is in it; the plan's sister accounts already have their role. */
  readonly dataset: Dataset;
  readonly plan: Plan | null;
  /** ms UTC. */
  readonly asOf: number;
  /** IANA zone in which weeks, weekdays and hours are told. */
  readonly zone: string;
  /** Other pages of the same organisation, on other networks, cut at the same moment; for blanket posting. */
  readonly siblings: readonly Dataset[];
  /** Derived data shared between audits, worked out once per dataset. */
  readonly computed: Computed;
}

export interface Audit {
  /** The file's name without its ending: a noun. */
  readonly id: string;
  /** Indicators whose findings this audit can give; their keys are finding keys. */
  readonly indicators: readonly IndicatorKey[];
  /**
   * Pure; may throw: the runner records that as a finding of state `cannotTell` with reason `failed`. An audit that takes
   * long gives its findings one by one, and null where it only pauses, so that the screen can be drawn in between.
   */
  run(input: AuditInput): Iterable<Finding | null>;
}
