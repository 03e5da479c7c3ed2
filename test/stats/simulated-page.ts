// Pages with a known truth: comments under posts whose chance of an answer varies from post to post.
import type { Random } from "../../src/stats/random.ts";

/** How comments of one post come to be alike; each gives the stated correlation within posts exactly. */
export type Likeness = "beta" | "copied" | "allOrNone";
/** How comments fall on posts: the same number each, at random, or most on a few. */
export type Spread = "even" | "random" | "uneven";

export interface Comment {
  readonly post: number;
  readonly answered: boolean;
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

/** Whether the next comment of one post is answered. */
function postAnswers(truth: number, icc: number, likeness: Likeness, random: Random): () => boolean {
  const flip = (chance: number): boolean => random.next() < chance;
  if (icc === 0 || truth <= 0 || truth >= 1) return () => flip(truth);
  if (likeness === "copied") {
    const shared = flip(truth);
    return () => (flip(Math.sqrt(icc)) ? shared : flip(truth));
  }
  if (likeness === "allOrNone") {
    const chance = flip(icc) ? Number(flip(truth)) : truth;
    return () => flip(chance);
  }
  const size = (1 - icc) / icc;
  const a = gamma(truth * size, random);
  const b = gamma((1 - truth) * size, random);
  const chance = a / (a + b);
  return () => flip(chance);
}

export interface Shape {
  readonly truth: number;
  readonly comments: number;
  readonly posts: number;
  readonly icc: number;
  readonly likeness: Likeness;
  readonly spread: Spread;
}

export function simulatePage({ truth, comments, posts, icc, likeness, spread }: Shape, random: Random): Comment[] {
  const answers = Array.from({ length: posts }, () => postAnswers(truth, icc, likeness, random));
  const postOf = (i: number): number => {
    if (spread === "even") return i % posts;
    return spread === "random" ? random.below(posts) : Math.floor(posts * random.next() ** 2);
  };
  return Array.from({ length: comments }, (_, i) => {
    const post = postOf(i);
    return { post, answered: answers[post]!() };
  });
}
