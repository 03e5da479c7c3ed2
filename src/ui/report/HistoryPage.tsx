// History: the way to 90, 180 and 365 days, month by month, and any past date, all worked out again from the records.
import { useState } from "preact/hooks";
import type { Detail as AnyDetail } from "../../audits/detail.ts";
import { INDICATORS, type IndicatorKey } from "../../domain/goal.ts";
import { type Change, compare } from "../../report/compare.ts";
import { type MonthReport, months, type Progress, progressInSteps, reportInSteps } from "../../report/history.ts";
import type { Report } from "../../report/report.ts";
import { Detail } from "../detail/Detail.tsx";
import { optionsFor, type PageData } from "../load-page.ts";
import { Badge } from "../popup/Badge.tsx";
import { ShortField } from "../popup/fields.tsx";
import { textOf } from "../sentence.ts";
import { dayOf, windowOf } from "./days.ts";
import { Scrolls } from "./Scrolls.tsx";
import { useSlices } from "./use-slices.ts";
import type { Env, Shown } from "./view.ts";

interface Props {
  env: Env;
  page: Shown;
  data: PageData;
  report: Report;
}

export function HistoryPage(props: Props) {
  return (
    <div class="audit">
      <WayToTheDate {...props} />
      <Months {...props} />
      <PastDate {...props} />
    </div>
  );
}

function WayToTheDate({ env, page, data, report }: Props) {
  const { text, view } = env;
  const words = text.report.history;
  const { plan } = data;
  const steps = useSlices<readonly Progress[]>(
    () =>
      plan &&
      (function* () {
        yield yield* progressInSteps(data.dataset, plan, optionsFor(data, view.zone), report.asOf);
      })(),
    [page.key],
    [report.findings],
  );
  const milestones = steps.done[0] ?? [];
  return (
    <section class="part" aria-labelledby="title-progress">
      <h2 id="title-progress">{words.progress}</h2>
      {!plan && <p>{words.noPlan}</p>}
      {plan && steps.state === "working" && <p role="status">{text.report.working}</p>}
      {plan && steps.state === "ready" && milestones.length === 0 && <p>{words.notBegun}</p>}
      {milestones.length > 0 && (
        <>
          <p class="soft">{words.progressLead(text.format.date(plan?.startedAt ?? 0, report.asOf))}</p>
          <div class="goals">
            {milestones.map(({ horizon, date, daysLeft, elapsed, goals }) => (
              <article key={horizon} class="goal">
                <div class="top">
                  <h3>{text.plan.horizon(horizon)}</h3>
                  <span class="soft">
                    {daysLeft > 0
                      ? text.daysLeft(daysLeft, date, report.asOf)
                      : words.asItStood(text.format.date(date, report.asOf))}
                  </span>
                </div>
                <progress max={1} value={elapsed} aria-label={words.elapsed(text.format.percent(elapsed))} />
                <ul class="verdicts">
                  {goals.map(({ goal, state, indicators }) => (
                    <li key={goal}>
                      <Badge state={state} word={text.verdict(state, daysLeft)} /> {text.goal[goal].name}
                      <span class="soft">
                        {" "}
                        {text.format.list(
                          indicators.map(
                            ({ indicator, target }) =>
                              `${text.indicator[indicator].name}: ${text.target(INDICATORS[indicator], target)}`,
                          ),
                        )}
                      </span>
                    </li>
                  ))}
                </ul>
              </article>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** Drawn month by month. */
const DRAWN: readonly IndicatorKey[] = ["answeredWithin24h", "replyShare", "postsPerWeek"];

const trendOf = (all: readonly MonthReport[], key: string): Extract<AnyDetail, { type: "trend" }> => ({
  type: "trend",
  periods: all.map(({ window, report }) => {
    const finding = report.findings.find((one) => one.key === key);
    const range = finding?.interval ?? finding?.envelope ?? null;
    const value = finding?.state === "measured" ? finding.value : null;
    return {
      ...window,
      value,
      lower: value === null ? null : (range?.lower ?? null),
      upper: value === null ? null : (range?.upper ?? null),
      n: finding?.n ?? 0,
    };
  }),
});

function Months({ env, page, data, report }: Props) {
  const { text, view } = env;
  const words = text.report.history;
  const sliced = useSlices<MonthReport>(
    () => months(data.dataset, optionsFor(data, view.zone), report.asOf),
    [page.key],
    [report.findings],
  );
  const all = sliced.done;
  const frame = {
    text,
    hosts: page.network.hosts,
    network: page.network.name,
    cited: [],
    asOf: report.asOf,
    marks: [],
    counted: "people" as const,
    limit: 0,
  };
  const month = (ms: number) =>
    new Intl.DateTimeFormat(text.format.language, {
      month: "long",
      year: "numeric",
      timeZone: text.format.zone,
    }).format(ms);
  const name = (key: string) => textOf(text, key)?.name ?? key;
  const drawn = DRAWN.map((key) => ({ key, detail: trendOf(all, key) })).filter(({ detail }) =>
    detail.periods.some(({ value }) => value !== null),
  );
  return (
    <section class="part" aria-labelledby="title-months">
      <div class="heading">
        <h2 id="title-months">{words.months}</h2>
        <span class="soft" role="status">
          {sliced.state === "working" ? words.monthsSoFar(all.length) : ""}
          {sliced.state === "failed" ? text.report.problem.audit : ""}
        </span>
      </div>
      <p class="soft">{words.monthsLead}</p>
      {sliced.state === "ready" && drawn.length === 0 && <p>{words.nothingMeasured}</p>}
      <div class="blocks">
        {drawn.map(({ key, detail }) => (
          <article key={key} class="finding">
            <h3>{name(key)}</h3>
            <Detail detail={detail} unit={INDICATORS[key]} frame={frame} />
            <p class="soft">{words.trendLegend}</p>
          </article>
        ))}
      </div>
      {all.length > 0 && (
        <Scrolls text={text} label={words.months}>
          <table>
            <caption class="hidden-text">{words.months}</caption>
            <thead>
              <tr>
                <th scope="col">{words.month}</th>
                {DRAWN.map((key) => (
                  <th key={key} scope="col">
                    {name(key)}
                  </th>
                ))}
                <th scope="col">{words.moved}</th>
              </tr>
            </thead>
            <tbody>
              {[...all].reverse().map(({ window, covered, report: then, changes }) => {
                const moved = changes.filter(({ moved: how }) => how === "up" || how === "down");
                return (
                  <tr key={window.from}>
                    <th scope="row">
                      {month(window.from)}
                      {!covered && <span class="soft"> {words.partly}</span>}
                    </th>
                    {DRAWN.map((key) => {
                      const finding = then.findings.find((one) => one.key === key);
                      return (
                        <td key={key}>
                          {finding?.value == null || finding.state !== "measured" ? (
                            <span class="soft">{text.report.notKnown}</span>
                          ) : (
                            <>
                              <b>{text.value(finding.unit, finding.value)}</b>{" "}
                              <span class="soft">({text.format.number(finding.n)})</span>
                            </>
                          )}
                        </td>
                      );
                    })}
                    <td class="told">
                      {changes.length === 0
                        ? "–"
                        : moved.length === 0
                          ? words.notDistinguishable
                          : text.format.list(
                              moved.map((change) => words.movedOne(name(change.key), change.moved === "up")),
                            )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}

/** What the audit said on another day, beside what it says now. */
function PastDate({ env, page, data, report }: Props) {
  const { text, view } = env;
  const words = text.report.history;
  const zone = data.plan?.policy.zone ?? view.zone;
  const [day, setDay] = useState("");
  const window = day === "" ? null : windowOf({ from: day, to: day }, zone);
  const at = window && window.to < report.asOf ? window.to : null;
  const past = useSlices<Report>(
    () =>
      at === null
        ? null
        : (function* () {
            yield yield* reportInSteps(data.dataset, optionsFor(data, view.zone), at);
          })(),
    [page.key, at],
    [report.findings],
  );
  const before = at === null ? undefined : past.done[0];
  const changes = before
    ? compare(before, report).filter(({ before: was, after }) => was !== null || after !== null)
    : [];
  return (
    <section class="part" aria-labelledby="title-past">
      <h2 id="title-past">{words.past}</h2>
      <p class="soft">{words.pastLead}</p>
      <p>
        <ShortField label={words.pastDay} type="date" value={day} onChange={setDay} />{" "}
        {day !== "" && at === null && <span class="soft">{words.pastOnly(dayOf(report.asOf, zone))}</span>}
      </p>
      <div role="status">{at !== null && past.state === "working" && <p>{text.report.working}</p>}</div>
      {before && changes.length === 0 && <p>{words.nothingThen}</p>}
      {before && changes.length > 0 && (
        <Scrolls text={text} label={words.past}>
          <table>
            <caption class="hidden-text">{words.past}</caption>
            <thead>
              <tr>
                <th scope="col">{text.report.figure}</th>
                <th scope="col" class="number">
                  {text.format.date(before.asOf, report.asOf)}
                </th>
                <th scope="col" class="number">
                  {words.today}
                </th>
                <th scope="col">{words.moved}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <ChangeRow key={change.key} env={env} change={change} />
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}

function ChangeRow({ env: { text }, change }: { env: Env; change: Change }) {
  const { key, unit, before, after, moved } = change;
  const value = (one: number | null) => (one === null ? "–" : text.value(unit, one));
  return (
    <tr>
      <th scope="row">{textOf(text, key)?.name ?? key}</th>
      <td class="number">{value(before)}</td>
      <td class="number">{value(after)}</td>
      <td>{text.report.history.change[moved]}</td>
    </tr>
  );
}
