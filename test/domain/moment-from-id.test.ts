// The moment in an id, and ids that hold none.
import { describe, expect, it } from "vitest";
import { exactly } from "../../src/domain/moment.ts";
import { createdFromId } from "../../src/domain/moment-from-id.ts";

describe("createdFromId", () => {
  it("reads the millisecond from X's ids", () => {
    expect(createdFromId("x", "2006515713954545741")).toEqual(exactly(Date.UTC(2026, 0, 1) + 123));
    expect(createdFromId("x", "29700859247")).not.toBeNull();
  });

  it("reads LinkedIn's comment and activity ids in all their forms", () => {
    const comment = exactly(Number(7_314_567_890_123_456_789n >> 22n));
    for (const id of [
      "7314567890123456789",
      "urn:li:activity:7314567890123456789",
      "urn:li:comment:(activity:7300000000000000000,7314567890123456789)",
      "urn:li:comment:(urn:li:ugcPost:7300000000000000000,7314567890123456789)",
      "urn:li:fsd_comment:(7314567890123456789,urn:li:activity:7300000000000000000)",
    ]) {
      expect(createdFromId("linkedin", id), id).toEqual(comment);
    }
  });

  it("knows when an id does not tell", () => {
    expect(createdFromId("x", "1234567890")).toBeNull();
    expect(createdFromId("x", "not a number")).toBeNull();
    expect(createdFromId("x", "9".repeat(40))).toBeNull();
    expect(createdFromId("linkedin", "urn:li:share:7314567890123456789")).toBeNull();
    expect(createdFromId("linkedin", "urn:li:ugcPost:7314567890123456789")).toBeNull();
    expect(createdFromId("facebook", "2006515713954545741")).toBeNull();
  });
});
