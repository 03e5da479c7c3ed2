// The report's view model: all that its screens show and all that a person can do in them.

import type { Plan } from "../../domain/plan.ts";
import type { Network } from "../../networks/network.ts";
import type { Report } from "../../report/report.ts";
import type { TimeWindow } from "../../report/window.ts";
import type { LibraryPage } from "../../store/library.ts";
import type { PageData } from "../load-page.ts";
import type { Catalogue } from "../text/catalogue.ts";
import type { Days, Route } from "./route.ts";

/** The page a person looks at. */
export interface Shown {
  readonly key: string;
  readonly network: Network;
  /** undefined: being loaded; null: nothing was ever read of it. */
  readonly data: PageData | null | undefined;
  /** null: being worked out. */
  readonly report: Report | null;
  /** The dates that were picked; null = each figure over the dates its lists cover. */
  readonly window: TimeWindow | null;
  readonly days: Days | null;
}

/** `storage`: it cannot be opened. `audit`: the figures could not be worked out. `save`: a change was not stored. */
export type ReportProblem = "storage" | "audit" | "save";

export interface ReportView {
  readonly route: Route;
  /** null: being loaded. */
  readonly library: readonly LibraryPage[] | null;
  readonly page: Shown | null;
  /** The item that was left out last, so that it can be put back at once. */
  readonly justLeftOut: string | null;
  readonly problem: ReportProblem | null;
  /** ms UTC. */
  readonly now: number;
  /** IANA zone of the person's machine. */
  readonly zone: string;
}

export interface ReportActions {
  go(route: Route): void;
  leaveOut(id: string, leftOut: boolean): void;
  savePlan(plan: Plan): Promise<void>;
  deletePlan(id: string): void;
  forgetPage(page: string, withPlan: boolean): void;
  forgetEverything(): void;
}

/** What every part of the report is given. */
export interface Env {
  readonly text: Catalogue;
  readonly view: ReportView;
  readonly actions: ReportActions;
}
