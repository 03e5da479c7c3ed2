// Posts that ask people something, and whose answers the page then never answers.

import type { OwnThread } from "../computed/own-threads.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { HOUR } from "./people.ts";
import { nothingRead, tallied } from "./posts.ts";
import { bestThreadStep } from "./steps.ts";

/** House: so long a page may take to join in before it has left. */
const GRACE = 72 * HOUR;

/** null where nobody is known to have answered, or it is too early to say. */
function wasLeft({ post, people, answers, missing, known }: OwnThread): "left" | "stayed" | "unknown" | null {
  // Threads met only by an answer in them are those with an answer: they say nothing of the others.
  if (answers.length > 0) return known === "met" ? "unknown" : "stayed";
  if (people.length === 0 && missing === 0) return null;
  if (people.length === 0 || (missing > 0 && known !== "listed")) return "unknown";
  return post.observedAt - people[0]!.created.from < GRACE ? null : "left";
}

export const audit: Audit = {
  id: "asked-and-left",
  indicators: ["askedAndLeft"],
  run(input: AuditInput) {
    const { computed } = input;
    const name = { audit: "asked-and-left", key: "askedAndLeft", unit: "share" } as const;
    const asking = computed.threads.flatMap((thread) => {
      const asks = computed.post(thread.post).asks;
      const state = asks === "no" ? null : wasLeft(thread);
      return state === null ? [] : [{ ...thread, asks, state }];
    });
    const sure = asking.filter(({ asks }) => asks === "yes");
    const known = sure.filter(({ state }) => state !== "unknown");
    const left = known.filter(({ state }) => state === "left");
    const perhapsLeft = asking.filter(({ asks, state }) => asks === "perhaps" && state !== "stayed").length;
    const unknown = sure.length - known.length + perhapsLeft;
    const counts = { sure: left.length, likely: left.length, possible: left.length, n: known.length, unknown };
    const next = bestThreadStep(input, left.length, known.length, unknown);
    const first = known[0]?.post.created.from;
    return [
      finding({
        ...name,
        ...(computed.threads.length === 0 ? nothingRead(input) : {}),
        ...tallied(counts),
        ...(known.length === 0 ? { reason: unknown > 0 ? "threadsUnread" : "tooFew" } : {}),
        window: first === undefined ? null : { from: first, to: known.at(-1)!.post.created.from },
        ...evidenceOf(left.map(({ post }) => post)),
        values: { counted: left.length, unknown, asked: sure.length },
        next,
      }),
    ];
  },
};
