// The plan in full: the eight questions, goals and policy, and what only the report has room for; import, export and sync below.
import { useState } from "preact/hooks";
import { MEASURABLE } from "../../audits/registry.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Database } from "../../store/database.ts";
import { PlanForm } from "../popup/PlanForm.tsx";
import { type Extras, extrasOf, PlanExtras } from "./PlanExtras.tsx";
import { PlanFiles } from "./PlanFiles.tsx";
import { PlanSync } from "./PlanSync.tsx";
import type { Env, Shown } from "./view.ts";

export function PlanPage({ env, page, database }: { env: Env; page: Shown; database: () => Promise<Database> }) {
  const { text, view, actions } = env;
  const plan = page.data?.plan ?? null;
  const [said, setSaid] = useState<string | null>(null);
  const back = () => actions.go({ screen: "page", page: page.key, section: "audit", days: page.days });
  return (
    <>
      <Editor
        // A plan stored from elsewhere meanwhile is shown as it is then.
        key={`${plan?.id} ${plan?.changedAt}`}
        env={env}
        page={page}
        plan={plan}
        onSave={(saved) =>
          actions.savePlan(saved).then(
            () => setSaid(text.report.plan.saved),
            () => setSaid(null),
          )
        }
        onLeave={back}
      />
      <p role="status">{said}</p>
      <PlanFiles env={env} page={page} plan={plan} database={database} />
      <PlanSync env={env} now={view.now} />
    </>
  );
}

function Editor(props: {
  env: Env;
  page: Shown;
  plan: Plan | null;
  onSave: (plan: Plan) => void;
  onLeave: () => void;
}) {
  const { env, page, plan } = props;
  const { text, view, actions } = env;
  const [extras, setExtras] = useState<Extras>(() => extrasOf(plan, page.key));
  const [planId] = useState(() => crypto.randomUUID());
  const { network, data } = page;
  return (
    <PlanForm
      text={text}
      subject={{
        key: page.key,
        network: network.id,
        networkName: network.name,
        name: data?.dataset.page.name ?? null,
        handle: data?.dataset.page.handle ?? null,
        hosts: network.hosts,
      }}
      plan={plan}
      planId={planId}
      measurable={MEASURABLE}
      now={view.now}
      zone={view.zone}
      full
      alternatives={page.report?.alternatives ?? []}
      onSave={(made) => props.onSave({ ...made, ...extras })}
      onLeave={props.onLeave}
      onDelete={(id) => actions.deletePlan(id)}
    >
      <PlanExtras env={env} page={page} extras={extras} onChange={setExtras} />
    </PlanForm>
  );
}
