// A short name of the place that a reading is of, so that what is said of a place later replaces what was said before.
import type { Reading } from "./observation.ts";

/** FNV-1a, 32 bits: cursors are long, and two of one list that share a name are not worth a longer one. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16);
}

/** The cursor that was asked for (null = the beginning); undefined where the reading does not say. */
export function cursorOf({ place }: Pick<Reading, "place">): string | null | undefined {
  if (place.kind === "profile") return undefined;
  return place.kind === "feed" && place.span ? place.span.cursor : place.link?.cursor;
}

/** `json:posts@`, `json:thread@17…@`: where it was read, whichever part of the list it is. */
export function listName({ source, place }: Pick<Reading, "source" | "place">): string {
  const focal = place.kind === "thread" ? `@${place.focal}` : "";
  return `${source}:${place.kind === "feed" ? place.feed : place.kind}${focal}@`;
}

/** Name of the part of an answer that does not say which part of its list it is. */
export const UNPLACED = "?";

/**
 * Name of a part of a list: "" for its beginning, and for all of it where it is drawn. `cursor`: that of the reading,
 * where not another's is asked for.
 */
export function partName(
  { source, place }: Pick<Reading, "source" | "place">,
  cursor: string | null | undefined = cursorOf({ place }),
): string {
  if (cursor) return digest(cursor);
  return cursor === undefined && source === "json" && place.kind !== "profile" ? UNPLACED : "";
}

/** The list with the part of it: `json:posts@1f2e`. Two parts of one list have two names, both begin with its own. */
export const placeName = (reading: Pick<Reading, "source" | "place">): string =>
  `${listName(reading)}${partName(reading)}`;
