// Stretches of a feed: what overlaps or follows by cursor is one, anything else stays a gap.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withLink, withSpan } from "../../src/domain/coverage.ts";
import type { FeedCoverage } from "../../src/domain/dataset.ts";
import type { Span } from "../../src/domain/observation.ts";

const NONE: FeedCoverage = { feed: "posts", segments: [], observedAt: 0 };
const span = (from: number, to: number, more: Partial<Span> = {}): Span => ({
  from,
  to,
  top: false,
  end: false,
  cursor: null,
  next: null,
  ...more,
});
const read = (...spans: [Span, number][]): FeedCoverage =>
  spans.reduce((coverage, [one, at]) => withSpan(coverage, one, at), NONE);

describe("feed coverage", () => {
  it("joins pages that follow by cursor although their times do not touch", () => {
    const { segments } = read(
      [span(80, 100, { top: true, next: "c1" }), 1_000],
      [span(40, 70, { cursor: "c1", next: "c2" }), 1_001],
      [span(10, 30, { cursor: "c2", end: true }), 1_002],
    );
    expect(segments).toEqual([{ from: 10, to: 100, topAt: 1_000, end: true, next: null }]);
  });

  it("keeps a gap where the cursor does not follow", () => {
    const { segments } = read(
      [span(80, 100, { top: true, next: "c1" }), 1_000],
      [span(10, 30, { cursor: "c9" }), 1_001],
    );
    expect(segments).toHaveLength(2);
    expect(segments[0]!.from).toBe(80);
  });

  it("passes over a page without anything of the page's own, and learns from it that nothing follows", () => {
    const first = read([span(80, 100, { top: true, next: "c1" }), 1_000]);
    const passed = withLink(first, { cursor: "c1", next: "c2", end: false }, 1_001);
    expect(withSpan(passed, span(10, 30, { cursor: "c2" }), 1_002).segments).toHaveLength(1);
    expect(withLink(first, { cursor: "c1", next: null, end: true }, 1_001).segments[0]).toMatchObject({
      from: 80,
      end: true,
    });
    expect(withLink(first, { cursor: "elsewhere", next: null, end: true }, 1_001).segments).toEqual(first.segments);
  });

  it("closes a gap when the page between arrives last", () => {
    const { segments } = read([span(80, 100, { next: "c1" }), 1], [span(10, 30), 2], [span(25, 85), 3]);
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ from: 10, to: 100 });
  });

  it("forgets that the top was seen once something later than that top is read", () => {
    const { segments } = read([span(80, 100, { top: true }), 150], [span(90, 200), 300]);
    expect(segments).toEqual([{ from: 80, to: 200, topAt: null, end: false, next: null }]);
  });

  it("reaches to the moment at which the top was seen, and no further", () => {
    const top: [Span, number] = [span(80, 100, { top: true }), 150];
    expect(read(top, [span(150, 200), 300]).segments).toHaveLength(1);
    expect(read(top, [span(151, 200), 300]).segments).toHaveLength(2);
  });

  it("does not depend on the order in which overlapping stretches are read, and never leaves an overlap", () => {
    const spans = fc.array(
      fc.tuple(fc.nat(1_000), fc.nat(100)).map(([from, width]) => span(from, from + width)),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(spans, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = [...list]
          .map((one) => [order.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const [first, second] = [list, shuffled].map((some) =>
          read(...some.map((one): [Span, number] => [one, 2_000])).segments.map(({ from, to }) => [from, to]),
        );
        expect(first).toEqual(second);
        for (let i = 1; i < first!.length; i++) expect(first![i]![1]!).toBeLessThan(first![i - 1]![0]!);
      }),
    );
  });
});
