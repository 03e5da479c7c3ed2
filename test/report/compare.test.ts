// Two audits of a page: moved only where the intervals separate.
import { describe, expect, it } from "vitest";
import { finding } from "../../src/audits/finding.ts";
import { compare } from "../../src/report/compare.ts";
import type { Report } from "../../src/report/report.ts";

const of = (key: string, value: number | null, lower: number | null, upper: number | null) =>
  finding({ audit: "a", key, unit: "share", value, envelope: value === null ? null : { lower, upper } });
const report = (...findings: Report["findings"]) => ({ findings }) as unknown as Report;

describe("compare", () => {
  it("says moved only where the intervals have no point in common", () => {
    const before = report(of("a", 0.3, 0.2, 0.4), of("b", 0.3, 0.2, 0.4), of("c", 0.8, 0.7, 0.9), of("d", 5, 4, null));
    const after = report(of("a", 0.6, 0.5, 0.7), of("b", 0.5, 0.4, 0.6), of("c", 0.5, 0.4, 0.6), of("d", 2, 1, 3));
    expect(compare(before, after).map(({ key, moved }) => [key, moved])).toEqual([
      ["a", "up"],
      ["b", "no"],
      ["c", "down"],
      ["d", "down"],
    ]);
  });

  it("cannot tell what one of the two does not know, and leaves out what it never had", () => {
    const changes = compare(report(of("a", null, null, null)), report(of("a", 0.5, 0.4, 0.6), of("late", 1, 1, 1)));
    expect(changes).toEqual([{ key: "a", unit: "share", before: null, after: 0.5, moved: "cannotTell" }]);
  });

  it("reckons with sampling even where the window is a fact", () => {
    const fact = (value: number) => ({
      ...of("posts", value, value, value),
      interval: { lower: value - 1, upper: value + 1, method: "poisson" },
    });
    expect(compare(report(fact(3)), report(fact(4)))[0]!.moved).toBe("no");
    expect(compare(report(fact(3)), report(fact(6)))[0]!.moved).toBe("up");
  });
});
