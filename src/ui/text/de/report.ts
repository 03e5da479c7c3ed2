// German for the report's screens.
import type { ReportTexts } from "../catalogue/report.ts";
import { compare, history } from "./compare.ts";
import { exports, library } from "./library.ts";
import { planPage } from "./plan-page.ts";
import type { German } from "./words.ts";

const POPULATION: Readonly<Record<string, string>> = {
  brandPages: "Markenseiten",
  peopleWhoExpectIt: "Leute, nach ihrer Erwartung gefragt",
  peopleWhoWait: "Leute, nach ihrer Wartezeit gefragt",
  allSectors: "alle Branchen",
  retail: "Einzelhandel",
  utilities: "Versorger",
  largeUsNonProfits: "große gemeinnützige Organisationen in den USA",
  largeBrands: "große Marken",
  toolUsers: "Nutzer eines Werkzeugs",
  folklore: "eine Faustregel, die niemand gezeigt hat",
};

export const report = (say: German): ReportTexts => {
  const { number, bytes, timeOfDay, list, dative, weekday, items, messages, entries, people } = say;
  return {
    skip: "Zum Bericht springen",
    ways: "Bericht",
    section: {
      audit: "Prüfung",
      handover: "Übergabe",
      plan: "Plan",
      history: "Verlauf",
      export: "Export",
    },
    screen: { library: "Bibliothek", compare: "Vergleich", page: "Bericht" },
    problem: {
      storage: "Der Speicher des Browsers ließ sich nicht öffnen. In privaten Fenstern wird nichts aufbewahrt.",
      audit: "Die Zahlen ließen sich nicht berechnen. Was gelesen wurde, bleibt erhalten.",
      save: "Die Änderung ließ sich nicht speichern. Versuchen Sie es noch einmal.",
    },
    bytes,
    exports: exports(say),
    library: library(say),
    plan: planPage(say),
    history: history(say),
    compare: compare(say),
    exportFailed: "Die Datei ließ sich nicht erstellen. Versuchen Sie es noch einmal.",
    loading: "Was gelesen wurde, wird geöffnet …",
    working: "Die Zahlen werden berechnet …",
    neverRead:
      "Von dieser Seite wurde noch nichts gelesen. Öffnen Sie sie auf ihrer Website und klicken Sie dort auf das Symbol in der Symbolleiste.",
    toLibrary: "Alle gelesenen Seiten ansehen",
    author: {
      page: "die Seite",
      sister: "ein Konto, das für sie antwortet",
      other: "jemand",
      unknown: "unbekannt, wer",
    },
    gone: (day) => `am ${day} nicht mehr da`,
    leaveOut: "Auslassen",
    putBack: "Zurücknehmen",
    leftOutNow: "Ausgelassen. Die Zahlen werden ohne diesen Eintrag berechnet.",
    leftOutTitle: (n) => `Von Ihnen ausgelassen: ${entries(n)}`,
    leftOutBelow: (n) => `und ${messages(n)} darunter`,
    evidence: (n) => `Gezählt aus ${items(n, "Eintrag", "Einträgen")}`,
    evidencePart: (n) => `Die davon zählen: ${items(n, "Eintrag", "Einträge")}`,
    evidenceCut: (shown, all) => `Aufgeführt sind die neuesten ${number(shown)} von ${number(all)}.`,
    showMore: (n, rest) =>
      n === rest ? `Die übrigen zeigen (${number(n)})` : `Noch ${number(n)} von ${number(rest)} zeigen`,
    ownBefore: (value) => `Bevor dieser Plan begann: ${value}`,
    rivals: (value, n) => `Median von ${items(n, "Seite eines Wettbewerbers", "Seiten von Wettbewerbern")}: ${value}`,
    reference: (value, { source, year, sample, population, grade }) =>
      `Andere: ${value} (${[source, year, [sample && number(sample), POPULATION[population] ?? population].filter(Boolean).join(" ")].filter(Boolean).join(", ")}; Vertrauen ${grade})`,
    surer: "Um sicherer zu sein:",
    moreUnknown: (n) => `${number(n)} weitere nicht bekannt`,
    unknownTitle: "Was gelesen wurde und was nicht zu sehen war",
    thePlan: "Der Plan dahinter",
    openQuestions: "Noch offen",
    goalsTitle: "Das Warum und seine Ziele",
    noTargets: "Für dieses Ziel ist kein Zielwert gesetzt.",
    outcomesTitle: "Was Sie eingetragen haben",
    outcomesLead: "Eine Seite kann das nicht zeigen. Es zählt so, wie Sie es eingetragen haben.",
    notTypedIn: "noch nichts",
    typedInOn: (day) => `eingetragen am ${day}`,
    policy({ who, within, hours, zone, languages }) {
      const days = hours ? list([...hours.days].sort().map((day) => weekday(day, "short"))) : "";
      return [
        ...(who ? [who] : []),
        within === null ? "Keine Zeit ist versprochen" : `Innerhalb von ${dative(within)}`,
        hours ? `${days}, ${timeOfDay(hours.from)} bis ${timeOfDay(hours.to)} Uhr` : "Rund um die Uhr",
        zone.replaceAll("_", " "),
        ...(languages ? [languages] : []),
      ].join(" · ");
    },
    unknownHere: (n) => items(n, "Zahl hier nicht bekannt", "Zahlen hier nicht bekannt"),
    theirClock: "Nach der Uhr der Leute, Tag und Nacht",
    yourClock: "Nach Ihrer Uhr, nur Ihre Servicezeiten",
    yourClockLead: "Stunden außerhalb Ihrer Servicezeiten zählen nicht als Warten.",
    curveLegend:
      "Linie: Anteil, der bis dahin eine Antwort hatte, nie Beantwortete eingerechnet. Band: wo er wahrscheinlich liegt. Raute: Ihr Zielwert.",
    tableTitle: "Wie lange Leute warten, in Zahlen",
    asTable: (title) => `${title}, als Tabelle`,
    figure: "Zahl",
    likely: "Wahrscheinlich",
    notKnown: "Nicht bekannt",
    waitingTitle: "Wartende Personen",
    moreUnknownYet: "wie viele weitere, ist nicht bekannt",
    nobodyWaits: (n, unknown) => {
      const all = `${n === 1 ? `${people(n)} hatte` : `Alle ${people(n)} hatten`} eine Antwort.`;
      if (unknown === 0) return `Niemand wartet: ${all}`;
      const more =
        unknown === null ? "Wie viele noch gefragt haben, ist" : items(unknown, "weitere ist", "weitere sind");
      return `Bekannt ist niemand, der wartet: ${all} ${more} nicht bekannt.`;
    },
    waitingUnknown: "Wer wartet, ist nicht bekannt: Kein Gespräch unter den Beiträgen wurde geöffnet.",
    datesTitle: "Zeitraum:",
    datesCovered: (range) => `jede Zahl über das, was ihre Listen umfassen; alle Listen zusammen umfassen ${range}`,
    datesNone: "jede Zahl über das, was ihre Liste umfasst; die bisher gelesenen Listen haben keine gemeinsamen Tage",
    datesPartly: "Nicht alle Listen wurden für alle diese Tage gelesen.",
    changeDates: "Zeitraum wählen",
    useDates: "Diesen Zeitraum nehmen",
    allDates: "Zurück zum ganzen Zeitraum",
    datesHint: (zone) =>
      `Beide Tage zählen, nach der Zeit in ${zone}. Beurteilt wird nur, was in diesem Zeitraum geschrieben wurde.`,
  };
};
