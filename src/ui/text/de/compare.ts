// German for looking back over a page's months, and for pages side by side.
import type { CompareTexts, HistoryTexts } from "../catalogue/report.ts";
import { type German, quoted } from "./words.ts";

export const history = ({ items }: German): HistoryTexts => ({
  progress: "Auf dem Weg",
  progressLead: (day) => `Hier zählt nur, was seit dem ${day} geschrieben wurde, dem Tag, an dem der Plan begann.`,
  noPlan: "Ohne einen Plan gibt es kein Datum, auf das es zugeht.",
  notBegun: "Der Plan hat noch nicht begonnen.",
  asItStood: (day) => `wie es am ${day} stand`,
  elapsed: (share) => `${share} der Zeit sind vergangen`,
  months: "Monat für Monat",
  monthsLead:
    "Jeder Monat wird aus den Nachrichten neu berechnet, mit dem Rechenweg von heute. „Verändert“ heißt es nur, wo die Bereiche sich nicht überschneiden.",
  monthsSoFar: (n) => `bisher ${items(n, "Monat", "Monate")} …`,
  nothingMeasured: "Kein Monat wurde gut genug für eine Zahl gelesen.",
  trendLegend: "Punkt: die Zahl. Balken: wo sie wahrscheinlich liegt.",
  month: "Monat",
  moved: "Verändert",
  partly: "(nicht alles gelesen)",
  notDistinguishable: "nicht zu unterscheiden",
  movedOne: (name, up) => `${name}: ${up ? "gestiegen" : "gesunken"}`,
  past: "Stand eines anderen Tages",
  pastLead: "Was die Prüfung an einem früheren Tag gesagt hätte, neben dem, was sie jetzt sagt.",
  pastDay: "Tag",
  pastOnly: (today) => `Nur Tage vor ${today}.`,
  nothingThen: "Bis dahin war nichts geschrieben, das sich zählen ließe.",
  today: "Jetzt",
  change: { up: "gestiegen", down: "gesunken", no: "nicht zu unterscheiden", cannotTell: "nicht zu sagen" },
});

export const compare = ({ number, items }: German): CompareTexts => ({
  which: "Welche Seiten?",
  choose: "Wählen Sie zwei bis fünf Seiten.",
  tooFewRead: "Noch gibt es keine zwei Seiten zum Vergleichen.",
  missing: (n) => `${items(n, "Seite wurde", "Seiten wurden")} nie gelesen oder inzwischen vergessen.`,
  working: (done, all) => `Die Zahlen werden berechnet: ${number(done)} von ${number(all)} Seiten …`,
  title: "Seite an Seite",
  window: (range) => `Alle über dieselben Tage (${range}).`,
  noWindow: "Diese Seiten haben keine gemeinsamen Tage, die vollständig gelesen wurden.",
  limitedBy: (page) => `${page} setzt die Grenze: Lesen Sie mehr davon, dann reicht der Zeitraum weiter zurück.`,
  rankHint:
    "Einen Platz gibt es nur, wo die Bereiche sich nicht überschneiden; wo sie es tun, kann niemand sagen, wer vorn liegt.",
  rank: (n) => `${number(n)}.`,
  ahead: (pages) => `vor ${pages}`,
  counted: (n) => `aus ${number(n)}`,
  windowsDiffer: "(über andere Tage)",
  save: "Als CSV speichern",
  warning(key, page, feed) {
    const whose = page ?? "Eine Seite";
    switch (key) {
      case "noCommonWindow":
        return "Keine Tage wurden für alle Seiten vollständig gelesen: Jede Zahl hat ihren eigenen Zeitraum, und es gibt keine Plätze.";
      case "notCovered":
        return `${whose}: Nicht alle diese Tage wurden gelesen.`;
      case "feedMissing":
        return `${whose}: ${feed === null ? "Ein Reiter" : `Der Reiter ${quoted(feed)}`} wurde nicht gelesen, bei anderen aber schon.`;
      case "threadsDiffer":
        return `${whose}: Von den Gesprächen unter den Beiträgen wurden viel weniger gelesen.`;
      case "signedOut":
        return `${whose}: gelesen, ohne angemeldet zu sein; das zeigt weniger.`;
      case "byYardstick":
        return `${whose}: nach Ihrem Maßstab beurteilt; einen eigenen Plan hat sie hier nicht.`;
      case "networksDiffer":
        return "Diese Seiten sind in verschiedenen Netzwerken, die Verschiedenes zeigen.";
    }
  },
});
