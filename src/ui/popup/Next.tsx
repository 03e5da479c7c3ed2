// The one thing to do next, and the way back to what was loaded before the click.
import type { Report } from "../../report/report.ts";
import { SafeLink } from "../safe-link.tsx";
import type { Catalogue } from "../text/catalogue.ts";
import type { Actions, Subject, View } from "./view.ts";

export function Next({ text, report, subject }: { text: Catalogue; report: Report; subject: Subject }) {
  const step = report.next;
  if (!step) return null;
  const record = report.cited.find(({ id }) => id === step.record);
  return (
    <p class="next">
      <b>{text.popup.nextTitle}:</b>{" "}
      <SafeLink
        address={step.url ?? record?.url ?? null}
        hosts={subject.hosts}
        hint={text.popup.opensIn(subject.networkName)}
      >
        {text.next(step, record?.created.from ?? null, report.asOf)}
      </SafeLink>
    </p>
  );
}

/** Whether reading began below the top of a feed, or lost what answers belong to. */
export const wantsReload = (report: Report): boolean =>
  report.coverage.answersWithoutParent > 0 ||
  report.coverage.feeds.some(({ segments }) => segments.length > 0 && segments.every(({ topAt }) => topAt === null));

export function Reload({
  text,
  report,
  view,
  actions,
}: {
  text: Catalogue;
  report: Report;
  view: View;
  actions: Actions;
}) {
  const lost = report.coverage.answersWithoutParent;
  if (view.reload === "needsClick") return <p class="notice">{text.popup.reloadNeedsClick}</p>;
  if (view.reload === "underWay") return <p class="notice">{text.popup.reloading}</p>;
  return (
    <div class="notice">
      <p>{lost > 0 ? text.popup.reloadWhyAnswers(lost) : text.popup.reloadWhy}</p>
      <button type="button" onClick={actions.reload}>
        {text.popup.reload}
      </button>
    </div>
  );
}
