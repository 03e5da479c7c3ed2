// The one thing to open next, worked out from what it would narrow.
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/domain/dataset.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { auditPage } from "../../src/report/run.ts";
import { DAY, DatasetBuilder, HOUR, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

const next = (dataset: Dataset, plan: Plan | null = null) =>
  auditPage(dataset, {
    plan,
    asOf: START + 90 * DAY,
    asOfFrom: "now",
    zone: "UTC",
    sisterKeys: new Set(),
  }).next;

/** A page read on every tab, with some people answered; threads still to be added. */
function wellRead(): DatasetBuilder {
  const build = new DatasetBuilder();
  for (let day = 0; day < 80; day += 2)
    build.post(START + day * DAY, { comments: 0, text: "Open until six", lang: "en" });
  for (let i = 0; i < 6; i++) {
    const post = build.post(START + i * DAY, { comments: 1 });
    const asked = build.message(`p${i}`, post, START + i * DAY + HOUR, { text: "Open?", comments: 1 });
    build.answer(asked, START + i * DAY + 2 * HOUR);
    build.open(post);
  }
  return build.read("posts", START, { end: true }).read("replies", START, { end: true });
}

describe("next", () => {
  it("opens the thread with most unread answers", () => {
    const build = wellRead();
    build.post(START + 10 * DAY, { comments: 5 });
    const most = build.post(START + 11 * DAY, { comments: 30 });
    expect(next(build.build())).toMatchObject({ key: "openThread", record: most.id, count: 30, url: most.url });
    expect(next(build.build(), planOf())!.gain).toBeGreaterThan(0.2);
  });

  it("opens answers below a message where only they are unread", () => {
    const build = wellRead();
    const post = build.post(START + 12 * DAY, { comments: 1 });
    const asked = build.message("z", post, START + 12 * DAY + HOUR, { text: "Open?", comments: 3 });
    expect(next(build.open(post).build(), planOf())).toMatchObject({ key: "openReplies", record: asked.id, count: 3 });
  });

  it("opens the missing tab where a goal needs it more", () => {
    const plan = planOf({
      goals: [
        {
          goal: "community",
          targets: [{ indicator: "replyShare", target: { direction: "atLeast", value: 0.2, upper: null } }],
        },
      ],
    });
    const build = new DatasetBuilder();
    build.post(START, { comments: 2 });
    expect(next(build.read("posts").build(), plan)).toMatchObject({ key: "openFeed", feed: "replies" });
  });

  it("reads from the top where newer posts may be unread: scrolling on never reaches them", () => {
    const build = new DatasetBuilder();
    for (let day = 0; day < 60; day++) build.post(START + day * DAY, { text: "A study of our own", lang: "en" });
    const dataset = build.read("posts", START, { top: false, to: START + 60 * DAY }).build();
    const aim = (indicator: "insightPerWeek" | "activeWeeks") =>
      planOf({
        goals: [
          { goal: "awareness", targets: [{ indicator, target: { direction: "atLeast", value: 0.9, upper: null } }] },
        ],
      });
    for (const plan of [aim("activeWeeks"), aim("insightPerWeek")])
      expect(next(dataset, plan)).toMatchObject({ key: "reload", feed: "posts" });
  });

  it("signs in first where the site hides most", () => {
    const dataset = new DatasetBuilder().build();
    const signedOut = { ...dataset, coverage: { ...dataset.coverage, signedIn: false } };
    expect(next(signedOut)).toMatchObject({ key: "signIn" });
  });

  it("goes to the next older thread where all in the window are read", () => {
    const build = new DatasetBuilder("x", START + 30 * DAY);
    const older = build.post(START + DAY, { comments: 7 });
    const post = build.post(START + 10 * DAY, { comments: 1 });
    build.message("a", post, START + 11 * DAY, { text: "Open?" });
    expect(next(build.open(post).build(), planOf())).toMatchObject({ key: "openThread", record: older.id, count: 7 });
  });

  it("has nothing more to ask where verdicts are settled", () => {
    const build = wellRead();
    const settled = planOf({
      goals: [
        {
          goal: "care",
          targets: [{ indicator: "answeredWithin24h", target: { direction: "atLeast", value: 0.01, upper: null } }],
        },
      ],
    });
    expect(next(build.build(), settled)).toMatchObject({ key: "nothing" });
  });

  it("opens the list of posts where nothing was read, and has no step where there is nothing", () => {
    expect(next(new DatasetBuilder().build())).toMatchObject({ key: "openFeed", feed: "posts" });
    expect(next(new DatasetBuilder().build(), planOf())).toMatchObject({ key: "openFeed", feed: "posts" });
    const empty = new DatasetBuilder("facebook").read("posts", START, { end: true }).build();
    expect(next(empty)).toBeNull();
    expect(next(empty, planOf())).toBeNull();
  });

  it("sends to another network only where a goal asks what goes out on both", () => {
    const aim = (indicator: "blanketShare" | "answeredWithin24h", value: number) =>
      planOf({
        goals: [{ goal: "awareness", targets: [{ indicator, target: { direction: "atLeast", value, upper: null } }] }],
      });
    const dataset = wellRead().build();
    expect(next(dataset, aim("blanketShare", 0.3))).toMatchObject({ key: "openNetwork" });
    expect(next(dataset, aim("answeredWithin24h", 0.01))).toMatchObject({ key: "nothing" });
  });
});
