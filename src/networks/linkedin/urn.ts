// LinkedIn's ids: every spelling of a urn brought to one, and the time that an activity's or a comment's id holds.
import { exactly, type Moment } from "../../domain/moment.ts";

/** Ids outside these years are not times: 2003 (the site's first) to 2100. */
const EARLIEST = 1_041_379_200_000;
const LATEST = 4_102_444_800_000;

/**
 * Creation in ms since the epoch (UTC) of an activity or a comment: the id without its low 22 bits. Exact to 38 ms for
 * the post's own activity and to 3 ms for a comment, measured against the site's own dates. null: no such id.
 * Not for `share` and `ugcPost` ids: those tell when something was uploaded, hours off where it was scheduled.
 */
export function timeOf(id: string): number | null {
  if (!/^\d{15,20}$/.test(id)) return null;
  const ms = Number(BigInt(id) >> 22n);
  return ms >= EARLIEST && ms < LATEST ? ms : null;
}

export function momentOf(id: string): Moment | null {
  const ms = timeOf(id);
  return ms === null ? null : exactly(ms);
}

/** A post in one of the three names LinkedIn has for it. */
export interface PostUrn {
  readonly kind: "activity" | "ugcPost" | "share";
  readonly number: string;
}

const POST = /(?:^|[:(])(activity|ugcPost|share):(\d{5,20})/;

/**
 * The post a urn names: plain, without the `urn:li:` prefix, inside an update's or a social detail's urn, or the first
 * of an `aggregate`. null where the urn names a comment, or nothing.
 */
export function postOf(urn: unknown): PostUrn | null {
  if (typeof urn !== "string" || urn.length > 2_000 || commentOf(urn)) return null;
  const found = POST.exec(urn);
  return found ? { kind: found[1] as PostUrn["kind"], number: found[2]! } : null;
}

/** The record's id: the bare number of an activity; another kind keeps its name, for it has no time. */
export const postId = ({ kind, number }: PostUrn): string => (kind === "activity" ? number : `${kind}:${number}`);

export interface CommentUrn {
  /** Unique on the whole site, whatever the post half says. */
  readonly id: string;
  readonly post: PostUrn | null;
}

const COMMENT = /comment:\((?:urn:li:)?(activity|ugcPost|share|groupPost):(\d{5,20}),(\d{5,20})\)/;
const SWAPPED =
  /(?:fsd_comment|fs_objectComment):\((\d{5,20}),(?:urn:li:)?(activity|ugcPost|share|groupPost):(\d{5,20})\)/;

/** The first comment that a urn, in any spelling, or a longer name built from it, speaks of. */
export function commentOf(urn: unknown): CommentUrn | null {
  if (typeof urn !== "string" || urn.length > 2_000) return null;
  const swapped = SWAPPED.exec(urn);
  const found = swapped ?? COMMENT.exec(urn);
  if (!found) return null;
  const [id, kind, number] = swapped ? [found[1]!, found[2]!, found[3]!] : [found[3]!, found[1]!, found[2]!];
  return { id, post: kind === "groupPost" ? null : { kind: kind as PostUrn["kind"], number } };
}

/** Text without its percent signs; as it is where they encode nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const ORIGIN = "https://www.linkedin.com";

export const postUrl = (post: PostUrn): string => `${ORIGIN}/feed/update/urn:li:${post.kind}:${post.number}/`;

/** The comment's own address, which names nobody. */
export function commentUrl(post: PostUrn, id: string): string {
  const urn = `urn:li:fsd_comment:(${id},urn:li:${post.kind}:${post.number})`;
  return `${postUrl(post)}?dashCommentUrn=${encodeURIComponent(urn)}`;
}
