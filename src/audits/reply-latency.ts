// How long people wait for an answer: Kaplan–Meier over people's turns, those never answered included.
import {
  answeredCurve,
  shareAnswered,
  timeAnswered,
  type Waits,
  waits,
  waitsByMonth,
  waitsOf,
} from "../computed/latency.ts";
import { onOpenTime } from "../computed/open-hours.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding, type Window } from "./finding.ts";
import { answeredWithin, FEWEST_PEOPLE, HOUR, overPeople, timeUntil } from "./people.ts";
import type { Parts } from "./posts.ts";
import { reload, signIn } from "./steps.ts";

const ID = "reply-latency";
const WITHIN = {
  answeredWithin1h: HOUR,
  answeredWithin4h: 4 * HOUR,
  answeredWithin24h: 24 * HOUR,
  answeredWithin72h: 72 * HOUR,
};

/** The headline: people who ask, complain, or name the page; seen on threads that were read. */
function* ofThoseWhoNeedAnAnswer(input: AuditInput): Generator<Finding, void> {
  const { conversations, needs } = input.computed;
  const people = waits(conversations, (at) => needs[at]!.answer);
  const common = overPeople(input, people);
  for (const [key, t] of Object.entries(WITHIN))
    yield answeredWithin({ audit: ID, key }, people, t, common, key === "answeredWithin24h");
  yield timeUntil({ audit: ID, key: "halfTime" }, people, 0.5, common);
  yield timeUntil({ audit: ID, key: "ninetyTime" }, people, 0.9, common);
  yield* onThePagesClock(input, people, common);
  yield byMonth(input, people);
}

/** The second line: everyone who wrote. */
function* ofEveryone(input: AuditInput): Generator<Finding, void> {
  const people = waits(input.computed.conversations);
  const common = overPeople(input, people);
  yield answeredWithin({ audit: ID, key: "everyoneWithin24h" }, people, 24 * HOUR, common);
  yield timeUntil({ audit: ID, key: "everyoneHalfTime" }, people, 0.5, common);
}

/** The other clock: only the hours count in which the policy says that somebody answers. */
function* onThePagesClock(input: AuditInput, people: Waits, common: Parts): Generator<Finding, void> {
  const policy = input.plan?.policy;
  if (!policy || (!policy.hours && policy.within === null)) return;
  const open = waitsOf(onOpenTime(people.known, policy.hours, input.computed.clock), people.unknown);
  if (policy.hours) {
    const half = timeUntil({ audit: ID, key: "openHalfTime" }, open, 0.5, common);
    yield { ...half, detail: open.known.length > 0 ? answeredCurve(open) : null };
  }
  if (policy.within !== null)
    yield answeredWithin({ audit: ID, key: "answeredAsPromised" }, open, policy.within, common);
}

/** Answers that were seen because they were given; how many people got none cannot be told from them. */
function ofGivenAnswers(input: AuditInput): Finding {
  const { given, withoutParent } = input.computed.conversations;
  const answers = given.map(({ answer }) => answer);
  const people = waitsOf(
    given.map(({ answer, askedAt, waited, thread }) => ({
      state: "answered",
      person: "",
      thread,
      messages: [],
      answer,
      asked: askedAt,
      waited,
      byCommunity: false,
    })),
  );
  const half = timeAnswered(people, 0.5);
  return finding({
    audit: ID,
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
      ...Object.fromEntries(
        Object.entries(WITHIN).map(([key, t]) => [key, half ? shareAnswered(people, t).value : null]),
      ),
      ninetyTime: timeAnswered(people, 0.9)?.value ?? null,
      withoutParent: withoutParent.length,
    },
    next: reload(withoutParent) ?? signIn(input),
  });
}

/** What of a window lies in a month; windows hold both their ends, a month ends before its `to`. */
const clip = ({ from, to }: Window, month: Window): Window => ({
  from: Math.min(month.to - 1, Math.max(from, month.from)),
  to: Math.max(month.from, Math.min(to, month.to - 1)),
});

/** Month by month, so that a change shows: the month in which people asked, by the audit's clock. */
function byMonth(input: AuditInput, everyone: Waits): Finding {
  const { conversations, needs, index, clock } = input.computed;
  const months = waitsByMonth(conversations, (at) => needs[at]!.answer, index, clock).filter(
    ({ people }) => people.known.length > 0,
  );
  const periods = months.map(({ from, to, people }) => {
    const { value, envelope } = shareAnswered(people, WITHIN.answeredWithin24h);
    return { from, to, value, ...envelope, n: people.known.length };
  });
  const newest = months.at(-1);
  const people = newest?.people ?? everyone;
  const { window } = conversations;
  const common = overPeople(input, people);
  const found = answeredWithin({ audit: ID, key: "answeredByMonth" }, people, WITHIN.answeredWithin24h, common);
  const few = newest !== undefined && people.known.length < FEWEST_PEOPLE;
  return {
    ...found,
    ...(few ? ({ state: "cannotTell", reason: "tooFew" } as const) : {}),
    window: newest && window ? clip(window, newest) : window,
    detail: periods.length > 0 ? { type: "trend", periods } : null,
  };
}

export const audit: Audit = {
  id: ID,
  indicators: ["answeredWithin1h", "answeredWithin24h", "halfTime"],
  *run(input) {
    yield* ofThoseWhoNeedAnAnswer(input);
    yield ofGivenAnswers(input);
    yield* ofEveryone(input);
  },
};
