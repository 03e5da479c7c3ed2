// What one reader has seen so far and needs again: pages hide in one place what they say in another.
import type { Account } from "../../domain/observation.ts";
import { LearnedLabels } from "./label.ts";

const MAX_KNOWN = 20_000;

/** A map that forgets its oldest entries, so that a long session cannot fill the memory. */
class Recent<V> extends Map<string, V> {
  override set(key: string, value: V): this {
    if (this.size >= MAX_KNOWN && !this.has(key)) this.delete(this.keys().next().value!);
    return super.set(key, value);
  }
}

/** Enough of a text to know it again where it is cut short. */
const opening = (text: string): string => text.replace(/[\s…]+/g, "").slice(0, 60);

export class Memory {
  /** The post to which a comment thread's own id belongs. */
  readonly postOfThread = new Recent<string>();
  readonly ownerOfPost = new Recent<Account>();
  /** Handles of accounts by their ids: not every answer that names an account says its address. */
  readonly handles = new Recent<string>();
  /** Exact times of comments, ms. */
  readonly timeOfComment = new Recent<number>();
  readonly labels = new LearnedLabels();
  /** Islands that were read. */
  readonly done = new WeakSet<object>();
  /** Units that were drawn and not understood when they were first looked at. */
  readonly seen = new WeakSet<object>();
  readonly #posts = new Recent<string>();

  /** Where each list of comments, by post and order, goes on after what was read of it from its first. */
  readonly #follows = new Recent<string>();

  /**
   * Takes note that a list was read from `after` (null = its beginning) to `next`; says whether what was read of it
   * is without a gap since its first entry.
   */
  follows(list: string, after: string | null, next: string | null): boolean {
    if (after !== null && this.#follows.get(list) !== after) return false;
    if (next !== null) this.#follows.set(list, next);
    return true;
  }

  rememberPost(id: string, author: Account | null, text: string | null): void {
    if (author) this.ownerOfPost.set(id, author);
    if (!text || opening(text).length < 12) return;
    const key = opening(text);
    const known = this.#posts.get(key);
    // Two posts that begin alike cannot be told apart by how they begin.
    this.#posts.set(key, known === undefined || known === id ? id : "");
  }

  /** The post that begins like this; the page shows texts where it hides ids. */
  postByText(text: string): string | null {
    return this.#posts.get(opening(text)) || null;
  }
}
