// Starts the popup: puts the screen on the page, and offers `npm run audit` what a person sees, as data.
import { render } from "preact";
import { type Plan, planSchema } from "../../domain/plan.ts";
import type { PageRecord } from "../../domain/record.ts";
import { languages, localZone, now } from "../../platform/clock.ts";
import type { Report } from "../../report/report.ts";
import type { PageSection } from "../report/route.ts";
import { catalogueFor } from "../text/index.ts";
import { reportAsText } from "../text/plain.ts";
import { App } from "./App.tsx";
import { actionsOf, Controller } from "./controller.ts";

interface AuditRequest {
  /** ms UTC; without it, now. */
  asOf?: number;
  asOfFrom?: Report["asOfFrom"];
  /** Instead of the stored plan. */
  plan?: Plan | null;
}

/** On the popup's own window, which no site can reach. */
interface Whyfirst {
  /** Resolves when all that the reader had seen when asked is stored and shown. */
  settled(): Promise<void>;
  /** What the popup shows as of a moment, and shows from then on; null where the tab holds nothing to audit. */
  audit(request?: AuditRequest): Promise<{ report: Report; records: PageRecord[]; text: string } | null>;
  /** Rejects where the plan does not hold. */
  savePlan(plan: unknown): Promise<void>;
}

const text = catalogueFor(languages(), localZone());
document.documentElement.lang = text.format.language;
document.documentElement.dir = text.direction;
document.title = text.popup.title;

const root = document.getElementById("popup") as HTMLElement;
const controller: Controller = new Controller((view) =>
  render(<App text={text} view={view} actions={actions} />, root),
);
const actions = {
  ...actionsOf(controller),
  // Firefox leaves the popup open over the tab that it opened.
  openReport: (section: PageSection) => void controller.openReport(section).then(() => close()),
};
const started = controller.start();

const whyfirst: Whyfirst = {
  async settled() {
    await started;
    await controller.settled();
  },
  async audit({ asOf, asOfFrom, plan } = {}) {
    await started;
    const moment =
      asOf === undefined ? { asOf: now(), asOfFrom: "now" as const } : { asOf, asOfFrom: asOfFrom ?? "chosen" };
    const loaded = await controller.ask(moment, plan ? planSchema.parse(plan) : null);
    if (!loaded) return null;
    const { report, records } = loaded;
    return { report, records, text: reportAsText(report, text, controller.networkName) };
  },
  async savePlan(plan) {
    await started;
    await controller.storePlan(planSchema.parse(plan));
  },
};
Object.assign(globalThis, { whyfirst });
