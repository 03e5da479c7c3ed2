// English: what is counted, in the singular and the plural, beside the figures of the language.
import type { Feed } from "../../../domain/page.ts";
import type { CountedTexts } from "../catalogue/reading.ts";
import type { Formats } from "../format.ts";

const FEED: Readonly<Record<Feed, string>> = { posts: "Posts", replies: "Replies", reposts: "Reposts", all: "All" };

export function english(format: Formats) {
  const { list, plural } = format;
  const items = (n: number, one: string, other: string) => plural(n, { one: `# ${one}`, other: `# ${other}` });
  const people = (n: number) => items(n, "person who asked", "people who asked");
  // Two populations: the same person counts once, or each time they wrote anew.
  const writers = (n: number) => items(n, "different person below its posts", "different people below its posts");
  const times = (n: number) => items(n, "time somebody wrote", "times somebody wrote");
  const posts = (n: number) => items(n, "post", "posts");
  const weeks = (n: number) => items(n, "week", "weeks");
  const published = (n: number) => items(n, "post or answer", "posts and answers");
  const answers = (n: number) => items(n, "answer", "answers");
  const conversations = (n: number) => items(n, "conversation below its posts", "conversations below its posts");
  const days = (n: number) => items(n, "day", "days");
  const feed = (name: Feed) => FEED[name];
  const feeds = (names: readonly Feed[]) => list(names.map(feed));
  const tab = (names: readonly Feed[]) => `${feeds(names)} ${names.length === 1 ? "tab" : "tabs"}`;
  const counted: CountedTexts = {
    posts: (n, span, now) => `${span ? `${format.dateRange(span.from, span.to, now)}: ` : ""}${posts(n)}`,
    answers(n, reposts) {
      const some = [...(n || !reposts ? [answers(n)] : []), ...(reposts ? [items(reposts, "repost", "reposts")] : [])];
      return `${list(some)} in all`;
    },
  };
  return {
    ...format,
    items,
    people,
    writers,
    times,
    posts,
    weeks,
    published,
    answers,
    conversations,
    days,
    feed,
    tab,
    counted,
  };
}

/** The figures and the words every part of the catalogue is made of. */
export type English = ReturnType<typeof english>;
