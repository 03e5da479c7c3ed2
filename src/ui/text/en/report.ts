// English for the report's screens.
import type { ReportTexts } from "../catalogue/report.ts";
import { compare, history } from "./compare.ts";
import { exports, library } from "./library.ts";
import { planPage } from "./plan-page.ts";
import type { English } from "./words.ts";

const POPULATION: Readonly<Record<string, string>> = {
  brandPages: "brand pages",
  peopleWhoExpectIt: "people asked what they expect",
  peopleWhoWait: "people asked how long they wait",
  allSectors: "all sectors",
  retail: "retail",
  utilities: "utilities",
  largeUsNonProfits: "large US non-profits",
  largeBrands: "large brands",
  toolUsers: "users of one tool",
  folklore: "a rule of thumb nobody has shown",
};

export const report = (say: English): ReportTexts => {
  const { number, bytes, timeOfDay, list, duration, weekday, items } = say;
  return {
    skip: "Skip to the report",
    ways: "Report",
    section: {
      audit: "Audit",
      handover: "Hand-over",
      plan: "Plan",
      history: "History",
      export: "Export",
    },
    screen: { library: "Library", compare: "Compare", page: "Report" },
    problem: {
      storage: "The browser's storage could not be opened. In private windows nothing is kept.",
      audit: "The figures could not be worked out. What was read is kept.",
      save: "The change could not be stored. Try again.",
    },
    bytes,
    exports: exports(say),
    library: library(say),
    plan: planPage(say),
    history: history(say),
    compare: compare(say),
    exportFailed: "The file could not be made. Try again.",
    loading: "Opening what was read…",
    working: "Working the figures out…",
    neverRead: "Nothing was read of this page yet. Open it on its site and click the toolbar button there.",
    toLibrary: "See all pages that were read",
    author: {
      page: "the page",
      sister: "an account that answers for it",
      other: "someone",
      unknown: "nobody knows who",
    },
    gone: (day) => `no longer there on ${day}`,
    leaveOut: "Leave out",
    putBack: "Put back",
    leftOutNow: "Left out. The figures are worked out without it.",
    leftOutTitle: (n) => `Left out by you: ${items(n, "item", "items")}`,
    leftOutBelow: (n) => `and ${items(n, "message", "messages")} below`,
    evidence: (n) => `Counted from ${items(n, "item", "items")}`,
    evidencePart: (n) => `Those that count: ${items(n, "item", "items")}`,
    evidenceCut: (shown, all) => `The newest ${number(shown)} of ${number(all)} are listed.`,
    showMore: (n, rest) => (n === rest ? `Show the other ${number(n)}` : `Show ${number(n)} more of ${number(rest)}`),
    ownBefore: (value) => `Before this plan began: ${value}`,
    rivals: (value, n) => `Median of ${items(n, "rival's page", "rivals' pages")}: ${value}`,
    reference: (value, { source, year, sample, population, grade }) =>
      `Others: ${value} (${[source, year, [sample && number(sample), POPULATION[population] ?? population].filter(Boolean).join(" ")].filter(Boolean).join(", ")}; trust ${grade})`,
    surer: "To be surer:",
    moreUnknown: (n) => `${items(n, "more", "more")} not known`,
    unknownTitle: "What was read, and what could not be seen",
    thePlan: "The plan behind it",
    openQuestions: "Still open",
    goalsTitle: "The why and its goals",
    noTargets: "No aim is set for this goal.",
    outcomesTitle: "What you typed in",
    outcomesLead: "A page cannot show these. They count as you typed them.",
    notTypedIn: "nothing yet",
    typedInOn: (day) => `typed in on ${day}`,
    policy({ who, within, hours, zone, languages }) {
      const days = hours ? list([...hours.days].sort().map((day) => weekday(day, "short"))) : "";
      return [
        ...(who ? [who] : []),
        within === null ? "No time is promised" : `Within ${duration(within)}`,
        hours ? `${days}, ${timeOfDay(hours.from)} to ${timeOfDay(hours.to)}` : "Around the clock",
        zone.replaceAll("_", " "),
        ...(languages ? [languages] : []),
      ].join(" · ");
    },
    unknownHere: (n) => items(n, "figure not known here", "figures not known here"),
    theirClock: "On people's clock, day and night",
    yourClock: "On your clock, only the hours you answer in",
    yourClockLead: "Hours outside your policy do not count as waiting.",
    curveLegend:
      "Line: share that had an answer by then, those never answered included. Band: where it likely lies. Diamond: your aim.",
    tableTitle: "How long people wait, in figures",
    asTable: (title) => `${title}, as a table`,
    figure: "Figure",
    likely: "Likely",
    notKnown: "Not known",
    waitingTitle: "People waiting",
    moreUnknownYet: "how many more is not known",
    nobodyWaits: (n, unknown) => {
      const all = `${items(n, "person who asked", "people who asked")} had an answer`;
      if (unknown === 0) return `Nobody waits: all ${all}.`;
      const more = unknown === null ? "How many more asked is" : items(unknown, "more is", "more are");
      return `Nobody is known to wait: all ${all}. ${more} not known.`;
    },
    waitingUnknown: "Who waits is not known: no conversation below the posts was opened.",
    datesTitle: "Dates:",
    datesCovered: (range) => `each figure over what its lists cover; all lists together cover ${range}`,
    datesNone: "each figure over what its list covers; the lists read so far share no dates",
    datesPartly: "Not all lists were read for all of these dates.",
    changeDates: "Choose dates",
    useDates: "Use these dates",
    allDates: "Back to all dates",
    datesHint: (zone) => `Both days count, in ${zone} time. Only what was written in these dates is judged.`,
  };
};
