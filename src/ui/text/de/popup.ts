// German for the popup and the panel.
import { countedLines } from "../../coverage.ts";
import type { PopupTexts } from "../catalogue/popup.ts";
import type { German } from "./words.ts";

export const popup = (say: German): PopupTexts => {
  const { number, duration, dative, dateTime, list, items, plural, weeks, tab, counted } = say;
  return {
    title: "Whyfirst",
    elsewhere: (networks) =>
      `Whyfirst liest Unternehmensseiten auf ${list(networks)}. Öffnen Sie dort eine und klicken Sie dann noch einmal auf das Symbol.`,
    starting: "Es wird gelesen, was dieser Tab zeigt …",
    person: "Das ist das Profil einer Person. Whyfirst prüft nur Seiten von Organisationen.",
    nothingYet: "Noch nichts gelesen. Scrollen Sie durch die Seite, dann erscheinen hier die Zahlen.",
    visitorsView: "Öffnen Sie die Beiträge der Seite so, wie Besucher sie sehen.",
    notUnderstood: (network) =>
      `${network} stellt diese Seite auf eine Weise dar, die hier nicht bekannt ist; deshalb ließ sich nichts darauf lesen. Das heißt nicht, dass die Seite leer ist.`,
    coverageLine(c, now) {
      if (!c.read) return "Noch nichts gelesen";
      const read = c.feeds.flatMap(({ feed, segments }) => (segments.length ? [feed] : []));
      const where = read.length ? tab(read, "aus dem Reiter", "aus den Reitern") : "";
      const threads = c.threadsRead ? items(c.threadsRead, "Gespräch", "Gespräche") : "";
      return [...countedLines(counted, c, now), [where, threads].filter(Boolean).join(", ")]
        .filter(Boolean)
        .join(" · ");
    },
    reading: "Liest mit, während Sie scrollen",
    notReading: "Liest nicht mit",
    signedOut: (network) =>
      `Sie sind bei ${network} abgemeldet. Dann sind dort nur wenige Beiträge zu sehen, und das meiste oder alles, was Leute schreiben, bleibt verborgen. Melden Sie sich dort an, um zu sehen, wer auf eine Antwort wartet.`,
    asOf: (ms, from) =>
      `Stand: ${dateTime(ms)}${from === "har" ? ", das Ende der Aufzeichnung" : from === "material" ? ", die jüngste Zeit im Material" : ""}`,
    youAreHere: "Sie sind hier",
    assumedWhy: (stance) =>
      stance === "rival"
        ? "Angenommen, nach Ihrem Maßstab (Seite eines Wettbewerbers)"
        : "Angenommen, nach Ihrem Maßstab (Seite eines möglichen Kunden)",
    noWhy: "Noch kein WARUM genannt",
    noWhyLead: "Nur Fakten, kein Urteil.",
    noSentence: "Noch kein Satz: Warum sind Sie hier?",
    stateWhy: "Ihr Warum nennen",
    latencyTitle: "Wie lange Leute warten",
    givenTitle: "Wie schnell Antworten kommen",
    half: (ms) =>
      ms === null ? "bisher weniger als die Hälfte beantwortet" : `die Hälfte innerhalb von ${dative(ms)}`,
    givenNote:
      "Gilt für gegebene Antworten. Wer noch wartet, ist von hier aus nicht sichtbar; niemand kann also sagen, wie viele eine bekamen.",
    conversationTitle: "Ansage oder Gespräch",
    rhythmTitle: "Rhythmus",
    rhythm: (inWeeks, perWeek, silence) =>
      [
        ...(perWeek === null
          ? []
          : [`${plural(perWeek, { one: "**#** Beitrag", other: "**#** Beiträge" })} pro Woche`]),
        ...(inWeeks ? [`Beiträge in **${number(inWeeks.active)} von ${weeks(inWeeks.of)}**`] : []),
        ...(silence ? [`längste Pause **${duration(silence.ms)}**${silence.current ? ", dauert noch an" : ""}`] : []),
      ].join(" · "),
    waitingTitle: (n) => items(n, "Person wartet auf eine Antwort", "Personen warten auf eine Antwort"),
    waitingLead: "längste Wartezeit zuerst",
    moreWaiting: (n) => `und ${number(n)} weitere`,
    coverageTitle: "Was gelesen wurde",
    notLoadedTitle: "Hier nicht geladen",
    moreTitle: "Weitere Zahlen",
    unknown: (names, reason) => `Nicht bekannt: ${list(names)}. ${reason}`,
    nextTitle: "Als Nächstes",
    cannotShowTitle: "Was eine Seite nicht zeigen kann",
    stop: "Anhalten",
    readOn: "Weiterlesen",
    changePlan: "Plan ändern",
    openReport: "Bericht öffnen",
    handOver: "Übergabe",
    openBeside: "Neben der Seite öffnen",
    reviewDue: (day) => `Sie wollten diesen Plan am ${day} noch einmal ansehen.`,
    reload: "Neu laden und von oben lesen",
    reloadWhy: "Das Lesen begann mitten auf der Seite.",
    reloadWhyAnswers: (n) =>
      `Zu ${items(n, "Antwort, die vor Ihrem Klick geladen wurde, ist die Frage nicht bekannt. Von oben gelesen, zählt sie mit.", "Antworten, die vor Ihrem Klick geladen wurden, ist die Frage nicht bekannt. Von oben gelesen, zählen sie mit.")}`,
    reloading: "Diese Seite wird neu geladen …",
    reloadNeedsClick:
      "Dieser Browser nimmt die Erlaubnis beim Neuladen zurück. Laden Sie die Seite selbst neu und klicken Sie dann noch einmal auf das Symbol in der Symbolleiste.",
    opensIn: (network) => `öffnet sich auf ${network}`,
    problem: {
      unknownPage:
        "Zu wessen Seite dieser Beitrag gehört, ließ sich nicht lesen. Öffnen Sie diese Seite selbst und klicken Sie dann noch einmal auf das Symbol.",
      noAccess:
        "Der Browser lässt diesen Tab nicht lesen. Klicken Sie auf das Symbol in der Symbolleiste, während die Seite selbst offen ist.",
      storage: "Der Speicher des Browsers ließ sich nicht öffnen. In privaten Fenstern wird nichts aufbewahrt.",
      lost: "Einiges von dem, was diese Seite zeigte, ließ sich nicht speichern; in den Zahlen können deshalb Personen und Beiträge fehlen. Laden Sie die Seite neu und klicken Sie dann noch einmal auf das Symbol in der Symbolleiste.",
      audit: "Die Zahlen ließen sich nicht berechnen. Was gelesen wurde, bleibt erhalten.",
      reader:
        "Diese Seite ließ sich nicht lesen. Laden Sie sie neu und klicken Sie dann noch einmal auf das Symbol in der Symbolleiste.",
      save: "Der Plan ließ sich nicht speichern. Versuchen Sie es noch einmal.",
      gone: "Dieser Tab wurde geschlossen oder zeigt etwas anderes.",
      beside:
        "Der Browser hat das Fenster neben der Seite nicht geöffnet. Versuchen Sie es im Menü des Browsers für Seitenleisten.",
    },
  };
};
