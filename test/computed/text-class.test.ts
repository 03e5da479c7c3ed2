// The rules over words: what posts and messages are for, in several languages, and where the rules do not know.
import { describe, expect, it } from "vitest";
import { MESSAGE_CUES, POST_CUES } from "../../src/computed/cues.ts";
import { fold, wordsOf } from "../../src/computed/lexicon.ts";
import { classifyMessage, classifyPost, type MessageText, type PostClass } from "../../src/computed/text-class.ts";

const POSTS: readonly [PostClass, string, string][] = [
  ["community", "en", "Which roast do you drink on a Sunday morning? Tell us below!"],
  ["community", "en", "Thank you all for an incredible year. Happy holidays!"],
  ["action", "en", "Sign up today and get 20% off with code COFFEE20: https://example.com/?a=1"],
  ["action", "en", "Want better coffee? Shop now, free shipping this week, 15% off."],
  ["information", "en", "Our Lisbon roastery is closed on Monday for maintenance."],
  ["community", "de", "Was meint ihr: Filter oder Espresso? Schreibt es uns in die Kommentare!"],
  ["community", "de", "Herzlichen Glückwunsch an unser Team zum zehnten Jubiläum!"],
  ["action", "de", "Jetzt bestellen und 10 % Rabatt sichern."],
  ["information", "de", "Die Rösterei in Hamburg öffnet ab Montag um acht."],
  ["community", "es", "¿Cuál es tu café favorito? Cuéntanos en los comentarios."],
  ["action", "es", "Últimas plazas: inscríbete y aprovecha el descuento."],
  ["information", "es", "La tienda de Madrid abre el lunes a las ocho."],
  ["community", "fr", "Merci à toutes et à tous pour cette belle année !"],
  ["action", "fr", "Inscrivez-vous dès maintenant et profitez de la livraison gratuite."],
  ["community", "pt", "E você, qual café prefere? Conta pra gente nos comentários!"],
  ["action", "pt", "Aproveite: frete grátis e 20% de desconto só hoje."],
  ["community", "it", "Qual è il vostro caffè preferito? Diteci la vostra nei commenti."],
  ["action", "it", "Acquista ora: sconto del 20% e spedizione gratuita."],
  ["community", "nl", "Wat vinden jullie van onze nieuwe koffie? Laat het ons weten!"],
  ["action", "pl", "Zarejestruj się już dziś i odbierz rabat."],
];

const MESSAGES: readonly [Partial<MessageText>, string, string][] = [
  [{ question: "yes", complaint: "yes" }, "en", "Where is my order? It never arrived and nobody answers"],
  [{ question: "yes", buying: "yes" }, "en", "How much is the grinder and do you ship to Spain?"],
  [{ question: "no", complaint: "no", buying: "no" }, "en", "Best coffee in town, love it"],
  [{ question: "no", buying: "no" }, "en", "I just bought the new size, great price"],
  [{ question: "yes" }, "en", "how do i reset my machine"],
  [{ complaint: "yes" }, "de", "Die Maschine ist nach zwei Wochen kaputt, keine Antwort vom Service."],
  [{ question: "yes", buying: "yes" }, "de", "Was kostet die Mühle, und ist sie lieferbar?"],
  [{ complaint: "yes" }, "es", "Sigo esperando mi pedido, pésimo servicio"],
  [{ question: "yes", buying: "yes" }, "es", "¿Cuánto cuesta y hacen envíos a Sevilla?"],
  [{ complaint: "yes" }, "fr", "Toujours pas reçu ma commande, je demande un remboursement"],
  [{ complaint: "yes" }, "pt", "Meu pedido não chegou e ninguém responde, péssimo atendimento"],
  [{ complaint: "yes" }, "it", "Non funziona e nessuno risponde, voglio un rimborso"],
  [{ handoff: "yes" }, "en", "Sorry about that! Please send us a DM with your order number."],
  [{ handoff: "yes" }, "de", "Schreib uns bitte eine PN mit deiner Bestellnummer."],
  [{ handoff: "yes" }, "ja", "support@example.com"],
  [{ question: "yes", buying: "yes" }, "de", "Gibt es die Größe auch in Grün?"],
  [{ complaint: "yes" }, "pl", "Urządzenie nie działa od wczoraj"],
  [{ handoff: "no" }, "en", "The shop in Lisbon is open on Sundays from nine."],
];

describe("posts", () => {
  it.each(POSTS)("%s (%s): %s", (expected, lang, text) => {
    expect(classifyPost(text, lang).of).toBe(expected);
    expect(classifyPost(text, null).of).toBe(expected);
  });

  it("asks its audience only where it speaks to the reader", () => {
    expect(classifyPost("Which roast do you drink?", "en").asks).toBe("yes");
    expect(classifyPost("Why does water matter? Chemistry.", "en").asks).toBe("perhaps");
    expect(classifyPost("Open until six.", "en").asks).toBe("no");
    expect(classifyPost("See https://example.com/?you=1", "en").asks).toBe("no");
  });

  it("keeps open what one weak word, a language without a list, or a missing text cannot tell", () => {
    expect([...classifyPost("Thanks to new filters the water is softer.", "en").perhaps].sort()).toEqual([
      "community",
      "information",
    ]);
    expect(classifyPost("コーヒーの新しい店を開きました。", "ja")).toMatchObject({
      asks: "perhaps",
      people: "perhaps",
    });
    expect(classifyPost("コーヒーの新しい店を開きました。", "ja").perhaps.size).toBe(3);
    expect(classifyPost(null, "en")).toMatchObject({ of: null, asks: "perhaps" });
    expect(classifyPost("  ", "en").of).toBeNull();
  });

  it("tells posts about people and posts that tell something", () => {
    expect(classifyPost("Meet our new colleague Ana, who joined us as an apprentice.", "en").people).toBe("yes");
    expect(classifyPost("Lernt unsere Auszubildenden kennen.", "de").people).toBe("yes");
    expect(classifyPost("Our study of 400 cafés: three lessons on waste.", "en").insight).toBe("yes");
    expect(classifyPost("Open until six.", "en").insight).toBe("no");
    expect(classifyPost(Array.from({ length: 45 }, () => "bean").join(" "), "en").insight).toBe("yes");
  });
});

describe("messages", () => {
  it.each(MESSAGES)("%o (%s): %s", (expected, lang, text) => {
    expect(classifyMessage(text, lang)).toMatchObject(expected);
  });

  it("takes a question mark of any script for a question, and cannot tell the rest without words", () => {
    expect(classifyMessage("店は日曜日に開いていますか？", "ja").question).toBe("yes");
    expect(classifyMessage("هل المتجر مفتوح؟", "ar").question).toBe("yes");
    expect(classifyMessage("店は日曜日に開いています", "ja")).toEqual({
      question: "perhaps",
      complaint: "perhaps",
      buying: "perhaps",
      handoff: "perhaps",
    });
    expect(classifyMessage(null, "en").complaint).toBe("perhaps");
  });

  it("knows no question in an address", () => {
    expect(classifyMessage("https://example.com/?q=a", "en").question).toBe("no");
  });
});

describe("texts that come without a language", () => {
  it("are read by the language that their words tell", () => {
    expect(classifyMessage("Wann kommt mein Vertrag", null).complaint).toBe("perhaps"); // Dutch has "vertrag*"
    expect(classifyMessage("Wann kommt mein Paket", null)).toMatchObject({ question: "yes", complaint: "no" });
    expect(classifyMessage("My order never arrived and nobody answers", null).complaint).toBe("yes");
  });

  it("are never sure by a word alone that means something else elsewhere", () => {
    expect(classifyPost("Wie funktioniert Rösten?", null).asks).toBe("perhaps"); // Dutch "wie" is who
    expect(classifyMessage("Vertrag", null).complaint).toBe("perhaps");
    expect(classifyPost("Gracias!", null).perhaps).toEqual(new Set(["community", "information"]));
  });

  it("may hold a word of another language than the one that others in it tell", () => {
    const doubtful = [
      "Delivery het never came. Terrible service", // one Dutch word
      "Geht heute gar nichts el, Frechheit",
      "Best pale jest ever, terrible service though",
    ];
    for (const text of doubtful) expect(classifyMessage(text, null).complaint).not.toBe("no");
    expect(classifyMessage("Il ne fonctionne plus, aucune réponse", null).complaint).toBe("yes");
    expect(classifyPost("El! Jetzt bewerben", null).perhaps).toContain("action");
    expect(classifyMessage("Great, I love the grinder", null)).toMatchObject({ complaint: "no", question: "no" });
  });

  it("are not told by a few words of one when most is in another script", () => {
    for (const text of ["返信がありません from Tokyo", "Заказ не пришёл, this is ужасно", "Great コーヒー"])
      expect(classifyMessage(text, null)).toMatchObject({
        question: "perhaps",
        complaint: "perhaps",
        buying: "perhaps",
      });
  });

  const UNLISTED = [
    "Var är min beställning, jag har väntat i tre veckor",
    "Siparişim hala gelmedi, kimse cevap vermiyor",
    "siparisim hala gelmedi kimse cevap vermiyor",
    "SİPARİŞİM HALA GELMEDİ KİMSE CEVAP VERMİYOR",
    "Pesanan saya belum sampai dan tidak ada jawaban",
    "Hvor er min pakke, der er ikke kommet noget",
    "Objednávka stále nedorazila a nikdo neodpovídá",
    "A rendelésem még mindig nem érkezett meg",
    "Comanda mea nu a ajuns nici acum",
    "La meva comanda encara no ha arribat",
    "Oda yangu bado haijafika",
    "Tack för alla svar", // "för" is written as the English word
  ];
  it.each(UNLISTED)("leave open what a language without a list says: %s", (text) => {
    expect(classifyMessage(text, null)).toMatchObject({ question: "perhaps", complaint: "perhaps", buying: "perhaps" });
    const post = classifyPost(text, null);
    expect([post.perhaps.size, post.asks, post.people, post.insight]).toEqual([3, "perhaps", "perhaps", "perhaps"]);
  });

  const PLAIN = [
    "Nice!",
    "👍",
    "❤️❤️ 100%",
    "great photo",
    "Congrats Anna Smith",
    "Anna Müller Jan Kowalski", // names tell of no language
    "Best coffee ever",
    "So proud of you",
    "Grinder Pro 3000 – now available in Lisbon, Porto, Braga",
    "Die Rösterei in Hamburg öffnet ab Montag um acht.",
    "Qué rico café",
    "Très bon café",
    "Melhor café da cidade",
    "Caffè davvero ottimo",
    "Lekkere koffie hoor",
    "Najlepsza kawa w mieście",
  ];
  it.each(PLAIN)("are sure where their words are those of a listed language, or too few to be one: %s", (text) => {
    expect(classifyMessage(text, null)).toMatchObject({ question: "no", complaint: "no", handoff: "no" });
  });

  it("leave open what another script says, except a question mark", () => {
    expect(classifyMessage("いつ届きますか", null)).toMatchObject({ question: "perhaps", complaint: "perhaps" });
    expect(classifyMessage("いつ届きますか？", null).question).toBe("yes");
    expect(classifyPost("コーヒーの新しい店を開きました。", null).perhaps.size).toBe(3);
  });
});

describe("a discount", () => {
  it("is no range and no fall of a figure", () => {
    expect(classifyPost("Our emissions fell by 20-30% last year", "en").of).toBe("information");
    expect(classifyPost("Our emissions fell by 20 - 30 % last year", "en").of).toBe("information");
    expect(classifyPost("All grinders -20% this week", "en").of).toBe("action");
  });
});

describe("the words of a text", () => {
  const words = (text: string): string[] => {
    const { bounds, count } = wordsOf(text);
    return Array.from({ length: count }, (_, i) => fold(text.slice(bounds[2 * i], bounds[2 * i + 1])));
  };

  it("are compared without case, accents however written, kinds of apostrophe, names and emoji", () => {
    expect(words("Don’t SAY “Café”, @north.wind_x: l'été's  über!")).toEqual([
      "don't",
      "say",
      "cafe",
      "l'ete's",
      "uber",
    ]);
    expect(words("Gro\u0308ße dołącz Ærø 🎉ok👍🏽fine 𝐁old")).toEqual([
      "grosse",
      "dolacz",
      "aero",
      "ok",
      "fine",
      "𝐁old",
    ]);
    expect(words("'quoted' 3.5 コーヒー مفتوح")).toEqual(["quoted", "3", "5", "コーヒー", "مفتوح"]);
    expect(words("")).toEqual([]);
    expect(words("a".repeat(40_000))).toEqual(["a".repeat(40_000)]);
  });

  it("are told by sentences that ask", () => {
    const { questions, marked } = wordsOf("Open now. Do you like it? Yes! ¿Y tú? End");
    expect([questions, marked]).toEqual([[2, 6, 7, 9], true]);
    expect(wordsOf("No question.").marked).toBe(false);
  });

  it("are found in texts of any length: looking from each letter at every other would outlast the test", () => {
    for (const text of ["a", "a.", "a-", "a@", "www."]) {
      expect(classifyMessage(`${text.repeat(400_000)} refund@`, "en").complaint).toBe("yes");
    }
  });
});

describe("the lists of words", () => {
  const phrases = [POST_CUES, MESSAGE_CUES].flatMap((lexicon) =>
    Object.values(lexicon).flatMap((byLanguage: Readonly<Record<string, string>>) =>
      Object.values(byLanguage).flatMap((list) => list.split(",").map((phrase) => phrase.trim())),
    ),
  );
  it("are written as texts are compared: lower case, without accents, stems of four letters or more", () => {
    for (const phrase of phrases) {
      expect(phrase).not.toBe("");
      const words = phrase.split(" ");
      expect(wordsOf(phrase).count, phrase).toBe(words.length);
      for (const word of words) {
        expect(fold(word), phrase).toBe(word.replace(/\*$/, ""));
        expect(word.endsWith("*") ? word.length >= 5 : true, phrase).toBe(true);
      }
    }
  });

  it("cover the same languages for every cue", () => {
    for (const lexicon of [POST_CUES, MESSAGE_CUES]) {
      for (const byLanguage of Object.values(lexicon)) {
        expect(Object.keys(byLanguage)).toEqual(["en", "de", "es", "fr", "pt", "it", "nl", "pl"]);
      }
    }
  });
});
