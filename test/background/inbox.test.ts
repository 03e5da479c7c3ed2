// The inbox: a reader can only add to pages of the network its tab shows.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { receive } from "../../src/background/inbox.ts";
import type { ReaderMessage } from "../../src/platform/messages.ts";
import { openDatabase } from "../../src/store/database.ts";
import { loadDataset } from "../../src/store/records.ts";

const brand = { id: null, handle: "Brand" };
const message = (more: Partial<ReaderMessage> = {}): ReaderMessage => ({
  kind: "observed",
  network: "x",
  subject: brand,
  readings: [
    {
      network: "x",
      source: "dom",
      at: 5_000,
      owner: brand,
      place: { kind: "profile" },
      observations: [],
      pages: [{ account: brand, name: "Brand Inc.", about: null, totalPosts: 3 }],
      signedIn: true,
      unread: [],
    },
  ],
  ...more,
});

describe("inbox", () => {
  it("stores what a reader on the network's own site sends", async () => {
    const database = await openDatabase("inbox-1");
    expect(await receive(database, message(), "https://x.com")).toEqual({ page: "x:brand", records: 0 });
    expect((await loadDataset(database, "x:brand"))!.page).toMatchObject({
      name: "Brand Inc.",
      totalPosts: 3,
      url: "https://x.com/Brand",
    });
  });

  it.each([
    ["another site", message(), "https://x.com.evil.example"],
    ["an insecure one", message(), "http://x.com"],
    ["a subject without a name", message({ subject: { id: null, handle: null } }), "https://x.com"],
    [
      "readings of another network",
      message({ readings: [{ ...message().readings[0]!, network: "facebook" }] }),
      "https://x.com",
    ],
    ["a network that is not read", message({ network: "linkedin" }), "https://x.com"],
  ])("stores nothing from %s", async (_, sent, origin) => {
    const database = await openDatabase(`inbox-${origin}-${JSON.stringify(sent).length}`);
    expect(await receive(database, sent, origin)).toBeNull();
    expect(await database.count("pages")).toBe(0);
  });

  it("says under which key the page is kept that took another's name", async () => {
    const database = await openDatabase("inbox-heir");
    const of = (id: string) => message({ subject: { id, handle: "Brand" }, page: "x:brand" });
    await receive(database, of("1"), "https://x.com");
    const { page } = (await receive(database, of("2"), "https://x.com"))!;
    expect((await loadDataset(database, page))!.page).toMatchObject({ key: page, id: "2", handle: "Brand" });
  });
});
