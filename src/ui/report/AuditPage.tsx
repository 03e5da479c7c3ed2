// One page's audit in full: the WHY and the plan, verdicts with proof and next action, every instrument, who waits, what is not known.
import { useMemo } from "preact/hooks";
import type { Report } from "../../report/report.ts";
import { CannotShow, Coverage } from "../popup/Coverage.tsx";
import { Blocks } from "./Blocks.tsx";
import { GROUPS, type Ground, ofGroup } from "./ground.ts";
import { Latency } from "./Latency.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { Part } from "./Part.tsx";
import { People } from "./People.tsx";
import { Top } from "./Top.tsx";
import type { Env, Shown } from "./view.ts";

export function AuditPage({ env, page, report }: { env: Env; page: Shown; report: Report }) {
  const { text, actions } = env;
  const cited = useMemo(() => new Map(report.cited.map((record) => [record.id, record])), [report]);
  const ground: Ground = {
    text,
    report,
    cited,
    leaveOut: (id) => actions.leaveOut(id, true),
    frame: {
      text,
      hosts: page.network.hosts,
      network: page.network.name,
      cited: report.cited,
      asOf: report.asOf,
      marks: [],
      counted: "people",
      limit: 4,
    },
  };
  return (
    <div class="audit">
      <Top ground={ground} env={env} page={page} />
      <Latency ground={ground} />
      <Conversation ground={ground} />
      <Rhythm ground={ground} />
      <People ground={ground} />
      <Others ground={ground} />
      <Part id="unknown" title={text.report.unknownTitle}>
        <div class="columns">
          <Coverage text={text} report={report} />
          <CannotShow text={text} report={report} open />
        </div>
      </Part>
      <LeftOut env={env} page={page} />
    </div>
  );
}

function Conversation({ ground }: { ground: Ground }) {
  return (
    <Part id="conversation" title={ground.text.popup.conversationTitle}>
      <Blocks ground={ground} findings={ofGroup(ground.report, "conversation")} />
    </Part>
  );
}

function Rhythm({ ground }: { ground: Ground }) {
  return (
    <Part id="rhythm" title={ground.text.popup.rhythmTitle}>
      <Blocks ground={ground} findings={ofGroup(ground.report, "rhythm")} />
    </Part>
  );
}

function Others({ ground }: { ground: Ground }) {
  const { text, report } = ground;
  const placed = new Set<string>(Object.values(GROUPS).flat());
  const rest = report.findings.filter(({ audit, key }) => !placed.has(audit) && key !== "questionsWaiting");
  if (rest.length === 0) return null;
  return (
    <Part id="others" title={text.popup.moreTitle}>
      <Blocks ground={ground} findings={rest} />
    </Part>
  );
}
