// The report of the fictitious company, kept whole: a change of any figure shows, and is meant or wrong.
// UPDATE_GOLDEN=1 writes it anew; then `npx biome check --write test/golden`, and read what changed.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HORIZONS } from "../../src/domain/goal.ts";
import { reportSchema } from "../../src/report/report.ts";
import { auditPage } from "../../src/report/run.ts";
import { DAY, HOUR } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";
import { company } from "./company.ts";

const FILE = join(import.meta.dirname, "report.json");
const atLeast = (value: number) => ({ direction: "atLeast" as const, value, upper: null });

const { dataset, sibling, asOf } = company();
const plan = planOf({
  startedAt: asOf - 30 * DAY,
  goals: [
    { goal: "care", targets: [{ indicator: "answeredWithin24h", target: atLeast(0.65) }] },
    { goal: "community", targets: [{ indicator: "replyShare", target: atLeast(0.2) }] },
    {
      goal: "awareness",
      targets: [
        { indicator: "activeWeeks", target: atLeast(0.9) },
        { indicator: "postsPerWeek", target: atLeast(3) },
      ],
    },
  ],
  policy: { within: 4 * HOUR, hours: { days: [1, 2, 3, 4, 5], from: 540, to: 1_080 }, zone: "Europe/Lisbon" },
  outcomes: [{ goal: "leads", name: "Requests a month", target: atLeast(20), value: 12, at: asOf - DAY }],
});
const options = { plan, asOf, asOfFrom: "chosen" as const, zone: "Europe/Lisbon", sisterKeys: new Set<string>() };
const report = auditPage(dataset, { ...options, siblings: [sibling] });

describe("the golden report", () => {
  it("is valid and stays as it is", () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    const text = `${JSON.stringify(report, null, 1)}\n`;
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(FILE, text);
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(FILE, "utf8")));
  });

  it("does not depend on the order of the records", () => {
    const turned = { ...dataset, records: [...dataset.records].reverse() };
    expect(auditPage(turned, { ...options, siblings: [sibling] })).toEqual(report);
  });

  it("names every record it speaks of, and judges by every horizon", () => {
    const cited = new Set(report.cited.map(({ id }) => id));
    for (const { evidence } of report.findings) for (const id of evidence) expect(cited.has(id)).toBe(true);
    expect(report.milestones.map(({ horizon }) => horizon)).toEqual([...HORIZONS]);
    expect(report.next).not.toBeNull();
  });
});
