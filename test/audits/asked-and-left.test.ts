// Posts that ask, and a page that then stays away.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/asked-and-left.ts";
import { audit as presence } from "../../src/audits/thread-presence.ts";
import { judge } from "../../src/report/verdict.ts";
import { findingsOf } from "../support/audit.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";

const ASK = { text: "Which roast do you like? Tell us", lang: "en" };

describe("asked-and-left", () => {
  it("finds the threads in which people answered and the page never did", () => {
    const build = new DatasetBuilder();
    const left = build.post(START, ASK);
    build.message("a", left, START + HOUR);
    const stayed = build.post(START + DAY, ASK);
    build.answer(build.message("a", stayed, START + DAY + HOUR), START + DAY + 2 * HOUR);
    const silent = build.post(START + 2 * DAY, ASK);
    const told = build.post(START + 3 * DAY, { text: "Open until six", lang: "en" });
    build.message("a", told, START + 3 * DAY + HOUR);
    build.announceAll();
    for (const post of [left, stayed, silent, told]) build.open(post);
    const { askedAndLeft } = findingsOf(audit, build.build());
    expect(askedAndLeft).toMatchObject({ value: 0.5, n: 2, of: 2, evidence: [left.id], values: { asked: 2 } });
  });

  it("counts posts that perhaps ask and were answered against the share at its lower end", () => {
    const build = new DatasetBuilder();
    for (let i = 0; i < 48; i++) {
      const post = build.post(START + i * DAY, i < 8 ? ASK : { text: "Ready?", lang: "en" });
      const message = build.message("a", post, START + i * DAY + HOUR);
      if (i >= 8) build.answer(message, START + i * DAY + 2 * HOUR);
    }
    build.announceAll();
    for (const post of build.records.filter(({ kind }) => kind === "post")) build.open(post, { complete: true });
    const { askedAndLeft } = findingsOf(audit, build.build());
    expect(askedAndLeft).toMatchObject({ value: 1, n: 8, of: 48, bounds: { lower: 8 / 48, upper: 1 } });
    expect(judge(askedAndLeft!, { direction: "atMost", value: 0.3, upper: null })).toBe("cannotTell");
  });

  it("does not judge threads that are unread or young", () => {
    const build = new DatasetBuilder("x", START + 10 * DAY);
    const unread = build.post(START, { ...ASK, comments: 8 });
    const young = build.post(START + 9 * DAY, { ...ASK, comments: 1 });
    build.message("a", young, START + 9 * DAY + HOUR);
    const { askedAndLeft } = findingsOf(audit, build.open(young).build());
    expect(askedAndLeft).toMatchObject({ value: null, reason: "threadsUnread", n: 0, of: 2 });
    expect(askedAndLeft!.next).toMatchObject({ key: "openThread", record: unread.id });
  });

  it("judges by when the thread was read, not by when its post was seen again", () => {
    for (const [hours, known] of [
      [2, null],
      [100, 1],
    ] as const) {
      const readAt = START + HOUR + hours * HOUR;
      const build = new DatasetBuilder("x", readAt);
      const post = build.post(START, { ...ASK, comments: 1, observedAt: START + 84 * DAY });
      build.message("a", post, START + HOUR);
      const whole = build.open(post, { complete: true }).build();
      expect(findingsOf(audit, whole)["askedAndLeft"]).toMatchObject({ value: known, of: 1 });
      expect(findingsOf(presence, whole)["threadPresence"]).toMatchObject({ value: known && 0, of: 1 });
    }
  });

  it("takes a count that is not shown for unknown, not for zero", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START, ASK);
    build.message("a", post, START + HOUR);
    build.post(START + DAY, ASK);
    const met = findingsOf(audit, build.read("posts").build())["askedAndLeft"]!;
    expect(met).toMatchObject({ value: null, reason: "threadsUnread", n: 0, of: 2, bounds: { lower: 0, upper: 1 } });
    const { threadPresence } = findingsOf(presence, build.build());
    expect(threadPresence).toMatchObject({ value: null, reason: "threadsUnread", n: 0, of: 2 });
    build.records[1] = { ...build.records[1]!, announced: { comments: 0, shares: null, reactions: null } };
    const read = findingsOf(audit, build.open(post, { complete: true }).build())["askedAndLeft"];
    expect(read).toMatchObject({ value: 1, n: 1, of: 2 });
  });
});
