// The same message on two networks of one organisation, pairs side by side.
import { type Computed, compute } from "../computed/computed.ts";
import { type FeedWindow, intersection } from "../computed/feed-window.ts";
import type { OwnItem } from "../computed/own-items.ts";
import { SAME_MESSAGE, sameMessages } from "../stats/similarity.ts";
import type { Audit, AuditInput } from "./audit.ts";
import { evidenceOf, finding, type NextStep } from "./finding.ts";
import { nothingRead, POSTS, type ReadPosts, readPosts, type Tally, tallied } from "./posts.ts";
import { GAIN_OF_FIRST_LOOK, gainOfReading, openNetwork, SET_PLAN, scrollForShare, signIn } from "./steps.ts";

const NAME = { audit: "blanket-posting", key: "blanketShare", unit: "share" } as const;
/** At most so many pairs are shown side by side. */
const MAX_PAIRS = 50;

/** Another network's page of the same organisation, and the dates that were read of its posts. */
interface Other {
  readonly computed: Computed;
  readonly window: FeedWindow;
  /** When it posted what was read without its text, in order of time. */
  readonly textless: readonly number[];
}

/** Whether all was read of it that may hold the twin of a post. */
function coversTwins({ window: { from, to, end }, textless }: Other, { at }: OwnItem): boolean {
  const [first, last] = [at - SAME_MESSAGE.within, at + SAME_MESSAGE.within];
  if ((!end && first < from) || last > to) return false;
  let [low, high] = [0, textless.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (textless[middle]! < first) low = middle + 1;
    else high = middle;
  }
  return low === textless.length || textless[low]! > last;
}

/** The dates in which both pages were read; null where there are none. */
function sharedDates(own: FeedWindow, others: readonly Other[]): { from: number; to: number } | null {
  const shared = others.flatMap(({ window }) => intersection(own, window) ?? []);
  if (shared.length === 0) return null;
  return { from: Math.min(...shared.map(({ from }) => from)), to: Math.max(...shared.map(({ to }) => to)) };
}

export const audit: Audit = {
  id: "blanket-posting",
  indicators: ["blanketShare"],
  run(input) {
    const read = readPosts(input);
    if (!read) return [finding({ ...NAME, ...nothingRead(input) })];
    const others = input.siblings
      .filter(({ page }) => page.key !== input.dataset.page.key)
      .map((dataset) => compute(dataset, input.plan, input.zone))
      .flatMap((computed): Other[] => {
        const { window } = computed.window(POSTS);
        if (!window) return [];
        const textless = computed.own.posts.filter(({ record }) => record.text === null);
        return [{ computed, window, textless: textless.map(({ at }) => at).sort((a, b) => a - b) }];
      });
    // Only what both pages could have posted in the time that was read of both can be compared.
    const window = sharedDates(read.window, others);
    const compared = read.posts.filter(({ at }) => window && at >= window.from && at <= window.to);
    const worded = compared.filter(({ record }) => input.computed.shingles(record).size > 0);
    const posted = (items: readonly OwnItem[], { shingles }: Computed) =>
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
    // Near the edge of what was read a twin is met only by chance: such posts are known to have one, or not known.
    const settled = worded.filter((item) => others.every((other) => coversTwins(other, item)));
    const count = settled.filter((item) => blanket.has(item)).length;
    const open = new Set(found.flatMap(({ open }) => [...open].map((a) => worded[a]!)));
    const perhaps = settled.filter((item) => open.has(item) && !blanket.has(item)).length;
    const tally = {
      sure: blanket.size,
      likely: count,
      possible: count + perhaps,
      n: settled.length,
      unknown: compared.length - settled.length,
    };
    return [
      finding({
        ...NAME,
        ...tallied(tally),
        window,
        state: others.length === 0 ? "notVisible" : settled.length === 0 ? "cannotTell" : "measured",
        reason:
          settled.length > 0
            ? null
            : others.length === 0
              ? "nothingRead"
              : compared.length === 0
                ? "noCommonWindow"
                : "tooFew",
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
        next: nextStep(input, read, others, tally),
      }),
    ];
  },
};

/** Reads on where the fewer dates were read: on the other network, or here. Which pages are one's own, the plan says. */
function nextStep(
  input: AuditInput,
  { posts, window }: ReadPosts,
  others: readonly Other[],
  tally: Tally,
): NextStep | null {
  if (!input.plan && others.length === 0) return SET_PLAN;
  const { likely, n, unknown = 0 } = tally;
  // What may follow within three days of now nobody can read yet.
  const isUnread = ({ window: { from, to, end } }: Other, { at }: OwnItem): boolean =>
    (!end && at - SAME_MESSAGE.within < from) || Math.min(at + SAME_MESSAGE.within, input.asOf) > to;
  const unread = posts.filter((item) => others.some((other) => isUnread(other, item))).length;
  if (others.length === 0) return openNetwork(GAIN_OF_FIRST_LOOK);
  if (unread > 0) return openNetwork(gainOfReading(likely, n, unknown, unread, unknown > 0));
  return window.end ? signIn(input) : scrollForShare("posts", likely, n);
}
