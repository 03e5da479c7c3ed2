// Starts the report: puts its screens on the page and keeps the tab's title in step with them.
import { render } from "preact";
import { languages, localZone } from "../../platform/clock.ts";
import { catalogueFor } from "../text/index.ts";
import { App } from "./App.tsx";
import { ReportController } from "./controller.ts";

const text = catalogueFor(languages(), localZone());
document.documentElement.lang = text.format.language;
document.documentElement.dir = text.direction;

const root = document.getElementById("report") as HTMLElement;
const controller: ReportController = new ReportController((view) =>
  render(<App text={text} view={view} actions={controller} database={() => controller.database()} />, root),
);
void controller.start();
