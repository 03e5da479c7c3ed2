// What happens behind the report: follows the address, loads and audits the page it names, keeps in step with what is stored.
import type { Plan } from "../../domain/plan.ts";
import { NETWORKS } from "../../networks/index.ts";
import type { Network } from "../../networks/network.ts";
import { localZone, now } from "../../platform/clock.ts";
import { onChanged, type PageMessage, send } from "../../platform/messages.ts";
import { baselineOf } from "../../report/history.ts";
import { alternatives } from "../../report/outlook.ts";
import type { Alternative, Report } from "../../report/report.ts";
import { auditInSteps } from "../../report/run.ts";
import type { TimeWindow } from "../../report/window.ts";
import { type Database, openDatabase } from "../../store/database.ts";
import { listPages } from "../../store/library.ts";
import { listPlans } from "../../store/plans.ts";
import { Follower } from "../follower.ts";
import { datesOf, loadPage, optionsFor, type PageData } from "../load-page.ts";
import { breath, whileWanted } from "../slices.ts";
import { windowOf } from "./days.ts";
import { rivalsOf } from "./rivals.ts";
import { hashOf, type Route, routeOf } from "./route.ts";
import type { ReportActions, ReportView } from "./view.ts";

export const networkOfPage = (key: string): Network | null =>
  NETWORKS.find(({ id }) => key.startsWith(`${id}:`)) ?? null;

/** House: a figure that rests on fewer is nothing to hold another one against. */
const FEWEST = 5;
const solid = (report: Report): Report => ({ ...report, findings: report.findings.filter(({ n }) => n >= FEWEST) });

export class ReportController implements ReportActions {
  view: ReportView;
  readonly #show: (view: ReportView) => void;
  #database: Promise<Database> | null = null;
  /** Keys of the pages that the one shown is held against. */
  #rivals: readonly string[] = [];
  readonly #follower = new Follower(() => this.#load());
  /** Counts what was asked for, so that a slow answer to an older question is not shown. */
  #asked = 0;

  constructor(show: (view: ReportView) => void) {
    this.#show = show;
    this.view = {
      route: routeOf(location.hash),
      library: null,
      page: null,
      justLeftOut: null,
      problem: null,
      now: now(),
      zone: localZone(),
    };
  }

  #set(change: Partial<ReportView>): void {
    this.view = { ...this.view, ...change };
    this.#show(this.view);
  }

  async start(): Promise<void> {
    addEventListener("hashchange", () => {
      void this.#arrive(routeOf(location.hash));
    });
    onChanged((page) => {
      if (page === null || this.#shows(page)) this.#follower.soon();
    });
    await this.#arrive(this.view.route);
  }

  /** The store, opened once; rejects where the browser refuses it. */
  async database(): Promise<Database> {
    this.#database ??= openDatabase();
    try {
      return await this.#database;
    } catch (error) {
      this.#database = null;
      this.#set({ problem: "storage" });
      throw error;
    }
  }

  go(route: Route): void {
    location.hash = hashOf(route);
  }

  async #arrive(route: Route): Promise<void> {
    const before = this.view;
    this.#set({ route, justLeftOut: null });
    if (route.screen !== "page") {
      this.#set({ page: null });
      return this.refresh();
    }
    const network = networkOfPage(route.page);
    if (!network) return this.go({ screen: "library" });
    const same = before.page?.key === route.page ? before.page : null;
    if (same && JSON.stringify(same.days) === JSON.stringify(route.days)) return;
    this.#set({
      page: { key: route.page, network, data: same?.data, report: null, window: null, days: route.days },
    });
    await this.refresh();
  }

  /** Whether what was stored of a page can change what is shown; a name that was never heard of may be any page's. */
  #shows(key: string): boolean {
    const { route, page, library } = this.view;
    if (route.screen === "library" || !library?.some((known) => known.page.key === key)) return true;
    if (route.screen === "compare") return route.pages.includes(key);
    return (
      !page?.data || page.key === key || (page.data.plan?.pages.includes(key) ?? false) || this.#rivals.includes(key)
    );
  }

  /** Loads and audits again what is shown, giving up what is under way. Never rejects. */
  refresh(): Promise<void> {
    this.#asked += 1;
    return this.#follower.now();
  }

  async #load(): Promise<void> {
    const asked = this.#asked;
    try {
      const database = await this.database();
      const { page } = this.view;
      const [library, data] = await Promise.all([listPages(database), page ? loadPage(database, page.key) : null]);
      if (asked !== this.#asked) return;
      const kept = data?.dataset.page.key;
      const { route } = this.view;
      // The link names the page by another of its names.
      if (route.screen === "page" && page && kept && kept !== page.key)
        return location.replace(hashOf({ ...route, page: kept }));
      this.#set({ library, now: now(), problem: null });
      if (page) await this.#audit(data, asked);
    } catch (error) {
      console.error(error);
      if (this.view.problem === null) this.#set({ problem: "storage" });
    }
  }

  async #audit(data: PageData | null, asked: number): Promise<void> {
    const { page } = this.view;
    if (!page) return;
    const zone = data?.plan?.policy.zone ?? this.view.zone;
    const window = page.days ? windowOf(page.days, zone) : data && datesOf(data, now());
    this.#set({ page: { ...page, data, window } });
    if (!data) return;
    try {
      const report = await this.#inSteps(data, window, asked);
      if (!report || !this.view.page) return;
      // What is known to hold it against stays beside it until that is worked out again.
      const { alternatives } = page.report ?? report;
      this.#set({ page: { ...this.view.page, report: { ...report, alternatives } } });
      const known = await this.#alternatives(data, window, asked);
      if (known && this.view.page)
        this.#set({ page: { ...this.view.page, report: { ...report, alternatives: known } } });
    } catch (error) {
      console.error(error);
      this.#set({ problem: "audit" });
    }
  }

  /** The audit of a page; null where something else was asked for meanwhile. */
  #inSteps(data: PageData, window: TimeWindow | null, asked: number): Promise<Report | null> {
    const options = optionsFor(data, this.view.zone);
    const steps = auditInSteps(data.dataset, { ...options, asOf: now(), asOfFrom: "now", window });
    return whileWanted(steps, () => asked === this.#asked);
  }

  /** What one's own page can be held against besides published lines: itself before the plan began, and rivals. */
  async #alternatives(data: PageData, window: TimeWindow | null, asked: number): Promise<Alternative[] | null> {
    const { dataset, plan } = data;
    this.#rivals = [];
    if (plan?.stance !== "mine") return [];
    await breath();
    if (asked !== this.#asked) return null;
    const before = baselineOf(dataset, plan, optionsFor(data, this.view.zone));
    const database = await this.database();
    const reports: Report[] = [];
    this.#rivals = rivalsOf(dataset.page.key, this.view.library ?? [], await listPlans(database));
    for (const key of this.#rivals) {
      const rival = await loadPage(database, key);
      if (asked !== this.#asked) return null;
      const report = rival && (await this.#inSteps(rival, window, asked));
      if (report) reports.push(solid(report));
    }
    return asked === this.#asked ? alternatives(before && solid(before), reports) : null;
  }

  async #tell(message: PageMessage): Promise<void> {
    try {
      const reply = await send(message);
      if (reply.status === "failed") throw new Error("not stored");
      await this.refresh();
    } catch (error) {
      this.#set({ problem: "save" });
      throw error;
    }
  }

  leaveOut(id: string, leftOut: boolean): void {
    const page = this.view.page?.key;
    if (!page) return;
    this.#tell({ kind: "leaveOut", page, id, leftOut }).then(
      () => this.#set({ justLeftOut: leftOut ? id : null }),
      () => undefined,
    );
  }

  savePlan(plan: Plan): Promise<void> {
    return this.#tell({ kind: "savePlan", plan });
  }

  deletePlan(id: string): void {
    this.#tell({ kind: "deletePlan", id }).catch(() => undefined);
  }

  forgetPage(page: string, withPlan: boolean): void {
    this.#tell({ kind: "forgetPage", page, withPlan }).catch(() => undefined);
  }

  forgetEverything(): void {
    this.#tell({ kind: "forgetEverything" }).catch(() => undefined);
  }
}
