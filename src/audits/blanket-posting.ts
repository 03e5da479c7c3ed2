// The same message on two networks of one organisation, pairs side by side.
import { compute } from "../computed/computed.ts";
import type { OwnItem } from "../computed/own-items.ts";
import { sameMessages } from "../stats/similarity.ts";
import type { Audit } from "./audit.ts";
import { evidenceOf, finding } from "./finding.ts";
import { nothingRead, POSTS, readPosts, tallied } from "./posts.ts";

const NAME = { audit: "blanket-posting", key: "blanketShare", unit: "share" } as const;
/** At most so many pairs are shown side by side. */
const MAX_PAIRS = 50;

export const audit: Audit = {
  id: "blanket-posting",
  indicators: ["blanketShare"],
  run(input) {
    const read = readPosts(input);
    if (!read) return [finding({ ...NAME, ...nothingRead(input) })];
    const others = input.siblings
      .filter(({ page }) => page.key !== input.dataset.page.key)
      .map((dataset) => compute(dataset, input.plan, input.zone))
      .flatMap((computed) => {
        const { window } = computed.window(POSTS);
        return window ? [{ computed, window }] : [];
      });
    // Only what both pages could have posted in the time that was read of both can be compared.
    const compared = read.posts.filter(({ at }) => others.some(({ window }) => at >= window.from && at <= window.to));
    const worded = compared.filter(({ record }) => input.computed.shingles(record).size > 0);
    const posted = (items: readonly OwnItem[], { shingles }: typeof input.computed) =>
      items.map(({ at, record }) => ({ at, shingles: shingles(record) }));
    const found = others.map(({ computed }) => ({
      computed,
      ...sameMessages(posted(worded, input.computed), posted(computed.own.posts, computed)),
    }));
    const pairs = found.flatMap(({ computed, pairs }) =>
      pairs.map(({ a, b, ...alike }) => ({
        item: worded[a]!,
        pair: {
          a: worded[a]!.record.id,
          b: computed.own.posts[b]!.record.id,
          similarity: Math.max(alike.jaccard, alike.containment),
        },
      })),
    );
    const blanket = new Set(pairs.map(({ item }) => item));
    const count = blanket.size;
    const open = new Set(found.flatMap(({ open }) => [...open].map((a) => worded[a]!)));
    const possible = count + [...open].filter((item) => !blanket.has(item)).length;
    return [
      finding({
        ...NAME,
        ...read.parts,
        ...tallied({
          sure: count,
          likely: count,
          possible,
          n: worded.length,
          unknown: compared.length - worded.length,
        }),
        state: others.length === 0 ? "notVisible" : worded.length === 0 ? "cannotTell" : "measured",
        reason: worded.length > 0 ? null : others.length === 0 ? "nothingRead" : "noCommonWindow",
        ...evidenceOf(worded.filter((item) => blanket.has(item)).map(({ record }) => record)),
        detail:
          pairs.length === 0
            ? null
            : {
                type: "pairs",
                pairs: pairs
                  .map(({ pair }) => pair)
                  .slice(-MAX_PAIRS)
                  .reverse(),
              },
        values: { networks: others.length, pairs: pairs.length },
      }),
    ];
  },
};
