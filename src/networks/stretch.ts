// The stretch of a list that runs from new to old, with what stands in it out of order left out.

/** Times in ms of the oldest and the newest item of the stretch, and how many items of the list do not belong to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly misplaced: number;
}

/**
 * The longest stretch that falls from new to old (equal times may follow each other) over `times`, ms in the order
 * shown; of several, the one that reaches least far back, for what is covered must never be claimed too large. null
 * over nothing. A post pinned to the top, or an old one shown again in between, so stays out of it.
 */
export function fallingStretch(times: readonly number[]): Stretch | null {
  // Of all falling stretches of n + 1 items among those seen so far, the one that ends latest stands at n.
  const byLength: { readonly from: number; readonly to: number }[] = [];
  for (const time of times) {
    let [low, high] = [0, byLength.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byLength[middle]!.from >= time) low = middle + 1;
      else high = middle;
    }
    byLength[low] = { from: time, to: byLength[low - 1]?.to ?? time };
  }
  const longest = byLength.at(-1);
  return longest ? { ...longest, misplaced: times.length - byLength.length } : null;
}
