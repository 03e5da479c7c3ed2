// Finds listed words and phrases in a text of any of several languages, in one pass over its words.

import { obtain } from "./group.ts";

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

/** Where the words of a text are: it is not cut up, as few words are ever looked at. */
export interface Words {
  readonly text: string;
  /** Beginning and end of each word, one after the other. */
  readonly bounds: readonly number[];
}

/** 1 for ASCII's letters (lower case) and digits. */
const IN_WORD = new Uint8Array(128);
for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789") IN_WORD[letter.charCodeAt(0)] = 1;
const APOSTROPHE_CODE = 39;

/** The words of a text that `plain` gave. Linear. */
export function wordsOf(text: string): Words {
  const bounds: number[] = [];
  if (!ASCII.test(text)) {
    for (const { 0: word, index } of text.matchAll(WORD)) bounds.push(index, index + word.length);
    return { text, bounds };
  }
  const { length } = text;
  let from = -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (IN_WORD[code] === 1) {
      if (from < 0) from = at;
      continue;
    }
    // An apostrophe between letters is part of the word.
    if (from < 0 || (code === APOSTROPHE_CODE && IN_WORD[text.charCodeAt(at + 1)] === 1)) continue;
    bounds.push(from, at);
    from = -1;
  }
  if (from >= 0) bounds.push(from, length);
  return { text, bounds };
}

/** The first three letters as a number below 2^15; other letters may share one. */
const firstLetters = (text: string, from: number, to: number): number =>
  ((text.charCodeAt(from) & 31) << 10) |
  (from + 1 < to ? (text.charCodeAt(from + 1) & 31) << 5 : 0) |
  (from + 2 < to ? text.charCodeAt(from + 2) & 31 : 0);

/** Whether word number `at` is the one listed, or begins like it. */
function fits({ text, bounds }: Words, at: number, pattern: string): boolean {
  const from = bounds[2 * at];
  if (from === undefined) return false;
  const stem = pattern.endsWith("*");
  const length = stem ? pattern.length - 1 : pattern.length;
  const has = bounds[2 * at + 1]! - from;
  return (stem ? has >= length : has === length) && text.startsWith(stem ? pattern.slice(0, -1) : pattern, from);
}

/** The languages a lexicon knows. */
export const languagesOf = (lexicon: Lexicon<string>): ReadonlySet<string> =>
  new Set(Object.values(lexicon).flatMap((byLanguage) => Object.keys(byLanguage)));

/**
 * A function from words (see `wordsOf`) to the cues among them: those of `language` (two letters) where the lexicon
 * knows it, else those of all its languages. Time is linear in the words.
 */
export function matcher<Cue extends string>(
  lexicon: Lexicon<Cue>,
): (words: Words, language: string | null) => ReadonlySet<Cue> {
  const exact = new Map<string, Entry<Cue>[]>();
  const stems = new Map<string, (Entry<Cue> & { readonly stem: string })[]>();
  for (const [cue, byLanguage] of Object.entries(lexicon) as [Cue, Readonly<Record<string, Phrases>>][]) {
    for (const [language, phrases] of Object.entries(byLanguage)) {
      for (const phrase of phrases.split(",")) {
        const [first, ...rest] = plain(phrase).trim().split(/\s+/) as [string, ...string[]];
        if (!first.endsWith("*")) obtain(exact, first, () => []).push({ cue, language, rest });
        else obtain(stems, first.slice(0, STEM), () => []).push({ cue, language, rest, stem: first.slice(0, -1) });
      }
    }
  }
  const languages = languagesOf(lexicon);
  // Few words make up most texts: what begins with each is looked up once.
  const begun = new Map<string, readonly Entry<Cue>[]>();
  // Most words begin like none that is listed, which three letters tell.
  const beginnings = new Uint8Array(1 << 15);
  for (const listed of [...exact.keys(), ...stems.keys()]) beginnings[firstLetters(listed, 0, listed.length)] = 1;
  const beginning = (word: string): readonly Entry<Cue>[] =>
    obtain(begun, word, () => {
      if (begun.size >= MOST_WORDS) begun.clear();
      const stemmed = stems.get(word.slice(0, STEM)) ?? [];
      return [...(exact.get(word) ?? []), ...stemmed.filter(({ stem }) => word.startsWith(stem))];
    });
  return (words, language) => {
    const only = language !== null && languages.has(language) ? language : null;
    const found = new Set<Cue>();
    const { text, bounds } = words;
    for (let at = 0; 2 * at < bounds.length; at++) {
      const [from, to] = [bounds[2 * at]!, bounds[2 * at + 1]!];
      if (beginnings[firstLetters(text, from, to)] === 0) continue;
      for (const { cue, language: of, rest } of beginning(text.slice(from, to))) {
        if ((only === null || of === only) && rest.every((pattern, i) => fits(words, at + 1 + i, pattern)))
          found.add(cue);
      }
    }
    return found;
  };
}
