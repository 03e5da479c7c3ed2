// The stretch of a feed that a look at it covers.
import type { Span } from "../../domain/observation.ts";
import { fallingStretch } from "../stretch.ts";

/**
 * The span over the times (ms) of the owner's own items in the order shown, without those that stand out of order.
 * null where there is none, and where more than a few do (signed out, X shows an account's best posts): then the list
 * leaves gaps anywhere.
 */
export function spanOver(times: readonly number[], ends: Omit<Span, "from" | "to">): Span | null {
  const stretch = fallingStretch(times);
  if (!stretch || stretch.misplaced * 4 > times.length - 1) return null;
  return { from: stretch.from, to: stretch.to, ...ends };
}
