// The one thing to open next: every way to read more, and how much narrower it would make a share.
import type { UnreadPlace } from "../computed/unread.ts";
import type { Feed } from "../domain/page.ts";
import type { PageRecord } from "../domain/record.ts";
import { type Clustering, UNCLUSTERED } from "../stats/clustered.ts";
import { wilson } from "../stats/intervals.ts";
import type { AuditInput } from "./audit.ts";
import type { NextStep } from "./finding.ts";

/** House: a site brings about so many items when one scrolls on. */
export const ITEMS_PER_SCROLL = 20;

const step = (key: NextStep["key"], rest: Partial<NextStep> = {}): NextStep => ({
  key,
  feed: null,
  record: null,
  url: null,
  count: null,
  gain: null,
  ...rest,
});

/** What is known of a share: `k` of `n`, `unknown` more that could be either, and how all of them cluster by post. */
export interface Known {
  readonly k: number;
  readonly n: number;
  readonly unknown: number;
  readonly clustering: Clustering;
}

/**
 * Width of the envelope of a share, on the effective number that verdicts reckon with (Kish, see stats/clustered).
 * 1 where nothing is known.
 */
function width({ k, n, unknown, clustering: { typical, icc } }: Known): number {
  const all = n + unknown;
  const effective = all / (1 + (Math.max(1, typical) - 1) * icc);
  const limits = (counted: number) => wilson(all === 0 ? 0 : (counted / all) * effective, effective);
  return limits(k + unknown).upper - limits(k).lower;
}

/**
 * How much narrower the envelope of a share gets at best, if `count` more messages below one post are read: some of the
 * unknown ones, or, where `isKnown` is false, people of whom nothing was known yet. What is read of the unknown changes
 * the size of no post, so that this takes the same few steps whatever the number of posts.
 */
export function gainOfReading(known: Known, count: number, isKnown = true): number {
  const { k, n, unknown, clustering } = known;
  const all = n + unknown;
  const left = isKnown ? Math.max(0, unknown - count) : unknown;
  const typical = isKnown ? clustering.typical : (clustering.typical * all + count * count) / (all + count);
  const after = { n: n + (isKnown ? unknown - left : count), unknown: left, clustering: { ...clustering, typical } };
  const best = Math.min(width({ ...after, k }), width({ ...after, k: k + after.n - n }));
  return Math.max(0, width(known) - best);
}

/** Posts stand for themselves, and those of a list that was read are all known. */
const posts = (k: number, n: number): Known => ({ k, n, unknown: 0, clustering: UNCLUSTERED });

/** Gain of a first look at something of which nothing is known: a scroll's worth of items, all alike. */
export const GAIN_OF_FIRST_LOOK = 1 - width(posts(0, ITEMS_PER_SCROLL));

/** A place with unread messages; `known`: they count among the unknown ones already, else they are of an earlier time. */
interface Unread {
  readonly place: UnreadPlace;
  readonly count: number;
  readonly known: boolean;
}

/**
 * Places with unread messages, one for every number of them, as equally many gain equally: the newest stands for all.
 */
export function unreadPlaces({ computed }: AuditInput): Unread[] {
  const { unread, beyond } = computed.conversations;
  const byCount = new Map<number, Unread>();
  for (const place of unread) {
    const count = place.messages + place.turns;
    if (!byCount.has(count)) byCount.set(count, { place, count, known: true });
  }
  return [...byCount.values(), ...(beyond ? [{ place: beyond, count: beyond.messages, known: false }] : [])];
}

/** The step that opens it. */
export function stepTo({ place: { record, opened, filtered }, count }: Unread, gain: number): NextStep {
  const isPost = record.kind === "post" && !opened;
  return step(isPost ? "openThread" : filtered ? "showAll" : "openReplies", {
    record: record.id,
    url: record.url,
    count,
    gain,
  });
}

/**
 * The step that narrows `k` of `n` with `unknown` more best; null where nothing is left to open. Where nothing is
 * unknown, what is unread counts for nothing so far.
 */
export function bestThreadStep(
  input: AuditInput,
  k: number,
  n: number,
  unknown: number,
  clustering = UNCLUSTERED,
): NextStep | null {
  if (areAnswersHidden(input)) return signIn(input);
  let best: { place: Unread; gain: number } | null = null;
  for (const place of unreadPlaces(input)) {
    const gain = gainOfReading({ k, n, unknown, clustering }, place.count, place.known && unknown > 0);
    // Where each would settle all that is unknown, the one with more to read is likelier to.
    const better = best && gain === best.gain ? place.count > best.place.count : gain > (best?.gain ?? 0);
    if (better) best = { place, gain };
  }
  if (best) return stepTo(best.place, best.gain);
  return signIn(input) ?? openUncounted(input.computed.conversations.uncounted.posts[0]);
}

/** Opens a post that does not say how many comments it has; how much that would narrow is not known either. */
export const openUncounted = (post: PageRecord | undefined): NextStep | null =>
  post ? step("openThread", { record: post.id, url: post.url }) : null;

/** The list was read, but in an order of the site's own choice: LinkedIn's "Top" leaves posts out. */
export const isNotByDate = ({ dataset }: AuditInput, feed: Feed): boolean =>
  dataset.page.network === "linkedin" &&
  dataset.records.length > 0 &&
  dataset.coverage.feeds.some((read) => read.feed === feed && read.segments.length === 0);

export const openFeed = (feed: Feed): NextStep => step("openFeed", { feed, gain: GAIN_OF_FIRST_LOOK });

/** Makes a first stretch of a feed: opens it, or puts it in order of time where it is open already. */
export const readFeed = (input: AuditInput, feed: Feed): NextStep =>
  isNotByDate(input, feed) ? { ...openFeed(feed), key: "sortRecent" } : openFeed(feed);

/** Scroll on in a feed: `k` of `n` known so far, a scroll's worth more at the same share. */
export const scrollForShare = (feed: Feed, k: number, n: number): NextStep => {
  const more = n + ITEMS_PER_SCROLL;
  const gain = n === 0 ? GAIN_OF_FIRST_LOOK : width(posts(k, n)) - width(posts((k / n) * more, more));
  return step("scrollFeed", { feed, gain });
};

/** Scroll on in a feed, for a figure of which nobody can say how much narrower that makes it. */
export const scrollOn = (feed: Feed): NextStep => step("scrollFeed", { feed });

/** Scroll on until about `count` more items are read, which would settle a share of weeks entirely. */
export const scrollForWeeks = (feed: Feed, count: number): NextStep =>
  step("scrollFeed", { feed, count, gain: Math.min(1, ITEMS_PER_SCROLL / Math.max(1, count)) });

/** Read a list from its top, which settles what is not known of it because newer posts may be unread. */
export const readFromTop = (feed: Feed): NextStep => step("reload", { feed, gain: 1 });

export const reload = (records: readonly PageRecord[]): NextStep | null =>
  records.length === 0 ? null : step("reload", { count: records.length });

/** LinkedIn draws no answers at all for whoever is signed out: opening threads would show none. */
export const areAnswersHidden = ({ dataset }: AuditInput): boolean =>
  dataset.page.network === "linkedin" && dataset.coverage.signedIn === false;

/** Signed out, most is hidden. */
export const signIn = ({ dataset }: AuditInput): NextStep | null =>
  dataset.coverage.signedIn === false ? step("signIn") : null;

/** Read the posts of the organisation's page on another network. */
export const openNetwork = (gain: number): NextStep => step("openNetwork", { gain });

/** The plan says which pages are the organisation's own. */
export const SET_PLAN: NextStep = step("setPlan");

export const NOTHING_LEFT: NextStep = step("nothing");
