// A button for what cannot be undone: it asks once, in its own place, before it does it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Catalogue } from "../text/catalogue.ts";

export function Confirm(props: {
  text: Catalogue;
  label: ComponentChildren;
  question: string;
  yes: string;
  onYes: () => void;
  /** Choices that belong to the question. */
  children?: ComponentChildren;
}) {
  const { text } = props;
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) question.current?.focus();
    else if (asked.current) button.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button type="button" ref={button} onClick={() => setAsking(true)}>
        {props.label}
      </button>
    );
  return (
    <fieldset class="confirm" ref={question} tabIndex={-1}>
      <legend>{props.question}</legend>
      {props.children}
      <div class="buttons">
        <button
          type="button"
          class="danger"
          onClick={() => {
            setAsking(false);
            props.onYes();
          }}
        >
          {props.yes}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {text.plan.cancel}
        </button>
      </div>
    </fieldset>
  );
}
