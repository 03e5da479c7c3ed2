// German where a person keeps what was read: the list of pages, forgetting, backups, and files for other programs.
import type { ExportTexts, LibraryTexts } from "../catalogue/library.ts";
import type { German } from "./words.ts";

export const exports = ({ messages }: German): ExportTexts => ({
  title: "Dateien für andere Programme",
  lead: (n) => `${messages(n)} und die daraus gezählten Zahlen, für den Zeitraum oben.`,
  othersTexts: "Texte und Adressen anderer Leute kommen mit",
  withTexts:
    "Die Dateien enthalten, was andere geschrieben haben, und wo. Verwahren Sie sie so, wie Sie eine Kundenliste verwahren würden.",
  withoutTexts:
    "In den Dateien stehen nur die eigenen Texte und Adressen der Seite; von den Nachrichten anderer die Zeit und worauf sie antworten. Namen werden nie gespeichert.",
  save: "Speichern",
  making: "Die Datei wird erstellt …",
  made: (name) => `${name} wurde an die Downloads des Browsers übergeben.`,
  formula:
    "In CSV-Dateien steht vor einem Text, den eine Tabellenkalkulation für eine Formel halten könnte, ein Apostroph.",
  file: {
    "report.json": {
      name: "Bericht (JSON)",
      what: "Alles, was diese Prüfung sagt, mit Versionsnummer und veröffentlichtem Schema.",
    },
    "findings.csv": {
      name: "Zahlen (CSV)",
      what: "Eine Zahl je Zeile, mit ihrem Bereich und worauf sie beruht, für eine Tabellenkalkulation.",
    },
    "records.csv": {
      name: "Nachrichten (CSV)",
      what: "Ein Beitrag, eine Antwort oder ein Kommentar je Zeile, für eine Tabellenkalkulation.",
    },
    "records.ndjson": {
      name: "Nachrichten (NDJSON)",
      what: "Eine Nachricht je Zeile, für größere Werkzeuge wie DuckDB.",
    },
  },
});

export const library = ({ number, items, messages, pages, entries }: German): LibraryTexts => ({
  title: "Gelesene Seiten",
  pages: (n) => (n === 0 ? "Noch wurde keine Seite gelesen" : items(n, "Seite wurde gelesen", "Seiten wurden gelesen")),
  empty:
    "Öffnen Sie die Seite eines Unternehmens auf Facebook, LinkedIn oder X und klicken Sie dort auf das Symbol in der Symbolleiste. Dann erscheint sie hier.",
  disk: (size) => `${size} auf diesem Gerät, alle Seiten zusammen`,
  page: "Seite",
  records: "Nachrichten",
  size: "Größe",
  lastRead: "Zuletzt gelesen",
  noPlan: "kein Plan",
  compare: "Vergleichen",
  compareThis: (name) => `${name} vergleichen`,
  compareChosen: (n) => (n < 2 ? "Vergleichen" : `${number(n)} Seiten vergleichen`),
  compareHint: "Zwei bis fünf Seiten.",
  forget: "Vergessen",
  forgetQuestion: (name, n) =>
    `${name} und ${items(n, "zugehörige Nachricht", "zugehörige Nachrichten")} vergessen? Das lässt sich nicht rückgängig machen.`,
  forgetYes: "Diese Seite vergessen",
  forgetPlanToo: "und ihren Plan, wenn er für keine andere Seite gilt",
  forgetAllTitle: "Alles vergessen",
  forgetAllLead: "Löscht jede Seite, jeden Plan und jede Einstellung aus diesem Browser.",
  forgetAll: "Alles vergessen",
  forgetAllQuestion: "Alle Seiten, Pläne und Einstellungen vergessen? Das lässt sich nicht rückgängig machen.",
  forgetAllYes: "Ja, alles vergessen",
  retentionTitle: "Wie lange Texte bleiben",
  retentionLead:
    "Was andere geschrieben haben, wird gelöscht, wenn es vor längerer Zeit als dieser zuletzt gelesen wurde. Dass sie schrieben, wann, und ob sie eine Antwort hatten, bleibt, und damit bleiben die Zahlen.",
  retentionLabel: "Texte anderer Leute behalten",
  keepAlways: "Bis ich die Seite vergesse",
  retentionQuestion: (days) =>
    `Texte, die zuletzt vor mehr als ${number(days ?? 0)} Tagen gelesen wurden, werden gelöscht, jetzt und in Zukunft. Das lässt sich nicht rückgängig machen.`,
  retentionYes: "Löschen",
  retentionSet: (n) => (n === 0 ? "Gespeichert." : `Gespeichert. Der Text von ${messages(n)} wurde gelöscht.`),
  backupTitle: "Sicherung",
  backupLead:
    "Alle Seiten, Pläne und Einstellungen in einer Datei. Sie enthält die Texte anderer Leute, wie sie hier gespeichert sind: Behalten Sie sie für sich.",
  backup: "Sicherung speichern",
  restoreLabel: "Sicherung zurückholen",
  restore: "Zurückholen",
  restoreQuestion: (day, count, n) =>
    `Die Sicherung vom ${day} enthält ${pages(count)} mit ${messages(n)}. Sie wird mit dem vereint, was hier ist; nichts von hier geht verloren.`,
  restoring: (done, all) => `Wird zurückgeholt: ${number(done)} von ${number(all)} …`,
  restored: (rows, bad, settings) =>
    [
      `Zurückgeholt: ${entries(rows)}.`,
      ...(bad > 0
        ? [items(bad, "Eintrag war ungültig und wurde ausgelassen.", "Einträge waren ungültig und wurden ausgelassen.")]
        : []),
      ...(settings > 0 ? [items(settings, "Einstellung war ungültig.", "Einstellungen waren ungültig.")] : []),
    ].join(" "),
  restoreFailed: (rows) =>
    `Nach ${items(rows, "Eintrag", "Einträgen")} ging es nicht weiter. Was zurückgeholt ist, bleibt; nehmen Sie dieselbe Datei noch einmal.`,
  otherSalt:
    "Die Seiten hier und die der Sicherung wurden mit verschiedenen Schlüsseln gelesen; eine Person würde deshalb als zwei zählen. Speichern Sie eine Sicherung von dem, was hier ist, vergessen Sie alles und holen Sie dann diese zurück.",
  backupProblem: {
    notJson: "Diese Datei lässt sich nicht als Sicherung lesen.",
    notBackup: "Diese Datei ist keine Sicherung von Whyfirst.",
    laterVersion: "Diese Sicherung stammt von einer späteren Version. Aktualisieren Sie zuerst Whyfirst.",
  },
});
