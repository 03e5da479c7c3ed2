// Saved material becomes what a browser is shown: documents, and requests that the page makes again in order.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MaterialError, readMaterial } from "../../scripts/replay/material.mjs";
import { replayOf } from "../../scripts/replay/network.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "whyfirst-material-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
function read(address: string, ...files: string[]) {
  const page = new URL(address);
  const network = replayOf(page);
  if (!network) throw new Error(`no network at ${address}`);
  return readMaterial(files, page, network);
}
const X = "https://x.com/northwind";

describe("a single answer of X", () => {
  const feed = (page: string) => ({
    data: { user: { result: { timeline: { timeline: { instructions: [], metadata: { scribeConfig: { page } } } } } } },
  });
  it.each([
    ["UserTweetsAndReplies", feed("profileAll")],
    ["UserTweets", feed("profileBest")],
    ["UserRepliesTimeline", feed("profileReplies")],
    ["UserOriginalsTimeline", feed("profileOriginals")],
    ["UserRepostsTimeline", feed("profileReposts")],
    ["TweetDetail", { data: { threaded_conversation_with_injections_v2: { instructions: [] } } }],
    ["UserByScreenName", { data: { user: { result: { rest_id: "1" } } } }],
    [
      "UserTweetsAndReplies",
      {
        data: {
          user: { result: { timeline_v2: { timeline: { instructions: [{ entryId: "profile-conversation-1" }] } } } },
        },
      },
    ],
    ["UserTweets", { errors: [{ code: 29 }], data: { user: {} } }],
  ])("is played as %s by its shape", (operation, answer) => {
    const { exchanges, documents, lastEntry } = read(X, write("one.json", answer));
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({
      method: "GET",
      url: `https://x.com/i/api/graphql/recorded/${operation}`,
      answer: { status: 200, text: JSON.stringify(answer) },
    });
    expect(documents).toHaveLength(1);
    expect(lastEntry).toBeNull();
  });

  it("names the post in front where the page is a post's own", () => {
    const answer = { data: { threaded_conversation_with_injections_v2: {} } };
    const { exchanges } = read(`${X}/status/42`, write("one.json", answer));
    const variables = new URL(exchanges[0]?.url ?? "").searchParams.get("variables");
    expect(JSON.parse(variables ?? "")).toEqual({ focalTweetId: "42" });
  });
});

describe("a single answer of the other networks", () => {
  it("is asked for by POST at Facebook's one address, under its operation's name", () => {
    const lines = `${JSON.stringify({ data: { node: { group_feed: { edges: [] } } } })}\n{"label":"a","data":{}}\n`;
    const { exchanges } = read("https://www.facebook.com/northwind", write("feed.ndjson", lines));
    expect(exchanges).toHaveLength(1);
    const [asked] = exchanges;
    expect(asked).toMatchObject({
      method: "POST",
      url: "https://www.facebook.com/api/graphql/",
      answer: { text: lines },
    });
    expect(new URLSearchParams(asked?.body ?? "").get("fb_api_req_friendly_name")).toBe(
      "GroupsCometFeedRegularStoriesPaginationQuery",
    );
  });

  it("stands in LinkedIn's page as an island, escaped as the site escapes it", () => {
    const answer = { included: [{ text: "</code><b>&amp;" }] };
    const { exchanges, documents } = read("https://www.linkedin.com/company/northwind/", write("one.json", answer));
    expect(exchanges).toEqual([]);
    const island = /<code style="display: none" id="bpr-guid-1">([^<]*)<\/code>/.exec(documents[0] ?? "")?.[1] ?? "";
    const decoded = island.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    expect(JSON.parse(decoded)).toEqual(answer);
    expect(documents[0]?.indexOf("bpr-guid-1")).toBeLessThan(documents[0]?.indexOf("</body>") ?? 0);
  });
});

describe("a HAR", () => {
  const entry = (url: string, type: string, text: string, more: object = {}) => ({
    startedDateTime: "2026-09-14T10:00:00.000Z",
    request: { method: "GET", url },
    response: { status: 200, content: { mimeType: type, text } },
    ...more,
  });
  const api = "https://x.com/i/api/graphql/q/UserTweets";

  it("gives the page's own document, its interface's answers in order, and the time of its last entry", () => {
    const entries = [
      entry("https://x.com/other", "text/html", "<p>other"),
      entry(X, "text/html; charset=utf-8", "<p>northwind"),
      entry("https://x.com/logo.png", "image/png", "x"),
      entry(`${api}?n=1`, "application/json", "1"),
      entry("https://elsewhere.example/i/api/graphql/q/UserTweets", "application/json", "no"),
      entry(`${api}?n=2`, "application/json", "2", {
        startedDateTime: "2026-09-14T10:00:07.500Z",
        request: { method: "POST", url: `${api}?n=2`, postData: { mimeType: "application/json", text: "{}" } },
      }),
      entry(`${api}?n=3`, "application/json", "", {
        response: {
          status: 429,
          content: { mimeType: "application/json", encoding: "base64", text: Buffer.from("☕").toString("base64") },
        },
      }),
      entry(`${api}?n=4`, "application/json", ""),
      entry("not an address", "application/json", "1"),
    ];
    const { documents, exchanges, lastEntry } = read(X, write("a.har", { log: { entries } }));
    expect(documents).toEqual(["<p>northwind"]);
    expect(
      exchanges.map(({ method, url, body, answer }) => [method, url.slice(-1), body, answer.status, answer.text]),
    ).toEqual([
      ["GET", "1", null, 200, "1"],
      ["POST", "2", "{}", 200, "2"],
      ["GET", "3", null, 429, "☕"],
    ]);
    expect(lastEntry).toBe(Date.UTC(2026, 8, 14, 10, 0, 7, 500));
  });

  it("gives an empty page of the site where it holds no document", () => {
    const { documents } = read(X, write("a.har", { log: { entries: [entry(api, "application/json", "1")] } }));
    expect(documents).toHaveLength(1);
    expect(documents[0]).toContain('id="react-root"');
  });
});

describe("material that cannot be used", () => {
  it.each([
    ["a.json", "{", /not JSON/],
    ["a.json", "{}", /no answer of x\.com/],
    ["a.ndjson", "", /no answer of x\.com/],
    ["a.json", "null", /no answer of x\.com/],
    ["a.json", "7", /no answer of x\.com/],
    ["a.json", { data: null }, /no answer of x\.com/],
    ["a.ndjson", "null\nnull", /no answer of x\.com/],
    ["a.har", "null", /not a HAR/],
    ["a.har", "[]", /not a HAR/],
    [
      "a.har",
      { log: { entries: [null, 7, {}, { request: null, response: null }] } },
      /neither a document nor an answer/,
    ],
    [
      "a.har",
      {
        log: {
          entries: [
            { request: { url: "https://x.com/northwind" }, response: { status: 200, content: null } },
            { request: { url: "https://x.com/northwind" }, response: { status: 200, content: { text: 7 } } },
            { request: { url: "https://x.com/northwind" }, response: { content: { text: "a", mimeType: 7 } } },
          ],
        },
      },
      /neither a document nor an answer/,
    ],
    ["a.har", { log: { entries: [] } }, /neither a document nor an answer/],
    ["a.pdf", "x", /no \.html/],
  ])("is refused in one sentence: %s %j", (name, content, message) => {
    const file = write(name, content);
    expect(() => read(X, file)).toThrow(MaterialError);
    expect(() => read(X, file)).toThrow(message);
  });
});

it.each([
  "https://x.com/northwind",
  "https://www.facebook.com/northwind",
  "https://www.linkedin.com/company/northwind/",
])("nothing at all is no answer of %s", (address) => {
  const file = write("nothing.json", "null");
  expect(() => read(address, file)).toThrow(MaterialError);
});

it("ends `npm run audit` with one line and exit code 2", () => {
  const file = write("nothing.json", "null");
  const audit = fileURLToPath(new URL("../../scripts/audit.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [audit, "--page", X, file], { encoding: "utf8" });
  expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
  expect(stderr).toContain("no answer of x.com");
});
