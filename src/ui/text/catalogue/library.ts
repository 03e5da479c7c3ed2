// What a language says where a person keeps what was read: the list of pages, forgetting, backups, and files for other programs.
import type { BackupProblem } from "../../../store/backup.ts";

/** A file another program can read. */
interface FileTexts {
  readonly name: string;
  readonly what: string;
}

export interface ExportTexts {
  readonly title: string;
  lead(messages: number): string;
  readonly othersTexts: string;
  readonly withTexts: string;
  readonly withoutTexts: string;
  readonly save: string;
  readonly making: string;
  made(name: string): string;
  readonly formula: string;
  readonly file: Readonly<Record<"report.json" | "findings.csv" | "records.csv" | "records.ndjson", FileTexts>>;
}

export interface LibraryTexts {
  readonly title: string;
  pages(n: number): string;
  readonly empty: string;
  disk(size: string): string;
  readonly page: string;
  readonly records: string;
  readonly size: string;
  readonly lastRead: string;
  readonly noPlan: string;
  readonly compare: string;
  compareThis(name: string): string;
  compareChosen(n: number): string;
  readonly compareHint: string;
  readonly forget: string;
  forgetQuestion(name: string, messages: number): string;
  readonly forgetYes: string;
  readonly forgetPlanToo: string;
  readonly forgetAllTitle: string;
  readonly forgetAllLead: string;
  readonly forgetAll: string;
  readonly forgetAllQuestion: string;
  readonly forgetAllYes: string;
  readonly retentionTitle: string;
  readonly retentionLead: string;
  readonly retentionLabel: string;
  readonly keepAlways: string;
  retentionQuestion(days: number | null): string;
  readonly retentionYes: string;
  /** `n`: messages whose text was dropped. */
  retentionSet(n: number): string;
  readonly backupTitle: string;
  readonly backupLead: string;
  readonly backup: string;
  readonly restoreLabel: string;
  readonly restore: string;
  restoreQuestion(day: string, pages: number, messages: number): string;
  restoring(done: number, all: number): string;
  /** Rows taken back; entries and settings that did not hold. */
  restored(rows: number, bad: number, settings: number): string;
  restoreFailed(rows: number): string;
  readonly otherSalt: string;
  readonly backupProblem: Readonly<Record<BackupProblem, string>>;
}
