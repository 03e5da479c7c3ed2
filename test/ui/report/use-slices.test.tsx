// @vitest-environment jsdom
// Long work on a screen: what is asked for anew begins at once, what only follows the store waits and keeps what is shown.
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Sliced, useSlices } from "../../../src/ui/report/use-slices.ts";

let root: HTMLElement;
/** Every state that was drawn. */
let drawn: Sliced<string>[];
let runs: string[];

beforeEach(() => {
  drawn = [];
  runs = [];
  root = document.createElement("div");
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  render(null, root);
  vi.restoreAllMocks();
});

function Screen({ page, version, fails }: { page: string; version: number; fails: boolean }) {
  const sliced = useSlices(
    function* () {
      runs.push(`${page}${version}`);
      if (fails) throw new Error("broken");
      for (let i = 0; i < 30; i++) {
        const until = performance.now() + 10;
        while (performance.now() < until);
        yield i % 10 === 9 ? `${page}${version}.${(i + 1) / 10}` : undefined;
      }
    },
    [page],
    [version],
  );
  drawn.push(sliced);
  return null;
}
const shows = (page: string, version: number, fails = false): void =>
  render(<Screen page={page} version={version} fails={fails} />, root);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000 });
const last = () => drawn.at(-1)!;

test("is ready although what it rests on changes all the time", async () => {
  let version = 0;
  shows("a", version);
  const changing = setInterval(() => shows("a", ++version), 50);
  await until(() => expect(last().state).toBe("ready"));
  expect(last().done).toEqual(["a0.1", "a0.2", "a0.3"]);
  clearInterval(changing);
  // Then it follows, once, and shows what it had until the rest is there.
  const from = drawn.length;
  await until(() => expect(last().done).toEqual([1, 2, 3].map((part) => `a${version}.${part}`)));
  expect(new Set(drawn.slice(from).map(({ state, done }) => `${state} ${done.length}`))).toEqual(new Set(["ready 3"]));
  await wait(900);
  expect(runs).toEqual(["a0", `a${version}`]);
});

test("gives up what is no longer asked for, and shows the work on what is from its start", async () => {
  shows("a", 0);
  await until(() => expect(last().done).toEqual(["a0.1"]));
  shows("b", 0);
  await until(() => expect(last()).toEqual({ done: ["b0.1"], state: "working" }));
  await until(() => expect(last().state).toBe("ready"));
  expect(runs).toEqual(["a0", "b0"]);
  expect(drawn.filter(({ done }) => done.includes("a0.2"))).toEqual([]);
});

test("says that it failed, keeps what was shown, and tries again after a change", async () => {
  shows("a", 0);
  await until(() => expect(last().state).toBe("ready"));
  shows("a", 1, true);
  await until(() => expect(last().state).toBe("failed"));
  expect(last().done).toHaveLength(3);
  shows("a", 2);
  await until(() => expect(last()).toEqual({ done: ["a2.1", "a2.2", "a2.3"], state: "ready" }));
});

test("stops where the screen is left", async () => {
  shows("a", 0);
  await until(() => expect(last().done).toEqual(["a0.1"]));
  shows("a", 1);
  render(null, root);
  const from = drawn.length;
  await wait(1_200);
  expect([drawn.length, runs]).toEqual([from, ["a0"]]);
});
