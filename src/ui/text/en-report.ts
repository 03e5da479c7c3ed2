// English for the report page: what it says beyond the popup's sentences.
import type { Policy } from "../../domain/plan.ts";
import type { Role } from "../../domain/record.ts";
import type { Reference } from "../../report/report.ts";
import type { PageSection } from "../report/route.ts";
import type { ReportProblem } from "../report/view.ts";
import type { Formats } from "./format.ts";

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

export function reportEn({ number, list, plural, duration, weekday }: Formats) {
  const items = (n: number, one: string, other: string) => plural(n, { one: `# ${one}`, other: `# ${other}` });
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return {
    skip: "Skip to the report",
    ways: "Report",
    section: {
      audit: "Audit",
      handover: "Hand-over",
      plan: "Plan",
      history: "History",
      export: "Export",
    } satisfies Record<PageSection, string>,
    screen: { library: "Library", compare: "Compare", page: "Report" },
    problem: {
      storage: "The browser's storage could not be opened. In private windows nothing is kept.",
      audit: "The figures could not be worked out. What was read is kept.",
      save: "The change could not be stored. Try again.",
    } satisfies Record<ReportProblem, string>,
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
    } satisfies Record<Role, string>,
    gone: (day: string) => `no longer there on ${day}`,
    leaveOut: "Leave out",
    putBack: "Put back",
    leftOutNow: "Left out. The figures are worked out without it.",
    leftOutTitle: (n: number) => `Left out by you: ${items(n, "item", "items")}`,
    leftOutBelow: (n: number) => `and ${items(n, "message", "messages")} below`,
    evidence: (n: number) => `Counted from ${items(n, "item", "items")}`,
    evidenceCut: (shown: number, all: number) => `The newest ${number(shown)} of ${number(all)} are listed.`,
    showMore: (n: number, rest: number) =>
      n === rest ? `Show the other ${number(n)}` : `Show ${number(n)} more of ${number(rest)}`,
    ownBefore: (value: string) => `At your last audit: ${value}`,
    rivals: (value: string, n: number) => `Median of ${items(n, "rival's page", "rivals' pages")}: ${value}`,
    reference: (value: string, { source, year, sample, population, grade }: Reference) =>
      `Others: ${value} (${[source, year, [sample && number(sample), POPULATION[population] ?? population].filter(Boolean).join(" ")].filter(Boolean).join(", ")}; trust ${grade})`,
    surer: "To be surer:",
    notLoaded: (n: number) => `${items(n, "more", "more")} not loaded`,
    unknownTitle: "What was read, and what could not be seen",
    thePlan: "The plan behind it",
    openQuestions: "Still open",
    goalsTitle: "The why and its goals",
    noTargets: "No aim is set for this goal.",
    outcomesTitle: "What you typed in",
    outcomesLead: "A page cannot show these. They count as you typed them.",
    notTypedIn: "nothing yet",
    typedInOn: (day: string) => `typed in on ${day}`,
    policy({ who, within, hours, zone, languages }: Policy): string {
      const days = hours ? list([...hours.days].sort().map((day) => weekday(day, "short"))) : "";
      return [
        ...(who ? [who] : []),
        within === null ? "No time is promised" : `Within ${duration(within)}`,
        hours ? `${days}, ${clock(hours.from)} to ${clock(hours.to)}` : "Around the clock",
        zone.replaceAll("_", " "),
        ...(languages ? [languages] : []),
      ].join(" · ");
    },
    unknownHere: (n: number) => items(n, "figure not known here", "figures not known here"),
    theirClock: "On people's clock, day and night",
    yourClock: "On your clock, only the hours you answer in",
    yourClockLead: "Hours outside your policy do not count as waiting.",
    curveLegend:
      "Line: share that had an answer by then, those never answered included. Band: where it likely lies. Diamond: your aim.",
    tableTitle: "How long people wait, in figures",
    figure: "Figure",
    likely: "Likely",
    notKnown: "Not known",
    waitingTitle: "People waiting",
    nobodyWaits: (n: number) => `Nobody waits: all ${items(n, "person who asked", "people who asked")} had an answer.`,
    waitingUnknown: "Who waits is not known: no conversation below the posts was opened.",
    datesTitle: "Dates:",
    datesCovered: (range: string) => `each figure over what its lists cover; all lists together cover ${range}`,
    datesNone: "each figure over what its list covers; the lists read so far share no dates",
    datesPartly: "Not all lists were read for all of these dates.",
    changeDates: "Choose dates",
    useDates: "Use these dates",
    allDates: "Back to all dates",
    datesHint: (zone: string) => `Both days count, in ${zone} time. Only what was written in these dates is judged.`,
  };
}

export type ReportTexts = ReturnType<typeof reportEn>;
