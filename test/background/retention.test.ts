// Retention: other people's words go after the days that were chosen, the page's own stay, and every figure with them.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { dropTexts, dropTextsIfDue } from "../../src/background/retention.ts";
import type { Observation } from "../../src/domain/observation.ts";
import { auditPage } from "../../src/report/run.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";
import { emptyPlan, savePlan } from "../../src/store/plans.ts";
import { loadDataset, storeReadings } from "../../src/store/records.ts";
import { ANN, BRAND, item, pageOf, postAt, reading } from "../support/readings.ts";

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 8, 7);
let database: Database;
let number = 0;
beforeEach(async () => {
  database = await openDatabase(`retention-${number++}`);
});

const reply = (id: string, replyTo: string, at: number, text: string, more: Partial<Observation> = {}) =>
  item(id, {
    kind: "reply",
    author: ANN,
    replyTo,
    replyToAuthor: BRAND,
    created: { from: at, to: at + 1 },
    text,
    ...more,
  });

/** Ten posts with a question, a complaint, a mention and a plain word each; a third of the questions answered. */
async function fill(at: number): Promise<void> {
  const observations: Observation[] = [];
  for (let i = 0; i < 10; i += 1) {
    const when = BEGIN + i * DAY;
    const post = `post-${when}`;
    const none = { comments: 0, shares: null, reactions: null };
    observations.push(
      postAt(when, { text: "Our own words", announced: { comments: 4, shares: null, reactions: null } }),
      reply(`question-${i}`, post, when + 1_000, "When do you open tomorrow?", {
        author: { id: null, handle: `a${i}` },
        announced: none,
      }),
      reply(`complaint-${i}`, post, when + 2_000, "Terrible service, I am very disappointed", {
        author: { id: null, handle: `b${i}` },
        announced: none,
      }),
      reply(`mention-${i}`, post, when + 3_000, i % 2 ? "hello @brand hello" : "Bean House, hello", {
        author: { id: null, handle: `c${i}` },
        announced: none,
      }),
      reply(`word-${i}`, post, when + 4_000, "ok then", { author: { id: null, handle: `d${i}` }, announced: none }),
    );
    if (i % 3 === 0)
      observations.push(
        item(`answer-${i}`, {
          kind: "reply",
          author: BRAND,
          replyTo: `question-${i}`,
          created: { from: when + 9_000, to: when + 9_001 },
          text: "At nine",
        }),
      );
  }
  const readings = observations
    .filter(({ kind }) => kind === "post")
    .map(({ id }) =>
      reading({
        at,
        place: { kind: "thread", focal: id, complete: true },
        observations: observations.filter((one) => one.id === id || one.replyTo === id || one.id.startsWith("answer")),
      }),
    );
  await storeReadings(database, { ...pageOf(), name: "Bean House" }, BRAND, readings);
}
const texts = async () => new Map((await loadDataset(database, "x:brand"))!.records.map(({ id, text }) => [id, text]));
const figures = async () =>
  auditPage((await loadDataset(database, "x:brand"))!, {
    plan: null,
    asOf: BEGIN + 60 * DAY,
    asOfFrom: "now",
    zone: "UTC",
    sisterKeys: new Set(),
  }).findings.map(({ key, value, interval, bounds, envelope, n, state }) => ({
    key,
    value,
    interval,
    bounds,
    envelope,
    n,
    state,
  }));

describe("texts after the days that were chosen", () => {
  it("are gone where others wrote them, with every figure as it was", async () => {
    await fill(BEGIN + 20 * DAY);
    const before = await figures();
    expect(await dropTexts(database, 30, BEGIN + 51 * DAY)).toBe(40);
    const after = await texts();
    expect(after.get("question-1")).toBeNull();
    expect(after.get(`post-${BEGIN}`)).toBe("Our own words");
    expect(after.get("answer-0")).toBe("At nine");
    expect(JSON.stringify(await database.getAll("items"))).not.toMatch(/open tomorrow|Terrible|ok then/);
    expect(await figures()).toEqual(before);
    expect(await dropTexts(database, 30, BEGIN + 51 * DAY)).toBe(0);
  });

  it("stay where they were read since, and come back when they are read again", async () => {
    await fill(BEGIN + 20 * DAY);
    expect(await dropTexts(database, 30, BEGIN + 40 * DAY)).toBe(0);
    await dropTexts(database, 30, BEGIN + 51 * DAY);
    await fill(BEGIN + 52 * DAY);
    const [record] = (await loadDataset(database, "x:brand"))!.records.filter(({ id }) => id === "question-1");
    expect(record).toMatchObject({ text: "When do you open tomorrow?" });
    expect(record).not.toHaveProperty("about");
  });

  it("stay where a sister account of the plan wrote them", async () => {
    await fill(BEGIN + 20 * DAY);
    await savePlan(database, { ...emptyPlan("p", "x:brand", 1_000, "UTC"), sisters: [{ network: "x", handle: "a1" }] });
    expect(await dropTexts(database, 30, BEGIN + 51 * DAY)).toBe(39);
    expect((await texts()).get("question-1")).not.toBeNull();
  });

  it("are looked for at most once a day, and never where everything is kept", async () => {
    const now = BEGIN + 51 * DAY;
    await fill(BEGIN + 20 * DAY);
    await dropTextsIfDue(database, null, now);
    expect((await texts()).get("question-1")).not.toBeNull();
    await dropTextsIfDue(database, 90, now);
    await dropTextsIfDue(database, 30, now + DAY / 2);
    expect((await texts()).get("question-1")).not.toBeNull();
    await dropTextsIfDue(database, 30, now + DAY);
    expect((await texts()).get("question-1")).toBeNull();
  });
});

it("keeps what a sister account wrote, also where the site told only its id", async () => {
  const help = { id: "5", handle: "BrandHelp" };
  await storeReadings(database, pageOf(), BRAND, [
    reading({
      at: 1_000,
      observations: [
        item("1", { author: help, text: "We help" }),
        item("2", { author: { ...help, handle: null }, text: "We help again" }),
        item("3", { author: ANN, text: "Somebody's words" }),
      ],
    }),
  ]);
  const plan = emptyPlan("p", "x:brand", 1_000, "UTC");
  await savePlan(database, { ...plan, sisters: [{ network: "x", handle: "brandhelp" }] });
  expect(await dropTexts(database, 1, 10 * DAY)).toBe(1);
  const { records } = (await loadDataset(database, "x:brand"))!;
  expect(records.map(({ text }) => text)).toEqual(["We help", "We help again", null]);
});
