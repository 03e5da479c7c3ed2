// A whole in its parts: one bar, told apart by pattern as well as colour, and a legend with every share.

import type { Detail } from "../../audits/detail.ts";
import { plainText, Rich } from "../rich.tsx";
import { useId } from "../use-id.ts";
import { type Frame, px, WIDTH } from "./frame.ts";

type Composition = Extract<Detail, { type: "composition" }>;
type Side = Exclude<Composition["parts"][number]["side"], "apart">;

const GAP = 2;

/** The pattern that lies over a part's colour; `people` stays plain. */
function Pattern({ id, side }: { id: string; side: Side }) {
  const shape = { people: "", invite: "M0 6L6 0", broadcast: "M3 3h.01" }[side];
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <path class={`weave ${side}`} d={shape} />
    </pattern>
  );
}

export function CompositionDetail({ detail, frame }: { detail: Composition; frame: Frame }) {
  const id = useId();
  const { text } = frame;
  const named = detail.parts
    .filter(({ count }) => count > 0)
    .map((part) => ({ ...part, name: text.detail.part(part.key, part.side) }));
  const total = named.reduce((sum, { side, count }) => sum + (side === "apart" ? 0 : count), 0);
  const parts = named.flatMap(({ side, ...part }) =>
    side === "apart" ? [] : [{ ...part, side, share: part.count / total }],
  );
  const apart = named
    .filter(({ side }) => side === "apart")
    .map((part) => text.detail.apartLabel(part.name, part.count));
  const room = WIDTH - GAP * Math.max(parts.length - 1, 0);
  let left = 0;
  const bars = parts.map((part) => {
    const bar = { ...part, left, width: room * part.share };
    left += bar.width + GAP;
    return bar;
  });
  return (
    <div class="composition">
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} 16`}
        role="img"
        aria-label={[text.detail.composition(parts), ...apart.map(plainText)].join(" ")}
      >
        <defs>
          {parts.map(({ side, key }) => (
            <Pattern key={key} id={`${id}-${key}`} side={side} />
          ))}
        </defs>
        {bars.map((bar) => (
          <g key={bar.key}>
            <rect class={`part ${bar.side}`} x={px(bar.left)} y="0" width={px(bar.width)} height="16" rx="2" />
            <rect x={px(bar.left)} y="0" width={px(bar.width)} height="16" rx="2" fill={`url(#${id}-${bar.key})`} />
          </g>
        ))}
      </svg>
      <ul class="legend" aria-hidden="true">
        {parts.map((part) => (
          <li key={part.key}>
            <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
              <rect class={`part ${part.side}`} width="12" height="12" rx="2" />
              <rect width="12" height="12" rx="2" fill={`url(#${id}-${part.key})`} />
            </svg>
            <span>
              <Rich text={text.detail.partLabel(part.name, part.share)} />
            </span>
          </li>
        ))}
        {apart.map((label) => (
          <li key={label} class="soft">
            <span>
              <Rich text={label} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
