// Whether people who write at weekends or in the evening are answered as others are.
import { shareAnswered, type Waits, waits } from "../computed/latency.ts";
import type { Sure } from "../computed/text-class.ts";
import type { Turn } from "../computed/threads.ts";
import { difference } from "../stats/difference.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { type Finding, finding } from "./finding.ts";
import { answeredWithin, FEWEST_PEOPLE, HOUR, NOT_WATCHED, overPeople } from "./people.ts";

const ID = "weekend-gap";
const WITHIN = 24 * HOUR;
/** Days of the weekend and hours of the evening by the audit's clock (house: before 8 and from 18 on). */
const SATURDAY = 5;
const MORNING = 8;
const EVENING = 18;

/** Evenings are those of weekdays. */
type When = "day" | "evening" | "weekend";

/** When a turn began; null where its time is too coarse to tell the day. */
function whenOf({ asked: { from, to } }: Turn, { clock }: AuditInput["computed"]): When | null {
  if (to - from > HOUR) return null;
  if (clock.weekday(from) >= SATURDAY) return "weekend";
  const hour = clock.hour(from);
  return hour < MORNING || hour >= EVENING ? "evening" : "day";
}

/** Those who need an answer, by when they wrote. */
function byTime(input: AuditInput): Readonly<Record<"either" | "weekday" | "weekend" | "evening", Waits>> {
  const { conversations, needs } = input.computed;
  const began = conversations.turns.map((turn, at) =>
    needs[at]!.answer === "no" ? null : whenOf(turn, input.computed),
  );
  const those = (fits: (when: When) => boolean): Waits =>
    waits(conversations, (at): Sure => {
      const when = began[at]!;
      const need = needs[at]!.answer;
      // Of a coarse time the day is open, but not whether an answer is needed.
      if (need === "no" || (when && !fits(when))) return "no";
      return when ? need : "perhaps";
    });
  return {
    either: those(() => true),
    weekday: those((when) => when !== "weekend"),
    weekend: those((when) => when === "weekend"),
    evening: those((when) => when === "evening"),
  };
}

function gap(input: AuditInput, { weekday, weekend, either }: ReturnType<typeof byTime>): Finding {
  const name = { audit: ID, key: "weekendGap", unit: "share" } as const;
  const common = overPeople(input, either);
  const [a, b] = [shareAnswered(weekday, WITHIN), shareAnswered(weekend, WITHIN)];
  if (a.value === null || b.value === null) {
    const few = common.reason ?? "tooFew";
    const watched = a.watched && b.watched;
    return finding({ ...common, ...name, ...(watched ? { state: "cannotTell", reason: few } : NOT_WATCHED) });
  }
  const sampled = difference({ share: a.value, ...a.interval }, { share: b.value, ...b.interval });
  const lowest = difference(
    { share: a.bounds.lower, lower: a.envelope.lower, upper: a.envelope.upper },
    { share: b.bounds.upper, lower: b.envelope.lower, upper: b.envelope.upper },
  );
  const highest = difference(
    { share: a.bounds.upper, lower: a.envelope.lower, upper: a.envelope.upper },
    { share: b.bounds.lower, lower: b.envelope.lower, upper: b.envelope.upper },
  );
  const few = Math.min(weekday.known.length, weekend.known.length) < FEWEST_PEOPLE;
  return finding({
    ...common,
    ...name,
    ...(few ? ({ state: "cannotTell", reason: "tooFew" } as const) : {}),
    value: sampled.share,
    interval: { lower: sampled.lower, upper: sampled.upper, method: "newcombe" },
    bounds: { lower: lowest.share, upper: highest.share },
    envelope: few ? null : { lower: lowest.lower, upper: highest.upper },
    values: {
      ...common.values,
      weekday: a.value,
      weekend: b.value,
      weekdayPeople: weekday.known.length,
      weekendPeople: weekend.known.length,
    },
  });
}

export const audit: Audit = {
  id: ID,
  indicators: ["weekendGap"],
  *run(input) {
    const people = byTime(input);
    const { weekday, weekend, evening } = people;
    const share = (key: string, people: Waits) =>
      answeredWithin({ audit: ID, key }, people, WITHIN, overPeople(input, people));
    yield gap(input, people);
    yield share("weekdaysWithin24h", weekday);
    yield share("weekendsWithin24h", weekend);
    yield share("eveningsWithin24h", evening);
  },
};
