// The one thing to open next: the one that narrows what is still undecided most.
import type { AuditInput } from "../audits/audit.ts";
import type { Finding, NextStep } from "../audits/finding.ts";
import { gainOfReading, NOTHING_LEFT, stepTo, unreadPlaces } from "../audits/steps.ts";
import { UNCLUSTERED } from "../stats/clustered.ts";
import type { GoalVerdict } from "./report.ts";

/** Without a plan the three instruments count. */
const HEADLINES: readonly string[] = ["answeredWithin24h", "replyShare", "activeWeeks"];

/** What a finding nobody asked for may ask for, but a page of which all is read has no need of. */
const NOT_ON_THIS_PAGE: ReadonlySet<NextStep["key"]> = new Set(["nothing", "setPlan", "openNetwork"]);

/** Two steps that open the same thing. */
const nameOf = ({ key, feed }: NextStep): string => `${key} ${feed ?? ""}`;

/** How much narrower reading `count` messages makes the finding; 0 where it rests on no people. */
function gainOf({ values, n }: Finding, count: number, known: boolean): number {
  const { counted, unknown, typical, icc } = values;
  if (typeof counted !== "number" || typeof unknown !== "number") return 0;
  const clustering = { typical: typical ?? UNCLUSTERED.typical, icc: icc ?? UNCLUSTERED.icc };
  return gainOfReading({ k: counted, n, unknown, clustering }, count, known);
}

/**
 * The step with the greatest gain summed over the indicators whose verdict is open (without a plan: the three
 * instruments), with that sum as its gain. Where nothing narrows them any more: what a finding asks for without being
 * able to say its gain, else "nothing". null only where the page's lists were read and hold nothing.
 */
export function nextStep(
  input: AuditInput,
  findings: readonly Finding[],
  goals: readonly GoalVerdict[],
): NextStep | null {
  if (input.dataset.coverage.signedIn === false) {
    const signIn = findings.find(({ next }) => next?.key === "signIn")?.next;
    if (signIn) return signIn;
  }
  const open = goals.flatMap(({ indicators }) =>
    indicators.filter(({ state }) => state === "cannotTell" || state === "notVisible"),
  );
  const keys = new Set<string>(input.plan ? open.map(({ indicator }) => indicator) : HEADLINES);
  const wanted = findings.filter(({ key }) => keys.has(key));
  const sum = (gain: (finding: Finding) => number): number =>
    wanted.reduce((total, finding) => total + gain(finding), 0);
  const threads = unreadPlaces(input).map((place) =>
    stepTo(
      place,
      sum((finding) => gainOf(finding, place.count, place.known)),
    ),
  );
  const feeds = wanted
    .flatMap(({ next }) => (next && next.record === null ? next : []))
    .map((step) => ({
      ...step,
      gain: sum(({ next }) => (next && nameOf(next) === nameOf(step) ? (next.gain ?? 0) : 0)),
    }));
  let best: NextStep | null = null;
  for (const step of [...threads, ...feeds]) if (step.gain! > (best?.gain ?? 0)) best = step;
  if (best) return best;
  const steps = [...wanted, ...findings].map(({ next }) => next);
  const other = steps.find((step) => step && !NOT_ON_THIS_PAGE.has(step.key));
  return other ?? (input.dataset.records.length > 0 ? NOTHING_LEFT : null);
}
