// Posts that ask, and a page that then stays away.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audits/asked-and-left.ts";
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

  it("does not judge threads that are unread or young", () => {
    const build = new DatasetBuilder("x", START + 10 * DAY);
    const unread = build.post(START, { ...ASK, comments: 8 });
    const young = build.post(START + 9 * DAY, { ...ASK, comments: 1 });
    build.message("a", young, START + 9 * DAY + HOUR);
    const { askedAndLeft } = findingsOf(audit, build.open(young).build());
    expect(askedAndLeft).toMatchObject({ value: null, reason: "threadsUnread", n: 0, of: 1 });
    expect(askedAndLeft!.next).toMatchObject({ key: "openThread", record: unread.id });
  });
});
