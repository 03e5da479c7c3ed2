// The text of a post as a reader sees it, out of the fields X spreads it over.
import { MAX_TEXT } from "../../domain/record.ts";
import type { Details, Tweet } from "./schemas.ts";

const ESCAPED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/** `full_text` comes with three characters escaped; `note_tweet` does not. */
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt);/g, (_, name: string) => ESCAPED[name]!);

/** At most `MAX_TEXT` units, never half a character. */
export const fitted = (text: string): string =>
  text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, "");

type Links = NonNullable<Details["entities"]>["urls"];

/** Short links replaced by where they lead, in one pass so that a hostile list cannot blow the text up. */
function expanded(text: string, links: Links): string {
  const targets = new Map<string, string>();
  for (const link of links ?? []) {
    if (link?.url && link.expanded_url && link.expanded_url.length <= 2_000) targets.set(link.url, link.expanded_url);
  }
  return text.replace(/https:\/\/t\.co\/\w+/g, (short) => targets.get(short) ?? short);
}

/**
 * Text without the hidden leading mentions and the trailing link to media or a quoted post; long text from
 * `note_tweet`; the title of an article first. null where the answer holds no text field at all.
 * `display_text_range` counts code points of the still escaped text.
 */
export function textOf(tweet: Tweet, details: Details): string | null {
  const { full_text: full, display_text_range: range, quoted_status_permalink: quoted, entities } = details;
  const note = tweet.note_tweet?.note_tweet_results?.result;
  const title = tweet.article?.article_results?.result?.title;
  const points = Array.from(full ?? "");
  const [start, end] = range && range[0] <= range[1] && range[1] <= points.length ? range : [0, points.length];
  let text: string;
  if (note?.text !== undefined) {
    const hidden = unescaped(points.slice(0, start).join(""));
    text = expanded(note.text.startsWith(hidden) ? note.text.slice(hidden.length) : note.text, note.entity_set?.urls);
  } else if (full !== undefined) {
    let visible = points.slice(start, end).join("").trimEnd();
    if (quoted?.url && visible.endsWith(quoted.url)) visible = visible.slice(0, -quoted.url.length);
    text = expanded(unescaped(visible), entities?.urls);
  } else {
    return title === undefined ? null : fitted(title);
  }
  return fitted(
    [title, text]
      .filter((part) => part !== undefined)
      .join("\n")
      .trim(),
  );
}

/** The language the site states; null for its codes of "none", "unknown" and "not a language". */
export const langOf = (code: string | null | undefined): string | null =>
  code && /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(code) && !/^(?:q[a-z]{2}|und|zxx|art|mis)$/.test(code)
    ? code
    : null;
