// `npm run audit` on Facebook's saved material: a page with its islands, a HAR with streamed answers, single answers.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { graphqlAnswer, routeAnswer } from "../../scripts/demo/facebook/answers.mjs";
import { feedbackId, storyId } from "../../scripts/demo/facebook/ids.mjs";
import { demoSite } from "../../scripts/demo/facebook/site.mjs";
import { COMPANY, type Post, postsOf } from "../../scripts/demo/facebook/story.mjs";
import { ROOT } from "../../scripts/lib/setup.mjs";
import type { PageRecord } from "../../src/domain/record.ts";
import { type Report, reportSchema } from "../../src/report/report.ts";
import { byPage, idsOf, KINDS } from "./stage.ts";

vi.setConfig({ testTimeout: 180_000 });

const BASE = Date.UTC(2026, 9, 30, 15);
const HOME = "https://www.facebook.com/northwindcoffee";
const GRAPHQL = "https://www.facebook.com/api/graphql/";
const ALL_COMMENTS = "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1";
const site = demoSite(BASE);
const { world } = site;
const busiest = (): Post => postsOf(world, COMPANY).toSorted((a, b) => b.comments.length - a.comments.length)[0]!;
const captures = path.join(ROOT, "..", "shared", "captures", "facebook");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "whyfirst-audit-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

function auditOf(page: string, ...args: string[]) {
  const out = mkdtempSync(path.join(folder, "out-"));
  const command = [path.join(ROOT, "scripts", "audit.mjs"), "--page", page, "--out", out, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", cwd: folder });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const report: Report = reportSchema.parse(JSON.parse(readFileSync(path.join(out, "report.json"), "utf8")));
  const lines = readFileSync(path.join(out, "records.ndjson"), "utf8").split("\n").filter(Boolean);
  const records: PageRecord[] = lines.map((line) => JSON.parse(line));
  return { stdout, report, records };
}

const asked = (operation: string, variables: object) => {
  const body = new URLSearchParams({ fb_api_req_friendly_name: operation, variables: JSON.stringify(variables) });
  return { body: body.toString(), text: graphqlAnswer(world, body) ?? "" };
};
const documentOf = async (address: string): Promise<string> => {
  const answer = await site.handle({ method: "GET", url: new URL(address), headers: {}, body: "" });
  return String(answer?.body);
};
const entry = (url: string, body: string, text: string, minute: number) => ({
  startedDateTime: new Date(BASE + minute * 60_000).toISOString(),
  request: { method: "POST", url, postData: { mimeType: "application/x-www-form-urlencoded", text: body } },
  response: { status: 200, content: { mimeType: "text/html; charset=utf-8", text } },
});

describe.each(KINDS)("npm run audit on Facebook (%s)", (kind) => {
  const browser = ["--browser", kind];

  it("reads a saved page: what its islands hold, as of when its server made them", async () => {
    const { report, records } = auditOf(HOME, ...browser, write("page.html", await documentOf(HOME)));
    expect(report.page).toMatchObject({ key: "facebook:northwindcoffee", id: COMPANY, company: true });
    const shown = [world.pinned, ...postsOf(world, COMPANY).filter((post) => post !== world.pinned)].slice(0, 3);
    expect(idsOf(byPage(records).filter(({ kind: what }) => what === "post"))).toEqual(idsOf(shown));
    for (const { id, at } of shown) {
      expect(records.find((one) => one.id === id)).toMatchObject({
        created: { from: at, to: at + 1 },
        observedAt: BASE,
      });
    }
  });

  it("plays a HAR in order: route, timeline, dialog, all comments, replies", async () => {
    const post = busiest();
    const steps = [
      asked("ProfileCometTimelineFeedRefetchQuery", { id: COMPANY, cursor: `demo-cursor-${COMPANY}-3`, count: 3 }),
      asked("CometSinglePostDialogContentQuery", { storyID: storyId(post) }),
      asked("CommentListComponentsRootQuery", { id: feedbackId(post), commentsIntentToken: ALL_COMMENTS }),
      asked("CommentsListComponentsPaginationQuery", {
        id: feedbackId(post),
        commentsIntentToken: ALL_COMMENTS,
        commentsAfterCursor: "10",
      }),
      ...post.comments
        .filter(({ parent }) => parent === null)
        .map((comment) => asked("Depth1CommentsListPaginationQuery", { id: feedbackId(post, comment) })),
    ];
    const route = routeAnswer(world, world.accounts.get(COMPANY)!);
    const entries = [
      entry("https://www.facebook.com/ajax/route-definition/", "route_urls[0]=%2Fnorthwindcoffee", route, 0),
      ...steps.map(({ body, text }, index) => entry(GRAPHQL, body, text, index + 1)),
    ];
    const har = write("visit.har", JSON.stringify({ log: { version: "1.2", entries } }));
    const { report, records } = auditOf(HOME, ...browser, har);
    expect(report).toMatchObject({ asOf: BASE + steps.length * 60_000, asOfFrom: "har" });
    const read = new Map(records.map((record) => [record.id, record]));
    for (const { id, at, parent, author } of post.comments) {
      expect(read.get(id)).toMatchObject({
        created: { from: at, to: at + 1 },
        replyTo: parent ?? post.id,
        author: { role: author === COMPANY ? "page" : "other" },
      });
    }
    expect(report.coverage).toMatchObject({ threadsRead: 1, unread: [] });
    expect(report.findings.find(({ key }) => key === "everyoneWithin24h")?.n ?? 0).toBeGreaterThan(3);
  });

  it.skipIf(!existsSync(captures))(
    "gives a real answer's time in a captured feed (skipped without ../shared/captures)",
    () => {
      const { report, records } = auditOf(
        "https://www.facebook.com/profile.php?id=100010257615256",
        ...browser,
        path.join(captures, "group-feed.2025-09-18.a.ndjson"),
      );
      expect(report.page).toMatchObject({ id: "100010257615256", company: true });
      const answer = records.find(({ id }) => id === "1352322696253375");
      const question = records.find(({ id }) => id === "685845787876392");
      expect(answer).toMatchObject({ kind: "reply", author: { role: "page" }, replyTo: "685845787876392" });
      expect((answer!.created.from - question!.created.from) / 1_000).toBe(1_076);
      expect(report.findings.find(({ key }) => key === "answeredLatency")?.n).toBe(1);
    },
  );

  it.skipIf(!existsSync(captures))(
    "says that a captured post's owner is a person (skipped without ../shared/captures)",
    () => {
      const { stdout, records } = auditOf(
        "https://www.facebook.com/salmanmd.sultan.1",
        ...browser,
        path.join(captures, "permalink.logged-out.2025-06-20.html"),
      );
      expect(stdout).toContain("a person's own profile");
      expect(records).toEqual([]);
    },
  );
});
