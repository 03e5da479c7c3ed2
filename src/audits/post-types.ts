// What top-level posts are for: information, action, community; and which of them ask, show people, or tell something.
import type { OwnItem } from "../computed/own-items.ts";
import { POST_CLASSES, type PostClass, type PostText } from "../computed/text-class.ts";
import { poissonRate } from "../stats/intervals.ts";
import type { Audit, AuditInput } from "./audit.ts";
import type { Detail } from "./detail.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { nothingRead, readPosts, shareOfPosts, type Tally } from "./posts.ts";

const ID = "post-types";
/** House: fewer weeks are an impression. */
const FEWEST_WEEKS = 4;
const SIDES = { information: "broadcast", action: "broadcast", community: "invite" } as const;

type Trait = "asks" | "people" | "insight";

const textsOf = ({ computed }: AuditInput, posts: readonly OwnItem[]): PostText[] =>
  posts.map(({ record }) => computed.post(record));

const count = (texts: readonly PostText[], test: (text: PostText) => boolean): number => texts.filter(test).length;

/** The posts whose text passes. */
const those = (posts: readonly OwnItem[], texts: readonly PostText[], test: (text: PostText) => boolean) =>
  evidenceOf(posts.filter((_, i) => test(texts[i]!)).map(({ record }) => record));

function ofClass(input: AuditInput, key: string, of: PostClass): Finding {
  return shareOfPosts(input, { audit: ID, key }, ({ posts }) => {
    const texts = textsOf(input, posts);
    const worded = texts.filter((text) => text.of !== null);
    const is = (text: PostText): boolean => text.of === of;
    const parts = POST_CLASSES.map((key) => ({
      key,
      side: SIDES[key],
      count: count(worded, (text) => text.of === key),
    }));
    return {
      sure: count(worded, (text) => is(text) && text.perhaps.size === 1),
      likely: count(worded, is),
      possible: count(worded, ({ perhaps }) => perhaps.has(of)),
      n: worded.length,
      unknown: texts.length - worded.length,
      ...those(posts, texts, is),
      detail: { type: "composition", parts } satisfies Detail,
    };
  });
}

function tallyOf(texts: readonly PostText[], trait: Trait): Tally {
  const yes = count(texts, (text) => text[trait] === "yes");
  const perhaps = count(texts, (text) => text[trait] === "perhaps");
  return { sure: yes, likely: yes, possible: yes + perhaps, n: texts.length };
}

const ofTrait = (input: AuditInput, key: string, trait: Trait): Finding =>
  shareOfPosts(input, { audit: ID, key }, ({ posts }) => {
    const texts = textsOf(input, posts);
    return { ...tallyOf(texts, trait), ...those(posts, texts, (text) => text[trait] === "yes") };
  });

function insightPerWeek(input: AuditInput): Finding {
  const name = { audit: ID, key: "insightPerWeek", unit: "perWeek" } as const;
  const read = readPosts(input);
  if (!read) return finding({ ...name, ...nothingRead(input) });
  const own = read.posts.filter(({ type }) => type !== "quote");
  const texts = textsOf(input, own);
  const { sure, possible } = tallyOf(texts, "insight");
  const { rate, lower, upper } = poissonRate(sure, read.weeks);
  const reason = !read.window.top ? "windowIncomplete" : read.weeks < FEWEST_WEEKS ? "tooFew" : null;
  const bounds = { lower: rate, upper: possible / read.weeks };
  return finding({
    ...name,
    ...read.parts,
    ...those(own, texts, (text) => text.insight === "yes"),
    value: rate,
    interval: { lower, upper, method: "poisson" },
    bounds,
    envelope: reason ? null : bounds,
    n: Math.floor(read.weeks),
    state: reason ? "cannotTell" : "measured",
    reason,
    values: { posts: own.length, insight: sure, perhaps: possible - sure },
  });
}

export const audit: Audit = {
  id: ID,
  indicators: ["communityShare", "actionShare", "askingShare", "peopleShare", "insightPerWeek"],
  run: (input) => [
    ofClass(input, "communityShare", "community"),
    ofClass(input, "actionShare", "action"),
    ofTrait(input, "askingShare", "asks"),
    ofTrait(input, "peopleShare", "people"),
    insightPerWeek(input),
  ],
};
