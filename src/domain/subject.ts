// Which readings and which items belong to the page being audited; everything else on the screen is left alone.
import { type Account, type Observation, otherAccount, type Reading, sameAccount } from "./observation.ts";

/** Fills what one name of an account lacks from another statement about the same account. */
export function completeAccount(account: Account, known: Iterable<Account | null>): Account {
  let { id, handle } = account;
  for (const other of known) {
    if (id && handle) break;
    if (!other || !sameAccount(other, { id, handle })) continue;
    id ??= other.id;
    handle ??= other.handle;
  }
  return { id, handle };
}

/** Every account a reading names. */
export function accountsOf(reading: Reading): (Account | null)[] {
  return [
    reading.owner,
    ...reading.pages.map(({ account }) => account),
    ...reading.observations.flatMap(({ author, replyToAuthor }) => [author, replyToAuthor]),
  ];
}

/**
 * The items that are the subject's, and those tied to them by answering, quoting, passing on or a shared thread,
 * however many steps away. Everything else in the list is somebody else's business.
 */
export function related(observations: readonly Observation[], subject: Account): Observation[] {
  // Union–find over ids: items named together are one group; a thread is named by its root's id.
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parent.get(at)!;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const unite = (a: string, b: string | null): void => {
    if (b === null) return;
    const [left, right] = [find(a), find(b)];
    if (left !== right) parent.set(left, right);
  };
  for (const { id, replyTo, repostOf, thread } of observations) {
    unite(id, replyTo);
    unite(id, repostOf);
    unite(id, thread);
  }
  const ours = new Set<string>();
  for (const { id, author, replyToAuthor } of observations) {
    if (sameAccount(author, subject) || sameAccount(replyToAuthor, subject)) ours.add(find(id));
  }
  return observations.filter(({ id }) => ours.has(find(id)));
}

/**
 * What of a reading belongs to the subject, null where nothing does. A list of the subject's own counts even when it
 * is empty; another account's list never does; a thread does where the subject wrote in it or was addressed.
 */
export function readingOf(reading: Reading, subject: Account): Reading | null {
  const pages = reading.pages.filter(({ account }) => sameAccount(account, subject));
  const observations = related(reading.observations, subject);
  const own = sameAccount(reading.owner, subject);
  // An answer that failed whole names nobody for sure: what could not be read is told, and no more.
  if (reading.observations.length === 0 && reading.unread.length > 0 && !own && !otherAccount(reading.owner, subject))
    return { ...reading, owner: null, place: { kind: "profile" }, pages };
  if (reading.place.kind === "feed" && reading.owner && !own) return null;
  if (!own && observations.length === 0 && pages.length === 0) return null;
  const place =
    reading.place.kind === "feed" &&
    !own &&
    !reading.owner &&
    !observations.some(({ author }) => sameAccount(author, subject))
      ? ({ kind: "profile" } as const)
      : reading.place;
  return { ...reading, place, pages, observations };
}
