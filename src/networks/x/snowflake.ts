// When a post of X was created: the millisecond in its id, checked against the second the site states.
import { isExact, type Moment } from "../../domain/moment.ts";
import { createdFromId } from "../../domain/moment-from-id.ts";

const LARGEST = 2n ** 63n - 1n;

export const isId = (value: string): boolean => /^[1-9]\d{0,18}$/.test(value) && BigInt(value) <= LARGEST;

/** Which of two ids is the younger: negative where `a` is the older. Both must be ids. */
export const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * When the item `id` was created: the id's millisecond, unless the second the site states beside it (`stated`, ms UTC)
 * differs by more than one; then that second. null where neither says.
 */
export function createdOf(id: string, stated: number | null): Moment | null {
  const own = isId(id) ? createdFromId("x", id) : null;
  if (stated === null) return own;
  const second = Math.floor(stated / 1_000) * 1_000;
  if (own && Math.abs(Math.floor(own.from / 1_000) * 1_000 - second) <= 1_000) return own;
  return { from: second, to: second + 1_000 };
}

/**
 * When an edited post was first published, as that is when people could read it and answer. `versions`: its ids, the
 * first one first; `created`: the moment of one of them. X lets people edit for an hour: a list that spans more than
 * a day is no list of versions.
 */
export function firstPublished(versions: readonly string[], created: Moment): Moment {
  const first = versions[0] === undefined ? null : createdOf(versions[0], null);
  if (!first || !isExact(created) || first.from >= created.from || created.from - first.from > 86_400_000)
    return created;
  return first;
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** ms UTC of `created_at` ("Fri Jul 31 21:33:58 +0000 2026"); null where it is not one. */
export function statedTime(text: string): number | null {
  const parts = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/.exec(text);
  if (!parts) return null;
  const [day, hour, minute, second, year] = parts.slice(2).map(Number) as [number, number, number, number, number];
  const month = MONTHS.indexOf(parts[1]!);
  if (month < 0 || month % 3 !== 0) return null;
  const time = Date.UTC(year, month / 3, day, hour, minute, second);
  return time >= 0 ? time : null;
}

/** ms UTC of a `<time datetime>` ("2026-01-15T09:30:00.000Z"); null where it is not one. */
export function isoTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(text)) return null;
  const time = Date.parse(text);
  return time >= 0 ? time : null;
}
