// How far a sheet has to shrink on paper so that one page is one page: worked out from its words, as a file without script cannot measure.
import type { ContentFinding, ContentLink, HandoverContent } from "./content.ts";

/** Points that A4 and Letter both leave within the sheet's margins: the width of the one, the height of the other. */
const WIDTH = 520;
const HEIGHT = 720;
/** House: the mean width of a letter in wide fonts, in ems; narrower ones leave room. */
const LETTER = 0.54;
/** The same for addresses, which are full of capitals and digits. */
const SIGN = 0.66;
/** Sizes in points and line heights as `sheet.css` prints them. */
const TEXT = 10.5;
const SMALL = 9;
const ADDRESS = 7.5;
const SAID = 12.5;
const LINE = 1.38;

/** How far it shrinks, in percent; `sheet.css` has a rule for each. */
export const FITS = [100, 92, 84, 76, 68] as const;
export type Fit = (typeof FITS)[number];

interface Sizes {
  /** Points of height that `text` takes in letters of `size`, `less` narrower than the page. */
  readonly lines: (text: string, size: number, less?: number, letter?: number) => number;
}

/** Shrinking makes lines longer too: at `share` of its size, a page is that much wider. */
const sizesAt = (share: number): Sizes => ({
  lines: (text, size, less = 0, letter = LETTER) =>
    text === "" ? 0 : Math.ceil((text.length * size * letter) / (WIDTH / share - less)) * size * LINE,
});

const linkHeight = ({ lines }: Sizes, { label, quote, address }: ContentLink, less: number): number =>
  lines(`${label}${quote ? `: ${quote}  ` : ""}`, SMALL, less) + lines(address ?? "", ADDRESS, less, SIGN);

const findingHeight = (sizes: Sizes, told: ContentFinding, less: number): number =>
  sizes.lines(told.title, 11, less) +
  sizes.lines(told.said, TEXT, less) +
  sizes.lines(`${told.doubt ?? ""} ${told.aim}`.trim(), SMALL, less) +
  told.links.reduce((sum, link) => sum + linkHeight(sizes, link, less), 0);

/** Points of height the sheet takes on paper at `share` (0–1) of its size, before it is shrunk. */
function heightOf(content: HandoverContent, share: number): number {
  const sizes = sizesAt(share);
  const { lines } = sizes;
  const { consultant, page, why } = content;
  const beside = consultant.logo || consultant.name ? 150 : 0;
  const head =
    lines(content.title, 17, beside) +
    lines(`${page.network} ${page.address ?? ""} ${content.when}`, SMALL, beside) +
    lines(content.read, SMALL, beside);
  const half = WIDTH / share / 2 + 12;
  const unseen = content.unseen.reduce((sum, line) => sum + lines(line, SMALL, half), 0) / 2 + SMALL * LINE;
  const title = 11 * LINE + 12;
  return (
    Math.max(head, beside === 0 ? 0 : 62) +
    (12 + lines(why.label, SMALL, 12) + lines(why.quote ?? "", SAID, 12)) +
    (why.source ? linkHeight(sizes, why.source, 12) : 0) +
    title +
    lines(content.noFindings ?? "", TEXT) +
    content.findings.reduce((sum, told) => sum + 6 + findingHeight(sizes, told, 18), 0) +
    (28 +
      title +
      (content.strength ? findingHeight(sizes, content.strength, 24) : lines(content.noStrength, TEXT, 24))) +
    (title + unseen) +
    (20 + title + lines(content.ask, SAID, 24)) +
    (12 + lines(content.foot, SMALL))
  );
}

/** The largest size, in percent, at which the sheet stands on one page of either format. */
export const fitOf = (content: HandoverContent): Fit =>
  FITS.find((fit) => heightOf(content, fit / 100) * (fit / 100) <= HEIGHT) ?? FITS[FITS.length - 1]!;
