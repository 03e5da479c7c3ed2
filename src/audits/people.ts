// What all figures over people's turns share: where they come from, their doubts, and what to open next.
import { answeredCurve, shareAnswered, threadsOf, timeAnswered, type Waits } from "../computed/latency.ts";
import type { AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding, MAX_EVIDENCE } from "./finding.ts";
import type { Parts } from "./posts.ts";
import { areAnswersHidden, bestThreadStep } from "./steps.ts";

export const HOUR = 3_600_000;
/**
 * House: fewer people tell nothing of a part of the week or of a month: were all of them answered, that would not prove
 * even 65 % (methods.md §6).
 */
export const FEWEST_PEOPLE = 8;

export interface Name {
  readonly audit: string;
  readonly key: string;
}

/** Turns, evidence, coverage and next step of a figure over `people`. */
export function overPeople(input: AuditInput, people: Waits): Parts {
  const { conversations, own } = input.computed;
  const { known, answered, possible } = people;
  const next = bestThreadStep(input, answered, known.length, possible, people.clustering());
  const nothing = known.length === 0;
  const anyone = conversations.turns.length + conversations.unnamed.size > 0;
  const hidden = areAnswersHidden(input);
  return {
    n: known.length,
    // How many there are in all is not known where a post does not say how many messages it has.
    of: conversations.uncounted.posts.length > 0 ? null : known.length + possible,
    state: nothing ? (!hidden && (next || anyone) ? "cannotTell" : "notVisible") : "measured",
    reason: !nothing
      ? null
      : hidden
        ? "signedOut"
        : anyone
          ? "tooFew"
          : possible > 0
            ? "threadsUnread"
            : own.answers.length > 0
              ? "onlyAnswered"
              : "nothingRead",
    window: conversations.window,
    // The newest are shown: there is no need to list all.
    ...evidenceOf(
      known.slice(-MAX_EVIDENCE).flatMap(({ messages, answer }) => (answer ? [messages[0]!, answer] : messages[0]!)),
    ),
    evidenceTotal: known.length + answered,
    values: {
      counted: answered,
      unknown: possible,
      waiting: known.length - answered,
      community: known.reduce((sum, { byCommunity }) => sum + Number(byCommunity), 0),
      threads: threadsOf(people),
      ...people.clustering(),
    },
    next,
  };
}

/** Nobody who still waits was watched for as long as the figure asks about. */
export const NOT_WATCHED = { state: "cannotTell", reason: "notWatched" } as const;

/** The share of `people` answered within `t` ms; with the whole curve as its picture where `drawn`. */
export function answeredWithin(name: Name, people: Waits, t: number, common: Parts, drawn = false): Finding {
  const { value, watched, interval, bounds, envelope } = shareAnswered(people, t);
  const known = people.known.length > 0;
  return finding({
    ...common,
    ...name,
    ...(watched ? {} : NOT_WATCHED),
    unit: "share",
    value,
    interval: known ? { ...interval, method: "kaplan-meier" } : null,
    bounds,
    envelope: known || people.possible > 0 ? envelope : null,
    detail: drawn && known ? answeredCurve(people) : null,
  });
}

/** The time in which a share `p` of `people`, half or nine in ten, have an answer. */
export function timeUntil(name: Name, people: Waits, p: 0.5 | 0.9, common: Parts): Finding {
  const time = timeAnswered(people, p);
  return finding({
    ...common,
    ...name,
    unit: "ms",
    value: time?.value ?? null,
    interval: time && { ...time.interval, method: "brookmeyer-crowley" },
    envelope: time?.envelope ?? null,
    reason: common.reason ?? (time?.fewer ? (p > 0.5 ? "fewerThanNine" : "fewerThanHalf") : null),
  });
}
