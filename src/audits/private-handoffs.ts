// How often the page's answers send people to messages, mail or phone; reported, never judged.
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { moreAnswers, readAnswers, tallied } from "./posts.ts";

export const audit: Audit = {
  id: "private-handoffs",
  indicators: [],
  run(input) {
    const { message } = input.computed;
    const { answers, window } = readAnswers(input);
    const sent = answers.filter((record) => message(record).handoff === "yes");
    const perhaps = answers.filter((record) => message(record).handoff === "perhaps").length;
    const counts = { sure: sent.length, likely: sent.length, possible: sent.length + perhaps, n: answers.length };
    const name = { audit: "private-handoffs", key: "movedToPrivate", unit: "share" } as const;
    const next = moreAnswers(input, sent.length, answers.length);
    return [finding({ ...name, window, ...tallied(counts), ...evidenceOf(sent), next })];
  },
};
