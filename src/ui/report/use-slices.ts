// A hook around long work: what is done so far, whether more is to come, and whether it failed.
import { useEffect, useState } from "preact/hooks";
import { inSlices } from "../slices.ts";

export interface Sliced<T> {
  readonly done: readonly T[];
  readonly state: "working" | "ready" | "failed";
}

/** Works again from the start when one of `inputs` changes. `work` null = nothing to do. */
export function useSlices<T>(work: () => Iterable<T | undefined> | null, inputs: readonly unknown[]): Sliced<T> {
  const [sliced, setSliced] = useState<Sliced<T>>({ done: [], state: "working" });
  useEffect(() => {
    const gone = new AbortController();
    const pieces = work();
    setSliced({ done: [], state: pieces ? "working" : "ready" });
    if (pieces)
      inSlices(pieces, gone.signal, (done) => setSliced({ done, state: "working" })).then(
        () => gone.signal.aborted || setSliced(({ done }) => ({ done, state: "ready" })),
        (error) => {
          console.error(error);
          if (!gone.signal.aborted) setSliced(({ done }) => ({ done, state: "failed" }));
        },
      );
    return () => gone.abort();
  }, inputs);
  return sliced;
}
