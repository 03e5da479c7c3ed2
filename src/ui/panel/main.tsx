// The popup's content in a panel that stays open: it follows the tab in front and goes on while the person scrolls.
import { render } from "preact";
import { networkOf } from "../../networks/index.ts";
import { browser } from "../../platform/browser.ts";
import { languages, localZone } from "../../platform/clock.ts";
import { App } from "../popup/App.tsx";
import { actionsOf, Controller } from "../popup/controller.ts";
import { catalogueFor } from "../text/index.ts";

const text = catalogueFor(languages(), localZone());
document.documentElement.lang = text.format.language;
document.documentElement.dir = text.direction;
document.title = text.popup.title;

const root = document.getElementById("popup") as HTMLElement;
let controller: Controller | null = null;
let followed: string | null = null;

/** Which tab is in front and which page it shows; an address the browser keeps back is none. */
async function inFront(): Promise<string> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ? new URL(tab.url) : null;
  const network = url && networkOf(url);
  const place = url && network?.place(url);
  return `${tab?.id} ${place?.account && network ? network.pageKey(place.account) : ""}`;
}

/** Begins anew where another page is in front; a page that was loaded again is read on. */
async function follow(loaded: boolean): Promise<void> {
  const now = await inFront();
  if (now === followed) {
    if (loaded) controller?.readOn();
    return;
  }
  followed = now;
  controller?.end();
  render(null, root); // so that no half-filled form of one page is left over another
  const next: Controller = new Controller((view) => {
    if (controller === next) render(<App text={text} view={view} actions={actionsOf(next)} beside />, root);
  });
  controller = next;
  await next.start();
}

browser.tabs.onActivated.addListener(() => void follow(false));
browser.windows.onFocusChanged.addListener(() => void follow(false));
browser.tabs.onUpdated.addListener((_id, change, tab) => {
  if (tab.active && (change.url !== undefined || change.status === "complete"))
    void follow(change.status === "complete");
});
void follow(false);
