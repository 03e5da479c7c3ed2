// The panel beside the page: Chrome's side panel, Firefox's sidebar; opened only while the browser handles a person's click.

interface SidePanels {
  readonly chrome?: { readonly sidePanel?: { open(options: { tabId: number }): Promise<void> } };
  readonly browser?: { readonly sidebarAction?: { open(): Promise<void> } };
}

const sidePanels = globalThis as SidePanels;

/** Whether this browser has one (Firefox for Android has none). */
export const hasSidePanel = (): boolean =>
  sidePanels.browser?.sidebarAction !== undefined || sidePanels.chrome?.sidePanel !== undefined;

/** Opens it beside the tab. Must be called at once in a click's handler; rejects where the browser does not open it. */
export function openSidePanel(tabId: number): Promise<void> {
  const { browser, chrome } = sidePanels;
  if (browser?.sidebarAction) return browser.sidebarAction.open();
  return chrome?.sidePanel?.open({ tabId }) ?? Promise.reject(new Error("This browser has no side panel."));
}
