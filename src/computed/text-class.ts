// What a text is for, by open rules over listed words; the one place that a trained classifier would take over.
import { MESSAGE_CUES, POST_CUES } from "./cues.ts";
import { isForeign, languageTold } from "./language.ts";
import { type Cues, languagesOf, matcher, type Words, withoutAddresses, wordsOf } from "./lexicon.ts";

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

/** What is known of the language of a text, and so what words found or not found in it mean. */
interface Spoken {
  /** Two letters; null where neither the site nor the words tell: then words of all languages are looked for. */
  readonly language: string | null;
  /** A word that is found may be one of another language, where it means something else. */
  readonly found: Sure;
  /** Finding no word of a language that has none listed says nothing. */
  readonly notFound: Sure;
}

function spokenIn(text: string, words: Words, lang: string | null): Spoken {
  const stated = languageOf(lang);
  if (stated !== null) return { language: stated, found: "yes", notFound: LANGUAGES.has(stated) ? "no" : "perhaps" };
  const told = languageTold(words);
  if (told !== null) return { language: told, found: "yes", notFound: "no" };
  return { language: null, found: "perhaps", notFound: isForeign(text) ? "perhaps" : "no" };
}

/** Classes a page's top-level post. `lang` is what the site states, if anything. Linear in the text. */
export function classifyPost(text: string | null, lang: string | null): PostText {
  if (text === null || text.trim() === "") return UNREADABLE;
  const bare = withoutAddresses(text);
  const words = wordsOf(bare);
  const { language, found, notFound } = spokenIn(bare, words, lang);
  const cues = inPost.find(words, language);
  const { bits } = inPost;
  const has = (wanted: Cues): boolean => (cues & wanted) !== 0;
  const { marked } = words;
  const invites = has(bits.invites) || (marked && asksReader(words, language));
  const asks: Sure = invites ? found : marked ? "perhaps" : notFound;

  const action = Number(has(bits.call)) + Number(has(bits.promotion) || (bare.includes("%") && DISCOUNT.test(bare)));
  // A question to the reader is plain; a word of thanks may stand in any text.
  const community = 2 * Number(invites) + Number(has(bits.thanks | bits.recognition)) + Number(has(bits.poll));
  const of: PostClass = action === 0 && community === 0 ? "information" : action >= community ? "action" : "community";
  const perhaps = classes(
    // One word alone may stand in a text that only informs, and so may words of a language that is not known.
    of === "information" || Math.max(action, community) === 1 || found !== "yes",
    action > 0,
    community > 0 || marked,
  );
  const tells = has(bits.insight) || words.count >= LONG;
  const informs: Sure = of === "information" ? "yes" : perhaps.has("information") ? "perhaps" : "no";
  return {
    of,
    perhaps: notFound === "no" ? perhaps : ALL,
    asks,
    people: has(bits.people) ? found : notFound,
    insight: notFound === "perhaps" ? "perhaps" : tells ? informs : "no",
  };
}

/** A question mark ends a sentence that speaks to the reader. */
function asksReader(words: Words, language: string | null): boolean {
  const { questions } = words;
  for (let i = 0; i < questions.length; i += 2) {
    if (inPost.find(words, language, questions[i], questions[i + 1]) & inPost.bits.audience) return true;
  }
  return false;
}

/** Classes a person's message to a page, or the page's answer. Linear in the text. */
export function classifyMessage(text: string | null, lang: string | null): MessageText {
  if (text === null) return MUTE;
  const bare = withoutAddresses(text);
  const words = wordsOf(bare);
  const { language, found, notFound } = spokenIn(bare, words, lang);
  const cues = inMessage.find(words, language);
  const { asks, please, complaint, buying, handoff } = inMessage.bits;
  const told = (wanted: Cues): Sure => ((cues & wanted) !== 0 ? found : notFound);
  const question: Sure = words.marked ? "yes" : told(asks | please);
  return {
    question,
    complaint: told(complaint),
    buying: (cues & buying) === 0 ? notFound : found === "yes" ? question : "perhaps",
    handoff: text.includes("@") && MAIL.test(text) ? "yes" : told(handoff),
  };
}
