// What people do with a post: comments, shares and reactions, as the site announces them; shown, never scored.

import type { Announced, PageRecord } from "../domain/record.ts";
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
      const shown: PageRecord[] = [];
      const numbers: number[] = [];
      let [total, none] = [0, 0];
      for (const record of records) {
        const number = record.announced[count];
        if (number === null) continue;
        shown.push(record);
        numbers.push(number);
        total += number;
        none += Number(number === 0);
      }
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
        values: { total, none },
        next: read.window.end ? signIn(input) : scrollOn("posts"),
      });
    });
  },
};
