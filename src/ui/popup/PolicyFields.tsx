// The reply policy: within what time, in which hours and zone, and which sister accounts answer too.

import type { Catalogue } from "../text/catalogue.ts";
import { useId } from "../use-id.ts";
import type { Draft } from "./draft.ts";
import { Check, Choice, ShortField, TextField } from "./fields.tsx";

const WEEK = [1, 2, 3, 4, 5, 6, 7];
/** All zones the browser knows, with the one in use even if it goes by an older name. */
const zones = (current: string): string[] => {
  const known = Intl.supportedValuesOf("timeZone");
  return [
    "UTC",
    ...known.filter((zone) => zone !== "UTC"),
    ...(known.includes(current) || current === "UTC" ? [] : [current]),
  ];
};

export function PolicyFields({
  text,
  draft,
  onChange,
}: {
  text: Catalogue;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const zoneId = useId();
  const words = text.plan;
  return (
    <>
      <ShortField
        label={words.withinLabel}
        numeric
        type="text"
        value={draft.within}
        hint={words.withinHint}
        onChange={(within) => onChange({ ...draft, within })}
      />
      <Choice
        label={words.hoursLabel}
        options={[
          ["all", words.allHours],
          ["some", words.someHours],
        ]}
        value={draft.allHours ? "all" : "some"}
        onChange={(value) => onChange({ ...draft, allHours: value === "all" })}
      />
      {!draft.allHours && (
        <>
          <fieldset class="choice">
            <legend>{words.daysLabel}</legend>
            <div class="options">
              {WEEK.map((day) => (
                <Check
                  key={day}
                  class="chip"
                  label={text.format.weekday(day, "short")}
                  checked={draft.days.includes(day)}
                  onChange={(on) =>
                    onChange({
                      ...draft,
                      days: on ? [...draft.days, day] : draft.days.filter((other) => other !== day),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
          <div class="row">
            <ShortField
              label={words.fromLabel}
              type="time"
              value={draft.from}
              onChange={(from) => onChange({ ...draft, from })}
            />
            <ShortField
              label={words.toLabel}
              type="time"
              value={draft.to}
              onChange={(to) => onChange({ ...draft, to })}
            />
          </div>
        </>
      )}
      <div class="field">
        <label for={zoneId}>{words.zoneLabel}</label>
        <select
          id={zoneId}
          value={draft.zone}
          onChange={(event) => onChange({ ...draft, zone: event.currentTarget.value })}
        >
          {zones(draft.zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={words.sistersLabel}
        hint={words.sistersHint}
        value={draft.sisters}
        onChange={(sisters) => onChange({ ...draft, sisters })}
      />
    </>
  );
}
