// What people do with a post, as the site counts it: medians, and no zero where nothing is shown.
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/audits/finding.ts";
import { audit } from "../../src/audits/responses.ts";
import { compare } from "../../src/report/compare.ts";
import type { Report } from "../../src/report/report.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, START } from "../support/dataset.ts";

describe("responses", () => {
  it("gives the median per post of what the site shows", () => {
    const build = new DatasetBuilder();
    [1, 2, 300].forEach((comments, day) => {
      build.post(START + day * DAY, { comments });
    });
    build.post(START + 4 * DAY);
    const found = findingsOf(audit, build.read("posts").build());
    expect(found["commentsPerPost"]).toMatchObject({ value: 2, n: 3, of: 4, census: false, values: { total: 303 } });
    expect(found["sharesPerPost"]).toMatchObject({ value: null, n: 0, reason: "nothingRead" });
  });

  /** A post a day with the comments that the site shows beside it; null where it shows none. */
  function daily(comments: readonly (number | null)[], read: { end?: boolean } = {}) {
    const build = new DatasetBuilder("facebook");
    comments.forEach((shown, day) => {
      build.post(START + day * DAY, { comments: shown });
    });
    return findingsOf(audit, build.read("posts", START, read).build())["commentsPerPost"]!;
  }

  it("proves nothing where the site shows the number beside some posts only", () => {
    const some = daily([40, ...Array.from({ length: 9 }, () => null)]);
    expect(some).toMatchObject({
      value: 40,
      n: 1,
      of: 10,
      envelope: null,
      interval: null,
      census: false,
      reason: "someShown",
    });
    const moved = (before: Finding, after: Finding) =>
      compare({ findings: [before] } as unknown as Report, { findings: [after] } as unknown as Report)[0]!.moved;
    expect(moved(daily([3, null]), daily([4, null]))).toBe("cannotTell");
    // All was read, and yet one post tells nothing of how the page does.
    expect(moved(daily([3]), daily([4]))).toBe("no");
    const many = (least: number) => daily(Array.from({ length: 20 }, (_, i) => least + i));
    expect(moved(many(3), many(4))).toBe("no");
    expect(moved(many(3), many(30))).toBe("up");
  });

  it("is no census of nothing", () => {
    expect(daily([])).toMatchObject({ value: null, n: 0, of: 0, envelope: null, census: false });
    expect(daily([1, 2])).toMatchObject({ value: 1.5, census: true, envelope: { lower: 1.5, upper: 1.5 } });
  });

  it("asks to scroll on as long as there are older posts", () => {
    expect(daily([1, 2]).next).toMatchObject({ key: "scrollFeed", feed: "posts" });
    expect(daily([1, 2], { end: true }).next).toBeNull();
  });
});
