// People under one key: a site names an account by its handle here and by its id there, so rows keep the hashes of both.
import * as z from "zod/mini";
import { type Author, authorSchema } from "../domain/record.ts";

/**
 * An author as stored. `key`: the hash of their handle, of their id where the site told no handle. `idKey`: the hash of
 * their id, where it told one.
 */
export const storedAuthorSchema = z.extend(authorSchema, { idKey: z.optional(z.string().check(z.maxLength(64))) });
export type StoredAuthor = z.infer<typeof storedAuthorSchema>;

const isByHandle = ({ key, idKey }: StoredAuthor): boolean => key !== idKey;

const surelyOne = (a: StoredAuthor, b: StoredAuthor): boolean =>
  a.key === b.key || a.key === b.idKey || a.idKey === b.key || (a.idKey !== undefined && a.idKey === b.idKey);
const surelyTwo = (a: StoredAuthor, b: StoredAuthor): boolean => !!a.idKey && !!b.idKey && a.idKey !== b.idKey;

/** One author out of two statements about the author of one item: the later counts, and neither name is lost. */
export function joinAuthors(fresh: StoredAuthor | null, known: StoredAuthor | null): StoredAuthor | null {
  if (!fresh || !known) return fresh ?? known;
  if (surelyTwo(fresh, known)) return fresh;
  const [better, other] = isByHandle(fresh) || !isByHandle(known) ? [fresh, known] : [known, fresh];
  const isOne = surelyOne(fresh, known);
  // One item has one author; only where both are named in the same way, or one is said to be the page, can they be two.
  if (!isOne && (fresh.role !== known.role || isByHandle(fresh) === isByHandle(known))) return better;
  const idKey = better.idKey ?? other.idKey;
  return {
    role: known.role === "page" ? "page" : fresh.role,
    key: better.key,
    ...(idKey !== undefined && { idKey }),
  };
}

/** The same for whom an item answers, which a mention may correct: a later statement about somebody else counts. */
export const joinAddressees = (fresh: StoredAuthor | null, known: StoredAuthor | null): StoredAuthor | null =>
  fresh && known && !surelyOne(fresh, known) ? fresh : joinAuthors(fresh, known);

/** Everyone that a page's rows name, each under one key whichever of their names a row was told. */
export class People {
  /** By the hash of the id: the hash of the handle told last. */
  readonly #handles = new Map<string, { readonly key: string; readonly at: number }>();
  /** By the hash of a handle: the hash of the id it was last told with. */
  readonly #ids = new Map<string, { readonly idKey: string; readonly at: number }>();
  readonly #page: readonly string[];

  /** `page`: the hashes of the page's own names. */
  constructor(page: readonly string[] = []) {
    this.#page = page;
  }

  /** Learns from what was told at `at` (ms UTC); to be done with all rows before anybody is asked for. */
  learn(author: StoredAuthor | null, at: number): void {
    if (!author?.idKey || !isByHandle(author)) return;
    const { key, idKey } = author;
    if (at >= (this.#handles.get(idKey)?.at ?? 0)) this.#handles.set(idKey, { key, at });
    if (at >= (this.#ids.get(key)?.at ?? 0)) this.#ids.set(key, { idKey, at });
  }

  /** The key that the account has in the audit. */
  keyOf({ key, idKey }: Pick<StoredAuthor, "key" | "idKey">): string {
    return this.#handles.get(idKey ?? this.#ids.get(key)?.idKey ?? key)?.key ?? key;
  }

  /** The author as a record has it; the page is known by either of its names, also where it was not at that time. */
  author(stored: StoredAuthor): Author {
    const key = this.keyOf(stored);
    const isPage = stored.role === "page" || this.#page.some((name) => this.keyOf({ key: name }) === key);
    return { role: isPage ? "page" : stored.role, key };
  }
}
