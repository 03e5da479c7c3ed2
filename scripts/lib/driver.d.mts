// The common interface of the two browser drivers, for the end-to-end tests.

/** A function that closes over nothing (it is sent as source text), or an expression. Arguments and results are JSON. */
type Task<T> = string | ((...args: never[]) => T | Promise<T>);

/** The popup that the toolbar button opened. */
export interface Popup {
  evaluate<T>(task: Task<T>, ...args: unknown[]): Promise<T>;
  /** Asks until the answer is truthy; throws after 15 s. */
  waitFor<T>(task: Task<T>, ...args: unknown[]): Promise<T>;
  /** Writes a PNG of the whole document, also of what needs scrolling. */
  screenshot(file: string, options?: { scheme?: "light" | "dark" }): Promise<void>;
  /** The visible text. */
  text(): Promise<string>;
  close(): Promise<void>;
}

export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  evaluate<T>(task: Task<T>, ...args: unknown[]): Promise<T>;
  waitFor<T>(task: Task<T>, ...args: unknown[]): Promise<T>;
  activate(): Promise<void>;
  /** Presses the extension's toolbar button on this tab, which grants activeTab and opens the popup. */
  clickAction(): Promise<Popup>;
  /** The text on the toolbar button for this tab, "" where there is none. */
  badge(): Promise<string>;
  close(): Promise<void>;
}

export interface Browser {
  readonly kind: "chrome" | "firefox";
  readonly version: string;
  /** Origin of the extension's pages. */
  readonly origin: string;
  firstTab(): Promise<Tab>;
  newTab(): Promise<Tab>;
  /** The tab that shows a page of the extension, by the beginning of its address behind the origin; waits for it. */
  extensionTab(path: string): Promise<Tab>;
  /**
   * Opens the panel beside the page and waits for it: in Chrome by the popup's button with these words, pressed as by a
   * person; in Firefox, where a test's press is not one, as the browser's own menu does.
   */
  openPanel(popup: Popup, words: string): Promise<{ text(): Promise<string> }>;
  /** Ends the service worker (Chrome) or event page (Firefox), as the browser does when it has been idle. */
  stopBackground(): Promise<void>;
  /** Takes the extension out with all that it stored, puts it in again, and leaves one empty tab: as after the start. */
  startOver(): Promise<void>;
  /** Resolves when the browser has been closed, by whomever. */
  closed(): Promise<unknown>;
  close(): Promise<void>;
}

export function launch(
  kind: "chrome" | "firefox",
  options: { proxyPort: number; headless?: boolean; extension?: string },
): Promise<Browser>;
