// Per goal one verdict, and per indicator the sentence that proves it with the range it may lie in.
import type { Plan } from "../../domain/plan.ts";
import { horizonEnd } from "../../domain/plan.ts";
import type { GoalVerdict, Report } from "../../report/report.ts";
import { Rich } from "../rich.tsx";
import { Foreign } from "../safe-link.tsx";
import { daysLeft, type Proof, proofs } from "../sentence.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { Badge, Sign } from "./Badge.tsx";
import { Meter } from "./Meter.tsx";

export function Why({ text, plan, asOf }: { text: Catalogue; plan: Plan; asOf: number }) {
  const left = daysLeft(plan, asOf);
  return (
    <section class="why" aria-label={text.popup.youAreHere}>
      <p class="soft">
        {plan.stance === "mine" ? text.popup.youAreHere : text.popup.assumedWhy(plan.stance)}
        {" · "}
        {text.daysLeft(left, horizonEnd(plan), asOf)}
      </p>
      {plan.why ? (
        <p class="sentence">
          <q>
            <Foreign text={plan.why} max={400} />
          </q>
        </p>
      ) : (
        <p>{text.popup.noSentence}</p>
      )}
    </section>
  );
}

export function Goal({ text, report, plan, goal }: { text: Catalogue; report: Report; plan: Plan; goal: GoalVerdict }) {
  const left = daysLeft(plan, report.asOf);
  const all = proofs(text, report, goal);
  return (
    <article class="goal">
      <div class="top">
        <h2>{text.goal[goal.goal].name}</h2>
        <Badge state={goal.state} word={text.verdict(goal.state, left)} />
      </div>
      {all.map((proof, index) => (
        <ProofRow
          key={goal.indicators[index]?.indicator}
          text={text}
          proof={proof}
          target={goal.indicators[index]?.target ?? null}
          several={all.length > 1}
          left={left}
        />
      ))}
    </article>
  );
}

/** One indicator of a goal: its figure, its range, its aim. */
export function ProofRow(props: {
  text: Catalogue;
  proof: Proof;
  target: GoalVerdict["indicators"][number]["target"] | null;
  several: boolean;
  left: number;
}) {
  const { text, proof, target } = props;
  return (
    <div class="proof">
      <p>
        {props.several && (
          <>
            <Sign state={proof.state} />
            <span class="hidden-text">{text.verdict(proof.state, props.left)}: </span>
          </>
        )}
        {proof.fact ? <Rich text={proof.fact} /> : proof.name}
        {proof.doubt && <span class="soft"> ({proof.doubt})</span>}
      </p>
      {proof.finding && target && <Meter finding={proof.finding} target={target} state={proof.state} />}
      <p class="soft">
        <span class="aim">{proof.aim}</span>
        {proof.state === "missed" && props.left > 0 && ` · ${text.stillLeft(props.left)}`}
        {proof.reason && (
          <>
            {" · "}
            {proof.reason}
          </>
        )}
      </p>
    </div>
  );
}
