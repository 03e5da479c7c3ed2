// The page's comments of their own that begin with a person's name: likely answers, but weaker evidence than a reply.
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { bestThreadStep } from "./steps.ts";

export const audit: Audit = {
  id: "named-answers",
  indicators: [],
  run(input) {
    const { apart, possible } = input.computed.conversations;
    const [first, last] = [apart[0], apart.at(-1)];
    if (!first || !last) return [];
    const range = { lower: apart.length, upper: apart.length + possible };
    return [
      finding({
        audit: "named-answers",
        key: "answersApart",
        unit: "count",
        value: apart.length,
        bounds: range,
        envelope: range,
        n: apart.length,
        window: { from: first.created.from, to: last.created.from },
        ...evidenceOf(apart),
        next: bestThreadStep(input, apart.length, apart.length, possible),
      }),
    ];
  },
};
