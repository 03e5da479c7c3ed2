// Runs the verdict rule over simulated pages cell by cell, counts verdicts on the wrong side, and prints the table.
import type { Limits } from "../../src/stats/intervals.ts";
import { Random, seedOf } from "../../src/stats/random.ts";
import { type Comment, type Likeness, type Spread, simulatePage } from "./simulated-page.ts";

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

export interface Setting {
  readonly targets: readonly number[];
  readonly posts?: readonly number[];
  readonly comments?: readonly number[];
  readonly iccs?: readonly number[];
  readonly likeness: Likeness;
  /** Page by page in turn. */
  readonly spreads: readonly Spread[];
  /** Simulated pages a cell; `PAGES` where not said. */
  readonly pages?: number;
  /** The very limits that verdicts are given by. */
  readonly limits: (page: readonly Comment[], random: Random) => Limits;
}

const rounded = (share: number): number => Math.round(share * 1e6) / 1e6;

/** Every cell of the setting; one simulated page serves all targets it is at a wanted distance from. */
export function runCells({ targets, likeness, spreads, limits, pages = PAGES, ...wanted }: Setting): Cell[] {
  const cells: Cell[] = [];
  const truths = [...new Set(targets.flatMap((target) => OFFSETS.map((offset) => rounded(target + offset))))];
  for (const truth of truths.filter((share) => share >= 0 && share <= 1)) {
    for (const posts of wanted.posts ?? POSTS) {
      for (const comments of wanted.comments ?? COMMENTS) {
        for (const icc of wanted.iccs ?? ICCS) {
          const random = new Random(seedOf([truth, posts, comments, icc]));
          const judged = targets
            .map((target) => ({ target, offset: rounded(truth - target), wrong: 0, cannotTell: 0 }))
            .filter(({ offset }) => OFFSETS.includes(offset));
          for (let i = 0; i < pages; i++) {
            const spread = spreads[i % spreads.length]!;
            const page = simulatePage({ truth, comments, posts, icc, likeness, spread }, random);
            const { lower, upper } = limits(page, random);
            for (const cell of judged) {
              const met = lower >= cell.target;
              const missed = upper < cell.target;
              if (!met && !missed) cell.cannotTell++;
              else if (met === cell.offset < 0) cell.wrong++;
            }
          }
          for (const { target, offset, wrong, cannotTell } of judged) {
            const shares = { wrong: wrong / pages, cannotTell: cannotTell / pages };
            cells.push({ target, offset, posts, comments, icc, ...shares });
          }
        }
      }
    }
  }
  return cells;
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
