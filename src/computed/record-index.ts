// The records as a tree: who answers what, where a conversation begins, and in which order things were said.
import type { Dataset } from "../domain/dataset.ts";
import type { Author, PageRecord } from "../domain/record.ts";

/** Whether it speaks for the page: the page itself, or a sister account that the plan names. */
export const isOurs = (author: Author | null): boolean => author?.role === "page" || author?.role === "sister";

/** A record in its place. */
export interface Node {
  readonly record: PageRecord;
  /** What it answers, where that is loaded. */
  readonly parent: Node | null;
  /** The topmost loaded record above it; itself where it answers nothing loaded. */
  readonly root: Node;
  /** Loaded records that answer it directly, in order of time. */
  readonly children: readonly Node[];
  /** How many loaded records lie below it, however deep. */
  readonly below: number;
  /** The first ms at which it can have been written: never before what it answers, however coarse its own time. */
  readonly earliest: number;
  /** One name for all records of a conversation: the site's, else the id of the topmost known record. */
  readonly thread: string;
  /** Whom it addresses: a leading mention, where the site tells, before the author of what it answers; null = unknown. */
  readonly to: Author | null;
}

export interface RecordIndex {
  /** All records that count: another account's promoted posts do not. In order of time, a parent before its answers. */
  readonly nodes: readonly Node[];
  get(id: string | null): Node | null;
}

type Growing = { -readonly [Part in keyof Node]: Node[Part] } & { depth: number; children: Node[] };

const known = (author: Author | null): Author | null => (author && author.role !== "unknown" ? author : null);

/** Indexes a dataset in time linear in its records (sorting aside). A circle of answers is cut where it closes. */
export function indexRecords(dataset: Dataset): RecordIndex {
  const byId = new Map<string, Growing>();
  for (const record of dataset.records) {
    if (record.promoted && !isOurs(record.author)) continue;
    const node = { record, parent: null, children: [], below: 0, earliest: record.created.from, depth: -1 };
    byId.set(record.id, Object.assign(node, { thread: "", to: null }) as unknown as Growing);
  }
  for (const node of byId.values()) place(node, byId);

  const nodes = [...byId.values()].sort(
    (a, b) => a.earliest - b.earliest || a.depth - b.depth || (a.record.id < b.record.id ? -1 : 1),
  );
  for (const node of nodes) (node.parent as Growing | null)?.children.push(node);
  for (const { parent, below } of nodes.toReversed()) if (parent) (parent as Growing).below += 1 + below;
  return { nodes, get: (id) => (id === null ? null : (byId.get(id) ?? null)) };
}

/** Works out what a node has from those above it; each chain once, from the top down. */
function place(node: Growing, byId: ReadonlyMap<string, Growing>): void {
  const chain: Growing[] = [];
  let at: Growing | undefined = node;
  // A node on the way has depth 0 until its turn comes, so that a circle ends there.
  for (; at && at.depth < 0; at = at.record.replyTo === null ? undefined : byId.get(at.record.replyTo)) {
    at.depth = 0;
    chain.push(at);
  }
  let above = at && !chain.includes(at) ? at : null;
  for (const below of chain.reverse()) {
    const { record } = below;
    below.parent = above;
    below.root = above?.root ?? below;
    below.depth = above ? above.depth + 1 : 0;
    below.earliest = Math.max(record.created.from, above?.earliest ?? 0);
    below.thread = record.thread ?? above?.root.thread ?? record.replyTo ?? record.id;
    below.to = known(record.replyToAuthor) ?? known(above?.record.author ?? null);
    above = below;
  }
}
