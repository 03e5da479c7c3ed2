// What was read and what could not be: the ground every figure above stands on.
import type { Report } from "../../report/report.ts";
import { coverageLines } from "../coverage.ts";
import type { Catalogue } from "../text/catalogue.ts";

export function Coverage({ text, report }: { text: Catalogue; report: Report }) {
  const { read, missing, unread } = coverageLines(text, report);
  return (
    <section class="coverage">
      <h2>{text.popup.coverageTitle}</h2>
      <ul>
        {read.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h2>{text.popup.notLoadedTitle}</h2>
          <ul>
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {unread.length > 0 && (
              <li class="nested">
                <ul>
                  {unread.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

/** `open`: not folded to begin with. */
export function CannotShow({ text, report, open = false }: { text: Catalogue; report: Report; open?: boolean }) {
  const lines = report.cannotShow.flatMap((key) => text.cannotShow(key) ?? []);
  if (lines.length === 0) return null;
  return (
    <details class="cannot" open={open}>
      <summary>{text.popup.cannotShowTitle}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
