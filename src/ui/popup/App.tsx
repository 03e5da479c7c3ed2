// The popup's one screen, a pure function of its view: whose page, the WHY, verdicts, instruments, people waiting, coverage.
import { useState } from "preact/hooks";
import type { Finding } from "../../audits/finding.ts";
import { type Plan, reviewDue } from "../../domain/plan.ts";
import type { Report } from "../../report/report.ts";
import { Detail } from "../detail/Detail.tsx";
import type { Frame } from "../detail/frame.ts";
import { further, instruments } from "../pick.ts";
import { SafeLink } from "../safe-link.tsx";
import type { Catalogue } from "../text/catalogue.ts";
import { CannotShow, Coverage } from "./Coverage.tsx";
import { Goal, Why } from "./Goals.tsx";
import { Header } from "./Header.tsx";
import { FindingText, Instruments } from "./Instruments.tsx";
import { Next, Reload, wantsReload } from "./Next.tsx";
import { PlanForm } from "./PlanForm.tsx";
import type { Actions, Subject, View } from "./view.ts";

const WAITING_SHOWN = 5;

/** `beside`: in the panel that stays open, not in the popup. */
export function App(props: { text: Catalogue; view: View; actions: Actions; beside?: boolean }) {
  const { text, view, actions } = props;
  const [editing, setEditing] = useState(false);
  const { subject, report, plan } = view;
  const form = (full: boolean, onLeave: () => void) =>
    subject && (
      <PlanForm
        key={`${subject.key} ${plan?.id} ${full}`}
        text={text}
        subject={subject}
        plan={plan}
        planId={view.planId}
        measurable={view.measurable}
        now={view.now}
        zone={view.zone}
        full={full}
        onSave={(saved: Plan) => {
          setEditing(false);
          actions.savePlan(saved);
        }}
        onLeave={onLeave}
        onDelete={(id) => {
          setEditing(false);
          actions.deletePlan(id);
        }}
      />
    );

  return (
    <div class="popup" lang={text.format.language} dir={text.direction}>
      <Header text={text} subject={subject} report={report} reading={view.reading} />
      <main>
        {view.problem && (
          <p class="notice wrong" role="alert">
            {text.popup.problem[view.problem]}
          </p>
        )}
        {!subject && view.settled && !view.problem && <p class="lone">{text.popup.elsewhere(view.networks)}</p>}
        {subject && editing && form(true, () => setEditing(false))}
        {subject && !editing && (
          <>
            {report?.coverage.signedIn === false && <p class="notice">{text.popup.signedOut(subject.networkName)}</p>}
            {plan && reviewDue(plan, view.now) && (
              <p class="notice">
                {text.popup.reviewDue(text.format.date(plan.reviewAt ?? view.now, view.now))}
                <button type="button" onClick={() => actions.openReport("plan")}>
                  {text.popup.changePlan}
                </button>
              </p>
            )}
            {(view.settled || report) &&
              !plan &&
              !view.skipped &&
              report?.page.company !== false &&
              form(false, actions.skip)}
            {report?.page.company === false ? (
              <p class="lone">{text.popup.person}</p>
            ) : report && report.coverage.records > 0 ? (
              <Audit text={text} view={view} subject={subject} report={report} actions={actions} />
            ) : (
              !view.problem && <Nothing text={text} view={view} subject={subject} />
            )}
          </>
        )}
      </main>
      {subject && (view.settled || view.reading) && !editing && (
        <footer>
          {report && report.coverage.records > 0 && (
            <>
              <button type="button" class={plan ? "primary" : undefined} onClick={() => actions.openReport("audit")}>
                {text.popup.openReport}
              </button>
              <button type="button" onClick={() => actions.openReport("handover")}>
                {text.popup.handOver}
              </button>
            </>
          )}
          {view.reading ? (
            <button type="button" onClick={actions.stop}>
              {text.popup.stop}
            </button>
          ) : (
            <button type="button" onClick={actions.readOn}>
              {text.popup.readOn}
            </button>
          )}
          {!props.beside && actions.openBeside && (
            <button type="button" onClick={actions.openBeside}>
              {text.popup.openBeside}
            </button>
          )}
          {(plan || view.skipped) && (
            <button type="button" class={plan ? undefined : "primary"} onClick={() => setEditing(true)}>
              {plan ? text.popup.changePlan : text.popup.stateWhy}
            </button>
          )}
        </footer>
      )}
    </div>
  );
}

/** Nothing was read: not yet, or because what the page shows was not understood, which is no "nothing there". */
function Nothing({ text, view, subject }: { text: Catalogue; view: View; subject: Subject }) {
  if (!view.settled) return <p class="lone">{text.popup.starting}</p>;
  const { report } = view;
  const strange = report !== null && report.coverage.unread.length > 0;
  return (
    <>
      {strange ? (
        <p class="notice wrong" role="alert">
          {text.popup.notUnderstood(subject.networkName)}
        </p>
      ) : (
        <p class="lone">{text.popup.nothingYet}</p>
      )}
      {report && subject.network === "linkedin" && (
        <p class="next">
          <SafeLink address={report.page.url} hosts={subject.hosts} hint={text.popup.opensIn(subject.networkName)}>
            {text.popup.visitorsView}
          </SafeLink>
        </p>
      )}
      {strange && <Coverage text={text} report={report} />}
    </>
  );
}

function Audit(props: { text: Catalogue; view: View; subject: Subject; report: Report; actions: Actions }) {
  const { text, view, subject, report, actions } = props;
  const { plan } = report;
  const { questions } = instruments(report);
  const { known: others, unknown } = further(text, report);
  const frame: Frame = {
    text,
    hosts: subject.hosts,
    network: subject.networkName,
    cited: report.cited,
    asOf: report.asOf,
    marks: [],
    counted: "people",
    limit: WAITING_SHOWN,
  };
  return (
    <>
      {plan ? (
        <>
          <Why text={text} plan={plan} asOf={report.asOf} />
          {report.goals.map((goal) => (
            <Goal key={goal.goal} text={text} report={report} plan={plan} goal={goal} />
          ))}
        </>
      ) : (
        <div class="nowhy">
          <h2>{text.popup.noWhy}</h2>
          <p class="soft">{text.popup.noWhyLead}</p>
        </div>
      )}
      {report.course?.advice && (
        <p class="course">
          <b>{text.advice[report.course.advice]}:</b>{" "}
          {text.course(
            report.course.reason,
            report.course.goal && text.goal[report.course.goal].name,
            subject.networkName,
          )}
        </p>
      )}
      <Next text={text} report={report} subject={subject} />
      <Instruments report={report} frame={frame} />
      {questions && <Waiting finding={questions} frame={frame} />}
      {others.length + unknown.length > 0 && (
        <details>
          <summary>{text.popup.moreTitle}</summary>
          {others.map((finding, index) => (
            <div key={finding.key} class="further">
              <FindingText finding={finding} frame={frame} />
              {finding.detail && draws(finding, others.slice(0, index)) && (
                <Detail detail={finding.detail} unit={finding.unit} frame={frame} />
              )}
            </div>
          ))}
          {unknown.map(({ names, reason }) => (
            <p key={reason} class="further soft">
              {text.popup.unknown(names, reason)}
            </p>
          ))}
        </details>
      )}
      <Coverage text={text} report={report} />
      {(wantsReload(report) || view.reload !== "possible") && (
        <Reload text={text} report={report} view={view} actions={actions} />
      )}
      <CannotShow text={text} report={report} />
    </>
  );
}

/** People waiting are listed above, and one audit's findings may share a picture. */
const draws = ({ audit, detail }: Finding, before: readonly Finding[]): boolean =>
  detail?.type !== "waiting" && !before.some((other) => other.audit === audit && other.detail?.type === detail?.type);

function Waiting({ finding, frame }: { finding: Finding; frame: Frame }) {
  const { text } = frame;
  if (finding.detail?.type !== "waiting" || !finding.value) return null;
  const rest = finding.value - Math.min(frame.limit, finding.detail.items.length);
  return (
    <section class="instrument">
      <div class="heading">
        <h2>{text.popup.waitingTitle(finding.value)}</h2>
        <span class="soft">{text.popup.waitingLead}</span>
      </div>
      <Detail detail={finding.detail} unit={finding.unit} frame={frame} />
      {rest > 0 && <p class="soft">{text.popup.moreWaiting(rest)}</p>}
    </section>
  );
}
