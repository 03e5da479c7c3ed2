// The whole audit of one page: a dataset and a plan in, a report out; the same anywhere, at any time.
import type { AuditInput } from "../audits/audit.ts";
import type { Finding } from "../audits/finding.ts";
import { AUDITS } from "../audits/registry.ts";
import { auditsOneByOne } from "../audits/run.ts";
import { clockOf } from "../computed/clock.ts";
import { compute } from "../computed/computed.ts";
import { commonWindow } from "../computed/feed-window.ts";
import type { OwnItem } from "../computed/own-items.ts";
import { type Dataset, isCounted } from "../domain/dataset.ts";
import type { Plan } from "../domain/plan.ts";
import { CANNOT_SHOW } from "./cannot-show.ts";
import { courseOf } from "./course.ts";
import { cutAt } from "./cut.ts";
import { countGone } from "./gone.ts";
import { leaveOut } from "./left-out.ts";
import { nextStep } from "./next.ts";
import { notLoaded } from "./not-loaded.ts";
import { alternatives, milestones, outcomes, references } from "./outlook.ts";
import type { CoverageSummary, Report } from "./report.ts";
import { atOnce, type Steps } from "./steps.ts";
import { verdicts } from "./verdict.ts";
import { cutBefore, feedsRead, type TimeWindow } from "./window.ts";

const NOTHING: ReadonlySet<string> = new Set();

export interface ReportOptions {
  readonly plan: Plan | null;
  /** ms UTC; what was written later does not count. */
  readonly asOf: number;
  readonly asOfFrom: Report["asOfFrom"];
  /** IANA zone in which weekdays and hours are told, where no plan states one. */
  readonly zone: string;
  /** Author keys (salted hashes) of the plan's sister accounts on this network. */
  readonly sisterKeys: ReadonlySet<string>;
  /** Only what was written in these dates counts, and the audit speaks of their end; null = each figure has its own. */
  readonly window?: TimeWindow | null;
  /** Ids of items that the person left out; everything below them is left out too. */
  readonly leftOut?: ReadonlySet<string>;
  /** The organisation's pages on other networks. */
  readonly siblings?: readonly Dataset[];
  /** The page's last audit, and audits of rivals' pages: what a target can be taken from. */
  readonly baseline?: Report | null;
  readonly rivals?: readonly Report[];
}

/** Pure: the same arguments give the same report. An audit that fails is a finding; unknown zones count as UTC. */
export const auditPage = (dataset: Dataset, options: ReportOptions): Report => atOnce(auditInSteps(dataset, options));

/** The same in steps, for a screen that has to answer in between. */
export function* auditInSteps(dataset: Dataset, options: ReportOptions): Steps<Report> {
  const { plan, asOfFrom } = options;
  const window = options.window ?? null;
  const asOf = Math.min(options.asOf, window?.to ?? options.asOf);
  const cutToWindow = (whole: Dataset): Dataset => {
    const cut = cutAt(leaveOut(countGone(whole), options.leftOut ?? NOTHING), asOf, options.sisterKeys);
    return window ? cutBefore(cut, window.from) : cut;
  };
  const cut = cutToWindow(dataset);
  const zone = [plan?.policy.zone, options.zone].find(isZone) ?? "UTC";
  const input: AuditInput = {
    dataset: cut,
    plan,
    asOf,
    zone,
    siblings: (options.siblings ?? []).map(cutToWindow),
    computed: compute(cut, plan, zone),
  };
  yield;
  yield* input.computed.inSteps();
  const findings: Finding[] = [];
  for (const found of auditsOneByOne(AUDITS, input)) {
    findings.push(...found);
    yield;
  }
  const goals = plan ? verdicts(plan, findings) : [];
  return {
    schema: 1,
    network: cut.page.network,
    page: cut.page,
    asOf,
    asOfFrom,
    ...(window ? { window: { from: window.from, to: asOf } } : {}),
    plan,
    goals,
    findings,
    coverage: coverageOf(input),
    next: nextStep(input, findings, goals),
    cannotShow: [...CANNOT_SHOW],
    notLoaded: notLoaded(input),
    milestones: plan ? milestones(plan, cut.page.network, findings, asOf) : [],
    outcomes: plan ? outcomes(plan) : [],
    references: references(cut.page.network, findings, plan),
    alternatives: alternatives(options.baseline ?? null, options.rivals ?? []),
    course: plan && courseOf(plan, cut.page.network, goals, findings, asOf),
    cited: citedBy(findings, input),
  };
}

function isZone(zone: string | undefined): zone is string {
  if (!zone) return false;
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

function coverageOf({ dataset, computed }: AuditInput): CoverageSummary {
  const { coverage, records } = dataset;
  const { own, conversations } = computed;
  const lists = feedsRead(coverage);
  const { window } = commonWindow(coverage, lists.includes("posts") ? ["posts"] : lists);
  const inside = ({ at }: OwnItem): boolean => !window || (at >= window.from && at <= window.to);
  let [replies, reposts] = [0, 0];
  for (const { record, type } of own.items) {
    if (record.author.role !== "page") continue;
    if (type === "answer" || type === "unclear") replies++;
    else if (type === "repost") reposts++;
  }
  let [from, to, byPage] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const record of records) {
    if (record.author.role !== "page" || !isCounted(dataset, record)) continue;
    from = Math.min(from, record.created.from);
    to = Math.max(to, record.created.from);
    byPage++;
  }
  return {
    read: window ? { from: window.from, to: window.to } : byPage === 0 ? null : { from, to },
    records: records.length,
    byPage,
    posts: own.posts.filter(inside).length,
    replies,
    reposts,
    feeds: [...coverage.feeds],
    threadsRead: coverage.threads.length,
    answersWithoutParent: conversations.withoutParent.length,
    announced: conversations.announced,
    announcedRead: conversations.announcedRead,
    ...(conversations.window ? { announcedSince: conversations.window.from } : {}),
    unread: [...coverage.unread],
    signedIn: coverage.signedIn,
    ...(dataset.leftOut ? { leftOut: dataset.leftOut } : {}),
    ...(coverage.gone?.length ? { gone: coverage.gone.length } : {}),
  };
}

/** Every record that a finding names, once, newest first. */
function citedBy(findings: readonly Finding[], { dataset, computed, siblings }: AuditInput): Report["cited"] {
  const gone = new Map(
    [dataset, ...siblings].flatMap(({ coverage }) => coverage.gone ?? []).map(({ id, at }) => [id, at]),
  );
  const { nodes, get } = computed.index;
  const cited = new Uint8Array(nodes.length);
  const elsewhere = new Set<string>();
  const cite = (id: string): void => {
    const node = get(id);
    if (node) cited[node.order] = 1;
    if (siblings.length > 0) elsewhere.add(id);
  };
  for (const { evidence, detail, next } of findings) {
    evidence.forEach(cite);
    if (detail?.type === "waiting") for (const { id } of detail.items) cite(id);
    if (detail?.type === "pairs") for (const { a, b } of detail.pairs) [a, b].forEach(cite);
    if (next?.record) cite(next.record);
  }
  const own = nodes
    .filter(({ order }) => cited[order] === 1)
    .reverse()
    .map(({ record }) => record);
  const paired = siblings.flatMap(({ records }) => records.filter(({ id }) => elsewhere.has(id)));
  return [...own, ...paired].map(({ id, kind, author, created, text, lang, url }) => {
    const goneAt = gone.get(id);
    return { id, kind, author, created, text, lang, url, ...(goneAt === undefined ? {} : { goneAt }) };
  });
}
