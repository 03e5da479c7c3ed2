// Readings for tests of the store: one page, its account, and items and readings in a few words each.
import type { Account, Observation, Reading } from "../../src/domain/observation.ts";
import type { Page } from "../../src/domain/page.ts";

export const BRAND: Account = { id: "1", handle: "Brand" };
export const ANN: Account = { id: null, handle: "Zebulon" };

export const pageOf = (key = "x:brand"): Page => ({
  key,
  network: "x",
  handle: key.slice(2),
  id: null,
  name: null,
  about: null,
  url: `https://x.com/${key.slice(2)}`,
  totalPosts: null,
});

export const item = (id: string, more: Partial<Observation> = {}): Observation => ({
  id,
  author: BRAND,
  kind: "post",
  created: { from: 1_000, to: 1_001 },
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

/** A post by the page, written at `at` ms. */
export const postAt = (at: number, more: Partial<Observation> = {}): Observation =>
  item(`post-${at}`, { created: { from: at, to: at + 1 }, ...more });

export const reading = (more: Partial<Reading>): Reading => ({
  network: "x",
  source: "json",
  at: 5_000,
  owner: BRAND,
  place: { kind: "profile" },
  observations: [],
  pages: [],
  signedIn: null,
  unread: [],
  ...more,
});
