// What was read and what could not be: the ground every figure above stands on.
import type { Report } from "../../report/report.ts";
import { feedLines } from "../coverage.ts";
import type { Catalogue } from "../text/catalogue.ts";

export function Coverage({ text, report }: { text: Catalogue; report: Report }) {
  const { coverage } = report;
  const unread = coverage.unread.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="coverage">
      <h2>{text.popup.coverageTitle}</h2>
      <ul>
        <li>{text.coverage.posts(coverage.posts, coverage.replies, coverage.reposts)}</li>
        {feedLines(text, report).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{text.coverage.threads(coverage.threadsRead)}</li>
        {coverage.announced > 0 && <li>{text.coverage.announced(coverage.announcedRead, coverage.announced)}</li>}
        {coverage.answersWithoutParent > 0 && <li>{text.coverage.withoutParent(coverage.answersWithoutParent)}</li>}
        <li>
          {unread === 0 ? text.coverage.allUnderstood : text.unreadTotal(unread, coverage.records)}
          {unread > 0 && (
            <ul>
              {coverage.unread.map(({ reason, count }) => (
                <li key={reason}>{text.unread(reason, count)}</li>
              ))}
            </ul>
          )}
        </li>
      </ul>
    </section>
  );
}

export function CannotShow({ text, report }: { text: Catalogue; report: Report }) {
  const lines = report.cannotShow.flatMap((key) => text.cannotShow(key) ?? []);
  if (lines.length === 0) return null;
  return (
    <details class="cannot">
      <summary>{text.popup.cannotShowTitle}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
