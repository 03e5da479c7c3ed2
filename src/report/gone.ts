// What is gone was announced once: the site's later counts no longer hold it, ours do.
import type { Dataset } from "../domain/dataset.ts";
import type { PageRecord } from "../domain/record.ts";

/**
 * Raises what records announce by the answers that are known but gone, where the count was read after they went:
 * otherwise one that is gone would hide one that was never loaded. On X a post counts its direct answers, elsewhere all
 * that is below it.
 */
export function countGone(dataset: Dataset): Dataset {
  const gone = dataset.coverage.gone ?? [];
  if (gone.length === 0) return dataset;
  const byId = new Map(dataset.records.map((record) => [record.id, record]));
  const more = new Map<string, number>();
  for (const { id, at } of gone) {
    const seen = new Set<string>();
    for (let up = above(byId, id); up && !seen.has(up.id); up = above(byId, up.id)) {
      seen.add(up.id);
      if (up.observedAt >= at) more.set(up.id, (more.get(up.id) ?? 0) + 1);
      if (up.network === "x") break;
    }
  }
  if (more.size === 0) return dataset;
  const records = dataset.records.map((record) => {
    const { comments } = record.announced;
    const count = more.get(record.id);
    return count === undefined || comments === null
      ? record
      : { ...record, announced: { ...record.announced, comments: comments + count } };
  });
  return { ...dataset, records };
}

const above = (byId: ReadonlyMap<string, PageRecord>, id: string): PageRecord | null =>
  byId.get(byId.get(id)?.replyTo ?? "") ?? null;
