// Runs the verdict rule over simulated pages cell by cell, counts verdicts on the wrong side, and prints the table.
import type { Limits } from "../../src/stats/intervals.ts";
import { Random, seedOf } from "../../src/stats/random.ts";
import { type Likeness, roomFor, type SimulatedPage, type Spread, simulatePage } from "./simulated-page.ts";

export const PAGES = 2_000;
export const OFFSETS = [-0.2, -0.1, -0.05, -0.02, 0.02, 0.05, 0.1, 0.2];
export const COMMENTS = [8, 20, 40, 100];
export const POSTS = [2, 5, 10, 30];
export const ICCS = [0, 0.1, 0.3];

export interface Cell {
  readonly target: number;
  readonly offset: number;
  readonly posts: number;
  readonly comments: number;
  readonly icc: number;
  /** Shares of pages. */
  readonly wrong: number;
  readonly cannotTell: number;
}

/** A figure of the page that is judged. */
export interface Measure {
  readonly targets: readonly number[];
  /**
   * The very limits that verdicts are given by; `resampled` false leaves the bootstrap out, which only ever widens: it
   * is asked only where the others give a verdict, as it can but take that back.
   */
  limits(page: SimulatedPage, random: Random): (resampled: boolean) => Limits;
}

export interface Setting {
  readonly posts?: readonly number[];
  readonly comments?: readonly number[];
  readonly iccs?: readonly number[];
  readonly likeness: Likeness;
  /** Page by page in turn. */
  readonly spreads: readonly Spread[];
  /** Simulated pages a cell; `PAGES` where not said. */
  readonly pages?: number;
}

const rounded = (share: number): number => Math.round(share * 1e6) / 1e6;

/** What comes of a measure in one cell. */
interface Judged {
  readonly measure: Measure;
  readonly cells: Cell[];
  readonly counts: { readonly target: number; readonly offset: number; wrong: number; cannotTell: number }[];
}

const verdict = ({ lower, upper }: Limits, target: number): "met" | "missed" | null =>
  lower >= target ? "met" : upper < target ? "missed" : null;

function judge({ measure, counts }: Judged, page: SimulatedPage, random: Random): void {
  const limits = measure.limits(page, random);
  const plain = limits(false);
  const told = counts.some(({ target }) => verdict(plain, target) !== null);
  const all = told ? limits(true) : plain;
  for (const cell of counts) {
    const state = verdict(all, cell.target);
    if (state === null) cell.cannotTell++;
    else if ((state === "met") === cell.offset < 0) cell.wrong++;
  }
}

/**
 * Every cell of the setting for each of the measures; one simulated page serves all measures, and all targets it is at a
 * wanted distance from.
 */
export function runCells(setting: Setting, ...measures: readonly Measure[]): Cell[][] {
  const { likeness, spreads, pages = PAGES, ...wanted } = setting;
  const found = measures.map((): Cell[] => []);
  const targets = measures.flatMap(({ targets }) => targets);
  const truths = [...new Set(targets.flatMap((target) => OFFSETS.map((offset) => rounded(target + offset))))];
  for (const truth of truths.filter((share) => share >= 0 && share <= 1)) {
    for (const posts of wanted.posts ?? POSTS) {
      for (const comments of wanted.comments ?? COMMENTS) {
        for (const icc of wanted.iccs ?? ICCS) {
          const random = new Random(seedOf([truth, posts, comments, icc]));
          const judged = measures.flatMap((measure, i): Judged[] => {
            const counts = measure.targets
              .map((target) => ({ target, offset: rounded(truth - target), wrong: 0, cannotTell: 0 }))
              .filter(({ offset }) => OFFSETS.includes(offset));
            return counts.length === 0 ? [] : [{ measure, cells: found[i]!, counts }];
          });
          const page = roomFor({ comments });
          for (let i = 0; i < pages; i++) {
            const spread = spreads[i % spreads.length]!;
            simulatePage({ truth, comments, posts, icc, likeness, spread }, random, page);
            for (const one of judged) judge(one, page, random);
          }
          for (const { cells, counts } of judged) {
            for (const { target, offset, wrong, cannotTell } of counts) {
              const shares = { wrong: wrong / pages, cannotTell: cannotTell / pages };
              cells.push({ target, offset, posts, comments, icc, ...shares });
            }
          }
        }
      }
    }
  }
  return found;
}

/** One line per row of cells: percent of pages with "can't tell yet" by distance from the target, and the most wrong. */
export function table(title: string, cells: readonly Cell[]): string {
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const { target, posts, comments, icc } = cell;
    const key = `${target.toFixed(2).padStart(6)}${String(posts).padStart(6)}${String(comments).padStart(9)}`;
    const row = `${key}${icc.toFixed(1).padStart(6)}`;
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  const lines = [...rows].sort().map(([key, row]) => {
    const byOffset = OFFSETS.map((offset) => {
      const cell = row.find((candidate) => candidate.offset === offset);
      return cell === undefined ? "     –" : percent(cell.cannotTell);
    });
    return `${key} ${percent(Math.max(...row.map(({ wrong }) => wrong)))} |${byOffset.join("")}`;
  });
  const mean = cells.reduce((sum, { cannotTell }) => sum + cannotTell, 0) / cells.length;
  return [
    title,
    `target posts comments   icc  wrong | can't tell yet, % of pages, truth − target =`,
    `                          (most)   |${OFFSETS.map((offset) => offset.toFixed(2).padStart(6)).join("")}`,
    ...lines,
    `mean can't tell yet ${percent(mean)} %, most wrong ${percent(Math.max(...cells.map(({ wrong }) => wrong)))} %`,
  ].join("\n");
}
