// The demo's LinkedIn pages are read as the story behind them was told, in every language and by every renderer.
import { describe, expect, it } from "vitest";
import { ADDRESS, linkedinDemo, postAddress } from "../../../scripts/demo/linkedin/site.mjs";
import type { Answer } from "../../../scripts/lib/fake-internet.mjs";
import type { Observation } from "../../../src/domain/observation.ts";
import { documentOf, read } from "./document.ts";

const BASE = Date.UTC(2026, 10, 21, 12);

interface Said {
  id: string;
  at: number;
  author: { vanity: string; kind: string };
  replies: Said[];
}
interface Told {
  id: string;
  kind: string;
  comments: Said[];
}

const nameOf = ({ vanity, kind }: Said["author"]): string => (kind === "in" ? `in/${vanity}` : vanity);
/** Who said what below which message, and when. */
const told = (post: Told): string[] =>
  post.comments
    .flatMap((comment) => [
      [comment, post.id] as const,
      ...comment.replies.map((reply) => [reply, comment.id] as const),
    ])
    .map(([{ id, at, author }, above]) => `${id} ${nameOf(author)} ${Math.floor(at)} ${above}`)
    .sort();
const readBelow = (items: readonly Observation[]): string[] =>
  items
    .filter(({ kind }) => kind === "comment" || kind === "reply")
    .map(({ id, author, created, replyTo }) => `${id} ${author?.handle} ${created.from} ${replyTo}`)
    .sort();

function opened(
  address: string,
  change: object,
): { items: Observation[]; unread: unknown[]; demo: ReturnType<typeof linkedinDemo> } {
  const demo = linkedinDemo(BASE);
  Object.assign(demo.settings, change);
  const answer = demo.handle({ url: new URL(address) } as never) as Answer;
  const readings = read(documentOf(String(answer.body), address), BASE);
  return {
    demo,
    items: readings.flatMap(({ observations }) => observations),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

describe("the LinkedIn demo", () => {
  const posts: Told[] = linkedinDemo(BASE).world.posts;
  const talked = posts.filter(
    ({ kind, comments }) => kind === "post" && comments.some(({ replies }) => replies.length > 0),
  );

  it.each(["en", "de", "ja"])("a post's own page in React, %s", (language) => {
    for (const post of talked.slice(0, 5)) {
      const { items, unread } = opened(postAddress(post), { language, renderer: "sdui" });
      expect(readBelow(items)).toEqual(told(post));
      expect(items.find(({ id }) => id === post.id)?.author?.handle).toBe("northwind-coffee");
      expect(unread).toEqual([]);
    }
  });

  it.each(["en", "de", "ja"])("a post's own page in Ember, %s", (language) => {
    for (const post of talked.slice(0, 5)) {
      const { items, unread } = opened(postAddress(post), { language, renderer: "ember" });
      expect(readBelow(items)).toEqual(told(post));
      expect(items.find(({ id }) => id === post.id)?.announced.comments).toBe(told(post).length);
      expect(unread).toEqual([]);
    }
  });

  it("the company tab, its island and its promoted card", () => {
    const { items, unread, demo } = opened(ADDRESS, { order: "recent" });
    const first = demo.world.posts.slice(0, 3);
    expect(new Set(items.filter(({ promoted }) => !promoted).map(({ id }) => id))).toEqual(
      new Set(first.map(({ id }: Told) => id)),
    );
    expect(items.filter(({ promoted }) => promoted).map(({ id }) => id)).toEqual([demo.world.promoted.id]);
    expect(unread).toEqual([]);
  });

  it("the views of whoever is not signed in", () => {
    const [post] = talked;
    const { items } = opened(postAddress(post!), { signedIn: false });
    expect(
      items
        .filter(({ kind }) => kind === "comment")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(post!.comments.map(({ id }) => id).sort());
    expect(items.some(({ kind }) => kind === "reply")).toBe(false);
    const list = opened("https://www.linkedin.com/company/northwind-coffee/", { signedIn: false });
    expect(list.items).toHaveLength(10);
    expect(opened(ADDRESS, { signedIn: false }).unread).toEqual([]);
  });
});
