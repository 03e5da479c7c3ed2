// Posts that ask people something, and whose answers the page then never answers.

import type { OwnThread } from "../computed/own-threads.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { nothingRead, tallied } from "./posts.ts";
import { bestThreadStep } from "./steps.ts";

/**
 * null where nobody is known to have answered. Where it is too early to say, the post counts as not known: to count
 * young ones only where the page was quick would flatter it.
 */
function wasLeft({ people, presence }: OwnThread): "left" | "stayed" | "unknown" | null {
  if (presence === "quiet") return null;
  if (presence === "answered") return "stayed";
  // The page's own list tells that it answered nobody, but not that somebody answered it.
  return presence === "away" && people.length > 0 ? "left" : "unknown";
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
    const perhaps = asking.filter(({ asks }) => asks === "perhaps");
    // Those that were answered are none that were left, whether they ask or not.
    const against = perhaps.filter(({ state }) => state === "stayed").length;
    const unknown = sure.length - known.length + perhaps.length - against;
    const counts = { sure: left.length, likely: left.length, possible: left.length, n: known.length, unknown, against };
    const next = bestThreadStep(input, left.length, known.length, unknown);
    const isUnread = asking.some(({ state, presence }) => state === "unknown" && presence === "unknown");
    const first = known[0]?.post.created.from;
    return [
      finding({
        ...name,
        ...(computed.threads.length === 0 ? nothingRead(input) : {}),
        ...tallied(counts),
        ...(known.length === 0 ? { reason: isUnread ? "threadsUnread" : "tooFew" } : {}),
        window: first === undefined ? null : { from: first, to: known.at(-1)!.post.created.from },
        ...evidenceOf(left.map(({ post }) => post)),
        values: { counted: left.length, unknown, asked: sure.length },
        next,
      }),
    ];
  },
};
