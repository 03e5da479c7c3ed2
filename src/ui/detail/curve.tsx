// The curve "share answered within a time", with its band of doubt, its milestones and the targets.
import type { Detail } from "../../audits/detail.ts";
import { type Frame, px, WIDTH } from "./frame.ts";

type Curve = Extract<Detail, { type: "curve" }>;
type Point = Curve["points"][number];

const HOUR = 3_600_000;
const MILESTONES = [HOUR, 4 * HOUR, 24 * HOUR, 72 * HOUR];
const END = 96 * HOUR;
const LEFT = 4;
const TOP = 18;
const FLOOR = 98;
/** Logarithmic beyond a few minutes: an hour and a day both deserve room. */
const x = (t: number): number =>
  LEFT + ((WIDTH - 2 * LEFT) * Math.log1p(Math.min(t, END) / (0.25 * HOUR))) / Math.log1p(END / (0.25 * HOUR));
const y = (share: number): number => FLOOR - (FLOOR - TOP) * share;

/** The step function's value at `t` ms; null left of the first step is nobody: 0. */
export function at(points: readonly Point[], t: number): Point {
  let found: Point = { t: 0, share: 0, lower: null, upper: null };
  for (const point of points) {
    if (point.t > t) break;
    found = point;
  }
  return found;
}

/** Corners of a step line up to `until`, at most about one per drawn pixel. */
function steps(points: readonly Point[], until: number, level: (point: Point) => number): [number, number][] {
  const corners: [number, number][] = [[x(0), y(points[0] && points[0].t <= 0 ? level(points[0]) : 0)]];
  for (const point of points) {
    if (point.t > until || point.t > END) break;
    const last = corners[corners.length - 1] as [number, number];
    const [px0, py0] = [x(point.t), y(level(point))];
    if (px0 - last[0] < 0.4) last[1] = py0;
    else corners.push([px0, last[1]], [px0, py0]);
  }
  const last = corners[corners.length - 1] as [number, number];
  corners.push([x(Math.min(until, END)), last[1]]);
  return corners;
}
const path = (corners: readonly [number, number][]) => corners.map(([a, b]) => `${px(a)} ${px(b)}`).join(" L");

export function CurveDetail({ detail, frame }: { detail: Curve; frame: Frame }) {
  const { text } = frame;
  const points = [...detail.points].sort((a, b) => a.t - b.t);
  const until = Math.min(detail.until ?? END, END);
  const known = MILESTONES.filter((t) => t <= until);
  const line = steps(points, until, (p) => p.share);
  const banded = points.some((p) => p.lower !== null && p.upper !== null);
  const low = steps(points, until, (p) => p.lower ?? p.share);
  const high = steps(points, until, (p) => p.upper ?? p.share);
  const label = text.detail.curve(
    known.map((t) => ({ t, share: at(points, t).share })),
    detail.atRisk,
    frame.counted,
  );
  /** Where a milestone's figure stands: above its dot, or below where a target is marked just above. */
  const figureAt = (t: number): number => {
    const { share } = at(points, t);
    const crowded = frame.marks.some(
      (mark) => x(mark.t) > x(t) - 30 && x(mark.t) - x(t) < 120 && mark.share > share && mark.share < share + 0.35,
    );
    const below = y(share) + 16;
    return crowded && below < FLOOR ? below : Math.max(y(share) - 7, 11);
  };
  return (
    <svg class="chart curve" viewBox={`0 0 ${WIDTH} 116`} role="img" aria-label={label}>
      {[0.5, 1].map((share) => (
        <g key={share}>
          <line class="grid" x1={LEFT} x2={WIDTH - LEFT} y1={y(share)} y2={y(share)} />
          <text class="axis faint" x={LEFT} y={y(share) - 3}>
            {text.format.percent(share)}
          </text>
        </g>
      ))}
      <line class="base" x1={LEFT} x2={WIDTH - LEFT} y1={FLOOR} y2={FLOOR} />
      {banded && <path class="band" d={`M${path(high)} L${path([...low].reverse())}Z`} />}
      <path class="line" d={`M${path(line)}`} />
      {until < END && (
        <g>
          <rect class="unseen" x={x(until)} y={TOP} width={WIDTH - LEFT - x(until)} height={FLOOR - TOP} />
          {WIDTH - x(until) > 90 && (
            <text class="axis" x={(x(until) + WIDTH - LEFT) / 2} y={(TOP + FLOOR) / 2 + 4} text-anchor="middle">
              {text.detail.unseen}
            </text>
          )}
        </g>
      )}
      {MILESTONES.map((t) => (
        <g key={t}>
          <line class="tick" x1={x(t)} x2={x(t)} y1={FLOOR} y2={FLOOR + 3} />
          <text class="axis" x={x(t)} y={FLOOR + 14} text-anchor="middle">
            {text.format.duration(t, "short")}
          </text>
          {t <= until && (
            <g>
              <circle class="dot" cx={x(t)} cy={y(at(points, t).share)} r={3.2} />
              <text class="figure" x={x(t)} y={figureAt(t)} text-anchor="middle">
                {text.format.percent(at(points, t).share)}
              </text>
            </g>
          )}
        </g>
      ))}
      {frame.marks
        .filter(({ t }) => t <= END)
        .map((mark) => (
          <g key={`${mark.t} ${mark.share}`} class="mark">
            <path d={`M${px(x(mark.t) - 9)} ${px(y(mark.share))}h18`} />
            <path d={`M${px(x(mark.t))} ${px(y(mark.share) - 4)}l4 4l-4 4l-4 -4Z`} />
            <text class="axis" x={x(mark.t) - 13} y={y(mark.share) + 4} text-anchor="end">
              {text.detail.aimMark(mark.share, mark.t)}
            </text>
          </g>
        ))}
    </svg>
  );
}
