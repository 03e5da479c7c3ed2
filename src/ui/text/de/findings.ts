// German for the figures that no goal is measured by, and that audits tell all the same.
import type { GoalTexts } from "../catalogue/figures.ts";
import { shapes } from "./shapes.ts";
import type { German } from "./words.ts";

export const findings = (say: German): Pick<GoalTexts, "finding"> => {
  const { number, percent, dative, verb, items, people, times, answers, ofConversations } = say;
  const { share, within, until, perPost } = shapes(say);
  return {
    finding: {
      answeredWithin4h: within("Innerhalb von 4 Stunden beantwortet", people, "von 4 Stunden"),
      answeredWithin72h: within("Innerhalb von 3 Tagen beantwortet", people, "von 3 Tagen"),
      ninetyTime: until("Zeit bis zur Antwort für 9 von 10", people, "bekamen 9 von 10"),
      openHalfTime: until(
        "Zeit bis zur Antwort für die Hälfte in Ihren Servicezeiten",
        people,
        "bekam die Hälfte",
        " Ihrer Servicezeiten",
      ),
      answeredAsPromised: share(
        "Wie versprochen beantwortet",
        people,
        (p, n, agree) =>
          `Von ${n} ${agree("bekam", "bekamen")} ${p} innerhalb der Zeit, die Sie versprechen, eine Antwort.`,
      ),
      everyoneWithin24h: within("Innerhalb eines Tages beantwortet bei allen", times, "eines Tages"),
      everyoneHalfTime: until("Zeit bis zur Antwort für die Hälfte von allen", times, "bekam die Hälfte"),
      answeredByMonth: {
        name: "Innerhalb eines Tages beantwortet nach Monaten",
        fact: (f) =>
          `Im jüngsten Monat ${verb(f.value, "bekam", "bekamen")} von ${people(f.n)} **${percent(f.value)}** innerhalb eines Tages eine Antwort.`,
      },
      answeredLatency: {
        name: "Gegebene Antworten",
        fact: (f) =>
          `Von ${items(f.n, "gegebenen Antwort", "gegebenen Antworten")} kam die Hälfte innerhalb von **${dative(f.value)}**.`,
      },
      weekdaysWithin24h: within(
        "Unter der Woche innerhalb eines Tages beantwortet",
        (n) => items(n, "Person, die unter der Woche fragte,", "Personen, die unter der Woche fragten,"),
        "eines Tages",
      ),
      weekendsWithin24h: within(
        "Am Wochenende innerhalb eines Tages beantwortet",
        (n) => items(n, "Person, die am Wochenende fragte,", "Personen, die am Wochenende fragten,"),
        "eines Tages",
      ),
      eveningsWithin24h: within(
        "Abends innerhalb eines Tages beantwortet",
        (n) => items(n, "Person, die abends fragte,", "Personen, die abends fragten,"),
        "eines Tages",
      ),
      questionsWaiting: {
        name: "Wartende Personen mit einer Frage",
        fact: (f) =>
          `Von ${people(f.n)} ${f.value === 1 ? "wartet" : "warten"} **${number(f.value)}** noch auf eine Antwort.`,
      },
      waiting: {
        name: "Alle Wartenden",
        fact: (f) => `Von ${times(f.n)} ${f.value === 1 ? "hat" : "haben"} **${number(f.value)}** keine Antwort.`,
      },
      answersApart: {
        name: "Abseits gegebene Antworten",
        fact: (f) =>
          `**${items(f.value, "Kommentar", "Kommentare")}** der Seite selbst ${f.value === 1 ? "beginnt" : "beginnen"} mit dem Namen einer Person: wahrscheinlich eine Antwort, aber ein schwächerer Beleg als eine direkte, deshalb nicht als solche gezählt.`,
      },
      deepThreads: share(
        "Längere Gespräche",
        ofConversations,
        (p, n, agree) =>
          `Von ${n} ${agree("hatte", "hatten")} ${p} mindestens zwei Nachrichten von Personen und zwei Antworten.`,
      ),
      uniquePeople: {
        name: "Schreibende Personen",
        fact: (f) =>
          `**${items(f.value, "Person", "Personen")}** ${f.value === 1 ? "hat" : "haben"} unter den Beiträgen der Seite geschrieben.`,
      },
      movedToPrivate: share(
        "Ins Private verlegt",
        answers,
        (p, n, agree) => `Von ${n} ${agree("verweist", "verweisen")} ${p} auf Nachrichten, E-Mail oder Telefon.`,
      ),
      cannedShare: share(
        "Vorgefertigte Antworten",
        answers,
        (p, n, agree) => `Von ${n} ${agree("gleicht", "gleichen")} ${p} fast Wort für Wort einer anderen.`,
      ),
      commentsPerPost: perPost(
        "Kommentare pro Beitrag",
        "bekam höchstens **# Kommentar**",
        "bekam höchstens **# Kommentare**",
      ),
      sharesPerPost: perPost(
        "Teilungen pro Beitrag",
        "wurde höchstens **#-mal** geteilt",
        "wurde höchstens **#-mal** geteilt",
      ),
      reactionsPerPost: perPost(
        "Reaktionen pro Beitrag",
        "bekam höchstens **# Reaktion**",
        "bekam höchstens **# Reaktionen**",
      ),
    },
  };
};
