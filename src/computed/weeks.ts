// Seven-day weeks that end where the window ends, so that the newest week is always a whole one.
import { campaignWeeks, type Posted } from "../stats/rhythm.ts";

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

/**
 * How many whole weeks (as `weeksOf` gives them) had a post, at least and at most, wherever in its time each post was
 * written; alike where all times are exact.
 */
export function activeWeeks(
  posts: readonly Posted[],
  weeks: readonly Week[],
): { readonly least: number; readonly most: number } {
  const whole = weeks.filter((week) => week.whole);
  const place = (at: number): number => Math.min(whole.length - 1, Math.floor((at - whole[0]!.from) / WEEK));
  const sure = new Uint8Array(whole.length);
  const rough: { readonly first: number; readonly last: number }[] = [];
  for (const { from, to } of whole.length > 0 ? posts : []) {
    const [first, last] = [place(from), place(to - 1)];
    if (first === last && last >= 0) sure[last] = 1;
    else if (last >= 0) rough.push({ first, last });
  }
  rough.sort((a, b) => a.last - b.last);
  const active = sure.reduce((sum, one) => sum + one, 0);

  // The fewest weeks that hold all: each time the last week of the first post that none of them holds.
  let least = active;
  let taken = -1;
  for (const { first, last } of rough) {
    // Before the first whole week it counts in none.
    if (first < 0 || first <= taken || sure.subarray(first, last + 1).includes(1)) continue;
    least++;
    taken = last;
  }
  // The most that can have one of their own: each takes the post that no later week may take first.
  let most = active;
  const used = new Set<number>();
  sure.forEach((isActive, week) => {
    if (isActive) return;
    const next = rough.findIndex(({ first, last }, i) => !used.has(i) && first <= week && last >= week);
    if (next < 0) return;
    used.add(next);
    most++;
  });
  return { least, most };
}
