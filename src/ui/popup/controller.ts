// What happens behind the popup: finds the tab's page, begins reading, keeps the view in step with what is stored.
import { MEASURABLE } from "../../audits/registry.ts";
import type { Plan } from "../../domain/plan.ts";
import { NETWORKS, networkOf } from "../../networks/index.ts";
import type { Network } from "../../networks/network.ts";
import { browser } from "../../platform/browser.ts";
import { localZone, now } from "../../platform/clock.ts";
import { onChanged, type ReaderState, type Refusal, send, tellReader } from "../../platform/messages.ts";
import { skippedPages } from "../../platform/setting.ts";
import { hasSidePanel, openSidePanel } from "../../platform/side-panel.ts";
import { type Database, openDatabase } from "../../store/database.ts";
import { Follower } from "../follower.ts";
import { hashOf, type PageSection, REPORT_PAGE } from "../report/route.ts";
import type { Problem } from "../text/catalogue.ts";
import { type Loaded, load, type Moment, type Place } from "./load.ts";
import type { Actions, View } from "./view.ts";

const MAX_SKIPPED = 500;
const PROBLEM: Readonly<Record<Refusal, Problem | null>> = {
  elsewhere: null,
  noPage: null,
  noAccess: "noAccess",
  noStorage: "storage",
};

export class Controller {
  view: View = {
    subject: null,
    networks: NETWORKS.map(({ name }) => name),
    report: null,
    plan: null,
    skipped: false,
    reading: false,
    settled: false,
    problem: null,
    reload: "possible",
    measurable: MEASURABLE,
    now: now(),
    zone: localZone(),
    planId: crypto.randomUUID(),
  };
  #network: Network | null = null;
  #place: Place | null = null;
  #tab: number | null = null;
  #database: Promise<Database> | null = null;
  /** As of when and by which plan, where something other than now and the stored plan was asked for. */
  #asked: { moment: Moment | null; plan: Plan | null } = { moment: null, plan: null };
  readonly #follower = new Follower(() => this.#load());
  #ended = false;
  #unfollow: (() => void) | null = null;
  readonly #show: (view: View) => void;

  /** `show` is called with every change of the view. */
  constructor(show: (view: View) => void) {
    this.#show = show;
  }

  /** Nothing is shown or loaded from now on. */
  end(): void {
    this.#ended = true;
    this.#unfollow?.();
    this.#follower.end();
    this.#database?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  #set(change: Partial<View>): void {
    if (this.#ended) return;
    this.view = { ...this.view, ...change };
    this.#show(this.view);
  }

  /** Resolves when reading has begun, or cannot, and what was stored of the tab's page before is shown. */
  async start(): Promise<void> {
    this.#set({});
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (this.#ended) return;
    this.#tab = tab?.id ?? null;
    const url = tab?.url ? new URL(tab.url) : null;
    const network = url && networkOf(url);
    const place = url && network?.place(url);
    if (this.#tab === null || !url || !network || !place) return this.#set({ settled: true });
    this.#network = network;
    const key = place.account && network.pageKey(place.account);
    if (key) this.#found({ network, key, account: place.account });
    this.#unfollow = onChanged((changed) => {
      if (this.view.reload === "underWay") this.#set({ reload: "possible", reading: true });
      // What changed may be another tab's page: only this tab's reader can say whose this one is.
      if (changed !== null && !this.#place) void this.#follow();
      this.#follower.soon();
    });
    await Promise.all([this.#begin(), this.refresh()]);
    this.#set({ settled: true });
  }

  #found(place: Place): void {
    this.#place = place;
    const { network, key, account } = place;
    this.#set({
      subject: {
        key,
        network: network.id,
        networkName: network.name,
        name: null,
        handle: account?.handle ?? null,
        hosts: network.hosts,
      },
    });
    void this.#askSkipped(key);
  }

  async #askSkipped(key: string): Promise<void> {
    const skipped = await skippedPages.get();
    this.#set({ skipped: skipped.includes(key) });
  }

  async #begin(): Promise<void> {
    if (this.#tab === null) return;
    try {
      const reply = await send({ kind: "begin", tabId: this.#tab });
      if (this.#ended) return;
      if (reply.status === "refused") return this.#set({ reading: false, problem: PROBLEM[reply.why] });
      this.#set({ reading: reply.state.reading, problem: null });
      this.#heed(reply.state);
      void this.#follow();
    } catch {
      this.#set({ reading: false, problem: "reader" });
    }
  }

  /** Whose page the reader reads, and whether something of it was lost. */
  #heed({ page, failed }: ReaderState): void {
    const network = this.#network;
    if (network && page && page !== this.#place?.key) {
      this.#found({ network, key: page, account: null });
      if (this.view.problem === "unknownPage") this.#set({ problem: null });
    }
    if (failed) this.#set({ problem: "lost" });
  }

  /** Asks the tab's reader for its state, once all that it has seen is stored or lost; false where there is no reader. */
  async #hear(): Promise<boolean> {
    const state = this.#tab === null ? null : await tellReader(this.#tab, { kind: "settled" });
    if (!state || this.#ended) return false;
    this.#heed(state);
    // A post's own page need not say whose it is: then nothing is read, and that is no page elsewhere.
    if (!this.#place && state.reading) this.#set({ problem: "unknownPage" });
    return true;
  }

  async #follow(): Promise<void> {
    if (await this.#hear()) void this.refresh();
  }

  /** Loads and audits what is stored by now; null where there is nothing to audit or it failed. */
  refresh(): Promise<Loaded | null> {
    return this.#follower.now();
  }

  async #load(): Promise<Loaded | null> {
    const place = this.#place;
    if (!place || this.#ended) return null;
    let database: Database;
    try {
      this.#database ??= openDatabase();
      database = await this.#database;
    } catch {
      this.#database = null;
      this.#set({ problem: "storage" });
      return null;
    }
    if (this.#ended) return null;
    try {
      const { moment, plan } = this.#asked;
      const at: Moment = moment ?? { asOf: now(), asOfFrom: "now" };
      const loaded = await load(database, place, at, this.view.zone, plan, () => !this.#ended);
      if (!loaded || this.#ended) return null;
      const { key, name, handle } = loaded.report.page;
      const known = this.view.subject;
      if (known && known.key !== key) void this.#askSkipped(key);
      const subject = known && { ...known, key, name, handle: handle ?? known.handle };
      this.#set({ report: loaded.report, plan: loaded.plan, subject, now: now() });
      return loaded;
    } catch (error) {
      if (this.#ended) return null;
      console.error(error);
      this.#set({ problem: "audit" });
      return null;
    }
  }

  /** Resolves when all that the reader had seen when asked is stored and shown. */
  async settled(): Promise<void> {
    await this.#hear();
    await this.refresh();
  }

  /** Shows the page as of another moment or by another plan from now on, and gives what is then shown. */
  async ask(moment: Moment | null, plan: Plan | null): Promise<Loaded | null> {
    this.#asked = { moment, plan };
    return this.refresh();
  }

  get networkName(): string {
    return this.#place?.network.name ?? "";
  }

  stop(): void {
    if (this.#tab === null) return;
    this.#set({ reading: false });
    send({ kind: "stop", tabId: this.#tab }).catch(() => this.#set({ problem: "gone" }));
  }

  readOn(): void {
    if (this.#place) void this.#begin();
  }

  reload(): void {
    if (this.#tab === null) return;
    send({ kind: "reload", tabId: this.#tab }).then(
      ({ status }) => this.#set({ reload: status === "reloading" ? "underWay" : "needsClick" }),
      () => this.#set({ problem: "gone" }),
    );
  }

  /** Resolves when the report's tab is there. */
  async openReport(section: PageSection): Promise<void> {
    const page = this.view.subject?.key;
    if (!page) return;
    const hash = hashOf({ screen: "page", page, section, days: null });
    await browser.tabs.create({ url: browser.runtime.getURL(REPORT_PAGE) + hash });
  }

  openBeside(): void {
    if (this.#tab === null) return;
    openSidePanel(this.#tab).then(
      () => close(),
      () => this.#set({ problem: "beside" }),
    );
  }

  skip(): void {
    const key = this.view.subject?.key;
    if (!key) return;
    this.#set({ skipped: true });
    void skippedPages
      .get()
      .then((pages) => skippedPages.set([...pages.filter((page) => page !== key), key].slice(-MAX_SKIPPED)));
  }

  savePlan(plan: Plan): void {
    this.storePlan(plan).catch(() => this.#set({ problem: "save" }));
  }

  /** Rejects where the plan does not hold or could not be stored. */
  async storePlan(plan: Plan): Promise<void> {
    const reply = await send({ kind: "savePlan", plan });
    if (reply.status === "failed") throw new Error(reply.why);
    this.#set({ problem: null });
    await this.refresh();
  }

  deletePlan(id: string): void {
    send({ kind: "deletePlan", id }).then(
      () => this.refresh(),
      () => this.#set({ problem: "save" }),
    );
  }
}

/** What a person can do in the screen, done by its controller. */
export const actionsOf = (controller: Controller): Actions => ({
  stop: () => controller.stop(),
  readOn: () => controller.readOn(),
  reload: () => controller.reload(),
  skip: () => controller.skip(),
  savePlan: (plan) => controller.savePlan(plan),
  deletePlan: (id) => controller.deletePlan(id),
  openReport: (section) => void controller.openReport(section),
  openBeside: hasSidePanel() ? () => controller.openBeside() : null,
});
