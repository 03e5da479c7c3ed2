// Which goals the page has and what each aims at: suggestions that a person takes, changes or empties.
import type { GoalKey, IndicatorKey } from "../../domain/goal.ts";
import { GOAL_KEYS, goalsToOffer, INDICATORS } from "../../domain/goal.ts";
import type { NetworkId } from "../../domain/record.ts";
import type { Alternative } from "../../report/report.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { type Draft, suggested, type TargetField, typedIn } from "./draft.ts";
import { Check, ShortField } from "./fields.tsx";

export function GoalFields({
  text,
  draft,
  network,
  measurable,
  alternatives,
  onChange,
}: {
  text: Catalogue;
  draft: Draft;
  /** Where the page is: what is usual differs. */
  network: NetworkId;
  measurable: ReadonlySet<IndicatorKey>;
  /** What an aim can be taken from instead of a suggestion. */
  alternatives: readonly Alternative[];
  onChange: (draft: Draft) => void;
}) {
  const chosen = new Set(draft.goals.map(({ goal }) => goal));
  const offered = new Set(goalsToOffer(measurable, draft.horizon));
  const goals = GOAL_KEYS.filter((goal) => offered.has(goal) || chosen.has(goal));
  const toggle = (goal: GoalKey, on: boolean) =>
    onChange({
      ...draft,
      goals: GOAL_KEYS.flatMap((key) => {
        const had = draft.goals.find((planned) => planned.goal === key);
        if (key !== goal) return had ? [had] : [];
        return on ? [had ?? { goal, targets: suggested(goal, draft.horizon, measurable, network) }] : [];
      }),
    });
  const edit = (goal: GoalKey, indicator: IndicatorKey, change: Partial<TargetField>) =>
    onChange({
      ...draft,
      goals: draft.goals.map((planned) =>
        planned.goal === goal
          ? {
              goal,
              targets: planned.targets.map((target) =>
                target.indicator === indicator ? { ...target, ...change, reason: null } : target,
              ),
            }
          : planned,
      ),
    });

  return (
    <fieldset class="goals-field">
      <legend>{text.plan.goalsLabel}</legend>
      <p class="soft">{goals.length ? text.plan.goalsHint : text.plan.noGoals}</p>
      <div class="options">
        {goals.map((goal) => (
          <Check
            key={goal}
            class="chip"
            checked={chosen.has(goal)}
            onChange={(on) => toggle(goal, on)}
            label={text.goal[goal].name}
          />
        ))}
      </div>
      <ul class="chosen-goals">
        {draft.goals.map(({ goal, targets }) => (
          <li key={goal}>
            <p>
              <b>{text.goal[goal].name}</b> <span class="soft">{text.goal[goal].hint}</span>
            </p>
            {targets.map((target) => (
              <TargetRow
                key={target.indicator}
                text={text}
                target={target}
                alternative={alternatives.find((one) => one.indicator === target.indicator)}
                onChange={(change) => edit(goal, target.indicator, change)}
              />
            ))}
          </li>
        ))}
      </ul>
      {draft.goals.length > 0 && <p class="soft">{text.plan.dropHint}</p>}
    </fieldset>
  );
}

function TargetRow({
  text,
  target,
  alternative,
  onChange,
}: {
  text: Catalogue;
  target: TargetField;
  alternative: Alternative | undefined;
  onChange: (change: Partial<TargetField>) => void;
}) {
  const name = text.indicator[target.indicator].name;
  const direction = text.plan.direction[target.direction];
  return (
    <div class="target">
      <div>
        {name}: {direction}{" "}
        <ShortField
          label={`${name}: ${direction}`}
          hiddenLabel
          numeric
          type="text"
          value={target.value}
          onChange={(value) => onChange({ value })}
        />
        {target.direction === "between" && (
          <>
            {" "}
            {text.plan.and}{" "}
            <ShortField
              label={`${name}: ${text.plan.and}`}
              hiddenLabel
              numeric
              type="text"
              value={target.upper}
              onChange={(upper) => onChange({ upper })}
            />
          </>
        )}{" "}
        {text.plan.unit[target.unit]}
      </div>
      {target.reason && <p class="soft">{text.plan.targetHint(target.reason)}</p>}
      {alternative && target.direction !== "between" && (
        <Offers text={text} target={target} alternative={alternative} onChange={onChange} />
      )}
    </div>
  );
}

/** The page's own earlier figure and its rivals', each of which can be the aim. */
function Offers({
  text,
  target,
  alternative: { indicator, own, rivals, rivalCount },
  onChange,
}: {
  text: Catalogue;
  target: TargetField;
  alternative: Alternative;
  onChange: (change: Partial<TargetField>) => void;
}) {
  const say = (value: number) => text.value(INDICATORS[indicator], value);
  const offers = [
    ...(own === null ? [] : [{ value: own, words: text.report.ownBefore(say(own)) }]),
    ...(rivals === null ? [] : [{ value: rivals, words: text.report.rivals(say(rivals), rivalCount) }]),
  ];
  return (
    <>
      {offers.map(({ value, words }) => (
        <p key={words} class="soft">
          {words}{" "}
          <button type="button" class="small" onClick={() => onChange({ value: typedIn(value, target.unit) })}>
            {text.report.plan.takeAim}
            <span class="hidden-text">
              {" "}
              ({text.indicator[indicator].name}, {words})
            </span>
          </button>
        </p>
      ))}
    </>
  );
}
