// The conversations below the page's own posts: who spoke, whether the page did, and what of it is unread.
import type { PageRecord } from "../domain/record.ts";
import type { FeedWindow } from "./feed-window.ts";
import type { Node, RecordIndex } from "./record-index.ts";
import { type Conversations, reachesBack } from "./threads.ts";

export interface OwnThread {
  readonly post: PageRecord;
  /** Loaded messages of other people, in order of time. */
  readonly people: readonly PageRecord[];
  /** Answers of the page or a sister account to others, in order of time. */
  readonly answers: readonly PageRecord[];
  /** Announced messages that are not loaded. */
  readonly missing: number;
  /**
   * How the page's answers are known: `read` on the thread itself, `listed` because all its answers since the post are
   * known from its own list, or `met`, which tells those that exist and nothing of threads without.
   */
  readonly known: "read" | "listed" | "met";
}

/** One for each loaded post of the page, in order of time. */
export function ownThreads(
  index: RecordIndex,
  { missingBelow, wasSeen }: Conversations,
  listed: FeedWindow | null,
): OwnThread[] {
  const threads: { readonly node: Node; readonly people: PageRecord[]; readonly answers: PageRecord[] }[] = [];
  const below = new Array<(typeof threads)[number] | undefined>(index.nodes.length).fill(undefined);
  for (const node of index.nodes) {
    const { record, root, to } = node;
    if (record.kind === "post") {
      if (record.author.role !== "page") continue;
      const thread = { node, people: [], answers: [] };
      below[node.order] = thread;
      threads.push(thread);
      continue;
    }
    const thread = below[root.order];
    if (!thread) continue;
    if (!node.ours) thread.people.push(record);
    else if (to?.role === "other") thread.answers.push(record);
  }
  return threads.map(({ node, people, answers }) => {
    const post = node.record;
    const known = listed && reachesBack(listed, post) ? "listed" : wasSeen(node) ? "read" : "met";
    return { post, people, answers, missing: missingBelow.get(post.id) ?? 0, known };
  });
}
