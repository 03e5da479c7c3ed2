// What a plan holds beyond the eight questions: its pages and their roles, outcomes, reference lines, the day to look again.
import { GOAL_KEYS, type GoalKey, INDICATORS } from "../../domain/goal.ts";
import type { NetworkRole, Outcome, Plan } from "../../domain/plan.ts";
import { NETWORK_IDS, type NetworkId } from "../../domain/record.ts";
import { REFERENCE_LINES } from "../../domain/reference.ts";
import { NETWORKS } from "../../networks/index.ts";
import { Check, Choice, ShortField, TextField } from "../popup/fields.tsx";
import { networkOfPage } from "./controller.ts";
import { nameOfPage } from "./names.ts";
import { OutcomeFields } from "./OutcomeFields.tsx";
import type { Env, Shown } from "./view.ts";

export interface Extras {
  readonly name: string;
  readonly pages: string[];
  readonly roles: NetworkRole[];
  readonly outcomes: Outcome[];
  readonly switchedReferences: string[];
  readonly reviewAt: number | null;
}

export const extrasOf = (plan: Plan | null, page: string): Extras => ({
  name: plan?.name ?? "",
  pages: [...new Set([...(plan?.pages ?? []), page])],
  roles: plan?.roles ?? [],
  outcomes: plan?.outcomes ?? [],
  switchedReferences: plan?.switchedReferences ?? [],
  reviewAt: plan?.reviewAt ?? null,
});

interface Props {
  env: Env;
  page: Shown;
  extras: Extras;
  onChange: (extras: Extras) => void;
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export function PlanExtras(props: Props) {
  const { env, extras, onChange } = props;
  const words = env.text.report.plan;
  const review = extras.reviewAt === null ? "" : day(extras.reviewAt);
  return (
    <>
      <fieldset class="extra">
        <legend>{words.organisation}</legend>
        <TextField
          label={words.name}
          value={extras.name}
          onChange={(name) => onChange({ ...extras, name: name.slice(0, 200) })}
        />
        <Pages {...props} />
        <Roles {...props} />
      </fieldset>
      <fieldset class="extra">
        <legend>{words.reviewTitle}</legend>
        <p>
          <ShortField
            label={words.review}
            type="date"
            value={review}
            onChange={(value) => {
              const at = Date.parse(`${value}T00:00:00Z`);
              onChange({ ...extras, reviewAt: at > 0 ? at : null });
            }}
          />
        </p>
        <p class="soft">{words.reviewHint}</p>
      </fieldset>
      <fieldset class="extra">
        <legend>{words.outcomes}</legend>
        <p class="soft">{words.outcomesHint}</p>
        <Outcomes {...props} />
      </fieldset>
      <fieldset class="extra">
        <legend>{words.references}</legend>
        <p class="soft">{words.referencesHint}</p>
        <References {...props} />
      </fieldset>
    </>
  );
}

/** Pages of one organisation belong together; those already read are offered. */
function Pages({ env, page, extras, onChange }: Props) {
  const words = env.text.report.plan;
  const read = (env.view.library ?? []).map((entry) => entry.page);
  const known = new Map(read.map((one) => [one.key, one]));
  const keys = [...new Set([...extras.pages, ...read.map(({ key }) => key)])].filter((key) => key !== page.key);
  return (
    <fieldset class="choice">
      <legend>{words.pages}</legend>
      <p class="soft">{keys.length > 0 ? words.pagesHint : words.noOtherPages}</p>
      <div class="options">
        {keys.map((key) => {
          const name = nameOfPage(known.get(key) ?? { key, name: null, handle: null });
          return (
            <Check
              key={key}
              class="chip"
              label={`${name} · ${networkOfPage(key)?.name ?? ""}`}
              checked={extras.pages.includes(key)}
              onChange={(on) =>
                onChange({ ...extras, pages: on ? [...extras.pages, key] : extras.pages.filter((one) => one !== key) })
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function Roles({ env, extras, onChange }: Props) {
  const words = env.text.report.plan;
  const roleOf = (network: NetworkId): NetworkRole =>
    extras.roles.find((role) => role.network === network) ?? { network, role: "used", words: "" };
  const set = (changed: NetworkRole) =>
    onChange({
      ...extras,
      roles: NETWORK_IDS.map((network) => (network === changed.network ? changed : roleOf(network))),
    });
  return (
    <>
      {NETWORKS.map(({ id, name }) => {
        const role = roleOf(id);
        return (
          <div key={id} class="role">
            <Choice
              label={words.roleOf(name)}
              options={(["used", "quiet", "notOurs"] as const).map((key) => [key, words.role[key]] as const)}
              value={role.role}
              onChange={(value) => set({ ...role, role: value })}
            />
            <TextField
              label={words.roleWords(name)}
              value={role.words}
              onChange={(value) => set({ ...role, words: value })}
            />
          </div>
        );
      })}
    </>
  );
}

function Outcomes({ env, extras, onChange }: Props) {
  const { text, view } = env;
  const words = text.report.plan;
  const empty = (goal: GoalKey): Outcome => ({
    goal,
    name: words.newOutcome,
    target: { direction: "atLeast", value: 1, upper: null },
    value: null,
    at: null,
  });
  return (
    <>
      {extras.outcomes.map((outcome, index) => (
        <OutcomeFields
          // Outcomes have no id; their place in the list is what tells them apart.
          key={index}
          text={text}
          number={index + 1}
          outcome={outcome}
          now={view.now}
          onChange={(changed) =>
            onChange({
              ...extras,
              outcomes: extras.outcomes.flatMap((one, i) => (i === index ? (changed ?? []) : one)),
            })
          }
        />
      ))}
      {extras.outcomes.length < 20 && (
        <p>
          <button
            type="button"
            onClick={() => onChange({ ...extras, outcomes: [...extras.outcomes, empty(GOAL_KEYS[3])] })}
          >
            {words.addOutcome}
          </button>
        </p>
      )}
    </>
  );
}

function References({ env, page, extras, onChange }: Props) {
  const { text } = env;
  const switched = new Set(extras.switchedReferences);
  const toggle = (key: string) =>
    onChange({
      ...extras,
      switchedReferences: switched.has(key)
        ? extras.switchedReferences.filter((one) => one !== key)
        : [...extras.switchedReferences, key],
    });
  return (
    <ul class="reference-lines">
      {REFERENCE_LINES.filter(({ network }) => network === null || network === page.network.id).map((line) => (
        <li key={line.key}>
          <Check
            label={`${text.indicator[line.indicator].name}: ${text.report.reference(text.value(INDICATORS[line.indicator], line.value), line)}`}
            checked={line.on !== switched.has(line.key)}
            onChange={() => toggle(line.key)}
          />
        </li>
      ))}
    </ul>
  );
}
