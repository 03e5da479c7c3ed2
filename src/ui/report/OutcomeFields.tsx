// One outcome that only the person knows: what it is, what it should reach, and what it is now.
import { useState } from "preact/hooks";
import { GOAL_KEYS } from "../../domain/goal.ts";
import type { Outcome } from "../../domain/plan.ts";
import { ShortField, TextField } from "../popup/fields.tsx";
import type { Catalogue } from "../text/catalogue.ts";

const number = (typed: string): number | null => {
  const value = Number(typed.trim().replace(",", "."));
  return typed.trim() !== "" && Number.isFinite(value) ? value : null;
};

/** `onChange` with null removes it. A number that does not hold leaves the last one that did. */
export function OutcomeFields(props: {
  text: Catalogue;
  number: number;
  outcome: Outcome;
  now: number;
  onChange: (outcome: Outcome | null) => void;
}) {
  const { text, outcome, onChange } = props;
  const words = text.report.plan;
  const [aim, setAim] = useState(String(outcome.target.value));
  const [value, setValue] = useState(outcome.value === null ? "" : String(outcome.value));
  const id = `outcome-${props.number}`;
  return (
    <fieldset class="outcome">
      <legend>{words.outcome(props.number)}</legend>
      <TextField
        label={words.outcomeName}
        value={outcome.name}
        onChange={(name) => onChange({ ...outcome, name: name.slice(0, 200) || words.newOutcome })}
      />
      <div class="row">
        <span class="short">
          <label for={`${id}-goal`}>{words.outcomeGoal}</label>
          <select
            id={`${id}-goal`}
            value={outcome.goal}
            onChange={(event) => {
              const goal = GOAL_KEYS.find((key) => key === event.currentTarget.value);
              if (goal) onChange({ ...outcome, goal });
            }}
          >
            {GOAL_KEYS.map((key) => (
              <option key={key} value={key}>
                {text.goal[key].name}
              </option>
            ))}
          </select>
        </span>
        <span class="short">
          <label for={`${id}-direction`}>{words.outcomeAim}</label>
          <select
            id={`${id}-direction`}
            value={outcome.target.direction}
            onChange={(event) =>
              onChange({
                ...outcome,
                target: {
                  direction: event.currentTarget.value === "atMost" ? "atMost" : "atLeast",
                  value: outcome.target.value,
                  upper: null,
                },
              })
            }
          >
            {(["atLeast", "atMost"] as const).map((key) => (
              <option key={key} value={key}>
                {text.plan.direction[key]}
              </option>
            ))}
          </select>
        </span>
        <ShortField
          label={words.outcomeTarget}
          hiddenLabel
          numeric
          type="text"
          value={aim}
          onChange={(typed) => {
            setAim(typed);
            const parsed = number(typed);
            if (parsed !== null) onChange({ ...outcome, target: { ...outcome.target, value: parsed } });
          }}
        />
        <ShortField
          label={words.outcomeNow}
          numeric
          type="text"
          value={value}
          onChange={(typed) => {
            setValue(typed);
            const parsed = number(typed);
            onChange({ ...outcome, value: parsed, at: parsed === null ? null : props.now });
          }}
        />
        <button type="button" class="small" onClick={() => onChange(null)}>
          {words.dropOutcome}
          <span class="hidden-text"> {outcome.name}</span>
        </button>
      </div>
    </fieldset>
  );
}
