// Whether the page takes part in the conversations below its own posts, and how deep they go.
import type { PageRecord } from "../domain/record.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { tallied } from "./posts.ts";
import { bestThreadStep } from "./steps.ts";

const ID = "thread-presence";

/** A count that is not shown is not zero: unless the thread was read whole, there may be more below. */
const isWhole = ({ computed: { conversations, index } }: AuditInput, { id }: PageRecord): boolean =>
  conversations.answersReadAt(index.get(id)!) !== null;

/** A share of the threads in which people spoke; threads of which too little was read for it are `unknown`. */
function ofThreads(
  input: AuditInput,
  key: string,
  stateOf: (thread: AuditInput["computed"]["threads"][number]) => "yes" | "no" | "unknown" | null,
): Finding {
  const states = input.computed.threads.map((thread) => ({ thread, state: stateOf(thread) }));
  const of = (wanted: string) => states.filter(({ state }) => state === wanted).map(({ thread }) => thread);
  const [yes, unknown] = [of("yes"), of("unknown")];
  const isUnread = unknown.some(
    ({ presence, missing, post }) => presence === "unknown" || missing > 0 || !isWhole(input, post),
  );
  const known = states.filter(({ state }) => state === "yes" || state === "no").map(({ thread }) => thread.post);
  return finding({
    audit: ID,
    key,
    unit: "share",
    // Threads do not depend on one another: each counts once.
    ...tallied({
      sure: yes.length,
      likely: yes.length,
      possible: yes.length,
      n: known.length,
      unknown: unknown.length,
    }),
    reason: known.length > 0 ? null : isUnread ? "threadsUnread" : unknown.length > 0 ? "tooFew" : "nothingRead",
    window: known.length === 0 ? null : { from: known[0]!.created.from, to: known.at(-1)!.created.from },
    ...evidenceOf(known),
    values: { counted: yes.length, unknown: unknown.length },
    next: bestThreadStep(input, yes.length, known.length, unknown.length),
  });
}

export const audit: Audit = {
  id: ID,
  indicators: ["threadPresence"],
  run: (input) => [
    ofThreads(input, "threadPresence", ({ presence }) => {
      if (presence === "quiet") return null;
      // Where it is too early to say, the thread counts as not known: see "asked-and-left".
      return presence === "answered" ? "yes" : presence === "away" ? "no" : "unknown";
    }),
    // Two or more messages from both sides: a conversation, not a question and its answer.
    ofThreads(input, "deepThreads", ({ post, people, answers, missing, known, presence }) => {
      if (people.length > 1 && answers.length > 1) return known === "met" ? "unknown" : "yes";
      if (missing > 0 || presence === "unknown") return "unknown";
      return people.length === 0 ? null : isWhole(input, post) ? "no" : "unknown";
    }),
  ],
};
