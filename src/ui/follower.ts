// Keeps a screen in step with what is stored: one refresh at a time, and a pause before those that nobody waits for.

/** ms: while a page is being read, something is stored several times a second, and nobody reads as fast. */
const PATIENCE = 700;

export class Follower<Result> {
  readonly #work: () => Promise<Result>;
  readonly #patience: number;
  #running: Promise<Result> | null = null;
  #next: Promise<Result> | null = null;
  /** Something changed since the refresh under way began. */
  #stale = false;
  #due: ReturnType<typeof setTimeout> | null = null;
  /** By the clock that nobody sets. */
  #doneAt = Number.NEGATIVE_INFINITY;
  #ended = false;

  /** `work`: one refresh. `patience`: ms from the end of a refresh to the start of one for a change. */
  constructor(work: () => Promise<Result>, patience = PATIENCE) {
    this.#work = work;
    this.#patience = patience;
  }

  /** Refreshes at once, or as soon as the refresh under way is over. Settles as the first one begun from now on does. */
  now(): Promise<Result> {
    if (this.#next) return this.#next;
    if (!this.#running) return this.#run();
    const run = (): Promise<Result> => {
      this.#next = null;
      return this.#run();
    };
    this.#next = this.#running.then(run, run);
    return this.#next;
  }

  /** Something was stored: refreshes once the one under way is over and a pause has passed. */
  soon(): void {
    if (this.#ended) return;
    if (this.#running) {
      this.#stale = true;
      return;
    }
    const wait = Math.max(0, this.#doneAt + this.#patience - performance.now());
    this.#due ??= setTimeout(() => void this.now().catch(() => undefined), wait);
  }

  /** Nothing begins by itself from now on. */
  end(): void {
    this.#ended = true;
    this.#cancel();
  }

  #cancel(): void {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = null;
  }

  #run(): Promise<Result> {
    this.#cancel();
    this.#stale = false;
    this.#running = this.#work().finally(() => {
      this.#running = null;
      this.#doneAt = performance.now();
      if (this.#stale) this.soon();
    });
    return this.#running;
  }
}
