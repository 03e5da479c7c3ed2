// German for the card that asks for the why, and for the plan's editor.
import type { PlanTexts } from "../catalogue/plan.ts";
import type { German } from "./words.ts";

export const plan = ({ number, items }: German): PlanTexts => ({
  askTitle: "Warum sind Sie hier?",
  askLead: "Zuerst ein Satz. Er entscheidet, welche Zahlen wichtig sind.",
  editTitle: "Ihr Plan",
  whyPlaceholder: "damit Kunden noch am selben Tag Hilfe bekommen",
  templateShort: "damit WER bis WANN WAS TUT oder FÜHLT",
  template:
    "Wir sind auf …, damit WER bis WANN WAS TUT oder FÜHLT; wir erkennen es daran, dass eine Zahl ihren Zielwert erreicht; wenn nicht, ändern wir etwas oder hören auf.",
  goalsLabel: "Was soll sie leisten?",
  goalsHint: "Wählen Sie eines oder mehrere Ziele. Jedes bringt Zielwerte mit, die Sie ändern können.",
  noGoals: "Hier lässt sich noch kein Ziel messen.",
  horizonLabel: "Bis wann?",
  horizon: (n) => `${number(n)} Tage`,
  stanceLabel: "Wessen Seite ist es?",
  stance: { mine: "Meine", rival: "Die eines Wettbewerbers", prospect: "Die eines möglichen Kunden" },
  assumed: {
    rival: "Der Plan ist angenommen: Es ist Ihr Maßstab, nicht der des anderen.",
    prospect: "Der Plan ist angenommen: Es ist Ihr Maßstab, nicht der des anderen.",
  },
  policyLabel: "Wer antwortet, und wann",
  withinLabel: "Antwort innerhalb von",
  withinHint: "Stunden; leer lassen, wenn nichts versprochen ist",
  hoursLabel: "Zu welchen Zeiten?",
  allHours: "Rund um die Uhr",
  someHours: "Zu festen Zeiten",
  daysLabel: "Tage",
  fromLabel: "Von",
  toLabel: "Bis",
  zoneLabel: "Zeitzone",
  whoLabel: "Wer antwortet?",
  languagesLabel: "In welchen Sprachen?",
  sistersLabel: "Schwesterkonten, die für diese Seite antworten",
  sistersHint: "Durch Kommas getrennt, etwa @northwindhelp. Ihre Antworten zählen als die der Seite.",
  startedLabel: "Die Tage zählen ab",
  question: {
    why: "Warum sind Sie hier?",
    relations: "Wie soll das die Beziehung zu Kunden verbessern?",
    brand: "Was sollen die Leute von der Marke denken?",
    people: "Sind die Leute hier, die Sie erreichen wollen, und wie nutzen sie dieses Netzwerk?",
    success: "Was muss in 90, 180 oder 365 Tagen geschehen sein, damit es ein Erfolg ist?",
    indicators: "An welchen Zahlen sehen Sie es?",
    learn: "Was wollen Sie lernen?",
    policy: "Was gilt für Antworten?",
  },
  indicatorsHint: "Die Zielwerte, die Sie hier setzen. Die Zahl der Follower gehört nie dazu.",
  open: "offen",
  openCount: (n) => items(n, "Frage ist offen", "Fragen sind offen"),
  more: "Wer antwortet, wann und für wen",
  unit: {
    percent: "%",
    minutes: "Minuten",
    hours: "Stunden",
    days: "Tage",
    perWeek: "pro Woche",
    plain: "",
  },
  direction: { atLeast: "mindestens", atMost: "höchstens", between: "zwischen" },
  and: "und",
  targetHint(reason) {
    switch (reason) {
      case "sociallyDevoted2012":
        return "65\u00a0% ist die Marke von „Socially Devoted“ (Socialbakers, 2012)";
      case "expectedWithinDay":
        return "Etwa 79\u00a0% der Leute erwarten innerhalb eines Tages eine Antwort (Sprout 2020; Arise 2017, n > 1.500)";
      case "waitFourHours2016":
        return "Leute warten etwa 4 Stunden (Sprout Index, 2016)";
      case "replyShare2015":
        return "1 Antwort auf 5 Beiträge über alle Branchen, 1 auf 3 im Einzelhandel (Sprout Index, 2015)";
      case "rivalIq2024":
        return "4,69 Beiträge pro Woche sind der Median großer Marken (Rival IQ, 2024)";
      case "metricool2024":
        return "2,2 Beiträge pro Woche sind der Durchschnitt (Metricool, 2024)";
      case "house":
        return "Unsere eigene Faustregel";
      case "folklore":
        return "Hörensagen: oft behauptet, nie gezeigt";
    }
  },
  dropHint: "Leeren Sie ein Feld, um diesen Zielwert zu streichen.",
  save: "Speichern",
  cancel: "Abbrechen",
  skip: "Überspringen: nur Fakten zeigen",
  forget: "Diesen Plan löschen",
  invalid: {
    target: "Ein Zielwert braucht eine Zahl in seinem Bereich.",
    sister: "Ein Schwesterkonto ist ein Name wie @northwindhelp, ohne Leerzeichen, und keine Adresse.",
    within: "Die Zeit bis zur Antwort braucht eine Zahl über 0.",
    hours:
      "Feste Zeiten brauchen mindestens einen Tag, einen Anfang und ein anderes Ende: Ein früheres liegt am Tag danach.",
    started: "Der Anfang braucht ein Datum.",
  },
});
