// What is kept, in real browsers: left out and put back, gone from the site, dropped after days, synced, backed up, forgotten.
import { expect, it } from "vitest";
import { COMPANY, type Post } from "../../scripts/demo/x/story.mjs";
import { readTab, scrollToPost, visit } from "../../scripts/demo/x/visitor.mjs";
import type { Popup } from "../../scripts/lib/driver.mjs";
import { emptyPlan } from "../../src/store/plans.ts";
import { audit, inEachBrowser } from "./stage.ts";

const KEY = "x:northwindcoffee";

/** Asks the worker, as the extension's own pages do. */
const ask = (popup: Popup, message: object): Promise<Record<string, unknown>> =>
  popup.evaluate(
    (sent: object) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<Record<string, unknown>> } } }
      ).chrome.runtime.sendMessage(sent),
    message,
  );

/** What the browser's sync holds. */
const synced = (popup: Popup): Promise<Record<string, { plan?: { why: string } }>> =>
  popup.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { sync: { get(k: null): Promise<never> } } } }
    ).chrome.storage.sync.get(null),
  );

inEachBrowser("what is kept", (stage) => {
  it("is left out and put back, while the figure follows", async () => {
    const popup = await stage().loadAndClick();
    const before = await audit(popup);
    const above = new Set(
      before.records.flatMap(({ id, replyTo, thread }) => [replyTo, thread === id ? null : thread]),
    );
    const out = before.records.find(
      ({ id, kind, author, pinned }) => kind === "post" && author.role === "page" && !pinned && !above.has(id),
    )!;
    expect(await ask(popup, { kind: "leaveOut", page: KEY, id: out.id, leftOut: true })).toEqual({ status: "saved" });
    const without = (await audit(popup)).report;
    expect(without.coverage.leftOut).toBe(1);
    expect(without.coverage.byPage).toBe(before.report.coverage.byPage - 1);
    await ask(popup, { kind: "leaveOut", page: KEY, id: out.id, leftOut: false });
    expect((await audit(popup)).report.coverage).toEqual(before.report.coverage);
  });

  it("is marked where the site no longer shows it, and stays", async () => {
    const { tab, site } = stage();
    const { world } = site;
    const popup = await stage().loadAndClick();
    await readTab(tab, world, COMPANY, "");
    const before = await audit(popup);
    expect(before.report.coverage.gone).toBeUndefined();
    // The company deletes a post: one that lies well inside what the site answers with when one scrolls again.
    const own = world.by(COMPANY).filter(({ id, replyTo, repostOf }) => !replyTo && !repostOf && id !== world.pinned);
    const deleted = own[Math.floor(own.length / 2)] as Post;
    (world.posts as Map<string, Post>).delete(deleted.id);
    await visit(tab, `/${COMPANY}/with_replies`);
    await scrollToPost(tab, world.by(COMPANY).find(({ replyTo, id }) => replyTo && id !== deleted.id)!.id);
    await readTab(tab, world, COMPANY, "");
    const after = await audit(popup);
    expect(after.report.coverage.gone).toBe(1);
    expect(after.records.some(({ id }) => id === deleted.id)).toBe(true);
  });

  it("loses other people's words when days are chosen, comes back from a backup, and is forgotten", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    await readTab(tab, site.world, COMPANY, "/with_replies");
    const { records } = await audit(popup);
    const others = records.filter(({ author, text }) => author.role === "other" && text);
    expect(others.length).toBeGreaterThan(3);
    // What was read this minute is not older than a day.
    expect(await ask(popup, { kind: "setRetention", days: 1 })).toEqual({ status: "saved", dropped: 0 });
    const row = { page: KEY, id: "1500000000000000000", network: "x", observedAt: 1_000, dom: null };
    const part = {
      kind: "reply",
      author: { role: "other", key: "k" },
      created: { from: 900, to: 901 },
      replyTo: null,
      replyToAuthor: null,
      thread: null,
      text: "Is it open?",
      lang: "en",
      url: null,
      pinned: null,
      promoted: null,
      repostOf: null,
      announced: { comments: null, shares: null, reactions: null },
      at: 1_000,
    };
    const restore = {
      kind: "restore",
      salt: null,
      store: "items",
      rows: [
        { ...row, json: part },
        { ...row, json: 7 },
      ],
    };
    expect(await ask(popup, restore)).toEqual({ status: "stored", stored: 1, bad: 1 });
    expect(await ask(popup, { ...restore, salt: "0".repeat(64) })).toEqual({ status: "refused", why: "otherSalt" });
    expect(await ask(popup, { kind: "setRetention", days: 1 })).toEqual({ status: "saved", dropped: 1 });
    const kept = (await audit(popup)).records.find(({ id }) => id === row.id)!;
    expect(kept).toMatchObject({ text: null, about: { question: "yes" } });
    expect(await ask(popup, { kind: "forgetPage", page: KEY, withPlan: true })).toEqual({ status: "forgotten" });
    expect((await audit(popup)).records).toEqual([]);
  });

  it("sends plans by the browser's sync only where that is on, and says which do not fit", async () => {
    const popup = await stage().loadAndClick();
    const plan = { ...emptyPlan("p", KEY, Date.now(), "UTC"), why: "so that people get help" };
    await ask(popup, { kind: "savePlan", plan });
    expect(await synced(popup)).toEqual({});
    expect(await ask(popup, { kind: "setPlanSync", on: true })).toMatchObject({
      state: { synced: 1, tooBig: [], noRoom: [] },
    });
    expect((await synced(popup))["plan.p"]?.plan?.why).toBe(plan.why);
    const long = "w".repeat(2_000);
    await ask(popup, {
      kind: "savePlan",
      plan: { ...plan, id: "q", pages: ["x:other"], why: long, brand: long, people: long, learn: long },
    });
    expect(await ask(popup, { kind: "setPlanSync", on: true })).toMatchObject({ state: { synced: 1, tooBig: ["q"] } });
    expect(await ask(popup, { kind: "forgetEverything" })).toEqual({ status: "forgotten" });
    expect(await synced(popup)).toEqual({});
  });
});
