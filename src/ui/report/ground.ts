// What everything in an audit is shown with: the words, the report, and the records its figures name.
import type { Finding } from "../../audits/finding.ts";
import type { Report } from "../../report/report.ts";
import type { Frame } from "../detail/frame.ts";
import type { Catalogue } from "../text/catalogue.ts";

export type Cited = Report["cited"][number];

export interface Ground {
  readonly text: Catalogue;
  readonly report: Report;
  readonly frame: Frame;
  /** The records that findings name, by id. */
  readonly cited: ReadonlyMap<string, Cited>;
  /** Takes an item out of the audit. */
  readonly leaveOut: (id: string) => void;
}

/** Which findings belong to which part of the report, by the audit that gives them; what is in none comes last. */
export const GROUPS = {
  latency: ["reply-latency", "complaints", "buying-questions", "weekend-gap", "private-handoffs"],
  conversation: [
    "conversation",
    "asked-and-left",
    "thread-presence",
    "returning-people",
    "post-types",
    "canned-replies",
    "blanket-posting",
  ],
  rhythm: ["cadence"],
} as const;
type Group = keyof typeof GROUPS;

/** The findings of a part, in its order. */
export const ofGroup = (report: Report, group: Group): Finding[] =>
  GROUPS[group].flatMap((audit) => report.findings.filter((finding) => finding.audit === audit));
