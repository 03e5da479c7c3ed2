// The base rhythm: how often and how evenly the page posts, and how long it is silent.
import { HOUR } from "../computed/clock.ts";
import type { FeedWindow } from "../computed/feed-window.ts";
import type { OwnItem } from "../computed/own-items.ts";
import { activeWeeks, WEEK, weeksOf } from "../computed/weeks.ts";
import { isExact } from "../domain/moment.ts";
import { poissonRate } from "../stats/intervals.ts";
import { burstiness, FEWEST_GAPS, fano, gaps, longestSilence, median, silences } from "../stats/rhythm.ts";
import type { Audit, AuditInput } from "./audit.ts";
import type { Detail } from "./detail.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { isNotByDate, readFeed, readFromTop, scrollForWeeks, signIn } from "./steps.ts";

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
      const next = signIn(input) ?? readFeed(input, "posts");
      const unread: Partial<Finding> = {
        reason: isNotByDate(input, "posts") ? "notByDate" : "nothingRead",
        missing: [...missing],
        next,
      };
      return make({ activeWeeks: unread, postsPerWeek: unread, longestSilence: unread, burstiness: unread });
    }
    return make(rhythm(input, window));
  },
};

function rhythm(input: AuditInput, window: FeedWindow): Figures {
  const posts = input.computed.own.posts.filter(({ at }) => at >= window.from && at <= window.to);
  const times = posts.map(({ at }) => at);
  const when = posts.map(({ record }) => record.created);
  // Where a site tells times only roughly, a figure is the span it lies in wherever in its time each post was written.
  const exact = when.every(isExact);
  const weeks = weeksOf(times, window);
  const whole = weeks.filter((week) => week.whole);
  const counts = whole.map(({ count }) => count);
  const exposure = (window.to + 1 - window.from) / WEEK;
  const enough = whole.length >= FEWEST_WEEKS;
  // Read from the middle on, the newest posts are unknown, and with them the current silence: no verdict on cadence.
  const complete = window.top;
  const reason = !complete ? "windowIncomplete" : !enough ? "tooFew" : null;
  const missingPosts = Math.ceil(Math.max(0, FEWEST_WEEKS - exposure) * (posts.length / exposure));
  const older = (count: number) => (window.end ? null : scrollForWeeks("posts", Math.max(1, count)));
  const next = !complete ? readFromTop("posts") : ((enough ? null : older(missingPosts)) ?? signIn(input));
  const common = {
    window: { from: window.from, to: window.to },
    ...evidenceOf(posts.map(({ record }) => record)),
    next,
  };
  const between = (least: number, most: number) =>
    ({
      ...common,
      value: least === most ? least : null,
      bounds: exact ? null : { lower: least, upper: most },
      envelope: reason ? null : { lower: least, upper: most },
      census: complete && least === most,
      reason,
      state: reason ? "cannotTell" : "measured",
    }) satisfies Partial<Finding>;

  const rate = poissonRate(posts.length, exposure);
  const silence = longestSilence(when, window);
  const { least = 0, most = 0 } = silence ?? {};
  const active = activeWeeks(when, weeks);
  const steps = gaps(times);
  const bursts = exact ? burstiness(steps) : null;

  return {
    activeWeeks: {
      ...(whole.length === 0
        ? { ...common, reason: "tooFew" }
        : between(active.least / whole.length, active.most / whole.length)),
      n: whole.length,
      of: whole.length,
      detail: {
        type: "weeks",
        weeks: exact ? weeks : weeks.map((week) => ({ ...week, campaign: false })),
        silences: silences(when, window, WEEK).sort((a, b) => a.from - b.from),
      },
      values: {
        active: active.least,
        base: exact ? median(whole.filter(({ campaign }) => !campaign).map(({ count }) => count)) : null,
        campaigns: exact ? whole.filter(({ campaign }) => campaign).length : null,
        fano: exact ? fano(counts) : null,
      },
    },
    postsPerWeek: {
      ...between(rate.rate, posts.length / leastExposure(window, posts)),
      interval: { lower: rate.lower, upper: rate.upper, method: "poisson" },
      n: posts.length,
      of: complete ? posts.length : null,
      detail: grid(input, posts),
      values: { weeks: exposure, median: exact ? median(counts) : null },
    },
    longestSilence: {
      ...between(least, most),
      // One long silence seen is a fact however little was read; that there is no longer one is not.
      state: complete ? "measured" : "cannotTell",
      envelope: { lower: least, upper: reason ? null : most },
      n: posts.length,
      of: complete ? posts.length : null,
      values:
        silence && least === most
          ? { from: silence.from, to: silence.to, current: silence.current ? 1 : 0 }
          : { from: null, to: null, current: 0 },
    },
    burstiness: {
      ...common,
      census: complete && bursts !== null,
      value: bursts,
      // More posts help only where their times are told.
      reason: !exact ? "roughTimes" : bursts === null ? "tooFew" : complete ? null : reason,
      state: bursts !== null && complete ? "measured" : "cannotTell",
      envelope: bursts !== null && complete ? { lower: bursts, upper: bursts } : null,
      n: steps.length,
      of: null,
      next: (complete && exact && steps.length < FEWEST_GAPS ? older(FEWEST_GAPS - steps.length) : null) ?? next,
    },
  };
}

/**
 * The weeks watched at least: a list read back to a post whose time is told only roughly may have been read to the end
 * of that time only.
 */
function leastExposure({ from, to }: FeedWindow, posts: readonly OwnItem[]): number {
  const [oldest] = posts;
  const begins = oldest?.at === from ? Math.min(oldest.record.created.to - 1, to) : from;
  return (to + 1 - begins) / WEEK;
}

/** Posts by weekday (0 = Monday) and hour of the wall clock, as far as the site tells the hour; null where it tells none. */
function grid({ zone, computed: { clock } }: AuditInput, posts: readonly OwnItem[]): Detail | null {
  const told = posts.filter(
    ({ at, record: { created } }) => created.to - at <= HOUR && clock.hour(created.to - 1) === clock.hour(at),
  );
  if (told.length === 0 && posts.length > 0) return null;
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const { at } of told) counts[clock.weekday(at)]![clock.hour(at)]! += 1;
  return { type: "grid", zone, counts };
}
