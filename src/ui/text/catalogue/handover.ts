// What a language says on the one-page hand-over, and in the settings beside it.
import type { Kind } from "../../../domain/record.ts";
import type { Topic } from "../../handover/pick.ts";

export interface HandoverTexts {
  title(page: string): string;
  readonly statedWhy: string;
  readonly assumedWhy: string;
  readonly promise: string;
  readonly promiseSource: string;
  readonly noWhy: string;
  readonly findingsTitle: string;
  /** Where there are fewer than three. */
  readonly fewFindingsTitle: string;
  readonly noFindings: string;
  readonly strengthTitle: string;
  readonly noStrength: string;
  readonly unseenTitle: string;
  readonly askTitle: string;
  /** The question at the end, by what the first finding is about. */
  readonly ask: Readonly<Record<Topic | "nothing", string>>;
  commonAim(aim: string): string;
  ownItem(kind: Kind, day: string): string;
  /** `waited`: how long it has had no answer; null = it had one, or nobody knows. */
  theirItem(day: string, waited: string | null): string;
  readonly foot: string;
  readonly settingsTitle: string;
  readonly consultant: string;
  readonly logo: string;
  readonly removeLogo: string;
  readonly badLogo: string;
  readonly language: string;
  readonly quoteOthers: string;
  readonly print: string;
  readonly saveHtml: string;
  readonly copyMarkdown: string;
  readonly saveMarkdown: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly notSaved: string;
  readonly preview: string;
}
