// What must hold whatever a page looks like: shifts, order, one more who waits, one more who is read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/audits/finding.ts";
import { AUDITS } from "../../src/audits/registry.ts";
import { runAudits } from "../../src/audits/run.ts";
import { compute } from "../../src/computed/computed.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import type { NetworkId, PageRecord } from "../../src/domain/record.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START, WEEK } from "../support/dataset.ts";

/** Of which it is sure that they ask people, sure that they do not, and neither. */
const POSTS = ["What do you think? Tell us below", "Open until six", "Ready?", "Ready for our autumn blend today?"];
const TEXTS = [
  "Where is my order?",
  "It is broken",
  "Terrible service, I want my money back",
  "How much is it?",
  "Lovely",
  "開いていますか",
];
const AS_OF = START + 12 * WEEK;

const message = fc.record({
  /** Minutes after the post. */
  at: fc.integer({ min: 0, max: 20_000 }),
  text: fc.constantFrom(...TEXTS),
  /** Minutes after the message; null = never. */
  answered: fc.option(fc.integer({ min: 0, max: 10_000 })),
  comesBack: fc.boolean(),
});
const page = fc.record({
  network: fc.constantFrom<NetworkId>("x", "facebook"),
  posts: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      says: fc.constantFrom(...POSTS),
      /** Days before it in which it went out on the other network; null = it did not. */
      twin: fc.option(fc.integer({ min: 0, max: 2 })),
      messages: fc.array(message, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});
type PageShape = typeof page extends fc.Arbitrary<infer Shape> ? Shape : never;

/** The page, all of it read. Every message is by a person of its own, who may come back after an answer. */
function build({ network, posts }: PageShape): DatasetBuilder {
  const built = new DatasetBuilder(network, AS_OF);
  let person = 0;
  for (const { day, says, messages } of posts) {
    const post = built.post(START + day * DAY, { text: says, lang: "en" });
    for (const { at, text, answered, comesBack } of messages) {
      const key = `p${person++}`;
      const asked = built.message(key, post, START + day * DAY + at * MINUTE, { text });
      if (answered === null) continue;
      const answer = built.answer(asked, asked.created.from + answered * MINUTE);
      // Below a comment everything stands side by side on Facebook.
      if (comesBack) built.message(key, network === "x" ? answer : asked, answer.created.from + HOUR, { text });
    }
  }
  built.announceAll();
  for (const record of [...built.records]) if (record.kind === "post") built.open(record);
  return built.read("posts").read("replies");
}

/** The organisation's page on another network, all of it read. */
function otherPage({ posts }: PageShape): Dataset {
  const built = new DatasetBuilder("linkedin", AS_OF);
  posts.forEach(({ day, says, twin }, i) => {
    if (twin !== null) built.post(START + (day - twin) * DAY, { id: `li-${i}`, text: says, lang: "en" });
  });
  return built.read("posts", START - WEEK).build();
}

function findings(dataset: Dataset, siblings: readonly Dataset[] = []): Map<string, Finding> {
  const input = { dataset, plan: null, asOf: AS_OF, zone: "UTC", siblings, computed: compute(dataset, null, "UTC") };
  return new Map(runAudits(AUDITS, input).map((finding) => [finding.key, finding]));
}

/** Finding keys that speak of how long people wait. */
const SHARES = ["answeredWithin1h", "answeredWithin4h", "answeredWithin24h", "answeredWithin72h", "everyoneWithin24h"];
const MORE_SHARES = [...SHARES, "complaintsAnswered1h", "complaintsAnswered24h", "buyingAnswered24h"];
const TIMES = ["halfTime", "ninetyTime", "everyoneHalfTime"];

const shift = (dataset: Dataset, by: number): Dataset => ({
  ...dataset,
  records: dataset.records.map((record) => ({
    ...record,
    created: { from: record.created.from + by, to: record.created.to + by },
    observedAt: record.observedAt + by,
  })),
  coverage: {
    ...dataset.coverage,
    feeds: dataset.coverage.feeds.map((feed) => ({
      ...feed,
      observedAt: feed.observedAt + by,
      segments: feed.segments.map((segment) => ({
        ...segment,
        from: segment.from + by,
        to: segment.to + by,
        topAt: segment.topAt === null ? null : segment.topAt + by,
      })),
    })),
    threads: dataset.coverage.threads.map((thread) => ({ ...thread, observedAt: thread.observedAt + by })),
  },
});

describe("latency", () => {
  it("does not change when all times are shifted", () => {
    fc.assert(
      fc.property(page, fc.integer({ min: -5 * WEEK, max: 5 * WEEK }), (shape, by) => {
        const dataset = build(shape).build();
        const [before, after] = [findings(dataset), findings(shift(dataset, by))];
        for (const key of [...MORE_SHARES, ...TIMES, "answeredLatency"]) {
          const [was, is] = [before.get(key)!, after.get(key)!];
          expect([is.value, is.interval, is.bounds, is.envelope, is.n]).toEqual([
            was.value,
            was.interval,
            was.bounds,
            was.envelope,
            was.n,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });

  // This holds for the figures. Of their limits a bound holds, see test/stats/clustered.test.ts.
  it("is never improved by one more person who waits", () => {
    fc.assert(
      fc.property(page, message, fc.nat(), fc.integer({ min: 0, max: 84 * 24 }), (shape, extra, where, watched) => {
        const built = build(shape);
        const before = findings(built.build());
        const posts = built.records.filter(({ kind }) => kind === "post");
        const post = posts[where % posts.length]!;
        const at = post.created.from + extra.at * MINUTE;
        const added = built.message("one-more", post, at, { text: extra.text, observedAt: at + watched * HOUR });
        const announced = { ...post.announced, comments: post.announced.comments! + 1 };
        built.records[built.records.indexOf(post)] = { ...post, announced };
        const dataset = built.build();
        const threads = dataset.coverage.threads.map((thread) =>
          thread.focal === post.id ? { ...thread, members: [...thread.members, added.id] } : thread,
        );
        const after = findings({ ...dataset, coverage: { ...dataset.coverage, threads } });
        for (const key of MORE_SHARES) {
          const [was, is] = [before.get(key)!.value, after.get(key)!.value];
          if (was !== null && is !== null) expect(is, key).toBeLessThanOrEqual(was + 1e-12);
        }
        for (const key of TIMES) {
          const [was, is] = [before.get(key)!, after.get(key)!];
          if (was.n > 0)
            expect(is.value ?? Number.POSITIVE_INFINITY, key).toBeGreaterThanOrEqual(
              was.value ?? Number.POSITIVE_INFINITY,
            );
        }
        expect(after.get("waiting")!.value).toBe((before.get("waiting")!.value ?? 0) + 1);
      }),
      { numRuns: 100 },
    );
  });
});

describe("any figure", () => {
  it("does not depend on the order of records", () => {
    fc.assert(
      fc.property(page, fc.infiniteStream(fc.integer()), (shape, ranks) => {
        const dataset = build(shape).build();
        const ranked = dataset.records.map((record) => ({ record, rank: ranks.next().value as number }));
        const records = ranked.sort((a, b) => a.rank - b.rank).map(({ record }) => record);
        expect(findings({ ...dataset, records })).toEqual(findings(dataset));
      }),
      { numRuns: 30 },
    );
  });
});

/** As if the records had never been loaded; what announces them stays. */
function without(dataset: Dataset, hidden: ReadonlySet<string>): Dataset {
  const gone = new Set(hidden);
  for (const { id, replyTo } of dataset.records) if (replyTo !== null && gone.has(replyTo)) gone.add(id);
  return {
    ...dataset,
    records: dataset.records.filter(({ id }) => !gone.has(id)),
    coverage: {
      ...dataset.coverage,
      // What was never loaded cannot have been read in the page's list of answers either.
      feeds: dataset.coverage.feeds.filter(({ feed }) => dataset.page.network !== "x" || feed === "posts"),
      threads: dataset.coverage.threads.map((thread) => ({
        ...thread,
        members: thread.members.filter((id) => !gone.has(id)),
      })),
    },
  };
}

/** As if the texts of these posts had never been loaded. */
const textless = (dataset: Dataset, hidden: (id: string) => boolean): Dataset => ({
  ...dataset,
  records: dataset.records.map((record) =>
    record.kind === "post" && hidden(record.id) ? { ...record, text: null } : record,
  ),
});

/** Finding keys whose bounds tell what of them was announced, or read without its text. */
const BOUNDED = [
  ...MORE_SHARES,
  "weekdaysWithin24h",
  "weekendsWithin24h",
  "eveningsWithin24h",
  "threadPresence",
  "deepThreads",
  "returningPeople",
  "uniquePeople",
  "questionsWaiting",
  "waiting",
  "communityShare",
  "actionShare",
  "askingShare",
  "peopleShare",
  "askedAndLeft",
  "insightPerWeek",
  "blanketShare",
];

describe("coverage bounds", () => {
  it("only narrow as more of what was announced is read", () => {
    fc.assert(
      fc.property(
        page,
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 200, maxLength: 200 }),
        (shape, coins) => {
          const dataset = build(shape).build();
          const parents = new Set(dataset.records.map(({ replyTo }) => replyTo));
          // On X a message announces only direct answers: of what lies below an unread one nobody can know.
          const hideable = ({ id, kind, network }: PageRecord) =>
            kind !== "post" && (network !== "x" || !parents.has(id));
          const candidates = dataset.records.filter(hideable);
          const less = new Set(candidates.filter((_, i) => coins[i % 200]![0]).map(({ id }) => id));
          const more = new Set(candidates.filter((_, i) => coins[i % 200]!.every(Boolean)).map(({ id }) => id));
          const other = otherPage(shape);
          const hides = (coin: readonly [boolean, boolean], all: boolean) => (all ? coin[0] && coin[1] : coin[0]);
          const [before, after, all] = (
            [
              [without(dataset, less), false],
              [without(dataset, more), true],
              [dataset, null],
            ] as const
          ).map(([one, both]) => {
            const hidden = (id: string) => both !== null && hides(coins[199 - (Number(/\d+/.exec(id)) % 100)]!, both);
            return findings(textless(one, hidden), [textless(other, hidden)]);
          }) as [Map<string, Finding>, Map<string, Finding>, Map<string, Finding>];
          for (const key of [...BOUNDED, ...(shape.network === "x" ? [] : ["replyShare"])]) {
            for (const [wide, narrow] of [
              [before, after],
              [after, all],
            ] as const) {
              // Without bounds nothing is known.
              const outer = wide.get(key)!.bounds ?? { lower: 0, upper: Number.POSITIVE_INFINITY };
              const inner = narrow.get(key)!.bounds ?? { lower: 0, upper: Number.POSITIVE_INFINITY };
              expect(inner.lower, key).toBeGreaterThanOrEqual(outer.lower - 1e-12);
              expect(inner.upper, key).toBeLessThanOrEqual(outer.upper + 1e-12);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
