// The difference of two shares, such as weekdays and weekends, with its limits.
import type { Limits } from "./intervals.ts";

/** A share with its limits. */
export interface LimitedShare extends Limits {
  readonly share: number;
}

/**
 * `a` − `b` with limits put together from those of either share (method 10 of Newcombe, Stat Med 17:873–890, 1998),
 * for shares of different people.
 */
export function difference(a: LimitedShare, b: LimitedShare): LimitedShare {
  const share = a.share - b.share;
  return {
    share,
    lower: share - Math.hypot(a.share - a.lower, b.upper - b.share),
    upper: share + Math.hypot(a.upper - a.share, b.share - b.lower),
  };
}
