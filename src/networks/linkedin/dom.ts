// Reading LinkedIn's rendered page: text as a person sees it, counts, and the accounts that links name.
import type { Account } from "../../domain/observation.ts";
import { MAX_TEXT } from "../../domain/record.ts";
import { accountOfLink } from "./address.ts";

const BLOCKS = new Set(["P", "DIV", "LI"]);

/** Text as a reader sees it, without what only a screen reader is told; "" where there is none. */
export function seenText(element: Element | null | undefined): string {
  if (!element) return "";
  let text = "";
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (text.length > MAX_TEXT) return;
      if (child.nodeType === 3) text += child.nodeValue;
      if (child.nodeType !== 1) continue;
      const inner = child as Element;
      if (inner.tagName === "BR") text += "\n";
      else if (inner.classList.contains("visually-hidden") || inner.tagName === "SCRIPT" || inner.tagName === "STYLE")
        continue;
      else {
        walk(inner);
        if (BLOCKS.has(inner.tagName)) text += "\n";
      }
    }
  };
  walk(element);
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, MAX_TEXT);
}

/** A whole number shown with or without marks between thousands: "1,013", "1.013", "1 013". null where it is none. */
export function wholeNumber(text: string | null | undefined): number | null {
  const found = /^\D*?(\d{1,3}(?:[.,\s'’\u00a0\u202f]\d{3})+|\d{1,9})(?![\d.,])/.exec(text?.trim() ?? "");
  return found ? Number(found[1]!.replace(/\D/g, "")) : null;
}

/** The first element that matches and of which `unit` is the nearest element that is a unit. */
export function ownPart(unit: Element, selector: string, units: string): Element | null {
  for (const found of unit.querySelectorAll(selector)) if (found.closest(units) === unit) return found;
  return null;
}

/** All links inside that name an account, with it, in order. */
export function accountLinks(inside: Element): { link: Element; account: Account }[] {
  const found: { link: Element; account: Account }[] = [];
  for (const link of inside.querySelectorAll("a[href]")) {
    const account = accountOfLink(link.getAttribute("href"));
    if (account) found.push({ link, account });
  }
  return found;
}

/** A text as it is meant: whom its very first words address, where they are a link to an account, and what it says. */
export interface Said {
  readonly to: Account | null;
  readonly text: string;
}

/** The link that nothing but space precedes. */
function firstLink(text: Element): Element | null {
  let found: Element | null = null;
  const walk = (node: Node): boolean => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && child.nodeValue?.trim()) return true;
      if (child.nodeType !== 1) continue;
      if ((child as Element).tagName === "A") {
        found = child as Element;
        return true;
      }
      if (!(child as Element).classList.contains("visually-hidden") && walk(child)) return true;
    }
    return false;
  };
  walk(text);
  return found;
}

/** Text with the mention that leads it told apart, as LinkedIn puts one before an answer. */
export function saidIn(part: Element): Said {
  const text = seenText(part);
  const link = firstLink(part);
  const to = accountOfLink(link?.getAttribute("href"));
  const name = seenText(link);
  return to && name !== "" && text.startsWith(name)
    ? { to, text: text.slice(name.length).trimStart() }
    : { to: null, text };
}
