// One page's audit in full: the WHY and the plan, verdicts with proof and next action, every instrument, who waits, what is not known.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Finding } from "../../audits/finding.ts";
import { horizonEnd, openQuestions, type Plan } from "../../domain/plan.ts";
import type { Report } from "../../report/report.ts";
import { Detail } from "../detail/Detail.tsx";
import { instruments } from "../pick.ts";
import { Badge } from "../popup/Badge.tsx";
import { CannotShow, Coverage } from "../popup/Coverage.tsx";
import { ProofRow, Why } from "../popup/Goals.tsx";
import { marks } from "../popup/Instruments.tsx";
import { Foreign, SafeLink } from "../safe-link.tsx";
import { daysLeft, findingOf, notKnown, proofs } from "../sentence.ts";
import { Evidence, Folded, Item, Paged } from "./Evidence.tsx";
import { Action, FindingBlock, References } from "./FindingBlock.tsx";
import { GROUPS, type Ground, type Group } from "./ground.ts";
import { LatencyTable } from "./LatencyTable.tsx";
import { LeftOut } from "./LeftOut.tsx";
import type { Env, Shown } from "./view.ts";

export function AuditPage({ env, page, report }: { env: Env; page: Shown; report: Report }) {
  const { text, actions } = env;
  const cited = useMemo(() => new Map(report.cited.map((record) => [record.id, record])), [report]);
  const ground: Ground = {
    text,
    report,
    cited,
    leaveOut: (id) => actions.leaveOut(id, true),
    frame: {
      text,
      hosts: page.network.hosts,
      network: page.network.name,
      cited: report.cited,
      asOf: report.asOf,
      marks: [],
      counted: "people",
      limit: 4,
    },
  };
  return (
    <div class="audit">
      <Top ground={ground} env={env} page={page} />
      <Latency ground={ground} />
      <Conversation ground={ground} />
      <Rhythm ground={ground} />
      <People ground={ground} />
      <Others ground={ground} />
      <Part id="unknown" title={text.report.unknownTitle}>
        <div class="columns">
          <Coverage text={text} report={report} />
          <CannotShow text={text} report={report} open />
        </div>
      </Part>
      <LeftOut env={env} page={page} />
    </div>
  );
}

function Part(props: { id: string; title: string; beside?: string | null; children: ComponentChildren }) {
  return (
    <section class="part" aria-labelledby={`title-${props.id}`}>
      <div class="heading">
        <h2 id={`title-${props.id}`}>{props.title}</h2>
        {props.beside && <span class="soft">{props.beside}</span>}
      </div>
      {props.children}
    </section>
  );
}

function Top({ ground, env, page }: { ground: Ground; env: Env; page: Shown }) {
  const { text, report } = ground;
  const { plan } = report;
  const change = () => env.actions.go({ screen: "page", page: page.key, section: "plan", days: page.days });
  return (
    <section class="part" aria-label={text.report.goalsTitle}>
      {plan ? (
        <>
          <Why text={text} plan={plan} asOf={report.asOf} />
          <PlanLine ground={ground} plan={plan} change={change} />
          {report.course && (
            <p class="course">
              {report.course.advice && <b>{text.advice[report.course.advice]}: </b>}
              {text.course(
                report.course.reason,
                report.course.goal && text.goal[report.course.goal].name,
                page.network.name,
              )}
            </p>
          )}
          {report.goals.length > 0 && (
            <div class="goals">
              {report.goals.map((goal) => (
                <Goal key={goal.goal} ground={ground} plan={plan} goal={goal} />
              ))}
            </div>
          )}
          {report.outcomes.length > 0 && <Outcomes ground={ground} plan={plan} />}
        </>
      ) : (
        <>
          <div class="nowhy">
            <h2>{text.popup.noWhy}</h2>
            <p class="soft">{text.popup.noWhyLead}</p>
          </div>
          <p>
            <button type="button" class="primary" onClick={change}>
              {text.popup.stateWhy}
            </button>
          </p>
        </>
      )}
      <NextStep ground={ground} />
    </section>
  );
}

function NextStep({ ground }: { ground: Ground }) {
  const { text, report, frame, cited } = ground;
  const step = report.next;
  if (!step) return null;
  const record = step.record === null ? undefined : cited.get(step.record);
  return (
    <p class="next">
      <b>{text.popup.nextTitle}:</b>{" "}
      <SafeLink address={step.url ?? record?.url ?? null} hosts={frame.hosts} hint={text.popup.opensIn(frame.network)}>
        {text.next(step, record?.created.from ?? null, report.asOf)}
      </SafeLink>
    </p>
  );
}

function PlanLine({ ground, plan, change }: { ground: Ground; plan: Plan; change: () => void }) {
  const { text } = ground;
  const open = openQuestions(plan);
  const answers = (["relations", "brand", "people", "success", "learn"] as const).filter((key) => plan[key] !== "");
  return (
    <Folded
      class="plan-fold"
      summary={
        <>
          {text.report.thePlan} {open.length > 0 && <span class="open">{text.plan.openCount(open.length)}</span>}
        </>
      }
    >
      {() => (
        <>
          <dl class="answers">
            {answers.map((key) => (
              <div key={key}>
                <dt>{text.plan.question[key]}</dt>
                <dd>
                  <Foreign text={plan[key]} max={2_000} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{text.plan.question.policy}</dt>
              <dd>{text.report.policy(plan.policy)}</dd>
            </div>
            {open.length > 0 && (
              <div>
                <dt>{text.report.openQuestions}</dt>
                <dd>
                  <ul>
                    {open.map((question) => (
                      <li key={question}>{text.plan.question[question]}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            )}
          </dl>
          <button type="button" onClick={change}>
            {text.popup.changePlan}
          </button>
        </>
      )}
    </Folded>
  );
}

function Goal({ ground, plan, goal }: { ground: Ground; plan: Plan; goal: Report["goals"][number] }) {
  const { text, report } = ground;
  const left = daysLeft(plan, report.asOf);
  const all = proofs(text, report, goal);
  return (
    <article class="goal">
      <div class="top">
        <h2>{text.goal[goal.goal].name}</h2>
        <Badge state={goal.state} word={text.verdict(goal.state, left)} />
      </div>
      {all.length === 0 && <p class="soft">{text.report.noTargets}</p>}
      {all.map((proof, index) => {
        const indicator = goal.indicators[index];
        return (
          <div key={indicator?.indicator} class="proven">
            <ProofRow
              text={text}
              proof={proof}
              target={indicator?.target ?? null}
              several={all.length > 1}
              left={left}
            />
            {indicator && <References ground={ground} indicator={indicator.indicator} unit={proof.unit} />}
            {proof.finding && proof.state !== "met" && <Action ground={ground} finding={proof.finding} always />}
            {proof.finding && <Evidence ground={ground} finding={proof.finding} />}
          </div>
        );
      })}
    </article>
  );
}

function Outcomes({ ground, plan }: { ground: Ground; plan: Plan }) {
  const { text, report } = ground;
  const left = daysLeft(plan, report.asOf);
  return (
    <article class="goal">
      <h2>{text.report.outcomesTitle}</h2>
      <p class="soft">{text.report.outcomesLead}</p>
      <ul class="outcomes">
        {report.outcomes.map(({ name, goal, value, target, state, at }) => (
          <li key={`${goal} ${name}`}>
            <Badge state={state} word={text.verdict(state, left)} /> <Foreign text={name} max={200} />:{" "}
            <b>{value === null ? text.report.notTypedIn : text.format.number(value, 2)}</b>{" "}
            <span class="soft">
              {text.aim("count", target, false)}
              {at !== null && ` · ${text.report.typedInOn(text.format.date(at, report.asOf))}`} ·{" "}
              {text.format.date(horizonEnd(plan), report.asOf)}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}

const ofGroup = (report: Report, group: Group): Finding[] =>
  GROUPS[group].flatMap((audit) => report.findings.filter((finding) => finding.audit === audit));

/** Blocks for findings with a figure; those without one folded together with their reasons. */
function Blocks({ ground, findings }: { ground: Ground; findings: readonly Finding[] }) {
  const { text } = ground;
  const known = findings.filter(({ value, detail }) => value !== null || detail !== null);
  const unknown = findings.filter((finding) => !known.includes(finding));
  return (
    <>
      <div class="blocks">
        {known.map((finding, index) => (
          <FindingBlock
            key={finding.key}
            ground={ground}
            finding={finding}
            picture={!known.slice(0, index).some((other) => sameKindOfPicture(other, finding))}
          />
        ))}
      </div>
      {unknown.length > 0 && (
        <Folded class="unknown" summary={text.report.unknownHere(unknown.length)}>
          {() => (
            <div class="blocks">
              {unknown.map((finding) => (
                <FindingBlock key={finding.key} ground={ground} finding={finding} />
              ))}
            </div>
          )}
        </Folded>
      )}
    </>
  );
}

/** One audit's findings may share a picture. */
const sameKindOfPicture = (a: Finding, b: Finding): boolean =>
  a.audit === b.audit && a.detail !== null && a.detail.type === b.detail?.type;

/** Told in the table of waiting times. */
const IN_TABLE = [
  "answeredWithin1h",
  "answeredWithin4h",
  "answeredWithin24h",
  "answeredWithin72h",
  "halfTime",
  "ninetyTime",
];

function Latency({ ground }: { ground: Ground }) {
  const { text, report } = ground;
  const all = ofGroup(report, "latency");
  const rest = all.filter(({ key }) => !IN_TABLE.includes(key) && key !== "openHalfTime");
  const day = findingOf(report, "answeredWithin24h");
  const open = findingOf(report, "openHalfTime");
  return (
    <Part id="latency" title={text.popup.latencyTitle}>
      {day && (
        <div class="columns">
          <div class="clock">
            <h3>{text.report.theirClock}</h3>
            {day.detail ? (
              <Detail detail={day.detail} unit={day.unit} frame={{ ...ground.frame, marks: marks(report) }} />
            ) : (
              <FindingBlock ground={ground} finding={day} />
            )}
            {day.detail && <p class="soft">{text.report.curveLegend}</p>}
          </div>
          {open?.detail && (
            <div class="clock">
              <h3>{text.report.yourClock}</h3>
              <Detail detail={open.detail} unit={open.unit} frame={ground.frame} />
              <p class="soft">{text.report.yourClockLead}</p>
            </div>
          )}
        </div>
      )}
      <LatencyTable
        ground={ground}
        findings={all.filter(({ key }) => IN_TABLE.includes(key) || key === "openHalfTime")}
      />
      <Blocks ground={ground} findings={rest} />
    </Part>
  );
}

function Conversation({ ground }: { ground: Ground }) {
  return (
    <Part id="conversation" title={ground.text.popup.conversationTitle}>
      <Blocks ground={ground} findings={ofGroup(ground.report, "conversation")} />
    </Part>
  );
}

function Rhythm({ ground }: { ground: Ground }) {
  return (
    <Part id="rhythm" title={ground.text.popup.rhythmTitle}>
      <Blocks ground={ground} findings={ofGroup(ground.report, "rhythm")} />
    </Part>
  );
}

function People({ ground }: { ground: Ground }) {
  const { text, report, cited } = ground;
  const { questions } = instruments(report);
  const items = questions?.detail?.type === "waiting" ? questions.detail.items : [];
  return (
    <Part
      id="people"
      title={questions?.value ? text.popup.waitingTitle(questions.value, questions.n) : text.report.waitingTitle}
      beside={
        questions && items.length > 0
          ? [text.popup.waitingLead, notKnown(text, questions)].filter(Boolean).join(" · ")
          : null
      }
    >
      {items.length > 0 ? (
        <Paged
          text={text}
          items={items}
          each={(item) => {
            const record = cited.get(item.id);
            return (
              record && <Item key={item.id} ground={ground} record={record} lead={text.detail.waited(item.waited)} />
            );
          }}
        />
      ) : (
        <p>
          {questions?.value === 0
            ? text.report.nobodyWaits(questions.n, Math.max(0, (questions.of ?? 0) - questions.n))
            : text.report.waitingUnknown}
        </p>
      )}
      {questions && questions.value !== null && questions.value > items.length && items.length > 0 && (
        <p class="soft">{text.popup.moreWaiting(questions.value - items.length)}</p>
      )}
      {questions && <Action ground={ground} finding={questions} />}
    </Part>
  );
}

function Others({ ground }: { ground: Ground }) {
  const { text, report } = ground;
  const placed = new Set<string>(Object.values(GROUPS).flat());
  const rest = report.findings.filter(({ audit, key }) => !placed.has(audit) && key !== "questionsWaiting");
  if (rest.length === 0) return null;
  return (
    <Part id="others" title={text.popup.moreTitle}>
      <Blocks ground={ground} findings={rest} />
    </Part>
  );
}
