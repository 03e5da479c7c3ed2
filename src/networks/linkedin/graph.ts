// Normalised Voyager data: a document's entities by urn, with references followed and the list they were asked for.
import type { Account } from "../../domain/observation.ts";
import { UnreadCount } from "../network.ts";
import { isObject, type JsonObject, parseJson, property, search } from "../walk.ts";
import { accountOfLink, accountOfUrn, isOrganisation, joinAccounts } from "./address.ts";
import { decoded } from "./urn.ts";

export const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** A count of things; null for anything else. */
export const amount = (value: unknown): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** The list of a company's posts that one island answers. */
export interface FeedAnswer {
  readonly order: "recent" | "top";
  /** Whose list it is, where the request beside it says so. */
  readonly owner: Account | null;
  readonly start: number;
  /** Its elements as it names them, in the order shown: the entities themselves come in any order. */
  readonly elements: readonly unknown[];
  readonly total: number | null;
}

export class Graph {
  readonly #entities = new Map<string, JsonObject>();
  readonly #accounts = new Map<string, Account>();
  readonly feeds: FeedAnswer[] = [];

  /** Takes in one parsed answer; `request`: the address it answers, where known. */
  add(root: unknown, request: string | null, unread: UnreadCount): void {
    const { objects, capped } = search(root, (object) =>
      text(property(object, "entityUrn")) ? "takeAndEnter" : "enter",
    );
    if (capped) unread.add("tooBig");
    for (const object of objects) {
      const urn = object["entityUrn"] as string;
      const known = this.#entities.get(urn);
      // One entity may come in two depths; the fuller one wins.
      if (!known || Object.keys(known).length < Object.keys(object).length) this.#entities.set(urn, object);
      this.#learn(object);
    }
    const answers = property(root, "data", "data") ?? property(root, "data");
    if (!isObject(answers)) return;
    for (const [key, value] of Object.entries(answers)) {
      const order = /OrganizationalPageUpdates/i.test(key)
        ? /Chronological/.test(key)
          ? "recent"
          : /Relevance/.test(key)
            ? "top"
            : null
        : null;
      if (!order) continue;
      const elements = property(value, "*elements") ?? property(value, "elements");
      const page = /organizationalPageUrn:([^,)]{1,200})/.exec(request ?? "")?.[1];
      this.feeds.push({
        order,
        owner: page ? accountOfUrn(decoded(page)) : null,
        start: amount(property(value, "paging", "start")) ?? 0,
        elements: Array.isArray(elements) ? elements : [],
        total: amount(property(value, "paging", "total")),
      });
    }
  }

  entities(): Iterable<JsonObject> {
    return this.#entities.values();
  }

  /** The object under `name`, in place or by its `*name` reference; null where it is not loaded. */
  follow(object: unknown, name: string): JsonObject | null {
    const inPlace = property(object, name);
    if (isObject(inPlace)) return inPlace;
    const urn = property(object, `*${name}`) ?? inPlace;
    return (typeof urn === "string" && this.#entities.get(urn)) || null;
  }

  /** The account a urn or a link names, with its other name where the document tells it. */
  account(link: unknown, ...urns: unknown[]): Account | null {
    let account = typeof link === "string" ? accountOfLink(link) : null;
    for (const urn of urns) {
      const known = typeof urn === "string" ? (this.#accounts.get(urn) ?? accountOfUrn(urn)) : null;
      account = joinAccounts(account, known);
    }
    if (!account || !isOrganisation(account)) return account;
    return joinAccounts(account, (account.id && this.#accounts.get(`urn:li:company:${account.id}`)) || null);
  }

  /** Remembers which link belongs to which urn. */
  #learn(object: JsonObject): void {
    const urn = object["entityUrn"] as string;
    const named = accountOfUrn(urn);
    const vanity = text(property(object, "universalName"));
    const person = text(property(object, "publicIdentifier"));
    if (named && isOrganisation(named) && vanity)
      this.#name(urn, accountOfLink(`/company/${encodeURIComponent(vanity)}`), named);
    else if (named && person) this.#name(urn, accountOfLink(`/in/${encodeURIComponent(person)}`), named);
    const commenter = property(object, "commenter") ?? property(object, "commenterForDashConversion");
    const link = accountOfLink(text(property(commenter, "navigationUrl")));
    for (const name of commenterUrns(commenter)) {
      const account = accountOfUrn(name);
      if (account && link) this.#name(name, link, account);
    }
  }

  #name(urn: string, link: Account | null, named: Account): void {
    const account = joinAccounts(link, named);
    if (!account) return;
    this.#accounts.set(urn, account);
    if (isOrganisation(account) && account.id) this.#accounts.set(`urn:li:company:${account.id}`, account);
  }
}

/** All names under which a commenter's account is given. */
export function commenterUrns(commenter: unknown): string[] {
  const actor = property(commenter, "actor") ?? property(commenter, "actorUnion");
  const names = ["companyUrn", "*companyUrn", "*company", "profileUrn", "*profileUrn"].map((key) =>
    property(actor, key),
  );
  const profile = text(property(commenter, "commenterProfileId"));
  return [...names, profile && `urn:li:fsd_profile:${profile}`, property(commenter, "urn")].filter(
    (urn) => typeof urn === "string",
  );
}

const ISLAND = 'code[id^="bpr-guid-"]';
/** Larger islands are not parsed. */
const MAX_ISLAND = 12_000_000;

export interface Islands {
  readonly graph: Graph;
  readonly unread: UnreadCount;
}

interface Read extends Islands {
  /** The islands it was made of, and how long each was. */
  readonly from: readonly { readonly island: Element; readonly length: number }[];
}
const READ = new WeakMap<Document, Read>();

/** The document's islands as one graph, made again only when one came, grew or went: a page is looked at all the time. */
export function islandsOf(root: Document): Islands {
  const sources = [...root.querySelectorAll(ISLAND)].map((island) => ({ island, text: island.textContent ?? "" }));
  const known = READ.get(root);
  const same =
    known?.from.length === sources.length &&
    known.from.every(
      ({ island, length }, index) => island === sources[index]!.island && length === sources[index]!.text.length,
    );
  if (known && same) return known;
  const graph = new Graph();
  const unread = new UnreadCount();
  for (const { island, text: source } of sources) {
    const parsed = parseJson(source, MAX_ISLAND);
    if (!parsed.ok) {
      unread.add(parsed.reason);
      continue;
    }
    // The twin beside it says which request it answers.
    const twin = parseJson(root.getElementById(`datalet-${island.id}`)?.textContent ?? "");
    graph.add(parsed.value, twin.ok ? text(property(twin.value, "request")) : null, unread);
  }
  READ.set(root, { graph, unread, from: sources.map(({ island, text }) => ({ island, length: text.length })) });
  return { graph, unread };
}
