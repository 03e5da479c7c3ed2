// How long people wait: the curve on their clock and on the opening hours, and the table of waiting times.
import { Detail } from "../detail/Detail.tsx";
import { marks } from "../popup/Instruments.tsx";
import { findingOf } from "../sentence.ts";
import { Blocks } from "./Blocks.tsx";
import { FindingBlock } from "./FindingBlock.tsx";
import { type Ground, ofGroup } from "./ground.ts";
import { LatencyTable } from "./LatencyTable.tsx";
import { Part } from "./Part.tsx";

/** Told in the table of waiting times. */
const IN_TABLE = [
  "answeredWithin1h",
  "answeredWithin4h",
  "answeredWithin24h",
  "answeredWithin72h",
  "halfTime",
  "ninetyTime",
];

export function Latency({ ground }: { ground: Ground }) {
  const { text, report } = ground;
  const all = ofGroup(report, "latency");
  const rest = all.filter(({ key }) => !IN_TABLE.includes(key) && key !== "openHalfTime");
  const day = findingOf(report, "answeredWithin24h");
  const open = findingOf(report, "openHalfTime");
  return (
    <Part id="latency" title={text.popup.latencyTitle}>
      {day && (
        <div class="columns">
          <div class="clock">
            <h3>{text.report.theirClock}</h3>
            {day.detail ? (
              <Detail detail={day.detail} unit={day.unit} frame={{ ...ground.frame, marks: marks(report) }} />
            ) : (
              <FindingBlock ground={ground} finding={day} />
            )}
            {day.detail && <p class="soft">{text.report.curveLegend}</p>}
          </div>
          {open?.detail && (
            <div class="clock">
              <h3>{text.report.yourClock}</h3>
              <Detail detail={open.detail} unit={open.unit} frame={ground.frame} />
              <p class="soft">{text.report.yourClockLead}</p>
            </div>
          )}
        </div>
      )}
      <LatencyTable
        ground={ground}
        findings={all.filter(({ key }) => IN_TABLE.includes(key) || key === "openHalfTime")}
      />
      <Blocks ground={ground} findings={rest} />
    </Part>
  );
}
