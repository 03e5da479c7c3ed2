// @vitest-environment jsdom
// The popup while it is still reading: what a person can do is there as soon as it can be done.
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../../../src/ui/popup/App.tsx";
import type { Actions, View } from "../../../src/ui/popup/view.ts";
import { catalogueFor } from "../../../src/ui/text/index.ts";
import { VIEWS } from "../samples.ts";

const text = catalogueFor(["en-GB"], "UTC");
const actions: Actions = {
  stop: vi.fn(),
  readOn: vi.fn(),
  reload: vi.fn(),
  skip: vi.fn(),
  savePlan: vi.fn(),
  deletePlan: vi.fn(),
  openReport: vi.fn(),
  openBeside: null,
};
let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  render(null, root);
  root.remove();
});
const shows = (sample: string, change: Partial<View>): void =>
  render(<App text={text} view={{ ...VIEWS[sample]!, ...change }} actions={actions} />, root);
const buttons = () => [...root.querySelectorAll("footer button")].map(({ textContent }) => textContent);

test("reading can be stopped before the first audit is there", () => {
  shows("starting", {});
  expect(buttons()).toEqual([]);
  shows("starting", { reading: true });
  expect(buttons()).toEqual([text.popup.stop]);
});

test("a plan can be stated as soon as it is known that there is none", () => {
  shows("ask", { report: null, settled: false });
  expect(root.querySelector("form, .plan")).toBeNull();
  shows("ask", { settled: false });
  expect(root.querySelector("form, .plan")).not.toBeNull();
  shows("full", { settled: false });
  expect(root.querySelector("form, .plan")).toBeNull();
});
