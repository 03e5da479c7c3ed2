// German for the pictures below a figure.
import type { DetailTexts, PartKey } from "../catalogue/detail.ts";
import type { German } from "./words.ts";

const PARTS: Readonly<Record<PartKey, string>> = {
  answer: "Antworten an Leute",
  mention: "Beiträge, die jemanden ansprechen",
  quote: "Beiträge, die jemanden zitieren",
  question: "Beiträge, die alle etwas fragen",
  selfThread: "Fortsetzungen eigener Beiträge",
  original: "Beiträge an alle",
  repost: "von anderen weitergegeben",
  unclear: "Antworten, unbekannt an wen",
  information: "informieren",
  action: "fordern zum Handeln auf",
  community: "laden zum Mitmachen ein",
};

export const detail = (say: German): DetailTexts => {
  const { number, percent, duration, dative, dateRange, weekday, list, people, answers, posts, weeks } = say;
  const lasts = ", dauert noch an";
  return {
    curve: (points, n, counted) =>
      `${counted === "people" ? `Anteil von ${people(n)}, der eine Antwort hatte` : `Anteil von ${answers(n)}, der gekommen war`}: ${list(points.map(({ t, share: s }) => `${percent(s)} innerhalb von ${dative(t)}`))}.`,
    composition: (parts) => `${list(parts.map((p) => `${p.name}: ${percent(p.share)} (${number(p.count)})`))}.`,
    part: (key, side) =>
      (PARTS as Readonly<Record<string, string>>)[key] ??
      { people: "antwortet Leuten", invite: "lädt ein", broadcast: "spricht zu allen", apart: "getrennt gezählt" }[
        side
      ],
    apartLabel: (name, n) => `und **${number(n)}** ${name}, getrennt gezählt`,
    partLabel: (name, s) => `**${percent(s)}** ${name}`,
    weeks: (n, active, silences) =>
      `Beiträge je Woche, letzte ${weeks(n)}: ${number(active)} mit Beiträgen.${silences.length ? ` Pausen: ${list(silences.map((s) => `${duration(s.ms)}${s.current ? lasts : ""}`))}.` : ""}`,
    campaign: "Kampagnenwoche",
    partWeek: "Teil einer Woche",
    silence: (ms, current) => `${duration(ms, "short")} Pause${current ? lasts : ""}`,
    grid: (total, busiest) =>
      `${posts(total)} nach Wochentag und Uhrzeit.${busiest ? ` Die meisten am ${weekday(busiest.day, "long")} von ${number(busiest.hour)} bis ${number(busiest.hour + 1)} Uhr: ${number(busiest.count)}.` : ""}`,
    hour: (hour) => `${number(hour)}:00`,
    gridCorner: "Wochentag",
    waited: (ms) => duration(ms, "short"),
    noText: "Nachricht ohne Text",
    alike: (s) => `zu ${percent(s)} gleich`,
    trend: (periods, now) =>
      `${list(periods.map((p) => `${dateRange(p.from, p.to, now)}: ${p.value ?? "nicht bekannt"} (${number(p.n)})`))}.`,
    period: "Zeitraum",
    value: "Wert",
    restsOn: "Beruht auf",
    unseen: "nicht so lange beobachtet",
    aimMark: (s, t) => `Zielwert: ${percent(s)} in ${duration(t, "short")}`,
    unknown: "Zu dieser Zahl gibt es ein Bild, das diese Version nicht zeichnen kann.",
  };
};
