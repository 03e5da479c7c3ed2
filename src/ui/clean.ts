// Foreign text made safe to show: control and direction characters out, white space folded.

// C0 and C1 controls, soft hyphen, zero-width space, direction marks, embeddings, overrides, isolates, byte-order mark;
// not the joiners, which emoji and Persian need.
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;

/** One line of visible text; at most `max` characters, cut with an ellipsis. */
export function clean(text: string, max = 300): string {
  const line = text.replace(HIDDEN, " ").replace(/\s+/gu, " ").trim();
  const characters = [...line];
  return characters.length > max
    ? `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
