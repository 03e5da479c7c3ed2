// The dataset without what the person took out of the audit: each such item, and everything that hangs below it.
import type { Dataset } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";
import { announcingLess } from "./cut.ts";

/**
 * Leaves out the records with these ids and all below them (by `replyTo` and, below a post, by `thread`). What the site
 * announces above them is lowered by as much, so that what is left out is not taken for something unread. `leftOut` of
 * the result counts every record that is gone from it. Linear in the records.
 */
export function leaveOut(dataset: Dataset, ids: ReadonlySet<string>): Dataset {
  if (ids.size === 0) return dataset;
  const out = withBelow(dataset.records, ids);
  if (out.size === 0) return dataset;
  const less = lessAnnounced(dataset.records, out);
  const { coverage } = dataset;
  return {
    ...dataset,
    leftOut: (dataset.leftOut ?? 0) + out.size,
    records: dataset.records
      .filter(({ id }) => !out.has(id))
      .map((record) => {
        const { comments } = record.announced;
        const fewer = less.get(record.id);
        return fewer === undefined || comments === null
          ? record
          : { ...record, announced: { ...record.announced, comments: Math.max(0, comments - fewer) } };
      }),
    coverage: {
      ...coverage,
      threads: coverage.threads
        .filter(({ focal }) => !out.has(focal))
        .map((thread) => ({
          ...announcingLess(thread, less.get(thread.focal) ?? 0),
          members: thread.members.filter((id) => !out.has(id)),
        })),
      ...(coverage.gone ? { gone: coverage.gone.filter(({ id }) => !out.has(id)) } : {}),
    },
  };
}

/** Ids of the named records that exist, and of all that hang below them. */
export function withBelow(records: readonly PageRecord[], ids: ReadonlySet<string>): Set<string> {
  const below = new Map<string, string[]>();
  for (const { id, replyTo, thread } of records) {
    for (const above of new Set([replyTo, thread])) {
      if (above === null || above === id) continue;
      const list = below.get(above);
      if (list) list.push(id);
      else below.set(above, [id]);
    }
  }
  const known = new Set(records.map(({ id }) => id));
  const out = new Set<string>();
  const open = [...ids].filter((id) => known.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (out.has(id)) continue;
    out.add(id);
    open.push(...(below.get(id) ?? []));
  }
  return out;
}

/** By how many each record announces less: on X its direct answers; elsewhere all below it, also what was not loaded. */
function lessAnnounced(records: readonly PageRecord[], out: ReadonlySet<string>): Map<string, number> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const less = new Map<string, number>();
  const takeAbove = ({ network, replyTo }: PageRecord, count: number): void => {
    const seen = new Set<string>();
    for (let up = replyTo; up !== null && !seen.has(up); up = byId.get(up)?.replyTo ?? null) {
      seen.add(up);
      less.set(up, (less.get(up) ?? 0) + count);
      if (network === "x") break;
    }
  };
  const gone = records.filter(({ id }) => out.has(id));
  for (const record of gone) takeAbove(record, 1);
  for (const record of gone) {
    if (record.network === "x" || record.replyTo === null || out.has(record.replyTo)) continue;
    takeAbove(record, Math.max(0, (record.announced.comments ?? 0) - (less.get(record.id) ?? 0)));
  }
  return less;
}
