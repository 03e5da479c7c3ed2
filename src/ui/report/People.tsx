// Who waits for an answer, longest first.
import { instruments } from "../pick.ts";
import { notKnown } from "../sentence.ts";
import { Item, Paged } from "./Evidence.tsx";
import { Action } from "./FindingBlock.tsx";
import type { Ground } from "./ground.ts";
import { Part } from "./Part.tsx";

export function People({ ground }: { ground: Ground }) {
  const { text, report, cited } = ground;
  const { questions } = instruments(report);
  const items = questions?.detail?.type === "waiting" ? questions.detail.items : [];
  return (
    <Part
      id="people"
      title={questions?.value ? text.popup.waitingTitle(questions.value, questions.n) : text.report.waitingTitle}
      beside={
        questions && items.length > 0
          ? [text.popup.waitingLead, notKnown(text, questions)].filter(Boolean).join(" · ")
          : null
      }
    >
      {items.length > 0 ? (
        <Paged
          text={text}
          items={items}
          each={(item) => {
            const record = cited.get(item.id);
            return (
              record && <Item key={item.id} ground={ground} record={record} lead={text.detail.waited(item.waited)} />
            );
          }}
        />
      ) : (
        <p>
          {questions?.value === 0
            ? text.report.nobodyWaits(questions.n, questions.of && questions.of - questions.n)
            : text.report.waitingUnknown}
        </p>
      )}
      {questions && questions.value !== null && questions.value > items.length && items.length > 0 && (
        <p class="soft">{text.popup.moreWaiting(questions.value - items.length)}</p>
      )}
      {questions && <Action ground={ground} finding={questions} />}
    </Part>
  );
}
