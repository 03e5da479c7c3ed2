// Everyone an answer of X names, so that an author given only as an id still gets their handle.
import type { AboutPage, Account } from "../../domain/observation.ts";
import { type JsonObject, property, search } from "../walk.ts";
import { mentionSchema, userSchema } from "./schemas.ts";

const cut = (text: string | undefined, length: number): string | null => text?.slice(0, length) || null;

const isUser = (object: JsonObject): boolean =>
  typeof property(object, "rest_id") === "string" &&
  (typeof property(object, "core", "screen_name") === "string" ||
    typeof property(object, "legacy", "screen_name") === "string");

export class People {
  readonly #handles = new Map<string, string>();
  readonly #about = new Map<string, AboutPage>();
  /** The search was cut short by its limits. */
  readonly capped: boolean;

  /** Reads every account named anywhere in `payload`. */
  constructor(payload: unknown) {
    const { capped } = search(payload, (object) => {
      if (isUser(object)) this.#addUser(object);
      else this.#addMention(object);
      return "enter";
    });
    this.capped = capped;
  }

  /** The account with this id, its handle from wherever the payload names it, else `handle`; null without either. */
  account(id: string | undefined, handle?: string): Account | null {
    if (id === undefined && handle === undefined) return null;
    return { id: id ?? null, handle: (id && this.#handles.get(id)) ?? handle ?? null };
  }

  /** What the payload says of an account, null where it names it only. */
  about(id: string | null): AboutPage | null {
    return (id && this.#about.get(id)) || null;
  }

  #addUser(object: JsonObject): void {
    const { rest_id: id, core, legacy, profile_bio, tweet_counts } = userSchema.parse(object);
    const handle = core?.screen_name ?? legacy?.screen_name;
    if (!id || !handle) return;
    this.#handles.set(id, handle);
    const known = this.#about.get(id);
    this.#about.set(id, {
      account: { id, handle },
      name: cut(core?.name ?? legacy?.name, 300) ?? known?.name ?? null,
      about: cut(profile_bio?.description ?? legacy?.description, 5_000) ?? known?.about ?? null,
      totalPosts: tweet_counts?.tweets ?? legacy?.statuses_count ?? known?.totalPosts ?? null,
    });
  }

  /** A mention in a text, or the addressee of an answer: an id beside a handle. */
  #addMention(object: JsonObject): void {
    const addressed = typeof property(object, "in_reply_to_screen_name") === "string";
    if (!addressed && typeof property(object, "screen_name") !== "string") return;
    const { id_str: id, screen_name: handle } = mentionSchema.parse(
      addressed
        ? {
            id_str: property(object, "in_reply_to_user_id_str"),
            screen_name: property(object, "in_reply_to_screen_name"),
          }
        : { id_str: property(object, "id_str"), screen_name: property(object, "screen_name") },
    );
    if (id && handle && !this.#handles.has(id)) this.#handles.set(id, handle);
  }
}
