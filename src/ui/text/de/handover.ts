// German for the one-page hand-over and the settings beside it.
import type { HandoverTexts } from "../catalogue/handover.ts";
import { dativeOf } from "./words.ts";

export const handover: HandoverTexts = {
  title: (page) => `${page}: was die Seite zeigt`,
  statedWhy: "Warum es die Seite gibt",
  assumedWhy: "Angenommen: warum es die Seite geben könnte",
  promise: "Was die Seite öffentlich verspricht",
  promiseSource: "so ihre eigene Beschreibung",
  noWhy: "Warum es die Seite gibt, ist nicht bekannt: Sie nennt kein Versprechen, das sich lesen ließ.",
  findingsTitle: "Drei Punkte zum Ansehen",
  noFindings: "Nichts, was gelesen wurde, bleibt hinter einem üblichen Zielwert zurück.",
  strengthTitle: "Eine Stärke",
  noStrength: "Was gelesen wurde, zeigt keine Zahl, die ihren Zielwert mit Sicherheit erreicht.",
  unseenTitle: "Was nicht zu sehen war",
  askTitle: "Die Frage zum Schluss",
  ask: {
    latency: "Wenn Sie hier jemand etwas fragt: Wer antwortet, und bis wann soll diese Person eine Antwort haben?",
    conversation: "Ist diese Seite dazu da, Leuten etwas zu sagen oder von ihnen zu hören, und wer hat die Zeit dafür?",
    rhythm: "Was müsste wahr sein, damit diese Seite jede Woche mit Leuten spricht, und ist es das wert?",
    nothing: "Warum gibt es diese Seite, und woran würden Sie in 90 Tagen erkennen, dass sie wirkt?",
  },
  commonAim: (aim) => `Ein üblicher Zielwert: ${aim}`,
  ownItem: (kind, day) =>
    `${{ post: "Beitrag", repost: "Repost", comment: "Kommentar", reply: "Antwort" }[kind]} vom ${day}`,
  theirItem: (day, waited) => `Nachricht vom ${day}${waited === null ? "" : `, ohne Antwort seit ${dativeOf(waited)}`}`,
  foot: "Von Whyfirst gezählt aus dem, was der Browser einer Person geladen hatte. Die Bereiche enthalten in 19 von 20 solchen Zählungen den wahren Wert.",
  settingsTitle: "Auf dem Blatt",
  consultant: "Ihr Name, wie er oben steht",
  logo: "Ihr Logo (PNG, JPEG oder WebP, bis 150 KB)",
  removeLogo: "Logo entfernen",
  badLogo: "Diese Datei ist kein Bild dieser Art, oder sie ist zu groß.",
  language: "Sprache und Datumsangaben des Blatts",
  quoteOthers: "Auch zitieren, was andere geschrieben haben",
  print: "Drucken oder als PDF speichern",
  saveHtml: "Als eine HTML-Datei speichern",
  copyMarkdown: "Als Markdown kopieren",
  saveMarkdown: "Als Markdown speichern",
  copied: "Kopiert.",
  notCopied: "Der Browser hat das Kopieren nicht zugelassen. Speichern Sie es stattdessen.",
  notSaved: "Diese Einstellungen ließen sich nicht speichern.",
  preview: "Das Blatt",
};
