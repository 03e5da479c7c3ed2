// How many of the page's answers are nearly the same text as another of its answers.
import { jaccard, nearlyIdentical } from "../stats/similarity.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { readAnswers, tallied } from "./posts.ts";

/** Alike from here on, links, mentions and emoji aside (methods.md §4). */
const ALIKE = 0.9;
/** At most so many pairs are shown side by side. */
const MAX_PAIRS = 20;

export const audit: Audit = {
  id: "canned-replies",
  indicators: [],
  run(input) {
    const { shingles } = input.computed;
    const { answers, parts } = readAnswers(input);
    const worded = answers.filter((record) => shingles(record).size > 0);
    const { twins, open } = nearlyIdentical(worded.map(shingles), ALIKE);
    const canned = worded.filter((_, i) => twins[i] !== null);
    const pairs = worded.flatMap((record, i) => {
      const twin = twins[i] === null ? undefined : worded[twins[i]!];
      if (!twin || twins[i]! > i) return [];
      return [{ a: record.id, b: twin.id, similarity: jaccard(shingles(record), shingles(twin)) }];
    });
    const [sure, unknown] = [canned.length, answers.length - worded.length];
    return [
      finding({
        audit: "canned-replies",
        key: "cannedShare",
        unit: "share",
        ...parts,
        ...tallied({ sure, likely: sure, possible: sure + open.size, n: worded.length, unknown }),
        ...evidenceOf(canned),
        detail: pairs.length === 0 ? null : { type: "pairs", pairs: pairs.slice(-MAX_PAIRS).reverse() },
      }),
    ];
  },
};
