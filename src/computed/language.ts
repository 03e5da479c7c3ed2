// Tells the language of a text that comes without one, by words that only one of the languages listed has.
import { type Matcher, matcher, type Words } from "./lexicon.ts";

/** Common words of each language that the others have not, or hardly ever. */
export const OWN_WORDS: Readonly<Record<string, string>> = {
  en: "the, and, are, have, has, with, this, that, my, your, you, for, not, they, what, how, when, where, been, still, would, please, thanks, from, does, did, our, i'm, it's, don't, there, just, why, who, here, which, great",
  de: "der, und, ist, nicht, ich, mein, meine, für, mit, ein, eine, auf, auch, sind, wir, haben, wird, kann, kein, keine, wann, aber, euch, sehr, von, zum, schon, danke",
  es: "el, muy, cuando, donde, usted, ustedes, gracias, hola, tienen, hay, cuánto, cuesta, estoy, hasta, siempre, sigo, nuestro, nuestra, quiero",
  fr: "et, une, vous, nous, avec, pour, dans, c'est, j'ai, n'est, votre, très, merci, bonjour, quand, toujours, depuis, encore, aucune, pas",
  pt: "não, você, vocês, uma, muito, meu, minha, obrigado, obrigada, isso, tem, esse, pelo, pela, ainda, estou, nosso, nossa",
  it: "che, sono, della, gli, questo, questa, anche, grazie, perché, ho, hanno, ancora, molto, nessuno, funziona, dove, vostro, nella, nostro",
  nl: "het, een, niet, ik, mijn, voor, zijn, maar, ook, nog, naar, hebben, heb, wordt, jullie, wanneer, geen, deze, graag, bedankt, onze",
  pl: "jest, czy, jak, dla, przez, mam, proszę, dziękuję, gdzie, kiedy, moja, moje, mój, już, tego, bardzo, dlaczego, jeszcze, nasz, nasza",
};

const own: Matcher<string> = matcher(
  Object.fromEntries(Object.entries(OWN_WORDS).map(([language, words]) => [language, { [language]: words }])),
);
const LANGUAGES = new Map(Object.entries(own.bits).map(([language, bit]) => [bit, language]));
/** A letter of another script than the listed languages are written in. */
const FOREIGN = /[^\P{L}\p{Script=Latin}]/u;

/** The two letters of the language of which the words hold own ones, and no other language's; null where that is not so. */
export const languageTold = (words: Words): string | null => LANGUAGES.get(own.find(words, null)) ?? null;

/** Whether the text holds letters that none of the listed languages has. */
export const isForeign = (text: string): boolean => FOREIGN.test(text);
