// Shows one sample view of the popup, named in the address: #sample, #sample/long, #sample/rtl, #sample/edit.
import { render } from "preact";
import { App } from "../../../src/ui/popup/App.tsx";
import type { Actions } from "../../../src/ui/popup/view.ts";
import { catalogueFor } from "../../../src/ui/text/index.ts";
import { pseudo } from "../pseudo.ts";
import { VIEWS } from "../samples.ts";

const nothing = () => undefined;
const actions: Actions = {
  stop: nothing,
  readOn: nothing,
  reload: nothing,
  skip: nothing,
  savePlan: nothing,
  deletePlan: nothing,
};

const [name = "", variant = ""] = location.hash.slice(1).split("/");
const english = catalogueFor(["en"], "Europe/Lisbon");
const text =
  variant === "long" ? pseudo(english) : variant === "rtl" ? { ...english, direction: "rtl" as const } : english;
const root = document.getElementById("popup");
const view = VIEWS[name];
if (root && view) render(<App text={text} view={view} actions={actions} />, root);
