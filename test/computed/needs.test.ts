// Whether a message names the page: by handle anywhere, by name as its first word.
import { expect, test } from "vitest";
import { mentions } from "../../src/computed/needs.ts";

const namedAs = (name: string, text: string | null) => mentions({ text }, { handles: new Set(["onrunning"]), name });

test.each([
  ["on", "On, my shoes fell apart", true],
  ["on", "ON", true],
  ["on", "One of the best", false],
  ["on", "Only one thing", false],
  ["on", "On2 shoes", false],
  ["on", "I love On", false],
  ["ноль", "нолька тут", false],
  ["ノースウィンド", "ノースウィンドさん、いつ届きますか", true],
  ["on", "thanks @OnRunning.", true],
  ["on", "thanks @OnRunningClub", false],
])("of a page named %s: %s", (name, text, expected) => {
  expect(namedAs(name, text)).toBe(expected);
});

test("a dropped text names nobody unless it is kept that it did", () => {
  expect(namedAs("on", null)).toBe(false);
  const about = { question: "no", complaint: "no", buying: "no", handoff: "no", named: true } as const;
  expect(mentions({ text: null, about }, { handles: new Set(), name: null })).toBe(true);
});
