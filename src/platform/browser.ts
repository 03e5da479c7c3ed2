// The one door to the browser's extension API, promise-based and the same in Chrome and Firefox.
import browser from "webextension-polyfill";

export type { Runtime, Tabs } from "webextension-polyfill";
export { browser };
