// English for the one-page hand-over and the settings beside it.
import type { Kind } from "../../domain/record.ts";
import type { Topic } from "../handover/pick.ts";

export const handoverEn = {
  title: (page: string) => `${page}: what its page shows`,
  statedWhy: "Why the page is here",
  assumedWhy: "Assumed: why the page could be here",
  promise: "What the page promises in public",
  promiseSource: "as its own description says",
  noWhy: "Why the page is here is not known: it states no promise that could be read.",
  findingsTitle: "Three things to look at",
  /** Where there are fewer than three. */
  fewFindingsTitle: "What to look at",
  noFindings: "Nothing that was read is short of a common aim.",
  strengthTitle: "One strength",
  noStrength: "What was read shows no figure that reaches its aim for certain.",
  unseenTitle: "What could not be seen",
  askTitle: "The question to ask",
  ask: {
    latency: "When somebody asks you something here, who answers, and by when should that person have an answer?",
    conversation: "Is this page here to tell people something, or to hear from them, and who has the time for that?",
    rhythm: "What would have to be true for this page to speak to people every week, and is it worth that?",
    nothing: "Why is this page here, and how would you know in 90 days that it works?",
  } satisfies Record<Topic | "nothing", string>,
  commonAim: (aim: string) => `A common aim: ${aim}`,
  ownItem: (kind: Kind, day: string) =>
    `${{ post: "Post", repost: "Repost", comment: "Comment", reply: "Answer" }[kind]} of ${day}`,
  /** `waited`: how long it has had no answer; null = it had one, or nobody knows. */
  theirItem: (day: string, waited: string | null) =>
    `Message of ${day}${waited === null ? "" : `, without an answer for ${waited}`}`,
  foot: "Counted by Whyfirst from what one person's browser had loaded. Ranges hold the true figure in 19 of 20 such counts.",
  settingsTitle: "On the sheet",
  consultant: "Your name, as it stands at the top",
  logo: "Your logo (PNG, JPEG or WebP, up to 150 KB)",
  removeLogo: "Remove the logo",
  badLogo: "This file is no picture of that kind, or it is too big.",
  language: "Language and dates of the sheet",
  quoteOthers: "Quote what other people wrote, too",
  print: "Print or save as PDF",
  saveHtml: "Save as one HTML file",
  copyMarkdown: "Copy as Markdown",
  saveMarkdown: "Save as Markdown",
  copied: "Copied.",
  notCopied: "The browser did not let it be copied. Save it instead.",
  notSaved: "These settings could not be stored.",
  preview: "The sheet",
};

export type HandoverTexts = typeof handoverEn;
