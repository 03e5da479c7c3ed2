// @vitest-environment jsdom
// Behind the report: it shows and stays in step while a page is read in another tab, however slow its audit is.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyPlan } from "../../../src/store/plans.ts";
import type { PageData } from "../../../src/ui/load-page.ts";
import type { ReportView } from "../../../src/ui/report/view.ts";
import { START } from "../../support/dataset.ts";
import { pageOf } from "../../support/readings.ts";
import { full } from "../samples.ts";

const browser = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock("../../../src/platform/browser.ts", () => ({ browser }));
vi.mock("../../../src/store/database.ts", async (original) => ({
  ...(await original<object>()),
  openDatabase: async () => ({}),
}));
const stored = vi.hoisted(() => ({ pages: [] as string[], loaded: [] as string[] }));
vi.mock("../../../src/store/library.ts", () => ({
  listPages: async () => stored.pages.map((key) => ({ page: pageOf(key), plan: key === "x:rival" ? "r" : "p" })),
}));
vi.mock("../../../src/store/plans.ts", async (original) => ({
  ...(await original<object>()),
  listPlans: async () => [
    { id: "r", stance: "rival" },
    { id: "p", stance: "mine" },
  ],
}));
vi.mock("../../../src/ui/load-page.ts", () => ({
  loadPage: async (_database: unknown, key: string): Promise<PageData> => {
    stored.loaded.push(key);
    const plan = { ...emptyPlan("p", key, START, "UTC"), stance: "mine" as const, pages: [key, "linkedin:brand"] };
    const dataset = {
      page: pageOf(key),
      records: [],
      coverage: { feeds: [], threads: [], unread: [], signedIn: null },
    };
    return { dataset, plan, sisters: new Set(), leftOut: new Set(), siblings: [] };
  },
  optionsFor: () => ({}),
  datesOf: () => null,
}));
const audits = vi.hoisted(() => ({ ms: 0, begun: 0, ended: 0 }));
vi.mock("../../../src/report/run.ts", () => ({
  *auditInSteps({ page }: PageData["dataset"]) {
    audits.begun += 1;
    const until = performance.now() + audits.ms;
    while (performance.now() < until) {
      const pause = performance.now() + 10;
      while (performance.now() < pause);
      yield;
    }
    audits.ended += 1;
    return { ...full, page };
  },
}));
vi.mock("../../../src/report/history.ts", () => ({ baselineOf: () => null }));
vi.mock("../../../src/report/outlook.ts", () => ({
  alternatives: (_own: unknown, rivals: readonly unknown[]) => [
    { indicator: "replyShare", own: null, rivals: 0.5, rivalCount: rivals.length },
  ],
}));
const { ReportController } = await import("../../../src/ui/report/controller.ts");

let listeners: ((raw: unknown, sender: unknown) => void)[];
const change = (page: string | null): void => {
  for (const listener of listeners) listener({ kind: "changed", page }, { id: "whyfirst" });
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let views: ReportView[];
let arriving: [string, EventListener][];
const opens = async (hash: string) => {
  history.replaceState(null, "", hash);
  views = [];
  const controller = new ReportController((view) => views.push(view));
  return { controller, started: controller.start() };
};

beforeEach(() => {
  listeners = [];
  arriving = [];
  const listen = addEventListener;
  vi.spyOn(globalThis, "addEventListener").mockImplementation((type: string, listener: unknown) => {
    arriving.push([type, listener as EventListener]);
    listen(type, listener as EventListener);
  });
  stored.pages = ["x:brand"];
  stored.loaded = [];
  Object.assign(audits, { ms: 0, begun: 0, ended: 0 });
  const onMessage = { addListener: (listener: never) => void listeners.push(listener) };
  Object.assign(browser, { runtime: { id: "whyfirst", onMessage } });
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const [type, listener] of arriving) removeEventListener(type, listener);
});

test("shows the report, and what rivals give to hold it against, while its page is being read", async () => {
  stored.pages = ["x:brand", "x:rival"];
  audits.ms = 800;
  const { controller, started } = await opens("#/page/x:brand/audit");
  const changing = setInterval(() => change("x:brand"), 100);
  await vi.waitFor(() => expect(controller.view.page?.report).not.toBeNull(), { timeout: 6_000 });
  await started;
  expect(controller.view.page?.report?.alternatives).toMatchObject([{ rivalCount: 1 }]);
  clearInterval(changing);
  // One audit more, which has seen the last change, after a pause.
  const before = audits.begun;
  await vi.waitFor(() => expect(audits.ended).toBe(before + 2), { timeout: 10_000 });
  await wait(900);
  expect(audits.begun).toBe(before + 2);
});

test("leaves alone what was read of pages that are not shown", async () => {
  const { started } = await opens("#/page/x:brand/audit");
  stored.pages = ["x:brand", "x:other"];
  await started;
  change(null);
  await wait(900);
  const loads = async (page: string | null) => {
    const before = stored.loaded.length;
    change(page);
    await wait(900);
    return stored.loaded.length - before;
  };
  expect(await loads("x:other")).toBe(0);
  expect(await loads("x:brand")).toBe(1);
  expect(await loads("linkedin:brand")).toBe(1);
  // The page may be kept under this name from now on.
  expect(await loads("x:123")).toBe(1);
  // What one's own page is held against: its rivals.
  stored.pages = ["x:brand", "x:other", "x:rival"];
  change(null);
  await wait(900);
  expect(await loads("x:rival")).toBe(2);
  expect(await loads("x:other")).toBe(0);
});

test("where another page is asked for, gives up the audit under way and shows that one", async () => {
  audits.ms = 1_500;
  const { controller, started } = await opens("#/page/x:brand/audit");
  await wait(300);
  audits.ms = 100;
  controller.go({ screen: "page", page: "x:rival", section: "audit", days: null });
  await started;
  await vi.waitFor(() => expect(controller.view.page?.report?.page.key).toBe("x:rival"), { timeout: 6_000 });
  expect(views.filter(({ page }) => page?.report?.page.key === "x:brand")).toEqual([]);
  expect([audits.begun, audits.ended]).toEqual([2, 1]);
});

test("the comparison follows its own pages, and learns of pages that are new", async () => {
  stored.pages = ["x:brand", "x:rival", "x:other"];
  const { controller, started } = await opens("#/compare?page=x:brand&page=x:rival");
  await started;
  const follows = async (page: string) => {
    const before = controller.view.library;
    change(page);
    await wait(800);
    return controller.view.library !== before;
  };
  expect(await follows("x:other")).toBe(false);
  expect(await follows("x:rival")).toBe(true);
  stored.pages = ["x:unheard", ...stored.pages];
  expect(await follows("x:unheard")).toBe(true);
});
