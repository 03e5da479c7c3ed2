// Who is named in Facebook's answers: accounts with their ids, addresses and names, wherever they stand.
import type { Account } from "../../domain/observation.ts";
import { isObject, type JsonObject, property } from "../walk.ts";
import { accountAt, isAddress } from "./address.ts";
import { text } from "./fields.ts";

/** What is known of an account beside its id. `company`: whether it is a page and not a person. */
export interface Profile {
  handle: string | null;
  name: string | null;
  company: boolean | null;
}

export class Accounts {
  readonly profiles = new Map<string, Profile>();
  /** Ids of accounts whose address stood in its field and was understood, be it one without a handle or none. */
  readonly addressed = new Set<string>();

  /** An account as an actor object names it; notes what else it says. */
  named(actor: unknown): Account | null {
    const id = text(property(actor, "id"));
    const at = accountAt(property(actor, "url"));
    if (id && isAddress(property(actor, "url"))) this.addressed.add(id);
    return id ? { id, handle: at?.handle ?? null } : at;
  }

  /** Takes up what an object says of the account it is, if it is one. */
  add(object: JsonObject): void {
    const id = text(property(object, "id"));
    if (!id || !/^\d+$/.test(id)) return;
    const type = property(object, "__typename");
    const mark = property(object, "is_additional_profile_plus");
    const isActor = type === "User" || type === "Page" || typeof mark === "boolean";
    if (!isActor && !isObject(property(object, "delegate_page"))) return;
    const known = this.profiles.get(id) ?? { handle: null, name: null, company: null };
    const at = accountAt(property(object, "url"));
    if (isAddress(property(object, "url"))) this.addressed.add(id);
    known.handle ??= at?.handle ?? null;
    known.name ??= text(property(object, "name"));
    if (type === "Page") known.company = true;
    else if (typeof mark === "boolean") known.company = mark;
    else if (text(property(object, "delegate_page", "category_name"))) known.company ??= true;
    this.profiles.set(id, known);
  }
}
