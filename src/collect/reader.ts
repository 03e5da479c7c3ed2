// The reader: put into the tab by the person's click, it reads the document as it changes and the copied responses.
import type { Reading } from "../domain/observation.ts";
import { freshNetwork, networkOf } from "../networks/index.ts";
import type { Network } from "../networks/network.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { type ReaderState, send, type ToReader, toReaderSchema } from "../platform/messages.ts";
import { LOOK_EVERY, MAX_RESPONSE_CHARS, MAX_WAITING_EXCHANGES, SLICE, STALE_FOR } from "./limits.ts";
import { Session } from "./session.ts";
import { earlierAddresses, Visits } from "./visits.ts";

declare global {
  /** In the extension's isolated world only: the reader of this document, so that a second one can take over. */
  var whyfirstReader: { readonly alive: () => boolean; readonly stop: () => void } | undefined;
}

const sessionOf = (network: Network, before: Session | null = null): Session =>
  new Session(
    network,
    async (subject, readings, page) => {
      await send({ kind: "observed", network: network.id, subject, readings, ...(page && { page }) });
    },
    before,
  );

class Reader {
  /** With the session: what they remember of this document is forgotten when reading is stopped. */
  #network: Network;
  #session: Session;
  readonly #observer = new MutationObserver(() => this.#lookSoon());
  #reading = false;
  #port: MessagePort | null = null;
  /** Copied responses not yet read. */
  #waiting = 0;
  /** Everything is read one after the other, in the order in which it came. */
  #work: Promise<void> = Promise.resolve();
  #lookTimer: ReturnType<typeof setTimeout> | null = null;
  #lookedAt = 0;
  /** The person's click is not yet answered: the document that it was on is still arriving. */
  #clicked = false;
  readonly #visits = new Visits(location.href, earlierAddresses(), Math.floor(performance.timeOrigin));
  /** Ids drawn when the address last changed, and when: until they are gone the list shown is the one before. */
  #before: { ids: ReadonlySet<string>; at: number } | null = null;
  #drawn: ReadonlySet<string> = new Set();
  /** Those who wait until the hook has handed over everything, in the order in which it was asked. */
  #waitingForEcho: (() => void)[] = [];

  constructor(network: Network) {
    this.#network = network;
    this.#session = sessionOf(network);
    browser.runtime.onMessage.addListener(this.#onMessage as never);
    addEventListener("popstate", this.#lookSoon);
    document.addEventListener("readystatechange", this.#lookSoon); // nothing need change after the last part arrived
  }

  /** False once the extension was updated or removed under this document. */
  alive(): boolean {
    return browser.runtime?.id !== undefined;
  }

  stop = (): void => {
    if (this.#reading) this.#visits.note(location.href, now());
    this.#visits.unwatch(now());
    this.#reading = false;
    this.#observer.disconnect();
    if (this.#lookTimer !== null) clearTimeout(this.#lookTimer);
    this.#lookTimer = null;
    for (const heard of this.#waitingForEcho.splice(0)) heard();
    this.#port?.postMessage("stop");
    this.#port?.close();
    this.#port = null;
    this.#network = freshNetwork(this.#network);
    this.#session = sessionOf(this.#network, this.#session);
    this.#drawn = new Set();
    this.#before = null;
    this.#clicked = false;
  };

  #state(): ReaderState {
    return {
      reading: this.#reading,
      hooked: this.#port !== null,
      page: this.#session.page,
      failed: this.#session.failed,
    };
  }

  #onMessage = (raw: unknown, sender: Runtime.MessageSender): Promise<ReaderState> | undefined => {
    if (sender.id !== browser.runtime.id || sender.tab) return undefined;
    const parsed = toReaderSchema.safeParse(raw);
    return parsed.success ? this.#obey(parsed.data) : undefined;
  };

  async #obey(message: ToReader): Promise<ReaderState> {
    if (message.kind === "click") await this.#click(message.handshake);
    else if (message.kind === "settled") await this.#settled();
    else if (message.kind === "forget") await this.#forget(message.pages);
    else {
      this.stop();
      await this.#session.settled();
    }
    return this.#state();
  }

  /** At once, whatever is still to be read: nothing of these pages (null: of any) is stored unless the person clicks. */
  async #forget(pages: readonly string[] | null): Promise<void> {
    const isOf = (page: string | null): boolean => pages === null || (page !== null && pages.includes(page));
    const underWay = this.#session.drop(isOf);
    const place = this.#network.place(new URL(location.href));
    // The address may have moved on to one of them since it was last looked at.
    const shown = place && place.kind !== "thread" ? this.#network.pageKey(place.account) : null;
    if (this.#reading && (isOf(this.#session.page) || isOf(shown))) this.stop();
    await underWay;
  }

  #click(handshake: string): Promise<void> {
    if (!this.#port && this.#network.responses !== null) {
      document.addEventListener(handshake, this.#onHandshake as EventListener, { once: true });
    }
    if (!this.#reading) {
      this.#reading = true;
      this.#observer.observe(document, { childList: true, subtree: true, characterData: true });
    }
    return this.#look(true);
  }

  /** Resolves when everything the page has fetched and drawn up to now is stored. */
  async #settled(): Promise<void> {
    if (this.#port) {
      const echoed = new Promise<void>((resolve) => {
        this.#waitingForEcho.push(resolve);
      });
      this.#port.postMessage("echo");
      await echoed;
    }
    await this.#look(false);
    await this.#session.settled();
  }

  #onHandshake = (event: MessageEvent): void => {
    const [port] = event.ports;
    if (!port) return;
    this.#port = port;
    port.onmessage = ({ data }) => this.#onExchange(data);
  };

  #onExchange(data: unknown): void {
    if (data === "echo") this.#waitingForEcho.shift()?.();
    if (!this.#reading || typeof data !== "object" || data === null) return;
    const { url, method, body, text } = data as Record<string, unknown>;
    if (typeof url !== "string" || typeof method !== "string" || typeof body !== "string") return;
    const tooMuch =
      typeof text !== "string" || text.length > MAX_RESPONSE_CHARS || this.#waiting >= MAX_WAITING_EXCHANGES;
    this.#waiting++;
    void this.#then(async () => {
      this.#sync();
      const readings = tooMuch ? [this.#tooBig()] : this.#network.readResponse({ url, method, body, text }, now());
      for await (const reading of sliced(readings)) this.#session.take([reading]);
    }).finally(() => this.#waiting--);
  }

  #tooBig(): Reading {
    const owner = this.#session.subject;
    return {
      network: this.#network.id,
      source: "json",
      at: now(),
      owner,
      place: { kind: "profile" },
      observations: [],
      pages: [],
      signedIn: null,
      unread: [{ reason: "tooBig", count: 1 }],
    };
  }

  #lookSoon = (): void => {
    if (!this.#reading || this.#lookTimer !== null) return;
    if (!this.alive()) {
      this.stop();
      return;
    }
    const wait = Math.max(0, this.#lookedAt + LOOK_EVERY - now());
    this.#lookTimer = setTimeout(() => {
      this.#lookTimer = null;
      void this.#look(false);
    }, wait);
  };

  /** Reads the document as it stands; `clicked`: the person asks for the audit of what is shown. */
  #look(clicked: boolean): Promise<void> {
    return this.#then(async () => {
      // Not before: a look that is under way was not at what the person clicked on.
      this.#clicked ||= clicked;
      this.#sync();
      const arriving = document.readyState === "loading";
      const readings = await this.#readDocument();
      if (this.#clicked) this.#session.clicked(this.#network.place(new URL(location.href)), readings);
      this.#clicked &&= arriving;
      this.#session.take(readings);
    });
  }

  /** Notices in-page navigation, which no event tells the isolated world. */
  #sync(): void {
    if (this.#visits.note(location.href, now())) this.#before = { ids: this.#drawn, at: now() };
    this.#session.moved(this.#network.place(new URL(location.href)));
  }

  async #readDocument(): Promise<Reading[]> {
    this.#lookedAt = now();
    const readings: Reading[] = [];
    for await (const reading of sliced(this.#network.readDocument(document, new URL(location.href), this.#lookedAt)))
      readings.push(reading);
    this.#drawn = new Set(readings.flatMap(({ observations }) => observations.map(({ id }) => id)));
    for (const [index, reading] of readings.entries()) readings[index] = asOfDrawing(reading, this.#visits.since);
    const { ids, at } = this.#before ?? { ids: new Set<string>(), at: 0 };
    const stale = [...this.#drawn].some((id) => ids.has(id)) && now() - at < STALE_FOR;
    if (!stale) {
      this.#before = null;
      return readings;
    }
    this.#lookSoon();
    // What is drawn is true whatever list it stands in; only which list it is cannot be said yet.
    return readings.map((reading) =>
      reading.place.kind === "profile" ? reading : { ...reading, owner: null, place: { kind: "profile" } },
    );
  }

  /** Queues a piece of work while reading is on; one that fails does not hold up the next. */
  #then(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(() => (this.#reading ? work() : undefined)).catch(() => this.#session.stumbled());
    this.#work = done;
    return done;
  }
}

/**
 * A reading of what is drawn, as true at the latest moment for which that is certain: when its address was first called
 * up in this document (sites keep a list and show it again on the way back), or when the newest item in it was written.
 * A tab that stood open for days tells nothing about those days.
 */
function asOfDrawing(reading: Reading, drawnSince: number): Reading {
  const newest = reading.observations.reduce((latest, { created }) => Math.max(latest, created.from), drawnSince);
  return { ...reading, at: Math.min(reading.at, newest) };
}

/** The readings one by one, letting the page go on whenever a slice of work is done. */
async function* sliced(readings: Iterable<Reading | null>): AsyncGenerator<Reading> {
  let until = performance.now() + SLICE;
  for (const reading of readings) {
    if (reading) yield reading;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE;
  }
}

if (!globalThis.whyfirstReader?.alive()) {
  globalThis.whyfirstReader?.stop();
  const network = networkOf(new URL(location.href));
  if (network) globalThis.whyfirstReader = new Reader(network);
}
