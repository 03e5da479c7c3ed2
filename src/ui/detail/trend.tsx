// One measure over consecutive periods: a dot each with its limits, gaps where nothing is known, and a table for readers.
import type { Detail } from "../../audits/detail.ts";
import type { Unit } from "../../domain/goal.ts";
import { type Frame, px, WIDTH } from "./frame.ts";

type Trend = Extract<Detail, { type: "trend" }>;

const TOP = 14;
const FLOOR = 60;

export function TrendDetail({ detail, unit, frame }: { detail: Trend; unit: Unit; frame: Frame }) {
  const { text } = frame;
  const { periods } = detail;
  const top =
    unit === "share" ? 1 : Math.max(...periods.flatMap((p) => [p.upper ?? 0, p.value ?? 0]), Number.MIN_VALUE);
  const floor = Math.min(0, ...periods.flatMap((p) => [p.lower ?? 0, p.value ?? 0]));
  const slot = WIDTH / Math.max(periods.length, 1);
  const y = (v: number) => px(FLOOR - ((FLOOR - TOP) * (Math.min(v, top) - floor)) / (top - floor));
  const say = (value: number | null) => (value === null ? null : text.value(unit, value));
  const label = text.detail.trend(
    periods.map((p) => ({ ...p, value: say(p.value) })),
    frame.asOf,
  );
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} 78`} role="img" aria-label={label}>
      <line class="base" x1="0" x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
      {periods.map((period, index) => {
        const x = px((index + 0.5) * slot);
        return (
          <g key={period.from}>
            {period.value !== null && (
              <>
                {period.lower !== null && period.upper !== null && (
                  <line class="whisker" x1={x} x2={x} y1={y(period.lower)} y2={y(period.upper)} />
                )}
                <circle class="dot" cx={x} cy={y(period.value)} r="3.2" />
                {slot > 34 && (
                  <text class="figure small" x={x + 6} y={Math.min(y(period.value) + 3, FLOOR - 3)}>
                    {say(period.value)}
                  </text>
                )}
              </>
            )}
            {(slot > 44 || index === 0 || index === periods.length - 1) && (
              <text class="axis" x={x} y="74" text-anchor={slot > 44 ? "middle" : index === 0 ? "start" : "end"}>
                {text.format.date(period.from, frame.asOf)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
