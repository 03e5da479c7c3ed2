// English for the pictures below a figure.
import type { DetailTexts, PartKey } from "../catalogue/detail.ts";
import type { English } from "./words.ts";

const PARTS: Readonly<Record<PartKey, string>> = {
  answer: "answers to people",
  mention: "posts that address someone",
  quote: "posts that quote someone",
  question: "posts that ask everyone",
  selfThread: "threads with itself",
  original: "posts to everyone",
  repost: "passed on from others",
  unclear: "answers to nobody knows whom",
  information: "inform",
  action: "ask people to act",
  community: "invite people in",
};

export const detail = (say: English): DetailTexts => {
  const { number, percent, duration, dateRange, weekday, list, people, answers, posts, weeks } = say;
  return {
    curve: (points, n, counted) =>
      `${counted === "people" ? `Share of ${people(n)} that had an answer` : `Share of ${answers(n)} that had come`}: ${list(points.map(({ t, share: s }) => `${percent(s)} within ${duration(t)}`))}.`,
    composition: (parts) => `${list(parts.map((p) => `${p.name}: ${percent(p.share)} (${number(p.count)})`))}.`,
    part: (key, side) =>
      (PARTS as Readonly<Record<string, string>>)[key] ??
      { people: "answers people", invite: "invites people", broadcast: "broadcasts", apart: "counted apart" }[side],
    apartLabel: (name, n) => `and **${number(n)}** ${name}, counted apart`,
    partLabel: (name, s) => `**${percent(s)}** ${name}`,
    weeks: (n, active, silences) =>
      `Posts in each of the last ${weeks(n)}: ${number(active)} with posts.${silences.length ? ` Silences: ${list(silences.map((s) => `${duration(s.ms)}${s.current ? ", still going on" : ""}`))}.` : ""}`,
    campaign: "campaign week",
    partWeek: "part of a week",
    silence: (ms, current) => `${duration(ms, "short")}${current ? " and going on" : ""} silent`,
    grid: (total, busiest) =>
      `${posts(total)} by weekday and hour.${busiest ? ` Most on ${weekday(busiest.day, "long")} from ${number(busiest.hour)} to ${number(busiest.hour + 1)}: ${number(busiest.count)}.` : ""}`,
    hour: (hour) => `${number(hour)}:00`,
    gridCorner: "Weekday",
    waited: (ms) => duration(ms, "short"),
    noText: "Message without text",
    alike: (s) => `${percent(s)} alike`,
    trend: (periods, now) =>
      `${list(periods.map((p) => `${dateRange(p.from, p.to, now)}: ${p.value ?? "not known"} (${number(p.n)})`))}.`,
    period: "Period",
    value: "Value",
    restsOn: "Rests on",
    unseen: "not watched that long",
    aimMark: (s, t) => `aim: ${percent(s)} in ${duration(t, "short")}`,
    unknown: "This figure has a picture that this version cannot draw.",
  };
};
