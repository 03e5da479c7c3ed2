// Which findings make the three instruments and the list of people waiting, and which are told further down.
import type { Finding } from "../audits/finding.ts";
import type { Report } from "../report/report.ts";
import { findingOf } from "./sentence.ts";

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
/** Told again further down, with its own picture. */
const TOLD_AGAIN: readonly (keyof Instruments)[] = ["perWeek"];

export function instruments(report: Report): Instruments {
  const entries = Object.entries(KEYS).map(([name, key]) => [name, findingOf(report, key)]);
  return Object.fromEntries(entries) as unknown as Instruments;
}

/** Findings that no instrument tells in full, those with a figure first. */
export function further(report: Report): Finding[] {
  const told = new Set([
    ...ON_THE_CURVE,
    ...(Object.keys(KEYS) as (keyof Instruments)[])
      .filter((name) => !TOLD_AGAIN.includes(name))
      .map((name) => KEYS[name]),
  ]);
  const others = report.findings.filter(({ key }) => !told.has(key));
  return [...others.filter(({ value }) => value !== null), ...others.filter(({ value }) => value === null)];
}
