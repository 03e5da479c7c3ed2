// How many of the page's answers are nearly the same text as another of its answers.
import { jaccard, nearlyIdentical } from "../stats/similarity.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { tallied } from "./posts.ts";
import { openFeed, signIn } from "./steps.ts";

/** Alike from here on, links, mentions and emoji aside (methods.md §4). */
const ALIKE = 0.9;
/** So many answers say as much as all. */
const NEWEST = 1_000;
/** At most so many pairs are shown side by side. */
const MAX_PAIRS = 20;

export const audit: Audit = {
  id: "canned-replies",
  indicators: [],
  run(input) {
    const { own, shingles } = input.computed;
    const answers = own.answers.map(({ record }) => record);
    const newest = answers.slice(-NEWEST);
    const worded = newest.filter((record) => shingles(record).size > 0);
    const twins = nearlyIdentical(worded.map(shingles), ALIKE);
    const canned = worded.filter((_, i) => twins[i] !== null);
    const pairs = worded.flatMap((record, i) => {
      const twin = worded[twins[i] ?? i]!;
      if (twins[i] === null || twins[i]! > i) return [];
      return [{ a: record.id, b: twin.id, similarity: jaccard(shingles(record), shingles(twin)) }];
    });
    const onX = input.dataset.page.network === "x";
    return [
      finding({
        audit: "canned-replies",
        key: "cannedShare",
        unit: "share",
        ...tallied({
          sure: canned.length,
          likely: canned.length,
          possible: canned.length,
          n: worded.length,
          unknown: newest.length - worded.length,
        }),
        window: newest.length === 0 ? null : { from: newest[0]!.created.from, to: newest.at(-1)!.created.from },
        ...evidenceOf(canned),
        detail: pairs.length === 0 ? null : { type: "pairs", pairs: pairs.slice(-MAX_PAIRS).reverse() },
        next: answers.length === 0 ? (signIn(input) ?? (onX ? openFeed("replies") : null)) : null,
      }),
    ];
  },
};
