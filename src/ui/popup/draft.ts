// The plan as a form holds it: human units and text as typed, turned into a plan only where every field holds.
import {
  type DefaultTarget,
  defaultTargets,
  type GoalKey,
  type Horizon,
  INDICATORS,
  type IndicatorKey,
  type Reason,
  type Target,
} from "../../domain/goal.ts";
import type { Plan, Stance } from "../../domain/plan.ts";
import type { NetworkId } from "../../domain/record.ts";

export type FieldUnit = "percent" | "hours" | "days" | "perWeek" | "plain";

export interface TargetField {
  readonly indicator: IndicatorKey;
  readonly direction: Target["direction"];
  readonly unit: FieldUnit;
  /** As typed; "" drops the target. */
  readonly value: string;
  readonly upper: string;
  /** Where the suggestion comes from; null for a value of the person's own. */
  readonly reason: Reason | null;
}

export interface Draft {
  readonly stance: Stance;
  readonly why: string;
  readonly relations: string;
  readonly brand: string;
  readonly people: string;
  readonly success: string;
  readonly learn: string;
  readonly goals: readonly { readonly goal: GoalKey; readonly targets: readonly TargetField[] }[];
  readonly horizon: Horizon;
  /** yyyy-mm-dd in UTC. */
  readonly started: string;
  readonly who: string;
  readonly languages: string;
  /** Hours, as typed. */
  readonly within: string;
  readonly allHours: boolean;
  readonly days: readonly number[];
  /** hh:mm */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly sisters: string;
}

export type DraftError = "target" | "sister" | "within" | "hours" | "started";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PER: Readonly<Record<FieldUnit, number>> = { percent: 0.01, hours: HOUR, days: DAY, perWeek: 1, plain: 1 };

const unitOf = (indicator: IndicatorKey, value: number): FieldUnit => {
  switch (INDICATORS[indicator]) {
    case "share":
      return "percent";
    case "ms":
      return value >= 2 * DAY ? "days" : "hours";
    case "perWeek":
      return "perWeek";
    case "index":
    case "count":
      return "plain";
  }
};
const typed = (value: number): string => String(Number(value.toPrecision(6)));

function field(indicator: IndicatorKey, target: Target, reason: Reason | null): TargetField {
  const unit = unitOf(indicator, target.value);
  return {
    indicator,
    direction: target.direction,
    unit,
    value: typed(target.value / PER[unit]),
    upper: target.upper === null ? "" : typed(target.upper / PER[unit]),
    reason,
  };
}

/** A figure (in its indicator's unit) as a field of this unit holds it: whole percents, anything else to three digits. */
export const typedIn = (value: number, unit: FieldUnit): string =>
  unit === "percent" ? String(Math.round(value * 100)) : typed(Number((value / PER[unit]).toPrecision(3)));

/** The suggested targets of a goal by a horizon, those that can be measured. */
export const suggested = (
  goal: GoalKey,
  horizon: Horizon,
  measurable: ReadonlySet<IndicatorKey>,
  network: NetworkId,
): TargetField[] =>
  defaultTargets(goal, horizon, network)
    .filter(({ indicator }) => measurable.has(indicator))
    .map(({ indicator, target, reason }) => field(indicator, target, reason));

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const emptyDraft = (now: number, zone: string): Draft => ({
  stance: "mine",
  why: "",
  relations: "",
  brand: "",
  people: "",
  success: "",
  learn: "",
  goals: [],
  horizon: 90,
  started: day(now),
  who: "",
  languages: "",
  within: "",
  allHours: true,
  days: [1, 2, 3, 4, 5],
  from: "09:00",
  to: "17:00",
  zone,
  sisters: "",
});

/** `network`: of the page whose plan is shown, whose defaults are told from the person's own values. */
export function draftOf(plan: Plan, network: NetworkId): Draft {
  const { policy } = plan;
  return {
    stance: plan.stance,
    why: plan.why,
    relations: plan.relations,
    brand: plan.brand,
    people: plan.people,
    success: plan.success,
    learn: plan.learn,
    goals: plan.goals.map(({ goal, targets }) => ({
      goal,
      targets: targets.map(({ indicator, target }) =>
        field(indicator, target, reasonOf(defaultTargets(goal, plan.horizon, network), indicator, target)),
      ),
    })),
    horizon: plan.horizon,
    started: day(plan.startedAt),
    who: policy.who,
    languages: policy.languages,
    within: policy.within === null ? "" : typed(policy.within / HOUR),
    allHours: policy.hours === null,
    days: policy.hours?.days ?? [1, 2, 3, 4, 5],
    from: clock(policy.hours?.from ?? 9 * 60),
    to: policy.hours?.to === 1_440 ? "00:00" : clock(policy.hours?.to ?? 17 * 60),
    zone: policy.zone,
    sisters: plan.sisters.map(({ handle }) => `@${handle}`).join(", "),
  };
}

const reasonOf = (defaults: readonly DefaultTarget[], indicator: IndicatorKey, target: Target): Reason | null =>
  defaults.find(
    (given) =>
      given.indicator === indicator && given.target.value === target.value && given.target.upper === target.upper,
  )?.reason ?? null;

/** The draft by another horizon: suggestions follow it, the person's own values stay. */
export const withHorizon = (
  draft: Draft,
  horizon: Horizon,
  measurable: ReadonlySet<IndicatorKey>,
  network: NetworkId,
): Draft => ({
  ...draft,
  horizon,
  goals: draft.goals.map(({ goal, targets }) => {
    const own = targets.filter(({ reason }) => reason === null);
    const kept = new Set(own.map(({ indicator }) => indicator));
    return {
      goal,
      targets: [...suggested(goal, horizon, measurable, network).filter((t) => !kept.has(t.indicator)), ...own],
    };
  }),
});

const decimal = (text: string): number => Number(text.trim().replace(",", "."));

function targetOf(entry: TargetField): Target | null | "bad" {
  if (entry.value.trim() === "") return null;
  const value = decimal(entry.value) * PER[entry.unit];
  const upper = entry.direction === "between" ? decimal(entry.upper) * PER[entry.unit] : null;
  const kind = INDICATORS[entry.indicator];
  const [least, most] = kind === "share" ? [0, 1] : kind === "index" ? [-1, 1] : [0, Number.MAX_SAFE_INTEGER];
  const holds = (v: number) => Number.isFinite(v) && v >= least && v <= most;
  if (!holds(value) || (upper !== null && (!holds(upper) || upper < value))) return "bad";
  return { direction: entry.direction, value: Number(value.toPrecision(12)), upper };
}

const minutes = (text: string): number => {
  const [hour, minute] = text.split(":").map(Number);
  return (hour ?? Number.NaN) * 60 + (minute ?? Number.NaN);
};

/**
 * The plan a draft stands for, or which fields do not hold. `before`: what is kept of an existing plan (its id, its
 * other pages, the sister accounts on other networks).
 */
export function planOf(
  draft: Draft,
  before: { readonly id: string; readonly page: string; readonly network: NetworkId; readonly plan: Plan | null },
): { readonly plan: Plan; readonly errors: null } | { readonly plan: null; readonly errors: DraftError[] } {
  const errors = new Set<DraftError>();
  const goals = draft.goals.map(({ goal, targets }) => ({
    goal,
    targets: targets.flatMap((entry) => {
      const target = targetOf(entry);
      if (target === "bad") errors.add("target");
      return target === null || target === "bad" ? [] : [{ indicator: entry.indicator, target }];
    }),
  }));
  const handles = draft.sisters
    .split(/[,;\n]/u)
    .map((handle) => handle.trim().replace(/^@+/u, ""))
    .filter((handle) => handle !== "");
  if (handles.some((handle) => /[\s/:]/u.test(handle) || handle.length > 300) || handles.length > 40)
    errors.add("sister");
  const within = draft.within.trim() === "" ? null : Math.round(decimal(draft.within) * HOUR);
  if (within !== null && !(within > 0 && Number.isSafeInteger(within))) errors.add("within");
  const from = minutes(draft.from);
  const to = minutes(draft.to) === 0 ? 1_440 : minutes(draft.to); // midnight ends a day
  // Hours that end before they begin run past midnight; an end that is the beginning would be none or all of the day.
  const areHours = draft.days.length > 0 && Number.isInteger(from) && Number.isInteger(to) && from !== to;
  if (!draft.allHours && !areHours) errors.add("hours");
  const startedDay = Date.parse(`${draft.started}T00:00:00Z`);
  if (!(startedDay > 0)) errors.add("started");
  if (errors.size > 0) return { plan: null, errors: [...errors] };

  const known = before.plan;
  const answer = (text: string) => text.trim().slice(0, 2_000);
  const plan: Plan = {
    ...known, // what no field here speaks of stays as it is
    schema: 1,
    id: known?.id ?? before.id,
    stance: draft.stance,
    pages: known?.pages.includes(before.page) ? known.pages : [...(known?.pages ?? []), before.page],
    sisters: [
      ...(known?.sisters.filter(({ network }) => network !== before.network) ?? []),
      ...[...new Set(handles)].map((handle) => ({ network: before.network, handle })),
    ],
    why: answer(draft.why),
    relations: answer(draft.relations),
    brand: answer(draft.brand),
    people: answer(draft.people),
    success: answer(draft.success),
    learn: answer(draft.learn),
    goals,
    horizon: draft.horizon,
    startedAt: known && day(known.startedAt) === draft.started ? known.startedAt : startedDay,
    policy: {
      who: answer(draft.who),
      within,
      hours: draft.allHours ? null : { days: [...draft.days].sort((a, b) => a - b), from, to },
      zone: draft.zone,
      languages: answer(draft.languages),
    },
  };
  return { plan, errors: null };
}
