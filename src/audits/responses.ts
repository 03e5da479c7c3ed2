// What people do with a post: comments, shares and reactions, as the site announces them; shown, never scored.

import type { Announced } from "../domain/record.ts";
import { median } from "../stats/rhythm.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { nothingRead, readPosts } from "./posts.ts";

const KEYS: Readonly<Record<keyof Announced, string>> = {
  comments: "commentsPerPost",
  shares: "sharesPerPost",
  reactions: "reactionsPerPost",
};

export const audit: Audit = {
  id: "responses",
  indicators: [],
  run(input) {
    const read = readPosts(input);
    const records = read?.posts.map(({ record }) => record) ?? [];
    return (Object.keys(KEYS) as (keyof Announced)[]).map((count) => {
      const name = { audit: "responses", key: KEYS[count], unit: "count" } as const;
      if (!read) return finding({ ...name, ...nothingRead(input) });
      const shown = records.filter(({ announced }) => announced[count] !== null);
      const numbers = shown.map(({ announced }) => announced[count]!);
      const middle = median(numbers);
      return finding({
        ...name,
        ...read.parts,
        value: middle,
        envelope: middle === null ? null : { lower: middle, upper: middle },
        n: shown.length,
        of: read.posts.length,
        census: shown.length === read.posts.length,
        reason: middle === null ? "nothingRead" : null,
        ...evidenceOf(shown),
        values: {
          total: numbers.reduce((sum, number) => sum + number, 0),
          none: numbers.filter((number) => number === 0).length,
        },
      });
    });
  },
};
