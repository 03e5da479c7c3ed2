// The stretch of a feed that a look at it covers.
import type { Span } from "../../domain/observation.ts";

/**
 * The span over the times (ms) of the owner's own items in the order shown. null where there is none, and where the
 * list does not run from new to old (signed out, X shows an account's best posts): then it leaves gaps anywhere.
 */
export function spanOver(times: readonly number[], ends: Omit<Span, "from" | "to">): Span | null {
  const backward = times.filter((time, index) => index > 0 && time > times[index - 1]!).length;
  if (times.length === 0 || backward * 4 > times.length - 1) return null;
  return { from: Math.min(...times), to: Math.max(...times), ...ends };
}
