// "Why are you here?": the short card that asks before any verdict, and the editor with all eight questions.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { HORIZONS, type IndicatorKey } from "../../domain/goal.ts";
import { openQuestions, type Plan, type Question } from "../../domain/plan.ts";
import type { Alternative } from "../../report/report.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { useId } from "../use-id.ts";
import { type Draft, type DraftError, draftOf, emptyDraft, planOf, withHorizon } from "./draft.ts";
import { Choice, ShortField, TextField } from "./fields.tsx";
import { GoalFields } from "./GoalFields.tsx";
import { PolicyFields } from "./PolicyFields.tsx";
import type { Subject } from "./view.ts";

export interface PlanFormProps {
  text: Catalogue;
  subject: Subject;
  plan: Plan | null;
  planId: string;
  measurable: ReadonlySet<IndicatorKey>;
  now: number;
  zone: string;
  /** All eight questions, or only the first with goals, horizon, policy and whose page it is. */
  full: boolean;
  onSave: (plan: Plan) => void;
  /** Leaves the form: skips the card, closes the editor. */
  onLeave: () => void;
  onDelete: ((id: string) => void) | null;
  /** What an aim can be taken from besides what is suggested. */
  alternatives?: readonly Alternative[];
  /** Further fields, above the buttons. */
  children?: ComponentChildren;
}

export function PlanForm(props: PlanFormProps) {
  const { text, subject, full } = props;
  const words = text.plan;
  const [draft, setDraft] = useState<Draft>(() =>
    props.plan ? draftOf(props.plan, subject.network) : emptyDraft(props.now, props.zone),
  );
  const [errors, setErrors] = useState<readonly DraftError[]>([]);
  const titleId = useId();
  const made = planOf(draft, { id: props.planId, page: subject.key, network: subject.network, plan: props.plan });
  const open = new Set<Question>(made.plan ? openQuestions(made.plan) : []);
  const badge = (question: Question) => (full && open.has(question) ? words.open : null);

  const save = (event: Event) => {
    event.preventDefault();
    if (made.plan) props.onSave(made.plan);
    else setErrors(made.errors);
  };
  const question = (key: "relations" | "brand" | "people" | "success" | "learn") => (
    <li value={QUESTION_NUMBER[key]}>
      <TextField
        label={words.question[key]}
        badge={badge(key)}
        rows={2}
        value={draft[key]}
        onChange={(value) => setDraft({ ...draft, [key]: value })}
      />
    </li>
  );
  const why = (
    <TextField
      label={words.question.why}
      hiddenLabel={!full}
      badge={badge("why")}
      rows={2}
      value={draft.why}
      placeholder={words.whyPlaceholder}
      hint={full ? words.template : words.templateShort}
      onChange={(value) => setDraft({ ...draft, why: value })}
    />
  );
  const goals = (
    <GoalFields
      text={text}
      draft={draft}
      network={subject.network}
      measurable={props.measurable}
      alternatives={props.alternatives ?? []}
      onChange={setDraft}
    />
  );
  const horizon = (
    <Choice
      label={words.horizonLabel}
      options={HORIZONS.map((days) => [days, words.horizon(days)] as const)}
      value={draft.horizon}
      onChange={(value) => setDraft(withHorizon(draft, value, props.measurable, subject.network))}
    />
  );
  const stance = (
    <>
      <Choice
        label={words.stanceLabel}
        options={(["mine", "rival", "prospect"] as const).map((key) => [key, words.stance[key]] as const)}
        value={draft.stance}
        onChange={(value) => setDraft({ ...draft, stance: value })}
      />
      {draft.stance !== "mine" && <p class="soft">{words.assumed[draft.stance]}</p>}
    </>
  );
  const policy = <PolicyFields text={text} draft={draft} onChange={setDraft} />;

  return (
    <form class="plan" aria-labelledby={titleId} onSubmit={save} noValidate>
      <h2 id={titleId}>{full ? words.editTitle : words.askTitle}</h2>
      {full ? (
        <>
          {open.size > 0 && <p class="soft">{words.openCount(open.size)}</p>}
          {stance}
          <ol class="questions">
            <li value={1}>{why}</li>
            {question("relations")}
            {question("brand")}
            {question("people")}
            {question("success")}
            <li value={6}>
              <p class="label">
                {words.question.indicators} {badge("indicators") && <span class="open">{words.open}</span>}
              </p>
              <p class="soft">{words.indicatorsHint}</p>
              {horizon}
              <ShortField
                label={words.startedLabel}
                type="date"
                value={draft.started}
                onChange={(started) => setDraft({ ...draft, started })}
              />
              {goals}
            </li>
            {question("learn")}
            <li value={8}>
              <p class="label">
                {words.question.policy} {badge("policy") && <span class="open">{words.open}</span>}
              </p>
              <TextField label={words.whoLabel} value={draft.who} onChange={(who) => setDraft({ ...draft, who })} />
              {policy}
              <TextField
                label={words.languagesLabel}
                value={draft.languages}
                onChange={(languages) => setDraft({ ...draft, languages })}
              />
            </li>
          </ol>
        </>
      ) : (
        <>
          {why}
          {goals}
          {horizon}
          {stance}
          <details>
            <summary>{words.more}</summary>
            <div class="folded">{policy}</div>
          </details>
        </>
      )}
      {props.children}
      <div role="alert">
        {errors.map((error) => (
          <p key={error} class="wrong">
            {words.invalid[error]}
          </p>
        ))}
      </div>
      <div class="buttons">
        <button type="submit" class="primary">
          {words.save}
        </button>
        <button type="button" onClick={props.onLeave}>
          {full ? words.cancel : words.skip}
        </button>
        {full && props.plan && props.onDelete && (
          <button type="button" class="quiet" onClick={() => props.plan && props.onDelete?.(props.plan.id)}>
            {words.forget}
          </button>
        )}
      </div>
    </form>
  );
}

const QUESTION_NUMBER = { relations: 2, brand: 3, people: 4, success: 5, learn: 7 } as const;
