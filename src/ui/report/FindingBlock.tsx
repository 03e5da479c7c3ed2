// One finding in full: the figure with its doubt, what others found, its picture, the dates it covers, and the list behind it.
import type { Finding } from "../../audits/finding.ts";
import { Detail } from "../detail/Detail.tsx";
import { FindingText } from "../popup/Instruments.tsx";
import { SafeLink } from "../safe-link.tsx";
import { notKnown, textOf } from "../sentence.ts";
import { Evidence } from "./Evidence.tsx";
import type { Ground } from "./ground.ts";

/** Published lines beside a figure, and its own earlier value, where there are any. */
export function References({ ground, indicator, unit }: { ground: Ground; indicator: string; unit: Finding["unit"] }) {
  const { text, report } = ground;
  const lines = report.references.filter((line) => line.indicator === indicator);
  const other = report.alternatives.find((alternative) => alternative.indicator === indicator);
  const own = other?.own ?? null;
  const rivals = other?.rivals ?? null;
  if (lines.length === 0 && own === null && rivals === null) return null;
  return (
    <ul class="references soft">
      {own !== null && <li>{text.report.ownBefore(text.value(unit, own))}</li>}
      {rivals !== null && <li>{text.report.rivals(text.value(unit, rivals), other?.rivalCount ?? 0)}</li>}
      {lines.map((line) => (
        <li key={line.key}>{text.report.reference(text.value(unit, line.value), line)}</li>
      ))}
    </ul>
  );
}

/** What to open for this figure; said only where something would make it surer. `always`: even where the top says so. */
export function Action({ ground, finding, always }: { ground: Ground; finding: Finding; always?: boolean }) {
  const { text, frame, cited, report } = ground;
  const step = finding.next;
  if (!step || step.key === "nothing") return null;
  // The one thing to open for the whole audit is said at its top.
  if (!always && step.key === report.next?.key && step.record === report.next.record) return null;
  const record = step.record === null ? undefined : cited.get(step.record);
  return (
    <p class="action soft">
      <b>{text.report.surer}</b>{" "}
      <SafeLink address={step.url ?? record?.url ?? null} hosts={frame.hosts} hint={text.popup.opensIn(frame.network)}>
        {text.next(step, record?.created.from ?? null, report.asOf)}
      </SafeLink>
    </p>
  );
}

/** The dates a figure speaks of and what of it is not known. */
export function Reach({ ground, finding }: { ground: Ground; finding: Finding }) {
  const { text } = ground;
  const { window } = finding;
  const parts = [
    window && text.format.dateRange(window.from, window.to, ground.report.asOf),
    notKnown(text, finding),
  ].filter(Boolean);
  return parts.length === 0 ? null : <p class="soft">{parts.join(" · ")}</p>;
}

export function FindingBlock({
  ground,
  finding,
  picture = true,
}: {
  ground: Ground;
  finding: Finding;
  picture?: boolean;
}) {
  const { text, frame } = ground;
  const drawn = picture && finding.detail && finding.detail.type !== "waiting";
  return (
    <article class="finding">
      <h3>{textOf(text, finding.key)?.name ?? finding.key}</h3>
      <FindingText finding={finding} frame={frame} />
      {drawn && finding.detail && (
        <Detail
          detail={finding.detail}
          unit={finding.unit}
          frame={{ ...frame, counted: finding.key === "answeredLatency" ? "answers" : "people" }}
        />
      )}
      <Reach ground={ground} finding={finding} />
      <References ground={ground} indicator={finding.key} unit={finding.unit} />
      <Action ground={ground} finding={finding} />
      <Evidence ground={ground} finding={finding} />
    </article>
  );
}
