// How long people wait, as a table: each time with the share, the range it may lie in and what it rests on.
import type { Finding } from "../../audits/finding.ts";
import { statement } from "../sentence.ts";
import { Evidence } from "./Evidence.tsx";
import type { Ground } from "./ground.ts";
import { Scrolls } from "./Scrolls.tsx";

/** Reasons that tell something of how long people wait. */
const WORTH_A_ROW: ReadonlySet<string> = new Set(["fewerThanHalf", "fewerThanNine", "notWatched"]);

export function LatencyTable({ ground, findings }: { ground: Ground; findings: readonly Finding[] }) {
  const { text } = ground;
  const known = findings.filter(({ value, reason }) => value !== null || WORTH_A_ROW.has(reason ?? ""));
  const [first] = known;
  if (!first) return null;
  return (
    <>
      <Scrolls text={text} label={text.report.tableTitle}>
        <table>
          <caption class="hidden-text">{text.report.tableTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{text.report.figure}</th>
              <th scope="col" class="number">
                {text.detail.value}
              </th>
              <th scope="col">{text.report.likely}</th>
              <th scope="col" class="number">
                {text.detail.restsOn}
              </th>
              <th scope="col" class="number">
                {text.report.notKnown}
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map((finding) => {
              const said = statement(text, finding);
              const { unit, value, interval, n, of } = finding;
              return (
                <tr key={finding.key}>
                  <th scope="row">{said.name}</th>
                  <td class="number">
                    <b>{value === null ? "–" : text.value(unit, value)}</b>
                  </td>
                  <td class="told">
                    {value === null ? said.reason : text.range(unit, interval?.lower ?? null, interval?.upper ?? null)}
                  </td>
                  <td class="number">{text.format.number(n)}</td>
                  <td class="number">{of === null ? "–" : text.format.number(of - n)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
      <Evidence ground={ground} finding={first} />
    </>
  );
}
