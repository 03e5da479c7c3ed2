// How long other people's words are kept: the person's choice, in force from the moment it is made.
import { useEffect, useState } from "preact/hooks";
import { send } from "../../platform/messages.ts";
import { retentionDays } from "../../platform/setting.ts";
import { Choice } from "../popup/fields.tsx";
import { Confirm } from "./Confirm.tsx";
import type { Env } from "./view.ts";

const DAYS = [30, 90, 180, 365] as const;

export function Retention({ env: { text, view } }: { env: Env }) {
  const words = text.report.library;
  const [stored, setStored] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    retentionDays.get().then(
      (days) => {
        if (days === stored) return;
        setStored(days);
        setChosen(days);
      },
      () => undefined,
    );
    // Forgetting everything and taking back a backup change what is chosen here, too.
  }, [view.library]);
  const set = () =>
    send({ kind: "setRetention", days: chosen }).then(
      ({ dropped }) => {
        setStored(chosen);
        setSaid(words.retentionSet(dropped));
      },
      () => setSaid(text.report.problem.save),
    );
  const options = [...new Set([...DAYS, ...(stored === null ? [] : [stored])])].sort((a, b) => a - b);
  // Fewer days than before take something away for good.
  const loses = chosen !== null && (stored === null || chosen < stored);
  return (
    <section class="part plan-fields" aria-labelledby="title-retention">
      <h2 id="title-retention">{words.retentionTitle}</h2>
      <p>{words.retentionLead}</p>
      <Choice
        label={words.retentionLabel}
        options={[
          [0, words.keepAlways] as const,
          ...options.map((days) => [days, text.plan.horizon(days as 90)] as const),
        ]}
        value={chosen ?? 0}
        onChange={(days) => setChosen(days === 0 ? null : days)}
      />
      {chosen !== stored && (
        <p>
          {loses ? (
            <Confirm
              text={text}
              label={text.plan.save}
              question={words.retentionQuestion(chosen)}
              yes={words.retentionYes}
              onYes={() => void set()}
            />
          ) : (
            <button type="button" onClick={() => void set()}>
              {text.plan.save}
            </button>
          )}
        </p>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
