// The conversations below the page's own posts: who spoke, whether the page did, and what of it is unread.
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";
import type { FeedWindow } from "./feed-window.ts";
import type { Node, RecordIndex } from "./record-index.ts";
import { reachesBack } from "./thread-readings.ts";
import type { Conversations } from "./threads.ts";

/**
 * What the page did below a post: `answered` somebody, or was `away`. `early`: it answered nobody, but may yet. `quiet`:
 * nobody wrote. `unknown`: too little was read to say.
 */
export type Presence = "answered" | "away" | "early" | "quiet" | "unknown";

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
  readonly presence: Presence;
}

/** House: so long a page may take to join in; until then it is not to be called away. */
const GRACE = 72 * 3_600_000;

interface Draft {
  readonly node: Node;
  people: Node[];
  answers: PageRecord[];
}

/** Where nobody wrote there is no list to make; never written to. */
const NOBODY: Node[] = [];
const NOTHING: PageRecord[] = [];

/** One for each loaded post of the page that counts, in order of time. */
export function ownThreads(
  dataset: Dataset,
  index: RecordIndex,
  { missingBelow, wasSeen, answersReadAt }: Conversations,
  listed: FeedWindow | null,
): OwnThread[] {
  const drafts: Draft[] = [];
  const below = new Array<Draft | undefined>(index.nodes.length).fill(undefined);
  for (const node of index.nodes) {
    const { record, root, to } = node;
    if (record.kind === "post") {
      if (record.author.role !== "page" || !isCounted(dataset, record)) continue;
      const draft = { node, people: NOBODY, answers: NOTHING };
      below[node.order] = draft;
      drafts.push(draft);
      continue;
    }
    const draft = below[root.order];
    if (!draft) continue;
    if (!node.ours) {
      if (draft.people === NOBODY) draft.people = [node];
      else draft.people.push(node);
    } else if (to?.role === "other") {
      if (draft.answers === NOTHING) draft.answers = [record];
      else draft.answers.push(record);
    }
  }

  /** ms up to which it is known that the page answered none of those who wrote; null where it is not known at all. */
  function awayUntil({ node, people }: Draft, missing: number, known: OwnThread["known"]): number | null {
    if (known === "listed") return listed!.to;
    if (known === "met" || missing > 0) return null;
    // When the post itself was last seen says nothing of when the answers below it were.
    let until = answersReadAt(node);
    for (const person of people) {
      const at = until === null ? null : answersReadAt(person);
      until = at === null ? null : Math.min(until!, at);
    }
    return until;
  }
  function presenceIn(draft: Draft, missing: number, known: OwnThread["known"]): Presence {
    const { node, people, answers } = draft;
    const post = node.record;
    // Threads met only by an answer in them are those with an answer: they say nothing of the others.
    if (answers.length > 0) return known === "met" ? "unknown" : "answered";
    if (people.length + missing === 0) {
      // A count that is not shown is not zero.
      return node.announced < 0 && answersReadAt(node) === null ? "unknown" : "quiet";
    }
    const until = awayUntil(draft, missing, known);
    if (until === null) return "unknown";
    // A message that was not read is taken to be as old as the post. To leave such threads out would be to leave out
    // those without an answer, as the others are known by it.
    const since = people[0]?.record.created ?? post.created;
    return until - (since.to - 1) < GRACE ? "early" : "away";
  }
  return drafts.map((draft) => {
    const { node, people, answers } = draft;
    const post = node.record;
    const missing = missingBelow.get(post.id) ?? 0;
    const known = listed && reachesBack(listed, post) ? "listed" : wasSeen(node) ? "read" : "met";
    const presence = presenceIn(draft, missing, known);
    return { post, people: people.map(({ record }) => record), answers, missing, known, presence };
  });
}
