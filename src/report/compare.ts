// What moved between two audits of a page: only what the doubt of neither can explain.
import type { Finding } from "../audits/finding.ts";
import type { Report } from "./report.ts";

export interface Change {
  readonly key: string;
  readonly unit: Finding["unit"];
  readonly before: number | null;
  readonly after: number | null;
  /** `up` and `down` only where the intervals have no point in common; `cannotTell` where one has none. */
  readonly moved: "up" | "down" | "no" | "cannotTell";
}

export type Ends = { readonly lower: number; readonly upper: number };

/** The wider of both doubts, open ends as infinities; a fact about a window is its own interval. null = none is known. */
export function endsOf({ envelope, interval, state }: Finding): Ends | null {
  const limits = [envelope, interval].filter((one) => one !== null);
  if (state !== "measured" || limits.length === 0) return null;
  return {
    lower: Math.min(...limits.map(({ lower }) => lower ?? Number.NEGATIVE_INFINITY)),
    upper: Math.max(...limits.map(({ upper }) => upper ?? Number.POSITIVE_INFINITY)),
  };
}

/** One change per finding that both reports have, in the order of the later. */
export function compare(before: Report, after: Report): Change[] {
  const earlier = new Map(before.findings.map((finding) => [finding.key, finding]));
  return after.findings.flatMap((finding): Change[] => {
    const was = earlier.get(finding.key);
    if (!was) return [];
    const [a, b] = [endsOf(was), endsOf(finding)];
    const moved = !a || !b ? "cannotTell" : b.lower > a.upper ? "up" : b.upper < a.lower ? "down" : "no";
    return [{ key: finding.key, unit: finding.unit, before: was.value, after: finding.value, moved }];
  });
}
