// German for one figure: its value, how sure it is, the aim it is held against and the verdict.
import type { Unit } from "../../../domain/goal.ts";
import type { FigureTexts } from "../catalogue/figures.ts";
import { type German, quoted } from "./words.ts";

export const figures = ({ number, percent, percentRange, duration, date, days, tab }: German): FigureTexts => {
  const value = (unit: Unit, v: number): string => {
    switch (unit) {
      case "share":
        return percent(v);
      case "ms":
        return duration(v);
      case "perWeek":
        return `${number(v, 1)} pro Woche`;
      case "index":
        return number(v, 2);
      case "count":
        return number(v, 2);
    }
  };
  const between = (unit: Unit, lower: number, upper: number): string => {
    if (unit === "share") return percentRange(lower, upper);
    return `${unit === "perWeek" ? number(lower, 1) : value(unit, lower)} bis ${value(unit, upper)}`;
  };
  const target: FigureTexts["target"] = (unit, t) => {
    if (t.direction === "between")
      return unit === "share"
        ? percentRange(t.value, t.upper ?? t.value)
        : `${value(unit, t.value)} bis ${value(unit, t.upper ?? t.value)}`;
    return `${t.direction === "atLeast" ? "mindestens" : "höchstens"} ${value(unit, t.value)}`;
  };
  return {
    value,
    range(unit, lower, upper) {
      if (lower === null && upper === null) return null;
      if (lower === null) return `höchstens ${value(unit, upper as number)}`;
      if (upper === null && unit === "ms" && lower < 60_000) return null;
      return upper === null ? `mindestens ${value(unit, lower)}` : between(unit, lower, upper);
    },
    doubt(range, census, unknown) {
      if (census) return "alle gelesen";
      const parts = [range && `wahrscheinlich ${range}`, unknown && `Unbekanntes mitgezählt ${unknown}`];
      return parts.filter(Boolean).join("; ") || null;
    },
    aim: (unit, t, assumed) => `${assumed ? "Maßstab" : "Zielwert"}: ${target(unit, t)}`,
    target,
    verdict(state, daysLeft) {
      if (state === "met") return "Erreicht";
      if (state === "missed") return daysLeft > 0 ? "Noch nicht erreicht" : "Verfehlt";
      return state === "cannotTell" ? "Noch unklar" : "Hier nicht sichtbar";
    },
    stillLeft: (n) => `noch ${days(n)}`,
    daysLeft: (n, end, now) =>
      n > 0 ? `noch ${days(n)}, bis zum ${date(end, now)}` : `Die Zeit dafür endete am ${date(end, now)}`,
    reason(reason, missing, n) {
      switch (reason) {
        case "nothingRead":
          return "Es wurde nichts gelesen, das dies zeigt.";
        case "tooFew":
          return n === 0
            ? "Noch gibt es nichts, worauf sich das stützen ließe."
            : "Zu wenige für eine Aussage: Eine Handvoll kann Zufall sein.";
        case "feedMissing":
          return missing.length
            ? `${tab(missing, "Der Reiter", "Die Reiter")} ${missing.length === 1 ? "wurde" : "wurden"} nicht gelesen.`
            : "Ein Reiter, der dafür nötig ist, wurde nicht gelesen.";
        case "noCommonWindow":
          return missing.length
            ? `Was ${tab(missing, "vom Reiter", "von den Reitern")} gelesen wurde, umfasst keine gemeinsamen Tage.`
            : "Die bisher gelesenen Reiter umfassen keine gemeinsamen Tage.";
        case "onlyAnswered":
          return "Hier sind nur Nachrichten sichtbar, die eine Antwort bekamen; solche, die noch warten, nicht.";
        case "threadsUnread":
          return "Die Antworten unter den Beiträgen der Seite wurden nicht geöffnet, deshalb ist das nicht bekannt.";
        case "windowIncomplete":
          return "Die Beiträge dieser Wochen wurden nicht alle gelesen.";
        case "fewerThanHalf":
          return "Bisher hat weniger als die Hälfte eine Antwort bekommen.";
        case "fewerThanNine":
          return "Bisher haben weniger als 9 von 10 eine Antwort bekommen.";
        case "notWatched":
          return "Wer noch keine Antwort hat, wurde nicht so lange beobachtet.";
        case "roughTimes":
          return "Die Website gibt die Zeiten dieser Beiträge dafür zu ungefähr an.";
        case "someShown":
          return "Die Website zeigt diese Zahl nur bei einem Teil der Beiträge.";
        case "notByDate":
          return "Die Liste ist nicht nach Datum sortiert, und jede andere Reihenfolge lässt Beiträge aus.";
        case "signedOut":
          return "Antworten sind von hier aus nicht sichtbar: Wer abgemeldet ist, bekommt von der Website keine gezeigt.";
        case "notMeasured":
          return "Das wird nicht gemessen.";
        case "typedIn":
          return "Eine Seite kann das nicht zeigen; Sie tragen es selbst ein.";
        case "failed":
          return "Das ließ sich nicht berechnen. Die anderen Zahlen sind nicht betroffen.";
      }
    },
    between: (name, range) => `${name}: **${range}**; die Website gibt Zeiten nur ungefähr an.`,
    open: (name, range) => `${name}: **${range}**.`,
    undecided: "Der wahre Wert kann über oder unter dem Zielwert liegen.",
    notMeasured: "Das wird noch nicht gemessen.",
    advice: { keep: "Beibehalten", change: "Ändern", stop: "Aufhören" },
    course(reason, goal, network) {
      switch (reason) {
        case "notOurChannel":
          return `Sie haben gesagt, dass ${network} nicht Ihr Kanal ist.`;
        case "quietOnPurpose":
          return `Sie sind auf ${network} bewusst still, und in dem, was gelesen wurde, wartet niemand auf eine Antwort.`;
        case "quietButAsked":
          return `Sie sind auf ${network} bewusst still, aber dort warten Leute auf eine Antwort.`;
        case "allMet":
          return "Jedes Ziel ist erreicht.";
        case "someMissed":
          return goal ? `${quoted(goal)} ist nicht erreicht.` : "Ein Ziel ist nicht erreicht.";
        case "allMissedAtTheEnd":
          return "Die Zeit ist um, und kein Ziel wurde erreicht.";
        case "cannotTell":
          return "Es ist zu wenig bekannt, um Beibehalten, Ändern oder Aufhören zu raten.";
        case "noGoals":
          return "Ohne ein Ziel kann niemand Beibehalten, Ändern oder Aufhören raten.";
      }
    },
  };
};
