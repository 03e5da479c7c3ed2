// `npm run audit` on saved LinkedIn material: a page, a recorded answer as an island, a HAR; one clear line for the rest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/lib/setup.mjs";
import type { PageRecord } from "../../src/domain/record.ts";
import { type Report, reportSchema } from "../../src/report/report.ts";
import { byPage, KINDS } from "./stage.ts";

const CASES = path.join(ROOT, "test", "networks", "linkedin", "cases");
const TAB = "https://www.linkedin.com/company/northwind-tools/posts/";
const sourceOf = (name: string): string => path.join(CASES, name, "source.html");
const islandIn = (name: string): string =>
  /<code id="bpr-guid-1"[^>]*>([\s\S]*?)<\/code>/
    .exec(readFileSync(sourceOf(name), "utf8"))![1]!
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "whyfirst-linkedin-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

function run(...args: string[]) {
  const script = path.join(ROOT, "scripts", "audit.mjs");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", cwd: folder });
}

function auditOf(page: string, ...args: string[]) {
  const out = mkdtempSync(path.join(folder, "out-"));
  const { status, stdout, stderr } = run("--page", page, "--out", out, ...args);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const report: Report = reportSchema.parse(JSON.parse(readFileSync(path.join(out, "report.json"), "utf8")));
  const lines = readFileSync(path.join(out, "records.ndjson"), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const records: PageRecord[] = lines.map((line) => JSON.parse(line));
  return { report, records, stdout };
}

describe.each(KINDS)("npm run audit on LinkedIn (%s)", (kind) => {
  const browser = ["--browser", kind];

  it("reads a saved page of the company tab", () => {
    const { report, records, stdout } = auditOf(TAB, ...browser, sourceOf("ember-company-tab"));
    expect(report.page.key).toBe("linkedin:northwind-tools");
    const [answer] = byPage(records).filter(({ kind: what }) => what === "reply");
    const asked = records.find(({ id }) => id === answer?.replyTo);
    expect(asked?.author.role).toBe("other");
    expect((answer?.created.from ?? 0) - (asked?.created.from ?? 0)).toBe(35 * 60_000);
    expect(stdout).toContain("Northwind Tools");
  });

  it("puts a recorded answer into the page as an island, and the answers of a HAR too", () => {
    const json = islandIn("islands-recent");
    const single = auditOf(TAB, ...browser, write("answer.json", json));
    const url = `https://www.linkedin.com/voyager/api/graphql?variables=(organizationalPageUrn:urn%3Ali%3Afsd_organizationalPage%3A4711)&queryId=voyagerFeedDashOrganizationalPageUpdates.0`;
    const entry = {
      startedDateTime: "2026-11-20T12:00:00.000Z",
      request: { method: "GET", url },
      response: { status: 200, content: { mimeType: "application/json", text: json } },
    };
    const har = auditOf(TAB, ...browser, write("visit.har", JSON.stringify({ log: { entries: [entry] } })));
    for (const { report, records } of [single, har]) {
      expect(report.page).toMatchObject({ key: "linkedin:northwind-tools", id: "4711", name: "Northwind Tools" });
      expect(byPage(records).filter(({ kind: what }) => what === "post")).toHaveLength(4);
      expect(byPage(records).filter(({ kind: what }) => what === "repost")).toHaveLength(1);
      expect(report.coverage.unread).toEqual([]);
    }
    expect(har.report).toMatchObject({ asOfFrom: "har", asOf: Date.parse(entry.startedDateTime) });
  });

  it("says of a page in an unknown form that nothing of it could be read", () => {
    const { stdout, report } = auditOf(TAB, ...browser, sourceOf("drift-unknown-renderer"));
    expect(report.coverage.unread).toEqual([{ reason: "unknownShape", count: 1 }]);
    expect(stdout).toContain("in a form not known here");
  });
});

describe("npm run audit on LinkedIn", () => {
  it.each(["https://www.linkedin.com/feed/", "https://www.linkedin.com/in/anna-berg/"])(
    "refuses %s in one line",
    (page) => {
      const { status, stderr } = run("--page", page, sourceOf("ember-company-tab"));
      expect(status).toBe(2);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    },
  );
});
