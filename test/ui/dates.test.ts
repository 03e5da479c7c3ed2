// Popup and report judge the same dates, and the popup says which.

import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/domain/dataset.ts";
import { atOnce } from "../../src/report/steps.ts";
import { auditOf, datesOf, type PageData } from "../../src/ui/load-page.ts";
import { Header } from "../../src/ui/popup/Header.tsx";
import { catalogueFor } from "../../src/ui/text/index.ts";
import { DAY, DatasetBuilder, START, WEEK } from "../support/dataset.ts";

const reportOf = (...asked: Parameters<typeof auditOf>) => atOnce(auditOf(...asked));

const text = catalogueFor(["en-GB"], "UTC");
const NOW = START + 12 * WEEK;
const data = (dataset: Dataset): PageData => ({
  dataset,
  plan: null,
  sisters: new Set(),
  leftOut: new Set(),
  siblings: [],
});

/** A post a day, read for eight weeks, then not for three, then again for the last. */
function twoStretches(): PageData {
  const build = new DatasetBuilder("x", NOW);
  for (let day = 0; day < 84; day++) build.post(START + day * DAY);
  const segment = { end: false, next: null };
  const coverage = {
    ...build.build().coverage,
    feeds: [
      {
        feed: "posts" as const,
        segments: [
          { from: START + 11 * WEEK, to: NOW, topAt: NOW, ...segment },
          { from: START, to: START + 8 * WEEK, topAt: null, ...segment },
        ],
        observedAt: NOW,
      },
    ],
  };
  return data({ ...build.build(), coverage });
}

describe("the dates where nobody chose any", () => {
  it("are the longest stretch in every audit, unless the audit is asked for without any", () => {
    const page = twoStretches();
    const window = { from: START, to: START + 8 * WEEK };
    expect(datesOf(page, NOW)).toEqual(window);
    const report = reportOf(page, "UTC", { asOf: NOW, asOfFrom: "now" });
    expect(report).toMatchObject({ window, asOf: window.to });
    expect(report).toEqual(reportOf(page, "UTC", { asOf: NOW, asOfFrom: "now", window }));
    expect(reportOf(page, "UTC", { asOf: NOW, asOfFrom: "now", window: null }).window).toBeUndefined();
  });

  it("are those of what had been read by an earlier moment", () => {
    const page = twoStretches();
    expect(datesOf(page, START + 8 * WEEK)).toBeNull();
    expect(reportOf(page, "UTC", { asOf: START + 6 * WEEK, asOfFrom: "chosen" }).asOf).toBe(START + 6 * WEEK);
  });

  it("stand in the popup", () => {
    const report = reportOf(twoStretches(), "UTC", { asOf: NOW, asOfFrom: "now" });
    const subject = {
      key: "x:northwind",
      network: "x",
      networkName: "X",
      name: "Northwind",
      handle: null,
      hosts: [],
    } as const;
    const head = renderToString(h(Header, { text, subject, report, reading: false }));
    expect(head).toContain(text.format.dateRange(START, START + 8 * WEEK, report.asOf));
    const { window: _, ...whole } = report;
    expect(renderToString(h(Header, { text, subject, report: whole, reading: false }))).not.toContain(
      text.report.datesTitle,
    );
  });
});
