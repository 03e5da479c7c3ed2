// Turns and answers: who waits, who was answered when, and what nobody can know yet.
import { describe, expect, it } from "vitest";
import { waits } from "../../src/computed/latency.ts";
import { indexRecords } from "../../src/computed/record-index.ts";
import { conversations } from "../../src/computed/threads.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START } from "../support/dataset.ts";

const talk = (dataset: Dataset) => conversations(dataset, indexRecords(dataset));

describe("turns on threads that were read", () => {
  it("runs from a person's first message to the first answer, and opens another turn after it", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 1 });
    const first = build.message("ann", post, START + HOUR, { comments: 2 });
    const more = build.message("ann", first, START + 2 * HOUR, { comments: 0 });
    const answer = build.answer(first, START + 3 * HOUR, { comments: 1 });
    build.message("ann", answer, START + 4 * HOUR, { comments: 0 });
    build.answer(first, START + 5 * HOUR, { comments: 0 });
    const { turns } = talk(build.open(post).build());
    expect(turns.map(({ state, messages }) => [state, messages.length])).toEqual([
      ["answered", 2],
      ["waiting", 1],
    ]);
    expect(turns[0]!.messages.map(({ id }) => id)).toEqual([first.id, more.id]);
    expect(turns[0]!.waited).toEqual({ shortest: 2 * HOUR, longest: 2 * HOUR });
  });

  it("counts as waiting only where the answers below were read or none is announced", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 5 });
    build.message("none", post, START + 1, { comments: 0 });
    const read = build.message("read", post, START + 2, { comments: 1 });
    build.message("helper", read, START + 3, { comments: 0 });
    build.message("unread", post, START + 4, { comments: 2 });
    build.message("unsaid", post, START + 5, { comments: null });
    const opened = build.message("opened", post, START + 6, { comments: 9 });
    build.open(post).open(opened, { complete: true });
    const { turns, possible } = talk(build.build());
    expect(Object.fromEntries(turns.map(({ person, state }) => [person, state]))).toEqual({
      none: "waiting",
      read: "waiting",
      unread: "unknown",
      unsaid: "unknown",
      opened: "waiting",
    });
    // Two unknown turns, and the two messages below "unread".
    expect(possible).toBe(4);
  });

  it("takes an answer met only in the page's own list for no answer of the thread, unless that list tells of all", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 2 });
    const answered = build.message("answered", post, START + 1, { comments: 1 });
    const other = build.message("other", post, START + 2, { comments: 1 });
    build.open(post);
    const answer = build.answer(answered, START + HOUR);
    const dataset = build.build();
    const members = dataset.coverage.threads[0]!.members.filter((id) => id !== answer.id);
    const seen = {
      ...dataset,
      coverage: { ...dataset.coverage, threads: [{ ...dataset.coverage.threads[0]!, members }] },
    };
    const states = ({ turns }: ReturnType<typeof conversations>) => turns.map(({ state }) => state);
    const index = indexRecords(seen);
    const met = conversations(seen, index);
    expect(states(met)).toEqual(["unknown", "unknown"]);
    expect(met.given.map(({ asked }) => asked)).toEqual([answered.id]);
    const list = { from: START, to: START + 9 * DAY, top: true, end: false };
    const listed = conversations(seen, index, list);
    expect(states(listed)).toEqual(["answered", "waiting"]);
    expect(listed.given).toEqual([]);
    expect(listed.turns[1]!.waited.longest).toBe(list.to - other.created.from);
    // A list that begins later, or whose top was not seen, tells of nobody before or after it.
    expect(states(conversations(seen, index, { ...list, from: START + 5 }))).toEqual(["unknown", "unknown"]);
    expect(states(conversations(seen, index, { ...list, top: false }))).toEqual(["unknown", "unknown"]);
  });

  it("takes an answer to a message of theirs that is not loaded for the first answer to that person on X", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 2 });
    build.message("ann", post, START + HOUR, { comments: 0 });
    build.message("bob", post, START + HOUR, { comments: 0 });
    const to = { replyToAuthor: { role: "other", key: "ann" }, thread: post.id } as const;
    const answer = build.answer("not-loaded", START + 2 * HOUR, to);
    const elsewhere = { ...to, thread: "another" };
    build.answer("not-loaded-either", START + 2 * HOUR, elsewhere);
    const members = [...build.records.slice(0, 3).map(({ id }) => id), answer.id];
    const { turns, given, withoutParent } = talk(build.open(post, { members }).build());
    expect(turns.map(({ person, state, waited }) => [person, state, waited.longest])).toMatchObject([
      ["ann", "answered", HOUR],
      ["bob", "waiting", expect.any(Number)],
    ]);
    expect([given.length, withoutParent.length]).toEqual([0, 1]);
    // Met only in the page's own list it would count those who were answered, and leave out those who were not.
    const listed = new DatasetBuilder();
    listed.records.push(...build.records);
    const apart = talk(listed.open(post, { members: members.slice(0, 3) }).build());
    expect(apart.turns.map(({ person, state }) => [person, state])).toEqual([
      ["ann", "unknown"],
      ["bob", "waiting"],
    ]);
  });

  it("takes what a post announces after its thread was read whole for unread", () => {
    const later = START + 84 * DAY;
    const grown = (announced: number | undefined, comments: number) => {
      const build = new DatasetBuilder("x", START + 2 * HOUR);
      const post = build.post(START, { comments, observedAt: later });
      build.message("ann", post, START + HOUR, { comments: 0 });
      const whole = build.open(post, { complete: true }).build();
      const threads = whole.coverage.threads.map((thread) => ({ ...thread, ...(announced && { announced }) }));
      const seen = talk({ ...whole, coverage: { ...whole.coverage, threads } });
      return {
        possible: seen.possible,
        announced: seen.announced,
        read: seen.announcedRead,
        places: seen.unread.length,
      };
    };
    expect(grown(1, 40)).toEqual({ possible: 39, announced: 40, read: 1, places: 1 });
    expect(grown(undefined, 40)).toEqual({ possible: 39, announced: 40, read: 1, places: 1 });
    // Three that the site announced and did not show are no reason to open it again.
    expect(grown(4, 4)).toEqual({ possible: 0, announced: 4, read: 4, places: 0 });
    expect(grown(4, 6)).toEqual({ possible: 2, announced: 6, read: 4, places: 1 });
  });

  it("counts what came later beside what is unread below comments on Facebook", () => {
    const build = new DatasetBuilder("facebook", START + 2 * HOUR);
    const post = build.post(START, { comments: 8, observedAt: START + DAY });
    build.message("ann", post, START + HOUR, { comments: 4 });
    const whole = build.open(post, { complete: true }).build();
    const threads = whole.coverage.threads.map((thread) => ({ ...thread, announced: 5 }));
    const { possible, announced, announcedRead } = talk({ ...whole, coverage: { ...whole.coverage, threads } });
    // Four below Ann's comment and three new ones; Ann herself waits for what is below hers.
    expect({ possible, announced, announcedRead }).toEqual({ possible: 8, announced: 8, announcedRead: 1 });
  });

  it("censors at the last reading of the message", () => {
    const build = new DatasetBuilder();
    const post = build.post(START, { comments: 1 });
    build.message("ann", post, START + HOUR, { observedAt: START + DAY });
    expect(talk(build.open(post).build()).turns[0]!.waited.longest).toBe(23 * HOUR);
  });

  it("keeps the community's answers apart, and does not take what people tell each other for questions", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const asked = build.message("ann", post, START + HOUR, { comments: 1 });
    build.message("bob", asked, START + 2 * HOUR);
    const { turns } = talk(build.open(post).build());
    expect(turns.map(({ person, byCommunity, state }) => ({ person, byCommunity, state }))).toEqual([
      { person: "ann", byCommunity: true, state: "waiting" },
    ]);
  });

  it("counts a sister's answer as the page's", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const asked = build.message("ann", post, START + HOUR, { comments: 1 });
    build.answer(asked, START + 2 * HOUR, { author: { role: "sister", key: "help" } });
    expect(talk(build.open(post).build()).turns[0]).toMatchObject({ state: "answered", waited: { shortest: HOUR } });
  });

  it("gives coarse times as a shortest and a longest wait", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const asked = build.message("ann", post, { from: START, to: START + DAY }, { comments: 1 });
    build.answer(asked, { from: START, to: START + DAY });
    expect(talk(build.open(post).build()).turns[0]!.waited).toEqual({ shortest: 0, longest: DAY - 1 });
  });

  it("lets a leading mention decide whom the page answers on Facebook and LinkedIn", () => {
    for (const network of ["facebook", "linkedin"] as const) {
      const build = new DatasetBuilder(network);
      const post = build.post(START);
      const top = build.message("ann", post, START + HOUR, { comments: 2 });
      build.message("bob", post, START + 2 * HOUR, { comments: 0 });
      build.message("cid", top, START + 2 * HOUR);
      build.answer(top, START + 3 * HOUR, { replyToAuthor: { role: "other", key: "ann" } });
      build.answer(post, START + 4 * HOUR, { replyToAuthor: { role: "other", key: "bob" }, kind: "comment" });
      const { turns } = talk(build.open(post).build());
      const apart = network === "facebook";
      expect(turns.map(({ person, state, answer }) => [person, state, answer?.created.from ?? null])).toEqual([
        ["ann", "answered", START + 3 * HOUR],
        // On Facebook a comment of the page's own, though it names the person, is weaker evidence: shown apart.
        apart ? ["bob", "unknown", null] : ["bob", "answered", START + 4 * HOUR],
      ]);
    }
  });

  it("takes an answer that begins with the name of somebody who wrote nothing there for one to whom it hangs below", () => {
    for (const network of ["facebook", "linkedin"] as const) {
      for (const named of [
        { role: "other", key: "carol" },
        { role: "sister", key: "help" },
      ] as const) {
        const build = new DatasetBuilder(network);
        const post = build.post(START);
        const asked = build.message("bob", post, START + HOUR);
        const answer = build.answer(asked, START + 2 * HOUR, { replyToAuthor: named });
        build.message("dan", asked, START + 3 * HOUR);
        build.answer(asked, START + 4 * HOUR, { replyToAuthor: { role: "other", key: "dan" } });
        const { turns } = talk(build.announceAll().open(post, { complete: true }).build());
        expect(turns[0]).toMatchObject({ person: "bob", state: "answered", answer: { id: answer.id } });
        expect(turns).toHaveLength(1);
      }
    }
  });

  it("does not take such an answer for one to Bob where Carol's message may be among the unread", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START, { comments: 5 });
    const asked = build.message("bob", post, START + HOUR, { comments: 3 });
    build.answer(asked, START + 2 * HOUR, { replyToAuthor: { role: "other", key: "carol" } });
    expect(talk(build.open(post).build()).turns).toMatchObject([{ person: "bob", state: "unknown" }]);
  });

  it("counts messages whose author is not known among what is possible", () => {
    const nobody = { author: { role: "unknown", key: "" } } as const;
    for (const network of ["x", "linkedin"] as const) {
      const build = new DatasetBuilder(network);
      const post = build.post(START);
      build.message("", post, START + HOUR, nobody);
      const one = talk(build.announceAll().open(post, { complete: true }).build());
      expect([one.turns.length, one.possible, waits(one).possible, one.unread.length]).toEqual([0, 1, 1, 0]);
      // Below somebody's message it may be the page's answer.
      const asked = build.message("ann", post, START + HOUR);
      build.message("", asked, START + 2 * HOUR, nobody);
      const two = talk(build.announceAll().open(post, { complete: true }).build());
      expect(two.turns).toMatchObject([{ person: "ann", state: "unknown" }]);
      expect([two.possible, waits(two).possible]).toEqual([2, 2]);
    }
  });

  it("takes an answer in a preview for an upper bound on Facebook", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START);
    const asked = build.message("ann", post, START + HOUR, { comments: 4 });
    build.answer(asked, START + 3 * HOUR);
    expect(talk(build.open(post).build()).turns[0]!.waited).toEqual({ shortest: 0, longest: 2 * HOUR });
  });

  it("counts what a post announces on Facebook once, though its comments announce part of it again", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START, { comments: 10 });
    const asked = build.message("ann", post, START + HOUR, { comments: 3 });
    build.answer(asked, START + 2 * HOUR);
    build.message("bob", post, START + HOUR, { comments: 0 });
    const { possible, announced, announcedRead, unread } = talk(build.open(post).build());
    expect({ possible, announced, announcedRead }).toEqual({ possible: 7, announced: 10, announcedRead: 3 });
    expect(unread.map(({ record, messages }) => [record.id, messages])).toEqual([
      [asked.id, 2],
      [post.id, 5],
    ]);
  });
});

describe("posts that do not say how many comments they have", () => {
  it("are the page's own, and may have as many as another of its own", () => {
    const build = new DatasetBuilder("facebook");
    const post = build.post(START, { comments: 2 });
    build.message("ann", post, START + HOUR);
    build.open(post);
    const unsaid = build.post(START + DAY, { comments: null });
    // On the page's wall, addressed to it.
    const visitor = (comments: number | null) => {
      const author = { role: "other" as const, key: `bob-${comments}` };
      const replyToAuthor = post.author;
      build.open(build.post(START + 2 * DAY, { author, replyToAuthor, comments }));
    };
    visitor(null);
    visitor(500);
    const { uncounted } = talk(build.build());
    expect([uncounted.posts.map(({ id }) => id), uncounted.each]).toEqual([[unsaid.id], 2]);
  });
});

describe("answers known only because they were given", () => {
  it("takes the first answer to a message, its time from the id where it is not loaded", () => {
    const build = new DatasetBuilder();
    const asked = 1_788_800_000_000;
    const parent = String((BigInt(asked) - 1_288_834_974_657n) << 22n);
    const reply = build.answer(parent, asked + 1_234_567);
    build.answer(parent, asked + HOUR);
    const { given, turns } = talk(build.build());
    expect(turns).toEqual([]);
    expect(given.map(({ answer, asked, waited }) => [answer.id, asked, waited.longest])).toEqual([
      [reply.id, parent, 1_234_567],
    ]);
  });

  it("is no conversation to answer oneself or a sister account", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    build.answer(post, START + HOUR);
    build.answer("900", START + HOUR, { replyToAuthor: { role: "sister", key: "help" } });
    const { given, withoutParent } = talk(build.build());
    expect([given.length, withoutParent.length]).toEqual([0, 0]);
  });

  it("counts answers whose message has no known time, and never pools with people seen on threads", () => {
    const build = new DatasetBuilder();
    const post = build.post(START);
    const seen = build.message("ann", post, START + HOUR, { comments: 1 });
    build.answer(seen, START + 2 * HOUR);
    build.open(post);
    const elsewhere = build.message("bob", "1", START + HOUR, { replyToAuthor: null });
    build.answer(elsewhere, START + HOUR + MINUTE);
    build.answer("7", START + HOUR);
    const { given, withoutParent, turns } = talk(build.build());
    expect(turns.map(({ person }) => person)).toEqual(["ann"]);
    expect(given.map(({ asked, waited }) => [asked, waited.longest])).toEqual([[elsewhere.id, MINUTE]]);
    expect(withoutParent).toHaveLength(1);
  });
});

describe("hostile shapes", () => {
  it("survives circles, messages that answer themselves and threads that name nothing", () => {
    const build = new DatasetBuilder();
    build.message("ann", "b", START, { id: "a" });
    build.message("bob", "a", START, { id: "b" });
    build.answer("c", START, { id: "c" });
    build.post(START, { id: "d", thread: "nowhere" });
    expect(() => talk(build.build())).not.toThrow();
  });
});
