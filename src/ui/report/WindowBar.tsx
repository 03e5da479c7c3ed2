// The dates an audit speaks of: by default what the lists cover, or those a person picks.
import { useState } from "preact/hooks";
import { commonStretches } from "../../computed/feed-window.ts";
import { feedsRead, longestCovered } from "../../report/window.ts";
import { ShortField } from "../popup/fields.tsx";
import { daysOf, windowOf } from "./days.ts";
import type { Env, Shown } from "./view.ts";

export function WindowBar({ env, page }: { env: Env; page: Shown }) {
  const { text, view, actions } = env;
  const data = page.data;
  const zone = data?.plan?.policy.zone ?? view.zone;
  const covered = data ? longestCovered(data.dataset.coverage) : null;
  const suggested = page.days ?? (covered && daysOf(covered, zone));
  const [from, setFrom] = useState(suggested?.from ?? "");
  const [to, setTo] = useState(suggested?.to ?? "");
  const picked = windowOf({ from, to }, zone);
  const go = (days: Shown["days"]) => view.route.screen === "page" && actions.go({ ...view.route, days });
  if (!data) return null;
  const whole =
    page.window !== null &&
    commonStretches(data.dataset.coverage, feedsRead(data.dataset.coverage)).some(
      (stretch) =>
        (stretch.end || stretch.from <= page.window!.from) && stretch.to >= Math.min(page.window!.to, view.now),
    );
  return (
    <form
      class="window"
      onSubmit={(event) => {
        event.preventDefault();
        if (picked) go({ from, to });
      }}
    >
      <p class="dates">
        <b>{text.report.datesTitle}</b>{" "}
        {page.window
          ? text.format.dateRange(page.window.from, page.window.to, view.now)
          : covered
            ? text.report.datesCovered(text.format.dateRange(covered.from, covered.to, view.now))
            : text.report.datesNone}
        {page.window && !whole && <span class="notice-line"> {text.report.datesPartly}</span>}
      </p>
      <details>
        <summary>{text.report.changeDates}</summary>
        <div class="row">
          <ShortField label={text.plan.fromLabel} type="date" value={from} onChange={setFrom} />
          <ShortField label={text.plan.toLabel} type="date" value={to} onChange={setTo} />
          <button type="submit" disabled={!picked}>
            {text.report.useDates}
          </button>
          {page.days && (
            <button type="button" onClick={() => go(null)}>
              {text.report.allDates}
            </button>
          )}
        </div>
        <p class="soft">{text.report.datesHint(zone.replaceAll("_", " "))}</p>
      </details>
    </form>
  );
}
