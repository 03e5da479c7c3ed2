// Two to five pages side by side: one window and one rule for all, an order only where the doubts part.
import { useState } from "preact/hooks";
import type { Plan } from "../../domain/plan.ts";
import {
  type Comparison,
  type ComparisonOptions,
  type Contender,
  contenderInSteps,
  MAX_COMPARED,
  MIN_COMPARED,
  putTogether,
  windowFor,
} from "../../report/comparison.ts";
import type { Report } from "../../report/report.ts";
import type { Database } from "../../store/database.ts";
import { listPlans } from "../../store/plans.ts";
import { loadPage } from "../load-page.ts";
import { Check, ShortField } from "../popup/fields.tsx";
import { Foreign } from "../safe-link.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { networkOfPage } from "./controller.ts";
import { windowOf } from "./days.ts";
import { nameOfPage } from "./names.ts";
import { type Days, hashOf } from "./route.ts";
import { useSlices, useWork } from "./use-slices.ts";
import type { Env } from "./view.ts";

interface Loaded {
  readonly contenders: readonly Contender[];
  /** The person's own plan, if there is one. */
  readonly yardstick: Plan | null;
}

export function ComparePage({ env, database }: { env: Env; database: () => Promise<Database> }) {
  const { text, view } = env;
  const words = text.report.compare;
  const keys = view.route.screen === "compare" ? view.route.pages : [];
  const [days, setDays] = useState<Days | null>(null);
  const [loaded, failed] = useLoaded(keys, view.library, database);
  const missing = loaded ? keys.length - loaded.contenders.length : 0;
  const enough = (loaded?.contenders.length ?? 0) >= MIN_COMPARED;
  return (
    <>
      <Chooser env={env} keys={keys} />
      {keys.length < MIN_COMPARED && <p class="lone">{words.choose}</p>}
      {keys.length >= MIN_COMPARED && !loaded && !failed && <p class="lone">{text.report.loading}</p>}
      {failed && (
        <p class="notice wrong" role="alert">
          {text.report.problem.storage}
        </p>
      )}
      {missing > 0 && <p class="notice">{words.missing(missing)}</p>}
      {loaded && enough && (
        <>
          <Dates env={env} days={days} onChange={setDays} />
          <Compared env={env} loaded={loaded} days={days} />
        </>
      )}
    </>
  );
}

/** What there is to compare, null until it is there; and whether it could not be read. */
function useLoaded(
  keys: readonly string[],
  library: unknown,
  database: () => Promise<Database>,
): readonly [Loaded | null, boolean] {
  const { done, state } = useWork<Loaded>(
    async (signal, each) => {
      const store = await database();
      const contenders: Contender[] = [];
      for (const key of keys) {
        const data = await loadPage(store, key);
        if (signal.aborted) return;
        if (data)
          contenders.push({
            dataset: data.dataset,
            plan: data.plan,
            sisterKeys: data.sisters,
            leftOut: data.leftOut,
          });
      }
      const plans = await listPlans(store);
      const mine = plans.filter(({ stance }) => stance === "mine");
      const own =
        contenders.find(({ plan }) => plan?.stance === "mine")?.plan ??
        mine.find(({ pages }) => pages.length > 0) ??
        mine[0];
      each([{ contenders, yardstick: own ?? null }]);
    },
    [keys.join(" ")],
    // The library changes when something was read, and with it what there is to compare.
    [library],
  );
  return [done[0] ?? null, state === "failed"];
}

function Chooser({ env, keys }: { env: Env; keys: readonly string[] }) {
  const { text, view, actions } = env;
  const words = text.report.compare;
  const pages = view.library ?? [];
  if (view.library !== null && pages.length < MIN_COMPARED)
    return (
      <p class="lone">
        {words.tooFewRead} <a href={hashOf({ screen: "library" })}>{text.report.toLibrary}</a>
      </p>
    );
  return (
    <fieldset class="choice">
      <legend>{words.which}</legend>
      <div class="options">
        {pages.map(({ page }) => (
          <Check
            key={page.key}
            class="chip"
            label={
              <>
                <Foreign text={nameOfPage(page)} max={60} /> · {networkOfPage(page.key)?.name}
              </>
            }
            checked={keys.includes(page.key)}
            onChange={(on) =>
              actions.go({
                screen: "compare",
                pages: on ? [...keys, page.key].slice(-MAX_COMPARED) : keys.filter((key) => key !== page.key),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function Dates({
  env: { text },
  days,
  onChange,
}: {
  env: Env;
  days: Days | null;
  onChange: (days: Days | null) => void;
}) {
  const [from, setFrom] = useState(days?.from ?? "");
  const [to, setTo] = useState(days?.to ?? "");
  const picked = windowOf({ from, to }, "UTC") !== null;
  return (
    <details>
      <summary>{text.report.changeDates}</summary>
      <div class="row">
        <ShortField label={text.plan.fromLabel} type="date" value={from} onChange={setFrom} />
        <ShortField label={text.plan.toLabel} type="date" value={to} onChange={setTo} />
        <button type="button" disabled={!picked} onClick={() => onChange({ from, to })}>
          {text.report.useDates}
        </button>
        {days && (
          <button type="button" onClick={() => onChange(null)}>
            {text.report.allDates}
          </button>
        )}
      </div>
    </details>
  );
}

type Step = { readonly report: Report } | { readonly comparison: Comparison };

function Compared({ env, loaded, days }: { env: Env; loaded: Loaded; days: Days | null }) {
  const { text, view } = env;
  const words = text.report.compare;
  const { contenders, yardstick } = loaded;
  const zone = yardstick?.policy.zone ?? view.zone;
  const options: ComparisonOptions = { asOf: view.now, zone, window: days && windowOf(days, zone), yardstick };
  const sliced = useSlices<Step>(
    () =>
      (function* () {
        const { window } = windowFor(contenders, options);
        const reports: Report[] = [];
        for (const contender of contenders) {
          const report = yield* contenderInSteps(contender, contenders, options, window);
          reports.push(report);
          yield { report };
        }
        yield { comparison: putTogether(contenders, reports, options) };
      })(),
    [days],
    [loaded],
  );
  const last = sliced.done.at(-1);
  if (sliced.state === "failed")
    return (
      <p class="notice wrong" role="alert">
        {text.report.problem.audit}
      </p>
    );
  if (!last || !("comparison" in last))
    return (
      <p class="lone" role="status">
        {words.working(sliced.done.length, contenders.length)}
      </p>
    );
  return <ComparisonTable env={env} comparison={last.comparison} yardstick={yardstick} />;
}
