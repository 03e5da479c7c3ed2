// Whose page, on which network, and in one line what of it was read.
import type { Report } from "../../report/report.ts";
import { clean } from "../clean.ts";
import { Foreign } from "../safe-link.tsx";
import type { Catalogue } from "../text/catalogue.ts";
import type { Subject } from "./view.ts";

/** The first letters of up to two words. */
const initials = (name: string): string =>
  clean(name)
    .split(" ")
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase())
    .join("");

export function Header(props: { text: Catalogue; subject: Subject | null; report: Report | null; reading: boolean }) {
  const { text, subject, report } = props;
  const name = subject && (subject.name ?? (subject.handle ? `@${subject.handle}` : null) ?? subject.networkName);
  return (
    <header>
      <div class="tile" aria-hidden="true">
        {(subject && name && initials(subject.name ?? subject.handle ?? "")) || "?"}
      </div>
      <div class="whose">
        <h1>
          {name ? <Foreign text={name} max={80} /> : text.popup.title}
          {subject && <span class="network"> · {subject.networkName}</span>}
        </h1>
        {report && <p class="soft">{text.popup.coverageLine(report.coverage, report.asOf)}</p>}
        {report?.window && (
          <p class="soft">
            {text.report.datesTitle} {text.format.dateRange(report.window.from, report.window.to, report.asOf)}
          </p>
        )}
        {report && report.asOfFrom !== "now" && <p class="soft">{text.popup.asOf(report.asOf, report.asOfFrom)}</p>}
      </div>
      {subject && (
        <p class={props.reading ? "live on" : "live"} role="status">
          <span class="hidden-text">{props.reading ? text.popup.reading : text.popup.notReading}</span>
        </p>
      )}
    </header>
  );
}
