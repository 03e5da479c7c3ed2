// LinkedIn as a person reads it: company tab, threads, single posts in both renderers, signed out, admin view, other languages.
import { expect, it } from "vitest";
import { ADDRESS, linkedinDemo, type Post, postAddress, type Settings } from "../../scripts/demo/linkedin/site.mjs";
import { openThread, scrollToPost, sortBy } from "../../scripts/demo/linkedin/visitor.mjs";
import type { Popup } from "../../scripts/lib/driver.mjs";
import type { PageRecord } from "../../src/domain/record.ts";
import { audit, byPage, click, expectBadge, expectText, idsOf, inEachBrowser, type Stage } from "./stage.ts";

/** Serves the LinkedIn demo on this stage. */
function demoOn({ internet }: Stage, change: Partial<Settings> = {}) {
  const demo = linkedinDemo(Date.now());
  Object.assign(demo.settings, change);
  internet.serve(demo.handle);
  return demo;
}

/** Loads an address and clicks the toolbar button there. */
async function open({ tab }: Stage, address: string): Promise<Popup> {
  await tab.goto(address);
  await tab.waitFor(() => document.querySelector("main") !== null);
  return click(tab);
}

/** "id kind role ms parent" of everything below a post, as told and as read. */
const told = (post: Post): string[] =>
  post.comments
    .flatMap((comment) => [
      { ...comment, kind: "comment", above: post.id },
      ...comment.replies.map((reply) => ({ ...reply, kind: "reply", above: comment.id })),
    ])
    .map(
      ({ id, kind, author, at, above }) =>
        `${id} ${kind} ${author === post.author ? "page" : "other"} ${Math.floor(at)} ${above}`,
    )
    .sort();
const readBelow = (records: readonly PageRecord[], post: Post): string[] =>
  records
    .filter(({ kind, thread }) => thread === post.id && kind !== "post")
    .map(({ id, kind, author, created, replyTo }) => `${id} ${kind} ${author.role} ${created.from} ${replyTo}`)
    .sort();

const talkedAbout = (posts: readonly Post[]): Post[] =>
  posts.filter(({ kind, comments }) => kind === "post" && comments.some(({ replies }) => replies.length > 0));

inEachBrowser("reading LinkedIn", (stage) => {
  it("reads the company tab in order of time, with every thread opened, as the story was told", async () => {
    const { tab } = stage();
    const { world } = demoOn(stage());
    const popup = await open(stage(), ADDRESS);
    await expectText(popup, "Northwind Coffee");
    // "Top" leaves posts out: nothing is said of the rhythm, and the next thing to do says why.
    const first = await audit(popup);
    expect(first.report.page).toMatchObject({ key: "linkedin:northwind-coffee", network: "linkedin" });
    expect(first.report.findings.find(({ key }) => key === "activeWeeks")).toMatchObject({
      value: null,
      reason: "notByDate",
    });
    expect(first.text).toContain("Sort the Posts tab by “Recent” instead of “Top”.");

    await sortBy(tab, "recent", world.posts[0]!.id);
    await scrollToPost(tab, world.posts.at(-1)!);
    for (const post of world.posts) if (post.kind === "post" && post.comments.length > 0) await openThread(tab, post);
    const { records, report } = await audit(popup);
    const own = world.posts.filter(({ kind }) => kind === "post");
    expect(idsOf(byPage(records).filter(({ kind }) => kind === "post"))).toEqual(idsOf(own));
    expect(byPage(records).filter(({ kind }) => kind === "repost")).toHaveLength(
      world.posts.filter(({ kind }) => kind === "repost").length,
    );
    for (const post of own) {
      expect(readBelow(records, post)).toEqual(told(post));
      expect(records.find(({ id }) => id === post.id)?.created.to).toBe(Number(BigInt(post.id) >> 22n) + 1);
    }
    expect(records.filter(({ promoted }) => promoted).every(({ author }) => author.role === "other")).toBe(true);
    expect(report.coverage.unread).toEqual([]);
    const finding = (key: string) => report.findings.find((one) => one.key === key);
    expect(finding("activeWeeks")).toMatchObject({ state: "measured", census: true });
    expect(finding("answeredWithin24h")?.state).toBe("measured");
    expect(finding("replyShare")?.state).toBe("measured");
    const threads = own.flatMap(({ comments }) => comments);
    const answered = threads.filter(({ replies }) => replies.some(({ author }) => author.kind === "company")).length;
    expect(finding("everyoneWithin24h")?.n).toBeGreaterThanOrEqual(threads.length);
    expect(answered).toBeGreaterThan(20);
    await expectBadge(tab, String(records.length));
  });

  it.each(["sdui", "ember"] as const)("reads a post's own page drawn by %s", async (renderer) => {
    const { settings, world } = demoOn(stage(), { renderer });
    const [post, other] = talkedAbout(world.posts);
    const popup = await open(stage(), postAddress(post!));
    await expectText(popup, "Northwind Coffee");
    const { records, report } = await audit(popup);
    expect(report.page.key).toBe("linkedin:northwind-coffee");
    expect(readBelow(records, post!)).toEqual(told(post!));
    expect(report.coverage.unread).toEqual([]);
    await popup.close();
    // Replies that are no longer nested are told by where they stand.
    settings.replies = "flat";
    const again = await open(stage(), postAddress(other!));
    expect(readBelow((await audit(again)).records, other!)).toEqual(told(other!));
  });

  it("reads the same in English, German and Japanese", async () => {
    const { tab } = stage();
    const demo = demoOn(stage(), { order: "recent" });
    const [post] = talkedAbout(demo.world.posts);
    const inOrder = (records: readonly PageRecord[]) =>
      records.map(({ observedAt: _, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));
    const seen: unknown[] = [];
    for (const language of ["en", "de", "ja"] as const) {
      demo.settings.language = language;
      const popup = await open(stage(), ADDRESS);
      await scrollToPost(tab, demo.world.posts.at(-1)!); // to the end: how far the list has run ahead is chance
      await audit(popup);
      await popup.close();
      for (const renderer of ["ember", "sdui"] as const) {
        demo.settings.renderer = renderer;
        await (await open(stage(), postAddress(post!))).close();
      }
      const last = await click(tab);
      const { records, report } = await audit(last);
      await last.close();
      expect(report.coverage.unread).toEqual([]);
      expect(readBelow(records, post!)).toEqual(told(post!));
      seen.push(inOrder(records).map(({ created, ...rest }) => (rest.kind === "repost" ? rest : { ...rest, created })));
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("says signed out that answers are not visible from here, and to sign in", async () => {
    const { world } = demoOn(stage(), { signedIn: false });
    const [post] = talkedAbout(world.posts);
    const popup = await open(stage(), postAddress(post!));
    await expectText(popup, "You are signed out of LinkedIn");
    const { records, report } = await audit(popup);
    expect(records.filter(({ kind }) => kind === "comment")).toHaveLength(post!.comments.length);
    expect(records.some(({ kind }) => kind === "reply")).toBe(false);
    expect(report.coverage.signedIn).toBe(false);
    expect(report.findings.find(({ key }) => key === "answeredWithin24h")).toMatchObject({
      state: "notVisible",
      reason: "signedOut",
    });
    expect(report.next?.key).toBe("signIn");
    await popup.close();
    const list = await open(stage(), "https://www.linkedin.com/company/northwind-coffee/");
    const all = await audit(list);
    const shown = world.posts.filter(({ kind }) => kind !== "colleague").slice(0, 10);
    for (const { id } of shown) expect(idsOf(all.records)).toContain(id);
    await list.close();
    // The wall that stands before the Posts tab is one, and no page without posts.
    const wall = await open(stage(), ADDRESS);
    await expectText(wall, "You are signed out of LinkedIn");
    expect((await audit(wall)).report.coverage.unread).toEqual([]);
  });

  it("reads the admin view as the same page, and links to the visitor's", async () => {
    demoOn(stage(), { order: "recent" });
    const popup = await open(stage(), "https://www.linkedin.com/company/90417/admin/page-posts/published/");
    const { report, records } = await audit(popup);
    expect(report.page).toMatchObject({ key: "linkedin:northwind-coffee", id: "90417", handle: "northwind-coffee" });
    expect(report.page.url).toBe("https://www.linkedin.com/company/northwind-coffee/posts/?feedView=all");
    expect(byPage(records).length).toBeGreaterThan(0);
  });

  it("says loudly what it does not know: another renderer, renamed classes, missing urns", async () => {
    const { internet } = stage();
    const demo = linkedinDemo(Date.now());
    let drift = (html: string): string => html;
    internet.serve(async (asked) => {
      const answer = await demo.handle(asked);
      const isPage = answer?.headers?.["content-type"]?.startsWith("text/html");
      return answer && isPage ? { ...answer, body: drift(String(answer.body)) } : answer;
    });
    const [post] = talkedAbout(demo.world.posts);
    const withoutIslands = (html: string) => html.replace(/<code .*?<\/code>/gs, "");
    const strange: [string, (html: string) => string, string][] = [
      [
        ADDRESS,
        (html) => withoutIslands(html).replaceAll("feed-shared-update-v2", "aXbYc"),
        "LinkedIn draws this page in a way not known here",
      ],
      [
        ADDRESS,
        (html) => withoutIslands(html).replaceAll(/ data-(urn|view-tracking-scope)="[^"]*"/g, ""),
        "without an address of their own",
      ],
      [
        postAddress(post!),
        (html) => html.replaceAll("FeedType_FEED_DETAIL", "aXbYc"),
        "Whose page this post belongs to could not be read",
      ],
    ];
    for (const [address, change, words] of strange) {
      drift = change;
      const popup = await open(stage(), address);
      await expectText(popup, words);
      await popup.close();
    }
  });

  it("says of a post opened from a page that was read what of it was not understood", async () => {
    const { tab, internet } = stage();
    const demo = demoOn(stage());
    const [post] = talkedAbout(demo.world.posts);
    await (await open(stage(), ADDRESS)).close();
    internet.serve(async (asked) => {
      const answer = await demo.handle(asked);
      return answer && asked.url.pathname.startsWith("/feed/")
        ? { ...answer, body: "<!doctype html><main></main>" }
        : answer;
    });
    await tab.evaluate((address: string) => history.pushState({}, "", address), postAddress(post!));
    await tab.evaluate(() =>
      document
        .querySelector("main")!
        .replaceChildren(
          "A page drawn in a way that no parser knows, with quite enough words on it to be more than a page under way.",
        ),
    );
    await tab.evaluate(() => {
      for (const code of document.querySelectorAll("code")) code.remove();
    });
    const popup = await click(tab);
    await expectText(popup, "in a form not known here");
  });
});
