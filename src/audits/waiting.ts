// People whose message waits for an answer, longest first.
import { onOpenTime } from "../computed/open-hours.ts";
import type { Sure } from "../computed/text-class.ts";
import type { Turn } from "../computed/threads.ts";
import type { Audit, AuditInput } from "./audit.ts";
import type { Detail } from "./detail.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { bestThreadStep } from "./steps.ts";

/** At most so many are listed; the value counts all. */
const MAX_LISTED = 200;

const longestFirst = (turns: readonly Turn[]): Turn[] =>
  turns.filter(({ state }) => state === "waiting").sort((a, b) => b.waited.shortest - a.waited.shortest);

const listed = (waiting: readonly Turn[]): Detail => ({
  type: "waiting",
  items: waiting.slice(0, MAX_LISTED).map(({ messages: [first], asked, waited }) => ({
    id: first!.id,
    since: asked.from,
    waited: waited.shortest,
    text: first!.text,
    url: first!.url,
  })),
});

/**
 * `perhaps`: turns of which the words do not tell whether they belong; those that wait reach into the upper bound only.
 * So do people none of whose messages is still there: nobody can answer these.
 */
function waitingAmong(input: AuditInput, key: string, turns: readonly Turn[], perhaps: readonly Turn[]): Finding {
  const { unread, window, uncounted } = input.computed.conversations;
  const gone = new Set(input.dataset.coverage.gone?.map(({ id }) => id));
  const isGone = ({ state, messages }: Turn): boolean =>
    gone.size > 0 && state === "waiting" && messages.every(({ id }) => gone.has(id));
  const known = turns.filter((turn) => turn.state !== "unknown" && !isGone(turn));
  const doubtful = [...perhaps.filter(({ state }) => state !== "unknown"), ...turns.filter(isGone)];
  const unseen = input.computed.conversations.possible + uncounted.posts.length * uncounted.each;
  const possible = unseen + longestFirst(doubtful).length;
  const waiting = longestFirst(known);
  const [count, seen] = [waiting.length, known.length > 0];
  const next = bestThreadStep(input, known.length - count, known.length, possible);
  const hours = input.plan?.policy.hours ?? null;
  // Whoever waits longest by the wall clock need not on the page's own: a weekend passes in no time there.
  const longestOpen = onOpenTime(waiting, hours, input.computed.clock).reduce<number | null>(
    (longest, { waited }) => Math.max(longest ?? 0, waited.shortest),
    null,
  );
  const range = { lower: count, upper: count + possible };
  return finding({
    audit: "waiting",
    key,
    unit: "count",
    value: seen ? count : null,
    bounds: seen ? range : null,
    envelope: seen ? range : null,
    n: known.length,
    of: uncounted.posts.length > 0 ? null : known.length + doubtful.length + unseen,
    state: seen ? "measured" : next || possible > 0 ? "cannotTell" : "notVisible",
    reason: seen ? null : unread.length > 0 ? "threadsUnread" : possible > 0 ? "tooFew" : "nothingRead",
    window,
    ...evidenceOf(known.filter(({ state }) => state === "waiting").map(({ messages }) => messages[0]!)),
    detail: count > 0 ? listed(waiting) : null,
    values: {
      longest: waiting[0]?.waited.shortest ?? null,
      longestOpen,
      unknown: possible,
      community: waiting.filter(({ byCommunity }) => byCommunity).length,
    },
    next,
  });
}

export const audit: Audit = {
  id: "waiting",
  indicators: [],
  run(input) {
    const { conversations, needs } = input.computed;
    const who = (answer: Sure) => conversations.turns.filter((_, at) => needs[at]!.answer === answer);
    return [
      waitingAmong(input, "questionsWaiting", who("yes"), who("perhaps")),
      waitingAmong(input, "waiting", conversations.turns, []),
    ];
  },
};
