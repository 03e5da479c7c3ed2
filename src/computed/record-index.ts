// The records as a tree: who answers what, where a conversation begins, and in which order things were said.
import type { Dataset } from "../domain/dataset.ts";
import type { Author, PageRecord } from "../domain/record.ts";
import { numbers } from "./group.ts";

/** Whether it speaks for the page: the page itself, or a sister account that the plan names. */
export const isOurs = (author: Author | null): boolean => author?.role === "page" || author?.role === "sister";

/** A record in its place. */
export interface Node {
  readonly record: PageRecord;
  /** It speaks for the page. */
  readonly ours: boolean;
  /** Its position in the order of time. */
  readonly order: number;
  /** What it answers, where that is loaded. */
  readonly parent: Node | null;
  /** The topmost loaded record above it; itself where it answers nothing loaded. */
  readonly root: Node;
  /** Messages that the site announces below it; −1 = not said. */
  readonly announced: number;
  /** How many loaded records answer it directly. */
  readonly direct: number;
  /** How many loaded records lie below it, however deep. */
  readonly below: number;
  /** The first ms at which it can have been written: never before what it answers, however coarse its own time. */
  readonly earliest: number;
  /** Number of the conversation, which the site names, else the id of the topmost known record. */
  readonly thread: number;
  /** Whom it addresses: a leading mention, where the site tells, before the author of what it answers; null = unknown. */
  readonly to: Author | null;
  /** Number of the person who wrote it, and of whom it addresses; −1 where that is nobody or one of ours. */
  readonly person: number;
  readonly toPerson: number;
}

export interface RecordIndex {
  /** All records that count: another account's promoted posts do not. In order of time, a parent before its answers. */
  readonly nodes: readonly Node[];
  /** How many people there are; their numbers are below it. */
  readonly people: number;
  get(id: string | null): Node | null;
}

const known = (author: Author | null): Author | null => (author && author.role !== "unknown" ? author : null);

class GrowingNode implements Node {
  parent: GrowingNode | null = null;
  root: GrowingNode = this;
  direct = 0;
  below = 0;
  order = 0;
  thread = 0;
  to: Author | null = null;
  person = -1;
  toPerson = -1;
  earliest: number;
  /** −1 until it was placed. */
  depth = -1;
  readonly ours: boolean;
  readonly announced: number;
  /** The conversation by its name. */
  named: string;
  constructor(readonly record: PageRecord) {
    this.ours = isOurs(record.author);
    this.announced = record.announced.comments ?? -1;
    this.named = record.thread ?? record.replyTo ?? record.id;
    this.earliest = record.created.from;
  }
}

/** Indexes a dataset in time linear in its records (sorting aside). A circle of answers is cut where it closes. */
export function indexRecords(dataset: Dataset): RecordIndex {
  const byId = new Map<string, GrowingNode>();
  const [threadNumber, personNumber] = [numbers(), numbers()];
  let people = 0;
  const numberOf = (author: Author | null): number => {
    if (!author || isOurs(author)) return -1;
    const number = personNumber(author.key);
    if (number >= people) people = number + 1;
    return number;
  };
  for (const record of dataset.records) {
    // LinkedIn shows an advertisement under the post's own id, months old: it tells nothing of when the page writes.
    if (record.promoted && (record.network === "linkedin" || !isOurs(record.author))) continue;
    const node = new GrowingNode(record);
    node.person = numberOf(record.author);
    byId.set(record.id, node);
  }
  for (const node of byId.values()) place(node, byId, threadNumber);

  const nodes = [...byId.values()].sort(inOrder);
  // Threads are numbered in order of time, so that sums over them come out alike to the last bit.
  const inTime = new Int32Array(nodes.length).fill(-1);
  let threads = 0;
  nodes.forEach((node, order) => {
    node.order = order;
    const { to, parent } = node;
    node.toPerson = parent && to?.key === parent.record.author.key ? parent.person : numberOf(to);
    if (inTime[node.thread]! < 0) inTime[node.thread] = threads++;
    node.thread = inTime[node.thread]!;
    if (parent) parent.direct++;
  });
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, below } = nodes[i]!;
    if (parent) parent.below += 1 + below;
  }
  return { nodes, people, get: (id) => (id === null ? null : (byId.get(id) ?? null)) };
}

/** By time, a parent before its answers. */
const inOrder = (a: GrowingNode, b: GrowingNode): number =>
  a.earliest - b.earliest || a.depth - b.depth || (a.record.id < b.record.id ? -1 : 1);

/** Works out what a node has from those above it; each chain once, from the top down. */
function place(
  node: GrowingNode,
  byId: ReadonlyMap<string, GrowingNode>,
  threadNumber: (name: string) => number,
): void {
  if (node.depth >= 0) return;
  const { replyTo } = node.record;
  const parent = replyTo === null ? null : (byId.get(replyTo) ?? null);
  if (!parent || parent.depth >= 0) {
    settle(node, parent, threadNumber);
    return;
  }
  const chain: GrowingNode[] = [];
  let at: GrowingNode | undefined = node;
  // A node on the way has depth 0 until its turn comes, so that a circle ends there.
  for (; at && at.depth < 0; at = at.record.replyTo === null ? undefined : byId.get(at.record.replyTo)) {
    at.depth = 0;
    chain.push(at);
  }
  let above = at && !chain.includes(at) ? at : null;
  for (const below of chain.reverse()) {
    settle(below, above, threadNumber);
    above = below;
  }
}

/** What a node has from the one above it, which has its own already. */
function settle(node: GrowingNode, above: GrowingNode | null, threadNumber: (name: string) => number): void {
  const { record } = node;
  node.depth = 0;
  if (above) {
    node.parent = above;
    node.root = above.root;
    node.depth = above.depth + 1;
    node.earliest = Math.max(record.created.from, above.earliest);
  }
  if (above && record.thread === null) node.named = above.root.named;
  // Whose thread is that of the one above needs no look-up.
  node.thread = above && node.named === above.named ? above.thread : threadNumber(node.named);
  const [named, answered] = [known(record.replyToAuthor), known(above?.record.author ?? null)];
  // Below somebody's comment the page speaks to that person, also where it begins with an account of its own.
  const ownName = record.network !== "x" && node.ours && isOurs(named) && answered?.role === "other";
  node.to = ownName ? answered : (named ?? answered);
}
