// Accounts as salted hashes: one account has one key within this installation, and the key tells nobody the account.
import type { Account } from "../domain/observation.ts";
import type { NetworkId } from "../domain/record.ts";
import type { Database } from "./database.ts";

const SALT = "salt";
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The installation's salt, made at first use. It leaves the database in a backup only, which a person would be a stranger without. */
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

/** The hashes of both names of an account; null for the name it lacks. */
export interface Names {
  readonly handle: string | null;
  readonly id: string | null;
}

/**
 * An account's names, each as SHA-256 over salt, network and name (a handle in lower case), the first 128 bits as hex.
 * `memo` spares repeated hashing within one batch.
 */
export async function namesOf(
  secret: string,
  network: NetworkId,
  { handle, id }: Account,
  memo?: Map<string, string>,
): Promise<Names> {
  const hash = async (name: string): Promise<string> => {
    const known = memo?.get(name);
    if (known !== undefined) return known;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret}|${network}|${name}`));
    const key = hex(new Uint8Array(digest, 0, 16));
    memo?.set(name, key);
    return key;
  };
  return {
    handle: handle ? await hash(`@${handle.toLowerCase()}`) : null,
    id: id ? await hash(`#${id}`) : null,
  };
}

/** The hash of an account's handle, of its id where it has no handle; "" where it has neither. */
export async function authorKey(secret: string, network: NetworkId, account: Account): Promise<string> {
  const { handle, id } = await namesOf(secret, network, account);
  return handle ?? id ?? "";
}
