// Hooks around long work on a screen: what is done so far, whether more is to come, and whether it failed.
import { useEffect, useRef, useState } from "preact/hooks";
import { Follower } from "../follower.ts";
import { inSlices } from "../slices.ts";

export interface Sliced<T> {
  readonly done: readonly T[];
  readonly state: "working" | "ready" | "failed";
}

interface Run {
  readonly follower: Follower<void>;
  readonly gone: AbortController;
  /** The inputs at the time of its start. */
  readonly fresh: readonly unknown[];
}

/**
 * Works again from the start, and at once, when one of `which` changes: something else is asked for. When one of
 * `fresh` changes, the same is to be worked out from what is stored by now: that waits for the work under way and a
 * pause, and until it is done what was there stays. `work` hands over all that is done so far, as often as it likes.
 */
export function useWork<T>(
  work: (signal: AbortSignal, each: (done: readonly T[]) => void) => Promise<void>,
  which: readonly unknown[],
  fresh: readonly unknown[],
): Sliced<T> {
  const [sliced, setSliced] = useState<Sliced<T>>({ done: [], state: "working" });
  const latest = useRef(work);
  latest.current = work;
  const run = useRef<Run | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    let first = true;
    const follower = new Follower(async () => {
      const shown = first;
      first = false;
      let all: readonly T[] = [];
      if (shown) setSliced({ done: all, state: "working" });
      try {
        await latest.current(gone.signal, (done) => {
          all = done;
          if (shown && !gone.signal.aborted) setSliced({ done, state: "working" });
        });
        if (!gone.signal.aborted) setSliced({ done: all, state: "ready" });
      } catch (error) {
        console.error(error);
        if (!gone.signal.aborted) setSliced(({ done }) => ({ done, state: "failed" }));
      }
    });
    run.current = { follower, gone, fresh };
    void follower.now();
    return () => {
      gone.abort();
      follower.end();
    };
  }, which);
  useEffect(() => {
    if (run.current?.fresh !== fresh) run.current?.follower.soon();
  }, fresh);
  return sliced;
}

/** The same for work in pieces; a piece that is undefined is only a pause. null = nothing to do. */
export const useSlices = <T>(
  work: () => Iterable<T | undefined> | null,
  which: readonly unknown[],
  fresh: readonly unknown[],
): Sliced<T> =>
  useWork<T>(
    async (signal, each) => {
      const pieces = work();
      if (pieces) await inSlices(pieces, signal, each);
    },
    which,
    fresh,
  );
