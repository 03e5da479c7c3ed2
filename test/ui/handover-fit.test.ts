// One page is one page: the more a sheet says, the smaller it is printed, and never larger than what fits.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContentFinding, HandoverContent } from "../../src/ui/handover/content.ts";
import { FITS, fitOf } from "../../src/ui/handover/fit.ts";

const words = (letters: number): string => "word ".repeat(Math.ceil(letters / 5)).slice(0, letters);
const told = (letters: number): ContentFinding => ({
  title: "Answered within a day",
  said: words(letters),
  doubt: words(letters / 2),
  aim: "Aim: at least 65%",
  links: [0, 1].map(() => ({
    label: words(45),
    quote: words(letters / 2),
    address: `https://x.com/${"a".repeat(letters)}`,
  })),
});
const sheet = (letters: number, findings = 3): HandoverContent => ({
  language: "en",
  direction: "ltr",
  quoted: (quote) => `“${quote}”`,
  title: "Northwind Coffee: what its page shows",
  consultant: { name: "", logo: null },
  page: { name: "Northwind Coffee", network: "X", address: "https://x.com/northwindcoffee" },
  when: "As of Nov 21, 2026",
  read: words(80),
  why: { label: "Why the page is here", quote: words(letters), source: null },
  findingsTitle: "Three things to look at",
  findings: Array.from({ length: findings }, () => told(letters)),
  noFindings: null,
  strengthTitle: "One strength",
  strength: told(letters),
  noStrength: "",
  unseenTitle: "What could not be seen",
  unseen: [words(40), words(40), words(40)],
  askTitle: "The question to ask",
  ask: words(100),
  foot: words(120),
});

describe("the size of a printed sheet", () => {
  test("is full where little is said, and smaller where much is", () => {
    expect(fitOf(sheet(60))).toBe(100);
    expect(fitOf(sheet(220))).toBeLessThan(fitOf(sheet(60)));
    expect(fitOf(sheet(5_000))).toBe(FITS.at(-1));
  });

  test("never grows with more to say", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(3), (some, more, findings) => {
        expect(fitOf(sheet(some + more, findings))).toBeLessThanOrEqual(fitOf(sheet(some, findings)));
      }),
    );
  });

  test("has a rule for each step in the sheet's style", () => {
    const style = readFileSync(new URL("../../src/ui/handover/sheet.css", import.meta.url), "utf8");
    for (const fit of FITS.filter((one) => one !== 100)) expect(style).toContain(`.sheet[data-fit="${fit}"]`);
  });
});
