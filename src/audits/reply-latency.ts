// How long people wait for an answer: Kaplan–Meier over people's turns, those never answered included.
import { answeredCurve, shareAnswered, timeAnswered, type Waits, waits } from "../computed/latency.ts";
import type { Turn } from "../computed/threads.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { bestThreadStep, reload, signIn } from "./steps.ts";

const HOUR = 3_600_000;
const AUDIT = "reply-latency";

/** Finding keys by the time within which people may have an answer. */
const WITHIN = [
  ["answeredWithin1h", HOUR],
  ["answeredWithin4h", 4 * HOUR],
  ["answeredWithin24h", 24 * HOUR],
  ["answeredWithin72h", 72 * HOUR],
] as const;
/** Finding keys by the share of people that have an answer. */
const QUANTILES = [
  ["halfTime", 0.5],
  ["ninetyTime", 0.9],
] as const;

/** Population A: people seen on threads that were read. */
function ofTurns(input: AuditInput): Finding[] {
  const { conversations, index } = input.computed;
  const people = waits(conversations.turns, conversations.unread, ({ record }) => index.thread(record));
  const common = shared(input, people);
  const shares = WITHIN.map(([key, t]) => {
    const { value, interval, bounds, envelope } = shareAnswered(people, t);
    const known = people.known.length > 0;
    return finding({
      ...common,
      key,
      unit: "share",
      value,
      interval: known ? { ...interval, method: "kaplan-meier" } : null,
      bounds,
      envelope: known || people.possible > 0 ? envelope : null,
      detail: key === "answeredWithin24h" && known ? answeredCurve(people) : null,
    });
  });
  const times = QUANTILES.map(([key, p]) => {
    const time = timeAnswered(people, p);
    return finding({
      ...common,
      key,
      unit: "ms",
      value: time?.value ?? null,
      interval: time && { ...time.interval, method: "brookmeyer-crowley" },
      envelope: time?.envelope ?? null,
      reason: common.reason ?? (time?.fewer ? "fewerThanHalf" : null),
    });
  });
  return [...shares, ...times];
}

/** What all figures over people's turns have in common: where they come from, and what to open next. */
function shared(input: AuditInput, people: Waits): Partial<Finding> & Pick<Finding, "audit"> {
  const { conversations, own } = input.computed;
  const { known, answered, possible } = people;
  const records = known.flatMap(({ messages, answer }) => [messages[0]!, ...(answer ? [answer] : [])]);
  const next = bestThreadStep(input, answered, known.length, possible);
  const nothing = known.length === 0;
  return {
    audit: AUDIT,
    n: known.length,
    of: known.length + possible,
    state: nothing ? (next ? "cannotTell" : "notVisible") : "measured",
    reason: !nothing ? null : possible > 0 ? "threadsUnread" : own.answers.length > 0 ? "onlyAnswered" : "nothingRead",
    window: conversations.window,
    ...evidenceOf(records),
    values: {
      answered,
      unknown: possible,
      waiting: known.length - answered,
      community: known.filter(({ byCommunity }) => byCommunity).length,
      threads: new Set(known.map(({ thread }) => thread)).size,
    },
    next,
  };
}

/** Population B: answers that were seen because they were given; how many people got none cannot be told from them. */
function ofGivenAnswers(input: AuditInput): Finding {
  const { given, withoutParent } = input.computed.conversations;
  const turns = given.map(
    ({ answer, waited, thread }): Turn => ({
      state: "answered",
      person: "",
      thread,
      messages: [],
      answer,
      waited,
      byCommunity: false,
    }),
  );
  const people: Waits = { known: turns, answered: turns.length, unknown: [], possible: 0 };
  const half = timeAnswered(people, 0.5);
  const answers = given.map(({ answer }) => answer);
  return finding({
    audit: AUDIT,
    key: "answeredLatency",
    unit: "ms",
    value: half?.value ?? null,
    interval: half && { ...half.interval, method: "brookmeyer-crowley" },
    envelope: half?.envelope ?? null,
    n: given.length,
    of: given.length + withoutParent.length,
    state: half ? "measured" : "cannotTell",
    reason: half ? null : "nothingRead",
    window: answers.length === 0 ? null : { from: answers[0]!.created.from, to: answers.at(-1)!.created.from },
    ...evidenceOf(answers),
    detail: half ? answeredCurve(people) : null,
    values: {
      ...Object.fromEntries(WITHIN.map(([key, t]) => [key, half ? shareAnswered(people, t).value : null])),
      ninetyTime: timeAnswered(people, 0.9)?.value ?? null,
      withoutParent: withoutParent.length,
    },
    next: reload(withoutParent) ?? signIn(input),
  });
}

export const audit: Audit = {
  id: AUDIT,
  indicators: ["answeredWithin1h", "answeredWithin24h", "halfTime"],
  run: (input) => [...ofTurns(input), ofGivenAnswers(input)],
};
