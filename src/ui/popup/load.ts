// Everything the popup knows of a page, loaded and audited: dataset and plan from the store, the report worked out here.
import type { Dataset } from "../../domain/dataset.ts";
import type { Account } from "../../domain/observation.ts";
import type { Plan } from "../../domain/plan.ts";
import type { PageRecord } from "../../domain/record.ts";
import type { Network } from "../../networks/network.ts";
import type { Report } from "../../report/report.ts";
import type { Database } from "../../store/database.ts";
import { loadDataset } from "../../store/records.ts";
import { auditOf, withRest } from "../load-page.ts";
import { whileWanted } from "../slices.ts";

/** A page that can be audited, as its address names it. */
export interface Place {
  readonly network: Network;
  readonly key: string;
  readonly account: Account | null;
}

export interface Moment {
  /** ms UTC. */
  readonly asOf: number;
  readonly asOfFrom: Report["asOfFrom"];
}

export interface Loaded {
  readonly report: Report;
  /** The plan in use. */
  readonly plan: Plan | null;
  /** As stored, with the plan's sister accounts named as such. */
  readonly records: PageRecord[];
}

/** A page of which nothing was read. */
const unread = ({ network, key, account }: Place): Dataset => ({
  page: {
    key,
    network: network.id,
    handle: account?.handle ?? null,
    id: account?.id ?? null,
    name: null,
    about: null,
    url: account ? network.pageUrl(account) : "",
    totalPosts: null,
  },
  records: [],
  coverage: { feeds: [], threads: [], unread: [], signedIn: null },
});

/**
 * `plan`: instead of the stored one. null where it is no longer wanted, which is asked between steps. Rejects where the store cannot be read or the audit fails as a
 * whole.
 */
export async function load(
  database: Database,
  place: Place,
  { asOf, asOfFrom }: Moment,
  zone: string,
  plan: Plan | null,
  isWanted: () => boolean,
): Promise<Loaded | null> {
  const dataset = (await loadDataset(database, place.key)) ?? unread(place);
  const data = await withRest(database, dataset, plan);
  const { sisters } = data;
  const role = <A extends PageRecord["author"] | null>(author: A): A =>
    author?.role === "other" && sisters.has(author.key) ? { ...author, role: "sister" } : author;
  const report = await whileWanted(auditOf(data, zone, { asOf, asOfFrom }), isWanted);
  if (!report) return null;
  return {
    report,
    plan: data.plan,
    records: dataset.records.map((record) => ({
      ...record,
      author: role(record.author),
      replyToAuthor: role(record.replyToAuthor),
    })),
  };
}
