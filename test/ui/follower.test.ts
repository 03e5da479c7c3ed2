// Keeping in step: one refresh at a time, each change seen in the end, a pause that is counted from a refresh's end.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Follower } from "../../src/ui/follower.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Refreshes that take so many ms, with what was begun and ended when. */
function refreshing(ms: number) {
  const begun: number[] = [];
  const begin = performance.now();
  const follower = new Follower(async () => {
    begun.push(performance.now() - begin);
    const at = begun.length;
    await new Promise((resolve) => setTimeout(resolve, ms));
    return at;
  }, 700);
  return { follower, begun };
}

test("pauses from the end of a slow refresh, however often something changes", async () => {
  const { follower, begun } = refreshing(2_000);
  void follower.now();
  const changing = setInterval(() => follower.soon(), 100);
  await vi.advanceTimersByTimeAsync(6_000);
  clearInterval(changing);
  expect(begun).toEqual([0, 2_700, 5_400]);
});

test("refreshes once after the last change", async () => {
  const { follower, begun } = refreshing(50);
  follower.soon();
  follower.soon();
  await vi.advanceTimersByTimeAsync(10);
  follower.soon();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun).toEqual([0, 750]);
  follower.soon();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun).toHaveLength(3);
});

test("what is asked for is begun after the question, and is reached while changes keep coming", async () => {
  const { follower, begun } = refreshing(1_000);
  const changing = setInterval(() => follower.soon(), 100);
  const first = follower.now();
  await vi.advanceTimersByTimeAsync(500);
  const second = follower.now();
  const third = follower.now();
  await vi.advanceTimersByTimeAsync(1_500);
  clearInterval(changing);
  expect(await Promise.all([first, second, third])).toEqual([1, 2, 2]);
  expect(begun).toEqual([0, 1_000]);
});

test("follows on although the machine's clock was set back by an hour", async () => {
  const { follower, begun } = refreshing(50);
  follower.soon();
  await vi.advanceTimersByTimeAsync(100);
  vi.setSystemTime(Date.now() - 3_600_000);
  follower.soon();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toHaveLength(2);
});

test("goes on after a refresh that failed", async () => {
  let runs = 0;
  const follower = new Follower(async () => {
    runs += 1;
    throw new Error("no storage");
  }, 700);
  const asked = follower.now();
  const again = follower.now();
  await expect(asked).rejects.toThrow("no storage");
  await expect(again).rejects.toThrow("no storage");
  follower.soon();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(3);
});

test("begins nothing by itself once it is ended", async () => {
  const { follower, begun } = refreshing(500);
  void follower.now();
  follower.soon();
  follower.end();
  await vi.advanceTimersByTimeAsync(5_000);
  follower.soon();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(begun).toEqual([0]);
});
