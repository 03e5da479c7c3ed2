// Long work in slices: the screen is drawn and answers between one slice and the next.
import type { Steps } from "../report/steps.ts";

/** ms of work after which it is time for a breath: a screen is drawn every 16. */
const SLICE = 12;

/**
 * Resolves after the browser had a chance to draw and to take a click. By a message, which is a task of its own like a
 * timer's: but timers of a hidden tab wait for a second, later for a minute.
 */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Waits for a breath where the last one was more than a slice ago. */
function breathing(): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - last < SLICE) return;
    await breath();
    last = performance.now();
  };
}

/** What the work gives; null where it is no longer wanted, which is asked between steps. Rejects with what it throws. */
export async function whileWanted<Result>(steps: Steps<Result>, isWanted: () => boolean): Promise<Result | null> {
  const breathe = breathing();
  for (;;) {
    await breathe();
    if (!isWanted()) return null;
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Takes one piece of `work` after the other and hands over what there is after each; a piece that is undefined is only
 * a pause. Ends early where `signal` is aborted; rejects with what `work` throws.
 */
export async function inSlices<T>(
  work: Iterable<T | undefined>,
  signal: AbortSignal,
  each: (all: readonly T[]) => void,
): Promise<void> {
  const all: T[] = [];
  const pieces = work[Symbol.iterator]();
  const breathe = breathing();
  for (;;) {
    await breathe();
    if (signal.aborted) return;
    const { done, value } = pieces.next();
    if (done) return;
    if (value === undefined) continue;
    all.push(value);
    each([...all]);
  }
}
