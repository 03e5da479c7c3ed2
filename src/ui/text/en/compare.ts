// English for looking back over a page's months, and for pages side by side.
import type { CompareTexts, HistoryTexts } from "../catalogue/report.ts";
import type { English } from "./words.ts";

export const history = ({ items }: English): HistoryTexts => ({
  progress: "On the way",
  progressLead: (day) => `Only what was written since ${day}, the day the plan began, counts here.`,
  noPlan: "Without a plan there is no date to get to.",
  notBegun: "The plan has not begun yet.",
  asItStood: (day) => `as it stood on ${day}`,
  elapsed: (share) => `${share} of the time has passed`,
  months: "Month by month",
  monthsLead:
    "Each month is worked out again from the messages, with the code of today. “Moved” is said only where the ranges part.",
  monthsSoFar: (n) => `${items(n, "month", "months")} so far…`,
  nothingMeasured: "No month was read well enough for a figure.",
  trendLegend: "Dot: the figure. Bar: where it likely lies.",
  month: "Month",
  moved: "Moved",
  partly: "(not all read)",
  notDistinguishable: "not distinguishable",
  movedOne: (name, up) => `${name}: ${up ? "up" : "down"}`,
  past: "As of another day",
  pastLead: "What the audit would have said on a day in the past, beside what it says now.",
  pastDay: "Day",
  pastOnly: (today) => `Only days before ${today}.`,
  nothingThen: "Nothing that could be counted had been written by then.",
  today: "Now",
  change: { up: "up", down: "down", no: "not distinguishable", cannotTell: "can't tell" },
});

export const compare = ({ number, items }: English): CompareTexts => ({
  which: "Which pages?",
  choose: "Choose two to five pages.",
  tooFewRead: "There are not two pages to compare yet.",
  missing: (n) => `${items(n, "page was", "pages were")} never read, or forgotten.`,
  working: (done, all) => `Working the figures out: ${number(done)} of ${number(all)} pages…`,
  title: "Side by side",
  window: (range) => `All over the same dates: ${range}.`,
  noWindow: "These pages share no dates that were fully read.",
  limitedBy: (page) => `${page} sets the limit: read more of it, and the dates reach further back.`,
  rankHint: "A place is given only where the ranges part; where they overlap, nobody can say who is ahead.",
  rank: (n) => `${number(n)}.`,
  ahead: (pages) => `ahead of ${pages}`,
  counted: (n) => `from ${number(n)}`,
  windowsDiffer: "(over different dates)",
  save: "Save as CSV",
  warning(key, page, feed) {
    const whose = page ?? "A page";
    switch (key) {
      case "noCommonWindow":
        return "No dates were fully read for all pages: every figure has its own dates, and nothing is ranked.";
      case "notCovered":
        return `${whose}: not all of these dates were read.`;
      case "feedMissing":
        return `${whose}: ${feed === null ? "a tab" : `the ${feed} tab`} was not read, though it was for others.`;
      case "threadsDiffer":
        return `${whose}: far fewer of the conversations below its posts were read.`;
      case "signedOut":
        return `${whose}: read without signing in, which shows less.`;
      case "byYardstick":
        return `${whose}: judged by your yardstick; it has no plan of its own here.`;
      case "networksDiffer":
        return "These pages are on different networks, which show different things.";
    }
  },
});
