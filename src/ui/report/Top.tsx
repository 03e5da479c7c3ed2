// The audit's head: the WHY and the plan, each goal's verdict with its proof, and the one next step.
import { horizonEnd, openQuestions, type Plan } from "../../domain/plan.ts";
import type { Report } from "../../report/report.ts";
import { Badge } from "../popup/Badge.tsx";
import { ProofRow, Why } from "../popup/Goals.tsx";
import { Foreign, SafeLink } from "../safe-link.tsx";
import { daysLeft, proofs } from "../sentence.ts";
import { Evidence, Folded } from "./Evidence.tsx";
import { Action, References } from "./FindingBlock.tsx";
import type { Ground } from "./ground.ts";
import type { Env, Shown } from "./view.ts";

export function Top({ ground, env, page }: { ground: Ground; env: Env; page: Shown }) {
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
