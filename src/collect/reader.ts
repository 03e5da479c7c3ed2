// The reader: put into the tab by the person's click, it reads the document as it changes and the copied responses.
import type { Reading } from "../domain/observation.ts";
import { networkOf } from "../networks/index.ts";
import type { Exchange, Network } from "../networks/network.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { type ReaderState, send, type ToReader, toReaderSchema } from "../platform/messages.ts";
import { LOOK_EVERY, MAX_RESPONSE_CHARS, MAX_WAITING_EXCHANGES, STALE_FOR } from "./limits.ts";
import { Session } from "./session.ts";

declare global {
  /** In the extension's isolated world only: the reader of this document, so that a second one can take over. */
  var whyfirstReader: { readonly alive: () => boolean; readonly stop: () => void } | undefined;
}

class Reader {
  readonly #network: Network;
  readonly #session: Session;
  readonly #observer = new MutationObserver(() => this.#lookSoon());
  #reading = false;
  #port: MessagePort | null = null;
  #waiting: Exchange[] = [];
  #lookTimer: ReturnType<typeof setTimeout> | null = null;
  #lookedAt = 0;
  #href = location.href;
  /** Ids drawn when the address last changed, and when: until they are gone the list shown is the one before. */
  #before: { ids: ReadonlySet<string>; at: number } | null = null;
  #drawn: ReadonlySet<string> = new Set();
  #onEcho: () => void = () => undefined;

  constructor(network: Network) {
    this.#network = network;
    this.#session = new Session(network, async (subject, readings) => {
      await send({ kind: "observed", network: network.id, subject, readings });
    });
    browser.runtime.onMessage.addListener(this.#onMessage as never);
    addEventListener("popstate", this.#lookSoon);
  }

  alive(): boolean {
    return browser.runtime?.id !== undefined;
  }

  stop = (): void => {
    this.#reading = false;
    this.#observer.disconnect();
    if (this.#lookTimer !== null) clearTimeout(this.#lookTimer);
    this.#lookTimer = null;
    this.#port?.postMessage("stop");
    this.#port?.close();
    this.#port = null;
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
    if (message.kind === "click") this.#click(message.handshake);
    else if (message.kind === "stop") this.stop();
    else await this.#settled();
    return this.#state();
  }

  /** Resolves when everything the page has fetched and drawn up to now is stored. */
  async #settled(): Promise<void> {
    if (this.#port) {
      const echoed = new Promise<void>((resolve) => {
        this.#onEcho = resolve;
      });
      this.#port.postMessage("echo");
      await echoed;
    }
    while (this.#waiting.length > 0) await new Promise((resolve) => setTimeout(resolve));
    this.#look();
    await this.#session.settled();
  }

  #click(handshake: string): void {
    if (!this.#port && this.#network.responses !== null) {
      document.addEventListener(handshake, this.#onHandshake as EventListener, { once: true });
    }
    if (!this.#reading) {
      this.#reading = true;
      this.#observer.observe(document, { childList: true, subtree: true, characterData: true });
    }
    this.#sync();
    const readings = this.#readDocument();
    this.#session.clicked(this.#network.place(new URL(location.href)), readings);
    this.#session.take(readings);
  }

  #onHandshake = (event: MessageEvent): void => {
    const [port] = event.ports;
    if (!port) return;
    this.#port = port;
    port.onmessage = ({ data }) => this.#onExchange(data);
  };

  #onExchange(data: unknown): void {
    if (data === "echo") this.#onEcho();
    if (!this.#reading || typeof data !== "object" || data === null) return;
    const { url, method, body, text } = data as Record<string, unknown>;
    if (typeof url !== "string" || typeof method !== "string" || typeof body !== "string") return;
    if (this.#waiting.length >= MAX_WAITING_EXCHANGES) return;
    const tooBig = typeof text !== "string" || text.length > MAX_RESPONSE_CHARS;
    this.#waiting.push({ url, method, body, text: tooBig ? "" : text });
    // One at a time, between the page's own tasks.
    setTimeout(() => this.#readNext(tooBig));
  }

  #readNext(tooBig: boolean): void {
    const exchange = this.#waiting.shift();
    if (!exchange || !this.#reading) return;
    this.#sync();
    const readings = tooBig ? [this.#tooBig()] : this.#network.readResponse(exchange, now());
    this.#session.take(readings);
  }

  #tooBig(): Reading {
    const owner = this.#session.subject;
    const place = { kind: "profile" } as const;
    return {
      network: this.#network.id,
      source: "json",
      at: now(),
      owner,
      place,
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
      this.#look();
    }, wait);
  };

  #look(): void {
    if (!this.#reading) return;
    this.#sync();
    this.#session.take(this.#readDocument());
  }

  /** Notices in-page navigation, which no event tells the isolated world. */
  #sync(): void {
    if (location.href !== this.#href) {
      this.#href = location.href;
      this.#before = { ids: this.#drawn, at: now() };
    }
    this.#session.moved(this.#network.place(new URL(location.href)));
  }

  #readDocument(): Reading[] {
    this.#lookedAt = now();
    const readings = this.#network.readDocument(document, new URL(location.href), this.#lookedAt);
    this.#drawn = new Set(readings.flatMap(({ observations }) => observations.map(({ id }) => id)));
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
}

if (!globalThis.whyfirstReader?.alive()) {
  globalThis.whyfirstReader?.stop();
  const network = networkOf(new URL(location.href));
  if (network) globalThis.whyfirstReader = new Reader(network);
}
