// Which texts say the same: word-3-gram shingles, compared only where rare shingles meet, never all pairs.

const LINKS = /(?:https?:\/\/|www\.)\S+/giu;
const MENTIONS_AND_HASHTAGS = /[@##@][\p{L}\p{M}\p{N}_.·-]+/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D}|\u{20E3}/gu;
/** A word; scripts written without spaces give one word per character. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}";
const WORDS = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}'’])+`, "gu");

/** Words of a text without links, mentions, hashtags, emoji and punctuation; NFKC, lower case. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(LINKS, " ")
    .replace(MENTIONS_AND_HASHTAGS, " ")
    .replace(EMOJI, " ")
    .normalize("NFKC")
    .toLowerCase()
    .match(WORDS) ?? [];

/** Distinct runs of three words, each as a 53-bit hash. */
export type Shingles = ReadonlySet<number>;

/** Shingles of a text (Broder 1997); a text of one or two words is one shingle, one without words has none. */
export function shinglesOf(text: string): Shingles {
  const words = wordsOf(text);
  const shingles = new Set<number>();
  if (words.length > 0 && words.length < 3) shingles.add(hash(words.join(" ")));
  for (let i = 0; i + 3 <= words.length; i++) shingles.add(hash(`${words[i]} ${words[i + 1]} ${words[i + 2]}`));
  return shingles;
}

/** Two 32-bit FNV-1a-like hashes joined: with a million shingles a collision is a matter of 1 in 10,000. */
function hash(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15);
  }
  return (a >>> 0) * 2_097_152 + (b >>> 11);
}

function overlap(a: Shingles, b: Shingles): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both++;
  return both;
}

/** |A ∩ B| / |A ∪ B|, 0–1; two empty texts share nothing. */
export function jaccard(a: Shingles, b: Shingles): number {
  const both = overlap(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** |A ∩ B| / size of the smaller, 0–1: how much of the shorter text is in the longer one (Broder 1997). */
export function containment(a: Shingles, b: Shingles): number {
  const both = overlap(a, b);
  return both === 0 ? 0 : both / Math.min(a.size, b.size);
}

/** Each text's shingles, rarest first (ties by value), counted over all texts. */
function rarestFirst(texts: readonly Shingles[]): number[][] {
  const counts = new Map<number, number>();
  for (const text of texts) for (const shingle of text) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  return texts.map((text) => [...text].sort((a, b) => counts.get(a)! - counts.get(b)! || a - b));
}

/**
 * The prefix filter: of two texts with at least `share` of the smaller one's shingles in common, some shingle among
 * these of the smaller is in the other (Chaudhuri, Ganti & Kaushik, ICDE 2006).
 */
const prefix = (rarest: readonly number[], share: number): readonly number[] =>
  rarest.slice(0, rarest.length - Math.ceil(share * rarest.length - 1e-9) + 1);

function put<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}

/** Whether the Jaccard similarity reaches `least`; rarest shingles first, so that most misses show at once. */
function alike(rarest: readonly number[], other: Shingles, least: number): boolean {
  const wanted = Math.ceil((least / (1 + least)) * (rarest.length + other.size) - 1e-9);
  let misses = rarest.length - wanted;
  for (let i = 0; misses >= 0 && i < rarest.length; i++) if (!other.has(rarest[i]!)) misses--;
  return misses >= 0;
}

/** At most so many candidates are compared with one text, so that work grows with the number of texts. */
const MOST_CANDIDATES = 100;

/**
 * For each text the index of another with a Jaccard similarity of at least `least` (0–1), or null. Equal texts are
 * found by equality, the rest by the prefix filter with exact comparison; a text whose rare shingles lead to more than
 * 100 others that are not alike is left at null. Texts without words match nothing.
 */
export function nearlyIdentical(texts: readonly Shingles[], least = 0.9): (number | null)[] {
  const twin: (number | null)[] = texts.map(() => null);
  const pair = (a: number, b: number): void => {
    twin[a] ??= b;
    twin[b] ??= a;
  };
  const rarest = rarestFirst(texts);
  const firstEqual = new Map<string, number>();
  const distinct: number[] = [];
  rarest.forEach((shingles, i) => {
    if (shingles.length === 0) return;
    const key = shingles.join();
    const first = firstEqual.get(key);
    if (first === undefined) {
      firstEqual.set(key, i);
      distinct.push(i);
    } else {
      pair(i, first);
    }
  });
  const index = new Map<number, number[]>();
  for (const i of distinct.sort((a, b) => texts[a]!.size - texts[b]!.size || a - b)) {
    const starts = prefix(rarest[i]!, least);
    const seen = new Set<number>();
    search: for (const shingle of starts) {
      const candidates = index.get(shingle) ?? [];
      // Largest first: those of a like size come last in the index.
      for (let c = candidates.length - 1; c >= 0 && seen.size < MOST_CANDIDATES; c--) {
        const other = candidates[c]!;
        if (texts[other]!.size < least * texts[i]!.size) break;
        if (seen.has(other)) continue;
        seen.add(other);
        if (alike(rarest[i]!, texts[other]!, least)) {
          pair(i, other);
          break search;
        }
      }
    }
    for (const shingle of starts) put(index, shingle, i);
  }
  return twin;
}

/** A text with the moment it was posted (ms UTC). */
export interface Posted {
  readonly at: number;
  readonly shingles: Shingles;
}

/** Positions of two posts in their lists, and how alike they are (0–1). */
export interface SamePost {
  readonly a: number;
  readonly b: number;
  readonly jaccard: number;
  readonly containment: number;
}

/** House, after Farahbakhsh et al. 2016 (methods.md §4): when two posts are the same message. */
export const SAME_MESSAGE = { within: 72 * 3_600_000, jaccard: 0.6, containment: 0.8, fewestShingles: 5 } as const;

/**
 * For each post of one list its most alike of the other, where the two are the same message: at most `within` ms
 * apart, and Jaccard or containment high enough. Containment counts only where the shorter text has `fewestShingles`:
 * "happy Friday everyone" inside a longer post is not the same message. Ties: nearest in time, then first in the list.
 */
export function sameMessages(
  listA: readonly Posted[],
  listB: readonly Posted[],
  rule: {
    readonly within: number;
    readonly jaccard: number;
    readonly containment: number;
    readonly fewestShingles: number;
  } = SAME_MESSAGE,
): SamePost[] {
  const least = Math.min(rule.jaccard, rule.containment);
  const rarest = rarestFirst([...listA, ...listB].map(({ shingles }) => shingles));
  const byTime = listB.map((_, b) => b).sort((x, y) => listB[x]!.at - listB[y]!.at || x - y);
  const all = new Map<number, number[]>();
  const starts = new Map<number, number[]>();
  for (const b of byTime) {
    const shingles = rarest[listA.length + b]!;
    for (const shingle of shingles) put(all, shingle, b);
    for (const shingle of prefix(shingles, least)) put(starts, shingle, b);
  }
  const found: SamePost[] = [];
  listA.forEach((post, a) => {
    const candidates = new Set<number>();
    // Whichever of the two is smaller, its prefix meets the other.
    collect(candidates, prefix(rarest[a]!, least), all, listB, post.at, rule.within);
    collect(candidates, rarest[a]!, starts, listB, post.at, rule.within);
    let best: SamePost | null = null;
    for (const b of [...candidates].sort((x, y) => distance(post, listB[x]!) - distance(post, listB[y]!) || x - y)) {
      const other = listB[b]!.shingles;
      const pair = { a, b, jaccard: jaccard(post.shingles, other), containment: containment(post.shingles, other) };
      const longEnough = Math.min(post.shingles.size, other.size) >= rule.fewestShingles;
      const same = pair.jaccard >= rule.jaccard || (longEnough && pair.containment >= rule.containment);
      if (same && (best === null || pair.jaccard > best.jaccard)) best = pair;
    }
    if (best !== null) found.push(best);
  });
  return found;
}

const distance = (a: Posted, b: Posted): number => Math.abs(a.at - b.at);

/** Adds the posts of the index (each list ascending in time) within reach of `at`, up to `MOST_CANDIDATES`. */
function collect(
  into: Set<number>,
  shingles: readonly number[],
  index: ReadonlyMap<number, readonly number[]>,
  posts: readonly Posted[],
  at: number,
  within: number,
): void {
  for (const shingle of shingles) {
    const list = index.get(shingle) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (posts[list[middle]!]!.at < at - within) low = middle + 1;
      else high = middle;
    }
    for (; low < list.length && posts[list[low]!]!.at <= at + within && into.size < MOST_CANDIDATES; low++) {
      into.add(list[low]!);
    }
  }
}
