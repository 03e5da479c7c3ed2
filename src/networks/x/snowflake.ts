// When a post of X was created: the millisecond in its id, checked against the second the site states.
import type { Moment } from "../../domain/moment.ts";
import { createdFromId } from "../../domain/moment-from-id.ts";
import type { Observation } from "../../domain/observation.ts";

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
 * What an edited post was before: `versions`, its ids with the first one first; `current`, the one it has now. Nothing
 * for a post that was never edited. X lets people edit for an hour: a list that spans more than a day, or that does
 * not begin before the current one, is no list of versions.
 */
export function earlierVersions(versions: readonly string[], current: string): Partial<Pick<Observation, "earlier">> {
  const [first, now] = [versions[0], current].map((id) => (id === undefined ? null : createdOf(id, null)));
  if (!first || !now || first.from >= now.from || now.from - first.from > 86_400_000) return {};
  return { earlier: { ids: versions.filter((id) => id !== current), first } };
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
