// People whose message waits for an answer, longest first.
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { bestThreadStep } from "./steps.ts";

/** At most so many are listed; the value counts all. */
const MAX_LISTED = 200;

export const audit: Audit = {
  id: "waiting",
  indicators: [],
  run(input) {
    const { turns, possible, window } = input.computed.conversations;
    const known = turns.filter(({ state }) => state !== "unknown");
    const waiting = known
      .filter(({ state }) => state === "waiting")
      .sort((a, b) => b.waited.shortest - a.waited.shortest);
    const next = bestThreadStep(input, known.length - waiting.length, known.length, possible);
    const seen = known.length > 0;
    return [
      finding({
        audit: "waiting",
        key: "waiting",
        unit: "count",
        value: seen ? waiting.length : null,
        bounds: seen ? { lower: waiting.length, upper: waiting.length + possible } : null,
        envelope: seen ? { lower: waiting.length, upper: waiting.length + possible } : null,
        n: known.length,
        of: known.length + possible,
        state: seen ? "measured" : next ? "cannotTell" : "notVisible",
        reason: seen ? null : possible > 0 ? "threadsUnread" : "nothingRead",
        window,
        ...evidenceOf(known.filter(({ state }) => state === "waiting").map(({ messages }) => messages[0]!)),
        detail: {
          type: "waiting",
          items: waiting.slice(0, MAX_LISTED).map(({ messages: [first], waited }) => ({
            id: first!.id,
            since: first!.created.from,
            waited: waited.shortest,
            text: first!.text,
            url: first!.url,
          })),
        },
        values: {
          longest: waiting[0]?.waited.shortest ?? null,
          unknown: possible,
          community: waiting.filter(({ byCommunity }) => byCommunity).length,
        },
        next,
      }),
    ];
  },
};
