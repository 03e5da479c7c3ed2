// Finds listed words and phrases in a text of any of several languages, in one pass over its words.

/** Phrases separated by commas; a word that ends in "*" stands for all words that begin so. */
export type Phrases = string;
/** Phrases by cue and language. */
export type Lexicon<Cue extends string> = Readonly<Record<Cue, Readonly<Record<string, Phrases>>>>;

interface Entry<Cue> {
  readonly cue: Cue;
  readonly language: string;
  /** The words after the first. */
  readonly rest: readonly string[];
}

/** Words that stand for all words with the same beginning are looked up by so many of their letters. */
const STEM = 4;
/** So many different words are remembered at most. */
const MOST_WORDS = 20_000;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|io|co)\/\S*/giu;
const NAMED = /@[\p{L}\p{N}_.]+/gu;
const APOSTROPHE = /[’‘`´]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: texts in ASCII need no decomposition, and their words are found faster.
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+(?:'[a-z]+)*/g;
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** Lower case without accents, addresses, "@names" and the difference between apostrophes; "" for none. */
export const plain = (text: string): string => {
  const bare = text.includes("/") || text.includes("www.") ? text.replace(ADDRESS, " ") : text;
  const lower = (bare.includes("@") ? bare.replace(NAMED, " ") : bare).toLowerCase();
  return ASCII.test(lower)
    ? lower.replaceAll("`", "'")
    : lower
        .replace(APOSTROPHE, "'")
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "");
};

export const wordsOf = (plainText: string): string[] =>
  plainText.match(ASCII.test(plainText) ? ASCII_WORD : WORD) ?? [];

/** The first three letters as a number below 2^15; other letters may share one. */
const firstLetters = (word: string): number =>
  ((word.charCodeAt(0) & 31) << 10) | ((word.charCodeAt(1) & 31) << 5) | (word.charCodeAt(2) & 31);

const fits = (word: string | undefined, pattern: string): boolean =>
  word !== undefined && (pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

/** The languages a lexicon knows. */
export const languagesOf = (lexicon: Lexicon<string>): ReadonlySet<string> =>
  new Set(Object.values(lexicon).flatMap((byLanguage) => Object.keys(byLanguage)));

/**
 * A function from words (see `wordsOf`) to the cues among them: those of `language` (two letters) where the lexicon
 * knows it, else those of all its languages. Time is linear in the words.
 */
export function matcher<Cue extends string>(
  lexicon: Lexicon<Cue>,
): (words: readonly string[], language: string | null) => Set<Cue> {
  const exact = new Map<string, Entry<Cue>[]>();
  const stems = new Map<string, (Entry<Cue> & { readonly stem: string })[]>();
  const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const [cue, byLanguage] of Object.entries(lexicon) as [Cue, Readonly<Record<string, Phrases>>][]) {
    for (const [language, phrases] of Object.entries(byLanguage)) {
      for (const phrase of phrases.split(",")) {
        const [first, ...rest] = plain(phrase).trim().split(/\s+/) as [string, ...string[]];
        if (!first.endsWith("*")) push(exact, first, { cue, language, rest });
        else push(stems, first.slice(0, STEM), { cue, language, rest, stem: first.slice(0, -1) });
      }
    }
  }
  const languages = languagesOf(lexicon);
  // Few words make up most texts: what begins with each is looked up once.
  const begun = new Map<string, readonly Entry<Cue>[]>();
  // Most words begin like none that is listed, which three letters tell.
  const beginnings = new Uint8Array(1 << 15);
  for (const listed of [...exact.keys(), ...stems.keys()]) beginnings[firstLetters(listed)] = 1;
  const beginning = (word: string): readonly Entry<Cue>[] => {
    let entries = begun.get(word);
    if (!entries) {
      if (begun.size >= MOST_WORDS) begun.clear();
      const stemmed = stems.get(word.slice(0, STEM)) ?? [];
      entries = [...(exact.get(word) ?? []), ...stemmed.filter(({ stem }) => word.startsWith(stem))];
      begun.set(word, entries);
    }
    return entries;
  };
  return (words, language) => {
    const only = language !== null && languages.has(language) ? language : null;
    const found = new Set<Cue>();
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      if (beginnings[firstLetters(word)] === 0) continue;
      for (const { cue, language: of, rest } of beginning(word)) {
        if ((only === null || of === only) && rest.every((pattern, i) => fits(words[at + 1 + i], pattern)))
          found.add(cue);
      }
    }
    return found;
  };
}
