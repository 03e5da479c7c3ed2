// The language of a text without one: told by words that only one language has, else not told.
import { expect, it, test } from "vitest";
import { isForeign, languageTold, OWN_WORDS } from "../../src/computed/language.ts";
import { fold, wordsOf } from "../../src/computed/lexicon.ts";

it("has no word that two languages share", () => {
  const words = Object.values(OWN_WORDS).flatMap((list) => list.split(",").map((word) => fold(word.trim())));
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
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
