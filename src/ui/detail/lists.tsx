// Details that are lists: people who wait, and pairs of posts that say the same; each item a link where it may be one.
import type { Detail } from "../../audits/detail.ts";
import { Foreign, SafeLink } from "../safe-link.tsx";
import type { Frame } from "./frame.ts";

export function WaitingDetail({ detail, frame }: { detail: Extract<Detail, { type: "waiting" }>; frame: Frame }) {
  const { text, hosts, network } = frame;
  const items = detail.items.slice(0, frame.limit);
  return (
    <ol class="waiting">
      {items.map((item) => (
        <li key={item.id}>
          <b>{text.detail.waited(item.waited)}</b>
          <SafeLink class="quote" address={item.url} hosts={hosts} hint={text.popup.opensIn(network)}>
            {item.text ? <Foreign text={item.text} max={160} /> : text.detail.noText}
          </SafeLink>
        </li>
      ))}
    </ol>
  );
}

export function PairsDetail({ detail, frame }: { detail: Extract<Detail, { type: "pairs" }>; frame: Frame }) {
  const { text, hosts, network, cited } = frame;
  const side = (id: string) => {
    const record = cited.find((candidate) => candidate.id === id);
    return (
      <SafeLink class="quote" address={record?.url ?? null} hosts={hosts} hint={text.popup.opensIn(network)}>
        {record?.text ? <Foreign text={record.text} max={120} /> : text.detail.noText}
      </SafeLink>
    );
  };
  return (
    <ul class="pairs">
      {detail.pairs.slice(0, frame.limit).map((pair) => (
        <li key={`${pair.a} ${pair.b}`}>
          <b>{text.detail.alike(pair.similarity)}</b>
          {side(pair.a)}
          {side(pair.b)}
        </li>
      ))}
    </ul>
  );
}
