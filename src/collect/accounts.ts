// Accounts by both their names: one answer of a site names a person by handle and id, the next by one of them alone.
import type { Account } from "../domain/observation.ts";
import { completeAccount } from "../domain/subject.ts";
import { MAX_ACCOUNTS } from "./limits.ts";

export class Accounts {
  readonly #byId = new Map<string, Account>();
  readonly #byHandle = new Map<string, Account>();

  /** Remembers an account of which both names are told; the oldest is forgotten where there are too many. */
  learn(account: Account | null): void {
    if (!account?.id || !account.handle) return;
    remember(this.#byId, account.id, account);
    remember(this.#byHandle, account.handle.toLowerCase(), account);
  }

  /** The account with the name it lacks, where that is known. */
  completed(account: Account): Account {
    if (account.id && account.handle) return account;
    const known = account.id
      ? this.#byId.get(account.id)
      : account.handle && this.#byHandle.get(account.handle.toLowerCase());
    return known ? completeAccount(account, [known]) : account;
  }
}

function remember(map: Map<string, Account>, name: string, account: Account): void {
  map.delete(name);
  map.set(name, account);
  if (map.size > MAX_ACCOUNTS) map.delete(map.keys().next().value as string);
}
