// One document's reading: whose page is being read, what of each reading is theirs, and handing it over in order.
import { type Account, type Reading, sameAccount, type UnreadReason } from "../domain/observation.ts";
import { cursorOf, placeName } from "../domain/place-name.ts";
import { accountsOf, readingOf } from "../domain/subject.ts";
import type { Network, Place } from "../networks/network.ts";
import { Accounts } from "./accounts.ts";
import { MAX_OBSERVATIONS_PER_MESSAGE, SEEN_AGAIN_AFTER } from "./limits.ts";

/** Hands readings of one page to the store; resolves when they are stored. */
export type HandOver = (subject: Account, readings: Reading[], page: string | null) => Promise<void>;

/** Readings of one page that are not stored yet. `underWay`: from when they are being handed over. */
interface Waiting {
  readonly page: string | null;
  dropped: boolean;
  underWay: Promise<void> | null;
}

export class Session {
  readonly #network: Network;
  readonly #handOver: HandOver;
  #subject: Account | null = null;
  readonly #accounts = new Accounts();
  /** What was last sent, by source and id, so that a page drawn a hundred times is told once. */
  #sent = new Map<string, { text: string; at: number }>();
  /** What could not be read up to now, by place. */
  readonly #unread = new Map<string, Map<UnreadReason, number>>();
  #queue: Promise<void> = Promise.resolve();
  readonly #waiting = new Set<Waiting>();
  /** The document's session up to now, until all it took in is stored. */
  #before: Session | null;
  #failed = false;
  #page: string | null = null;
  /** Whether the person is signed in, as this document last said it: answers of the site seldom do. */
  #signedIn: boolean | null = null;
  /** The subject turned out to be a person and not an organisation. */
  #isPerson = false;

  /** `before`: the document's session up to now. What it took in is stored first, and that it failed is not forgotten. */
  constructor(network: Network, handOver: HandOver, before: Session | null = null) {
    this.#network = network;
    this.#handOver = handOver;
    this.#before = before;
    if (!before) return;
    this.#failed = before.failed;
    this.#queue = before.settled().then(() => {
      this.#failed ||= before.failed;
      this.#before = null;
    });
  }

  /** The page being read, null before the first. */
  get subject(): Account | null {
    return this.#subject;
  }

  /**
   * Key of the page being read, by what was known of its names when its first reading was stored: the other name may
   * be learned later, and one page must not become two.
   */
  get page(): string | null {
    return this.#page ?? (this.#subject && this.#network.pageKey(this.#subject));
  }

  /** Whether something read could not be stored. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Something that was shown could not be taken in. */
  stumbled(): void {
    this.#failed = true;
  }

  /** The address now shows this. A page's own tabs say whose audit it is; a single post leaves it as it was. */
  moved(place: Place | null): void {
    if (place && place.kind !== "thread") this.#turnTo(place.account);
  }

  /**
   * The person clicked here. On a single post that the page being read has no part in, the audit is of its author;
   * `readings`: what the document shows now.
   */
  clicked(place: Place | null, readings: readonly Reading[]): void {
    this.moved(place);
    if (place?.kind !== "thread") return;
    const subject = this.#subject;
    const takesPart = subject !== null && readings.some((reading) => readingOf(reading, subject) !== null);
    const author = place.account ?? readings.find(({ place: shown }) => shown.kind === "thread")?.owner ?? null;
    if (!takesPart && author) this.#turnTo(author);
  }

  /** Takes readings in; what is not the subject's is dropped here and goes no further. */
  take(readings: readonly Reading[]): void {
    const theirs: Reading[] = [];
    for (const reading of readings) {
      this.#learn(reading);
      if (!this.#subject) continue;
      const whole = this.#completed(reading);
      const own = this.#allowed(readingOf(whole, this.#subject));
      if (own) theirs.push(...this.#unsent(this.#counted(own)));
    }
    const subject = this.#subject;
    if (theirs.length > 0) this.#page = this.page;
    const page = this.#page;
    if (subject && theirs.length > 0) {
      const waiting: Waiting = { page, dropped: false, underWay: null };
      this.#waiting.add(waiting);
      const handOver = async (): Promise<void> => {
        if (waiting.dropped) return;
        waiting.underWay = this.#handOver(subject, theirs, page);
        await waiting.underWay;
      };
      this.#queue = this.#queue
        .then(handOver)
        // The browser may end the worker in the middle of a message; storing twice changes nothing.
        .catch(handOver)
        .catch(() => {
          this.#failed = true;
        })
        .finally(() => this.#waiting.delete(waiting));
    }
  }

  /**
   * Nothing that waits is handed over any more where `isOf` holds for the key of its page. Resolves when what was under
   * way of it is stored, or has failed.
   */
  async drop(isOf: (page: string | null) => boolean): Promise<void> {
    const theirs = [...this.#waiting].filter(({ page }) => isOf(page));
    for (const waiting of theirs) waiting.dropped = true;
    await Promise.allSettled([...theirs.map(({ underWay }) => underWay), this.#before?.drop(isOf)]);
  }

  /** Resolves when everything taken in so far is stored, or has failed. */
  settled(): Promise<void> {
    return this.#queue;
  }

  /** A person's own profile is told as such and not read: nothing but that goes further. */
  #allowed(own: Reading | null): Reading | null {
    if (own?.pages.some(({ company }) => company === false)) this.#isPerson = true;
    if (!own || !this.#isPerson) return own;
    return own.pages.length === 0 ? null : { ...own, place: { kind: "profile" }, observations: [], unread: [] };
  }

  #turnTo(account: Account): void {
    if (sameAccount(account, this.#subject)) return;
    this.#isPerson = false;
    this.#page = null;
    this.#subject = this.#accounts.completed(account);
    this.#sent.clear();
    this.#unread.clear();
  }

  /** Remembers accounts that have both names, so that an id in one answer meets a handle in another, and who is there. */
  #learn(reading: Reading): void {
    this.#signedIn = reading.signedIn ?? this.#signedIn;
    for (const account of accountsOf(reading)) this.#accounts.learn(account);
    if (this.#subject) this.#subject = this.#accounts.completed(this.#subject);
  }

  /** The reading with both names of everyone of whom both are known, and whether the person is signed in. */
  #completed(reading: Reading): Reading {
    const full = <A extends Account | null>(account: A): A | Account => account && this.#accounts.completed(account);
    return {
      ...reading,
      signedIn: reading.signedIn ?? this.#signedIn,
      owner: full(reading.owner),
      pages: reading.pages.map((page) => ({ ...page, account: full(page.account) })),
      observations: reading.observations.map((observation) => ({
        ...observation,
        author: full(observation.author),
        replyToAuthor: full(observation.replyToAuthor),
      })),
    };
  }

  /**
   * The reading with all that could not be read in its place, as the last word on a place counts. Of what is drawn again
   * and again that is the most that was ever missing at once; answers that do not say which part of a list they are come
   * once each and add up.
   */
  #counted(reading: Reading): Reading {
    if (reading.source === "json" && cursorOf(reading) !== undefined) return reading;
    const place = placeName(reading);
    const counts = this.#unread.get(place) ?? new Map<UnreadReason, number>();
    this.#unread.set(place, counts);
    for (const { reason, count } of reading.unread) {
      const known = counts.get(reason) ?? 0;
      counts.set(reason, reading.source === "dom" ? Math.max(known, count) : known + count);
    }
    return { ...reading, unread: [...counts].map(([reason, count]) => ({ reason, count })) };
  }

  /** The reading less what was told before, in portions; empty where nothing is left to tell. */
  #unsent(reading: Reading): Reading[] {
    const fresh = reading.observations.filter((observation) =>
      this.#isNews(`${reading.source} ${observation.id}`, observation, reading.at),
    );
    const shown = reading.source === "json" ? reading.observations.map(({ id }) => id) : null;
    const { observations: _, at: __, ...frame } = { ...reading, ...(shown && { shown }) };
    const frameIsNews = this.#isNews(`${reading.source} ${JSON.stringify(reading.place)}`, frame, reading.at);
    if (fresh.length === 0 && !frameIsNews) return [];
    const members = reading.place.kind === "thread" ? reading.observations : fresh;
    const observations = frameIsNews ? members : fresh;
    const portions: Reading[] = [];
    for (let start = 0; start === 0 || start < observations.length; start += MAX_OBSERVATIONS_PER_MESSAGE) {
      const first = start === 0;
      portions.push({
        ...reading,
        observations: observations.slice(start, start + MAX_OBSERVATIONS_PER_MESSAGE),
        ...(first && shown && { shown }),
      });
    }
    return portions;
  }

  #isNews(key: string, value: unknown, at: number): boolean {
    const text = JSON.stringify(value);
    const known = this.#sent.get(key);
    if (known && known.text === text && at - known.at < SEEN_AGAIN_AFTER) return false;
    this.#sent.set(key, { text, at });
    return true;
  }
}
