// What LinkedIn's readings mean for the audits: who waits, whom an answer means, and what cannot be told from here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit as cadence } from "../../../src/audits/cadence.ts";
import { audit as latency } from "../../../src/audits/reply-latency.ts";
import { compute } from "../../../src/computed/computed.ts";
import { withSpan } from "../../../src/domain/coverage.ts";
import type { Dataset, FeedCoverage } from "../../../src/domain/dataset.ts";
import { type Account, type Observation, sameAccount } from "../../../src/domain/observation.ts";
import type { Author, PageRecord } from "../../../src/domain/record.ts";
import { findingsOf } from "../../support/audit.ts";
import { documentOf, read } from "./document.ts";

const COMPANY: Account = { id: "4711", handle: "northwind-tools" };
const CASES = join(import.meta.dirname, "cases");
const MINUTE = 60_000;

/** A case as the store would give it back, with handles for hashes. */
function datasetOf(name: string): Dataset {
  const { url, at, indents } = JSON.parse(readFileSync(join(CASES, name, "about.json"), "utf8"));
  const readings = read(documentOf(readFileSync(join(CASES, name, "source.html"), "utf8"), url, indents), at);
  const author = (account: Account | null): Author => ({
    role: account ? (sameAccount(account, COMPANY) ? "page" : "other") : "unknown",
    key: account?.handle ?? "",
  });
  const record = ({ author: by, replyToAuthor: to, pinned, promoted, ...rest }: Observation): PageRecord => ({
    schema: 1,
    network: "linkedin",
    ...rest,
    author: author(by),
    replyToAuthor: to && author(to),
    observedAt: at,
    pinned: pinned ?? false,
    promoted: promoted ?? false,
  });
  let feed: FeedCoverage | null = null;
  for (const { place } of readings) {
    if (place.kind !== "feed") continue;
    feed ??= { feed: "posts", segments: [], observedAt: at };
    if (place.span) feed = withSpan(feed, place.span, at);
  }
  const page = {
    ...COMPANY,
    key: "linkedin:northwind-tools",
    network: "linkedin",
    name: null,
    about: null,
    url,
    totalPosts: null,
  };
  return {
    page: page as Dataset["page"],
    records: [
      ...new Map(readings.flatMap(({ observations }) => observations).map((one) => [one.id, record(one)])).values(),
    ],
    coverage: {
      feeds: feed ? [feed] : [],
      threads: readings.flatMap(({ place, observations }) =>
        place.kind === "thread"
          ? [
              {
                focal: place.focal,
                complete: place.complete,
                observedAt: at,
                members: observations.map(({ id }) => id),
              },
            ]
          : [],
      ),
      unread: readings.flatMap(({ unread }) => unread),
      signedIn: readings[0]?.signedIn ?? null,
    },
  };
}
const turnsOf = (name: string) => {
  const { turns } = compute(datasetOf(name), null, "UTC").conversations;
  return turns.map(({ person, state, waited }) => [
    person,
    state,
    state === "answered" ? waited.longest / MINUTE : null,
  ]);
};

describe("LinkedIn in the audits", () => {
  it("waits from the person's message to the answer below it, and again after the answer", () => {
    expect(turnsOf("ember-company-tab")).toEqual([
      ["in/anna-berg", "answered", 35],
      ["in/anna-berg", "waiting", null],
      ["contoso-supplies", "waiting", null],
    ]);
  });

  it("pairs an answer with whom it mentions, where the page does not show below what it stands", () => {
    const dataset = datasetOf("sdui-flat-unknown");
    const answer = dataset.records.find(({ author, kind }) => author.role === "page" && kind === "reply");
    expect(answer).toMatchObject({ replyTo: null, replyToAuthor: { role: "other", key: "in/anna-berg" } });
  });

  it("calls nobody waiting below whom two of three announced answers are not loaded", () => {
    expect(turnsOf("islands-recent")).toEqual([
      ["in/per-holm", "waiting", null],
      ["in/anna-berg", "answered", 30],
    ]);
    const dataset = datasetOf("islands-recent");
    // One answer of three is loaded, not surely the first: the latency is an upper bound.
    const { turns: loaded } = compute(dataset, null, "UTC").conversations;
    expect(loaded.find(({ state }) => state === "answered")?.waited.shortest).toBe(0);
    const without = { ...dataset, records: dataset.records.filter(({ kind }) => kind !== "reply") };
    const { turns } = compute(without, null, "UTC").conversations;
    expect(turns.find(({ person }) => person === "in/anna-berg")?.state).toBe("unknown");
  });

  it("counts neither advertisements nor reposts nor colleagues' posts in the rhythm", () => {
    const own = compute(datasetOf("islands-recent"), null, "UTC").own;
    expect(own.posts).toHaveLength(3);
    const tab = compute(datasetOf("ember-company-tab"), null, "UTC").own;
    expect(tab.posts).toHaveLength(3);
    expect(tab.items.filter(({ type }) => type === "repost")).toHaveLength(1);
  });

  it("asks for the order by date before it says anything of the rhythm", () => {
    const found = findingsOf(cadence, datasetOf("islands-top"));
    expect(found["activeWeeks"]).toMatchObject({
      value: null,
      reason: "notByDate",
      next: { key: "sortRecent", feed: "posts" },
    });
    expect(findingsOf(cadence, datasetOf("ember-recent-by-order"))["longestSilence"]).toMatchObject({ n: 8 });
  });

  it("says signed out that answers are not visible, and to sign in", () => {
    const found = findingsOf(latency, datasetOf("guest-post"));
    expect(found["answeredWithin24h"]).toMatchObject({
      state: "notVisible",
      reason: "signedOut",
      next: { key: "signIn" },
    });
  });
});
