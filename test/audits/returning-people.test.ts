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

  it("takes a message that nobody is named for as one by somebody it does not know", () => {
    const some = new DatasetBuilder("facebook");
    const below = some.post(START, { comments: 11 });
    some.message("a", below, START + HOUR);
    for (let i = 0; i < 10; i++) some.message("", below, START + HOUR, { author: { role: "unknown", key: "" } });
    const found = findingsOf(audit, some.open(below, { complete: true }).build());
    expect(found["uniquePeople"]).toMatchObject({ value: 1, of: 11, bounds: { lower: 1, upper: 11 }, census: false });
    expect(found["returningPeople"]).toMatchObject({ value: 0, of: 11, bounds: { lower: 0, upper: 1 } });

    const none = new DatasetBuilder("facebook");
    const post = none.post(START, { comments: 1 });
    none.message("", post, START + HOUR, { author: { role: "unknown", key: "" } });
    expect(findingsOf(audit, none.open(post, { complete: true }).build())["uniquePeople"]).toMatchObject({
      value: null,
      reason: "tooFew",
    });
  });

  it("lets posts that do not say how many comments they have hold as many as the one that has most", () => {
    const build = new DatasetBuilder("facebook");
    const read = build.post(START, { comments: 6 });
    for (let i = 0; i < 6; i++) build.message(`p${i}`, read, START + HOUR);
    for (let i = 1; i <= 5; i++) build.post(START + i * DAY, { comments: null });
    const found = findingsOf(audit, build.open(read, { complete: true }).build());
    expect(found["uniquePeople"]).toMatchObject({
      value: 6,
      n: 6,
      of: null,
      bounds: { lower: 6, upper: 36 },
      envelope: { lower: 6, upper: 36 },
      census: false,
      next: { key: "openThread" },
    });
    expect(found["returningPeople"]).toMatchObject({ value: 0, of: null, bounds: { lower: 0, upper: 1 } });
  });

  it("asks to open a post that does not say how many comments it has while nobody was read", () => {
    const build = new DatasetBuilder("facebook");
    const closed = build.post(START, { comments: null });
    expect(findingsOf(audit, build.build())["uniquePeople"]).toMatchObject({
      value: null,
      reason: "threadsUnread",
      next: { key: "openThread", record: closed.id },
    });
  });

  it("knows nothing where nobody was read", () => {
    const found = findingsOf(audit, new DatasetBuilder().build());
    expect(found["uniquePeople"]).toMatchObject({ value: null, bounds: null, envelope: null, census: false });
    expect(found["returningPeople"]).toMatchObject({ value: null, envelope: null, reason: "nothingRead" });
  });

  it("does not call two rough times that may be of one day another day", () => {
    const rough = new DatasetBuilder("facebook");
    const below = rough.post(START);
    const days = (from: number, to: number) => ({ from: START + from * DAY, to: START + to * DAY });
    for (const person of ["a", "b", "c"]) {
      rough.message(person, below, days(1, 8));
      rough.message(person, below, days(2, 9));
    }
    // Surely another day: the first ended before the second began.
    rough.message("d", below, days(1, 2));
    rough.message("d", below, days(2, 9));
    // The second may be of the first's day, the third is not, whichever came first.
    rough.message("e", below, days(1, 8));
    rough.message("e", below, days(0, 2));
    rough.message("e", below, days(5, 6));
    rough.message("once", below, days(1, 8));
    const { returningPeople } = findingsOf(audit, rough.announceAll().open(below, { complete: true }).build());
    expect(returningPeople).toMatchObject({
      value: 2 / 6,
      n: 6,
      bounds: { lower: 2 / 6, upper: 5 / 6 },
      values: { perhaps: 3 },
    });
    expect(returningPeople!.evidenceTotal).toBe(2);
    expect(returningPeople!.envelope!.upper).toBeGreaterThan(5 / 6);
  });
});
