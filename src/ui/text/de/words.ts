// German: what is counted, in the singular and the plural, and the forms that a preposition or a percentage asks for.
import type { Feed } from "../../../domain/page.ts";
import type { CountedTexts } from "../catalogue/reading.ts";
import type { Formats } from "../format.ts";

const FEED: Readonly<Record<Feed, string>> = {
  posts: "Beiträge",
  replies: "Antworten",
  reposts: "Reposts",
  all: "Alle",
};

/** What a duration is after "von", "nach" or "seit": "3 Tagen". */
export const dativeOf = (duration: string): string => duration.replace(/Tage$/u, "Tagen");

export const quoted = (words: string): string => `„${words}“`;

export function german(format: Formats) {
  const { list, plural, percent, duration } = format;
  const items = (n: number, one: string, other: string) => plural(n, { one: `# ${one}`, other: `# ${other}` });
  const people = (n: number) => items(n, "Person mit einer Frage", "Personen mit einer Frage");
  // After "von". Two populations: the same person counts once, or each time they wrote anew.
  const writers = (n: number) =>
    items(n, "Person unter Beiträgen der Seite", "verschiedenen Personen unter Beiträgen der Seite");
  const times = (n: number) => items(n, "Wortmeldung", "Wortmeldungen");
  const posts = (n: number) => items(n, "Beitrag", "Beiträge");
  /** After "von". */
  const ofPosts = (n: number) => items(n, "Beitrag", "Beiträgen");
  const weeks = (n: number) => items(n, "Woche", "Wochen");
  const answers = (n: number) => items(n, "Antwort", "Antworten");
  const messages = (n: number) => items(n, "Nachricht", "Nachrichten");
  /** After "von". */
  const ofConversations = (n: number) =>
    items(n, "Gespräch unter Beiträgen der Seite", "Gesprächen unter Beiträgen der Seite");
  const entries = (n: number) => items(n, "Eintrag", "Einträge");
  const days = (n: number) => items(n, "Tag", "Tage");
  const pages = (n: number) => items(n, "Seite", "Seiten");
  const dative = (ms: number) => dativeOf(duration(ms));
  /** The verb beside a share: one percent, or less than one, is singular. */
  const verb = (share: number, one: string, other: string) => (/^<?1\s?%$/u.test(percent(share)) ? one : other);
  const feed = (name: Feed) => FEED[name];
  const tab = (names: readonly Feed[], one: string, other: string) =>
    `${names.length === 1 ? one : other} ${list(names.map((name) => quoted(FEED[name])))}`;
  const counted: CountedTexts = {
    posts: (n, span, now) => `${span ? `${format.dateRange(span.from, span.to, now)}: ` : ""}${posts(n)}`,
    answers(n, reposts) {
      const some = [...(n || !reposts ? [answers(n)] : []), ...(reposts ? [items(reposts, "Repost", "Reposts")] : [])];
      return `insgesamt ${list(some)}`;
    },
  };
  return {
    ...format,
    items,
    people,
    writers,
    times,
    posts,
    ofPosts,
    weeks,
    answers,
    messages,
    ofConversations,
    entries,
    days,
    pages,
    dative,
    verb,
    feed,
    tab,
    counted,
  };
}

/** The figures and the words every part of the catalogue is made of. */
export type German = ReturnType<typeof german>;
