// English for what was read, what was not, what to open next and what no page shows.
import type { CannotShowKey, ReadingTexts } from "../catalogue/reading.ts";
import type { English } from "./words.ts";

const CANNOT_SHOW: Readonly<Record<CannotShowKey, string>> = {
  privateMessages: "Private messages, and what moved to e-mail",
  reach: "How many people saw a post",
  outcomes: "Clicks, leads and sales",
  hidden: "Messages that were deleted, hidden or filtered",
  boosted: "Which posts were paid for",
  employees: "Answers from employees' own accounts",
  mentionsElsewhere: "What is said about the page elsewhere",
  silentReaders: "People who read and say nothing",
  notLoaded: "Anything this browser did not load",
};

export const reading = ({
  number,
  date,
  dateRange,
  items,
  answers,
  counted,
  feed: feedName,
}: English): ReadingTexts => ({
  feed: feedName,
  next(step, created, now) {
    const post = created === null ? "the post" : `the post of ${date(created, now)}`;
    switch (step.key) {
      case "openFeed":
        return step.feed ? `Open the ${feedName(step.feed)} tab of this page.` : "Open the page's other tabs.";
      case "sortRecent":
        return `Sort the ${feedName(step.feed ?? "posts")} tab by “Recent” instead of “Top”.`;
      case "scrollFeed": {
        const where = step.feed ? `the ${feedName(step.feed)} tab` : "the page";
        return step.count
          ? `Scroll further down ${where}: about ${items(step.count, "post", "posts")} to go.`
          : `Scroll further down ${where}.`;
      }
      case "openThread":
        return step.count
          ? `Open ${post}: ${items(step.count, "answer", "answers")} below it, not read yet.`
          : `Open ${post} and read the answers below it.`;
      case "openReplies": {
        const message = created === null ? "the message" : `the message of ${date(created, now)}`;
        return step.count
          ? `Open ${message}: ${items(step.count, "answer", "answers")} below it, not read yet.`
          : `Open ${message} and read the answers below it.`;
      }
      case "showAll":
        return step.count
          ? `Switch to All comments on ${post}: ${items(step.count, "answer is", "answers are")} hidden or not loaded.`
          : `Switch to All comments on ${post}.`;
      case "reload":
        return `Reload ${step.feed ? `the ${feedName(step.feed)} tab` : "this page"} and read it from the top.`;
      case "signIn":
        return "Sign in on this site: signed out, it hides most of what people write.";
      case "setPlan":
        return "Say why this page is here. Then every figure gets a meaning.";
      case "openNetwork":
        return "Open this organisation's page on another network, and read its posts of the same dates.";
      case "nothing":
        return "Nothing more to open: what this page shows has been read.";
    }
  },
  unread(reason, count) {
    const n = items(count, "item", "items");
    switch (reason) {
      case "noId":
        return `${n} without an address of their own`;
      case "repost":
        return `at least ${items(count, "repost", "reposts")} shown without a time of its own (the Reposts tab tells more)`;
      case "noTime":
        return `${n} without a time`;
      case "noAuthor":
        return `${n} without an author`;
      case "unknownShape":
        return `${n} in a form not known here`;
      case "tooBig":
        return `${n} too big to read`;
      case "notJson":
        return `${n} that could not be decoded`;
      case "siteError":
        return `${items(count, "answer", "answers")} of the site that only said "error"`;
      case "unavailable":
        return `${n} the site keeps back (deleted, withheld or private)`;
    }
  },
  unreadTotal: (count, read) => `${items(count, "item", "items")} could not be read, ${number(read)} could.`,
  coverage: {
    ...counted,
    feedRead(feed, { from, to }, gaps, top, end, now) {
      const notes = [
        ...(gaps > 0 ? [gaps === 1 ? "with a gap" : `with ${number(gaps)} gaps`] : []),
        ...(top ? [] : ["not from the top"]),
        ...(end ? ["to the very end"] : []),
      ];
      return `${feedName(feed)}: ${[dateRange(from, to, now), ...notes].join(", ")}`;
    },
    threads: (n) => (n === 0 ? "No conversation opened yet" : items(n, "conversation opened", "conversations opened")),
    announced: (read, announced, since, now) =>
      `${number(read)} of ${items(announced, "message", "messages")} below its posts${since === null ? "" : ` since ${date(since, now)}`} read`,
    withoutParent: (n) => `${answers(n)} whose question is not known, so how long people waited is not known either`,
    allUnderstood: "Everything found could be read.",
  },
  notLoaded({ key, feed, count }) {
    const where = feed ? `${feedName(feed)}: ` : "";
    const n = count ?? 0;
    switch (key) {
      case "feed":
        return feed ? `${feedName(feed)}: not opened` : "A tab was not opened";
      case "notByDate":
        return `${where}what an order other than by date leaves out`;
      case "newerPosts":
        return `${where}what is newer than the first post read`;
      case "olderPosts":
        return `${where}what is older than the last post read`;
      case "gapInFeed":
        return `${where}${items(n, "gap", "gaps")} in between`;
      case "threads":
        return items(n, "post whose answers were not opened", "posts whose answers were not opened");
      case "answers":
        return items(n, "answer below its posts", "answers below its posts");
      case "askedMessages":
        return `what ${items(n, "answer", "answers")} answered, so how long people waited for ${n === 1 ? "it" : "them"}`;
      case "texts":
        return `the text of ${items(n, "message", "messages")}`;
      case "notUnderstood":
        return `${items(n, "item", "items")} that could not be read:`;
      case "signedOut":
        return "most of it: you are signed out";
    }
  },
  cannotShow: (key) => (CANNOT_SHOW as Readonly<Record<string, string>>)[key] ?? null,
});
