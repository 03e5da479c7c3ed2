// The report's frame: whose page, the ways through it, the dates in force, and the screen the address names.
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Database } from "../../store/database.ts";
import { Foreign } from "../safe-link.tsx";
import type { Catalogue } from "../text/catalogue.ts";
import { catalogueFor } from "../text/index.ts";
import { AuditPage } from "./AuditPage.tsx";
import { ComparePage } from "./ComparePage.tsx";
import { ExportPage } from "./ExportPage.tsx";
import { HandoverPage } from "./HandoverPage.tsx";
import { HistoryPage } from "./HistoryPage.tsx";
import { LibraryPage } from "./LibraryPage.tsx";
import { nameOfPage } from "./names.ts";
import { PlanPage } from "./PlanPage.tsx";
import { hashOf, PAGE_SECTIONS, type Route } from "./route.ts";
import type { Env, ReportActions, ReportView, Shown } from "./view.ts";
import { WindowBar } from "./WindowBar.tsx";

export interface AppProps {
  text: Catalogue;
  view: ReportView;
  actions: ReportActions;
  database: () => Promise<Database>;
}

export function App({ text: spoken, view, actions, database }: AppProps) {
  const zone = view.page?.data?.plan?.policy.zone;
  // A page's days are told in the zone its audit counts them in.
  const text = useMemo(() => (zone ? catalogueFor([spoken.format.language], zone) : spoken), [spoken, zone]);
  const env: Env = { text, view, actions };
  const main = useRef<HTMLElement>(null);
  const { route, page } = view;
  const place = `${route.screen} ${route.screen === "page" ? `${route.page} ${route.section}` : ""}`;
  const first = useRef(true);
  useEffect(() => {
    document.title = titleOf(env);
    // Whoever went somewhere reads on there: keyboard and screen reader begin at the screen's top.
    if (first.current) first.current = false;
    else {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [place]);
  useEffect(() => {
    document.title = titleOf(env);
  });
  return (
    <div class="popup report" lang={text.format.language} dir={text.direction}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {text.report.skip}
      </button>
      <Head env={env} />
      <main id="main" ref={main} tabIndex={-1}>
        {view.problem && (
          <p class="notice wrong" role="alert">
            {text.report.problem[view.problem]}
          </p>
        )}
        <Screen env={env} database={database} />
      </main>
      <Undo env={env} page={page} />
    </div>
  );
}

const nameOf = ({ data, key }: Shown): string => nameOfPage(data?.dataset.page ?? { key, name: null, handle: null });

function titleOf({ text, view: { route, page } }: Env): string {
  if (route.screen !== "page") return `${text.report.screen[route.screen]} · ${text.popup.title}`;
  return `${page ? `${nameOf(page)} · ` : ""}${text.report.section[route.section]} · ${text.popup.title}`;
}

function Head({ env }: { env: Env }) {
  const { text, view } = env;
  const { route, page } = view;
  const link = (to: Route, words: string, current: boolean) => (
    <li>
      <a href={hashOf(to)} aria-current={current ? "page" : undefined}>
        {words}
      </a>
    </li>
  );
  return (
    <header class="head">
      <div class="whose">
        {page ? (
          <>
            <h1>
              <Foreign text={nameOf(page)} max={80} /> <span class="network">· {page.network.name}</span>
            </h1>
            {page.report && <p class="soft">{text.popup.coverageLine(page.report.coverage, page.report.asOf)}</p>}
          </>
        ) : (
          <h1>{route.screen === "page" ? text.popup.title : text.report.screen[route.screen]}</h1>
        )}
      </div>
      <nav aria-label={text.report.ways}>
        <ul>
          {route.screen === "page" &&
            PAGE_SECTIONS.map((section) =>
              link({ ...route, section }, text.report.section[section], route.section === section),
            )}
          {link({ screen: "compare", pages: [] }, text.report.screen.compare, route.screen === "compare")}
          {link({ screen: "library" }, text.report.screen.library, route.screen === "library")}
        </ul>
      </nav>
    </header>
  );
}

/** Sections whose figures follow the dates a person picks. */
const DATED: ReadonlySet<string> = new Set(["audit", "handover", "export"]);

function Screen({ env, database }: { env: Env; database: () => Promise<Database> }) {
  const { text, view } = env;
  const { route, page } = view;
  if (route.screen === "compare") return <ComparePage env={env} database={database} />;
  if (route.screen === "library") return <LibraryPage env={env} database={database} />;
  if (route.screen !== "page" || !page) return null;
  if (page.data === undefined) return <p class="lone">{text.report.loading}</p>;
  if (page.data === null)
    return (
      <div class="lone">
        <p>{text.report.neverRead}</p>
        <p>
          <a href={hashOf({ screen: "library" })}>{text.report.toLibrary}</a>
        </p>
      </div>
    );
  if (route.section === "plan") return <PlanPage env={env} page={page} database={database} />;
  return (
    <>
      {DATED.has(route.section) && <WindowBar env={env} page={page} key={`${page.key} ${JSON.stringify(page.days)}`} />}
      {page.report ? <Section env={env} page={page} report={page.report} /> : <Working env={env} />}
    </>
  );
}

function Working({ env: { text, view } }: { env: Env }) {
  return view.problem ? null : (
    <p class="lone" role="status">
      {text.report.working}
    </p>
  );
}

function Section({ env, page, report }: { env: Env; page: Shown; report: NonNullable<Shown["report"]> }) {
  if (report.coverage.records === 0 && page.window === null) return <p class="lone">{env.text.popup.nothingYet}</p>;
  switch (env.view.route.screen === "page" ? env.view.route.section : "audit") {
    case "handover":
      return <HandoverPage env={env} page={page} report={report} />;
    case "history":
      return page.data ? <HistoryPage env={env} page={page} data={page.data} report={report} /> : null;
    case "export":
      return <ExportPage env={env} page={page} report={report} />;
    default:
      return <AuditPage env={env} page={page} report={report} />;
  }
}

/** What was left out a moment ago can be put back here; the bar speaks to screen readers as it appears. */
function Undo({ env, page }: { env: Env; page: Shown | null }) {
  const { text, view, actions } = env;
  const id = view.justLeftOut;
  return (
    <div class="undo" role="status">
      {id !== null && page && (
        <p>
          {text.report.leftOutNow}{" "}
          <button type="button" onClick={() => actions.leaveOut(id, false)}>
            {text.report.putBack}
          </button>
        </p>
      )}
    </div>
  );
}
