// English for one figure: its value, how sure it is, the aim it is held against and the verdict.
import type { Unit } from "../../../domain/goal.ts";
import type { FigureTexts } from "../catalogue/figures.ts";
import type { English } from "./words.ts";

export const figures = ({ number, percent, percentRange, duration, date, days, tab }: English): FigureTexts => {
  const value = (unit: Unit, v: number): string => {
    switch (unit) {
      case "share":
        return percent(v);
      case "ms":
        return duration(v);
      case "perWeek":
        return `${number(v, 1)} a week`;
      case "index":
        return number(v, 2);
      case "count":
        return number(v, 2);
    }
  };
  const target: FigureTexts["target"] = (unit, t) => {
    if (t.direction === "between")
      return unit === "share"
        ? percentRange(t.value, t.upper ?? t.value)
        : `between ${value(unit, t.value)} and ${value(unit, t.upper ?? t.value)}`;
    return t.direction === "atLeast" ? `at least ${value(unit, t.value)}` : `at most ${value(unit, t.value)}`;
  };
  return {
    value,
    range(unit, lower, upper) {
      if (lower === null && upper === null) return null;
      if (lower === null) return `up to ${value(unit, upper as number)}`;
      if (upper === null && unit === "ms" && (lower as number) < 60_000) return null;
      if (upper === null) return `${value(unit, lower)} or more`;
      if (unit === "perWeek") return `${number(lower, 1)} to ${value(unit, upper)}`;
      return unit === "share" ? percentRange(lower, upper) : `${value(unit, lower)} to ${value(unit, upper)}`;
    },
    doubt(range, census, unknown) {
      if (census) return "all read";
      const parts = [range && `likely ${range}`, unknown && `${unknown} counting what is not known`];
      return parts.filter(Boolean).join("; ") || null;
    },
    aim: (unit, t, assumed) => `${assumed ? "Yardstick" : "Aim"}: ${target(unit, t)}`,
    target,
    verdict(state, daysLeft) {
      if (state === "met") return "Met";
      if (state === "missed") return daysLeft > 0 ? "Not there yet" : "Missed";
      return state === "cannotTell" ? "Can't tell yet" : "Not visible here";
    },
    stillLeft: (n) => `${days(n)} left`,
    daysLeft: (n, end, now) =>
      n > 0 ? `${days(n)} left, until ${date(end, now)}` : `The time for it ended on ${date(end, now)}`,
    reason(reason, missing, n) {
      switch (reason) {
        case "nothingRead":
          return "Nothing was read that shows this.";
        case "tooFew":
          return n === 0 ? "Nothing to go by yet." : "Too few to say: a handful can be chance.";
        case "feedMissing":
          return missing.length
            ? `The ${tab(missing)} ${missing.length === 1 ? "was" : "were"} not read.`
            : "A tab it needs was not read.";
        case "noCommonWindow":
          return missing.length
            ? `What was read of the ${tab(missing)} covers no common days.`
            : "The tabs read so far cover no common days.";
        case "onlyAnswered":
          return "Only messages that got an answer are visible here; those still waiting are not.";
        case "threadsUnread":
          return "Answers below its posts were not opened, so this is not known.";
        case "windowIncomplete":
          return "The posts of these weeks were not all read.";
        case "fewerThanHalf":
          return "Fewer than half have had an answer so far.";
        case "fewerThanNine":
          return "Fewer than 9 in 10 have had an answer so far.";
        case "notWatched":
          return "Those without an answer have not been watched that long.";
        case "roughTimes":
          return "The site tells the times of these posts too roughly for it.";
        case "someShown":
          return "The site shows this number beside some of the posts only.";
        case "notByDate":
          return "The list is not sorted by date, and any other order leaves posts out.";
        case "signedOut":
          return "Answers are not visible from here: the site shows none to whoever is signed out.";
        case "notMeasured":
          return "This is not measured.";
        case "typedIn":
          return "A page cannot show this; you type it in.";
        case "failed":
          return "This could not be worked out. The other figures are not affected.";
      }
    },
    between: (name, range) => `${name}: **${range}**; the site tells times only roughly.`,
    open: (name, range) => `${name}: **${range}**.`,
    undecided: "The true figure may lie on either side of the aim.",
    notMeasured: "This is not measured yet.",
    advice: { keep: "Keep", change: "Change", stop: "Stop" },
    course(reason, goal, network) {
      switch (reason) {
        case "notOurChannel":
          return `You said that ${network} is not your channel.`;
        case "quietOnPurpose":
          return `You are quiet on ${network} on purpose, and in what was read nobody waits for an answer.`;
        case "quietButAsked":
          return `You are quiet on ${network} on purpose, but people wait there for an answer.`;
        case "allMet":
          return "Every goal is met.";
        case "someMissed":
          return goal ? `“${goal}” is not reached.` : "A goal is not reached.";
        case "allMissedAtTheEnd":
          return "The time is over, and no goal was reached.";
        case "cannotTell":
          return "Too little is known to say keep, change or stop.";
        case "noGoals":
          return "Without a goal nobody can say keep, change or stop.";
      }
    },
  };
};
