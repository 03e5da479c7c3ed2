// Finds listed words and phrases in a text of any of several languages, in one pass over its letters.
import { obtain } from "./group.ts";

/** Phrases separated by commas; a word that ends in "*" stands for all words that begin so. */
export type Phrases = string;
/** Phrases by cue and language. */
export type Lexicon<Cue extends string> = Readonly<Record<Cue, Readonly<Record<string, Phrases>>>>;

/** Words that stand for all words with the same beginning are looked up by so many of their letters. */
const STEM = 4;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;
const BARE_ADDRESS = /\b[a-z0-9-]+\.(?:com|org|net|io|co)\/\S*/gi;

/** The text without addresses, in which marks and words mean nothing. */
export function withoutAddresses(text: string): string {
  if (!text.includes("/") && !text.includes("www.")) return text;
  const bare = text.replace(ADDRESS, " ");
  return bare.includes("/") ? bare.replace(BARE_ADDRESS, " ") : bare;
}

// What a character is to a text: above 0 the letter as it is compared (lower case, without accents), else one of these.
const OTHER = -1;
/** Belongs to the letter before it: accents written apart. */
const MARK = -2;
const APOSTROPHE = -3;
/** Ends a sentence. */
const STOP = -4;
/** Ends a sentence that asks; of Latin, Chinese, Arabic and Armenian script. */
const QUESTION = -5;
/** Opens one, in Spanish. */
const OPENING = -6;
const AT = -7;
/** A letter that folds into several. */
const SEVERAL = -8;
/** Worked out once for each that is met; 0 = not yet. */
const meanings = new Int32Array(1 << 16);
const several = new Map<number, string>();
/** Letters that no decomposition takes apart, as they are written where there is no key for them. */
const SPELLED: Readonly<Record<string, string>> = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d" };
const MARKS: readonly (readonly [string, number])[] = [
  ["’‘`´'", APOSTROPHE],
  [".!\n", STOP],
  ["?？؟՞", QUESTION],
  ["¿", OPENING],
  ["@", AT],
];

/** One UTF-16 unit that is no half of a pair. */
function learn(code: number): number {
  const character = String.fromCharCode(code);
  const mark = MARKS.find(([characters]) => characters.includes(character));
  let meaning = mark?.[1] ?? OTHER;
  if (/[\p{L}\p{N}\p{Mn}]/u.test(character)) {
    const plain = character
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "");
    const letters = SPELLED[plain] ?? plain;
    if (letters.length > 1) several.set(code, letters);
    meaning = letters === "" ? MARK : letters.length > 1 ? SEVERAL : letters.charCodeAt(0);
  }
  meanings[code] = meaning;
  return meaning;
}

const pairs = new Map<number, boolean>();
/** Whether a character of two units is a letter; emoji are not. */
const isLetter = (point: number): boolean =>
  obtain(pairs, point, () => /[\p{L}\p{N}]/u.test(String.fromCodePoint(point)));

/** A word as texts are compared: its letters in lower case, without accents and the difference between apostrophes. */
export function fold(word: string): string {
  let letters = "";
  for (let at = 0; at < word.length; at++) {
    const meaning = meaningAt(word, at);
    if (meaning > 0) letters += String.fromCharCode(meaning);
    else if (meaning === SEVERAL) letters += several.get(word.charCodeAt(at))!;
    else if (meaning === APOSTROPHE) letters += "'";
    else if (pairAt(word, at)) letters += word.slice(at, ++at + 1);
  }
  return letters;
}

/** FNV-1a. */
const SEED = 0x811c9dc5 | 0;
const SPACE = 32;
const PLAIN_APOSTROPHE = 39;
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The number in `Words.hashes` of a word that is folded. */
export function hashOf(folded: string): number {
  let hash = SEED;
  for (let at = 0; at < folded.length; at++) hash = mix(hash, folded.charCodeAt(at));
  return hash;
}

/** The words of a text. */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** Beginning and end of each word in the text, one after the other. */
  readonly bounds: Int32Array;
  /** Of each word's letters as they are compared, and of the first `STEM` of them (0 where it has fewer). */
  readonly hashes: Int32Array;
  readonly stems: Int32Array;
  /** First word of each sentence that ends in a question mark, and the first after it, one after the other. */
  readonly questions: readonly number[];
  /** There is a question mark, wherever it stands. */
  readonly marked: boolean;
}

/** Room for the words of one text at a time: most are short, and making room for each takes longer than reading it. */
let room = { bounds: new Int32Array(0), hashes: new Int32Array(0), stems: new Int32Array(0) };

function makeRoom(length: number): typeof room {
  if (room.hashes.length <= length) {
    const most = Math.max(1_024, 2 * length);
    room = { bounds: new Int32Array(2 * most), hashes: new Int32Array(most), stems: new Int32Array(most) };
  }
  return room;
}

/**
 * The words of a text, names after "@" left out; what it gives holds until it is asked for the next. Linear in the
 * text.
 */
export function wordsOf(text: string): Words {
  const { length } = text;
  const { bounds, hashes, stems } = makeRoom(length);
  const questions: number[] = [];
  let marked = false;
  let count = 0;
  // Where the sentence on the way began, and of the word on the way: where it began, its letters, their hash.
  let sentence = 0;
  let from = 0;
  let letters = 0;
  let hash = SEED;
  let stem = 0;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : SPACE;
    const meaning = meanings[code]! || learn(code);
    if (meaning > 0) {
      if (letters++ === 0) from = at;
      hash = mix(hash, meaning);
      if (letters === STEM) stem = hash;
      continue;
    }
    if (meaning !== OTHER || code >= 0xd800) {
      if (meaning === MARK) continue;
      // An apostrophe between letters is part of the word.
      const inside = meaning === APOSTROPHE && letters > 0 && isLetterAt(text, at + 1);
      const more = inside ? "'" : meaning === SEVERAL ? several.get(code)! : pairAt(text, at);
      if (more !== null) {
        if (letters === 0) from = at;
        for (let i = 0; i < more.length; i++) {
          hash = mix(hash, more.charCodeAt(i));
          if (++letters === STEM) stem = hash;
        }
        if (meaning === OTHER) at++; // the second unit
        continue;
      }
    }
    if (letters > 0) {
      bounds[2 * count] = from;
      bounds[2 * count + 1] = at;
      hashes[count] = hash;
      stems[count] = stem;
      count++;
      letters = 0;
      hash = SEED;
      stem = 0;
    }
    if (meaning === OTHER || meaning === APOSTROPHE) continue;
    if (meaning === AT) while (isOfName(text, at + 1)) at++;
    else {
      if (meaning === QUESTION) questions.push(sentence, count);
      if (meaning !== STOP) marked = true;
      sentence = count;
    }
  }
  return { text, count, bounds, hashes, stems, questions, marked };
}

/** The character of two units that begins at this place, where it is a letter. */
function pairAt(text: string, at: number): string | null {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && isLetter(point) ? String.fromCodePoint(point) : null;
}

function meaningAt(text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const code = text.charCodeAt(at);
  return meanings[code]! || learn(code);
}

function isLetterAt(text: string, at: number): boolean {
  const meaning = meaningAt(text, at);
  return meaning > 0 || meaning === SEVERAL;
}

/** "_" and "." stand in names too. */
const isOfName = (text: string, at: number): boolean =>
  isLetterAt(text, at) || meaningAt(text, at) === MARK || text[at] === "_" || text[at] === ".";

/** Which cues are in a text: one bit each, see `Matcher.bits`. */
export type Cues = number;

interface Entry {
  readonly bit: Cues;
  /** The words of the phrase, folded; `starts`: any word that begins so fits. */
  readonly words: readonly { readonly text: string; readonly starts: boolean }[];
}

/** Phrases that may begin with a word, by its hash cut to `SLOTS`. */
interface Table {
  /** Number of the bucket for a whole word, and for the beginning of one; 0 = none, as for most. */
  readonly exact: Uint16Array;
  readonly stems: Uint16Array;
  readonly buckets: readonly (readonly Entry[])[];
  /** The cues of each bucket. */
  readonly bits: readonly Cues[];
}

const SLOTS = (1 << 13) - 1;

function tableOf(lists: readonly (readonly [bit: number, phrases: Phrases])[]): Table {
  const [exact, stems] = [new Uint16Array(SLOTS + 1), new Uint16Array(SLOTS + 1)];
  const buckets: Entry[][] = [[]];
  for (const [bit, phrases] of lists) {
    for (const phrase of phrases.split(",")) {
      const words = phrase
        .trim()
        .split(/\s+/)
        .map((word) => ({ text: fold(word), starts: word.endsWith("*") }));
      const { text, starts } = words[0]!;
      const slots = starts ? stems : exact;
      const slot = hashOf(starts ? text.slice(0, STEM) : text) & SLOTS;
      slots[slot] ||= buckets.push([]) - 1;
      buckets[slots[slot]!]!.push({ bit, words });
    }
  }
  return { exact, stems, buckets, bits: buckets.map((entries) => entries.reduce((all, { bit }) => all | bit, 0)) };
}

/** Whether the words from number `at` on, up to `to`, are those of the phrase. */
function fits({ text, bounds }: Words, at: number, to: number, { words }: Entry): boolean {
  if (at + words.length > to) return false;
  for (let w = 0; w < words.length; w++) {
    const { text: wanted, starts } = words[w]!;
    if (!isWord(text, bounds[2 * (at + w)]!, bounds[2 * (at + w) + 1]!, wanted, starts)) return false;
  }
  return true;
}

/** Whether the letters between two places are those wanted, or where it `starts` so, begin with them. */
function isWord(text: string, from: number, to: number, wanted: string, starts: boolean): boolean {
  let found = 0;
  for (let at = from; at < to; at++) {
    if (starts && found === wanted.length) return true;
    const code = text.charCodeAt(at);
    const meaning = meanings[code]!;
    if (meaning === MARK) continue;
    if (meaning > 0 || meaning === APOSTROPHE || meaning === OTHER) {
      const unit = meaning > 0 ? meaning : meaning === APOSTROPHE ? PLAIN_APOSTROPHE : code;
      if (unit !== wanted.charCodeAt(found++)) return false;
      continue;
    }
    for (const letter of several.get(code)!) {
      if (starts && found === wanted.length) return true;
      if (letter !== wanted[found++]) return false;
    }
  }
  return found === wanted.length;
}

function among(entries: readonly Entry[], words: Words, at: number, to: number): Cues {
  let found = 0;
  for (const entry of entries) if (fits(words, at, to, entry)) found |= entry.bit;
  return found;
}

/** The languages a lexicon knows. */
export const languagesOf = (lexicon: Lexicon<string>): ReadonlySet<string> =>
  new Set(Object.values(lexicon).flatMap((byLanguage) => Object.keys(byLanguage)));

export interface Matcher<Cue extends string> {
  readonly bits: Readonly<Record<Cue, Cues>>;
  /**
   * The cues among words (all, or number `from` up to `to`): those of `language` (two letters) where the lexicon knows
   * it, else those of all its languages. Time is linear in the words.
   */
  find(words: Words, language: string | null, from?: number, to?: number): Cues;
}

export function matcher<Cue extends string>(lexicon: Lexicon<Cue>): Matcher<Cue> {
  const cues = Object.keys(lexicon) as Cue[];
  const bits = Object.fromEntries(cues.map((cue, i) => [cue, 1 << i])) as Record<Cue, Cues>;
  const languages = languagesOf(lexicon);
  const tables = new Map<string | null, Table>();
  const make = (only: string | null): Table =>
    tableOf(
      cues.flatMap((cue) =>
        Object.entries(lexicon[cue]).flatMap(([language, phrases]) =>
          only === null || only === language ? [[bits[cue], phrases] as const] : [],
        ),
      ),
    );
  return {
    bits,
    find(words, language, from = 0, to = words.count) {
      const only = language !== null && languages.has(language) ? language : null;
      const table = obtain(tables, only, () => make(only));
      const { hashes, stems } = words;
      let found = 0;
      for (let at = from; at < to; at++) {
        const exact = table.exact[hashes[at]! & SLOTS]!;
        const stem = table.stems[stems[at]! & SLOTS]!;
        if (exact > 0 && (table.bits[exact]! & ~found) !== 0) found |= among(table.buckets[exact]!, words, at, to);
        if (stem > 0 && (table.bits[stem]! & ~found) !== 0) found |= among(table.buckets[stem]!, words, at, to);
      }
      return found;
    },
  };
}
