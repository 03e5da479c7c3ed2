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

/** ms: while a page is being read, something is stored several times a second, and nobody reads as fast. */
const PATIENCE = 700;

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
  #place: Place | null = null;
  #tab: number | null = null;
  #database: Promise<Database> | null = null;
  /** As of when and by which plan, where something other than now and the stored plan was asked for. */
  #asked: { moment: Moment | null; plan: Plan | null } = { moment: null, plan: null };
  #refreshing: Promise<Loaded | null> | null = null;
  #stale = false;
  #ended = false;
  #due: ReturnType<typeof setTimeout> | null = null;
  #followedAt = 0;
  #unfollow: (() => void) | null = null;
  readonly #show: (view: View) => void;

  /** `show` is called with every change of the view. */
  constructor(show: (view: View) => void) {
    this.#show = show;
  }

  /** Nothing is shown or loaded from now on. */
  end(): void {
    this.#unfollow?.();
    if (this.#due !== null) clearTimeout(this.#due);
    this.#ended = true;
  }

  #set(change: Partial<View>): void {
    if (this.#ended) return;
    this.view = { ...this.view, ...change };
    this.#show(this.view);
  }

  /** Resolves when the tab's page is known and reading has begun, or cannot. */
  async start(): Promise<void> {
    this.#set({});
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    this.#tab = tab?.id ?? null;
    const url = tab?.url ? new URL(tab.url) : null;
    const network = url && networkOf(url);
    const place = url && network?.place(url);
    if (this.#tab === null || !url || !network || !place) return this.#set({ settled: true });
    const key = place.account && network.pageKey(place.account);
    if (key) this.#found({ network, key, account: place.account });
    this.#unfollow = onChanged((changed) => {
      if (this.view.reload === "underWay") this.#set({ reload: "possible", reading: true });
      // What changed may be another tab's page: only this tab's reader can say whose this one is.
      if (changed !== null && !this.#place) void this.#follow(network);
      this.#refreshSoon();
    });
    await Promise.all([this.#begin(network), this.refresh()]);
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

  async #begin(network: Network): Promise<void> {
    if (this.#tab === null) return;
    try {
      const reply = await send({ kind: "begin", tabId: this.#tab });
      if (reply.status === "refused") return this.#set({ reading: false, problem: PROBLEM[reply.why] });
      this.#set({ reading: reply.state.reading, problem: null });
      this.#heed(reply.state, network);
      void this.#follow(network);
    } catch {
      this.#set({ reading: false, problem: "reader" });
    }
  }

  /** Whose page the reader reads, and whether something of it was lost. */
  #heed({ page, failed }: ReaderState, network: Network): void {
    if (page && page !== this.#place?.key) {
      this.#found({ network, key: page, account: null });
      if (this.view.problem === "unknownPage") this.#set({ problem: null });
    }
    if (failed) this.#set({ problem: "lost" });
  }

  /** Asks the tab's reader for its state, once all that it has seen is stored or lost. */
  async #follow(network: Network): Promise<void> {
    const state = this.#tab === null ? null : await tellReader(this.#tab, { kind: "settled" });
    if (!state) return;
    this.#heed(state, network);
    // A post's own page need not say whose it is: then nothing is read, and that is no page elsewhere.
    if (!this.#place && state.reading) this.#set({ problem: "unknownPage" });
    void this.refresh();
  }

  /** Follows what is stored, once in `PATIENCE`. */
  #refreshSoon(): void {
    this.#due ??= setTimeout(
      () => {
        this.#due = null;
        this.#followedAt = now();
        void this.refresh();
      },
      Math.max(0, this.#followedAt + PATIENCE - now()),
    );
  }

  /** Loads and audits again, at most one at a time; null where there is nothing to audit or it failed. */
  refresh(): Promise<Loaded | null> {
    if (this.#refreshing) {
      this.#stale = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#load().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #load(): Promise<Loaded | null> {
    let loaded: Loaded | null = null;
    do {
      this.#stale = false;
      loaded = await this.#loadOnce();
    } while (this.#stale);
    return loaded;
  }

  async #loadOnce(): Promise<Loaded | null> {
    const place = this.#place;
    if (!place) return null;
    let database: Database;
    try {
      this.#database ??= openDatabase();
      database = await this.#database;
    } catch {
      this.#database = null;
      this.#set({ problem: "storage" });
      return null;
    }
    try {
      const { moment, plan } = this.#asked;
      const loaded = await load(database, place, moment ?? { asOf: now(), asOfFrom: "now" }, this.view.zone, plan);
      const { key, name, handle } = loaded.report.page;
      const known = this.view.subject;
      if (known && known.key !== key) void this.#askSkipped(key);
      const subject = known && { ...known, key, name, handle: handle ?? known.handle };
      this.#set({ report: loaded.report, plan: loaded.plan, subject, now: now() });
      return loaded;
    } catch (error) {
      console.error(error);
      this.#set({ problem: "audit" });
      return null;
    }
  }

  /** Resolves when all that the reader has seen is stored and shown. */
  async settled(): Promise<void> {
    if (this.#tab !== null) await tellReader(this.#tab, { kind: "settled" });
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
    if (this.#place) void this.#begin(this.#place.network);
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
