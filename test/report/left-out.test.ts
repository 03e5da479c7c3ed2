// Leaving items out: the item and all below it are gone, the figures follow, and nothing is taken for unread by it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compute } from "../../src/computed/computed.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import type { NetworkId } from "../../src/domain/record.ts";
import { leaveOut } from "../../src/report/left-out.ts";
import { auditPage } from "../../src/report/run.ts";
import { cutBefore } from "../../src/report/window.ts";
import { DAY, DatasetBuilder, HOUR, START, WEEK } from "../support/dataset.ts";

const options = {
  plan: null,
  asOf: START + 12 * WEEK,
  asOfFrom: "now",
  zone: "UTC",
  sisterKeys: new Set<string>(),
} as const;
const answered = (dataset: Dataset, leftOut: string[] = []) =>
  auditPage(dataset, { ...options, leftOut: new Set(leftOut) }).findings.find(
    ({ key }) => key === "answeredWithin24h",
  )!;

function page(network: NetworkId) {
  const build = new DatasetBuilder(network);
  const post = build.post(START);
  const spam = build.message("spammer", post, START + HOUR, { text: "Buy followers?" });
  const again = build.message("other", spam, START + 2 * HOUR, { text: "Does it work?" });
  const asked = build.message("ann", post, START + DAY, { text: "Is it open?" });
  const answer = build.answer(asked, START + DAY + HOUR);
  const dataset = build.open(post, { complete: true }).announceAll().read("posts").read("replies").build();
  return { dataset, post, spam, again, asked, answer };
}

describe("an item left out", () => {
  it.each(["x", "facebook"] as const)("is gone with all below it, and its figure follows, on %s", (network) => {
    const { dataset, spam, again, asked, answer, post } = page(network);
    expect(answered(dataset).value).toBeLessThan(1);
    expect(answered(dataset, [spam.id])).toMatchObject({ value: 1, n: 1, bounds: { lower: 1, upper: 1 } });
    const out = leaveOut(dataset, new Set([spam.id]));
    expect(out.records.map(({ id }) => id).sort()).toEqual([post.id, asked.id, answer.id].sort());
    expect(out.leftOut).toBe(2);
    expect(out.coverage.threads[0]!.members).not.toContain(again.id);
    // What the site announces above it no longer counts it: nothing became unread by leaving it out.
    const before = dataset.records.find(({ id }) => id === post.id)!.announced.comments!;
    const after = out.records.find(({ id }) => id === post.id)!.announced.comments!;
    expect(before - after).toBe(network === "x" ? 1 : 2);
  });

  it.each(["x", "facebook"] as const)(
    "leaves what was announced since its thread was read unread, on %s",
    (network) => {
      const { dataset, spam, post } = page(network);
      const whole = dataset.records.find(({ id }) => id === post.id)!.announced.comments!;
      const grown: Dataset = {
        ...dataset,
        records: dataset.records.map((record) =>
          record.id === post.id
            ? {
                ...record,
                observedAt: record.observedAt + HOUR,
                announced: { ...record.announced, comments: whole + 10 },
              }
            : record,
        ),
        coverage: {
          ...dataset.coverage,
          threads: dataset.coverage.threads.map((thread) => ({ ...thread, announced: whole })),
        },
      };
      const missing = (of: Dataset) => compute(of, null, "UTC").conversations.missingBelow.get(post.id);
      expect(missing(grown)).toBe(10);
      expect(missing(leaveOut(grown, new Set([spam.id])))).toBe(10);
      expect(missing(cutBefore(grown, START + 12 * HOUR))).toBe(10);
    },
  );

  it("takes along, elsewhere than on X, what was announced below it and never loaded", () => {
    const { dataset, spam, post } = page("facebook");
    const announced: Dataset = {
      ...dataset,
      records: dataset.records.map((record) => {
        const more = record.id === spam.id || record.id === post.id ? 7 : 0;
        return { ...record, announced: { ...record.announced, comments: (record.announced.comments ?? 0) + more } };
      }),
    };
    const out = leaveOut(announced, new Set([spam.id]));
    expect(out.records.find(({ id }) => id === post.id)!.announced.comments).toBe(2);
  });

  it("that is a post takes its whole thread along", () => {
    const { dataset, post } = page("x");
    const out = leaveOut(dataset, new Set([post.id]));
    expect(out.records).toEqual([]);
    expect(out.coverage.threads).toEqual([]);
    expect(auditPage(dataset, { ...options, leftOut: new Set([post.id]) }).coverage.leftOut).toBe(5);
  });

  it("put back leaves no trace, and an id that is not there changes nothing", () => {
    const { dataset, spam } = page("x");
    expect(leaveOut(dataset, new Set())).toBe(dataset);
    expect(leaveOut(dataset, new Set(["elsewhere"]))).toBe(dataset);
    const plain = auditPage(dataset, options);
    auditPage(dataset, { ...options, leftOut: new Set([spam.id]) });
    expect(auditPage(dataset, options)).toEqual(plain);
    expect(plain.coverage.leftOut).toBeUndefined();
  });

  it("never makes more of anything", () => {
    const { dataset } = page("facebook");
    const ids = dataset.records.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(ids), (chosen) => {
        const out = leaveOut(dataset, new Set(chosen));
        expect(out.records.length + (out.leftOut ?? 0)).toBe(dataset.records.length);
        for (const record of out.records) {
          const was = dataset.records.find(({ id }) => id === record.id)!;
          expect(record.announced.comments ?? 0).toBeLessThanOrEqual(was.announced.comments ?? 0);
          expect(record.announced.comments ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
