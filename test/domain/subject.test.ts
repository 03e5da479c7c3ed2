// Nothing of another account is mixed in: only the subject's own items and what hangs together with them.
import { describe, expect, it } from "vitest";
import type { Account, Observation, Reading } from "../../src/domain/observation.ts";
import { sameAccount } from "../../src/domain/observation.ts";
import { completeAccount, readingOf, related } from "../../src/domain/subject.ts";

const brand: Account = { id: "1", handle: "Brand" };
const ann: Account = { id: "2", handle: "ann" };
const item = (id: string, author: Account | null, more: Partial<Observation> = {}): Observation => ({
  id,
  author,
  kind: "post",
  created: { from: 1, to: 2 },
  replyTo: null,
  replyToAuthor: null,
  thread: null,
  text: null,
  lang: null,
  url: null,
  pinned: null,
  promoted: null,
  repostOf: null,
  announced: { comments: null, shares: null, reactions: null },
  ...more,
});
const reading = (more: Partial<Reading>): Reading => ({
  network: "x",
  source: "json",
  at: 10,
  owner: brand,
  place: { kind: "feed", feed: "posts", span: null },
  observations: [],
  pages: [],
  signedIn: null,
  unread: [],
  ...more,
});

describe("accounts", () => {
  it("are the same by id where both have one, else by handle in any case", () => {
    expect(sameAccount({ id: "1", handle: "a" }, { id: "1", handle: "b" })).toBe(true);
    expect(sameAccount({ id: "1", handle: "a" }, { id: "2", handle: "a" })).toBe(false);
    expect(sameAccount({ id: "1", handle: "Acme" }, { id: null, handle: "acme" })).toBe(true);
    expect(sameAccount({ id: null, handle: null }, { id: null, handle: null })).toBe(false);
  });

  it("complete each other", () => {
    expect(completeAccount({ id: null, handle: "brand" }, [ann, null, brand])).toEqual({ id: "1", handle: "brand" });
  });
});

describe("related items", () => {
  it("keep answers, their parents, what is passed on and one thread's members; drop strangers", () => {
    const kept = related(
      [
        item("q", ann),
        item("a", brand, { kind: "reply", replyTo: "q" }),
        item("original", ann),
        item("rt", brand, { kind: "repost", repostOf: "original" }),
        item("deep", ann, { thread: "root" }),
        item("mine", brand, { thread: "root" }),
        item("to-brand", ann, { kind: "reply", replyTo: "gone", replyToAuthor: brand }),
        item("stranger", { id: "9", handle: "z" }),
        item("strangers-answer", ann, { replyTo: "stranger" }),
      ],
      brand,
    ).map(({ id }) => id);
    expect(kept).toEqual(["q", "a", "original", "rt", "deep", "mine", "to-brand"]);
  });
});

describe("a reading", () => {
  it("of another account's list is nothing to us, even where the subject is in it", () => {
    expect(readingOf(reading({ owner: ann, observations: [item("a", brand)] }), brand)).toBeNull();
  });

  it("of the subject's own empty list still says how far it was read", () => {
    expect(readingOf(reading({}), brand)).toMatchObject({ place: { kind: "feed" }, observations: [] });
  });

  it("of a thread counts only where the subject takes part", () => {
    const place = { kind: "thread", focal: "q", complete: false } as const;
    expect(readingOf(reading({ owner: ann, place, observations: [item("q", ann)] }), brand)).toBeNull();
    expect(
      readingOf(
        reading({ owner: ann, place, observations: [item("q", ann), item("a", brand, { replyTo: "q" })] }),
        brand,
      )?.observations,
    ).toHaveLength(2);
  });

  it("that failed whole is counted unless it certainly is another account's", () => {
    const failed = { unread: [{ reason: "siteError", count: 1 }] } as const;
    const handleOnly: Account = { id: null, handle: "Brand" };
    const count = (owner: Account | null, of: Account) =>
      readingOf(reading({ owner, unread: [...failed.unread] }), of)?.unread;
    expect(count(null, brand)).toEqual(failed.unread);
    expect(count({ id: "1", handle: null }, handleOnly)).toEqual(failed.unread);
    expect(count(ann, brand)).toBeUndefined();
    expect(readingOf(reading({ owner: null, unread: [...failed.unread] }), brand)?.place).toEqual({ kind: "profile" });
  });

  it("of a list whose owner is not told says nothing on coverage unless the subject wrote in it", () => {
    expect(
      readingOf(reading({ owner: null, observations: [item("m", ann, { replyToAuthor: brand })] }), brand)?.place,
    ).toEqual({ kind: "profile" });
  });
});
