// Times out of X's ids: an id holds the millisecond in which it was given out.
import { exactly, type Moment } from "../../domain/moment.ts";

/** Ids were numbered one after another until November 2010; below this one they hold no time. */
const FIRST_WITH_TIME = 29_700_859_247n;
/** ms UTC from which ids count (4 November 2010). */
const EPOCH = 1_288_834_974_657n;
const LARGEST = 2n ** 63n - 1n;

export const isId = (value: string): boolean => /^[1-9]\d{0,18}$/.test(value) && BigInt(value) <= LARGEST;

/** ms UTC in which `id` was given out: (id >> 22) + epoch. null where the id holds no time or is none. */
export function idTime(id: string): number | null {
  if (!isId(id)) return null;
  const number = BigInt(id);
  return number < FIRST_WITH_TIME ? null : Number((number >> 22n) + EPOCH);
}

/** Which of two ids is the younger: negative where `a` is the older. Both must be ids. */
export const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * When the item `id` was created: the id's millisecond, unless the second the site states beside it (`stated`, ms UTC)
 * differs by more than one; then that second. null where neither says.
 */
export function createdOf(id: string, stated: number | null): Moment | null {
  const own = idTime(id);
  if (stated === null) return own === null ? null : exactly(own);
  const second = Math.floor(stated / 1_000) * 1_000;
  if (own !== null && Math.abs(Math.floor(own / 1_000) * 1_000 - second) <= 1_000) return exactly(own);
  return { from: second, to: second + 1_000 };
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
