// Everything an audit of one page rests on, loaded from the store: its records, its plan, what was left out, its sister pages.
import type { Dataset } from "../domain/dataset.ts";
import type { Plan } from "../domain/plan.ts";
import { cutAt } from "../report/cut.ts";
import type { Report } from "../report/report.ts";
import { auditInSteps } from "../report/run.ts";
import type { Steps } from "../report/steps.ts";
import { defaultWindow, type TimeWindow } from "../report/window.ts";
import type { Database } from "../store/database.ts";
import { loadLeftOut } from "../store/left-out.ts";
import { loadPlan, sisterKeys } from "../store/plans.ts";
import { loadDataset } from "../store/records.ts";

export interface PageData {
  readonly dataset: Dataset;
  readonly plan: Plan | null;
  /** Author keys of the accounts that answer for the page. */
  readonly sisters: ReadonlySet<string>;
  /** Ids the person left out, of this page and of its siblings. */
  readonly leftOut: ReadonlySet<string>;
  /** The organisation's pages on other networks. */
  readonly siblings: readonly Dataset[];
}

/** As of when and over which dates an audit is asked for. */
export interface Asked {
  /** ms UTC. */
  readonly asOf: number;
  readonly asOfFrom: Report["asOfFrom"];
  /** null = each figure over the dates that its lists cover; not there = `datesOf`. */
  readonly window?: TimeWindow | null;
}

/** null where nothing was read of the page. `plan`: instead of the stored one. Rejects where the store cannot be read. */
export async function loadPage(database: Database, key: string, plan: Plan | null = null): Promise<PageData | null> {
  const dataset = await loadDataset(database, key);
  return dataset && withRest(database, dataset, plan);
}

/** The same for a dataset that is there already. */
export async function withRest(database: Database, dataset: Dataset, plan: Plan | null = null): Promise<PageData> {
  const { key, network } = dataset.page;
  const stated = plan ?? (await loadPlan(database, key));
  const others = (stated?.pages ?? []).filter((other) => other !== key);
  const [sisters, siblings, leftOut] = await Promise.all([
    sisterKeys(database, stated),
    Promise.all(others.map((other) => loadDataset(database, other))),
    Promise.all([key, ...others].map((page) => loadLeftOut(database, page))),
  ]);
  return {
    dataset,
    plan: stated,
    sisters,
    leftOut: new Set(leftOut.flatMap((ids) => [...ids])),
    siblings: siblings.filter((other) => other !== null && other.page.network !== network) as Dataset[],
  };
}

/** What `auditPage` and the history are given for a loaded page; `zone` where no plan states one. */
export const optionsFor = ({ plan, sisters, leftOut, siblings }: PageData, zone: string) => ({
  plan,
  zone,
  sisterKeys: sisters,
  leftOut,
  siblings,
});

/** The dates an audit is of where nobody chose any, the same wherever one is shown; null = each figure has its own. */
export const datesOf = ({ dataset }: PageData, asOf: number): TimeWindow | null =>
  defaultWindow(cutAt(dataset, asOf, new Set()).coverage);

/** The audit in steps, as it takes a while. */
export const auditOf = (data: PageData, zone: string, { asOf, asOfFrom, window }: Asked): Steps<Report> =>
  auditInSteps(data.dataset, {
    ...optionsFor(data, zone),
    asOf,
    asOfFrom,
    window: window === undefined ? datesOf(data, asOf) : window,
  });
