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
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|io|co)\/\S*/giu;
const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** Lower case without accents, addresses, "@names" and the difference between apostrophes; "" for none. */
export const plain = (text: string): string => {
  const bare = text.includes("/") || text.includes("www.") ? text.replace(ADDRESS, " ") : text;
  const named = bare.includes("@") ? bare.replace(/@[\p{L}\p{N}_.]+/gu, " ") : bare;
  const lower = named.toLowerCase().replace(/[’‘`´]/g, "'");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: texts in ASCII need no decomposition, which is slow.
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFD").replace(/\p{Mn}/gu, "");
};

export const wordsOf = (plainText: string): string[] => plainText.match(WORD) ?? [];

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
  return (words, language) => {
    const only = language !== null && languages.has(language) ? language : null;
    const found = new Set<Cue>();
    const check = (entry: Entry<Cue>, at: number): void => {
      if (
        (only === null || entry.language === only) &&
        entry.rest.every((pattern, i) => fits(words[at + 1 + i], pattern))
      )
        found.add(entry.cue);
    };
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      for (const entry of exact.get(word) ?? []) check(entry, at);
      for (const entry of stems.get(word.slice(0, STEM)) ?? []) if (word.startsWith(entry.stem)) check(entry, at);
    }
    return found;
  };
}
