// The records as a tree: who answers what, where a conversation begins, and in which order things were said.
import type { Dataset } from "../domain/dataset.ts";
import type { Author, PageRecord } from "../domain/record.ts";

/** Whether it speaks for the page: the page itself, or a sister account that the plan names. */
export const isOurs = (author: Author | null): boolean => author?.role === "page" || author?.role === "sister";

const known = (author: Author | null): Author | null => (author && author.role !== "unknown" ? author : null);

export interface RecordIndex {
  /** All records that count: another account's promoted posts do not. In order of time, a parent before its answers. */
  readonly ordered: readonly PageRecord[];
  get(id: string | null): PageRecord | null;
  parent(record: PageRecord): PageRecord | null;
  /** Loaded records that answer this one directly, in order of time. */
  children(record: PageRecord): readonly PageRecord[];
  /** Whom it addresses: a leading mention, where the site tells, before the author of what it answers; null = unknown. */
  addressee(record: PageRecord): Author | null;
  /** How many loaded records lie below this one, however deep. */
  below(record: PageRecord): number;
  /** The topmost loaded record above it; itself where it answers nothing loaded. */
  root(record: PageRecord): PageRecord;
  /** One name for all records of a conversation: the site's, else the id of the topmost known record. */
  thread(record: PageRecord): string;
  /** The first ms at which it can have been written: never before what it answers, however coarse its own time. */
  earliest(record: PageRecord): number;
}

/** Indexes a dataset in time linear in its records (sorting aside). A circle of answers is cut where it closes. */
export function indexRecords(dataset: Dataset): RecordIndex {
  const byId = new Map<string, PageRecord>();
  for (const record of dataset.records) {
    if (!record.promoted || isOurs(record.author)) byId.set(record.id, record);
  }
  const parent = ({ replyTo }: PageRecord): PageRecord | null =>
    replyTo === null ? null : (byId.get(replyTo) ?? null);

  interface Place {
    readonly root: PageRecord;
    readonly earliest: number;
    readonly depth: number;
  }
  const places = new Map<PageRecord, Place>();
  const place = (record: PageRecord): Place => {
    const chain: PageRecord[] = [];
    const seen = new Set<PageRecord>();
    let at: PageRecord | null = record;
    while (at && !places.has(at) && !seen.has(at)) {
      seen.add(at);
      chain.push(at);
      at = parent(at);
    }
    let above = at ? places.get(at) : undefined;
    for (const below of chain.reverse()) {
      above = above
        ? { root: above.root, earliest: Math.max(above.earliest, below.created.from), depth: above.depth + 1 }
        : { root: below, earliest: below.created.from, depth: 0 };
      places.set(below, above);
    }
    return places.get(record)!;
  };

  const ordered = [...byId.values()].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left.earliest - right.earliest || left.depth - right.depth || (a.id < b.id ? -1 : 1);
  });
  const children = new Map<string, PageRecord[]>();
  for (const record of ordered) {
    if (!record.replyTo || record.replyTo === record.id) continue;
    const siblings = children.get(record.replyTo);
    if (siblings) siblings.push(record);
    else children.set(record.replyTo, [record]);
  }
  const belowCount = new Map<PageRecord, number>();
  for (const record of [...ordered].reverse()) {
    const above = parent(record);
    // In a circle the one that answers a later record has been counted already.
    if (above && place(above).depth < place(record).depth)
      belowCount.set(above, (belowCount.get(above) ?? 0) + 1 + (belowCount.get(record) ?? 0));
  }

  return {
    ordered,
    get: (id) => (id === null ? null : (byId.get(id) ?? null)),
    parent,
    children: ({ id }) => children.get(id) ?? [],
    addressee: (record) => known(record.replyToAuthor) ?? known(parent(record)?.author ?? null),
    below: (record) => belowCount.get(record) ?? 0,
    root: (record) => place(record).root,
    thread: (record) =>
      record.thread ?? place(record).root.thread ?? place(record).root.replyTo ?? place(record).root.id,
    earliest: (record) => place(record).earliest,
  };
}
