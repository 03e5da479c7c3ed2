// The real material beside the project: what its README and its expectations count is what is read. Skipped without it.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Observation, Reading } from "../../../src/domain/observation.ts";
import { isOrganisation } from "../../../src/networks/linkedin/address.ts";
import { documentOf, islandOf, read } from "./document.ts";

const ROOT = resolve(import.meta.dirname, "../../../../shared/captures");
const AT = Date.UTC(2026, 10, 21);
const COMMENTS = "social-dash-comments.included.2025-04-24.json";

const text = (file: string): string => readFileSync(resolve(ROOT, "linkedin", file), "utf8");
const all = (readings: Reading[]): Observation[] => [
  ...new Map(readings.flatMap(({ observations }) => observations).map((item) => [item.id, item])).values(),
];
const unread = (readings: Reading[]): Record<string, number> =>
  Object.fromEntries(readings.flatMap(({ unread }) => unread.map(({ reason, count }) => [reason, count])));

describe.skipIf(!existsSync(ROOT))("LinkedIn captures (skipped unless ../shared/captures is there)", () => {
  describe(COMMENTS, () => {
    const readings = () =>
      read(islandOf(text(COMMENTS), "https://www.linkedin.com/feed/update/urn:li:activity:7320724072932298753/"), AT);
    const expected = () => JSON.parse(readFileSync(resolve(ROOT, "expected.json"), "utf8"))[`linkedin/${COMMENTS}`];
    const written = () => all(readings()).filter(({ kind }) => kind !== "post");

    it("holds the comments and replies that were counted, none unread", () => {
      const kinds = (kind: string) => written().filter((item) => item.kind === kind).length;
      expect([written().length, kinds("comment"), kinds("reply")]).toEqual([
        expected().comments,
        expected().topLevel,
        expected().replies,
      ]);
      expect(unread(readings())).toEqual({});
    });

    it("times each within 3 ms of the site's own date", () => {
      const dates = new Map<string, number>();
      for (const entity of JSON.parse(text(COMMENTS)).included) {
        if (entity.createdAt) dates.set(/\((\d+)/.exec(entity.entityUrn)![1]!, entity.createdAt);
      }
      expect(dates.size).toBe(20);
      for (const { id, created } of written()) {
        expect(Math.abs(created.from - dates.get(id)!)).toBeLessThanOrEqual(3);
        expect(created.to - created.from).toBe(1);
      }
    });

    it("puts every reply below a first-level comment, by the address and by the parent's list alike", () => {
      const top = new Set(
        written()
          .filter(({ kind }) => kind === "comment")
          .map(({ id }) => id),
      );
      for (const { kind, replyTo, thread } of written()) {
        expect(thread).toBe("7320724072932298753");
        if (kind === "reply") expect(top).toContain(replyTo);
        else expect(replyTo).toBe(thread);
      }
      const graph = JSON.parse(text(COMMENTS));
      for (const entity of graph.included) delete entity.permalink;
      const listed = all(
        read(
          islandOf(JSON.stringify(graph), "https://www.linkedin.com/feed/update/urn:li:activity:7320724072932298753/"),
          AT,
        ),
      );
      const parents = (items: Observation[]) =>
        new Map(items.filter(({ kind }) => kind === "reply").map(({ id, replyTo }) => [id, replyTo]));
      expect(parents(listed)).toEqual(parents(written()));
    });

    it("gives the author's first answer in each thread to the millisecond", () => {
      const [{ owner } = { owner: null }] = readings().filter(({ place }) => place.kind === "thread");
      const own = written().filter(({ author }) => author?.handle === owner?.handle);
      expect(own).toHaveLength(expected().byPostAuthor);
      const answers = written()
        .filter(({ kind }) => kind === "comment")
        .flatMap((comment) => {
          const [first] = own
            .filter(({ replyTo }) => replyTo === comment.id)
            .sort((a, b) => a.created.from - b.created.from);
          return first ? [{ comment: comment.id, reply: first.id, ms: first.created.from - comment.created.from }] : [];
        });
      expect(answers.sort((a, b) => (a.comment < b.comment ? -1 : 1))).toEqual(expected().threadsAnsweredByAuthor);
    });

    it("takes a leading mention for the person addressed, where 12 of 14 replies have one", () => {
      expect(written().filter(({ replyToAuthor }) => replyToAuthor?.handle?.startsWith("in/"))).toHaveLength(12);
    });
  });

  it("reads nine updates: two promoted, one repost at its own time, two whose own time is not said", () => {
    const readings = read(
      islandOf(text("feed-updatesV2.2023-05-14.json"), "https://www.linkedin.com/company/grabapp/posts/"),
      AT,
    );
    const posts = all(readings).filter(({ kind }) => kind === "post" || kind === "repost");
    expect(posts).toHaveLength(7);
    expect(unread(readings)).toEqual({ noTime: 2 });
    expect(posts.filter(({ promoted }) => promoted).map(({ id }) => id)).toEqual([
      "7049351023336837120",
      "7024851382885097473",
    ]);
    expect(posts.filter(({ kind }) => kind === "repost").map(({ id, repostOf }) => [id, repostOf])).toEqual([
      ["7053762019270778880", "7052861873724997632"],
    ]);
    // "X likes this" bears the engagement's activity; the post's own is the one it is talked about under.
    expect(posts.map(({ id }) => id)).toContain("7059294092807012352");
    expect(posts.map(({ id }) => id)).not.toContain("7061504787585904641");
  });

  it("reads two bare reposts at their own events' times", () => {
    const readings = read(
      islandOf(
        text("profile-updatesV2.bare-reposts.2024-05.json"),
        "https://www.linkedin.com/company/radometech/posts/",
      ),
      AT,
    );
    expect(
      all(readings).map(({ id, kind, repostOf, created }) => [
        id,
        kind,
        repostOf,
        new Date(created.from).toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ["6998549990008655872", "repost", "6988705506643103744", "2022-11-16"],
      ["6988425385772273665", "repost", "6988227666617253888", "2022-10-19"],
    ]);
    expect(unread(readings)).toEqual({});
  });

  it.each([
    [
      "a",
      "tech-mahindra",
      "tech-mahindra_happymothersday-lovetobetechm-mothersday-activity-7195255465402904576-IJWc",
      10,
      26,
      3,
    ],
    [
      "b",
      "pellera-technologies",
      "pellera-technologies_ai-modernit-techleadership-activity-7363996999450275842-1b01",
      1,
      1,
      0,
    ],
    [
      "c",
      "mediamint",
      "mediamint_breaking-silos-the-power-of-ai-transformation-activity-7386505452060098560-4e6x",
      1,
      1,
      0,
    ],
  ])(
    "reads guest page %s: one main card, its comments to 3 ms, no related card, no answers",
    (file, handle, slug, comments, announced, companies) => {
      const html = text(`guest-post.company.2025-11.${file}.html`);
      const readings = read(documentOf(html, `https://www.linkedin.com/posts/${slug}`), AT);
      const items = all(readings);
      const posts = items.filter(({ kind }) => kind === "post");
      expect(posts.map(({ author, announced }) => [author?.handle, announced.comments])).toEqual([[handle, announced]]);
      const written = items.filter(({ kind }) => kind === "comment");
      expect([written.length, items.length]).toEqual([comments, comments + 1]);
      expect(written.filter(({ author }) => author && isOrganisation(author))).toHaveLength(companies);
      const linked = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)![1]!);
      const dates = linked.comment
        .map(({ datePublished }: { datePublished: string }) => Date.parse(datePublished))
        .sort();
      const times = written.map(({ created }) => created.from).sort();
      for (const [index, ms] of times.entries()) expect(Math.abs(ms - dates[index])).toBeLessThanOrEqual(3);
      expect(posts[0]!.created.from - Date.parse(linked.datePublished)).toBeLessThanOrEqual(38);
      expect(readings.every(({ signedIn }) => signedIn === false)).toBe(true);
      expect(readings.some(({ place }) => place.kind === "thread" && place.complete)).toBe(false);
      expect(unread(readings)).toEqual({});
    },
  );

  it("reads the trimmed cards: an Ember post by a person, a guest card of a company", () => {
    const [ember] = all(
      read(
        documentOf(
          text("ember-post-header.2026-07.excerpt.html"),
          "https://www.linkedin.com/company/some-company/posts/",
        ),
        AT,
      ),
    );
    expect([ember?.id, ember?.author?.handle, ember?.promoted]).toEqual([
      "7486042476307222528",
      "in/jordan-harper-0",
      false,
    ]);
    const [guest] = all(
      read(documentOf(text("guest-company-card.2024-02.excerpt.html"), "https://www.linkedin.com/company/sap"), AT),
    );
    expect([guest?.id, guest?.author?.handle, guest?.announced]).toEqual([
      "7125723264361848832",
      "sap",
      { comments: 60, shares: null, reactions: 4072 },
    ]);
  });
});
