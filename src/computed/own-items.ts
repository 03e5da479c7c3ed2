// What the page itself published, told apart by structure: works in any language.
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";
import { isOurs, type Node, type RecordIndex } from "./record-index.ts";

/**
 * `quote` of and `mention` of an outsider invite people in. `selfThread`: a post that the page itself continues,
 * counted once. `answer` to somebody else. `repost` passes on. `unclear`: an answer to nobody knows whom.
 */
export type OwnType = "original" | "quote" | "mention" | "selfThread" | "answer" | "repost" | "unclear";
export interface OwnItem {
  readonly record: PageRecord;
  readonly type: OwnType;
  /** ms; the earliest it can have been published. */
  readonly at: number;
}

export interface OwnItems {
  /** Everything, each self-thread once, in order of time. */
  readonly items: readonly OwnItem[];
  /** Posts: originals, quotes, mentions and self-threads. */
  readonly posts: readonly OwnItem[];
  /** Answers to others by the page or a sister account. */
  readonly answers: readonly OwnItem[];
}

const isPost = ({ type }: OwnItem): boolean => type !== "answer" && type !== "repost" && type !== "unclear";
const MENTION = /(?:^|[^\p{L}\p{N}_@.])@([A-Za-z0-9_]{1,15})(?![\p{L}\p{N}_@])/gu;

/** `handles`: the page's and its sister accounts', in lower case; naming them addresses no outsider. */
export function ownItems(dataset: Dataset, index: RecordIndex, handles: ReadonlySet<string>): OwnItems {
  const continued = new Uint8Array(index.nodes.length);
  const heads = new Set<number>();
  const own = index.nodes.filter(({ ours }) => ours);
  for (const { record, to, root, thread } of own) {
    if (record.kind === "reply" || record.kind === "comment") {
      if (isOurs(to)) continued[root.order] = 1;
      else if (to) heads.add(thread);
    } else if (record.author.role === "page") heads.add(thread);
  }

  const typeOf = (node: Node): OwnType | null => {
    const { record, to, thread } = node;
    if (record.kind === "repost") return "repost";
    if (record.kind === "reply" || record.kind === "comment") {
      if (to?.role === "other") return "answer";
      if (!to) return "unclear";
      // A continuation belongs to what it continues; where that is not loaded, the first of the thread stands for it.
      if (record.kind === "comment" || heads.has(thread)) return null;
      heads.add(thread);
      return "selfThread";
    }
    if (record.repostOf !== null && !isOurs(index.get(record.repostOf)?.record.author ?? null)) return "quote";
    if (to?.role === "other" || mentionsOutsider(record, handles)) return "mention";
    return dataset.page.network === "x" && continued[node.order] === 1 ? "selfThread" : "original";
  };
  const items: OwnItem[] = [];
  for (const node of own) {
    const { record } = node;
    const type = typeOf(node);
    if (type && isCounted(dataset, record) && (record.author.role === "page" || type === "answer"))
      items.push({ record, type, at: record.created.from });
  }
  return { items, posts: items.filter(isPost), answers: items.filter(({ type }) => type === "answer") };
}

/** Only X writes whom a text names into the text itself. */
function mentionsOutsider({ network, text }: PageRecord, handles: ReadonlySet<string>): boolean {
  if (network !== "x" || !text?.includes("@")) return false;
  return [...text.matchAll(MENTION)].some(([, handle]) => !handles.has(handle!.toLowerCase()));
}
