// Facebook's global ids: base64 names that say what they name, of which post and of which comment.

/** What an id names. A story's post is null where the id hides it (the home feed). */
export type Ref =
  | { readonly kind: "story"; readonly actor: string | null; readonly post: string | null }
  | { readonly kind: "comment"; readonly post: string; readonly comment: string }
  | { readonly kind: "feedback"; readonly post: string; readonly comment: string | null };

/** `S:_I`, `comment:` and `feedback:` in base64: only such ids are decoded. */
const PREFIXES = ["UzpfS", "Y29tbWVudDo", "ZmVlZGJhY2s6"];

/** What a global id names; null where it is none of these. Never throws. */
export function refOf(id: unknown): Ref | null {
  if (typeof id !== "string" || id.length > 1_000 || !PREFIXES.some((prefix) => id.startsWith(prefix))) return null;
  let text: string;
  try {
    text = atob(id);
  } catch {
    return null;
  }
  const comment = /^comment:(\d+)_(\d+)$/.exec(text);
  if (comment) return { kind: "comment", post: comment[1]!, comment: comment[2]! };
  const feedback = /^feedback:(\d+)(?:_(\d+))?$/.exec(text);
  if (feedback) return { kind: "feedback", post: feedback[1]!, comment: feedback[2] ?? null };
  if (!text.startsWith("S:_I")) return null;
  const story = /^S:_I(\d+):(?:VK:)?(\d+)(?::\d+)?$/.exec(text);
  return { kind: "story", actor: story?.[1] ?? null, post: story?.[2] ?? null };
}

/** The pair `<post>_<comment>` that a comment also carries in plain. */
export function refOfToken(token: unknown): Extract<Ref, { kind: "comment" }> | null {
  const pair = typeof token === "string" ? /^(\d+)_(\d+)$/.exec(token) : null;
  return pair && { kind: "comment", post: pair[1]!, comment: pair[2]! };
}

/** The comment that a link's `comment_id` and `reply_comment_id` name; `parent` null for a first-level comment. */
export function commentIn(href: unknown): { readonly comment: string; readonly parent: string | null } | null {
  if (typeof href !== "string") return null;
  const value = (name: string): string | null => new RegExp(`[?&]${name}=(\\d{5,30})(?:&|#|$)`).exec(href)?.[1] ?? null;
  const comment = value("comment_id");
  const reply = value("reply_comment_id");
  if (reply && comment) return { comment: reply, parent: comment };
  return comment ? { comment, parent: null } : null;
}
