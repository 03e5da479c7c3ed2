// @vitest-environment jsdom
// The report's screens in the states a person meets: nothing there, a part there, something broken, very much there.
import "fake-indexeddb/auto";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emptyPlan } from "../../../src/store/plans.ts";
import type { ReportActions, ReportView, Shown } from "../../../src/ui/report/view.ts";
import { fakeBrowser } from "../../support/browser.ts";
import { DAY, DatasetBuilder, START, WEEK } from "../../support/dataset.ts";
import { BRAND, pageOf, postAt, reading } from "../../support/readings.ts";

const browser = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock("../../../src/platform/browser.ts", () => ({ browser }));

const { App } = await import("../../../src/ui/report/App.tsx");
const { catalogueFor } = await import("../../../src/ui/text/index.ts");
const { openDatabase } = await import("../../../src/store/database.ts");
const { storeReadings } = await import("../../../src/store/records.ts");
const { listPages } = await import("../../../src/store/library.ts");
const { auditPage } = await import("../../../src/report/run.ts");
const { NETWORKS } = await import("../../../src/networks/index.ts");

const text = catalogueFor(["en-GB"], "UTC");
const words = text.report;
const NOW = START + 12 * WEEK;
const X = NETWORKS.find(({ id }) => id === "x")!;
const KEY = "x:northwind";
const plan = {
  ...emptyPlan("p", KEY, START, "UTC"),
  why: "so that people get help",
  goals: [{ goal: "awareness" as const, targets: [] }],
};

let root: HTMLElement;
let databases = 0;
const fresh = () => openDatabase(`screens-${databases++}`);
const broken = () => Promise.reject(new Error("The operation is insecure."));

beforeEach(() => {
  Object.assign(browser, fakeBrowser(), { runtime: { sendMessage: async () => ({ status: "saved", dropped: 0 }) } });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.stubGlobal("scrollTo", () => undefined);
  root = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
});

const actions: ReportActions = {
  go: vi.fn(),
  leaveOut: vi.fn(),
  savePlan: vi.fn(async () => undefined),
  deletePlan: vi.fn(),
  forgetPage: vi.fn(),
  forgetEverything: vi.fn(),
};
const blank: ReportView = {
  route: { screen: "library" },
  library: [],
  page: null,
  justLeftOut: null,
  problem: null,
  now: NOW,
  zone: "UTC",
};
function shows(view: Partial<ReportView>, database: () => ReturnType<typeof fresh> = fresh, with_ = actions): void {
  render(<App text={text} view={{ ...blank, ...view }} actions={with_} database={database} />, root);
}
const said = () => root.textContent ?? "";
const says = (sentence: string) => vi.waitFor(() => expect(said()).toContain(sentence), { timeout: 20_000 });

const entry = (name: string, stored: string | null = null) => ({
  page: { ...pageOf(`x:${name}`), name },
  records: 3,
  firstReadAt: START,
  lastReadAt: NOW - DAY,
  plan: stored,
});

/** A page with a post a day for so many days before now, audited by `stated`. */
function page(days: number, stated: typeof plan | null): Shown {
  const builder = new DatasetBuilder("x", NOW);
  for (let day = days; day > 0; day--) builder.post(NOW - day * DAY + 60_000, { text: `Day ${day}` });
  const dataset = builder.read("posts", NOW - days * DAY, { end: true }).build();
  const data = { dataset, plan: stated, sisters: new Set<string>(), leftOut: new Set<string>(), siblings: [] };
  const options = { plan: stated, zone: "UTC", sisterKeys: data.sisters, asOf: NOW, asOfFrom: "now" as const };
  return { key: KEY, network: X, data, report: auditPage(dataset, options), window: null, days: null };
}
const at = (section: "plan" | "history"): ReportView["route"] => ({ screen: "page", page: KEY, section, days: null });

describe("the library", () => {
  test("opens, is empty, or cannot be opened, and says which", () => {
    shows({ library: null });
    expect(said()).toContain(words.loading);
    shows({ library: [] });
    expect(said()).toContain(words.library.pages(0));
    expect(said()).toContain(words.library.empty);
    shows({ library: null, problem: "storage" }, broken);
    expect(root.querySelector('[role="alert"]')?.textContent).toBe(words.problem.storage);
    expect(said()).not.toContain(words.loading);
  });

  test("lists its pages where their sizes cannot be told", async () => {
    shows({ library: [entry("Northwind", "p")] }, broken);
    await vi.waitFor(() => expect(root.querySelector("tbody .number:nth-child(3)")?.textContent).toBe(words.notKnown));
    expect(root.querySelector("tbody th")?.textContent).toContain("Northwind");
  });

  test("tells every page's size while one of them is being read", async () => {
    const database = await fresh();
    const slow = () => new Promise<typeof database>((resolve) => setTimeout(() => resolve(database), 100));
    const pages = ["One", "Two", "Three", "Four", "Five"];
    for (const name of pages)
      await storeReadings(database, pageOf(`x:${name}`), BRAND, [
        reading({ at: NOW, owner: BRAND, observations: [postAt(NOW - DAY)] }),
      ]);
    const reads = () => shows({ library: pages.map((name) => entry(name)) }, slow as typeof fresh);
    reads();
    const again = setInterval(reads, 150);
    const size = () => root.querySelector("tbody tr:last-child .number:nth-child(3)")?.textContent;
    await vi.waitFor(() => expect(size()).toMatch(/\d/), { timeout: 4_000 });
    clearInterval(again);
  });

  test("shows very many pages by the fifty", async () => {
    const many = Array.from({ length: 120 }, (_, i) => entry(`Page${i}`));
    shows({ library: many });
    expect(root.querySelectorAll("tbody tr")).toHaveLength(50);
    const more = [...root.querySelectorAll("button")].find(({ textContent }) => textContent === words.showMore(50, 70));
    more!.click();
    await vi.waitFor(() => expect(root.querySelectorAll("tbody tr")).toHaveLength(100));
    expect(said()).toContain(words.showMore(20, 20));
  });
});

describe("the plan", () => {
  test("begins empty, with no other page to share it", () => {
    shows({ route: at("plan"), page: page(20, null), library: [entry("northwind")] });
    expect(root.querySelector("textarea")?.value).toBe("");
    expect(said()).toContain(words.plan.noOtherPages);
    expect(said()).not.toContain(words.plan.saveOne);
  });

  test("keeps every field's label its own, also of fields that come after the screen was drawn again", async () => {
    const shown = page(20, plan);
    for (const later of [0, 1, 2]) shows({ route: at("plan"), page: shown, now: NOW + later });
    [...root.querySelectorAll("button")].find(({ textContent }) => textContent === words.plan.addOutcome)!.click();
    await vi.waitFor(() => expect(root.querySelector(".outcome")).not.toBeNull());
    const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const groups = [...root.querySelectorAll("fieldset.choice")].map(
      (group) => new Set([...group.querySelectorAll<HTMLInputElement>('input[type="radio"]')].map(({ name }) => name)),
    );
    const names = groups.flatMap((group) => [...group]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("says where a change could not be stored, and keeps what was typed", async () => {
    const failing = { ...actions, savePlan: () => Promise.reject(new Error("not stored")) };
    shows({ route: at("plan"), page: page(20, plan) }, fresh, failing);
    const why = root.querySelector("textarea")!;
    why.value = "typed";
    why.dispatchEvent(new Event("input", { bubbles: true }));
    root.querySelector("form.plan")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    shows({ route: at("plan"), page: page(20, plan), problem: "save" }, fresh, failing);
    expect(root.querySelector('[role="alert"]')?.textContent).toBe(words.problem.save);
    expect(said()).not.toContain(words.plan.saved);
    await vi.waitFor(() => expect(root.querySelector("textarea")?.value).toBe("typed"));
  });

  test("holds twenty outcomes and offers no more; sixty other pages can be ticked", () => {
    const outcome = {
      goal: "leads" as const,
      name: "Leads",
      target: { direction: "atLeast" as const, value: 1, upper: null },
      value: null,
      at: null,
    };
    const full = { ...plan, outcomes: Array.from({ length: 20 }, () => outcome) };
    shows({
      route: at("plan"),
      page: page(20, full as never),
      library: Array.from({ length: 60 }, (_, i) => entry(`Page${i}`)),
    });
    expect(root.querySelectorAll(".outcome")).toHaveLength(20);
    expect(said()).not.toContain(words.plan.addOutcome);
    expect(said()).toContain("Page59 · X");
  });
});

describe("history", () => {
  test("says without a plan, and before it begins, that there is no way yet", async () => {
    shows({ route: at("history"), page: page(20, null) });
    expect(said()).toContain(words.history.noPlan);
    shows({ route: at("history"), page: page(20, { ...plan, startedAt: NOW + DAY }) });
    await says(words.history.notBegun);
  });

  test("says of months of which too little was read that no figure is known", async () => {
    shows({ route: at("history"), page: page(2, plan) });
    await says(words.history.nothingMeasured);
    for (const days of [90, 180, 365] as const) expect(said()).toContain(text.plan.horizon(days));
  });

  test("says that it could not be worked out where the records break an audit's ground", async () => {
    const shown = page(20, plan);
    const bad = { ...shown.data!, dataset: { ...shown.data!.dataset, records: null as never } };
    shows({ route: at("history"), page: { ...shown, data: bad } });
    await says(words.problem.audit);
  });

  test("works five years out in pieces, at most 36 months, and answers in between", async () => {
    shows({ route: at("history"), page: page(5 * 365, plan) });
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await vi.waitFor(() => expect(root.querySelectorAll("#title-months")).toHaveLength(1));
    await vi.waitFor(() => expect(root.querySelectorAll("tbody tr").length).toBe(36), { timeout: 25_000 });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("compare", () => {
  const compare = (...pages: string[]): ReportView["route"] => ({ screen: "compare", pages });

  async function two() {
    const database = await fresh();
    for (const [key, account] of [
      ["x:brand", BRAND],
      ["x:rival", { id: "2", handle: "Rival" }],
    ] as const) {
      const posts = Array.from({ length: 30 }, (_, i) => ({ ...postAt(NOW - (i + 1) * DAY), author: account }));
      const span = { from: NOW - 40 * DAY, to: NOW, top: true, end: false, cursor: null, next: null };
      const observations = key === "x:brand" ? posts : posts.slice(0, 4);
      await storeReadings(database, pageOf(key), account, [
        reading({ at: NOW, owner: account, observations, place: { kind: "feed", feed: "posts", span } }),
      ]);
    }
    return { database, library: await listPages(database) };
  }

  test("needs two pages, and says where fewer were read or chosen", () => {
    shows({ route: compare(), library: [entry("one")] });
    expect(said()).toContain(words.compare.tooFewRead);
    shows({ route: compare("x:one"), library: [entry("one"), entry("two")] });
    expect(said()).toContain(words.compare.choose);
  });

  test("ranks where the ranges part, and says which page is gone", async () => {
    const { database, library } = await two();
    shows({ route: compare("x:brand", "x:rival", "x:forgotten"), library }, async () => database);
    await says(words.compare.missing(1));
    await says(words.compare.title);
    await vi.waitFor(() => expect(root.querySelector(".comparison tbody tr")).not.toBeNull());
    const row = [...root.querySelectorAll(".comparison tr")].find((one) =>
      one.querySelector("th")?.textContent?.startsWith(text.indicator.postsPerWeek.name),
    );
    expect([...row!.querySelectorAll(".rank")].map(({ textContent }) => textContent)).toEqual(["1.", "2."]);
    expect(root.querySelectorAll(".rank").length).toBeLessThan(root.querySelectorAll(".comparison td").length);
  });

  test("says where nothing can be read, and does not wait for ever", async () => {
    shows({ route: compare("x:brand", "x:rival"), library: [entry("brand"), entry("rival")] }, broken);
    await says(words.problem.storage);
    expect(said()).not.toContain(words.loading);
  });
});
