// How long a set of people waited, under both doubts (sampling, and what was not read) and at both ends of coarse times.
import { coveredShareBy } from "../stats/clustered.ts";
import { type Limits, outer } from "../stats/intervals.ts";
import { kaplanMeier, type Quantile, quantile, type Survival, shareBy, type Timed } from "../stats/survival.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Sure } from "./text-class.ts";
import type { Conversations, Span, Turn } from "./threads.ts";

/** Turns whose end is known, and the possible turns that are not, by thread. */
export interface Waits {
  readonly known: readonly Turn[];
  readonly answered: number;
  readonly unknown: readonly { readonly cluster: string; readonly count: number }[];
  readonly possible: number;
}

export interface ShareAnswered {
  /** Share answered in time; null where coarse times leave it open (then `bounds` say between what). */
  readonly value: number | null;
  readonly interval: Limits;
  readonly bounds: Limits;
  readonly envelope: Limits;
}

export interface TimeAnswered {
  /** ms; null = fewer than that share were answered, or coarse times leave it open. */
  readonly value: number | null;
  readonly fewer: boolean;
  /** `upper` null = longer than was watched. */
  readonly interval: { readonly lower: number; readonly upper: number | null };
  readonly envelope: { readonly lower: number; readonly upper: number | null };
}

/** Coarse times that move a share by less are not worth a band. */
const SAME_SHARE = 0.005;
/** Points of a drawn curve. */
const MAX_POINTS = 200;

const ENDS = ["shortest", "longest"] as const satisfies readonly (keyof Span)[];

/**
 * The people among `conversations.turns` that `concerns` picks. Where it is not to be told whether one belongs, as with
 * every message that was not read, that is a possible turn.
 */
export function waits(
  { turns, unread }: Conversations,
  index: RecordIndex,
  concerns: (turn: Turn) => Sure = () => "yes",
): Waits {
  const counts = new Map<string, number>();
  const add = (thread: string, count: number): void => {
    if (count > 0) counts.set(thread, (counts.get(thread) ?? 0) + count);
  };
  const known: Turn[] = [];
  for (const turn of turns) {
    const sure = concerns(turn);
    if (sure === "yes" && turn.state !== "unknown") known.push(turn);
    else if (sure !== "no") add(turn.thread, 1);
  }
  for (const { record, messages } of unread) add(index.thread(record), messages);
  return {
    known,
    answered: known.filter(({ state }) => state === "answered").length,
    unknown: [...counts].map(([cluster, count]) => ({ cluster, count })),
    possible: [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}

const timed = (turns: readonly Turn[], end: keyof Span) =>
  turns.map(({ state, waited, thread }) => ({ time: waited[end], event: state === "answered", cluster: thread }));

/** The share answered by `t` ms: Kaplan–Meier with limits that reckon with threads and with what is unread. */
export function shareAnswered({ known, unknown }: Pick<Waits, "known" | "unknown">, t: number): ShareAnswered {
  const coarse = known.some(({ waited }) => waited.shortest !== waited.longest);
  const ends = (coarse ? ENDS : ENDS.slice(0, 1)).map((end) => coveredShareBy(timed(known, end), unknown, t));
  const shares = ends.flatMap(({ known: { share } }) => (share === null ? [] : [share]));
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  return {
    value: shares.length === 0 || high - low > SAME_SHARE ? null : shares.at(-1)!,
    interval: outer(...ends.map((end) => end.known)),
    bounds: outer(...ends.map(({ bounds }) => bounds)),
    envelope: outer(...ends.map(({ envelope }) => envelope)),
  };
}

const survival = (waits: Waits): readonly Survival[] => ENDS.map((end) => kaplanMeier(timed(waits.known, end)));

/** The longest anybody was watched. */
const watched = (turns: readonly Timed[]): number => turns.reduce((most, { time }) => Math.max(most, time), 0);

/** The time by which a share `p` of people have an answer, with Brookmeyer–Crowley limits; null where nobody is known. */
export function timeAnswered({ known, unknown, possible }: Waits, p: number): TimeAnswered | null {
  if (known.length === 0) return null;
  const ends = ENDS.map((end) => {
    const turns = timed(known, end);
    const until = watched(turns);
    const further = (time: number, event: boolean): Timed[] => [
      ...turns,
      ...unknown.flatMap(({ count }) => Array.from({ length: count }, () => ({ time, event }))),
    ];
    const now = quantile(kaplanMeier(turns), p);
    return {
      until,
      now,
      soonest: possible === 0 ? now : quantile(kaplanMeier(further(0, true)), p),
      latest: possible === 0 ? now : quantile(kaplanMeier(further(until, false)), p),
    };
  });
  const lower = (of: (end: (typeof ends)[number]) => Quantile) =>
    Math.min(...ends.map((end) => of(end).lower ?? end.until));
  const upper = (of: (end: (typeof ends)[number]) => Quantile) => {
    const limits = ends.map((end) => of(end).upper);
    return limits.every((limit) => limit !== null) ? Math.max(...limits) : null;
  };
  const [short, long] = ends.map(({ now }) => now.value) as [number | null, number | null];
  return {
    value: short === long ? short : null,
    fewer: short === null || long === null,
    interval: { lower: lower(({ now }) => now), upper: upper(({ now }) => now) },
    envelope: { lower: lower(({ soonest }) => soonest), upper: upper(({ latest }) => latest) },
  };
}

/** The share answered as a step function of the time waited; with coarse times the limits hold both curves. */
export function answeredCurve(waits: Waits) {
  const curves = survival(waits);
  const [shortest, longest] = curves as [Survival, Survival];
  const times = [...new Set(curves.flatMap(({ steps }) => steps.filter(({ events }) => events > 0).map(({ t }) => t)))];
  times.sort((a, b) => a - b);
  const stride = Math.max(1, Math.ceil(times.length / MAX_POINTS));
  const drawn = times.filter((_, i) => i % stride === 0 || i === times.length - 1);
  const censored = waits.known.filter(({ state }) => state === "waiting").map(({ waited }) => waited.longest);
  return {
    type: "curve" as const,
    points: drawn.map((t) => {
      const [a, b] = [shareBy(shortest, t), shareBy(longest, t)];
      return {
        t,
        share: Math.min(a.share, b.share),
        lower: Math.min(a.lower, b.lower),
        upper: Math.max(a.upper, b.upper),
      };
    }),
    until: censored.length === 0 ? null : Math.max(...censored),
    atRisk: waits.known.length,
    answered: waits.answered,
  };
}
