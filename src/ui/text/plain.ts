// The audit as plain text for a terminal: the same sentences as the popup, without pictures.
import type { Finding } from "../../audits/finding.ts";
import { horizonEnd } from "../../domain/plan.ts";
import type { Report } from "../../report/report.ts";
import { clean } from "../clean.ts";
import { coverageLines } from "../coverage.ts";
import { further, instruments } from "../pick.ts";
import { plainText } from "../rich.tsx";
import { daysLeft, notKnown, proofs, statement } from "../sentence.ts";
import type { Catalogue } from "./catalogue.ts";

const MAX_WAITING = 10;
const BULLET = "  • ";

/** One finding in a line: figure, doubt, reason. */
function line(text: Catalogue, finding: Finding): string {
  const { name, fact, doubt, reason } = statement(text, finding);
  return [fact ?? `${name}:`, doubt && `(${doubt})`, reason].filter(Boolean).join(" ");
}

function whose(text: Catalogue, report: Report, network: string): string[] {
  const { page } = report;
  const name = page.name ? clean(page.name, 80) : null;
  const handle = page.handle ? `@${clean(page.handle, 80)}` : null;
  return [
    `${[name, handle].filter(Boolean).join(" ") || page.key} · ${network}`,
    text.popup.coverageLine(report.coverage, report.asOf),
    text.popup.asOf(report.asOf, report.asOfFrom),
    ...(report.coverage.signedIn === false ? [text.popup.signedOut(network)] : []),
  ];
}

function goals(text: Catalogue, report: Report): string[] {
  const { plan } = report;
  if (!plan) return ["", `${text.popup.noWhy}. ${text.popup.noWhyLead}`];
  const left = daysLeft(plan, report.asOf);
  const stance = plan.stance === "mine" ? text.popup.youAreHere : text.popup.assumedWhy(plan.stance);
  return [
    "",
    `${stance}: ${plan.why ? text.quoted(clean(plan.why, 400)) : text.popup.noSentence}`,
    text.daysLeft(left, horizonEnd(plan), report.asOf),
    ...report.goals.flatMap((goal) => [
      "",
      `${text.goal[goal.goal].name}: ${text.verdict(goal.state, left)}`,
      ...proofs(text, report, goal).map((proof) => {
        const verdict = goal.indicators.length > 1 ? `[${text.verdict(proof.state, left)}] ` : "";
        const doubt = proof.doubt ? ` (${proof.doubt})` : "";
        return `${BULLET}${verdict}${proof.fact ?? `${proof.name}:`}${doubt} ${[`${proof.aim}.`, proof.reason].filter(Boolean).join(" ")}`;
      }),
    ]),
  ];
}

function course(text: Catalogue, report: Report, network: string): string[] {
  if (!report.course) return [];
  const { advice, reason, goal } = report.course;
  const why = text.course(reason, goal && text.goal[goal].name, network);
  return ["", advice ? `${text.advice[advice]}: ${why}` : why];
}

function figures(text: Catalogue, report: Report): string[] {
  const { people, half, given, conversation, weeks, perWeek, silence } = instruments(report);
  const by = ["answeredWithin1h", "answeredWithin4h", "answeredWithin24h", "answeredWithin72h"];
  const latency = by.flatMap((key) => report.findings.find((finding) => finding.key === key) ?? []);
  const block = (title: string, findings: readonly (Finding | null)[], note?: string) => {
    const present = findings.filter((finding) => finding !== null);
    return present.length === 0
      ? []
      : ["", title, ...present.map((finding) => BULLET + line(text, finding)), ...(note ? [BULLET + note] : [])];
  };
  const others = further(text, report);
  const measured = people && people.n > 0;
  return [
    ...block(text.popup.latencyTitle, measured ? [...latency, half] : [people]),
    ...(given && given.n > 0 ? block(text.popup.givenTitle, [given], text.popup.givenNote) : []),
    ...block(text.popup.conversationTitle, [conversation]),
    ...block(text.popup.rhythmTitle, [perWeek, weeks, silence]),
    ...block(
      text.popup.moreTitle,
      others.known.filter((finding) => finding !== perWeek),
    ),
    ...others.unknown.map(({ names, reason }) => BULLET + text.popup.unknown(names, reason)),
  ];
}

function waiting(text: Catalogue, report: Report): string[] {
  const finding = instruments(report).questions;
  if (finding?.detail?.type !== "waiting" || !finding.value) return [];
  const items = finding.detail.items.slice(0, MAX_WAITING);
  const more = notKnown(text, finding);
  return [
    "",
    `${text.popup.waitingTitle(finding.value, finding.n)}${more ? ` (${more})` : ""}, ${text.popup.waitingLead}`,
    ...items.map((item) => {
      const said = item.text ? clean(item.text, 100) : text.detail.noText;
      return `${BULLET}${text.detail.waited(item.waited)}  ${said}${item.url ? `  ${clean(item.url, 200)}` : ""}`;
    }),
    ...(finding.value > items.length ? [`  ${text.popup.moreWaiting(finding.value - items.length)}`] : []),
  ];
}

function coverage(text: Catalogue, report: Report): string[] {
  const { read, missing, unread } = coverageLines(text, report);
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title, ...lines.map((entry) => BULLET + entry)];
  return [
    ...block(text.popup.coverageTitle, read),
    ...block(text.popup.notLoadedTitle, [...missing, ...unread.map((entry) => `  ${entry}`)]),
  ];
}

/**
 * The report in the words of `text`, as lines that end in a newline. `network`: the network's name as people say it.
 * Foreign text is cleaned of control characters, so that it cannot steer a terminal.
 */
export function reportAsText(report: Report, text: Catalogue, network: string): string {
  if (report.page.company === false)
    return `${[...whose(text, report, network), "", text.popup.person].map(plainText).join("\n")}\n`;
  const next = report.next;
  const record = next && report.cited.find(({ id }) => id === next.record);
  const address = next && (next.url ?? record?.url);
  const lines = [
    ...whose(text, report, network),
    ...goals(text, report),
    ...course(text, report, network),
    ...(next
      ? [
          "",
          `${text.popup.nextTitle}: ${text.next(next, record?.created.from ?? null, report.asOf)}${address ? ` ${clean(address, 200)}` : ""}`,
        ]
      : []),
    ...figures(text, report),
    ...waiting(text, report),
    ...coverage(text, report),
    "",
    text.popup.cannotShowTitle,
    ...report.cannotShow.flatMap((key) => {
      const said = text.cannotShow(key);
      return said ? [BULLET + said] : [];
    }),
  ];
  return `${lines.map(plainText).join("\n")}\n`;
}
