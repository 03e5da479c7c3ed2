// Accounts as salted hashes: one account has one key within this installation, and the key tells nobody the account.
import type { Account } from "../domain/observation.ts";
import type { NetworkId } from "../domain/record.ts";
import type { Database } from "./database.ts";

const SALT = "salt";
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The installation's salt, made at first use; never exported. */
export async function salt(database: Database): Promise<string> {
  const transaction = database.transaction("meta", "readwrite");
  const stored = (await transaction.store.get(SALT))?.value;
  if (typeof stored === "string" && stored.length === 64) {
    await transaction.done;
    return stored;
  }
  const fresh = hex(crypto.getRandomValues(new Uint8Array(32)));
  await transaction.store.put({ name: SALT, value: fresh });
  await transaction.done;
  return fresh;
}

/**
 * The account's key: SHA-256 over salt, network and its handle in lower case (its id where it has no handle), the
 * first 128 bits as hex. `memo` spares repeated hashing within one batch.
 */
export async function authorKey(
  secret: string,
  network: NetworkId,
  account: Account,
  memo?: Map<string, string>,
): Promise<string> {
  const name = account.handle ? `@${account.handle.toLowerCase()}` : `#${account.id}`;
  const known = memo?.get(name);
  if (known !== undefined) return known;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret}|${network}|${name}`));
  const key = hex(new Uint8Array(digest, 0, 16));
  memo?.set(name, key);
  return key;
}
