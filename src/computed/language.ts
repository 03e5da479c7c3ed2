// Tells the language of a text that comes without one, by words that only one of the languages listed has.
import { COMMON_WORDS, OTHER_WORDS, OWN_WORDS } from "./common-words.ts";
import { fold, hashOf, type Matcher, matcher, type Words } from "./lexicon.ts";

const own: Matcher<string> = matcher(
  Object.fromEntries(Object.entries(OWN_WORDS).map(([language, words]) => [language, { [language]: words }])),
);
const LANGUAGES = new Map(Object.entries(own.bits).map(([language, bit]) => [bit, language]));
/** A letter of another script than the listed languages are written in. */
const FOREIGN = /[^\P{L}\p{Script=Latin}]/u;
/** Words with a Latin letter that none of the listed languages is written with; names, with a capital, left out. */
const STRANGE = /(?<!\p{L})\p{Ll}*[ğşıåøřěůčšžťďňőűțșţăơưāēīūėįųķļņģýþð]\p{Ll}*/gu;

/** The two letters of the language of which the words hold own ones, and no other language's; null where that is not so. */
export const languageTold = (words: Words): string | null => LANGUAGES.get(own.find(words, null)) ?? null;

/** Whether the text holds letters that none of the listed languages has. */
export const isForeign = (text: string): boolean => FOREIGN.test(text);

/** What a word says of its text's language: so many points for each language that has it; the last place is all others'. */
type Points = Uint8Array;
const PLACES = Object.keys(OWN_WORDS).length + 1;
const OTHERS = PLACES - 1;
/** House: a word that hardly any other language has tells twice as much as one that several have. */
const OWN = 2;
const SHARED = 1;

const SLOTS = (1 << 12) - 1;
const hashes = new Int32Array(SLOTS + 1);
const points: (Points | undefined)[] = new Array(SLOTS + 1).fill(undefined);
const slotOf = (hash: number): number => {
  let slot = hash & SLOTS;
  while (points[slot] !== undefined && hashes[slot] !== hash) slot = (slot + 1) & SLOTS;
  return slot;
};

function learn(list: string, place: number, worth: number): void {
  for (const word of list.split(",")) {
    const hash = hashOf(fold(word.trim()));
    const slot = slotOf(hash);
    hashes[slot] = hash;
    const known = points[slot] ?? new Uint8Array(PLACES);
    known[place] = Math.max(known[place]!, worth);
    points[slot] = known;
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
const sums = new Uint32Array(PLACES);

/**
 * Whether the text is in one of the listed languages as far as its common words tell, more than in any other: only then
 * a cue that is not found is not there. Numbers, and words with a capital that are not listed (names, German nouns), tell
 * nothing; a text of such alone, or of a word or two, counts as told. Linear in the text.
 */
export function isTold({ text, count, bounds, hashes: words }: Words): boolean {
  if (count < FEWEST_WORDS) return true;
  sums.fill(0);
  let judged = 0;
  for (let at = 0; at < count; at++) {
    const known = points[slotOf(words[at]!)];
    if (known !== undefined) {
      for (let place = 0; place < PLACES; place++) sums[place]! += known[place]!;
      judged++;
    } else if (beginsSmall(text, bounds[2 * at]!, bounds[2 * at + 1]!)) judged++;
  }
  if (judged === 0) return true;
  let best = 0;
  for (let place = 0; place < OTHERS; place++) if (sums[place]! > best) best = sums[place]!;
  const others = sums[OTHERS]! + OWN * (text.match(STRANGE)?.length ?? 0);
  return best > others && best >= Math.max(Math.min(OWN, judged), judged * SHARE_OF_POINTS);
}

/** Whether a word is written in small letters, or in capitals throughout. */
function beginsSmall(text: string, from: number, to: number): boolean {
  return !isCapital(text, from) ? isSmall(text, from) : to - from > 1 && isCapital(text, from + 1);
}
const isSmall = (text: string, at: number): boolean => text[at]!.toUpperCase() !== text[at];
const isCapital = (text: string, at: number): boolean => text[at]!.toLowerCase() !== text[at];
