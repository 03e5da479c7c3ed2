// Builds datasets for tests: posts, people's messages, answers and how far they were read, in a few words each.
import type { Dataset, FeedCoverage, ThreadCoverage } from "../../src/domain/dataset.ts";
import { exactly, type Moment } from "../../src/domain/moment.ts";
import type { Feed } from "../../src/domain/page.ts";
import type { NetworkId, PageRecord } from "../../src/domain/record.ts";
import { NOTHING_ANNOUNCED } from "../../src/domain/record.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** A Monday, midnight UTC. */
export const START = Date.UTC(2026, 8, 7);

type Extra = Partial<Omit<PageRecord, "announced">> & { readonly comments?: number | null };

export const PAGE_KEY = "page-key";

export class DatasetBuilder {
  readonly records: PageRecord[] = [];
  readonly #feeds: FeedCoverage[] = [];
  readonly #threads: ThreadCoverage[] = [];
  readonly #handle: string;
  #next = 1;

  constructor(
    readonly network: NetworkId = "x",
    /** When everything was read, unless a record says otherwise. */
    readonly readAt = START + 12 * WEEK,
    handle = "northwind",
  ) {
    this.#handle = handle;
  }

  #add(record: Partial<PageRecord>, at: number | Moment, { comments = null, ...extra }: Extra): PageRecord {
    const id = extra.id ?? String(this.#next++).padStart(6, "0");
    const created = typeof at === "number" ? exactly(at) : at;
    const added: PageRecord = {
      schema: 1,
      network: this.network,
      id,
      kind: "post",
      author: { role: "page", key: PAGE_KEY },
      created,
      observedAt: this.readAt,
      replyTo: null,
      replyToAuthor: null,
      thread: null,
      text: null,
      lang: null,
      url: `https://example.com/${id}`,
      pinned: false,
      promoted: false,
      repostOf: null,
      announced: { ...NOTHING_ANNOUNCED, comments },
      ...record,
      ...extra,
    };
    this.records.push(added);
    return added;
  }

  /** A post by the page. */
  post(at: number | Moment, extra: Extra = {}): PageRecord {
    return this.#add({}, at, extra);
  }

  repost(at: number, extra: Extra = {}): PageRecord {
    return this.#add({ kind: "repost", repostOf: `original-of-${at}` }, at, extra);
  }

  /** A message by `person` in answer to `parent` (a record, or the id of one that is not loaded). */
  message(person: string, parent: PageRecord | string, at: number | Moment, extra: Extra = {}): PageRecord {
    return this.#reply({ role: "other", key: person }, parent, at, extra);
  }

  /** An answer by the page; to a message that is not loaded, by `to`. */
  answer(parent: PageRecord | string, at: number | Moment, extra: Extra = {}): PageRecord {
    return this.#reply({ role: "page", key: PAGE_KEY }, parent, at, extra);
  }

  #reply(author: PageRecord["author"], parent: PageRecord | string, at: number | Moment, extra: Extra): PageRecord {
    const above = typeof parent === "string" ? null : parent;
    const kind = this.network !== "x" && above?.kind === "post" ? "comment" : "reply";
    return this.#add(
      {
        kind,
        author,
        replyTo: above?.id ?? String(parent),
        replyToAuthor: this.network === "x" ? (above?.author ?? { role: "other", key: "somebody" }) : null,
        thread: above ? (above.thread ?? above.id) : null,
      },
      at,
      { comments: kind === "reply" && this.network !== "x" ? null : 0, ...extra },
    );
  }

  /** What the site announces below each record is what was built below it; call when all is built. */
  announceAll(): this {
    const direct = new Map<string, number>();
    const parents = new Map(this.records.map(({ id, replyTo }) => [id, replyTo]));
    for (const { replyTo } of this.records) {
      for (let up = replyTo; up !== null; up = this.network === "x" ? null : (parents.get(up) ?? null)) {
        direct.set(up, (direct.get(up) ?? 0) + 1);
      }
    }
    this.records.forEach((record, i) => {
      if (record.kind === "repost") return;
      this.records[i] = { ...record, announced: { ...record.announced, comments: direct.get(record.id) ?? 0 } };
    });
    return this;
  }

  /** The feed was read from `from` up to now. */
  read(feed: Feed, from = START, { to = this.readAt, top = true, end = false } = {}): this {
    this.#feeds.push({
      feed,
      segments: [{ from, to, topAt: top ? to : null, end, next: null }],
      observedAt: this.readAt,
    });
    return this;
  }

  /** The post's own page was open; its members are the records given, else all that stand below it. */
  open(post: PageRecord, { complete = false, members = this.#below(post.id) } = {}): this {
    this.#threads.push({ focal: post.id, members, complete, observedAt: this.readAt });
    return this;
  }

  #below(id: string): string[] {
    const ids = new Set([id]);
    for (const record of this.records) if (record.replyTo !== null && ids.has(record.replyTo)) ids.add(record.id);
    return [...ids];
  }

  build(): Dataset {
    return {
      page: {
        key: `${this.network}:${this.#handle}`,
        network: this.network,
        handle: this.#handle,
        id: null,
        name: "Northwind Coffee",
        about: null,
        url: `https://example.com/${this.#handle}`,
        totalPosts: null,
      },
      records: this.records,
      coverage: { feeds: this.#feeds, threads: this.#threads, unread: [], signedIn: true },
    };
  }
}
