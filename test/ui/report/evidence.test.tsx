// @vitest-environment jsdom
// The list behind a number says whether it holds all that was counted, or only those that count.
import { render } from "preact";
import { expect, test } from "vitest";
import { audit } from "../../../src/audits/asked-and-left.ts";
import { audit as presence } from "../../../src/audits/thread-presence.ts";
import { Evidence } from "../../../src/ui/report/Evidence.tsx";
import type { Ground } from "../../../src/ui/report/ground.ts";
import { catalogueFor } from "../../../src/ui/text/index.ts";
import { findingsOf } from "../../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../../support/dataset.ts";

const build = new DatasetBuilder();
for (let i = 0; i < 3; i++) {
  const post = build.post(START + i * DAY, { text: "Which roast do you like? Tell us", lang: "en" });
  const message = build.message("a", post, START + i * DAY + HOUR);
  if (i > 0) build.answer(message, START + i * DAY + 2 * HOUR);
}
build.announceAll();
for (const post of build.records.filter(({ kind }) => kind === "post")) build.open(post, { complete: true });
const { askedAndLeft } = findingsOf(audit, build.build());
const { threadPresence } = findingsOf(presence, build.build());

test.each([
  ["en", "Those that count: 1 item", "Counted from 3 items"],
  ["de", "Die davon zählen: 1 Eintrag", "Gezählt aus 3 Einträgen"],
])("%s", (language, part, all) => {
  const root = document.createElement("div");
  const ground = { text: catalogueFor([language], "UTC"), cited: new Map() } as unknown as Ground;
  const summaryOf = (finding: typeof askedAndLeft): string | null => {
    render(<Evidence ground={ground} finding={finding!} />, root);
    return root.querySelector("summary")!.textContent;
  };
  expect(askedAndLeft!.n).toBe(3);
  expect([summaryOf(askedAndLeft), summaryOf(threadPresence)]).toEqual([part, all]);
});
