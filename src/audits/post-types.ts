// What top-level posts are for: information, action, community; and which of them ask, show people, or tell something.
import { POST_CLASSES, type PostClass, type PostText } from "../computed/text-class.ts";
import { poissonRate } from "../stats/intervals.ts";
import type { Audit, AuditInput } from "./audit.ts";
import type { Detail } from "./detail.ts";
import { evidenceOf, type Finding, finding } from "./finding.ts";
import { nothingRead, type ReadPosts, readPosts, shareOfPosts, type Tally } from "./posts.ts";
import { readFromTop, scrollForWeeks, signIn } from "./steps.ts";

const ID = "post-types";
/** House: fewer weeks are an impression. */
const FEWEST_WEEKS = 4;
const SIDES = { information: "broadcast", action: "broadcast", community: "invite" } as const;

type Trait = "asks" | "people" | "insight";

/** The posts that were read, each with what its text is. */
interface Texts {
  readonly read: ReadPosts;
  readonly texts: readonly PostText[];
}

const count = (texts: readonly PostText[], test: (text: PostText) => boolean): number =>
  texts.reduce((sum, text) => sum + Number(test(text)), 0);

/** The posts whose text passes. */
const those = ({ read, texts }: Texts, test: (text: PostText) => boolean) =>
  evidenceOf(read.posts.filter((_, i) => test(texts[i]!)).map(({ record }) => record));

function ofClass(input: AuditInput, all: Texts, key: string, of: PostClass): Finding {
  const { read, texts } = all;
  const worded = texts.filter((text) => text.of !== null);
  const is = (text: PostText): boolean => text.of === of;
  const parts = POST_CLASSES.map((key) => ({
    key,
    side: SIDES[key],
    count: count(worded, (text) => text.of === key),
  }));
  return shareOfPosts(input, { audit: ID, key }, read, {
    sure: count(worded, (text) => is(text) && text.perhaps.size === 1),
    likely: count(worded, is),
    possible: count(worded, ({ perhaps }) => perhaps.has(of)),
    n: worded.length,
    unknown: texts.length - worded.length,
    ...those(all, is),
    detail: { type: "composition", parts } satisfies Detail,
  });
}

function tallyOf(texts: readonly PostText[], trait: Trait): Tally {
  const yes = count(texts, (text) => text[trait] === "yes");
  const perhaps = count(texts, (text) => text[trait] === "perhaps");
  return { sure: yes, likely: yes, possible: yes + perhaps, n: texts.length };
}

const ofTrait = (input: AuditInput, all: Texts, key: string, trait: Trait): Finding =>
  shareOfPosts(input, { audit: ID, key }, all.read, {
    ...tallyOf(all.texts, trait),
    ...those(all, (text) => text[trait] === "yes"),
  });

function insightPerWeek(input: AuditInput, { read, texts }: Texts): Finding {
  // What a quote tells is another's.
  const isOwn = (_: unknown, i: number): boolean => read.posts[i]!.type !== "quote";
  const own = { read: { ...read, posts: read.posts.filter(isOwn) }, texts: texts.filter(isOwn) };
  const { sure, possible } = tallyOf(own.texts, "insight");
  const { rate, lower, upper } = poissonRate(sure, read.weeks);
  const reason = !read.window.top ? "windowIncomplete" : read.weeks < FEWEST_WEEKS ? "tooFew" : null;
  const bounds = { lower: rate, upper: possible / read.weeks };
  const posts = own.texts.length;
  return finding({
    audit: ID,
    key: "insightPerWeek",
    unit: "perWeek",
    ...read.parts,
    ...those(own, (text) => text.insight === "yes"),
    value: rate,
    interval: { lower, upper, method: "poisson" },
    bounds,
    envelope: reason ? null : bounds,
    n: posts,
    census: read.window.top && possible === sure,
    state: reason ? "cannotTell" : "measured",
    reason,
    values: { weeks: read.weeks, insight: sure, perhaps: possible - sure },
    next:
      reason === "windowIncomplete"
        ? readFromTop("posts")
        : reason && !read.window.end
          ? scrollForWeeks("posts", Math.max(1, Math.ceil((FEWEST_WEEKS / read.weeks - 1) * posts)))
          : signIn(input),
  });
}

const SHARES = ["communityShare", "actionShare", "askingShare", "peopleShare"] as const;

export const audit: Audit = {
  id: ID,
  indicators: [...SHARES, "insightPerWeek"],
  run(input) {
    const read = readPosts(input);
    if (!read) {
      const nothing = nothingRead(input);
      return [
        ...SHARES.map((key) => finding({ audit: ID, key, unit: "share", ...nothing })),
        finding({ audit: ID, key: "insightPerWeek", unit: "perWeek", ...nothing }),
      ];
    }
    const all = { read, texts: read.posts.map(({ record }) => input.computed.post(record)) };
    return [
      ofClass(input, all, "communityShare", "community"),
      ofClass(input, all, "actionShare", "action"),
      ofTrait(input, all, "askingShare", "asks"),
      ofTrait(input, all, "peopleShare", "people"),
      insightPerWeek(input, all),
    ];
  },
};
