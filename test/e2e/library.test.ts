// All that the report keeps and hands out, in one long journey per browser: a database of version 1, plans as files and by
// sync, five pages compared, a past day, a deleted post, days of keeping, the hand-over's file, a backup there and back.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as facebook from "../../scripts/demo/facebook/site.mjs";
import * as readsFacebook from "../../scripts/demo/facebook/visitor.mjs";
import * as linkedin from "../../scripts/demo/linkedin/site.mjs";
import * as readsLinkedin from "../../scripts/demo/linkedin/visitor.mjs";
import { COMPANY, type Post, RIVAL } from "../../scripts/demo/x/story.mjs";
import { readTab, readThread, scrollToPost, visit } from "../../scripts/demo/x/visitor.mjs";
import type { Popup, Tab } from "../../scripts/lib/driver.mjs";
import { until } from "../../scripts/lib/expression.mjs";
import {
  confirm,
  expectWords,
  Files,
  openBy,
  press,
  pressTwice,
  REPORT,
  sheets,
  show,
  textOf,
  type,
} from "./report-page.ts";
import { click, expectText, inEachBrowser, type Stage, settle } from "./stage.ts";

const PLAN = JSON.parse(readFileSync(new URL("../../scripts/demo/plan.json", import.meta.url), "utf8"));
const DAY = 86_400_000;
const PAPERS = { a4: [8.27, 11.69], letter: [8.5, 11] } as const;
const addressOf = (page: string, section: string) => `${REPORT}#/page/${encodeURIComponent(page)}/${section}`;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Runs in a page of the extension that has no script: a database as version 1 made it, with one page read long ago. */
async function seedVersion1(longAgo: number, plan: object): Promise<void> {
  const page = "x:oldroast";
  const part = (role: string, kind: string, hours: number, text: string, replyTo: string | null) => ({
    kind,
    author: { role, key: role === "page" ? "page" : "a".repeat(32) },
    created: { from: longAgo + hours * 3_600_000, to: longAgo + hours * 3_600_000 + 1 },
    replyTo,
    replyToAuthor: null,
    thread: "1500000000000000001",
    text,
    lang: "en",
    url: null,
    pinned: null,
    promoted: null,
    repostOf: null,
    announced: { comments: null, shares: null, reactions: null },
    at: longAgo,
  });
  const row = (id: string, json: object) => ({ page, id, network: "x", observedAt: longAgo, json, dom: null });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("whyfirst", 1);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => resolve(asked.result);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("pages", { keyPath: "key" });
      asked.result.createObjectStore("items", { keyPath: ["page", "id"] });
      asked.result.createObjectStore("feeds", { keyPath: ["page", "feed"] });
      asked.result.createObjectStore("threads", { keyPath: ["page", "focal"] });
      asked.result.createObjectStore("plans", { keyPath: "id" }).createIndex("page", "pages", { multiEntry: true });
      asked.result.createObjectStore("meta", { keyPath: "name" });
    };
  });
  const transaction = database.transaction(["pages", "items", "plans"], "readwrite");
  transaction.objectStore("pages").put({
    key: page,
    network: "x",
    handle: "OldRoast",
    id: "7",
    name: "Old Roast",
    about: null,
    url: "https://x.com/OldRoast",
    totalPosts: null,
    firstReadAt: longAgo,
    lastReadAt: longAgo,
    signedIn: true,
    unread: {},
  });
  const items = transaction.objectStore("items");
  items.put(row("1500000000000000001", part("page", "post", -2, "Which roast is yours?", null)));
  items.put(row("1500000000000000002", part("other", "reply", -1, "Is it open?", "1500000000000000001")));
  transaction.objectStore("plans").put({ ...plan, id: "old", pages: [page], stance: "rival", why: "Kept since then" });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  database.close();
}

/** Runs in the report: all rows of every store, and the version. */
async function contents(): Promise<{ version: number; rows: Record<string, string> }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("whyfirst");
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const rows: Record<string, string> = {};
  for (const store of database.objectStoreNames)
    rows[store] = await new Promise((resolve) => {
      const asked = database.transaction(store).objectStore(store).getAll();
      // Keys of a row may come back in another order; what it holds may not.
      const sorted = (_: string, value: unknown) =>
        value && typeof value === "object" && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value;
      asked.onsuccess = () => resolve(JSON.stringify(asked.result, sorted));
    });
  const { version } = database;
  database.close();
  return { version, rows };
}

/** What the browser's sync holds. */
const synced = (tab: Tab): Promise<Record<string, { plan?: { why: string } }>> =>
  tab.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { sync: { get(k: null): Promise<never> } } } }
    ).chrome.storage.sync.get(null),
  );

/** Reads five pages on three networks, each as far as a person would in a minute; gives the popup of the company's. */
async function readFive({ tab, site, internet }: Stage, base: number): Promise<Popup> {
  const [onFacebook, onLinkedin] = [facebook.demoSite(base), linkedin.linkedinDemo(base)];
  internet.serve((asked) => {
    if (asked.url.host.endsWith("linkedin.com")) return onLinkedin.handle(asked);
    return asked.url.host.endsWith("facebook.com") ? onFacebook.handle(asked) : site.handle(asked);
  });
  const { world } = site;
  const begin = async (url: string, shown: string) => {
    await tab.goto(url);
    await tab.waitFor((selector: string) => document.querySelector(selector) !== null, shown);
    return click(tab);
  };
  const done = async (popup: Popup) => {
    await settle(popup);
    await popup.close();
  };
  let popup = await begin("https://www.facebook.com/northwindcoffee", ".unit");
  await readsFacebook.readTimeline(tab);
  await done(popup);
  popup = await begin(linkedin.ADDRESS, "#list > li");
  await readsLinkedin.sortBy(tab, "recent", onLinkedin.world.posts[0]!.id);
  await readsLinkedin.scrollToPost(tab, onLinkedin.world.posts.at(-1)!);
  await done(popup);
  popup = await begin(`https://x.com/${RIVAL}`, "article");
  await readTab(tab, world, RIVAL, "");
  await readTab(tab, world, RIVAL, "/with_replies");
  await done(popup);
  popup = await begin(`https://x.com/${COMPANY}`, "article");
  const spokenTo = world.by(COMPANY).filter(({ id, replyTo }) => !replyTo && world.repliesTo(id).length > 0);
  for (const post of spokenTo.slice(0, 12)) await readThread(tab, world, post);
  await readTab(tab, world, COMPANY, "");
  await readTab(tab, world, COMPANY, "/with_replies");
  await settle(popup);
  return popup;
}

inEachBrowser("the library and the plan", (stage) => {
  it("keeps, takes in, compares, looks back, marks, drops, hands over, forgets and brings back", async () => {
    const { browser, tab, site, internet } = stage();
    const files = new Files(browser);
    const base = site.world.base;

    // A database of version 1 is opened by this one with everything in it.
    await show(browser, tab, "/assets/icons/icon-16.png");
    await tab.evaluate(seedVersion1, base - 400 * DAY, PLAN);
    await show(browser, tab, `${REPORT}#/library`);
    await expectWords(tab, "1 page was read");
    await expectWords(tab, "Old Roast");
    const upgraded = await tab.evaluate(contents);
    expect(upgraded.version).toBe(2);
    expect(Object.keys(upgraded.rows)).toEqual(expect.arrayContaining(["leftOut", "shown"]));
    expect(upgraded.rows["plans"]).toContain("Kept since then");

    const popup = await readFive(stage(), base);
    const report = await openBy(popup, "Open the report", browser);
    await expectWords(report, "No WHY stated yet");

    // A plan from a file: what does not hold is said and changes nothing.
    await press(report, "Plan");
    for (const [text, said] of [
      ["{ no json", "This file cannot be read as plans."],
      [JSON.stringify({ whyfirst: "backup" }), "This file holds something else, no plans."],
      [JSON.stringify({ whyfirst: "plans", schema: 99, plans: [] }), "made by a later version"],
      [JSON.stringify({ ...PLAN, horizon: 91 }), "Plan 1 does not hold at “horizon”. Nothing was taken over."],
    ] as const) {
      await files.give(report, "#plan-file", text);
      await expectWords(report, said);
    }
    expect((await report.evaluate(contents)).rows["plans"]).toBe(upgraded.rows["plans"]);
    await files.give(report, "#plan-file", JSON.stringify({ ...PLAN, pages: [] }));
    await expectWords(report, "The plan is taken over for this page.");
    expect(await report.evaluate(() => document.querySelector("textarea")?.value)).toBe(PLAN.why);

    // What only the report has room for: roles, outcomes, reference lines, the day to look again.
    await report.evaluate(() => {
      const choice = [...document.querySelectorAll("fieldset.choice")].find(
        (one) => one.querySelector("legend")?.textContent === "What X is for you",
      );
      choice?.querySelectorAll("input")[1]?.click();
    });
    await type(report, "X in your words", "only for help");
    await press(report, "Add one");
    await type(report, "What it is", "Orders");
    await type(report, "Aim as a number", "20");
    await type(report, "Now", "25");
    await report.evaluate(() => {
      const lines = [...document.querySelectorAll<HTMLLabelElement>(".reference-lines label")];
      lines.find(({ textContent }) => textContent.includes("Socialbakers"))?.click();
    });
    await type(report, "Remind me on", dayOf(base - DAY));
    await press(report, "Save");
    await expectWords(report, "The plan is saved.");
    const { text: exported } = await files.save(report, "Save this plan");
    expect(JSON.parse(exported).plans[0]).toMatchObject({
      why: PLAN.why,
      outcomes: [{ name: "Orders", value: 25, target: { value: 20 } }],
      switchedReferences: ["sociallyDevoted2012"],
      reviewAt: Date.parse(dayOf(base - DAY)),
    });
    await press(report, "Audit");
    await expectWords(report, "Orders: 25");
    await expectWords(report, "You are quiet on X on purpose, but people wait there");
    const audited = await textOf(report);
    expect(audited).toContain("Sprout Social, 2020");
    expect(audited).not.toContain("Socialbakers");
    // The rival whose page was read: its median stands beside one's own figures, and can be taken as an aim.
    await show(browser, report, addressOf("x:tidewaterroast", "plan"));
    await press(report, "A rival's");
    await press(report, "Save");
    await expectWords(report, "The plan is saved.");
    await show(browser, report, addressOf("x:northwindcoffee", "plan"));
    await expectWords(report, /Median of 1 rival's page: \d/);
    const offered = await report.evaluate(() => {
      const row = [...document.querySelectorAll<HTMLElement>(".target")].find((one) => one.innerText.includes("rival"));
      row?.querySelector<HTMLElement>("p:last-child button")?.click();
      return row?.innerText ?? "";
    });
    const median = /rival's page: ([\d.]+)/.exec(offered)![1];
    await report.waitFor(
      (value: string) =>
        [...document.querySelectorAll<HTMLInputElement>(".target input")].some((one) => one.value === value),
      median,
    );

    // Sync is off until it is switched on, and says what does not fit.
    expect(await synced(report)).toEqual({});
    await press(report, "Sync my plans");
    await expectWords(report, "3 plans travel, last on");
    expect(Object.values(await synced(report)).map(({ plan }) => plan?.why)).toContain(PLAN.why);
    const long = "w".repeat(2_000);
    const tooLong = { ...PLAN, id: "long", pages: ["x:elsewhere"], why: long, brand: long, people: long, learn: long };
    await files.give(report, "#plan-file", JSON.stringify({ whyfirst: "plans", schema: 1, plans: [tooLong, tooLong] }));
    await expectWords(report, "1 plan is too long for it and stays here.");

    // The popup reminds from the day that was set, and leads to the plan.
    await report.close();
    const reminding = await click(tab);
    await expectText(reminding, "You wanted to look at this plan again on");
    await reminding.close();

    // A post that the site no longer shows is marked where the figures name it.
    const { world } = site;
    const alone = ({ id }: Post) => world.repliesTo(id).length === 0;
    const own = world.by(COMPANY).filter((post) => !post.replyTo && !post.repostOf && post.id !== world.pinned);
    const deleted = own.filter(alone)[6] as Post;
    (world.posts as Map<string, Post>).delete(deleted.id);
    const again = await click(tab);
    await visit(tab, `/${COMPANY}/with_replies`);
    await scrollToPost(tab, world.by(COMPANY).find(({ replyTo }) => replyTo)!.id);
    await readTab(tab, world, COMPANY, "");
    await settle(again);
    const audit = await openBy(again, "Open the report", browser);
    await expectWords(audit, "Orders: 25");
    await audit.evaluate(() => {
      const block = [...document.querySelectorAll(".finding")].find(
        (one) => one.querySelector("h3")?.textContent === "Posts per week",
      );
      block?.querySelector<HTMLElement>(".evidence summary")?.click();
    });
    await expectWords(audit, "no longer there on");

    // Looking back: the way to three dates, the months, and a past day worked out again.
    await press(audit, "History");
    for (const words of ["90 days", "180 days", "365 days", "Month by month"]) await expectWords(audit, words);
    await type(audit, "Day", dayOf(base - 30 * DAY));
    await expectWords(audit, /Posts per week \d+(\.\d)? a week \d+(\.\d)? a week (up|down|not distinguishable)/);
    await type(audit, "Day", dayOf(base + 3 * DAY));
    await expectWords(audit, "Only days before");

    // Five pages on three networks, over the dates they share.
    await press(audit, "Compare");
    await audit.waitFor(() => document.querySelectorAll("fieldset .chip").length === 5);
    for (const index of [0, 1, 2, 3, 4])
      await audit.waitFor((at: number) => {
        const box = document.querySelectorAll<HTMLInputElement>("fieldset .chip input")[at];
        if (box && !box.checked) box.click();
        return box?.checked && location.hash.split("page=").length === at + 2;
      }, index);
    await expectWords(audit, "Side by side");
    await expectWords(audit, "These pages are on different networks");
    await expectWords(audit, "No dates were fully read for all pages");
    await press(audit, "Old Roast · X");
    await expectWords(audit, "All over the same dates:");
    await expectWords(audit, "Northwind Coffee (LinkedIn): judged by your yardstick");
    const places = await audit.evaluate(() => document.querySelectorAll(".comparison tbody tr").length);
    expect(places).toBeGreaterThan(8);
    const { text: csv } = await files.save(audit, "Save as CSV");
    expect(csv.split("\r\n")[0]).toContain("page");

    // The hand-over as a file: no script, nothing asked for, its policy in force, one page of paper.
    await show(browser, audit, addressOf("x:northwindcoffee", "handover"));
    await expectWords(audit, "The question to ask");
    if (browser.kind === "chrome")
      for (const [name, paper] of Object.entries(PAPERS)) expect(await sheets(audit, paper), name).toBe(1);
    const sheet = await files.save(audit, "Save as one HTML file");
    internet.serve(({ url }) =>
      url.host === "example.com"
        ? { headers: { "content-type": "text/html; charset=utf-8" }, body: sheet.text }
        : { headers: { "content-type": "text/plain" }, body: "" },
    );
    const read = internet.requests.length;
    const opened = await browser.newTab();
    await opened.goto("https://example.com/sheet.html");
    expect(await textOf(opened)).toContain(PLAN.why);
    const inside = await opened.evaluate(async () => {
      const image = new Image();
      const failed = new Promise((resolve) => {
        image.onerror = () => resolve("refused");
        image.onload = () => resolve("loaded");
      });
      image.src = "https://x.com/beacon.png";
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.body.append(image, script);
      const { color } = getComputedStyle(document.querySelector(".sheet h2")!);
      return { image: await failed, title: document.title, color, scripts: document.scripts.length - 1 };
    });
    expect(inside).toMatchObject({ image: "refused", color: "rgb(60, 70, 184)", scripts: 0 });
    expect(inside.title).not.toBe("ran");
    expect(internet.requests.slice(read).map(({ url }) => new URL(url).pathname)).toEqual(
      expect.not.arrayContaining(["/beacon.png"]),
    );
    if (browser.kind === "chrome")
      for (const [name, paper] of Object.entries(PAPERS)) expect(await sheets(opened, paper), name).toBe(1);
    await opened.close();
    internet.serve(site.handle);

    // Days of keeping: what others wrote long ago goes, is counted, and asks first.
    await show(browser, audit, `${REPORT}#/library`);
    await press(audit, "90 days");
    await pressTwice(audit, "Save", "Drop them");
    await expectWords(audit, "Saved. The text of 1 message was dropped.");

    // A backup holds everything; forgetting forgets everything, on this device and in the sync.
    const before = await audit.evaluate(contents);
    expect(before.rows["items"]).not.toContain("Is it open?");
    const backup = await files.save(audit, "Save a backup");
    // One that was read under another key would make two people out of one: it is refused whole.
    await files.give(audit, "#restore", backup.text.replace(/"salt":"[0-9a-f]{64}"/, `"salt":"${"0".repeat(64)}"`));
    await press(audit, "Take it back");
    await expectWords(audit, "holds 5 pages with");
    await confirm(audit, "Take it back");
    await expectWords(audit, "were read under different keys");
    expect(await audit.evaluate(contents)).toEqual(before);
    await audit.evaluate(() => {
      const row = [...document.querySelectorAll<HTMLElement>(".library tr")].find((one) =>
        one.innerText.includes("Old Roast"),
      );
      row?.querySelector<HTMLElement>("button")?.click();
    });
    await confirm(audit, "Forget this page");
    await expectWords(audit, "4 pages were read");
    await pressTwice(audit, "Forget everything", "Forget it all");
    await expectWords(audit, "No page was read yet");
    expect(await synced(audit)).toEqual({});
    for (const [store, rows] of Object.entries((await audit.evaluate(contents)).rows)) expect(rows, store).toBe("[]");

    // Another device that has sync on puts its plans there again; here it is off by now, and stays empty.
    const elsewhere = { "plan.elsewhere": { version: 1, plan: { ...PLAN, id: "elsewhere" } } };
    await audit.evaluate((items: object) => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { sync: { set(i: object): Promise<void> } } } };
      return chrome.storage.sync.set(items);
    }, elsewhere);

    // What is no backup is refused with a sentence; what was made is taken back to the last row.
    for (const [text, said] of [
      [backup.text.slice(0, backup.text.length / 2), "This file cannot be read as a backup."],
      [exported, "This file is no backup of Whyfirst."],
      [backup.text.replace('"schema":2', '"schema":9'), "This backup was made by a later version."],
    ] as const) {
      await files.give(audit, "#restore", text);
      await expectWords(audit, said);
    }
    expect((await audit.evaluate(contents)).rows["plans"]).toBe("[]");
    await files.give(audit, "#restore", backup.text);
    await pressTwice(audit, "Take it back", "Take it back");
    await expectWords(audit, /Taken back: [\d,]+ entries\.(?! \d+ entr)/);
    await expectWords(audit, "5 pages were read");
    const after = await audit.evaluate(contents);
    for (const store of ["pages", "items", "feeds", "threads", "leftOut", "shown"])
      expect(after.rows[store], store).toBe(before.rows[store]);
    await until(
      async () =>
        (await audit.evaluate(
          () => document.querySelector<HTMLInputElement>(".plan-fields input:checked")?.parentElement?.innerText,
        )) === "90 days",
      "the days of keeping to be back",
    );
    // Sync was on when the backup was made: it is on again, and the plans travel again.
    await until(
      async () => Object.keys(await synced(audit)).some((key) => key.startsWith("plan.")),
      "the plans to travel",
    );
    await show(browser, audit, addressOf("x:northwindcoffee", "audit"));
    await expectWords(audit, PLAN.why);
    await expectWords(audit, "Orders: 25");
    files.clear();
  }, 300_000);
});
