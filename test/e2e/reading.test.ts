// Reading X as a person does: click, scroll, tabs, posts, other pages, stop, reload; each post once, nobody else's.
import { expect, it } from "vitest";
import { listedIn } from "../../scripts/demo/x/graphql.mjs";
import { COMPANY, RIVAL, SISTER } from "../../scripts/demo/x/story.mjs";
import { readTab, readThread, scrollToPost, visit } from "../../scripts/demo/x/visitor.mjs";
import {
  audit,
  byPage,
  click,
  expectBadge,
  expectText,
  HOME,
  idsOf,
  inEachBrowser,
  press,
  settle,
  waited,
} from "./stage.ts";

const RECENT = 14 * 86_400_000;

inEachBrowser("reading X", (stage) => {
  it("shows whose page it is, and what of it was drawn before the click", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    await expectText(popup, "Northwind Coffee");
    const drawn = await tab.evaluate(() =>
      [...document.querySelectorAll("article a[href*='/NorthwindCoffee/status/'] > time")].map(
        (time) => (time.parentElement as HTMLAnchorElement).pathname.split("/")[3] as string,
      ),
    );
    const { records, report } = await audit(popup);
    expect(report.page).toMatchObject({ key: "x:northwindcoffee", network: "x", handle: COMPANY });
    expect(drawn.length).toBeGreaterThan(8);
    for (const id of drawn) {
      const record = records.find((one) => one.id === id);
      expect(record?.author.role).toBe("page");
      expect(record?.created).toEqual({
        from: site.world.posts.get(id)?.at,
        to: (site.world.posts.get(id)?.at ?? 0) + 1,
      });
    }
    expect(records.find(({ id }) => id === site.world.pinned)?.pinned).toBe(true);
    expect(records.filter(({ author }) => author.role === "page").every(({ kind }) => kind !== "repost")).toBe(true);
  });

  it("reads more as the person scrolls, each post once, and counts it on the button", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    const before = (await audit(popup)).records.length;
    await readTab(tab, site.world, COMPANY, "");
    const { records } = await audit(popup);
    expect(records.length).toBeGreaterThan(before);
    expect(new Set(idsOf(records)).size).toBe(records.length);
    expect(idsOf(byPage(records))).toEqual(idsOf(listedIn("UserOriginalsTimeline", COMPANY, site.world)));
    await expectBadge(tab, String(records.length));
    // The advertisement, "who to follow" and their posts are nobody's business here.
    expect(idsOf(records)).not.toContain(site.world.promoted);

    await popup.close();
    await tab.evaluate(() => scrollTo(0, 0));
    const again = await click(tab);
    expect(idsOf((await audit(again)).records)).toEqual(idsOf(records));
  });

  it("reads the Replies tab: each answer with the very time that the person waited", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    await readTab(tab, site.world, COMPANY, "/with_replies");
    const { records, report } = await audit(popup);
    const given = listedIn("UserRepliesTimeline", COMPANY, site.world);
    const read = new Map(records.map((record) => [record.id, record]));
    for (const answer of given) {
      const record = read.get(answer.id);
      expect(record).toMatchObject({ kind: "reply", replyTo: answer.replyTo, author: { role: "page" } });
      expect(waited(record ?? answer)).toBe(waited(answer));
    }
    expect(given.some((answer) => site.world.posts.get(answer.replyTo ?? "")?.removed)).toBe(true);
    expect(report.coverage.answersWithoutParent).toBe(0);
    const parents = given
      .map(({ replyTo }) => site.world.posts.get(replyTo ?? ""))
      .filter((one) => one && !one.removed);
    for (const parent of parents) expect(read.has(parent?.id ?? "")).toBe(true);
  });

  it("reads an opened post: everyone below it, and the sister account's answers", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    const { world } = site;
    const talkedTo = world
      .by(COMPANY)
      .filter(({ id, replyTo, foldsAnswers }) => !replyTo && !foldsAnswers && world.repliesTo(id).length >= 2);
    const helped = talkedTo.find(({ id }) =>
      world.repliesTo(id).some((said) => world.repliesTo(said.id).some(({ author }) => author === SISTER)),
    );
    const post = helped ?? talkedTo[0];
    if (!post) throw new Error("the demo has no post with answers");
    await readThread(tab, world, post);
    const { records, report } = await audit(popup);
    const ids = idsOf(records);
    for (const reply of world.repliesTo(post.id)) expect(ids).toContain(reply.id);
    expect(report.coverage.threadsRead).toBe(1);
    for (const id of world.related) expect(ids).not.toContain(id);
    // Other people are hashes, and their addresses name no one.
    const others = records.filter(({ author }) => author.role === "other");
    for (const { author, url } of others) {
      expect(author.key).toMatch(/^[\w+/=-]{16,}$/);
      expect(url).toMatch(/^https:\/\/x\.com\/i\/status\/\d+$/);
    }
  });

  it("puts its hook in once, however often the button is clicked", async () => {
    const { tab, internet, site } = stage();
    const first = await stage().loadAndClick();
    await first.close();
    await tab.evaluate(() => {
      Object.assign(window, { seen: XMLHttpRequest.prototype.open });
    });
    const second = await click(tab);
    expect(
      await tab.evaluate(() => (window as unknown as { seen: unknown }).seen === XMLHttpRequest.prototype.open),
    ).toBe(true);
    await readTab(tab, site.world, COMPANY, "/reposts"); // from here on the account is known by its id too
    const error = { errors: [{ message: "Timeout: Unspecified", code: 29 }], data: { user: {} } };
    internet.serve(() => ({ headers: { "content-type": "application/json" }, body: JSON.stringify(error) }));
    await tab.evaluate(
      (userId: string) =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          const variables = encodeURIComponent(JSON.stringify({ userId }));
          request.open("GET", `/i/api/graphql/a/UserRepostsTimeline?variables=${variables}`);
          request.onloadend = resolve;
          request.send();
        }),
      site.world.accounts.get(COMPANY)?.id,
    );
    // The site's one error is counted once, not once per click.
    const { report } = await audit(second);
    expect(report.coverage.unread.find(({ reason }) => reason === "siteError")?.count).toBe(1);
  });

  it("starts another audit on another account's page", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    await popup.close();
    await visit(tab, `/${RIVAL}`);
    await scrollToPost(
      tab,
      site.world
        .by(RIVAL)
        .filter(({ replyTo }) => !replyTo)
        .at(-1)?.id ?? "",
    );
    const other = await click(tab);
    await expectText(other, "Tidewater Roast");
    const { records, report } = await audit(other);
    expect(report.page.key).toBe("x:tidewaterroast");
    const rivals = new Set(site.world.by(RIVAL).map(({ id }) => id));
    expect(byPage(records).length).toBeGreaterThan(10);
    for (const { id } of byPage(records)) expect(rivals.has(id)).toBe(true);
    for (const { id } of records) expect(site.world.posts.get(id)?.author).not.toBe(COMPANY);
  });

  it("stops when told to, and puts the page's own functions back", async () => {
    const { tab, site } = stage();
    await stage().load();
    await tab.evaluate(() => {
      Object.assign(window, { open0: XMLHttpRequest.prototype.open, fetch0: fetch });
    });
    const popup = await click(tab);
    const before = (await audit(popup)).records.length;
    await press(popup, "Stop reading");
    await expectText(popup, "Read on");
    await expectBadge(tab, "");
    await tab.waitFor(() => {
      const known = window as unknown as { open0: unknown; fetch0: unknown };
      return XMLHttpRequest.prototype.open === known.open0 && fetch === known.fetch0;
    });
    await readTab(tab, site.world, COMPANY, "");
    expect((await audit(popup)).records.length).toBe(before);
    await press(popup, "Read on");
    await expectText(popup, "Stop reading");
    await readTab(tab, site.world, COMPANY, "/with_replies");
    expect((await audit(popup)).records.length).toBeGreaterThan(before);
  });

  it("offers to reload where reading began below the top, if the browser allows it", async () => {
    const { tab, site, kind } = stage();
    await stage().load(`${HOME}/with_replies`);
    const last = listedIn("UserRepliesTimeline", COMPANY, site.world).at(-1);
    await scrollToPost(tab, last?.id ?? "");
    const popup = await click(tab);
    await press(popup, "Reload and read from the top");
    if (kind === "firefox") {
      await expectText(popup, "This browser takes back the permission on a reload.");
      return;
    }
    await tab.waitFor(() => document.readyState === "complete" && document.querySelector("article") !== null);
    await tab.waitFor(() => scrollY < 200);
    await settle(popup);
    await scrollToPost(tab, last?.id ?? "");
    const { records, report } = await audit(popup);
    const given = listedIn("UserRepliesTimeline", COMPANY, site.world);
    expect(idsOf(byPage(records).filter(({ kind: what }) => what === "reply"))).toEqual(idsOf(given));
    expect(report.coverage.answersWithoutParent).toBe(0);
  });

  it("says what is missing where nobody is signed in", async () => {
    const { site } = stage();
    site.settings.signedIn = false;
    const popup = await stage().loadAndClick();
    await expectText(popup, "You are signed out of X");
    expect((await audit(popup)).report.coverage.signedIn).toBe(false);
  });

  it("says in one sentence where it works on any other site", async () => {
    const { tab } = stage();
    await tab.goto("https://example.com/");
    const popup = await tab.clickAction();
    await expectText(popup, "Whyfirst reads company pages on X, Facebook, and LinkedIn");
    expect(await popup.evaluate(() => document.querySelectorAll("main p").length)).toBe(1);
    await expectBadge(tab, "");
  });

  it("keeps two tabs apart", async () => {
    const { tab, site, browser } = stage();
    const first = await stage().loadAndClick();
    await first.close();
    const other = await browser.newTab();
    const second = await stage().loadAndClick(`https://x.com/${RIVAL}`, other);
    await expectText(second, "Tidewater Roast");
    const theirs = await audit(second);
    await second.close();
    await tab.activate();
    await readTab(tab, site.world, COMPANY, "");
    const back = await click(tab);
    const ours = await audit(back);
    expect(ours.report.page.key).toBe("x:northwindcoffee");
    expect(theirs.report.page.key).toBe("x:tidewaterroast");
    expect(idsOf(byPage(ours.records))).toEqual(idsOf(listedIn("UserOriginalsTimeline", COMPANY, site.world)));
    expect(byPage(theirs.records).every(({ id }) => site.world.posts.get(id)?.author === RIVAL)).toBe(true);
  });

  it("loses nothing when the browser ends the background between two reads", async () => {
    const { tab, site, browser } = stage();
    const popup = await stage().loadAndClick();
    const before = (await audit(popup)).records.length;
    await browser.stopBackground();
    await readTab(tab, site.world, COMPANY, "");
    const { records } = await audit(popup);
    expect(records.length).toBeGreaterThan(before);
    expect(idsOf(byPage(records))).toEqual(idsOf(listedIn("UserOriginalsTimeline", COMPANY, site.world)));
    expect(new Set(records.map(({ author }) => (author.role === "page" ? author.key : ""))).size).toBeLessThanOrEqual(
      2,
    );
  });

  it("finds the newest posts recent: the demo is always of today", () => {
    const [newest] = stage().site.world.by(COMPANY);
    expect(Date.now() - (newest?.at ?? 0)).toBeLessThan(RECENT);
  });
});
