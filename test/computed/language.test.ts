// The language of a text without one: told by words that only one language has, else not told.
import { expect, it, test } from "vitest";
import { COMMON_WORDS, OTHER_WORDS, OWN_WORDS } from "../../src/computed/common-words.ts";
import { isForeign, isTold, languageTold } from "../../src/computed/language.ts";
import { fold, wordsOf } from "../../src/computed/lexicon.ts";

const wordsIn = (lists: Readonly<Record<string, string>>): string[] =>
  Object.values(lists).flatMap((list) => list.split(",").map((word) => fold(word.trim())));

it("has no own word that two languages share, and no common one that is listed twice", () => {
  const words = wordsIn(OWN_WORDS);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  expect(Object.keys(COMMON_WORDS)).toEqual(Object.keys(OWN_WORDS));
  for (const language of Object.keys(OWN_WORDS)) {
    const common = wordsIn({ own: OWN_WORDS[language]!, common: COMMON_WORDS[language]! });
    expect(common.filter((word, at) => common.indexOf(word) !== at)).toEqual([]);
  }
});

it("has no word of another language that a listed one has", () => {
  const listed = new Set([...wordsIn(OWN_WORDS), ...wordsIn(COMMON_WORDS)]);
  expect(wordsIn(OTHER_WORDS).filter((word) => listed.has(word))).toEqual([]);
});

test.each([
  ["Wann kommt mein Vertrag", "de"],
  ["How do we roast a ton of beans?", "en"],
  ["¿Cuándo llega? Estoy esperando", "es"],
  ["Bonjour, j'ai un problème", "fr"],
  ["Não recebi meu pedido", "pt"],
  ["Non è arrivato, grazie", "it"],
  ["Ik heb nog geen antwoord", "nl"],
  ["Dlaczego nikt nie odpowiada?", "pl"],
  ["Wow!", null],
  ["", null],
  ["The team says: Vielen Dank und bis bald", null], // two languages
])("%s: %s", (text, language) => {
  expect(languageTold(wordsOf(text))).toBe(language);
});

it("knows other scripts, and that digits, emoji and accents are none", () => {
  expect(["いつ届きますか", "Спасибо", "شكرا", "Great コーヒー"].map(isForeign)).toEqual([true, true, true, true]);
  expect(["Größe 42 🎉!", "déjà vu", "", "½ µ"].map(isForeign)).toEqual([false, false, false, true]);
});

it("tells a listed language by its common words, against those of others, their letters, and unknown words", () => {
  const told = (text: string): boolean => isTold(wordsOf(text));
  expect(told("Our roastery is closed on Monday")).toBe(true);
  expect(told("The customs of Kraków and Łódź")).toBe(true);
  expect(told("Great talk by Åsa Öberg and İlker Şahin")).toBe(true); // letters of names
  expect(told("This is not a bäckahästå ırmağı şeker")).toBe(false);
  expect(told("blorp frumious gimble")).toBe(false);
  expect(told("BLORP FRUMIOUS GIMBLE")).toBe(false);
  expect(told("Anna Müller Jan Kowalski 2026")).toBe(true);
  expect(told("blorp frumious")).toBe(true); // a word or two
  expect(told("")).toBe(true);
  expect(told("a".repeat(40_000).concat(" ğ".repeat(40_000)))).toBe(false);
});
