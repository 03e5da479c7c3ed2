// Pages with a known truth: comments under posts whose chance of an answer varies from post to post.
import type { Cluster } from "../../src/stats/clustered.ts";
import type { Random } from "../../src/stats/random.ts";

/** How comments of one post come to be alike; each gives the stated correlation within posts exactly. */
export type Likeness = "beta" | "copied" | "allOrNone";
/** How comments fall on posts: the same number each, at random, or most on a few. */
export type Spread = "even" | "random" | "uneven";

export interface Shape {
  readonly truth: number;
  readonly comments: number;
  readonly posts: number;
  readonly icc: number;
  readonly likeness: Likeness;
  readonly spread: Spread;
}

/** Of each comment the post it stands under, and 1 where it is answered. Columns, as there are millions of pages. */
export interface SimulatedPage {
  readonly posts: Uint8Array;
  readonly answered: Uint8Array;
}

/** Marsaglia & Tsang's gamma (ACM TOMS 26:363–372, 2000), scale 1. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The chance of an answer under one post. */
function chanceOf({ truth, icc, likeness }: Shape, random: Random): number {
  if (icc === 0 || truth <= 0 || truth >= 1) return truth;
  if (likeness === "copied") return Number(random.next() < truth);
  if (likeness === "allOrNone") return random.next() < icc ? Number(random.next() < truth) : truth;
  const size = (1 - icc) / icc;
  const a = gamma(truth * size, random);
  const b = gamma((1 - truth) * size, random);
  return a / (a + b);
}

/** A page into which the next one may be written. */
export const roomFor = ({ comments }: Pick<Shape, "comments">): SimulatedPage => ({
  posts: new Uint8Array(comments),
  answered: new Uint8Array(comments),
});

export function simulatePage(shape: Shape, random: Random, page = roomFor(shape)): SimulatedPage {
  const { truth, comments, posts, icc, likeness, spread } = shape;
  const chances = new Float64Array(posts);
  for (let post = 0; post < posts; post++) chances[post] = chanceOf(shape, random);
  // Under a post whose comments are copied, so many take over what the post has; the rest go their own way.
  const own = likeness === "copied" && icc > 0 && truth > 0 && truth < 1 ? 1 - Math.sqrt(icc) : 0;
  for (let i = 0; i < comments; i++) {
    let post = i % posts;
    if (spread === "random") post = random.below(posts);
    else if (spread === "uneven") post = Math.floor(posts * random.next() ** 2);
    const chance = own > 0 && random.next() < own ? truth : chances[post]!;
    page.posts[i] = post;
    page.answered[i] = Number(random.next() < chance);
  }
  return page;
}

/** Per post with comments how many there are, and how many are answered. */
export function clustersOf({ posts, answered }: SimulatedPage): Cluster[] {
  const clusters: { n: number; k: number }[] = [];
  for (let i = 0; i < posts.length; i++) {
    clusters[posts[i]!] ??= { n: 0, k: 0 };
    const cluster = clusters[posts[i]!]!;
    cluster.n++;
    cluster.k += answered[i]!;
  }
  return clusters.filter((cluster) => cluster !== undefined);
}
