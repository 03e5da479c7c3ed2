// How far each list was read, and which lists a figure misses, in a line each.
import type { Report } from "../report/report.ts";
import type { Catalogue } from "./text/catalogue.ts";

export function feedLines(text: Catalogue, report: Report): string[] {
  const { feeds } = report.coverage;
  const read = new Set(feeds.map(({ feed }) => feed));
  const missing = new Set(report.findings.flatMap((finding) => finding.missing).filter((feed) => !read.has(feed)));
  return [
    ...feeds.map(({ feed, segments }) => {
      const newest = segments[0];
      const oldest = segments[segments.length - 1];
      return text.coverage.feedRead(
        feed,
        oldest?.from ?? null,
        newest?.to ?? null,
        Math.max(segments.length - 1, 0),
        newest !== undefined && newest.topAt !== null,
        oldest?.end ?? false,
      );
    }),
    ...[...missing].map((feed) => text.coverage.feedUnread(feed)),
  ];
}
