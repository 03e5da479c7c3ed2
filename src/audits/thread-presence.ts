// Whether the page takes part in the conversations below its own posts, and how deep they go.
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { tallied } from "./posts.ts";
import { bestThreadStep } from "./steps.ts";

const ID = "thread-presence";

/** A share of the threads in which people spoke; threads of which too little was read for it are `unknown`. */
function ofThreads(
  input: AuditInput,
  key: string,
  stateOf: (thread: AuditInput["computed"]["threads"][number]) => "yes" | "no" | "unknown" | null,
): Finding {
  const states = input.computed.threads.map((thread) => ({ thread, state: stateOf(thread) }));
  const of = (wanted: string) => states.filter(({ state }) => state === wanted).map(({ thread }) => thread);
  const [yes, unknown] = [of("yes"), of("unknown")];
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
    reason: known.length > 0 ? null : unknown.length > 0 ? "threadsUnread" : "nothingRead",
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
    ofThreads(input, "threadPresence", ({ people, answers, missing, known }) => {
      // Threads met only by an answer in them are those with an answer: they say nothing of the others.
      if (answers.length > 0) return known === "met" ? "unknown" : "yes";
      if (known === "listed") return people.length + missing > 0 ? "no" : null;
      return missing > 0 ? "unknown" : people.length > 0 ? "no" : null;
    }),
    // Two or more messages from both sides: a conversation, not a question and its answer.
    ofThreads(input, "deepThreads", ({ people, answers, missing, known }) => {
      if (people.length > 1 && answers.length > 1) return known === "met" ? "unknown" : "yes";
      return missing > 0 ? "unknown" : people.length > 0 ? "no" : null;
    }),
  ],
};
