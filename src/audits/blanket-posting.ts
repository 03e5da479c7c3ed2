// The same message on two networks of one organisation, pairs side by side.
import { type Computed, compute } from "../computed/computed.ts";
import { type FeedWindow, intersection } from "../computed/feed-window.ts";
import type { OwnItem } from "../computed/own-items.ts";
import { UNCLUSTERED } from "../stats/clustered.ts";
import { type Posted, SAME_MESSAGE, sameMessages } from "../stats/similarity.ts";
import type { Audit, AuditInput } from "./audit.ts";
import type { Detail } from "./detail.ts";
import { evidenceOf, finding, type NextStep } from "./finding.ts";
import { nothingRead, POSTS, type ReadPosts, readPosts, type Tally, tallied } from "./posts.ts";
import { GAIN_OF_FIRST_LOOK, gainOfReading, openNetwork, SET_PLAN, scrollForShare, signIn } from "./steps.ts";

const NAME = { audit: "blanket-posting", key: "blanketShare", unit: "share" } as const;
/** At most so many pairs are shown side by side. */
const MAX_PAIRS = 50;

/** So many posts are compared in a few ms. */
const POSTS_A_STEP = 500;

type Pair = Extract<Detail, { type: "pairs" }>["pairs"][number];

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

const posted = (items: readonly OwnItem[], { shingles }: Computed): Posted[] =>
  items.map(({ at, record }) => ({ at, shingles: shingles(record) }));

/** Those of the posts that may be the same message as one of `some`. */
function nearInTime(posts: readonly OwnItem[], some: readonly OwnItem[]): OwnItem[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of some) {
    first = Math.min(first, at - SAME_MESSAGE.within);
    last = Math.max(last, at + SAME_MESSAGE.within);
  }
  return posts.filter(({ at }) => at >= first && at <= last);
}

export const audit: Audit = {
  id: "blanket-posting",
  indicators: ["blanketShare"],
  *run(input) {
    const read = readPosts(input);
    if (!read) {
      yield finding({ ...NAME, ...nothingRead(input) });
      return;
    }
    const others: Other[] = [];
    for (const dataset of input.siblings) {
      if (dataset.page.key === input.dataset.page.key) continue;
      const computed = compute(dataset, input.plan, input.zone);
      const { window } = computed.window(POSTS);
      if (!window) continue;
      const textless = computed.own.posts.filter(({ record }) => record.text === null);
      others.push({ computed, window, textless: textless.map(({ at }) => at).sort((a, b) => a - b) });
      yield null;
    }
    // Only what both pages could have posted in the time that was read of both can be compared.
    const window = sharedDates(read.window, others);
    const compared = read.posts.filter(({ at }) => window && at >= window.from && at <= window.to);
    const worded: OwnItem[] = [];
    const pairs: { readonly item: OwnItem; readonly pair: Pair }[] = [];
    const open = new Set<OwnItem>();
    for (let from = 0; from < compared.length; from += POSTS_A_STEP) {
      const some = compared
        .slice(from, from + POSTS_A_STEP)
        .filter(({ record }) => input.computed.shingles(record).size > 0);
      worded.push(...some);
      for (const { computed } of others) {
        const near = nearInTime(computed.own.posts, some);
        const found = sameMessages(posted(some, input.computed), posted(near, computed));
        for (const { a, b, jaccard, containment } of found.pairs) {
          const pair = { a: some[a]!.record.id, b: near[b]!.record.id, similarity: Math.max(jaccard, containment) };
          pairs.push({ item: some[a]!, pair });
        }
        for (const a of found.open) open.add(some[a]!);
      }
      yield null;
    }
    const blanket = new Set(pairs.map(({ item }) => item));
    // Near the edge of what was read a twin is met only by chance: such posts are known to have one, or not known.
    const settled = worded.filter((item) => others.every((other) => coversTwins(other, item)));
    const count = settled.filter((item) => blanket.has(item)).length;
    const perhaps = settled.filter((item) => open.has(item) && !blanket.has(item)).length;
    // What surely went out twice tells the least share of all, also where nothing is settled.
    const isKnown = settled.length + blanket.size > 0;
    const tally = {
      sure: blanket.size,
      likely: count,
      possible: count + perhaps,
      n: settled.length,
      unknown: compared.length - settled.length,
    };
    yield finding({
      ...NAME,
      ...tallied(tally),
      window,
      state: others.length === 0 ? "notVisible" : isKnown ? "measured" : "cannotTell",
      reason:
        settled.length > 0
          ? null
          : isKnown
            ? "windowIncomplete"
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
    });
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
  if (unread > 0)
    return openNetwork(gainOfReading({ k: likely, n, unknown, clustering: UNCLUSTERED }, unread, unknown > 0));
  return window.end ? signIn(input) : scrollForShare("posts", likely, n);
}
