// Reading Facebook as a person does, in both browsers and three languages of the interface: timeline, dialogs, other pages.
import { beforeEach, expect, it, vi } from "vitest";
import { type DemoSite, demoSite } from "../../scripts/demo/facebook/site.mjs";
import { below, COMPANY, type Post, postsOf, RIVAL } from "../../scripts/demo/facebook/story.mjs";
import {
  chooseOrder,
  closePost,
  openPost,
  readComments,
  readTimeline,
  visitPage,
} from "../../scripts/demo/facebook/visitor.mjs";
import type { Popup, Tab } from "../../scripts/lib/driver.mjs";
import type { FakeInternet } from "../../scripts/lib/fake-internet.mjs";
import { audit, byPage, click, expectText, idsOf, inEachBrowser } from "./stage.ts";

// A whole page in a slow browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const HOME = "https://www.facebook.com/northwindcoffee";

inEachBrowser("Facebook", (stage) => {
  let site: DemoSite;
  let internet: FakeInternet;
  let tab: Tab;
  beforeEach(() => {
    site = demoSite(Date.now());
    ({ internet, tab } = stage());
    internet.serve(site.handle);
  });

  async function loadAndClick(address = HOME): Promise<Popup> {
    await tab.goto(address);
    await tab.waitFor(() => document.querySelector("[aria-posinset]") !== null);
    return click(tab);
  }
  const busiest = (): Post =>
    postsOf(site.world, COMPANY).toSorted((a, b) => b.comments.length - a.comments.length)[0]!;

  it.each(["en", "ar", "ja"] as const)(
    "reads a whole page in %s: every post, comment, parent and time",
    async (language) => {
      site.settings.language = language;
      const popup = await loadAndClick();
      await expectText(popup, "Northwind Coffee");
      await readTimeline(tab);
      const talked = postsOf(site.world, COMPANY).filter(({ comments }) => comments.length > 0);
      const opened = [busiest(), ...talked.filter((post) => post !== busiest()).slice(0, 4)];
      for (const post of opened) {
        await openPost(tab, post);
        await chooseOrder(tab, 2);
        await readComments(tab);
        await closePost(tab);
      }
      const { records, report } = await audit(popup);
      expect(report.page).toMatchObject({ key: "facebook:northwindcoffee", network: "facebook", id: COMPANY });
      const posts = byPage(records).filter(({ kind: what }) => what === "post" || what === "repost");
      expect(idsOf(posts)).toEqual(idsOf(postsOf(site.world, COMPANY)));
      const times = new Map(records.map(({ id, created }) => [id, created]));
      for (const { id, at } of postsOf(site.world, COMPANY)) expect(times.get(id)).toEqual({ from: at, to: at + 1 });
      const read = new Map(records.map((record) => [record.id, record]));
      for (const post of opened) {
        for (const { id, at, author, parent } of post.comments) {
          expect(read.get(id)).toMatchObject({
            kind: parent ? "reply" : "comment",
            created: { from: at, to: at + 1 },
            replyTo: parent ?? post.id,
            author: { role: author === COMPANY ? "page" : "other" },
          });
        }
      }
      expect(records.find(({ id }) => id === site.world.pinned.id)?.pinned).toBe(true);
      for (const stranger of [site.world.advert, site.world.suggested])
        expect(idsOf(records)).not.toContain(stranger.id);
      expect(report.coverage.unread).toEqual([]);
      expect(report.coverage.threadsRead).toBe(opened.length);
      expect(report.findings.find(({ key }) => key === "everyoneWithin24h")?.n ?? 0).toBeGreaterThan(5);
    },
  );

  it("says to switch to All comments where the order in force hides some", async () => {
    const popup = await loadAndClick();
    await readTimeline(tab);
    for (const post of postsOf(site.world, COMPANY).filter(({ comments }) => comments.length > 0)) {
      await openPost(tab, post);
      if (post !== busiest()) await chooseOrder(tab, 2);
      await readComments(tab);
      await closePost(tab);
    }
    expect((await audit(popup)).report.next).toMatchObject({ key: "showAll", record: busiest().id });
    await expectText(popup, "Switch to All comments");
  });

  it("keeps another page's audit apart after moving within the site", async () => {
    const popup = await loadAndClick();
    await popup.close();
    await visitPage(tab, "tidewaterroast");
    const other = await click(tab);
    await expectText(other, "Tidewater Roast");
    await readTimeline(tab);
    const { records, report } = await audit(other);
    expect(report.page).toMatchObject({ key: "facebook:tidewaterroast", id: RIVAL });
    const posts = byPage(records).filter(({ kind: what }) => what === "post");
    expect(idsOf(posts)).toEqual(idsOf(postsOf(site.world, RIVAL)));
    const ours = new Set(postsOf(site.world, COMPANY).map(({ id }) => id));
    expect(records.filter(({ id, thread }) => ours.has(id) || ours.has(thread ?? ""))).toEqual([]);
  });

  it("reads what is drawn as intervals where it was loaded before the click", async () => {
    await tab.goto(HOME);
    await tab.waitFor(() => document.querySelector("[aria-posinset]") !== null);
    await readTimeline(tab);
    const post = busiest();
    await openPost(tab, post);
    const popup = await click(tab);
    const { records, report } = await audit(popup);
    const read = new Map(records.map((record) => [record.id, record]));
    const drawn = await tab.evaluate(() =>
      [...document.querySelectorAll('.dialog [role="article"] li a')].map(
        (link) => new URL((link as HTMLAnchorElement).href).searchParams.get("comment_id") as string,
      ),
    );
    expect(drawn.length).toBeGreaterThan(3);
    for (const id of drawn) {
      const { at } = below(post).find((comment) => comment.id === id)!;
      const { created } = read.get(id)!;
      expect(created.to - created.from).toBeGreaterThan(1);
      expect(created.from).toBeLessThanOrEqual(at + 60_000);
      expect(created.to).toBeGreaterThan(at - 60_000);
    }
    expect(records.some(({ text }) => text?.includes("A0AOgnOJf"))).toBe(false);
    // Posts drawn before the click hide their addresses: they are counted, and there is a way to read them.
    expect(report.coverage.unread).toContainEqual({ reason: "noId", count: expect.any(Number) });
    await expectText(popup, "without an address of their own");
  });

  it("says so on a person's own profile, and keeps nothing of it", async () => {
    const person = [...site.world.accounts.values()].find(({ company, id }) => !company && id !== site.viewer)!;
    await tab.goto(`https://www.facebook.com/${person.handle}`);
    await tab.waitFor(() => document.querySelector("[role=main] h1") !== null);
    const popup = await click(tab);
    await expectText(popup, "a person's own profile");
    expect((await audit(popup)).records).toEqual([]);
  });

  it.each([
    ["creation_time", "without a time"],
    ["timeline_list_feed_units", "in a form not known here"],
    ["created_time", "without a time"],
  ])("says what could not be read when the site renames %s", async (field, words) => {
    site.settings.drift = (text) => text.replaceAll(`"${field}"`, `"${field}_renamed"`);
    await tab.goto(HOME);
    await tab.waitFor("document.readyState === 'complete'");
    const popup = await click(tab);
    const { report } = await audit(popup);
    expect(report.coverage.unread.length).toBeGreaterThan(0);
    await expectText(popup, words);
  });
});
