// Which findings make the three instruments and the list of people waiting, and which are told further down.
import type { Finding } from "../audits/finding.ts";
import type { Report } from "../report/report.ts";
import { figureOf, findingOf, statement } from "./sentence.ts";
import type { Catalogue } from "./text/catalogue.ts";

export interface Instruments {
  /** Over people who asked; its curve counts those never answered. */
  readonly people: Finding | null;
  readonly half: Finding | null;
  /** Over given answers only; never pooled with `people`. */
  readonly given: Finding | null;
  readonly conversation: Finding | null;
  readonly weeks: Finding | null;
  readonly perWeek: Finding | null;
  readonly silence: Finding | null;
  readonly questions: Finding | null;
}

const KEYS: Readonly<Record<keyof Instruments, string>> = {
  people: "answeredWithin24h",
  half: "halfTime",
  given: "answeredLatency",
  conversation: "replyShare",
  weeks: "activeWeeks",
  perWeek: "postsPerWeek",
  silence: "longestSilence",
  questions: "questionsWaiting",
};
/** Points of the latency curve. */
const ON_THE_CURVE = ["answeredWithin1h", "answeredWithin4h", "answeredWithin72h"];
export function instruments(report: Report): Instruments {
  const entries = Object.entries(KEYS).map(([name, key]) => [name, findingOf(report, key)]);
  return Object.fromEntries(entries) as unknown as Instruments;
}

export interface Further {
  readonly known: readonly Finding[];
  /** Without a figure, gathered by the reason. */
  readonly unknown: readonly { readonly names: readonly string[]; readonly reason: string }[];
}

/** Findings that no instrument tells in full. */
export function further(text: Catalogue, report: Report): Further {
  const told = new Set([...ON_THE_CURVE, ...Object.values(KEYS)]);
  const { perWeek } = instruments(report);
  if (perWeek && figureOf(perWeek)) told.delete(perWeek.key); // told again, with its own picture
  const others = report.findings.filter(({ key }) => !told.has(key));
  const said = others.map((finding) => ({ finding, ...statement(text, finding) }));
  const reasons = new Map<string, string[]>();
  for (const { fact, name, reason } of said) {
    if (fact === null && reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  }
  return {
    known: said.filter(({ fact }) => fact !== null).map(({ finding }) => finding),
    unknown: [...reasons].map(([reason, names]) => ({ names, reason })),
  };
}
