// How often the page's answers send people to messages, mail or phone; reported, never judged.
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { tallied } from "./posts.ts";
import { openFeed, signIn } from "./steps.ts";

export const audit: Audit = {
  id: "private-handoffs",
  indicators: [],
  run(input) {
    const { own, message } = input.computed;
    const answers = own.answers.map(({ record }) => record);
    const sent = answers.filter((record) => message(record).handoff === "yes");
    const perhaps = answers.filter((record) => message(record).handoff === "perhaps").length;
    const onX = input.dataset.page.network === "x";
    const counts = { sure: sent.length, likely: sent.length, possible: sent.length + perhaps, n: answers.length };
    return [
      finding({
        audit: "private-handoffs",
        key: "movedToPrivate",
        unit: "share",
        ...tallied(counts),
        window: answers.length === 0 ? null : { from: answers[0]!.created.from, to: answers.at(-1)!.created.from },
        ...evidenceOf(sent),
        next: answers.length === 0 ? (signIn(input) ?? (onX ? openFeed("replies") : null)) : null,
      }),
    ];
  },
};
