// English for the card that asks for the why, and for the plan's editor.
import type { PlanTexts } from "../catalogue/plan.ts";
import type { English } from "./words.ts";

export const plan = ({ number }: English): PlanTexts => ({
  askTitle: "Why are you here?",
  askLead: "One sentence first. It decides which figures matter.",
  editTitle: "Your plan",
  whyPlaceholder: "so that customers get help the same day",
  templateShort: "so that WHO will DO or FEEL WHAT, by WHEN",
  template:
    "We are on … so that WHO will DO or FEEL WHAT by WHEN; we will know because a figure reaches its aim; if not, we will change or stop.",
  goalsLabel: "What should it do?",
  goalsHint: "Pick one or more. Each brings aims that you can change.",
  noGoals: "No goal can be measured here yet.",
  horizonLabel: "By when?",
  horizon: (n) => `${number(n)} days`,
  stanceLabel: "Whose page is it?",
  stance: { mine: "Mine", rival: "A rival's", prospect: "A prospect's" },
  assumed: {
    rival: "The plan is assumed: it is your yardstick, not theirs.",
    prospect: "The plan is assumed: it is your yardstick, not theirs.",
  },
  policyLabel: "Who answers, and when",
  withinLabel: "Answer within",
  withinHint: "hours; leave empty if nothing is promised",
  hoursLabel: "In which hours?",
  allHours: "Around the clock",
  someHours: "In set hours",
  daysLabel: "Days",
  fromLabel: "From",
  toLabel: "To",
  zoneLabel: "Time zone",
  whoLabel: "Who answers?",
  languagesLabel: "In which languages?",
  sistersLabel: "Sister accounts that answer for this page",
  sistersHint: "Separated by commas, such as @northwindhelp. Their answers count as the page's.",
  startedLabel: "The days count from",
  question: {
    why: "Why are you here?",
    relations: "How should this improve relations with customers?",
    brand: "What should people think of the brand?",
    people: "Are the people you want here, and how do they use this network?",
    success: "What has to have happened in 90, 180 or 365 days for this to be a success?",
    indicators: "Which figures show it?",
    learn: "What do you want to learn?",
    policy: "What is the policy for answers?",
  },
  indicatorsHint: "The aims you set here. Follower counts are never one of them.",
  open: "open",
  openCount: (n) => (n === 1 ? "1 question is open" : `${number(n)} questions are open`),
  more: "Who answers, when, and for whom",
  unit: {
    percent: "%",
    minutes: "minutes",
    hours: "hours",
    days: "days",
    perWeek: "a week",
    plain: "",
  },
  direction: { atLeast: "at least", atMost: "at most", between: "between" },
  and: "and",
  targetHint(reason) {
    switch (reason) {
      case "sociallyDevoted2012":
        return "65% is the bar of “Socially Devoted” (Socialbakers, 2012)";
      case "expectedWithinDay":
        return "About 79% of people expect an answer within a day (Sprout 2020; Arise 2017, n > 1,500)";
      case "waitFourHours2016":
        return "People wait about 4 hours (Sprout Index, 2016)";
      case "replyShare2015":
        return "1 answer in 5 posts across sectors, 1 in 3 in retail (Sprout Index, 2015)";
      case "rivalIq2024":
        return "4.69 posts a week is the median of large brands (Rival IQ, 2024)";
      case "metricool2024":
        return "2.2 posts a week is the mean (Metricool, 2024)";
      case "house":
        return "Our own rule of thumb";
      case "folklore":
        return "Folklore: often said, never shown";
    }
  },
  dropHint: "Empty a field to drop that aim.",
  save: "Save",
  cancel: "Cancel",
  skip: "Skip: show facts only",
  forget: "Delete this plan",
  invalid: {
    target: "An aim needs a number within its range.",
    sister: "A sister account is a name such as @northwindhelp, without spaces, and not an address.",
    within: "The time to answer needs a number above 0.",
    hours: "Set hours need at least one day, a start, and another time as the end: an earlier one is on the day after.",
    started: "The start needs a date.",
  },
});
