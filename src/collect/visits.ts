// When each address was first shown in this document: going back to one shows what was fetched then, not what is there now.
/** The list that an address shows; what follows "#" moves about in it. */
const listOf = (href: string): string => href.split("#", 1)[0] as string;

/** Addresses of this document's history, where the browser tells them. */
export function earlierAddresses(): string[] {
  type Entry = { readonly url: string | null; readonly sameDocument: boolean };
  const { navigation } = globalThis as { navigation?: { entries?: () => readonly Entry[] } };
  return (navigation?.entries?.() ?? []).flatMap(({ url, sameDocument }) => (sameDocument && url ? [url] : []));
}

export class Visits {
  readonly #since = new Map<string, number>();
  #address: string;
  /** ms: from then on nobody watched which address is shown; null while somebody does. */
  #unwatched: number | null = null;

  /**
   * `earlier`: addresses that the document showed before `href`. `loadedAt`: ms at which it was loaded; what it showed up
   * to now may have been fetched then.
   */
  constructor(href: string, earlier: Iterable<string>, loadedAt: number) {
    this.#address = listOf(href);
    for (const address of [href, ...earlier]) this.#since.set(listOf(address), loadedAt);
  }

  /** Notes that the document shows this address at `at` (ms); whether that is another than before. */
  note(href: string, at: number): boolean {
    const address = listOf(href);
    const shownAt = this.#unwatched ?? at;
    this.#unwatched = null;
    if (address === this.#address) return false;
    this.#address = address;
    if (!this.#since.has(address)) this.#since.set(address, shownAt);
    return true;
  }

  /** Nobody watches from `at` (ms) on: an address noted after that may have been called up at any moment since. */
  unwatch(at: number): void {
    this.#unwatched ??= at;
  }

  /** ms: what the address shows now was fetched no earlier than this; nobody can see how much later. */
  get since(): number {
    return this.#since.get(this.#address) as number;
  }
}
