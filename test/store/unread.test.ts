// What is missing of a page in two rows, joined: whatever was read, nothing of the later row is lost, and a second time changes nothing.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Reading } from "../../src/domain/observation.ts";
import { joinUnread, type UnreadState, unreadAfter, unreadOf } from "../../src/store/unread.ts";
import { reading } from "../support/readings.ts";

const cursor = fc.constantFrom(null, "a", "b", "c");
const steps = fc.array(
  fc.record({
    source: fc.constantFrom<Reading["source"]>("json", "dom"),
    list: fc.constantFrom("posts", "17"),
    placed: fc.constantFrom("span", "link", "not"),
    from: fc.integer({ min: 1, max: 50 }),
    length: fc.integer({ min: 0, max: 30 }),
    top: fc.boolean(),
    link: fc.record({ cursor, next: cursor, end: fc.boolean() }),
    count: fc.integer({ min: 0, max: 9 }),
    whole: fc.boolean(),
  }),
  { maxLength: 8 },
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

function stateAfter(all: Steps, begun: number): UnreadState {
  let state: UnreadState = { unread: {} };
  for (const [i, { source, list, placed, from, length, top, link, count, whole }] of all.entries()) {
    // What is drawn has no cursors.
    const isDrawn = source === "dom";
    const linked = placed === "not" || isDrawn ? {} : { link };
    const stretch = { from, to: from + length };
    const span = isDrawn
      ? { ...stretch, top, end: link.end, cursor: null, next: null }
      : { ...stretch, ...link, top: link.cursor === null };
    const place: Reading["place"] =
      list === "17"
        ? { kind: "thread", focal: list, complete: false, ...linked }
        : { kind: "feed", feed: "posts", ...(placed === "span" ? { span } : { span: null, ...linked }) };
    const unread: Reading["unread"] = count === 0 ? [] : [{ reason: "noTime", count }];
    state = unreadAfter(state, reading({ source, at: begun + i, place, unread }), whole);
  }
  return state;
}
const missing = (state: UnreadState): number => unreadOf(state, 0)[0]?.count ?? 0;

it("what is missing in two rows of a page is at least that of the later one, the same however often they are joined", () => {
  fc.assert(
    fc.property(steps, steps, fc.boolean(), (before, after, unplaced) => {
      const { unread, runs = {} } = stateAfter(before, 100);
      const older: UnreadState = unplaced ? { unread } : { unread, runs };
      const younger = { runs: {}, ...stateAfter(after, 200) };
      expect(joinUnread(younger, younger)).toEqual(younger);
      expect(joinUnread(older, { unread: {} })).toEqual({ runs: {}, ...older });
      const joined = joinUnread(older, younger);
      for (const again of [older, younger]) expect(joinUnread(again, joined)).toEqual(joined);
      expect(missing(joined)).toBeGreaterThanOrEqual(missing(younger));
    }),
    { numRuns: 500 },
  );
});
