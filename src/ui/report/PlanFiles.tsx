// Plans as files: out for another browser or another person, and in with a clear word on what is wrong with a file.
import { useState } from "preact/hooks";
import type { Plan } from "../../domain/plan.ts";
import { planFile, readPlanFile } from "../../domain/plan-file.ts";
import { now } from "../../platform/clock.ts";
import { exportName } from "../../report/export.ts";
import type { Database } from "../../store/database.ts";
import { listPlans } from "../../store/plans.ts";
import { saveFile, textOfFile } from "./save-file.ts";
import type { Env, Shown } from "./view.ts";

const MOST_BYTES = 5_000_000;

export function PlanFiles(props: { env: Env; page: Shown; plan: Plan | null; database: () => Promise<Database> }) {
  const { env, page, plan } = props;
  const { text, actions } = env;
  const words = text.report.plan;
  const [said, setSaid] = useState<string | null>(null);
  const save = (subject: string | null, plans: readonly Plan[]) => {
    const at = now();
    const name = exportName(subject, at, "plans.json");
    saveFile(name, planFile(plans, at), "application/json");
    setSaid(text.report.exports.made(name));
  };
  const take = async (file: File) => {
    const read = await textOfFile(file, MOST_BYTES).then(readPlanFile, () => null);
    if (!read?.plans) return setSaid(words.fileProblem(read?.problem ?? { key: "notJson" }));
    const { plans } = read;
    try {
      for (const one of plans) {
        // A single plan is meant for the page that is being looked at.
        const pages = plans.length === 1 ? [...new Set([...one.pages, page.key])] : one.pages;
        await actions.savePlan({ ...one, pages });
      }
      setSaid(words.taken(plans.length));
    } catch {
      setSaid(null); // the report says at its top that a change was not stored
    }
  };
  return (
    <section class="part" aria-labelledby="title-plan-files">
      <h2 id="title-plan-files">{words.files}</h2>
      <div class="buttons">
        {plan && (
          <button type="button" onClick={() => save(page.key, [plan])}>
            {words.saveOne}
          </button>
        )}
        <button
          type="button"
          onClick={() =>
            props
              .database()
              .then(listPlans)
              .then((plans) => save(null, plans))
              .catch(() => setSaid(text.report.exportFailed))
          }
        >
          {words.saveAll}
        </button>
      </div>
      <div class="field">
        <label for="plan-file">{words.take}</label>
        <input
          id="plan-file"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void take(file);
            event.currentTarget.value = ""; // the same file, mended, can be chosen again
          }}
        />
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
