// The three instruments: how long people wait, broadcast or conversation, rhythm; each a picture and a sentence.
import type { ComponentChildren } from "preact";
import type { Finding } from "../../audits/finding.ts";
import type { Report } from "../../report/report.ts";
import { Detail } from "../detail/Detail.tsx";
import type { Frame, Mark } from "../detail/frame.ts";
import { type Instruments as Found, instruments } from "../pick.ts";
import { Rich } from "../rich.tsx";
import { spanOf, statement } from "../sentence.ts";

const HOUR = 3_600_000;

/** The plan's targets that can be drawn on the latency curve. */
export function marks(report: Report): Mark[] {
  return report.goals.flatMap(({ indicators }) =>
    indicators.flatMap(({ indicator, target }): Mark[] => {
      if (indicator === "answeredWithin24h") return [{ t: 24 * HOUR, share: target.value }];
      if (indicator === "answeredWithin1h") return [{ t: HOUR, share: target.value }];
      return indicator === "halfTime" ? [{ t: target.value, share: 0.5 }] : [];
    }),
  );
}

/** Findings whose sentence a goal already says. */
const saidByGoals = (report: Report): ReadonlySet<string> =>
  new Set(report.goals.flatMap(({ indicators }) => indicators.map(({ finding }) => finding ?? "")));

/** One finding in words: the figure with its doubt, or why there is none. */
export function FindingText({ finding, frame }: { finding: Finding; frame: Frame }) {
  const said = statement(frame.text, finding);
  return (
    <p class="fact">
      {said.fact ? <Rich text={said.fact} /> : <>{said.name}: </>}
      {said.doubt && <span class="soft"> ({said.doubt})</span>}
      {said.reason && <span class="soft"> {said.reason}</span>}
      {!said.fact && !said.reason && <span class="soft">{frame.text.report.notKnown}</span>}
    </p>
  );
}

function Panel(props: { title: string; beside?: string | null; children: ComponentChildren }) {
  return (
    <section class="instrument">
      <div class="heading">
        <h2>{props.title}</h2>
        {props.beside && <span class="soft">{props.beside}</span>}
      </div>
      {props.children}
    </section>
  );
}

function Picture({ finding, frame }: { finding: Finding | null; frame: Frame }) {
  return finding?.detail ? <Detail detail={finding.detail} unit={finding.unit} frame={frame} /> : null;
}

interface PanelProps {
  found: Found;
  report: Report;
  frame: Frame;
}

function Latency({ found, report, frame }: PanelProps) {
  const { people, half, given } = found;
  const { text } = frame;
  if (!people && !given) return null;
  if (people?.detail || !given?.detail) {
    const beside =
      half && (half.value !== null || half.reason === "fewerThanHalf") ? text.popup.half(half.value) : null;
    return (
      <Panel title={text.popup.latencyTitle} beside={beside}>
        <Picture finding={people} frame={{ ...frame, marks: marks(report) }} />
        {people && !(people.detail && saidByGoals(report).has(people.key)) && (
          <FindingText finding={people} frame={frame} />
        )}
        {people?.detail && given?.value != null && <FindingText finding={given} frame={frame} />}
      </Panel>
    );
  }
  return (
    <Panel title={text.popup.givenTitle} beside={given.value === null ? null : text.popup.half(given.value)}>
      <Picture finding={given} frame={{ ...frame, counted: "answers" }} />
      <FindingText finding={given} frame={frame} />
      <p class="soft">{text.popup.givenNote}</p>
    </Panel>
  );
}

function Conversation({ found, report, frame }: PanelProps) {
  const finding = found.conversation;
  if (!finding) return null;
  return (
    <Panel title={frame.text.popup.conversationTitle}>
      <Picture finding={finding} frame={frame} />
      {!(finding.detail && saidByGoals(report).has(finding.key)) && <FindingText finding={finding} frame={frame} />}
    </Panel>
  );
}

function Rhythm({ found, frame }: { found: Found; frame: Frame }) {
  const { weeks, perWeek, silence } = found;
  if (!weeks) return null;
  const { text } = frame;
  const said = statement(text, weeks);
  const [active, rate, longest] = [weeks, perWeek, silence].map((finding) => finding && spanOf(finding));
  const whole = (share: number) => Math.round(share * weeks.n);
  const line = text.popup.rhythm(
    active ? { least: whole(active.least), most: whole(active.most), of: weeks.n } : null,
    rate ?? null,
    longest ? { ...longest, current: silence?.values["current"] === 1 } : null,
  );
  const isRough = [active, rate, longest].some((span) => span && span.least < span.most);
  return (
    <Panel
      title={text.popup.rhythmTitle}
      beside={isRough ? text.popup.timesAreRough : weeks.census ? said.doubt : null}
    >
      <Picture finding={weeks} frame={frame} />
      <p class="fact">
        <Rich text={line} />
        {said.reason && <span class="soft"> {said.reason}</span>}
      </p>
    </Panel>
  );
}

export function Instruments({ report, frame }: { report: Report; frame: Frame }) {
  const found = instruments(report);
  return (
    <>
      <Latency found={found} report={report} frame={frame} />
      <Conversation found={found} report={report} frame={frame} />
      <Rhythm found={found} frame={frame} />
    </>
  );
}
