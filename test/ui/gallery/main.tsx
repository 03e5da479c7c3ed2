// Shows one sample view of the popup, named in the address: #sample, #sample/long, #sample/rtl, #sample/de; a saved plan is left on the window.
import { render } from "preact";
import { App } from "../../../src/ui/popup/App.tsx";
import type { Actions } from "../../../src/ui/popup/view.ts";
import type { Catalogue } from "../../../src/ui/text/catalogue.ts";
import { catalogueFor } from "../../../src/ui/text/index.ts";
import { pseudo } from "../pseudo.ts";
import { VIEWS } from "../samples.ts";

const nothing = () => undefined;
const actions: Actions = {
  stop: nothing,
  readOn: nothing,
  reload: nothing,
  skip: nothing,
  savePlan: (plan) => Object.assign(globalThis, { saved: plan }),
  deletePlan: nothing,
  openReport: nothing,
  openBeside: nothing,
};

const english = catalogueFor(["en"], "Europe/Lisbon");
const VARIANTS: Readonly<Record<string, Catalogue>> = {
  long: pseudo(english),
  rtl: { ...english, direction: "rtl" },
  de: catalogueFor(["de"], "Europe/Lisbon"),
};

function show(): void {
  const [name = "", variant = ""] = location.hash.slice(1).split("/");
  const text = VARIANTS[variant] ?? english;
  document.documentElement.lang = text.format.language;
  document.documentElement.dir = text.direction;
  const root = document.getElementById("popup");
  const view = VIEWS[name];
  if (!root || !view) return;
  render(null, root); // so that no state of the sample before stays
  render(<App text={text} view={view} actions={actions} />, root);
  root.dataset["shown"] = location.hash;
}

addEventListener("hashchange", show);
show();
