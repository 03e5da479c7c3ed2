// Whether the people who write below the page's posts come back on another day.
import { DAY } from "../computed/clock.ts";
import { isCounted } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";
import { guardedWilson } from "../stats/intervals.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { bestThreadStep } from "./steps.ts";

const ID = "returning-people";

/** One person: the days (of the wall clock) on which each message may have been written, and the last message. */
interface Writer {
  /** The first and the last of the days of all messages. */
  first: number;
  last: number;
  /** The latest day on which a message begins, and the earliest on which one ends. */
  latestFirst: number;
  earliestLast: number;
  message: PageRecord;
  several: boolean;
}

/** Some two of the messages cannot be of one day. */
const returned = ({ latestFirst, earliestLast }: Writer): boolean => latestFirst > earliestLast;

export const audit: Audit = {
  id: ID,
  indicators: ["returningPeople"],
  run(input) {
    const { index, conversations, clock } = input.computed;
    const dayOf = (at: number): number => Math.floor((at + clock.offset(at)) / DAY);
    const messages: PageRecord[] = [];
    const writers: Writer[] = [];
    const people = new Map<number, Writer>();
    let unnamed = 0;
    for (const { root, record, ours, person, earliest } of index.nodes) {
      if (root.record.author.role !== "page" || ours || !isCounted(input.dataset, record)) continue;
      if (record.author.key === "") {
        unnamed++;
        continue;
      }
      const until = record.created.to - 1;
      const from = Math.min(earliest, until);
      const first = dayOf(from);
      const last = from === until ? first : dayOf(until);
      let writer = people.get(person);
      if (!writer) {
        writer = { first, last, latestFirst: first, earliestLast: last, message: record, several: false };
        people.set(person, writer);
      } else {
        if (first < writer.first) writer.first = first;
        if (last > writer.last) writer.last = last;
        if (first > writer.latestFirst) writer.latestFirst = first;
        if (last < writer.earliestLast) writer.earliestLast = last;
        writer.message = record;
        writer.several = true;
      }
      messages.push(record);
      writers.push(writer);
    }
    // The last message of each who returned.
    const returning = messages.filter((message, i) => writers[i]!.message === message && returned(writers[i]!));
    const [k, n] = [returning.length, people.size];
    let perhaps = 0;
    for (const writer of people.values())
      if (writer.several && writer.last > writer.first && !returned(writer)) perhaps++;
    // Whoever wrote below an older post may have done so in the window.
    const missing = [...conversations.missingBelow.values()].reduce((sum, messages) => sum + messages, 0);
    const { uncounted } = conversations;
    const unread = missing + unnamed + uncounted.posts.length * uncounted.each;
    // An unread message is by somebody not yet seen, or by somebody who thereby came back.
    const most = Math.min(n, k + perhaps + unread);
    const common = {
      audit: ID,
      n,
      of: uncounted.posts.length > 0 ? null : n + unread,
      window: n === 0 ? null : { from: messages[0]!.created.from, to: messages.at(-1)!.created.from },
      reason:
        n > 0
          ? null
          : missing + uncounted.posts.length > 0
            ? ("threadsUnread" as const)
            : unnamed > 0
              ? ("tooFew" as const)
              : ("nothingRead" as const),
      values: { counted: k, unknown: unread, perhaps, people: n, messages: messages.length },
      next: bestThreadStep(input, k, n, unread),
    };
    const all = { lower: n, upper: n + unread };
    return [
      finding({
        ...common,
        key: "returningPeople",
        unit: "share",
        value: n === 0 ? null : k / n,
        interval: n === 0 ? null : { ...guardedWilson(k, n), method: "wilson" },
        bounds: n === 0 ? { lower: 0, upper: 1 } : { lower: k / (n + unread), upper: most / n },
        envelope: n === 0 ? null : { lower: guardedWilson(k, n + unread).lower, upper: guardedWilson(most, n).upper },
        ...evidenceOf(returning),
      }),
      finding({
        ...common,
        key: "uniquePeople",
        unit: "count",
        value: n === 0 ? null : n,
        bounds: n === 0 ? null : all,
        envelope: n === 0 ? null : all,
        census: n > 0 && unread === 0,
        ...evidenceOf(messages),
      }),
    ];
  },
};
