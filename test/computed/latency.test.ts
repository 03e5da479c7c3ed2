// The time until half have an answer: limits that reckon with people of one thread being alike.
import { describe, expect, it } from "vitest";
import { timeAnswered, waitsOf } from "../../src/computed/latency.ts";
import type { Turn } from "../../src/computed/threads.ts";
import { Random, seedOf } from "../../src/stats/random.ts";
import { kaplanMeier, quantile } from "../../src/stats/survival.ts";

const HOUR = 3_600_000;

const turn = (thread: number, time: number, answered: boolean): Turn => ({
  state: answered ? "answered" : "waiting",
  person: "",
  thread,
  messages: [],
  answer: null,
  asked: { from: 0, to: 1 },
  waited: { shortest: time, longest: time },
  byCommunity: false,
});

describe("the time until half have an answer", () => {
  const times = (threads: (i: number) => number) =>
    Array.from({ length: 40 }, (_, i) => turn(threads(i), (1 + (i % 10)) * HOUR, i % 10 < 8));

  it("has Brookmeyer and Crowley's limits where every thread has one person", () => {
    const all = times((i) => i);
    const plain = quantile(
      kaplanMeier(all.map(({ waited, state }) => ({ time: waited.shortest, event: state === "answered" }))),
      0.5,
    );
    expect(timeAnswered(waitsOf(all), 0.5)).toMatchObject({
      value: plain.value,
      interval: { lower: plain.lower, upper: plain.upper },
    });
  });

  it("has wider ones, at the same time, where people of one thread waited alike", () => {
    const [apart, alike] = [times((i) => i), times((i) => i % 10)].map((all) => timeAnswered(waitsOf(all), 0.5)!);
    expect(alike!.value).toBe(apart!.value);
    expect(alike!.interval.lower).toBeLessThan(apart!.interval.lower);
    expect(alike!.interval.upper ?? Number.POSITIVE_INFINITY).toBeGreaterThan(apart!.interval.upper!);
  });

  it("has limits that miss the truth in at most 1 page of 20, where plain ones miss far more", () => {
    const random = new Random(seedOf([20, 5, 0.5]));
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    const truth = 3 * HOUR;
    const pages = 1_000;
    let [missed, plainMissed] = [0, 0];
    for (let page = 0; page < pages; page++) {
      const all = Array.from({ length: 20 }, (_, thread) => {
        const shared = normal();
        return Array.from({ length: 5 }, () => {
          const answer = truth * Math.exp(Math.SQRT1_2 * shared + Math.SQRT1_2 * normal());
          const read = 48 * HOUR * random.next();
          return turn(thread, Math.min(answer, read), answer <= read);
        });
      }).flat();
      const { lower, upper } = timeAnswered(waitsOf(all), 0.5)!.interval;
      missed += Number(lower > truth || (upper !== null && upper < truth));
      const plain = quantile(
        kaplanMeier(all.map(({ waited, state }) => ({ time: waited.shortest, event: state === "answered" }))),
        0.5,
      );
      plainMissed += Number((plain.lower ?? 0) > truth || (plain.upper !== null && plain.upper < truth));
    }
    expect(missed / pages).toBeLessThanOrEqual(0.05);
    expect(plainMissed / pages).toBeGreaterThan(0.1);
  });
});
