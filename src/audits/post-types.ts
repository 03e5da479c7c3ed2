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

const count = (posts: readonly OwnItem[], test: (text: PostText) => boolean, { computed }: AuditInput): number =>
  posts.filter(({ record }) => test(computed.post(record))).length;

function ofClass(input: AuditInput, key: string, of: PostClass): Finding {
  return shareOfPosts(input, { audit: ID, key }, ({ posts }) => ({
    sure: count(posts, (text) => text.of === of && text.perhaps.size === 1, input),
    likely: count(posts, (text) => text.of === of, input),
    possible: count(posts, (text) => text.of !== null && text.perhaps.has(of), input),
    n: count(posts, (text) => text.of !== null, input),
    unknown: count(posts, (text) => text.of === null, input),
    ...evidenceOf(posts.filter(({ record }) => input.computed.post(record).of === of).map(({ record }) => record)),
    detail: {
      type: "composition",
      parts: POST_CLASSES.map((key) => ({
        key,
        side: SIDES[key],
        count: count(posts, (text) => text.of === key, input),
      })),
    } satisfies Detail,
  }));
}

type Trait = "asks" | "people" | "insight";

const tallyOf = (input: AuditInput, posts: readonly OwnItem[], trait: Trait): Tally => {
  const yes = count(posts, (text) => text[trait] === "yes", input);
  const perhaps = count(posts, (text) => text[trait] === "perhaps", input);
  return { sure: yes, likely: yes, possible: yes + perhaps, n: posts.length };
};

const withTrait = (input: AuditInput, posts: readonly OwnItem[], trait: Trait) =>
  evidenceOf(posts.map(({ record }) => record).filter((record) => input.computed.post(record)[trait] === "yes"));

const ofTrait = (input: AuditInput, key: string, trait: Trait): Finding =>
  shareOfPosts(input, { audit: ID, key }, ({ posts }) => ({
    ...tallyOf(input, posts, trait),
    ...withTrait(input, posts, trait),
  }));

function insightPerWeek(input: AuditInput): Finding {
  const name = { audit: ID, key: "insightPerWeek", unit: "perWeek" } as const;
  const read = readPosts(input);
  if (!read) return finding({ ...name, ...nothingRead(input) });
  const own = read.posts.filter(({ type }) => type !== "quote");
  const { sure, possible } = tallyOf(input, own, "insight");
  const { rate, lower, upper } = poissonRate(sure, read.weeks);
  const reason = !read.window.top ? "windowIncomplete" : read.weeks < FEWEST_WEEKS ? "tooFew" : null;
  const bounds = { lower: rate, upper: possible / read.weeks };
  return finding({
    ...name,
    ...read.parts,
    ...withTrait(input, own, "insight"),
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
