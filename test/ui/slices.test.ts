// Long work in slices: it ends as asked, lets the page answer in between, and goes on in a tab that is hidden.
import { afterEach, expect, test, vi } from "vitest";
import { breath, inSlices, whileWanted } from "../../src/ui/slices.ts";

afterEach(() => vi.unstubAllGlobals());

const always = () => true;

/** Keeps the processor for so many ms. */
function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

function* stepsOf(count: number, ms: number): Generator<undefined, number, undefined> {
  for (let i = 0; i < count; i++) {
    busy(ms);
    yield;
  }
  return count;
}

test("goes on at once where the browser holds back timers, as it does in a hidden tab", async () => {
  const real = setTimeout;
  vi.stubGlobal("setTimeout", (callback: () => void) => real(callback, 1_000));
  const begun = performance.now();
  expect(await whileWanted(stepsOf(10, 15), always)).toBe(10);
  expect(performance.now() - begun).toBeLessThan(900);
});

test("lets what the page has to do in between happen in between", async () => {
  let clicks = 0;
  const clicking = setInterval(() => clicks++, 1);
  await whileWanted(stepsOf(10, 15), always);
  clearInterval(clicking);
  expect(clicks).toBeGreaterThanOrEqual(5);
});

test("takes many short steps in one breath", async () => {
  let turns = 0;
  let over = false;
  const turning = (async () => {
    for (; !over; turns++) await breath();
  })();
  await whileWanted(stepsOf(5_000, 0), always);
  over = true;
  await turning;
  expect(turns).toBeLessThan(500);
});

test("stops where its result is no longer wanted, before the next step", async () => {
  let steps = 0;
  const work = (function* () {
    for (;;) {
      steps += 1;
      yield;
    }
  })();
  expect(await whileWanted(work, () => steps < 3)).toBeNull();
  expect(steps).toBe(3);
  expect(await whileWanted(stepsOf(3, 0), always)).toBe(3);
});

test("rejects with what the work throws", async () => {
  const failing = (function* (): Generator<undefined, never, undefined> {
    yield;
    throw new Error("no such month");
  })();
  await expect(whileWanted(failing, always)).rejects.toThrow("no such month");
  const pieces = (function* () {
    yield 1;
    throw new Error("no such week");
  })();
  await expect(inSlices(pieces, new AbortController().signal, () => undefined)).rejects.toThrow("no such week");
});

test("hands over what there is after each piece; undefined is a pause and no piece", async () => {
  const seen: (readonly number[])[] = [];
  await inSlices([1, undefined, undefined, 2], new AbortController().signal, (all) => seen.push(all));
  expect(seen).toEqual([[1], [1, 2]]);
});

test("can be ended in a pause, and hands nothing over from then on", async () => {
  const ended = new AbortController();
  const seen: number[] = [];
  let pulled = 0;
  const work = (function* () {
    yield 1;
    for (;;) {
      pulled += 1;
      busy(15);
      if (pulled === 3) ended.abort();
      yield undefined;
    }
  })();
  await inSlices(work, ended.signal, (all) => seen.push(all.length));
  expect([pulled, seen]).toEqual([3, [1]]);
});
