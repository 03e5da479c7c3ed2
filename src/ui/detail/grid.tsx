// Posts by weekday and hour: squares whose size grows with the count, with the same numbers as a table for readers.
import type { Detail } from "../../audits/detail.ts";
import { type Frame, px, WIDTH } from "./frame.ts";

type Grid = Extract<Detail, { type: "grid" }>;

const LEFT = 40;
const CELL = (WIDTH - LEFT) / 24;
const ROW = 14;
const HOURS = [0, 6, 12, 18];

export function GridDetail({ detail, frame }: { detail: Grid; frame: Frame }) {
  const { text } = frame;
  const cells = detail.counts.flatMap((row, day) => row.map((count, hour) => ({ day, hour, count })));
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const busiest = cells.reduce<(typeof cells)[number] | null>((a, b) => (b.count > (a?.count ?? 0) ? b : a), null);
  const label = text.detail.grid(total, busiest && { ...busiest, day: busiest.day + 1 });
  return (
    <div class="weekgrid">
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${7 * ROW + 14}`} role="img" aria-label={label}>
        {detail.counts.map((_, day) => (
          <text key={text.format.weekday(day + 1, "short")} class="axis" x="0" y={day * ROW + 11}>
            {text.format.weekday(day + 1, "short")}
          </text>
        ))}
        {cells.map(({ day, hour, count }) => {
          const side = count === 0 ? 2 : 4 + (Math.min(CELL, ROW) - 6) * Math.sqrt(count / most);
          return (
            <rect
              key={`${day} ${hour}`}
              class={count === 0 ? "cell none" : "cell"}
              x={px(LEFT + hour * CELL + (CELL - side) / 2)}
              y={px(day * ROW + (ROW - side) / 2)}
              width={px(side)}
              height={px(side)}
              rx="1"
            />
          );
        })}
        {HOURS.map((hour) => (
          <text key={hour} class="axis" x={LEFT + hour * CELL} y={7 * ROW + 12}>
            {text.detail.hour(hour)}
          </text>
        ))}
      </svg>
      <div class="hidden-text">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{text.detail.gridCorner}</th>
              {Array.from({ length: 24 }, (_, hour) => (
                <th key={text.detail.hour(hour)} scope="col">
                  {text.detail.hour(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {detail.counts.map((row, day) => (
              <tr key={text.format.weekday(day + 1, "long")}>
                <th scope="row">{text.format.weekday(day + 1, "long")}</th>
                {row.map((count, hour) => (
                  <td key={text.detail.hour(hour)}>{text.format.number(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
