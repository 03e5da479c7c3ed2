// English for the report page: what it says beyond the popup's sentences.

import type { Policy } from "../../domain/plan.ts";
import type { PlanFileProblem } from "../../domain/plan-file.ts";
import type { Role } from "../../domain/record.ts";
import type { ComparisonWarning } from "../../report/comparison.ts";
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

export function reportEn({ language, number, list, plural, duration, weekday }: Formats) {
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
    bytes(n: number): string {
      const [unit, size] = n >= 1e6 ? (["megabyte", 1e6] as const) : (["kilobyte", 1e3] as const);
      const digits = n / size < 10 ? 1 : 0;
      return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(n / size);
    },
    exports: {
      title: "Files for other programs",
      lead: (n: number) => `${items(n, "message", "messages")} and the figures counted from them, for the dates above.`,
      othersTexts: "Other people's texts and addresses go along",
      withTexts: "The files hold what other people wrote, and where. Keep them as you would keep a list of customers.",
      withoutTexts:
        "Only the page's own texts and addresses are in the files; of other people's messages the time and what they answer. Names are never stored.",
      save: "Save",
      making: "Making the file…",
      made: (name: string) => `${name} was handed to the browser's downloads.`,
      formula: "In CSV files a text that a spreadsheet could take for a formula has an apostrophe in front.",
      file: {
        "report.json": {
          name: "Report (JSON)",
          what: "Everything this audit says, versioned, with a published schema.",
        },
        "findings.csv": {
          name: "Figures (CSV)",
          what: "One figure a row, with its range and what it rests on, for a spreadsheet.",
        },
        "records.csv": { name: "Messages (CSV)", what: "One post, answer or comment a row, for a spreadsheet." },
        "records.ndjson": { name: "Messages (NDJSON)", what: "One message a line, for larger engines such as DuckDB." },
      },
    },
    library: {
      title: "Pages that were read",
      pages: (n: number) => (n === 0 ? "No page was read yet" : items(n, "page was read", "pages were read")),
      empty:
        "Open a company's page on Facebook, LinkedIn or X and click the toolbar button there. It then appears here.",
      disk: (size: string) => `${size} on this disk, all pages together`,
      page: "Page",
      records: "Messages",
      size: "Size",
      lastRead: "Last read",
      noPlan: "no plan",
      compare: "Compare",
      compareThis: (name: string) => `Compare ${name}`,
      compareChosen: (n: number) => (n < 2 ? "Compare" : `Compare ${number(n)} pages`),
      compareHint: "Two to five pages.",
      forget: "Forget",
      forgetQuestion: (name: string, n: number) =>
        `Forget ${name} and its ${items(n, "message", "messages")}? This cannot be undone.`,
      forgetYes: "Forget this page",
      forgetPlanToo: "and its plan, if it speaks for no other page",
      forgetAllTitle: "Forget everything",
      forgetAllLead: "Deletes every page, every plan and every setting from this browser.",
      forgetAll: "Forget everything",
      forgetAllQuestion: "Forget all pages, plans and settings? This cannot be undone.",
      forgetAllYes: "Forget it all",
      retentionTitle: "How long texts are kept",
      retentionLead:
        "What other people wrote is dropped when it was last read longer ago than that. That they wrote, when, and whether they had an answer stays, so the figures stay.",
      retentionLabel: "Keep other people's texts",
      keepAlways: "Until I forget the page",
      retentionQuestion: (days: number | null) =>
        `Texts that were last read more than ${number(days ?? 0)} days ago are dropped, now and from now on. This cannot be undone.`,
      retentionYes: "Drop them",
      retentionSet: (n: number) =>
        n === 0 ? "Saved." : `Saved. The text of ${items(n, "message", "messages")} was dropped.`,
      backupTitle: "Backup",
      backupLead:
        "All pages, plans and settings in one file. It holds other people's texts as they are stored here: keep it for yourself.",
      backup: "Save a backup",
      restoreLabel: "Take back a backup",
      restore: "Take it back",
      restoreQuestion: (day: string, pages: number, messages: number) =>
        `The backup of ${day} holds ${items(pages, "page", "pages")} with ${items(messages, "message", "messages")}. It is joined with what is here; nothing here is lost.`,
      restoring: (done: number, all: number) => `Taking back: ${number(done)} of ${number(all)}…`,
      restored: (rows: number, bad: number, settings: number) =>
        [
          `Taken back: ${items(rows, "entry", "entries")}.`,
          ...(bad > 0
            ? [`${items(bad, "entry", "entries")} did not hold and ${bad === 1 ? "was" : "were"} left out.`]
            : []),
          ...(settings > 0 ? [`${items(settings, "setting", "settings")} did not hold.`] : []),
        ].join(" "),
      restoreFailed: (rows: number) =>
        `It stopped after ${items(rows, "entry", "entries")}. What was taken back is kept; take the same file again.`,
      otherSalt:
        "The pages here and those of the backup were read under different keys, so one person would count as two. Save a backup of what is here, forget everything, then take this one back.",
      backupProblem: {
        notJson: "This file cannot be read as a backup.",
        notBackup: "This file is no backup of Whyfirst.",
        laterVersion: "This backup was made by a later version. Update Whyfirst first.",
      },
    },
    plan: {
      saved: "The plan is saved.",
      organisation: "The organisation",
      name: "Its name",
      pages: "Its other pages",
      pagesHint: "Pages of one organisation share this plan. A page has one plan: ticked here, it leaves any other.",
      noOtherPages: "No other page was read yet.",
      roleOf: (network: string) => `What ${network} is for you`,
      role: { used: "Used", quiet: "Quiet on purpose", notOurs: "Not our channel" },
      roleWords: (network: string) => `${network} in your words`,
      reviewTitle: "Look again",
      review: "Remind me on",
      reviewHint: "From that day on, the popup says that it is time to look at this plan again.",
      outcomes: "What a page cannot show",
      outcomesHint:
        "Leads, sales, applications: say what they should reach by the plan's date, and type in what they are.",
      newOutcome: "Leads",
      addOutcome: "Add one",
      outcome: (n: number) => `Outcome ${number(n)}`,
      outcomeName: "What it is",
      outcomeGoal: "Goal",
      outcomeAim: "Aim",
      outcomeTarget: "Aim as a number",
      outcomeNow: "Now",
      dropOutcome: "Remove",
      references: "What others found",
      referencesHint:
        "Lines that stand beside your figures. They never decide a verdict. Trust runs from A (reviewed research) to D (folklore).",
      takeAim: "Take as aim",
      files: "Plans as files",
      saveOne: "Save this plan",
      saveAll: "Save all plans",
      take: "Take a plan from a file",
      taken: (n: number) =>
        n === 1 ? "The plan is taken over for this page." : `${number(n)} plans are taken over for their pages.`,
      fileProblem(problem: PlanFileProblem): string {
        switch (problem.key) {
          case "notJson":
            return "This file cannot be read as plans.";
          case "notPlans":
            return "This file holds something else, no plans.";
          case "laterVersion":
            return "These plans were made by a later version. Update Whyfirst first.";
          case "empty":
            return "This file holds no plan.";
          case "badPlan":
            return `Plan ${number(problem.plan)} does not hold at “${problem.field}”. Nothing was taken over.`;
        }
      },
      syncTitle: "On your other devices",
      syncLead:
        "Switched on, your plans, and nothing that was read, travel through your browser's own sync. Off by default.",
      sync: "Sync my plans",
      syncState: (n: number, at: string) => `${items(n, "plan travels", "plans travel")}, last on ${at}.`,
      syncTooBig: (n: number) =>
        `${items(n, "plan is", "plans are")} too long for it and ${n === 1 ? "stays" : "stay"} here.`,
      syncNoRoom: (n: number) =>
        `For ${items(n, "plan", "plans")} there was no room; ${n === 1 ? "it stays" : "they stay"} here.`,
    },
    history: {
      progress: "On the way",
      progressLead: (day: string) => `Only what was written since ${day}, the day the plan began, counts here.`,
      noPlan: "Without a plan there is no date to get to.",
      notBegun: "The plan has not begun yet.",
      asItStood: (day: string) => `as it stood on ${day}`,
      elapsed: (share: string) => `${share} of the time has passed`,
      months: "Month by month",
      monthsLead:
        "Each month is worked out again from the messages, with the code of today. “Moved” is said only where the ranges part.",
      monthsSoFar: (n: number) => `${items(n, "month", "months")} so far…`,
      nothingMeasured: "No month was read well enough for a figure.",
      trendLegend: "Dot: the figure. Bar: where it likely lies.",
      month: "Month",
      moved: "Moved",
      partly: "(not all read)",
      notDistinguishable: "not distinguishable",
      movedOne: (name: string, up: boolean) => `${name}: ${up ? "up" : "down"}`,
      past: "As of another day",
      pastLead: "What the audit would have said on a day in the past, beside what it says now.",
      pastDay: "Day",
      pastOnly: (today: string) => `Only days before ${today}.`,
      nothingThen: "Nothing that could be counted had been written by then.",
      today: "Now",
      change: { up: "up", down: "down", no: "not distinguishable", cannotTell: "can't tell" },
    },
    compare: {
      which: "Which pages?",
      choose: "Choose two to five pages.",
      tooFewRead: "There are not two pages to compare yet.",
      missing: (n: number) => `${items(n, "page was", "pages were")} never read, or forgotten.`,
      working: (done: number, all: number) => `Working the figures out: ${number(done)} of ${number(all)} pages…`,
      title: "Side by side",
      window: (range: string) => `All over the same dates: ${range}.`,
      noWindow: "These pages share no dates that were fully read.",
      limitedBy: (page: string) => `${page} sets the limit: read more of it, and the dates reach further back.`,
      rankHint: "A place is given only where the ranges part; where they overlap, nobody can say who is ahead.",
      rank: (n: number) => `${number(n)}.`,
      /** Where not all places are certain: the pages whose range lies wholly on the worse side of this one's. */
      ahead: (pages: string) => `ahead of ${pages}`,
      counted: (n: number) => `from ${number(n)}`,
      windowsDiffer: "(over different dates)",
      save: "Save as CSV",
      warning(key: ComparisonWarning["key"], page: string | null, feed: string | null): string {
        const whose = page ?? "A page";
        switch (key) {
          case "noCommonWindow":
            return "No dates were fully read for all pages: every figure has its own dates, and nothing is ranked.";
          case "notCovered":
            return `${whose}: not all of these dates were read.`;
          case "feedMissing":
            return `${whose}: the ${feed ?? ""} tab was not read, though it was for others.`;
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
    },
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
    ownBefore: (value: string) => `Before this plan began: ${value}`,
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
    asTable: (title: string) => `${title}, as a table`,
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
