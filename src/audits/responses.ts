// What people do with a post: comments, shares and reactions, as the site announces them; shown, never scored.

import type { Announced } from "../domain/record.ts";
import { medianLimits } from "../stats/intervals.ts";
import { median } from "../stats/rhythm.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { nothingRead, readPosts } from "./posts.ts";
import { scrollOn, signIn } from "./steps.ts";

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
      const isAll = middle !== null && shown.length === read.posts.length;
      return finding({
        ...name,
        ...read.parts,
        value: middle,
        // Beside which posts a site shows the number is no matter of chance: of some of them nothing follows for all.
        interval: isAll ? { ...medianLimits(numbers), method: "order-statistics" } : null,
        envelope: isAll ? { lower: middle, upper: middle } : null,
        n: shown.length,
        of: read.posts.length,
        census: isAll,
        state: isAll ? "measured" : "cannotTell",
        reason: middle === null ? "nothingRead" : isAll ? null : "someShown",
        ...evidenceOf(shown),
        values: {
          total: numbers.reduce((sum, number) => sum + number, 0),
          none: numbers.filter((number) => number === 0).length,
        },
        next: read.window.end ? signIn(input) : scrollOn("posts"),
      });
    });
  },
};
