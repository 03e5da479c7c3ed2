// The records as a tree: who answers what, where a conversation begins, and in which order things were said.
import type { Dataset } from "../domain/dataset.ts";
import type { Author, PageRecord } from "../domain/record.ts";

/** Whether it speaks for the page: the page itself, or a sister account that the plan names. */
export const isOurs = (author: Author | null): boolean => author?.role === "page" || author?.role === "sister";

/** A record in its place. */
export interface Node {
  readonly record: PageRecord;
  /** Its position in the order of time. */
  readonly order: number;
  /** What it answers, where that is loaded. */
  readonly parent: Node | null;
  /** The topmost loaded record above it; itself where it answers nothing loaded. */
  readonly root: Node;
  /** How many loaded records answer it directly. */
  readonly direct: number;
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

const known = (author: Author | null): Author | null => (author && author.role !== "unknown" ? author : null);

class GrowingNode implements Node {
  parent: GrowingNode | null = null;
  root: GrowingNode = this;
  direct = 0;
  below = 0;
  order = 0;
  thread = "";
  to: Author | null = null;
  earliest: number;
  /** −1 until it was placed. */
  depth = -1;
  constructor(readonly record: PageRecord) {
    this.earliest = record.created.from;
  }
}

/** Indexes a dataset in time linear in its records (sorting aside). A circle of answers is cut where it closes. */
export function indexRecords(dataset: Dataset): RecordIndex {
  const byId = new Map<string, GrowingNode>();
  for (const record of dataset.records) {
    // LinkedIn shows an advertisement under the post's own id, months old: it tells nothing of when the page writes.
    const counts = !record.promoted || (isOurs(record.author) && record.network !== "linkedin");
    if (counts) byId.set(record.id, new GrowingNode(record));
  }
  for (const node of byId.values()) place(node, byId);

  const nodes = [...byId.values()].sort(
    (a, b) => a.earliest - b.earliest || a.depth - b.depth || (a.record.id < b.record.id ? -1 : 1),
  );
  nodes.forEach((node, order) => {
    node.order = order;
    if (node.parent) node.parent.direct++;
  });
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, below } = nodes[i]!;
    if (parent) parent.below += 1 + below;
  }
  return { nodes, get: (id) => (id === null ? null : (byId.get(id) ?? null)) };
}

/** Works out what a node has from those above it; each chain once, from the top down. */
function place(node: GrowingNode, byId: ReadonlyMap<string, GrowingNode>): void {
  if (node.depth >= 0) return;
  const chain: GrowingNode[] = [];
  let at: GrowingNode | undefined = node;
  // A node on the way has depth 0 until its turn comes, so that a circle ends there.
  for (; at && at.depth < 0; at = at.record.replyTo === null ? undefined : byId.get(at.record.replyTo)) {
    at.depth = 0;
    chain.push(at);
  }
  let above = at && !chain.includes(at) ? at : null;
  for (const below of chain.reverse()) {
    const { record } = below;
    if (above) {
      below.parent = above;
      below.root = above.root;
      below.depth = above.depth + 1;
      below.earliest = Math.max(record.created.from, above.earliest);
    }
    below.thread = record.thread ?? above?.root.thread ?? record.replyTo ?? record.id;
    const [named, answered] = [known(record.replyToAuthor), known(above?.record.author ?? null)];
    // Below somebody's comment the page speaks to that person, also where it begins with an account of its own.
    const ownName = record.network !== "x" && isOurs(record.author) && isOurs(named) && answered?.role === "other";
    below.to = ownName ? answered : (named ?? answered);
    above = below;
  }
}
