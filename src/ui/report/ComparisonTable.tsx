// The result of a comparison: its dates, what to mind, and a table with an order only where the doubts part.
import type { Plan } from "../../domain/plan.ts";
import type { Comparison, ComparisonCell, ComparisonRow } from "../../report/comparison.ts";
import { exportName } from "../../report/export.ts";
import { comparisonTable } from "../../report/table.ts";
import { Badge } from "../popup/Badge.tsx";
import { Foreign } from "../safe-link.tsx";
import { daysLeft, statement } from "../sentence.ts";
import { networkOfPage } from "./controller.ts";
import { csvOf } from "./csv.ts";
import { nameOfPage } from "./names.ts";
import { hashOf } from "./route.ts";
import { Scrolls } from "./Scrolls.tsx";
import { saveFile } from "./save-file.ts";
import type { Env } from "./view.ts";

interface Props {
  env: Env;
  comparison: Comparison;
  yardstick: Plan | null;
}

export function ComparisonTable({ env, comparison, yardstick }: Props) {
  const { text, view } = env;
  const words = text.report.compare;
  const { window, limitedBy, reports, rows, warnings } = comparison;
  const names = new Map(reports.map(({ page }) => [page.key, nameOfPage(page)]));
  // An organisation has one name on all its networks.
  const name = (key: string | null) =>
    key === null ? null : `${names.get(key) ?? key} (${networkOfPage(key)?.name ?? ""})`;
  return (
    <section class="part" aria-labelledby="title-comparison">
      <h2 id="title-comparison">{words.title}</h2>
      <p>
        {window ? words.window(text.format.dateRange(window.from, window.to, view.now)) : words.noWindow}
        {limitedBy && ` ${words.limitedBy(name(limitedBy) ?? "")}`}
      </p>
      {warnings.length > 0 && (
        <ul class="warnings">
          {warnings.map((warning) => (
            <li key={`${warning.key} ${warning.page} ${warning.feed}`}>
              {words.warning(warning.key, name(warning.page), warning.feed && text.feed(warning.feed))}
            </li>
          ))}
        </ul>
      )}
      <p class="soft">{words.rankHint}</p>
      <Scrolls text={text} label={words.title}>
        <table class="comparison">
          <caption class="hidden-text">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.report.figure}</th>
              {reports.map(({ page }) => (
                <th key={page.key} scope="col">
                  <a href={hashOf({ screen: "page", page: page.key, section: "audit", days: null })}>
                    <Foreign text={names.get(page.key) ?? page.key} max={60} />
                  </a>{" "}
                  · {networkOfPage(page.key)?.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} env={env} row={row} yardstick={yardstick} name={name} />
            ))}
          </tbody>
        </table>
      </Scrolls>
      <p>
        <button
          type="button"
          onClick={() =>
            saveFile(exportName(null, view.now, "comparison.csv"), csvOf(comparisonTable(comparison)), "text/csv")
          }
        >
          {words.save}
        </button>
      </p>
    </section>
  );
}

interface RowProps {
  env: Env;
  row: ComparisonRow;
  yardstick: Plan | null;
  /** What a page is called, by its key. */
  name: (key: string) => string | null;
}

function Row({ env, row, yardstick, name }: RowProps) {
  const { text, view } = env;
  const left = yardstick ? daysLeft(yardstick, view.now) : 0;
  return (
    <tr>
      <th scope="row">
        {text.indicator[row.key].name}
        {row.target && <span class="soft"> {text.aim(row.unit, row.target, yardstick !== null)}</span>}
        {row.windowsDiffer && <span class="soft"> {text.report.compare.windowsDiffer}</span>}
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.page} env={env} cell={cell} left={left} name={name} />
      ))}
    </tr>
  );
}

interface CellProps {
  env: Env;
  cell: ComparisonCell;
  /** Days until the yardstick's date. */
  left: number;
  name: RowProps["name"];
}

function Cell({ env, cell: { finding, verdict, rank, ahead }, left, name }: CellProps) {
  const { text } = env;
  if (!finding || finding.value === null)
    return (
      <td>
        <span class="soft">
          {finding?.reason ? text.reason(finding.reason, finding.missing, finding.n) : text.report.notKnown}
        </span>
      </td>
    );
  return (
    <td>
      <b>{text.value(finding.unit, finding.value)}</b>{" "}
      {rank !== null && <span class="tag rank">{text.report.compare.rank(rank)}</span>}
      <br />
      <span class="soft">
        {[statement(text, finding).doubt, text.report.compare.counted(finding.n)].filter(Boolean).join(" · ")}
      </span>
      {rank === null && ahead.length > 0 && (
        <>
          <br />
          <span class="soft">
            {text.report.compare.ahead(text.format.list(ahead.flatMap((key) => name(key) ?? [])))}
          </span>
        </>
      )}
      {verdict && (
        <>
          <br />
          <Badge state={verdict} word={text.verdict(verdict, left)} />
        </>
      )}
    </td>
  );
}
