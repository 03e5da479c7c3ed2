// The hand-over in words: what the sheet, the HTML file and the Markdown text all say, worked out once.
import { isAssumed } from "../../domain/plan.ts";
import type { Report } from "../../report/report.ts";
import { clean } from "../clean.ts";
import { coverageLines } from "../coverage.ts";
import { safeAddress } from "../safe-link.tsx";
import { findingOf, statement } from "../sentence.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { FINDINGS, type Picked, review } from "./pick.ts";

/** Who hands over: shown at the top; all of it optional. `logo`: a data address of a picture. */
export interface Consultant {
  readonly name: string;
  readonly logo: string | null;
}

export interface HandoverOptions {
  readonly consultant: Consultant;
  readonly networkName: string;
  /** Hosts that links may lead to. */
  readonly hosts: readonly string[];
  /** What other people wrote is quoted too; otherwise only linked. */
  readonly quoteOthers: boolean;
}

export interface ContentLink {
  readonly label: string;
  /** Foreign text; null where it is not quoted. */
  readonly quote: string | null;
  readonly address: string | null;
}

export interface ContentFinding {
  readonly title: string;
  /** Catalogue sentences; figures between `**`. */
  readonly said: string;
  readonly doubt: string | null;
  readonly aim: string;
  readonly links: readonly ContentLink[];
}

export interface HandoverContent {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Puts words between the language's quotation marks. */
  readonly quoted: (words: string) => string;
  readonly title: string;
  readonly consultant: Consultant;
  readonly page: { readonly name: string; readonly network: string; readonly address: string | null };
  readonly when: string;
  readonly read: string;
  readonly why: { readonly label: string; readonly quote: string | null; readonly source: ContentLink | null };
  readonly findingsTitle: string;
  readonly findings: readonly ContentFinding[];
  readonly noFindings: string | null;
  readonly strengthTitle: string;
  readonly strength: ContentFinding | null;
  readonly noStrength: string;
  readonly unseenTitle: string;
  readonly unseen: readonly string[];
  readonly askTitle: string;
  readonly ask: string;
  readonly foot: string;
}

const MAX_UNSEEN = 4;
/** Of what no page can show, what a reader of a review most often takes for granted. */
const ALWAYS_UNSEEN = ["privateMessages", "outcomes", "hidden"];

export function handoverContent(report: Report, text: Catalogue, options: HandoverOptions): HandoverContent {
  const words = text.handover;
  const { page, plan } = report;
  const { findings, strength, ask } = review(report);
  const name = clean(page.name ?? (page.handle ? `@${page.handle}` : page.key), 80);
  const address = safeAddress(page.url, options.hosts);
  const waiting = findingOf(report, "questionsWaiting")?.detail;
  const waited = new Map(
    waiting?.type === "waiting" ? waiting.items.map((item) => [item.id, text.format.duration(item.waited)]) : [],
  );
  const link = (record: Report["cited"][number]): ContentLink => {
    const own = record.author.role === "page" || record.author.role === "sister";
    return {
      label: own
        ? words.ownItem(record.kind, text.format.date(record.created.from, report.asOf))
        : words.theirItem(text.format.date(record.created.from, report.asOf), waited.get(record.id) ?? null),
      quote: record.text !== null && (own || options.quoteOthers) ? clean(record.text, 110) : null,
      address: safeAddress(record.url, options.hosts),
    };
  };
  const told = ({ finding, target, planned, shown }: Picked): ContentFinding => {
    const { name: title, fact, doubt, reason } = statement(text, finding);
    const aim = planned
      ? text.aim(finding.unit, target, plan !== null && isAssumed(plan))
      : words.commonAim(text.target(finding.unit, target));
    return {
      title,
      said: [fact ?? title, reason].filter(Boolean).join(" "),
      doubt,
      aim: finding.key === "questionsWaiting" ? "" : aim,
      links: shown.map(link).filter(({ address: url }) => url !== null),
    };
  };
  const lines = coverageLines(text, report);
  return {
    language: text.format.language,
    direction: text.direction,
    quoted: text.quoted,
    title: words.title(name),
    consultant: { ...options.consultant, name: clean(options.consultant.name, 120) },
    page: { name, network: options.networkName, address },
    when: text.popup.asOf(report.asOf, report.asOfFrom),
    read: text.popup.coverageLine(report.coverage, report.asOf),
    why: whyOf(report, text, address),
    findingsTitle: findings.length === FINDINGS ? words.findingsTitle : words.fewFindingsTitle,
    findings: findings.map(told),
    noFindings: findings.length === 0 ? words.noFindings : null,
    strengthTitle: words.strengthTitle,
    strength: strength && told(strength),
    noStrength: words.noStrength,
    unseenTitle: words.unseenTitle,
    unseen: [
      ...report.notLoaded
        .slice(0, MAX_UNSEEN)
        // What was not understood says itself how much and why.
        .flatMap((missing) => (missing.key === "notUnderstood" ? lines.unread : text.notLoaded(missing))),
      ...ALWAYS_UNSEEN.filter((key) => report.cannotShow.includes(key)).flatMap((key) => text.cannotShow(key) ?? []),
    ],
    askTitle: words.askTitle,
    ask: words.ask[ask],
    foot: words.foot,
  };
}

/** The stated WHY (assumed where the page is not one's own), else what the page says of itself, else that none is known. */
function whyOf({ plan, page }: Report, text: Catalogue, address: string | null): HandoverContent["why"] {
  const words = text.handover;
  if (plan?.why) {
    const label = plan.stance === "mine" ? words.statedWhy : words.assumedWhy;
    return { label, quote: clean(plan.why, 300), source: null };
  }
  if (page.about) {
    const source = { label: words.promiseSource, quote: null, address };
    return { label: words.promise, quote: clean(page.about, 300), source };
  }
  return { label: words.noWhy, quote: null, source: null };
}
