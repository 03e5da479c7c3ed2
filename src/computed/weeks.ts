// Seven-day weeks that end where the window ends, so that the newest week is always a whole one.
import { campaignWeeks } from "../stats/rhythm.ts";

export const WEEK = 7 * 86_400_000;

export interface Week {
  /** ms UTC, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** false where the window covers only a part of it. */
  readonly whole: boolean;
  /** Stands out from the base: a campaign, not the rhythm. */
  readonly campaign: boolean;
}

/** Counts `times` (ms) by week, oldest first; both ends of the window are included. Empty for an empty window. */
export function weeksOf(times: readonly number[], window: { readonly from: number; readonly to: number }): Week[] {
  const end = window.to + 1;
  const length = Math.ceil((end - window.from) / WEEK);
  if (length <= 0) return [];
  const counts = new Array<number>(length).fill(0);
  for (const time of times) {
    if (time < window.from || time >= end) continue;
    counts[length - 1 - Math.floor((end - 1 - time) / WEEK)]! += 1;
  }
  const weeks = counts.map((count, i) => ({
    from: end - (length - i) * WEEK,
    to: end - (length - 1 - i) * WEEK,
    count,
  }));
  const first = weeks[0]!.from < window.from ? 1 : 0;
  const campaigns = campaignWeeks(weeks.slice(first).map(({ count }) => count));
  return weeks.map((week, i) => ({ ...week, whole: i >= first, campaign: campaigns[i - first] ?? false }));
}
