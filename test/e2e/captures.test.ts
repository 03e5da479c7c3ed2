// `npm run audit` on recorded answers of X, where they are at hand: the records equal what independent scripts counted.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/lib/setup.mjs";
import type { PageRecord } from "../../src/domain/record.ts";
import { byPage, waited } from "./stage.ts";

const CAPTURES = path.resolve(ROOT, "..", "shared", "captures");
const isThere = existsSync(path.join(CAPTURES, "expected.json"));

interface Expected {
  readonly page?: string;
  readonly posts: number;
  readonly byPage: number;
  readonly reposts: number;
  readonly selfReplies: number;
  readonly answersToOthers: readonly { readonly reply: string; readonly to: string; readonly ms: number }[];
}
const all: Record<string, Expected> = isThere
  ? JSON.parse(readFileSync(path.join(CAPTURES, "expected.json"), "utf8"))
  : { "x/none": { posts: 0, byPage: 0, reposts: 0, selfReplies: 0, answersToOthers: [], page: "" } };
const files = Object.entries(all).filter(([name, { page }]) => name.startsWith("x/") && page !== undefined);

describe.skipIf(!isThere)("recorded answers of X (skipped where ../shared/captures is not there)", () => {
  it.each(files)("%s", (name, expected) => {
    const out = mkdtempSync(path.join(tmpdir(), "whyfirst-capture-"));
    const page = `https://x.com/${expected.page}`;
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, "scripts", "audit.mjs"), "--page", page, "--out", out, path.join(CAPTURES, name)],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const records: PageRecord[] = readFileSync(path.join(out, "records.ndjson"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    rmSync(out, { recursive: true });
    const own = byPage(records);
    const replies = own.filter(({ kind }) => kind === "reply");
    const toItself = replies.filter(({ replyToAuthor }) => replyToAuthor?.role === "page");
    expect({
      posts: records.length,
      byPage: own.length,
      reposts: own.filter(({ kind }) => kind === "repost").length,
      selfReplies: toItself.length,
    }).toEqual({
      posts: expected.posts,
      byPage: expected.byPage,
      reposts: expected.reposts,
      selfReplies: expected.selfReplies,
    });
    const answers = replies
      .filter((reply) => !toItself.includes(reply))
      .map((reply) => ({ reply: reply.id, to: reply.replyTo, ms: waited(reply) }));
    const inOrder = (one: { reply: string }, other: { reply: string }) => (one.reply < other.reply ? -1 : 1);
    expect(answers.sort(inOrder)).toEqual(
      expected.answersToOthers.map(({ reply, to, ms }) => ({ reply, to, ms })).sort(inOrder),
    );
  });
});
