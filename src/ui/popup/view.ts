// The popup's view model: all that it shows, and all that a person can do in it; the screen is a function of these.
import type { IndicatorKey } from "../../domain/goal.ts";
import type { Plan } from "../../domain/plan.ts";
import type { NetworkId } from "../../domain/record.ts";
import type { Report } from "../../report/report.ts";
import type { PageSection } from "../report/route.ts";
import type { Problem } from "../text/catalogue.ts";

export interface Subject {
  readonly key: string;
  readonly network: NetworkId;
  readonly networkName: string;
  /** As the page calls itself; null until read. */
  readonly name: string | null;
  readonly handle: string | null;
  /** Host names of the network, which links may lead to. */
  readonly hosts: readonly string[];
}

export interface View {
  /** null: the tab shows no page that can be audited. */
  readonly subject: Subject | null;
  /** Names of the networks it works on. */
  readonly networks: readonly string[];
  /** null: nothing was read yet, or the audit is being worked out. */
  readonly report: Report | null;
  readonly plan: Plan | null;
  /** The person chose to see facts without a plan. */
  readonly skipped: boolean;
  readonly reading: boolean;
  /** False while the tab's address is all that is known. */
  readonly settled: boolean;
  readonly problem: Problem | null;
  readonly reload: "possible" | "underWay" | "needsClick";
  /** Indicators the audits measure today. */
  readonly measurable: ReadonlySet<IndicatorKey>;
  /** ms UTC. */
  readonly now: number;
  /** IANA zone of the person's machine, suggested for a policy. */
  readonly zone: string;
  /** An id for a plan that does not exist yet. */
  readonly planId: string;
}

export interface Actions {
  stop(): void;
  readOn(): void;
  reload(): void;
  skip(): void;
  savePlan(plan: Plan): void;
  deletePlan(id: string): void;
  /** Opens the full report of this page in a tab of its own. */
  openReport(section: PageSection): void;
  /** Opens the panel beside the page, which shows the same and stays; null where this browser has none. */
  readonly openBeside: (() => void) | null;
}
