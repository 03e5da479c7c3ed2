// The plan's form: what is typed becomes a plan that the schema accepts, or names the fields that do not hold.
import { describe, expect, test } from "vitest";
import { clockOf } from "../../src/computed/clock.ts";
import { openTime } from "../../src/computed/open-hours.ts";
import { DEFAULT_TARGETS, GOAL_KEYS, HORIZONS, INDICATOR_KEYS } from "../../src/domain/goal.ts";
import { type Plan, planSchema } from "../../src/domain/plan.ts";
import { type Draft, draftOf, emptyDraft, planOf, suggested, withHorizon } from "../../src/ui/popup/draft.ts";
import { NOW, plan } from "./samples.ts";

const HOUR = 3_600_000;
const all = new Set(INDICATOR_KEYS);
const before = { id: "fresh", page: "x:northwindcoffee", network: "x", plan: null } as const;
const blank = emptyDraft(NOW, "Europe/Lisbon");
const planned = (draft: Draft, known: Plan | null = null): Plan => {
  const made = planOf(draft, { ...before, plan: known });
  if (!made.plan) throw new Error(made.errors.join());
  return made.plan;
};

describe("a draft", () => {
  test("left blank is a plan with everything open", () => {
    const made = planned(blank);
    expect(planSchema.safeParse(made).error).toBeUndefined();
    expect(made).toMatchObject({ id: "fresh", why: "", goals: [], horizon: 90, pages: ["x:northwindcoffee"] });
  });

  test("of a stored plan gives that plan back", () => {
    const kept = { ...plan, roles: [{ network: "x" as const, role: "quiet" as const, words: "" }] };
    expect(planned(draftOf(kept, "x"), kept)).toEqual(kept);
  });

  test.each(GOAL_KEYS.flatMap((goal) => HORIZONS.map((horizon) => [goal, horizon] as const)))(
    "with the suggestions for %s in %d days holds exactly those targets",
    (goal, horizon) => {
      const made = planned({ ...blank, horizon, goals: [{ goal, targets: suggested(goal, horizon, all, "x") }] });
      expect(made.goals[0]?.targets).toEqual(
        DEFAULT_TARGETS[goal][horizon].map(({ indicator, target }) => ({ indicator, target })),
      );
    },
  );

  test("offers only targets that can be measured", () => {
    expect(suggested("care", 180, new Set(["halfTime"]), "x").map(({ indicator }) => indicator)).toEqual(["halfTime"]);
  });

  test("keeps the person's own values when the horizon changes", () => {
    const [own] = suggested("care", 90, all, "x");
    const changed = withHorizon(
      { ...blank, goals: [{ goal: "care", targets: [{ ...own!, value: "70", reason: null }] }] },
      180,
      all,
      "x",
    );
    expect(changed.goals[0]?.targets.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["halfTime", "4"],
      ["answeredWithin24h", "70"],
    ]);
  });

  test("drops an emptied target, takes a decimal comma, turns hours into ms", () => {
    const [day, half] = suggested("care", 180, all, "x");
    const made = planned({
      ...blank,
      within: "1,5",
      goals: [
        {
          goal: "care",
          targets: [
            { ...day!, value: " " },
            { ...half!, value: "2.5" },
          ],
        },
      ],
    });
    expect(made.policy.within).toBe(1.5 * HOUR);
    expect(made.goals[0]?.targets).toEqual([
      { indicator: "halfTime", target: { direction: "atMost", value: 2.5 * HOUR, upper: null } },
    ]);
  });

  test("reads sister accounts with and without @, each once", () => {
    const made = planned({ ...blank, sisters: "@northwindhelp, northwindcare; @northwindhelp" });
    expect(made.sisters).toEqual([
      { network: "x", handle: "northwindhelp" },
      { network: "x", handle: "northwindcare" },
    ]);
  });

  test("hours that end at midnight end with the day", () => {
    const made = planned({ ...blank, allHours: false, days: [7, 1], from: "18:00", to: "00:00" });
    expect(made.policy.hours).toEqual({ days: [1, 7], from: 1080, to: 1440 });
  });

  test("hours that end before they begin run past midnight, and are shown as typed", () => {
    const made = planned({ ...blank, allHours: false, days: [5], from: "22:00", to: "06:00" });
    expect(made.policy.hours).toEqual({ days: [5], from: 1_320, to: 360 });
    expect(planSchema.safeParse(made).success).toBe(true);
    expect(draftOf(made, "x")).toMatchObject({ allHours: false, days: [5], from: "22:00", to: "06:00" });
    const friday = Date.UTC(2026, 8, 11);
    expect(openTime(made.policy.hours, clockOf("UTC"))(friday, friday + 48 * HOUR)).toBe(8 * HOUR);
  });

  test.each([
    ["target", { goals: [{ goal: "care", targets: [{ ...suggested("care", 90, all, "x")[0]!, value: "165" }] }] }],
    ["target", { goals: [{ goal: "care", targets: [{ ...suggested("care", 90, all, "x")[0]!, value: "many" }] }] }],
    ["sister", { sisters: "two words" }],
    ["sister", { sisters: "https://x.com/northwindhelp" }],
    ["sister", { sisters: "x.com/northwindhelp" }],
    ["within", { within: "0" }],
    ["within", { within: "soon" }],
    ["hours", { allHours: false, days: [] }],
    ["hours", { allHours: false, from: "18:00", to: "18:00" }],
    ["hours", { allHours: false, from: "", to: "09:00" }],
    ["hours", { allHours: false, from: "09:00", to: "" }],
    ["started", { started: "" }],
  ] as [string, Partial<Draft>][])("names %s where it does not hold: %j", (error, change) => {
    expect(planOf({ ...blank, ...change }, before).errors).toEqual([error]);
  });
});
