// The week strip: a bar for each week, campaign weeks woven, unread parts outlined, silences bracketed below.

import type { Detail } from "../../audits/detail.ts";
import { useId } from "../use-id.ts";
import { type Frame, px, WIDTH } from "./frame.ts";

type Weeks = Extract<Detail, { type: "weeks" }>;

const FLOOR = 40;
const TOP = 12;

export function WeeksDetail({ detail, frame }: { detail: Weeks; frame: Frame }) {
  const id = useId();
  const { text } = frame;
  const { weeks, silences } = detail;
  const first = weeks[0];
  const last = weeks[weeks.length - 1];
  if (!first || !last) return null;
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const slot = WIDTH / weeks.length;
  const width = Math.max(slot - Math.min(4, slot * 0.25), 0.6);
  const x = (ms: number) => (WIDTH * (ms - first.from)) / Math.max(last.to - first.from, 1);
  const shown = silences.map((s) => ({
    ...s,
    ms: s.to - s.from,
    left: Math.max(x(s.from), 1),
    right: Math.min(x(s.to), WIDTH - 1),
  }));
  const longest = [...shown].sort((a, b) => b.ms - a.ms)[0];
  const active = weeks.filter(({ count }) => count > 0).length;
  const campaigns = weeks.some(({ campaign }) => campaign);
  const partly = weeks.some(({ whole }) => !whole);
  return (
    <div class="strip">
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${longest ? 60 : 46}`}
        role="img"
        aria-label={text.detail.weeks(weeks.length, active, shown)}
      >
        <defs>
          <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
            <path class="weave campaign" d="M0 5L5 0" />
          </pattern>
        </defs>
        <line class="base" x1="0" x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
        {weeks.map((week, index) => {
          const height = ((FLOOR - TOP) * week.count) / most;
          const box = {
            x: px(index * slot + (slot - width) / 2),
            y: px(FLOOR - height),
            width: px(width),
            height: px(height),
          };
          return (
            <g key={week.from}>
              <rect
                class={`week${week.whole ? "" : " partly"}${week.campaign ? " campaign" : ""}`}
                rx={Math.min(2, width / 4)}
                {...box}
              />
              {week.campaign && <rect fill={`url(#${id})`} {...box} />}
              {slot >= 12 && (
                <text class="figure small" x={box.x + width / 2} y={px(FLOOR - height - 2.5)} text-anchor="middle">
                  {text.format.number(week.count)}
                </text>
              )}
            </g>
          );
        })}
        {shown.map((silence) => (
          <path
            key={silence.from}
            class={`silence${silence.current ? " current" : ""}`}
            d={`M${px(silence.left)} 43v3H${px(silence.right)}${silence.current ? "" : "v-3"}`}
          />
        ))}
        {longest && (
          <text
            class="axis"
            x={px(Math.min(Math.max((longest.left + longest.right) / 2, 45), WIDTH - 45))}
            y="57"
            text-anchor="middle"
          >
            {text.detail.silence(longest.ms, longest.current)}
          </text>
        )}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{text.format.date(first.from, frame.asOf)}</span>
        {campaigns && (
          <span class="key">
            <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
              <rect class="week campaign" width="12" height="12" rx="2" />
              <rect width="12" height="12" rx="2" fill={`url(#${id})`} />
            </svg>
            {text.detail.campaign}
          </span>
        )}
        {partly && (
          <span class="key">
            <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
              <rect class="week partly" x="1" y="1" width="10" height="10" rx="2" />
            </svg>
            {text.detail.partWeek}
          </span>
        )}
        <span>{text.format.date(last.to - 1, frame.asOf)}</span>
      </div>
    </div>
  );
}
