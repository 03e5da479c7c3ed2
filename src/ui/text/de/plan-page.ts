// German for the plan's screen in the report: what the editor in the popup does not ask.
import type { PlanPageTexts } from "../catalogue/report.ts";
import { type German, quoted } from "./words.ts";

export const planPage = ({ number, items }: German): PlanPageTexts => ({
  saved: "Der Plan ist gespeichert.",
  organisation: "Die Organisation",
  name: "Ihr Name",
  pages: "Ihre anderen Seiten",
  pagesHint:
    "Seiten einer Organisation teilen sich diesen Plan. Eine Seite hat einen Plan: Hier angekreuzt, verlässt sie jeden anderen.",
  noOtherPages: "Noch wurde keine andere Seite gelesen.",
  roleOf: (network) => `Was ${network} für Sie ist`,
  role: { used: "Genutzt", quiet: "Bewusst still", notOurs: "Nicht unser Kanal" },
  roleWords: (network) => `${network} in Ihren Worten`,
  reviewTitle: "Noch einmal ansehen",
  review: "Erinnern am",
  reviewHint: "Von diesem Tag an meldet sich das kleine Fenster: Es ist Zeit, diesen Plan noch einmal anzusehen.",
  outcomes: "Was eine Seite nicht zeigen kann",
  outcomesHint:
    "Anfragen, Verkäufe, Bewerbungen: Sagen Sie, was sie bis zum Datum des Plans erreichen sollen, und tragen Sie ein, wo sie stehen.",
  newOutcome: "Anfragen",
  addOutcome: "Ergebnis hinzufügen",
  outcome: (n) => `Ergebnis ${number(n)}`,
  outcomeName: "Was es ist",
  outcomeGoal: "Ziel",
  outcomeAim: "Zielwert",
  outcomeTarget: "Zielwert als Zahl",
  outcomeNow: "Jetzt",
  dropOutcome: "Entfernen",
  references: "Was andere fanden",
  referencesHint:
    "Zeilen, die neben Ihren Zahlen stehen. Sie entscheiden nie ein Urteil. Das Vertrauen reicht von A (geprüfte Forschung) bis D (Hörensagen).",
  takeAim: "Als Zielwert nehmen",
  files: "Pläne als Dateien",
  saveOne: "Diesen Plan speichern",
  saveAll: "Alle Pläne speichern",
  take: "Plan aus einer Datei übernehmen",
  taken: (n) =>
    n === 1 ? "Der Plan ist für diese Seite übernommen." : `${number(n)} Pläne sind für ihre Seiten übernommen.`,
  fileProblem(problem) {
    switch (problem.key) {
      case "notJson":
        return "Diese Datei lässt sich nicht als Pläne lesen.";
      case "notPlans":
        return "Diese Datei enthält etwas anderes, keine Pläne.";
      case "laterVersion":
        return "Diese Pläne stammen von einer späteren Version. Aktualisieren Sie zuerst Whyfirst.";
      case "empty":
        return "Diese Datei enthält keinen Plan.";
      case "badPlan":
        return `Plan ${number(problem.plan)} ist bei ${quoted(problem.field)} ungültig. Nichts wurde übernommen.`;
    }
  },
  syncTitle: "Auf Ihren anderen Geräten",
  syncLead:
    "Eingeschaltet, gehen Ihre Pläne, und nichts von dem, was gelesen wurde, über den eigenen Abgleich Ihres Browsers mit. Zunächst ist es aus.",
  sync: "Meine Pläne abgleichen",
  syncState: (n, at) => `${items(n, "Plan geht mit", "Pläne gehen mit")}, zuletzt am ${at}.`,
  syncTooBig: (n) => `${items(n, "Plan ist zu lang dafür und bleibt", "Pläne sind zu lang dafür und bleiben")} hier.`,
  syncNoRoom: (n) => `Für ${items(n, "Plan", "Pläne")} war kein Platz; ${n === 1 ? "er bleibt" : "sie bleiben"} hier.`,
});
