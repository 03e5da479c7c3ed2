// Goals as data: which indicators show whether a goal is reached, with default targets per horizon (methods.md §7).
import * as z from "zod/mini";
import type { NetworkId } from "./record.ts";

export const HORIZONS = [90, 180, 365] as const;
export const horizonSchema = z.union([z.literal(90), z.literal(180), z.literal(365)]);
/** Days from the plan's start to the date by which its targets are meant to be reached. */
export type Horizon = z.infer<typeof horizonSchema>;

/** Every indicator a goal can name. Those that no audit measures are offered only as typed-in outcomes. */
export const INDICATOR_KEYS = [
  "answeredWithin1h",
  "answeredWithin24h",
  "halfTime",
  "weekendGap",
  "replyShare",
  "communityShare",
  "actionShare",
  "askingShare",
  "askedAndLeft",
  "returningPeople",
  "threadPresence",
  "buyingAnswered24h",
  "complaintsAnswered1h",
  "complaintsAnswered24h",
  "peopleShare",
  "insightPerWeek",
  "blanketShare",
  "activeWeeks",
  "postsPerWeek",
  "longestSilence",
  "burstiness",
] as const;
export const indicatorKeySchema = z.enum(INDICATOR_KEYS);
export type IndicatorKey = z.infer<typeof indicatorKeySchema>;

/** share: 0–1; ms: a duration; perWeek: posts a week; index: −1…1; count. */
export type Unit = "share" | "ms" | "perWeek" | "index" | "count";

/** A target has a direction. `value` (and `upper` for "between") in the indicator's unit. */
export const targetSchema = z
  .object({
    direction: z.enum(["atLeast", "atMost", "between"]),
    value: z.number(),
    upper: z.nullable(z.number()),
  })
  .check(
    z.refine((t) => (t.direction === "between") === (t.upper !== null), "only a 'between' target has an upper end"),
  );
export type Target = z.infer<typeof targetSchema>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const INDICATORS: Readonly<Record<IndicatorKey, Unit>> = {
  answeredWithin1h: "share",
  answeredWithin24h: "share",
  halfTime: "ms",
  weekendGap: "share",
  replyShare: "share",
  communityShare: "share",
  actionShare: "share",
  askingShare: "share",
  askedAndLeft: "share",
  returningPeople: "share",
  threadPresence: "share",
  buyingAnswered24h: "share",
  complaintsAnswered1h: "share",
  complaintsAnswered24h: "share",
  peopleShare: "share",
  insightPerWeek: "perWeek",
  blanketShare: "share",
  activeWeeks: "share",
  postsPerWeek: "perWeek",
  longestSilence: "ms",
  burstiness: "index",
};

export const GOAL_KEYS = [
  "care",
  "community",
  "awareness",
  "leads",
  "thoughtLeadership",
  "employerBrand",
  "listening",
  "crisis",
  "rhythm",
  "learn",
] as const;
export const goalKeySchema = z.enum(GOAL_KEYS);
export type GoalKey = z.infer<typeof goalKeySchema>;

/** Where a default comes from: a named source, or a rule of our own ("house"). Texts are in ui/text. */
export type Reason =
  | "sociallyDevoted2012"
  | "expectedWithinDay"
  | "waitFourHours2016"
  | "replyShare2015"
  | "rivalIq2024"
  | "metricool2024"
  | "house"
  | "folklore";

/** One indicator's target by one horizon. */
export interface DefaultTarget {
  readonly indicator: IndicatorKey;
  readonly target: Target;
  readonly reason: Reason;
}

const atLeast = (indicator: IndicatorKey, value: number, reason: Reason): DefaultTarget => ({
  indicator,
  target: { direction: "atLeast", value, upper: null },
  reason,
});
const atMost = (indicator: IndicatorKey, value: number, reason: Reason): DefaultTarget => ({
  indicator,
  target: { direction: "atMost", value, upper: null },
  reason,
});
const between = (indicator: IndicatorKey, value: number, upper: number, reason: Reason): DefaultTarget => ({
  indicator,
  target: { direction: "between", value, upper },
  reason,
});

/**
 * Defaults by goal and horizon, whatever the network; each can be edited in the plan. Two rows of methods.md §7 by 365
 * days, shares per post above the own baseline and more unique commenters, have no figure before there is an audit to
 * better: the targets of 180 days stay, and the own earlier figure is offered beside them.
 */
export const DEFAULT_TARGETS: Readonly<Record<GoalKey, Readonly<Record<Horizon, readonly DefaultTarget[]>>>> = {
  care: {
    90: [atLeast("answeredWithin24h", 0.65, "sociallyDevoted2012")],
    180: [atLeast("answeredWithin24h", 0.8, "expectedWithinDay"), atMost("halfTime", 4 * HOUR, "waitFourHours2016")],
    365: [atLeast("answeredWithin24h", 0.9, "house"), atMost("halfTime", HOUR, "house")],
  },
  community: {
    90: [atLeast("replyShare", 0.2, "replyShare2015")],
    180: [atLeast("replyShare", 0.33, "replyShare2015"), atLeast("communityShare", 0.25, "house")],
    365: [atLeast("replyShare", 0.4, "replyShare2015")],
  },
  awareness: {
    90: [atLeast("activeWeeks", 0.9, "house"), atLeast("postsPerWeek", 3, "house")],
    180: [atLeast("activeWeeks", 0.9, "house"), atMost("longestSilence", 14 * DAY, "house")],
    365: [atLeast("activeWeeks", 0.9, "house"), atMost("longestSilence", 14 * DAY, "house")],
  },
  leads: {
    90: [atLeast("buyingAnswered24h", 0.8, "house")],
    180: [atLeast("buyingAnswered24h", 0.8, "house"), between("actionShare", 0.1, 0.3, "folklore")],
    365: [atLeast("buyingAnswered24h", 0.8, "house")],
  },
  thoughtLeadership: {
    90: [atLeast("insightPerWeek", 2, "house")],
    180: [atLeast("threadPresence", 0.5, "house")],
    365: [atLeast("threadPresence", 0.5, "house")],
  },
  employerBrand: {
    90: [atLeast("answeredWithin24h", 0.65, "sociallyDevoted2012")],
    180: [atLeast("answeredWithin24h", 0.65, "sociallyDevoted2012"), atLeast("peopleShare", 0.2, "house")],
    365: [atLeast("answeredWithin24h", 0.65, "sociallyDevoted2012")],
  },
  listening: {
    90: [atLeast("askingShare", 0.2, "house"), atMost("askedAndLeft", 0.3, "house")],
    180: [atLeast("askingShare", 0.2, "house"), atMost("askedAndLeft", 0.3, "house")],
    365: [atLeast("askingShare", 0.2, "house"), atMost("askedAndLeft", 0.3, "house")],
  },
  crisis: {
    90: [atLeast("complaintsAnswered1h", 0.25, "house"), atLeast("complaintsAnswered24h", 0.8, "house")],
    180: [atLeast("complaintsAnswered24h", 0.8, "house"), atMost("weekendGap", 0.15, "house")],
    365: [atLeast("complaintsAnswered24h", 0.8, "house"), atMost("weekendGap", 0.15, "house")],
  },
  rhythm: {
    90: [atLeast("activeWeeks", 0.9, "house"), atMost("burstiness", 0, "house")],
    180: [atLeast("activeWeeks", 0.9, "house"), atLeast("replyShare", 0.2, "replyShare2015")],
    365: [atLeast("activeWeeks", 0.9, "house"), atLeast("replyShare", 0.2, "replyShare2015")],
  },
  learn: {
    90: [atLeast("postsPerWeek", 1, "house")],
    180: [atLeast("postsPerWeek", 1, "house")],
    365: [atLeast("postsPerWeek", 1, "house")],
  },
};

/** Where what is usual differs by network. */
const BY_NETWORK: Readonly<Record<NetworkId, readonly DefaultTarget[]>> = {
  x: [],
  facebook: [atLeast("postsPerWeek", 3, "rivalIq2024")],
  linkedin: [atLeast("postsPerWeek", 2, "metricool2024"), atLeast("insightPerWeek", 2, "metricool2024")],
};

/** The defaults of a goal by a horizon for a page on `network`. */
export function defaultTargets(goal: GoalKey, horizon: Horizon, network: NetworkId): readonly DefaultTarget[] {
  const targets = DEFAULT_TARGETS[goal][horizon];
  // A small, steady cadence to learn by is small anywhere.
  if (goal === "learn") return targets;
  return targets.map((target) => BY_NETWORK[network].find(({ indicator }) => indicator === target.indicator) ?? target);
}

/** The goals that have at least one default target which one of `measurable` shows by `horizon`, in catalogue order. */
export function goalsToOffer(measurable: ReadonlySet<IndicatorKey>, horizon: Horizon): GoalKey[] {
  return GOAL_KEYS.filter((goal) => DEFAULT_TARGETS[goal][horizon].some(({ indicator }) => measurable.has(indicator)));
}
