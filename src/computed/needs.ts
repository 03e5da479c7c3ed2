// What a person's turn is about: whether it needs an answer, complains, or asks about buying.
import type { PageRecord } from "../domain/record.ts";
import { either, type MessageText, type Sure } from "./text-class.ts";
import type { Turn } from "./threads.ts";

export interface TurnNeeds {
  /** A question, a complaint, or a direct mention of the page: the headline set of methods.md §3. */
  readonly answer: Sure;
  readonly complaint: Sure;
  readonly buying: Sure;
}

/**
 * `names`, in lower case: how a text may name the page: its handle with "@" (anywhere), its name (at the beginning).
 * A message in reply to the page is no mention by itself.
 */
export function needsOf(
  turn: Turn,
  classify: (message: PageRecord) => MessageText,
  names: { readonly handles: ReadonlySet<string>; readonly name: string | null },
): TurnNeeds {
  let [answer, complaint, buying]: [Sure, Sure, Sure] = ["no", "no", "no"];
  for (const message of turn.messages) {
    const text = classify(message);
    complaint = either(complaint, text.complaint);
    buying = either(buying, text.buying);
    answer = mentions(message, names) ? "yes" : either(answer, either(text.question, text.complaint));
  }
  return { answer, complaint, buying };
}

/** A name may begin a longer word ("On", "One of the best"), in the alphabets that keep words apart. */
const GOES_ON = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** Whether the message names the page; where its text was dropped, whether it did. */
export function mentions(
  { text, about }: Pick<PageRecord, "text" | "about">,
  names: Parameters<typeof needsOf>[2],
): boolean {
  if (text === null) return about?.named ?? false;
  const handle = text.includes("@") ? text.matchAll(/@([\p{L}\p{N}_.-]+)/gu) : [];
  for (const [, named] of handle) if (names.handles.has(named!.toLowerCase().replace(/[.-]+$/, ""))) return true;
  const { name } = names;
  if (!name || text.length < name.length) return false;
  const said = text.trimStart();
  return said.slice(0, name.length).toLowerCase() === name && !GOES_ON.test(said.slice(name.length));
}
