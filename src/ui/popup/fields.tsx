// The fields a form is made of: labelled, with their hint tied to them, no state of their own.
import type { ComponentChildren } from "preact";
import { useId } from "../use-id.ts";

export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  placeholder?: string;
  rows?: number;
  hiddenLabel?: boolean;
  badge?: string | null;
}) {
  const id = useId();
  const shared = {
    id,
    value: props.value,
    placeholder: props.placeholder,
    maxLength: 2_000,
    dir: "auto" as const,
    "aria-describedby": props.hint ? `${id}-hint` : undefined,
  };
  return (
    <div class="field">
      <label for={id} class={props.hiddenLabel ? "hidden-text" : undefined}>
        {props.label} {props.badge && <span class="open">{props.badge}</span>}
      </label>
      {props.rows ? (
        <textarea {...shared} rows={props.rows} onInput={(event) => props.onChange(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => props.onChange(event.currentTarget.value)} />
      )}
      {props.hint && (
        <p class="soft" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

export function ShortField(props: {
  label: string;
  value: string;
  type: "text" | "time" | "date";
  onChange: (value: string) => void;
  numeric?: boolean;
  hint?: string;
  hiddenLabel?: boolean;
}) {
  const id = useId();
  return (
    <span class="short">
      <label for={id} class={props.hiddenLabel ? "hidden-text" : undefined}>
        {props.label}
      </label>
      <input
        id={id}
        class={props.numeric ? "numeric" : undefined}
        type={props.type as "text"} // a union of names, which the types of JSX want one by one
        inputMode={props.numeric ? "decimal" : "text"}
        value={props.value}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.hint && (
        <span class="soft" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
    </span>
  );
}

/** One choice out of a few, side by side. */
export function Choice<T extends string | number>(props: {
  label: string;
  options: readonly (readonly [T, string])[];
  value: T;
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      <div class="options">
        {props.options.map(([value, label]) => (
          <label key={String(value)} class="chip">
            <input type="radio" name={name} checked={props.value === value} onChange={() => props.onChange(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Check(props: {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  class?: string;
}) {
  return (
    <label class={props.class}>
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}
