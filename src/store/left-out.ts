// Items the person took out of the audit ("this one is spam"): remembered per page, and put back at any time.
import { type Database, ofPage } from "./database.ts";

/** Takes the item out of its page's audit, or puts it back. `at`: ms UTC. Either is harmless where it is so already. */
export async function setLeftOut(
  database: Database,
  page: string,
  id: string,
  leftOut: boolean,
  at: number,
): Promise<void> {
  if (leftOut) await database.put("leftOut", { page, id, at });
  else await database.delete("leftOut", [page, id]);
}

/** Ids of the items that the person took out of the page's audit. */
export async function loadLeftOut(database: Database, page: string): Promise<ReadonlySet<string>> {
  return new Set((await database.getAll("leftOut", ofPage(page))).map(({ id }) => id));
}
