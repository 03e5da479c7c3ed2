// The library: every page that was read, how much of it there is, and what may be kept, taken away and forgotten.
import { useEffect, useMemo, useState } from "preact/hooks";
import { type DiskUse, diskUse } from "../../platform/disk.ts";
import type { Database } from "../../store/database.ts";
import { type LibraryPage as Entry, pageBytes } from "../../store/library.ts";
import { Check } from "../popup/fields.tsx";
import { Foreign } from "../safe-link.tsx";
import { Backup } from "./Backup.tsx";
import { Confirm } from "./Confirm.tsx";
import { networkOfPage } from "./controller.ts";
import { nameOfPage } from "./names.ts";
import { Retention } from "./Retention.tsx";
import { hashOf } from "./route.ts";
import { Scrolls } from "./Scrolls.tsx";
import { useWork } from "./use-slices.ts";
import type { Env } from "./view.ts";

const MOST_COMPARED = 5;
const PER_PAGE = 50;

export function LibraryPage({ env, database }: { env: Env; database: () => Promise<Database> }) {
  const { text, view, actions } = env;
  const words = text.report.library;
  const pages = view.library;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState(PER_PAGE);
  const [withPlan, setWithPlan] = useState(false);
  const sizes = useSizes(pages, database);
  if (pages === null) return view.problem ? null : <p class="lone">{text.report.loading}</p>;
  const still = chosen.filter((key) => pages.some(({ page }) => page.key === key));
  return (
    <>
      <section class="part" aria-labelledby="title-pages">
        <div class="heading">
          <h2 id="title-pages">{words.pages(pages.length)}</h2>
          <Disk env={env} />
        </div>
        {pages.length === 0 ? (
          <p class="lone">{words.empty}</p>
        ) : (
          <>
            <Scrolls text={text} label={words.title}>
              <table class="library">
                <caption class="hidden-text">{words.title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.page}</th>
                    <th scope="col" class="number">
                      {words.records}
                    </th>
                    <th scope="col" class="number">
                      {words.size}
                    </th>
                    <th scope="col">{words.lastRead}</th>
                    <th scope="col">{words.compare}</th>
                    <th scope="col">{words.forget}</th>
                  </tr>
                </thead>
                <tbody>
                  {pages.slice(0, shown).map((entry) => {
                    const name = nameOfPage(entry.page);
                    const { key } = entry.page;
                    const bytes = sizes.get(key);
                    return (
                      <tr key={key}>
                        <th scope="row">
                          <a href={hashOf({ screen: "page", page: key, section: "audit", days: null })}>
                            <Foreign text={name} max={80} />
                          </a>{" "}
                          <span class="soft">
                            {networkOfPage(key)?.name}
                            {entry.plan === null && ` · ${words.noPlan}`}
                          </span>
                        </th>
                        <td class="number" data-label={words.records}>
                          {text.format.number(entry.records)}
                        </td>
                        <td class="number" data-label={words.size}>
                          {bytes === undefined ? "…" : bytes === null ? text.report.notKnown : text.report.bytes(bytes)}
                        </td>
                        <td data-label={words.lastRead}>{text.format.date(entry.lastReadAt, view.now)}</td>
                        <td data-label={words.compare}>
                          <Check
                            label={<span class="hidden-text">{words.compareThis(name)}</span>}
                            checked={still.includes(key)}
                            onChange={(on) =>
                              setChosen(
                                on ? [...still, key].slice(-MOST_COMPARED) : still.filter((other) => other !== key),
                              )
                            }
                          />
                        </td>
                        <td>
                          <Confirm
                            text={text}
                            label={
                              <>
                                {words.forget}
                                <span class="hidden-text"> {name}</span>
                              </>
                            }
                            question={words.forgetQuestion(name, entry.records)}
                            yes={words.forgetYes}
                            onYes={() => actions.forgetPage(key, withPlan)}
                          >
                            {entry.plan !== null && (
                              <Check label={words.forgetPlanToo} checked={withPlan} onChange={setWithPlan} />
                            )}
                          </Confirm>
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </Scrolls>
            {pages.length > shown && (
              <button type="button" onClick={() => setShown(shown + PER_PAGE)}>
                {text.report.showMore(Math.min(PER_PAGE, pages.length - shown), pages.length - shown)}
              </button>
            )}
            <p>
              <button
                type="button"
                class="primary"
                disabled={still.length < 2}
                onClick={() => actions.go({ screen: "compare", pages: still })}
              >
                {words.compareChosen(still.length)}
              </button>{" "}
              <span class="soft">{words.compareHint}</span>
            </p>
          </>
        )}
      </section>
      <Retention env={env} />
      <Backup env={env} database={database} />
      <section class="part" aria-labelledby="title-forget">
        <h2 id="title-forget">{words.forgetAllTitle}</h2>
        <p>{words.forgetAllLead}</p>
        <p>
          <Confirm
            text={text}
            label={words.forgetAll}
            question={words.forgetAllQuestion}
            yes={words.forgetAllYes}
            onYes={() => actions.forgetEverything()}
          />
        </p>
      </section>
    </>
  );
}

/** Sizes in bytes by page, worked out one page after the other, as each takes a while; null where that did not work. */
function useSizes(
  pages: readonly Entry[] | null,
  database: () => Promise<Database>,
): ReadonlyMap<string, number | null> {
  const { done } = useWork<readonly [string, number | null]>(
    async (signal, each) => {
      const sizes: [string, number | null][] = [];
      for (const { page } of pages ?? []) {
        const bytes = await database()
          .then((store) => pageBytes(store, page.key))
          .catch(() => null);
        if (signal.aborted) return;
        sizes.push([page.key, bytes]);
        each([...sizes]);
      }
    },
    [pages === null],
    [pages],
  );
  return useMemo(() => new Map(done), [done]);
}

function Disk({ env: { text, view } }: { env: Env }) {
  const [use, setUse] = useState<DiskUse | null>(null);
  useEffect(() => {
    void diskUse().then(setUse);
  }, [view.library]);
  if (!use || use.used === null) return null;
  return <span class="soft">{text.report.library.disk(text.report.bytes(use.used))}</span>;
}
