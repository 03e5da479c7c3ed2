// Whether the people who write below the page's posts come back on another day.
import { DAY } from "../computed/clock.ts";
import { isCounted } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";
import { guardedWilson } from "../stats/intervals.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { bestThreadStep } from "./steps.ts";

const ID = "returning-people";

export const audit: Audit = {
  id: ID,
  indicators: ["returningPeople"],
  run(input) {
    const { index, conversations, clock } = input.computed;
    const messages: PageRecord[] = [];
    const writers: number[] = [];
    const people = new Map<number, { readonly day: number; last: PageRecord; returned: boolean }>();
    for (const { root, record, ours, person: number } of index.nodes) {
      if (root.record.author.role !== "page" || ours || record.author.key === "") continue;
      if (!isCounted(input.dataset, record)) continue;
      messages.push(record);
      writers.push(number);
      const at = record.created.from;
      const day = Math.floor((at + clock.offset(at)) / DAY);
      const person = people.get(number);
      if (!person) people.set(number, { day, last: record, returned: false });
      else {
        person.last = record;
        person.returned ||= day !== person.day;
      }
    }
    // The last message of each who returned.
    const returning = messages.filter((message, i) => {
      const { last, returned } = people.get(writers[i]!)!;
      return returned && last === message;
    });
    const [k, n] = [returning.length, people.size];
    // Whoever wrote below an older post may have done so in the window.
    const unread = [...conversations.missingBelow.values()].reduce((sum, messages) => sum + messages, 0);
    // An unread message is by somebody not yet seen, or by somebody who thereby came back.
    const [least, most] = [k, Math.min(n, k + unread)];
    const next = bestThreadStep(input, k, n, unread);
    const common = {
      audit: ID,
      n,
      of: null,
      window: n === 0 ? null : { from: messages[0]!.created.from, to: messages.at(-1)!.created.from },
      reason: n > 0 ? null : unread > 0 ? ("threadsUnread" as const) : ("nothingRead" as const),
      values: { counted: k, unknown: unread, people: n, messages: messages.length },
      next,
    };
    return [
      finding({
        ...common,
        key: "returningPeople",
        unit: "share",
        value: n === 0 ? null : k / n,
        interval: n === 0 ? null : { ...guardedWilson(k, n), method: "wilson" },
        bounds: { lower: n === 0 ? 0 : least / (n + unread), upper: n === 0 ? 1 : most / n },
        envelope:
          n === 0 ? null : { lower: guardedWilson(least, n + unread).lower, upper: guardedWilson(most, n).upper },
        ...evidenceOf(returning),
      }),
      finding({
        ...common,
        key: "uniquePeople",
        unit: "count",
        value: n === 0 ? null : n,
        bounds: { lower: n, upper: n + unread },
        envelope: { lower: n, upper: n + unread },
        census: unread === 0,
        ...evidenceOf(messages),
      }),
    ];
  },
};
