// Whose pages a page's figures are held against: those the person called a rival's, on the same network.
import type { Plan } from "../../domain/plan.ts";
import type { LibraryPage } from "../../store/library.ts";

/** House: each costs an audit of its own. */
const MOST_RIVALS = 5;

/** Keys of the pages with a rival's plan on the network of `page`, the one read last first, at most five. */
export function rivalsOf(page: string, library: readonly LibraryPage[], plans: readonly Plan[]): string[] {
  const rivals = new Set(plans.filter(({ stance }) => stance === "rival").map(({ id }) => id));
  const network = page.slice(0, page.indexOf(":") + 1);
  return library
    .filter(({ page: { key }, plan }) => key !== page && key.startsWith(network) && plan !== null && rivals.has(plan))
    .map((entry) => entry.page.key)
    .slice(0, MOST_RIVALS);
}
