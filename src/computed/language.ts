// Tells the language of a text that comes without one, by words that only one of the languages listed has.
import { COMMON_WORDS, OTHER_WORDS, OWN_WORDS } from "./common-words.ts";
import { fold, hashOf, type Matcher, matcher, type Words } from "./lexicon.ts";

const own: Matcher<string> = matcher(
  Object.fromEntries(Object.entries(OWN_WORDS).map(([language, words]) => [language, { [language]: words }])),
);
const LANGUAGES = new Map(Object.entries(own.bits).map(([language, bit]) => [bit, language]));
/** A letter of another script than the listed languages are written in. */
const FOREIGN = /[^\P{L}\p{Script=Latin}]/u;
/** Latin letters that none of the listed languages is written with. */
const LETTERS = "ğşıåøřěůčšžťďňőűțșţăơưāēīūėįųķļņģýþð";
const STRANGE = new RegExp(`[${LETTERS}]`);
/** Words with one of them; names, with a capital, left out. */
const STRANGE_WORDS = new RegExp(`(?<!\\p{L})\\p{Ll}*[${LETTERS}]\\p{Ll}*`, "gu");

/** The two letters of the language of which the words hold own ones, and no other language's; null where that is not so. */
export const languageTold = (words: Words): string | null => LANGUAGES.get(own.find(words, null)) ?? null;

/** Whether the text holds letters that none of the listed languages has. */
export const isForeign = (text: string): boolean => FOREIGN.test(text);

/** House: a word that hardly any other language has tells twice as much as one that several have. */
const OWN = 2;
const SHARED = 1;

/**
 * Per word, by its hash, what it says of its text's language: points for each language that has it, and in the last
 * place for all that are not listed. Three places make one number, so that adding up a text takes three additions a word.
 */
const PLACES = Object.keys(OWN_WORDS).length + 1;
const OTHERS = PLACES - 1;
const BITS = 10;
/** So many words are read of a text: more points than these give would not fit into a place. */
const MOST_WORDS = Math.floor(((1 << BITS) - 1) / OWN);
const SLOTS = (1 << 12) - 1;
const hashes = new Int32Array(SLOTS + 1);
const taken = new Uint8Array(SLOTS + 1);
const points = Array.from({ length: Math.ceil(PLACES / 3) }, () => new Int32Array(SLOTS + 1));
const [first, second, third] = points as [Int32Array, Int32Array, Int32Array];
const pointsAt = (sum: number, place: number): number => (sum >>> (BITS * (place % 3))) & ((1 << BITS) - 1);

function slotOf(hash: number): number {
  let slot = hash & SLOTS;
  while (taken[slot] === 1 && hashes[slot] !== hash) slot = (slot + 1) & SLOTS;
  return slot;
}

function learn(list: string, place: number, worth: number): void {
  for (const word of list.split(",")) {
    const hash = hashOf(fold(word.trim()));
    const slot = slotOf(hash);
    hashes[slot] = hash;
    taken[slot] = 1;
    const third = points[Math.floor(place / 3)]!;
    third[slot]! |= worth << (BITS * (place % 3));
  }
}
for (const [place, language] of Object.keys(OWN_WORDS).entries()) {
  learn(OWN_WORDS[language]!, place, OWN);
  learn(COMMON_WORDS[language]!, place, SHARED);
}
for (const list of Object.values(OTHER_WORDS)) learn(list, OTHERS, OWN);

/** House: a word or two may be a name or a cheer, and tell of no language. */
const FEWEST_WORDS = 3;
/** House: every third word of a text is a common one of its language, or every sixth one that only this language has. */
const SHARE_OF_POINTS = 1 / 3;

/**
 * Whether the text is in one of the listed languages as far as its common words tell, more than in any other: only then
 * a cue that is not found is not there. Numbers, and words with a capital that are not listed (names, German nouns), tell
 * nothing; a text of such alone, or of a word or two, counts as told. Of long texts the beginning is read. Linear in the text.
 */
export function isTold({ text, count, bounds, hashes: words }: Words): boolean {
  if (count < FEWEST_WORDS) return true;
  let [a, b, c] = [0, 0, 0];
  let judged = 0;
  for (let at = 0; at < count && at < MOST_WORDS; at++) {
    const slot = slotOf(words[at]!);
    if (taken[slot] === 1) {
      a += first[slot]!;
      b += second[slot]!;
      c += third[slot]!;
      judged++;
    } else if (beginsSmall(text, bounds[2 * at]!, bounds[2 * at + 1]!)) judged++;
  }
  if (judged === 0) return true;
  const of = (place: number): number => pointsAt(place < 3 ? a : place < 6 ? b : c, place);
  let best = 0;
  for (let place = 0; place < OTHERS; place++) best = Math.max(best, of(place));
  const strange = STRANGE.test(text) ? OWN * (text.match(STRANGE_WORDS)?.length ?? 0) : 0;
  return best > of(OTHERS) + strange && best >= Math.max(Math.min(OWN, judged), judged * SHARE_OF_POINTS);
}

/** Whether a word is written in small letters, or in capitals throughout. */
const beginsSmall = (text: string, from: number, to: number): boolean =>
  isSmall(text, from) || (to - from > 1 && isCapital(text, from) && isCapital(text, from + 1));

const A = 97;
const Z = 122;
const TO_CAPITAL = 32;
const LAST_ASCII = 127;
const isSmall = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= LAST_ASCII ? code >= A && code <= Z : text[at]!.toUpperCase() !== text[at];
};
const isCapital = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at) + TO_CAPITAL;
  return code <= LAST_ASCII + TO_CAPITAL ? code >= A && code <= Z : text[at]!.toLowerCase() !== text[at];
};
