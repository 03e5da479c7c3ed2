// Which texts say the same: word-3-gram shingles, compared only where rare shingles meet, never all pairs.

const LINKS = /(?:https?:\/\/|www\.)\S+/giu;
const MENTIONS_AND_HASHTAGS = /[@##@][\p{L}\p{M}\p{N}_.·-]+/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D}|\u{20E3}/gu;
/** A word; scripts written without spaces give one word per character. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}";
const WORDS = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}'’])+`, "gu");

// biome-ignore lint/suspicious/noControlCharactersInRegex: texts in ASCII hold no emoji, and nothing to normalise.
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9']+/g;

/** Words of a text without links, mentions, hashtags, emoji and punctuation; NFKC, lower case. */
export function wordsOf(text: string): readonly string[] {
  const unlinked = text.includes("//") || /www\./i.test(text) ? text.replace(LINKS, " ") : text;
  if (ASCII.test(unlinked)) {
    const named = unlinked.includes("@") || unlinked.includes("#");
    return (named ? unlinked.replace(MENTIONS_AND_HASHTAGS, " ") : unlinked).toLowerCase().match(ASCII_WORDS) ?? [];
  }
  const bare = unlinked.replace(MENTIONS_AND_HASHTAGS, " ").replace(EMOJI, " ");
  return bare.normalize("NFKC").toLowerCase().match(WORDS) ?? [];
}

/** Distinct runs of three words, each as a 53-bit hash. */
export type Shingles = ReadonlySet<number>;

/** Shingles of a text (Broder 1997); a text of one or two words is one shingle, one without words has none. */
export function shinglesOf(text: string): Shingles {
  const words = wordsOf(text);
  const shingles = new Set<number>();
  const size = Math.min(3, words.length);
  for (let i = 0; size > 0 && i + size <= words.length; i++) shingles.add(hash(words, i, i + size));
  return shingles;
}

/** Two 32-bit FNV-1a-like hashes joined: with a million shingles a collision is a matter of 1 in 10,000. */
function hash(words: readonly string[], from: number, to: number): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let w = from; w < to; w++) {
    const word = words[w]!;
    // A space ends each word.
    for (let i = 0; i <= word.length; i++) {
      const code = i < word.length ? word.charCodeAt(i) : 32;
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15);
    }
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

/**
 * Each text's shingles as ranks, rarest first: 0 is the rarest over all texts. Linear, sorting within a text aside.
 */
function rarestFirst(texts: readonly Shingles[]): Uint32Array[] {
  const places = new Map<number, number>();
  const counts: number[] = [];
  const all = texts.map((text) => {
    const own = new Uint32Array(text.size);
    let i = 0;
    for (const shingle of text) {
      let place = places.get(shingle);
      if (place === undefined) {
        place = counts.push(0) - 1;
        places.set(shingle, place);
      }
      counts[place]!++;
      own[i++] = place;
    }
    return own;
  });
  // Ranks by counting: how many shingles are rarer comes before those of each count.
  const next = new Uint32Array(texts.length + 2);
  for (const count of counts) next[count + 1]!++;
  for (let count = 1; count < next.length; count++) next[count]! += next[count - 1]!;
  const ranks = Uint32Array.from(counts, (count) => next[count]!++);
  return all.map((own) => own.map((place) => ranks[place]!).sort());
}

/**
 * The prefix filter: of two texts with at least `share` of the smaller one's shingles in common, some shingle among
 * these of the smaller is in the other (Chaudhuri, Ganti & Kaushik, ICDE 2006).
 */
const prefix = (rarest: Uint32Array, share: number): Uint32Array =>
  rarest.subarray(0, rarest.length - Math.ceil(share * rarest.length - 1e-9) + 1);

function put<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}

/** Whether the Jaccard similarity reaches `least`; rarest shingles first, so that most misses show at once. */
function alike(a: Uint32Array, b: Uint32Array, least: number): boolean {
  const wanted = Math.ceil((least / (1 + least)) * (a.length + b.length) - 1e-9);
  let missesOfA = a.length - wanted;
  let missesOfB = b.length - wanted;
  for (let i = 0, j = 0; missesOfA >= 0 && missesOfB >= 0 && i < a.length && j < b.length; ) {
    const apart = a[i]! - b[j]!;
    if (apart <= 0) i++;
    if (apart >= 0) j++;
    if (apart < 0) missesOfA--;
    else if (apart > 0) missesOfB--;
  }
  return missesOfA >= 0 && missesOfB >= 0;
}

/**
 * At most so many candidates are compared with one text, so that work grows with the number of texts and not with its
 * square: as many as the answers that are compared with one another at all, so that none of those is left open.
 */
export const MOST_CANDIDATES = 1_000;

/** What was found of each text: the place of one that says the same, or null; and those of which it is not known. */
export interface Twins {
  readonly twins: readonly (number | null)[];
  /** Places of texts for which too many others came into question, none of those compared being alike. */
  readonly open: ReadonlySet<number>;
}

/**
 * For each text the place of another with a Jaccard similarity of at least `least` (0–1). Equal texts are found by
 * equality, the rest by the prefix filter with exact comparison. Texts without words match nothing.
 */
export function nearlyIdentical(texts: readonly Shingles[], least = 0.9): Twins {
  const twins: (number | null)[] = texts.map(() => null);
  const open = new Set<number>();
  const pair = (a: number, b: number): void => {
    twins[a] ??= b;
    twins[b] ??= a;
  };
  // Of those with one hash the last, and of each the one before.
  const lastOf = new Map<number, number>();
  const before = new Int32Array(texts.length);
  const distinct: number[] = [];
  texts.forEach((text, i) => {
    if (text.size === 0) return;
    const key = hashOf(text);
    const last = lastOf.get(key) ?? -1;
    let equal = last;
    while (equal >= 0 && !areEqual(texts[equal]!, text)) equal = before[equal]!;
    if (equal >= 0) {
      pair(i, equal);
      return;
    }
    before[i] = last;
    lastOf.set(key, i);
    distinct.push(i);
  });
  const rarest = rarestFirst(distinct.map((i) => texts[i]!));
  // By rank the texts whose prefix holds it, the largest first: those of a like size are met first.
  const ranks = rarest.reduce((most, own) => Math.max(most, own.at(-1)! + 1), 0);
  const newest = new Int32Array(ranks).fill(-1);
  const older: number[] = [];
  const holders: number[] = [];
  // The same of those without a twin: where a text has one, only they have to be compared with it.
  const newestAlone = new Int32Array(ranks).fill(-1);
  const olderAlone: number[] = [];
  const comparedWith = new Int32Array(distinct.length).fill(-1);
  const shortestFirst = [...distinct.keys()].sort((a, b) => rarest[a]!.length - rarest[b]!.length || a - b);
  for (const i of shortestFirst) {
    const own = rarest[i]!;
    const starts = prefix(own, least);
    let compared = 0;
    search: for (const rank of twins[distinct[i]!] === null ? starts : []) {
      for (let at = newest[rank]!; at >= 0; at = older[at]!) {
        const other = holders[at]!;
        if (rarest[other]!.length < least * own.length) break;
        if (comparedWith[other] === i) continue;
        if (++compared > MOST_CANDIDATES) {
          open.add(distinct[i]!);
          break search;
        }
        comparedWith[other] = i;
        if (alike(own, rarest[other]!, least)) {
          pair(distinct[i]!, distinct[other]!);
          break search;
        }
      }
    }
    search: for (const rank of twins[distinct[i]!] === null ? [] : starts) {
      let last = -1;
      for (let at = newestAlone[rank]!, next = -1; at >= 0; at = next) {
        next = olderAlone[at]!;
        const other = holders[at]!;
        if (rarest[other]!.length < least * own.length) break;
        if (comparedWith[other] !== i && twins[distinct[other]!] === null) {
          if (++compared > MOST_CANDIDATES) break search;
          comparedWith[other] = i;
          if (alike(own, rarest[other]!, least)) pair(distinct[i]!, distinct[other]!);
        }
        // Whoever has a twin is taken out, so that nobody passes it again.
        if (twins[distinct[other]!] === null) last = at;
        else if (last < 0) newestAlone[rank] = next;
        else olderAlone[last] = next;
      }
    }
    for (const rank of starts) {
      older.push(newest[rank]!);
      olderAlone.push(newestAlone[rank]!);
      newest[rank] = holders.push(i) - 1;
      if (twins[distinct[i]!] === null) newestAlone[rank] = newest[rank]!;
    }
  }
  for (const i of open) if (twins[i] !== null) open.delete(i);
  return { twins, open };
}

const areEqual = (a: Shingles, b: Shingles): boolean => a.size === b.size && overlap(a, b) === a.size;

/** The same for the same shingles in any order. */
function hashOf(text: Shingles): number {
  let hash = text.size;
  for (const shingle of text) hash = (hash + (shingle | 0)) | 0;
  return hash;
}

/** A text with the moment it was posted (ms UTC). */
export interface Posted {
  readonly at: number;
  readonly shingles: Shingles;
}

/** Places of two posts in their lists, and how alike they are (0–1). */
export interface SamePost {
  readonly a: number;
  readonly b: number;
  readonly jaccard: number;
  readonly containment: number;
}

/** House, after Farahbakhsh et al. 2016 (methods.md §4): when two posts are the same message. */
export const SAME_MESSAGE = { within: 72 * 3_600_000, jaccard: 0.6, containment: 0.8, fewestShingles: 5 } as const;

/** The pairs found, and the places of posts of the first list for which too many others came into question. */
export interface SameMessages {
  readonly pairs: readonly SamePost[];
  readonly open: ReadonlySet<number>;
}

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
): SameMessages {
  const least = Math.min(rule.jaccard, rule.containment);
  const rarest = rarestFirst([...listA, ...listB].map(({ shingles }) => shingles));
  const byTime = listB.map((_, b) => b).sort((x, y) => listB[x]!.at - listB[y]!.at || x - y);
  const all = new Map<number, number[]>();
  const starts = new Map<number, number[]>();
  for (const b of byTime) {
    const ranks = rarest[listA.length + b]!;
    for (const rank of ranks) put(all, rank, b);
    for (const rank of prefix(ranks, least)) put(starts, rank, b);
  }
  const pairs: SamePost[] = [];
  const open = new Set<number>();
  listA.forEach((post, a) => {
    const candidates = new Set<number>();
    // Whichever of the two is smaller, its prefix meets the other.
    const complete =
      collect(candidates, prefix(rarest[a]!, least), all, listB, post.at, rule.within) &&
      collect(candidates, rarest[a]!, starts, listB, post.at, rule.within);
    let best: SamePost | null = null;
    for (const b of [...candidates].sort((x, y) => distance(post, listB[x]!) - distance(post, listB[y]!) || x - y)) {
      const other = listB[b]!.shingles;
      const pair = { a, b, jaccard: jaccard(post.shingles, other), containment: containment(post.shingles, other) };
      const longEnough = Math.min(post.shingles.size, other.size) >= rule.fewestShingles;
      const same = pair.jaccard >= rule.jaccard || (longEnough && pair.containment >= rule.containment);
      if (same && (best === null || pair.jaccard > best.jaccard)) best = pair;
    }
    if (best !== null) pairs.push(best);
    else if (!complete) open.add(a);
  });
  return { pairs, open };
}

const distance = (a: Posted, b: Posted): number => Math.abs(a.at - b.at);

/** Adds the posts of the index (each list ascending in time) within reach of `at`; false where they are too many. */
function collect(
  into: Set<number>,
  ranks: Uint32Array,
  index: ReadonlyMap<number, readonly number[]>,
  posts: readonly Posted[],
  at: number,
  within: number,
): boolean {
  for (const rank of ranks) {
    const list = index.get(rank) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (posts[list[middle]!]!.at < at - within) low = middle + 1;
      else high = middle;
    }
    for (; low < list.length && posts[list[low]!]!.at <= at + within; low++) {
      if (into.size >= MOST_CANDIDATES) return false;
      into.add(list[low]!);
    }
  }
  return true;
}
