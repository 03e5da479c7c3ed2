// English where a person keeps what was read: the list of pages, forgetting, backups, and files for other programs.
import type { ExportTexts, LibraryTexts } from "../catalogue/library.ts";
import type { English } from "./words.ts";

export const exports = ({ items }: English): ExportTexts => ({
  title: "Files for other programs",
  lead: (n) => `${items(n, "message", "messages")} and the figures counted from them, for the dates above.`,
  othersTexts: "Other people's texts and addresses go along",
  withTexts: "The files hold what other people wrote, and where. Keep them as you would keep a list of customers.",
  withoutTexts:
    "Only the page's own texts and addresses are in the files; of other people's messages the time and what they answer. Names are never stored.",
  save: "Save",
  making: "Making the file…",
  made: (name) => `${name} was handed to the browser's downloads.`,
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
});

export const library = ({ number, items }: English): LibraryTexts => ({
  title: "Pages that were read",
  pages: (n) => (n === 0 ? "No page was read yet" : items(n, "page was read", "pages were read")),
  empty: "Open a company's page on Facebook, LinkedIn or X and click the toolbar button there. It then appears here.",
  disk: (size) => `${size} on this disk, all pages together`,
  page: "Page",
  records: "Messages",
  size: "Size",
  lastRead: "Last read",
  noPlan: "no plan",
  compare: "Compare",
  compareThis: (name) => `Compare ${name}`,
  compareChosen: (n) => (n < 2 ? "Compare" : `Compare ${number(n)} pages`),
  compareHint: "Two to five pages.",
  forget: "Forget",
  forgetQuestion: (name, n) => `Forget ${name} and its ${items(n, "message", "messages")}? This cannot be undone.`,
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
  retentionQuestion: (days) =>
    `Texts that were last read more than ${number(days ?? 0)} days ago are dropped, now and from now on. This cannot be undone.`,
  retentionYes: "Drop them",
  retentionSet: (n) => (n === 0 ? "Saved." : `Saved. The text of ${items(n, "message", "messages")} was dropped.`),
  backupTitle: "Backup",
  backupLead:
    "All pages, plans and settings in one file. It holds other people's texts as they are stored here: keep it for yourself.",
  backup: "Save a backup",
  restoreLabel: "Take back a backup",
  restore: "Take it back",
  restoreQuestion: (day, pages, messages) =>
    `The backup of ${day} holds ${items(pages, "page", "pages")} with ${items(messages, "message", "messages")}. It is joined with what is here; nothing here is lost.`,
  restoring: (done, all) => `Taking back: ${number(done)} of ${number(all)}…`,
  restored: (rows, bad, settings) =>
    [
      `Taken back: ${items(rows, "entry", "entries")}.`,
      ...(bad > 0
        ? [`${items(bad, "entry", "entries")} did not hold and ${bad === 1 ? "was" : "were"} left out.`]
        : []),
      ...(settings > 0 ? [`${items(settings, "setting", "settings")} did not hold.`] : []),
    ].join(" "),
  restoreFailed: (rows) =>
    `It stopped after ${items(rows, "entry", "entries")}. What was taken back is kept; take the same file again.`,
  otherSalt:
    "The pages here and those of the backup were read under different keys, so one person would count as two. Save a backup of what is here, forget everything, then take this one back.",
  backupProblem: {
    notJson: "This file cannot be read as a backup.",
    notBackup: "This file is no backup of Whyfirst.",
    laterVersion: "This backup was made by a later version. Update Whyfirst first.",
  },
});
