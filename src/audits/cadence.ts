// The base rhythm: how often and how evenly the page posts, and how long it is silent.
import type { Clock } from "../computed/clock.ts";
import { WEEK, weeksOf } from "../computed/weeks.ts";
import { isExact } from "../domain/moment.ts";
import { poissonRate } from "../stats/intervals.ts";
import { burstiness, FEWEST_GAPS, fano, gaps, longestSilence, median, silences } from "../stats/rhythm.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { openFeed, scrollForWeeks, signIn } from "./steps.ts";

const AUDIT = "cadence";
/** House: fewer whole weeks than this are an impression, not a rhythm. */
const FEWEST_WEEKS = 4;

/** Finding keys with their units, in the order they are reported. */
const KEYS = { activeWeeks: "share", postsPerWeek: "perWeek", longestSilence: "ms", burstiness: "index" } as const;
type Key = keyof typeof KEYS;
type Figures = Readonly<Record<Key, Partial<Finding>>>;

export const audit: Audit = {
  id: AUDIT,
  indicators: ["activeWeeks", "postsPerWeek", "longestSilence", "burstiness"],
  run(input) {
    const { window, missing } = input.computed.window(["posts"]);
    const make = (figures: Figures): Finding[] =>
      (Object.keys(KEYS) as Key[]).map((key) => finding({ audit: AUDIT, key, unit: KEYS[key], ...figures[key] }));
    if (!window) {
      const next = signIn(input) ?? openFeed("posts");
      const unread: Partial<Finding> = { reason: "nothingRead", missing: [...missing], next };
      return make({ activeWeeks: unread, postsPerWeek: unread, longestSilence: unread, burstiness: unread });
    }
    return make(rhythm(input, window));
  },
};

function rhythm(input: AuditInput, window: { from: number; to: number; top: boolean; end: boolean }): Figures {
  const posts = input.computed.own.posts.filter(({ at }) => at >= window.from && at <= window.to);
  const times = posts.map(({ at }) => at);
  const weeks = weeksOf(times, window);
  const whole = weeks.filter((week) => week.whole);
  const counts = whole.map(({ count }) => count);
  const active = counts.filter((count) => count > 0).length;
  const exposure = (window.to + 1 - window.from) / WEEK;
  const enough = whole.length >= FEWEST_WEEKS;
  // Read from the middle on, the newest posts are unknown, and with them the current silence: no verdict on cadence.
  const complete = window.top;
  const reason = !complete ? "windowIncomplete" : !enough ? "tooFew" : null;
  const missingPosts = Math.ceil(Math.max(0, FEWEST_WEEKS - exposure) * (posts.length / exposure));
  const next = enough || window.end ? null : scrollForWeeks("posts", Math.max(1, missingPosts));
  const common = {
    census: complete,
    window: { from: window.from, to: window.to },
    ...evidenceOf(posts.map(({ record }) => record)),
    next: next ?? signIn(input),
  };
  const judged = (value: number) =>
    ({ value, reason, state: reason ? "cannotTell" : "measured" }) satisfies Partial<Finding>;

  const rate = poissonRate(posts.length, exposure);
  const silence = longestSilence(times, window.from, window.to);
  const silent = silence ? silence.to - silence.from : 0;
  const steps = gaps(times);
  const exact = posts.every(({ record }) => isExact(record.created));
  const bursts = exact ? burstiness(steps) : null;
  const share = whole.length === 0 ? null : active / whole.length;

  return {
    activeWeeks: {
      ...common,
      ...(share === null ? { reason: "tooFew" } : judged(share)),
      envelope: share !== null && !reason ? { lower: share, upper: share } : null,
      n: whole.length,
      of: whole.length,
      detail: {
        type: "weeks",
        weeks,
        silences: silences(times, window.from, window.to, WEEK).sort((a, b) => a.from - b.from),
      },
      values: {
        active,
        base: median(whole.filter(({ campaign }) => !campaign).map(({ count }) => count)),
        campaigns: whole.filter(({ campaign }) => campaign).length,
        fano: fano(counts),
      },
    },
    postsPerWeek: {
      ...common,
      ...judged(rate.rate),
      interval: { lower: rate.lower, upper: rate.upper, method: "poisson" },
      envelope: reason ? null : { lower: rate.rate, upper: rate.rate },
      n: posts.length,
      of: complete ? posts.length : null,
      detail: { type: "grid", zone: input.zone, counts: grid(times, input.computed.clock) },
      values: { weeks: exposure, median: median(counts) },
    },
    longestSilence: {
      ...common,
      value: silent,
      reason,
      // One long silence seen is a fact however little was read; that there is no longer one is not.
      state: complete ? "measured" : "cannotTell",
      envelope: { lower: silent, upper: reason ? null : silent },
      n: posts.length,
      of: complete ? posts.length : null,
      values: { from: silence?.from ?? null, to: silence?.to ?? null, current: silence?.current ? 1 : 0 },
    },
    burstiness: {
      ...common,
      value: bursts,
      reason: bursts === null ? "tooFew" : !complete ? "windowIncomplete" : null,
      state: bursts !== null && complete ? "measured" : "cannotTell",
      envelope: bursts !== null && complete ? { lower: bursts, upper: bursts } : null,
      n: steps.length,
      of: null,
      next:
        steps.length < FEWEST_GAPS && !window.end ? scrollForWeeks("posts", FEWEST_GAPS - steps.length) : common.next,
    },
  };
}

/** Posts by weekday (0 = Monday) and hour of the wall clock. */
function grid(times: readonly number[], clock: Clock): number[][] {
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const time of times) counts[clock.weekday(time)]![clock.hour(time)]! += 1;
  return counts;
}
