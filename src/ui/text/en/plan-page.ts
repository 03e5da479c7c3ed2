// English for the plan's screen in the report: what the editor in the popup does not ask.
import type { PlanPageTexts } from "../catalogue/report.ts";
import type { English } from "./words.ts";

export const planPage = ({ number, items }: English): PlanPageTexts => ({
  saved: "The plan is saved.",
  organisation: "The organisation",
  name: "Its name",
  pages: "Its other pages",
  pagesHint: "Pages of one organisation share this plan. A page has one plan: ticked here, it leaves any other.",
  noOtherPages: "No other page was read yet.",
  roleOf: (network) => `What ${network} is for you`,
  role: { used: "Used", quiet: "Quiet on purpose", notOurs: "Not our channel" },
  roleWords: (network) => `${network} in your words`,
  reviewTitle: "Look again",
  review: "Remind me on",
  reviewHint: "From that day on, the popup says that it is time to look at this plan again.",
  outcomes: "What a page cannot show",
  outcomesHint: "Leads, sales, applications: say what they should reach by the plan's date, and type in what they are.",
  newOutcome: "Leads",
  addOutcome: "Add one",
  outcome: (n) => `Outcome ${number(n)}`,
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
  taken: (n) =>
    n === 1 ? "The plan is taken over for this page." : `${number(n)} plans are taken over for their pages.`,
  fileProblem(problem) {
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
  syncState: (n, at) => `${items(n, "plan travels", "plans travel")}, last on ${at}.`,
  syncTooBig: (n) => `${items(n, "plan is", "plans are")} too long for it and ${n === 1 ? "stays" : "stay"} here.`,
  syncNoRoom: (n) => `For ${items(n, "plan", "plans")} there was no room; ${n === 1 ? "it stays" : "they stay"} here.`,
});
