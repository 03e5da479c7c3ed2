// The contract of a network: where a page is, which responses it reads, and how foreign data becomes readings.
import type { Account, Reading, UnreadReason } from "../domain/observation.ts";
import type { Feed } from "../domain/page.ts";
import type { NetworkId } from "../domain/record.ts";

/** What an address shows: a page's feed, a thread (a post's own page), or something that cannot be audited. */
export type Place =
  | { readonly kind: "feed"; readonly account: Account; readonly feed: Feed }
  | { readonly kind: "thread"; readonly account: Account | null; readonly focal: string }
  /** An auditable page, on a tab without posts. */
  | { readonly kind: "profile"; readonly account: Account };

/** A response the page itself fetched, copied by the hook. `url` is absolute, `body` the request's, "" where none. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly text: string;
}

export interface Network {
  readonly id: NetworkId;
  /** The site's name as people say it; a proper noun, not translated. */
  readonly name: string;
  /** Host names served by this network, exact. */
  readonly hosts: readonly string[];
  /**
   * Source of a regular expression over "METHOD absolute-url request-body" that tells the responses worth copying;
   * null = this network is never hooked.
   */
  readonly responses: string | null;
  /** The operation is named in the request body, so the hook has to watch `send` too. Default: it is not. */
  readonly hookSend?: boolean;
  /** What the address shows; null where there is nothing to audit. Pure, never throws. */
  place(url: URL): Place | null;
  /** `handle` or id → the address of the page's own feed. */
  pageUrl(account: Account): string;
  /** Key of the page in the store and the exports, from whichever of handle and id its addresses use. */
  pageKey(account: Account): string | null;
  /**
   * Readings in one copied response. Never throws: what is not understood is in `unread`. `at`: ms UTC.
   * An array, or a generator that does a small piece of work per step where there is much to read; null = a step that
   * brought no reading yet.
   */
  readResponse(exchange: Exchange, at: number): Iterable<Reading | null>;
  /** Readings of what is rendered (and embedded) now. Reads only. `at`: ms UTC. An array or a generator as above. */
  readDocument(root: Document, url: URL, at: number): Iterable<Reading | null>;
}

/** What `read` gives; null where it throws, which is counted: one odd entry of a list must not cost the others. */
export function guarded<T>(unread: UnreadCount, read: () => T): T | null {
  try {
    return read();
  } catch {
    unread.add("unknownShape");
    return null;
  }
}

/** Counts what was not understood, by reason. */
export class UnreadCount {
  readonly #counts = new Map<UnreadReason, number>();
  add(reason: UnreadReason, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }
  list(): Reading["unread"] {
    return [...this.#counts].map(([reason, count]) => ({ reason, count }));
  }
}
