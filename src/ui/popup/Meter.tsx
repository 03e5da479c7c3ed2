// A share on a line from none to all: the range it may lie in, the figure, and the aim; says nothing the sentence does not.
import type { Finding } from "../../audits/finding.ts";
import type { Target } from "../../domain/goal.ts";
import type { VerdictState } from "../../report/report.ts";
import { px, WIDTH } from "../detail/frame.ts";

const LEFT = 5;
const x = (share: number): number => px(LEFT + (WIDTH - 2 * LEFT) * Math.min(Math.max(share, 0), 1));

export function Meter({ finding, target, state }: { finding: Finding; target: Target; state: VerdictState }) {
  if (finding.unit !== "share" || finding.value === null) return null;
  const range = finding.envelope ?? finding.interval;
  const [low, high] = [range?.lower ?? finding.value, range?.upper ?? finding.value];
  const aims = target.upper === null ? [target.value] : [target.value, target.upper];
  return (
    <svg class={`chart meter ${state}`} viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true">
      <line class="track" x1={x(0)} x2={x(1)} y1="10" y2="10" />
      <line class="range" x1={x(low)} x2={x(high)} y1="10" y2="10" />
      {aims.map((aim) => (
        <path key={aim} class="aim" d={`M${x(aim)} 1v18M${px(x(aim) - 4)} 1h8`} />
      ))}
      <circle class="value" cx={x(finding.value)} cy="10" r="4.5" />
    </svg>
  );
}
