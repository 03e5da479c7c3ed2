// `npm run audit` on saved material: a page, a HAR, single answers; and one clear line where that cannot be.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerTo, listedIn } from "../../scripts/demo/x/graphql.mjs";
import { COMPANY, tellStory } from "../../scripts/demo/x/story.mjs";
import { ROOT } from "../../scripts/lib/setup.mjs";
import type { PageRecord } from "../../src/domain/record.ts";
import { type Report, reportSchema } from "../../src/report/report.ts";
import { byPage, HOME, idsOf, KINDS, Stage, waited } from "./stage.ts";

const BASE = Date.UTC(2026, 9, 30, 15);
const world = tellStory(BASE);
const userId = world.accounts.get(COMPANY)?.id ?? "";
const replies = answerTo("UserRepliesTimeline", { userId }, world, true);
const firstReplies = listedIn("UserRepliesTimeline", COMPANY, world).slice(0, 20);

let folder: string;
const file = (name: string) => path.join(folder, name);
const write = (name: string, text: string): string => {
  writeFileSync(file(name), text);
  return file(name);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "whyfirst-audit-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, "scripts", "audit.mjs"), ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

function auditOf(...args: string[]) {
  const out = mkdtempSync(path.join(folder, "out-"));
  const done = run("--page", HOME, "--out", out, ...args);
  expect(done.stderr).toBe("");
  expect(done.status).toBe(0);
  const report: Report = reportSchema.parse(JSON.parse(readFileSync(path.join(out, "report.json"), "utf8")));
  const records: PageRecord[] = readFileSync(path.join(out, "records.ndjson"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const picture = readFileSync(path.join(out, "popup.png"));
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  return { ...done, report, records };
}

const entry = (operation: string, variables: object, answer: object, startedAt: number) => ({
  startedDateTime: new Date(startedAt).toISOString(),
  request: {
    method: "GET",
    url: `https://x.com/i/api/graphql/q/${operation}?variables=${encodeURIComponent(JSON.stringify(variables))}`,
  },
  response: { status: 200, content: { mimeType: "application/json", text: JSON.stringify(answer) } },
});

describe.each(KINDS)("npm run audit (%s)", (kind) => {
  const browser = ["--browser", kind];

  it("plays a single answer, and takes the newest time in it as now", () => {
    const { report, records, stdout } = auditOf(...browser, write("replies.json", JSON.stringify(replies)));
    const newest = Math.max(...records.map(({ created }) => created.from));
    expect(report).toMatchObject({ asOf: newest, asOfFrom: "material", plan: null });
    expect(report.page.key).toBe("x:northwindcoffee");
    for (const answer of firstReplies) {
      const record = records.find(({ id }) => id === answer.id);
      expect(record).toMatchObject({ schema: 1, kind: "reply", replyTo: answer.replyTo, author: { role: "page" } });
      expect(waited(record as PageRecord)).toBe(waited(answer));
    }
    expect(stdout).toContain("Northwind Coffee");
  });

  it("plays a HAR in order, as of its last entry, by the plan given", () => {
    const variables = { userId, count: 20 };
    const second = { ...variables, cursor: "UserRepliesTimeline|20" };
    const profile = answerTo("UserByScreenName", { screen_name: COMPANY }, world, true);
    const entries = [
      entry("UserByScreenName", { screen_name: COMPANY }, profile ?? {}, BASE),
      entry("UserRepliesTimeline", variables, replies ?? {}, BASE + 1_000),
      entry("UserRepliesTimeline", second, answerTo("UserRepliesTimeline", second, world, true) ?? {}, BASE + 2_000),
      entry("UserRepliesTimeline", variables, { errors: [{ message: "Over capacity" }], data: {} }, BASE + 3_000),
    ];
    const { report, records } = auditOf(
      ...browser,
      "--plan",
      path.join(ROOT, "scripts", "demo", "plan.json"),
      write("visit.har", JSON.stringify({ log: { version: "1.2", entries } })),
    );
    expect(report).toMatchObject({ asOf: BASE + 3_000, asOfFrom: "har" });
    expect(report.plan?.id).toBe("demo");
    expect(report.goals.map(({ goal }) => goal)).toEqual(["care", "community", "awareness"]);
    const ids = idsOf(records);
    for (const { id } of listedIn("UserRepliesTimeline", COMPANY, world).slice(0, 40)) expect(ids).toContain(id);
    expect(report.coverage.unread.find(({ reason }) => reason === "siteError")?.count).toBe(1);
  });

  it("reads a saved page at its address, as of the time chosen", async () => {
    const stage = await Stage.open(kind, BASE);
    await stage.load();
    const html = await stage.tab.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
    await stage.close();
    const { report, records } = auditOf(...browser, "--as-of", "2026-10-30T15:00", write("page.html", html));
    expect(report).toMatchObject({ asOf: BASE, asOfFrom: "chosen" });
    expect(byPage(records).length).toBeGreaterThan(8);
    for (const { id, created } of byPage(records)) expect(created.from).toBe(world.posts.get(id)?.at);
    expect(records.find(({ id }) => id === world.pinned)?.pinned).toBe(true);
  });
});

describe("npm run audit, where it cannot", () => {
  const cases: [string, () => string[], RegExp][] = [
    ["no page", () => ["a.json"], /--page is missing/],
    ["no file", () => ["--page", HOME], /no FILE is named/],
    ["an unknown option", () => ["--page", HOME, "--fast", "a.json"], /Unknown option '--fast'/],
    ["an unknown browser", () => ["--page", HOME, "--browser", "lynx", "a.json"], /chrome or firefox/],
    ["no address", () => ["--page", "northwind", "a.json"], /"northwind" is no address/],
    ["another site", () => ["--page", "https://example.com/a", "a.json"], /not an address that can be audited/],
    ["no time", () => ["--page", HOME, "--as-of", "soon", "a.json"], /"soon" is no time/],
    ["no such plan", () => ["--page", HOME, "--plan", "none.json", "a.json"], /no such file/],
    ["no such file", () => ["--page", HOME, "none.json"], /no such file/],
    ["broken JSON", () => ["--page", HOME, write("broken.json", '{"data":')], /not JSON/],
    ["another JSON", () => ["--page", HOME, write("other.json", '{"a":1}')], /no answer of x\.com/],
    ["no HAR", () => ["--page", HOME, write("none.har", "{}")], /not a HAR/],
    ["another kind of file", () => ["--page", HOME, write("a.txt", "hello")], /no \.html, \.har, \.json or \.ndjson/],
    [
      "a page of the site without an account",
      () => ["--page", "https://x.com/home", write("replies.json", JSON.stringify(replies))],
      /not an address that can be audited/,
    ],
    [
      "a plan of another shape",
      () => ["--page", HOME, "--plan", write("plan.json", "{}"), write("replies.json", JSON.stringify(replies))],
      /plan/,
    ],
  ];
  it.each(cases)("says so in one line and ends with code 2: %s", (_, args, message) => {
    const { status, stdout, stderr } = run(...args());
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});
