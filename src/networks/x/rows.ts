// The rows of a rendered list of X, from top to bottom, and what each says of its post.
import type { Moment } from "../../domain/moment.ts";
import type { Account, Observation } from "../../domain/observation.ts";
import { guarded, type UnreadCount } from "../network.ts";
import { type Article, POST, readArticle, testId } from "./article.ts";
import { permalink } from "./place.ts";
import { createdOf, isoTime } from "./snowflake.ts";

/** A row: its post and the post's time, if it holds one that could be read. */
export interface Row {
  readonly cell: Element;
  readonly article: Article | null;
  readonly created: Moment | null;
}

/** Distance from the top of the list in px, null where the row does not say. */
function offset(cell: Element): number | null {
  const match = /translateY\((-?[\d.]+)px\)/.exec(cell.getAttribute("style") ?? "");
  return match ? Number(match[1]) : null;
}

/** Rows say where they stand; their order in the document need not be that. */
function cellsOf(column: Element): Element[] {
  const rows = [...column.querySelectorAll(testId("cellInnerDiv"))];
  const cells = rows.length > 0 ? rows : [...column.querySelectorAll(POST)];
  const placed = cells.map((cell) => ({ cell, top: offset(cell) }));
  if (placed.some(({ top }) => top === null)) return cells;
  return placed.sort((a, b) => a.top! - b.top!).map(({ cell }) => cell);
}

/** Reads the rows of a column; counts posts that are there and could not be read. */
export const rowsOf = (column: Element, unread: UnreadCount): Row[] =>
  cellsOf(column).map((cell) => {
    const element = cell.matches(POST) ? cell : cell.querySelector(POST);
    if (!element) {
      // A post that was deleted or is withheld is an article too, of another make and without a time.
      const other = cell.querySelector("article");
      if (other) unread.add(other.querySelector("time") ? "unknownShape" : "unavailable");
      return { cell, article: null, created: null };
    }
    const article = guarded(unread, () => readArticle(element));
    if (!article) return { cell, article, created: null };
    const created = article.link ? createdOf(article.link.id, isoTime(article.stated)) : null;
    // An advertisement has no time of its own: it is left out, not missing.
    if (!article.promoted && !article.link) unread.add("noId");
    if (article.link && !created) unread.add("noTime");
    return { cell, article, created };
  });

/** Whether the list is rendered from its very first row; null where the rows do not say where they stand. */
export const fromTop = (rows: readonly Row[]): boolean | null => {
  const top = rows[0] ? offset(rows[0].cell) : null;
  return top === null ? null : top === 0;
};

export const authorOf = ({ link }: Article): Account | null =>
  link?.handle ? { id: null, handle: link.handle } : null;

/** The post above that a line joins to the row at `index`; null where there is none or it is no longer rendered. */
export const above = (rows: readonly Row[], index: number): Article | null =>
  rows[index]?.article?.joined ? (rows[index - 1]?.article ?? null) : null;

/** Whether a line leads from the row at `index` to a post below it, rendered or not. */
export const leadsOn = (rows: readonly Row[], index: number): boolean =>
  rows[index]?.article?.leadsOn === true || rows[index + 1]?.article?.joined === true;

/** How the list around a row relates it to others. */
export interface Relation {
  readonly isAnswer: boolean;
  /** The message it answers, as its place in the list tells. */
  readonly answered: Article | null;
  readonly thread: string | null;
  readonly pinned: true | null;
}

/** The post of a row; null where it could not be read. */
export function observed(
  { article, created }: Row,
  { isAnswer, answered, thread, pinned }: Relation,
): Observation | null {
  if (!article?.link || !created) return null;
  const { id } = article.link;
  const addressee = article.addressee ? { id: null, handle: article.addressee } : null;
  return {
    id,
    kind: isAnswer ? "reply" : "post",
    author: authorOf(article),
    created,
    replyTo: (isAnswer && answered?.link?.id) || null,
    replyToAuthor: isAnswer ? (answered ? authorOf(answered) : addressee) : null,
    thread,
    text: article.text,
    lang: article.lang,
    url: permalink(id),
    pinned,
    promoted: article.promoted,
    repostOf: article.quoted,
    announced: article.announced,
  };
}
