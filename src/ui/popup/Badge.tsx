// A verdict as symbol and word; colour only repeats what both say.
import type { VerdictState } from "../../report/report.ts";

const SIGN: Readonly<Record<VerdictState, string>> = {
  met: "M3 8.5l3.5 3.5L13 4.5",
  missed: "M4 4l8 8M12 4l-8 8",
  cannotTell: "M5.2 6a2.8 2.8 0 1 1 4.1 2.4C8.4 8.9 8 9.4 8 10.2M8 13v.1",
  notVisible: "M2 2l12 12M6.4 4a7 7 0 0 1 8 4a9 9 0 0 1-2 2.8M9.6 12A7 7 0 0 1 1.6 8a9 9 0 0 1 2-2.8",
};

export function Sign({ state }: { state: VerdictState }) {
  return (
    <svg class={`symbol ${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SIGN[state]} />
    </svg>
  );
}

export function Badge({ state, word }: { state: VerdictState; word: string }) {
  return (
    <span class={`badge ${state}`}>
      <Sign state={state} />
      {word}
    </span>
  );
}
