// What this report does not know because it was not loaded here; what no page can show is in cannot-show.
import type { AuditInput } from "../audits/audit.ts";
import type { Feed } from "../domain/page.ts";
import type { NetworkId } from "../domain/record.ts";
import type { NotLoaded } from "./report.ts";

/** The lists that a network lays out for a page. */
const FEEDS_OF: Readonly<Record<NetworkId, readonly Feed[]>> = {
  x: ["posts", "replies", "reposts"],
  facebook: ["posts"],
  linkedin: ["posts"],
};

/** Everything that is known to be missing, most telling first. */
export function notLoaded({ dataset, computed }: AuditInput): NotLoaded[] {
  const { coverage, page, records } = dataset;
  const missing: NotLoaded[] = [];
  const add = (key: NotLoaded["key"], count: number | null = null, feed: Feed | null = null): void => {
    if (count !== 0) missing.push({ key, feed, count });
  };
  if (coverage.signedIn === false) add("signedOut");
  const mixed = coverage.feeds.some(({ feed }) => feed === "all");
  for (const feed of FEEDS_OF[page.network]) {
    const read = coverage.feeds.find((coverage) => coverage.feed === feed);
    if (!read || read.segments.length === 0) {
      // LinkedIn's list can stand in another order than that of time, which leaves posts out.
      const notByDate = read && page.network === "linkedin" && records.length > 0;
      if (!mixed) add(notByDate ? "notByDate" : "feed", null, feed);
    }
  }
  for (const { feed, segments } of coverage.feeds) {
    if (segments.length === 0) continue;
    if (segments[0]!.topAt === null) add("newerPosts", null, feed);
    add("gapInFeed", segments.length - 1, feed);
    if (!segments.at(-1)!.end) add("olderPosts", null, feed);
  }
  const opened = new Set(coverage.threads.map(({ focal }) => focal));
  const unread = [...computed.conversations.missingBelow];
  add("threads", unread.filter(([post]) => !opened.has(post)).length);
  add(
    "answers",
    unread.reduce((sum, [, messages]) => sum + messages, 0),
  );
  add("askedMessages", computed.conversations.withoutParent.length);
  add("texts", records.filter(({ text, kind }) => text === null && kind !== "repost").length);
  add(
    "notUnderstood",
    coverage.unread.reduce((sum, { count }) => sum + count, 0),
  );
  return missing;
}
