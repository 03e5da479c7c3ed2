// English for the popup and the panel.
import { countedLines } from "../../coverage.ts";
import type { PopupTexts } from "../catalogue/popup.ts";
import type { English } from "./words.ts";

export const popup = (say: English): PopupTexts => {
  const { number, duration, dateTime, list, items, answers, weeks, tab, counted } = say;
  return {
    title: "Whyfirst",
    elsewhere: (networks) =>
      `Whyfirst reads company pages on ${list(networks)}. Open one there, then click the button again.`,
    starting: "Reading what this tab shows…",
    person: "This is a person's own profile. Whyfirst audits the pages of organisations only.",
    nothingYet: "Nothing read yet. Scroll the page, and the figures appear here.",
    visitorsView: "Open the page's posts as visitors see them.",
    notUnderstood: (network) =>
      `${network} draws this page in a way not known here, so nothing on it could be read. That is not the same as an empty page.`,
    coverageLine(c, now) {
      if (!c.read) return "Nothing read yet";
      const read = c.feeds.flatMap(({ feed, segments }) => (segments.length ? [feed] : []));
      const where = read.length ? `from the ${tab(read)}` : "";
      const threads = c.threadsRead ? items(c.threadsRead, "conversation", "conversations") : "";
      return [...countedLines(counted, c, now), [where, threads].filter(Boolean).join(", ")]
        .filter(Boolean)
        .join(" · ");
    },
    reading: "Reading as you scroll",
    notReading: "Not reading",
    signedOut: (network) =>
      `You are signed out of ${network}. It then shows only a few posts and hides most or all of what people write. Sign in there to see who waits for an answer.`,
    asOf: (ms, from) =>
      `As of ${dateTime(ms)}${from === "har" ? ", the end of the recording" : from === "material" ? ", the newest time in the material" : ""}`,
    youAreHere: "You are here",
    assumedWhy: (stance) =>
      stance === "rival"
        ? "Assumed, by your yardstick (a rival's page)"
        : "Assumed, by your yardstick (a prospect's page)",
    noWhy: "No WHY stated yet",
    noWhyLead: "Facts only, no verdict.",
    noSentence: "No sentence yet: why are you here?",
    stateWhy: "State your why",
    latencyTitle: "How long people wait",
    givenTitle: "How fast answers come",
    half: (ms) => (ms === null ? "fewer than half answered so far" : `half within ${duration(ms)}`),
    givenNote: "Given an answer. People still waiting are not visible from here, so nobody can say how many got one.",
    conversationTitle: "Broadcast or conversation",
    rhythmTitle: "Rhythm",
    rhythm: (inWeeks, perWeek, silence) =>
      [
        ...(perWeek === null ? [] : [`**${number(perWeek, 1)}** posts a week`]),
        ...(inWeeks ? [`posts in **${number(inWeeks.active)} of ${weeks(inWeeks.of)}**`] : []),
        ...(silence ? [`longest silence **${duration(silence.ms)}**${silence.current ? ", still going on" : ""}`] : []),
      ].join(" · "),
    waitingTitle: (n) => (n === 1 ? "1 person waits for an answer" : `${number(n)} people wait for an answer`),
    waitingLead: "longest first",
    moreWaiting: (n) => `and ${number(n)} more`,
    coverageTitle: "What was read",
    notLoadedTitle: "Not loaded here",
    moreTitle: "More figures",
    unknown: (names, reason) => `Not known: ${list(names)}. ${reason}`,
    nextTitle: "Next",
    cannotShowTitle: "What a page cannot show",
    stop: "Stop reading",
    readOn: "Read on",
    changePlan: "Change plan",
    openReport: "Open the report",
    handOver: "Hand-over",
    openBeside: "Keep open beside the page",
    reviewDue: (day) => `You wanted to look at this plan again on ${day}.`,
    reload: "Reload and read from the top",
    reloadWhy: "Reading began in the middle of the page.",
    reloadWhyAnswers: (n) =>
      `For ${answers(n)} loaded before your click, the question is not known. Read from the top, they count too.`,
    reloading: "Reloading this page…",
    reloadNeedsClick:
      "This browser takes back the permission on a reload. Reload the page yourself, then click the toolbar button again.",
    opensIn: (network) => `opens on ${network}`,
    problem: {
      unknownPage:
        "Whose page this post belongs to could not be read. Open that page itself, then click the button again.",
      noAccess: "The browser does not let this tab be read. Click the toolbar button on the page itself.",
      storage: "The browser's storage could not be opened. In private windows nothing is kept.",
      lost: "Some of what this page showed could not be stored, so figures may be missing people and posts. Reload the page, then click the toolbar button again.",
      audit: "The figures could not be worked out. What was read is kept.",
      reader: "This page could not be read. Reload it, then click the toolbar button again.",
      save: "The plan could not be saved. Try again.",
      gone: "This tab was closed or has moved on.",
      beside: "The browser did not open the panel. Try the browser's own menu for side panels.",
    },
  };
};
