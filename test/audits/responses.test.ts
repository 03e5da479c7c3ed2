// What people do with a post, as the site counts it: medians, and no zero where nothing is shown.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/responses.ts";
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
});
