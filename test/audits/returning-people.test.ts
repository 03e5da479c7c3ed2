// People who come back on another day, by the wall clock of the zone.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/returning-people.ts";
import { judge } from "../../src/report/verdict.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

describe("returning-people", () => {
  const build = new DatasetBuilder();
  const post = build.post(START, { comments: 6 });
  build.message("back", post, START + HOUR);
  build.message("back", post, START + 2 * DAY);
  build.message("twice-that-day", post, START + HOUR);
  build.message("twice-that-day", post, START + 2 * HOUR);
  build.message("late", post, START + 22 * HOUR + HOUR / 2);
  build.message("late", post, START + 23 * HOUR);
  const dataset = build.open(post).build();

  it("divides those who came back by all, the unread kept in the bounds", () => {
    const found = findingsOf(audit, dataset);
    expect(found["returningPeople"]).toMatchObject({ value: 1 / 3, n: 3, bounds: { lower: 1 / 3, upper: 1 / 3 } });
    expect(found["uniquePeople"]).toMatchObject({ value: 3, census: true });
    const more = new DatasetBuilder();
    const unread = more.post(START, { comments: 3 });
    more.message("a", unread, START + 1);
    const open = findingsOf(audit, more.open(unread).build());
    expect(open["returningPeople"]).toMatchObject({ value: 0, bounds: { lower: 0, upper: 1 } });
    expect(open["uniquePeople"]).toMatchObject({ value: 1, bounds: { lower: 1, upper: 3 }, census: false });
  });

  it("judges nothing by one person", () => {
    const one = new DatasetBuilder();
    const only = one.post(START, { comments: 2 });
    one.message("a", only, START + HOUR);
    one.message("a", only, START + 2 * DAY);
    const { returningPeople } = findingsOf(audit, one.open(only).build());
    expect(returningPeople).toMatchObject({ value: 1, n: 1 });
    expect(judge(returningPeople!, { direction: "atLeast", value: 0.2, upper: null })).toBe("cannotTell");
  });

  it("changes days at midnight of the zone", () => {
    // 22:30 and 23:00 UTC lie on either side of midnight in London in summer.
    expect(findingsOf(audit, dataset, { zone: "Europe/London" })["returningPeople"]!.value).toBeCloseTo(2 / 3, 12);
  });
});
