// What a text is for, by open rules over listed words; the one place that a trained classifier would take over.
import { MESSAGE_CUES, POST_CUES } from "./cues.ts";
import { isForeign, isTold, languageTold } from "./language.ts";
import { type Cues, languagesOf, type Matcher, matcher, type Words, withoutAddresses, wordsOf } from "./lexicon.ts";

/** After Lovejoy & Saxton, J Comput-Mediat Comm 17:337–353, 2012. */
export const POST_CLASSES = ["information", "action", "community"] as const;
export type PostClass = (typeof POST_CLASSES)[number];

/** Yes, no, or not to be told from the words: then it counts in neither end of the bounds. */
export type Sure = "yes" | "no" | "perhaps";

export interface PostText {
  /** The likeliest class; null where there is no text. */
  readonly of: PostClass | null;
  /** Every class it may be, the likeliest included; all of them where the words do not tell. */
  readonly perhaps: ReadonlySet<PostClass>;
  /** Asks its audience something. */
  readonly asks: Sure;
  /** Is about people who work there. */
  readonly people: Sure;
  /** Tells something worth knowing: informs, at some length or by words of research and advice. */
  readonly insight: Sure;
}

export interface MessageText {
  readonly question: Sure;
  readonly complaint: Sure;
  /** A question about buying. */
  readonly buying: Sure;
  /** An answer that sends people to messages, mail or phone. */
  readonly handoff: Sure;
}

const inPost = matcher(POST_CUES);
const inMessage = matcher(MESSAGE_CUES);
const LANGUAGES = languagesOf({ ...POST_CUES, ...MESSAGE_CUES });
const DISCOUNT =
  /\d\s?%\s?(?:off|rabatt|de descuento|de remise|de desconto|di sconto|korting)|(?<!\d\s?)[-−]\s?\d{1,2}\s?%/iu;
/** An address, from the last character before its "@" on. */
const MAIL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.[\p{L}]{2,}/u;
/** House: so many words make a text that tells something. */
const LONG = 40;

const ALL: ReadonlySet<PostClass> = new Set(POST_CLASSES);
/** The sets there are, by which classes they hold: one each for all texts. */
const SETS = Array.from({ length: 8 }, (_, held) => new Set(POST_CLASSES.filter((_, i) => (held >> i) & 1)));
const classes = (...held: readonly [information: boolean, action: boolean, community: boolean]) =>
  SETS[held.reduce((bits, is, i) => bits | (Number(is) << i), 0)]!;
const UNREADABLE: PostText = { of: null, perhaps: ALL, asks: "perhaps", people: "perhaps", insight: "perhaps" };
const MUTE: MessageText = { question: "perhaps", complaint: "perhaps", buying: "perhaps", handoff: "perhaps" };

/** The site's language as two letters; null where it says none, or that there is none ("und", "zxx"). */
const languageOf = (lang: string | null): string | null =>
  lang?.length === 2 ? lang : (/^([a-z]{2})(?![a-z])/.exec(lang?.toLowerCase() ?? "")?.[1] ?? null);

/** In which languages cues are looked for in a text. */
interface Spoken {
  /** Of this one (two letters) a cue is sure; null where neither the site nor the words tell the language. */
  readonly sure: string | null;
  /** Of this one a cue may be a word that means something else in the text's own; null stands for all languages. */
  readonly perhaps: string | null;
  /** What finding no cue says: nothing, of a language that has none listed or that the words do not tell. */
  readonly notFound: Sure;
}

function spokenIn(text: string, words: Words, lang: string | null): Spoken {
  const stated = languageOf(lang);
  if (stated !== null) return { sure: stated, perhaps: stated, notFound: LANGUAGES.has(stated) ? "no" : "perhaps" };
  return !isForeign(text) && isTold(words)
    ? { sure: languageTold(words), perhaps: null, notFound: "no" }
    : { sure: null, perhaps: null, notFound: "perhaps" };
}

/** The cues among the words (all, or number `from` up to `to`) that are sure, and those that may be. */
interface Found {
  readonly sure: Cues;
  readonly perhaps: Cues;
}

function search<Cue extends string>(
  { find }: Matcher<Cue>,
  words: Words,
  { sure, perhaps }: Spoken,
  from?: number,
  to?: number,
): Found {
  const all = find(words, perhaps, from, to);
  return { sure: sure === null ? 0 : sure === perhaps ? all : find(words, sure, from, to), perhaps: all };
}

/** Classes a page's top-level post. `lang` is what the site states, if anything. Linear in the text. */
export function classifyPost(text: string | null, lang: string | null): PostText {
  if (text === null || text.trim() === "") return UNREADABLE;
  const bare = withoutAddresses(text);
  const words = wordsOf(bare);
  const spoken = spokenIn(bare, words, lang);
  const { notFound } = spoken;
  const cues = search(inPost, words, spoken);
  const { bits } = inPost;
  const has = (wanted: Cues): boolean => (cues.perhaps & wanted) !== 0;
  const { marked } = words;
  const invites = either(tell(cues, bits.invites, "no"), marked ? asksReader(words, spoken) : "no");
  const asks: Sure = invites !== "no" ? invites : marked ? "perhaps" : notFound;

  const action = Number(has(bits.call)) + Number(has(bits.promotion) || (bare.includes("%") && DISCOUNT.test(bare)));
  // A question to the reader is plain; a word of thanks may stand in any text.
  const community = 2 * Number(invites !== "no") + Number(has(bits.thanks | bits.recognition)) + Number(has(bits.poll));
  const of: PostClass = action === 0 && community === 0 ? "information" : action >= community ? "action" : "community";
  const perhaps = classes(
    // One word alone may stand in a text that only informs, and so may words of another language.
    of === "information" || Math.max(action, community) === 1 || cues.sure !== cues.perhaps,
    action > 0,
    community > 0 || marked,
  );
  const tells = has(bits.insight) || words.count >= LONG;
  const informs: Sure = of === "information" ? "yes" : perhaps.has("information") ? "perhaps" : "no";
  return {
    of,
    perhaps: notFound === "no" ? perhaps : ALL,
    asks,
    people: tell(cues, bits.people, notFound),
    insight: notFound === "perhaps" ? "perhaps" : tells ? informs : "no",
  };
}

/** Whether a question mark ends a sentence that speaks to the reader. */
function asksReader(words: Words, spoken: Spoken): Sure {
  const { questions } = words;
  let asks: Sure = "no";
  for (let i = 0; i < questions.length && asks !== "yes"; i += 2) {
    const cues = search(inPost, words, spoken, questions[i], questions[i + 1]);
    asks = either(asks, tell(cues, inPost.bits.audience, "no"));
  }
  return asks;
}

/** Classes a person's message to a page, or the page's answer. Linear in the text. */
export function classifyMessage(text: string | null, lang: string | null): MessageText {
  if (text === null) return MUTE;
  const bare = withoutAddresses(text);
  const words = wordsOf(bare);
  const spoken = spokenIn(bare, words, lang);
  const { notFound } = spoken;
  const cues = search(inMessage, words, spoken);
  const { asks, please, complaint, buying, handoff } = inMessage.bits;
  const question: Sure = words.marked ? "yes" : tell(cues, asks | please, notFound);
  const buys = tell(cues, buying, notFound);
  return {
    question,
    complaint: tell(cues, complaint, notFound),
    // A word of buying alone asks nothing.
    buying: buys === "yes" ? question : buys === "perhaps" && question === "no" ? "no" : buys,
    handoff: text.includes("@") && MAIL.test(text) ? "yes" : tell(cues, handoff, notFound),
  };
}

/** Whether one of the cues was found; `none` where not. */
const tell = ({ sure, perhaps }: Found, wanted: Cues, none: Sure): Sure =>
  (sure & wanted) !== 0 ? "yes" : (perhaps & wanted) !== 0 ? "perhaps" : none;

/** Yes if one says so, no if both do. */
export const either = (a: Sure, b: Sure): Sure => (a === "yes" || b === "no" ? a : b);
