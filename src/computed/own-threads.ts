// The conversations below the page's own posts: who spoke, whether the page did, and what of it is unread.
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";
import type { FeedWindow } from "./feed-window.ts";
import { isOurs, type Node, type RecordIndex } from "./record-index.ts";
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

/** One for each loaded post of the page that counts, in order of time. */
export function ownThreads(
  dataset: Dataset,
  index: RecordIndex,
  { missingBelow, members }: Conversations,
  listed: FeedWindow | null,
): OwnThread[] {
  const threads = new Map<Node, { people: PageRecord[]; answers: PageRecord[] }>();
  for (const node of index.nodes) {
    const { record, root, to } = node;
    if (record.kind === "post") {
      if (record.author.role === "page" && isCounted(dataset, record)) threads.set(node, { people: [], answers: [] });
      continue;
    }
    const thread = threads.get(root);
    if (!thread) continue;
    if (!isOurs(record.author)) thread.people.push(record);
    else if (to?.role === "other") thread.answers.push(record);
  }
  return [...threads].map(([{ record: post }, thread]) => ({
    post,
    ...thread,
    missing: missingBelow.get(post.id) ?? 0,
    known: listed && reachesBack(listed, post) ? "listed" : members.has(post.id) ? "read" : "met",
  }));
}
