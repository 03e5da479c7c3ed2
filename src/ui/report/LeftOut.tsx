// What the person took out of the audit, each item with the way to put it back.
import { Foreign, SafeLink } from "../safe-link.tsx";
import { Paged } from "./Evidence.tsx";
import type { Env, Shown } from "./view.ts";

export function LeftOut({ env, page }: { env: Env; page: Shown }) {
  const { text, actions } = env;
  const ids = page.data?.leftOut;
  if (!page.data || !ids || ids.size === 0) return null;
  const records = page.data.dataset.records.filter(({ id }) => ids.has(id));
  const below = (page.report?.coverage.leftOut ?? records.length) - records.length;
  return (
    <section class="part" aria-labelledby="title-left-out">
      <div class="heading">
        <h2 id="title-left-out">{text.report.leftOutTitle(records.length)}</h2>
        {below > 0 && <span class="soft">{text.report.leftOutBelow(below)}</span>}
      </div>
      <Paged
        text={text}
        items={records}
        each={(record) => (
          <li key={record.id} class="item">
            <p class="soft">
              {text.format.dateTime(record.created.from)} · {text.report.author[record.author.role]}
            </p>
            <SafeLink
              class="quote"
              address={record.url}
              hosts={page.network.hosts}
              hint={text.popup.opensIn(page.network.name)}
            >
              {record.text ? <Foreign text={record.text} max={280} /> : text.detail.noText}
            </SafeLink>
            <button type="button" class="small" onClick={() => actions.leaveOut(record.id, false)}>
              {text.report.putBack}
              <span class="hidden-text"> ({text.format.dateTime(record.created.from)})</span>
            </button>
          </li>
        )}
      />
    </section>
  );
}
