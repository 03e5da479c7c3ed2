// The list behind a number: the items it was counted from, or those that count, each with its address, a page at a time.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Finding } from "../../audits/finding.ts";
import { Foreign, SafeLink } from "../safe-link.tsx";
import type { Catalogue } from "../text/catalogue.ts";
import type { Cited, Ground } from "./ground.ts";

const PER_PAGE = 20;

/** What is quoted of an item, as a link where its address may be one. */
export function Quote({ ground, record, max = 280 }: { ground: Ground; record: Cited; max?: number }) {
  const { text, frame } = ground;
  return (
    <SafeLink class="quote" address={record.url} hosts={frame.hosts} hint={text.popup.opensIn(frame.network)}>
      {record.text ? <Foreign text={record.text} max={max} /> : text.detail.noText}
    </SafeLink>
  );
}

/** One item: when and by whom, what it says, and the way to leave it out. `lead` stands in front of the time. */
export function Item({ ground, record, lead }: { ground: Ground; record: Cited; lead?: string }) {
  const { text, report } = ground;
  const when = text.format.dateTime(record.created.from);
  return (
    <li class="item">
      <p class="soft">
        {lead && <b>{lead} </b>}
        {when} · {text.report.author[record.author.role]}
        {record.goneAt !== undefined && (
          <span class="tag">{text.report.gone(text.format.date(record.goneAt, report.asOf))}</span>
        )}
      </p>
      <Quote ground={ground} record={record} />
      <button type="button" class="small" onClick={() => ground.leaveOut(record.id)}>
        {text.report.leaveOut}
        <span class="hidden-text"> ({when})</span>
      </button>
    </li>
  );
}

/** As many of `items` as were asked for, and a button for more. */
export function Paged<T>(props: {
  text: Catalogue;
  items: readonly T[];
  each: (item: T) => ComponentChildren;
  perPage?: number;
  class?: string;
}) {
  const perPage = props.perPage ?? PER_PAGE;
  const [shown, setShown] = useState(perPage);
  const rest = props.items.length - shown;
  return (
    <>
      <ol class={props.class ?? "items"}>{props.items.slice(0, shown).map(props.each)}</ol>
      {rest > 0 && (
        <button type="button" onClick={() => setShown(shown + perPage)}>
          {props.text.report.showMore(Math.min(rest, perPage), rest)}
        </button>
      )}
    </>
  );
}

/** A part that is folded, and made only when it is opened. */
export function Folded(props: { summary: ComponentChildren; class?: string; children: () => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <details class={props.class} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      {open && props.children()}
    </details>
  );
}

export function Evidence({ ground, finding }: { ground: Ground; finding: Finding }) {
  const { text, cited } = ground;
  if (finding.evidence.length === 0) return null;
  const listed = finding.evidence.flatMap((id) => cited.get(id) ?? []);
  const summary = finding.evidenceTotal < finding.n ? text.report.evidencePart : text.report.evidence;
  return (
    <Folded class="evidence" summary={summary(finding.evidenceTotal)}>
      {() => (
        <>
          <Paged
            text={text}
            items={listed}
            each={(record) => <Item key={record.id} ground={ground} record={record} />}
          />
          {finding.evidenceTotal > listed.length && (
            <p class="soft">{text.report.evidenceCut(listed.length, finding.evidenceTotal)}</p>
          )}
        </>
      )}
    </Folded>
  );
}
