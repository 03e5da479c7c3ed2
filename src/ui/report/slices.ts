// Long work in slices: the screen is drawn and answers between one piece and the next.

/** Resolves after the browser had a chance to draw and to take a click. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Takes one piece of `work` after the other with a breath between, and hands over what there is after each. Ends early
 * where `signal` is aborted; rejects with what `work` throws.
 */
export async function inSlices<T>(
  work: Iterable<T>,
  signal: AbortSignal,
  each: (all: readonly T[]) => void,
): Promise<void> {
  const all: T[] = [];
  const pieces = work[Symbol.iterator]();
  for (;;) {
    await breath();
    if (signal.aborted) return;
    const { done, value } = pieces.next();
    if (done) return;
    all.push(value);
    each([...all]);
  }
}
