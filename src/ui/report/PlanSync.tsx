// The switch by which plans travel to the person's other devices through the browser's own sync, and how that went.
import { useEffect, useState } from "preact/hooks";
import { send } from "../../platform/messages.ts";
import { type PlanSyncState, planSync, planSyncState } from "../../platform/setting.ts";
import { Check } from "../popup/fields.tsx";
import type { Env } from "./view.ts";

export function PlanSync({ env: { text }, now }: { env: Env; now: number }) {
  const words = text.report.plan;
  const [on, setOn] = useState(false);
  const [state, setState] = useState<PlanSyncState | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void Promise.all([planSync.get(), planSyncState.get()]).then(
      ([isOn, how]) => {
        setOn(isOn);
        setState(how);
      },
      () => undefined,
    );
  }, [now]);
  const change = (wanted: boolean) =>
    send({ kind: "setPlanSync", on: wanted }).then(
      (reply) => {
        setOn(wanted);
        setState(reply.state);
        setFailed(wanted && reply.state === null);
      },
      () => setFailed(true),
    );
  return (
    <section class="part" aria-labelledby="title-sync">
      <h2 id="title-sync">{words.syncTitle}</h2>
      <p>{words.syncLead}</p>
      <Check class="chip wide" label={words.sync} checked={on} onChange={(wanted) => void change(wanted)} />
      <p role="status">
        {failed && text.report.problem.save}
        {!failed && on && state && words.syncState(state.synced, text.format.dateTime(state.at))}
        {!failed && on && state && state.tooBig.length > 0 && ` ${words.syncTooBig(state.tooBig.length)}`}
        {!failed && on && state && state.noRoom.length > 0 && ` ${words.syncNoRoom(state.noRoom.length)}`}
      </p>
    </section>
  );
}
