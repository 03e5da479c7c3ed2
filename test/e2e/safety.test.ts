// What the extension may do, what a page can learn of it, and what a hostile page can do to it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { COMPANY } from "../../scripts/demo/x/story.mjs";
import { readTab } from "../../scripts/demo/x/visitor.mjs";
import { distOf } from "../../scripts/lib/setup.mjs";
import { audit, click, expectText, inEachBrowser, KINDS, settle } from "./stage.ts";

describe.each(KINDS)("the built manifest (%s)", (kind) => {
  const manifest = JSON.parse(readFileSync(path.join(distOf(kind), "manifest.json"), "utf8"));

  it("asks for activeTab, scripting and storage, in Chrome for its side panel, and for nothing else", () => {
    const panel = kind === "chrome" ? ["sidePanel"] : [];
    expect(manifest.permissions.toSorted()).toEqual(["activeTab", "scripting", ...panel, "storage"]);
    for (const key of [
      "host_permissions",
      "optional_permissions",
      "optional_host_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
    ])
      expect(manifest[key] ?? [], key).toEqual([]);
  });

  it("forbids its own pages to connect anywhere, and to make scripts from text", () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    for (const rule of ["default-src 'none'", "connect-src 'none'", "script-src 'self'", "trusted-types 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(manifest.incognito).toBe("not_allowed");
  });
});

/** What a script of the page can look at; run before and after the click. */
function look() {
  const functions = {
    open: XMLHttpRequest.prototype.open,
    send: XMLHttpRequest.prototype.send,
    fetch,
    XMLHttpRequest,
    parse: JSON.parse,
    dispatchEvent: document.dispatchEvent,
  };
  return {
    globals: Object.getOwnPropertyNames(window).sort(),
    functions: Object.entries(functions).map(([name, f]) => [
      name,
      String(f),
      `${f}`,
      f.toString(),
      f.name,
      f.length,
      Object.getOwnPropertyNames(f).sort(),
    ]),
    root: [...document.documentElement.attributes, ...document.body.attributes].map(({ name, value }) => [name, value]),
    elements: [...document.querySelectorAll("head *, body > *")].map(({ outerHTML }) => outerHTML.slice(0, 80)),
    resources: performance.getEntries().filter(({ name }) => /extension:|whyfirst/i.test(name)),
    storage: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
  };
}

inEachBrowser("safety", (stage) => {
  it("reads nothing before the click", async () => {
    const { tab, site } = stage();
    await stage().load();
    await tab.evaluate(() => scrollTo(0, 4000));
    await tab.goto("https://example.com/");
    const popup = await tab.clickAction();
    await expectText(popup, "Whyfirst reads company pages");
    const databases = await popup.evaluate(async () =>
      Promise.all(
        (await indexedDB.databases()).map(
          ({ name }) =>
            new Promise<number>((resolve) => {
              const request = indexedDB.open(name ?? "");
              request.onsuccess = () => {
                const { result } = request;
                const names = [...result.objectStoreNames].filter((store) =>
                  /item|record|page|feed|thread/.test(store),
                );
                if (names.length === 0) return resolve(0);
                let sum = 0;
                const transaction = result.transaction(names);
                for (const store of names) {
                  const count = transaction.objectStore(store).count();
                  count.onsuccess = () => {
                    sum += count.result;
                  };
                }
                transaction.oncomplete = () => {
                  result.close();
                  resolve(sum);
                };
              };
            }),
        ),
      ),
    );
    expect(databases.reduce((sum, count) => sum + count, 0)).toBe(0);
    expect(site.world.by(COMPANY).length).toBeGreaterThan(100);
  });

  it("cannot be seen by the page", async () => {
    const { tab, site, browser } = stage();
    await stage().load();
    const before = await tab.evaluate(look);
    const popup = await click(tab);
    await readTab(tab, site.world, COMPANY, "/with_replies");
    await settle(popup);
    expect((await audit(popup)).records.length).toBeGreaterThan(20);
    expect(await tab.evaluate(look)).toEqual(before);

    const icon = `${browser.origin}/assets/icons/icon-16.png`;
    await tab.goto("https://example.com/");
    const loaded = await tab.evaluate(
      (url: string) =>
        new Promise<boolean>((resolve) => {
          const image = new Image();
          image.onload = () => resolve(true);
          image.onerror = () => resolve(false);
          image.src = url;
        }),
      icon,
    );
    expect(loaded).toBe(false);
  });

  it("asks for nothing: every call of the interface is the page's own", async () => {
    const { tab, site, internet } = stage();
    const popup = await stage().loadAndClick();
    for (const suffix of ["", "/with_replies", "/reposts"] as const) await readTab(tab, site.world, COMPANY, suffix);
    await settle(popup);
    const calls = internet.requests.filter(({ url }) => url.includes("/graphql/"));
    const numbers = calls.map(({ headers }) => Number(headers["x-client-transaction-id"]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const others = internet.requests
      .filter(({ url }) => !url.includes("/graphql/"))
      .map(({ url }) => new URL(url).pathname);
    for (const asked of others) expect(asked).toMatch(/^\/(NorthwindCoffee|favicon\.ico|static\/[a-z]+\.(js|css))$/);
  });

  it("leaves the page's own errors and answers as they were", async () => {
    const { tab } = stage();
    const probe = async () => {
      const outcome = async (run: () => unknown) => {
        try {
          return String(await run());
        } catch (error) {
          return `${(error as Error).name}`;
        }
      };
      const asked = (url: string, type: XMLHttpRequestResponseType) =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.open("GET", url);
          request.responseType = type;
          request.onloadend = () => resolve(`${request.status} ${request.responseURL} ${typeof request.response}`);
          request.send();
        });
      const api = "/i/api/graphql/aq1/UserByScreenName?variables=%7B%22screen_name%22%3A%22nobody%22%7D";
      return [
        await outcome(() => asked(api, "")),
        await outcome(() => asked(api, "json")),
        await outcome(() => asked(api, "arraybuffer")),
        await outcome(() => asked("/i/api/graphql/aq1/Unknown?variables=%7B%7D", "")),
        await outcome(() => new XMLHttpRequest().open("GET", "http://[")),
        await outcome(() => Reflect.apply(XMLHttpRequest.prototype.open, {}, ["GET", "/"])),
        await outcome(() => new XMLHttpRequest().send()),
        await outcome(() => fetch("http://[")),
        await outcome(async () => (await fetch(api)).json().then((json: object) => JSON.stringify(json))),
        await outcome(() => Reflect.construct(XMLHttpRequest.prototype.open, [])),
      ];
    };
    await stage().load();
    const before = await tab.evaluate(probe);
    await click(tab);
    expect(await tab.evaluate(probe)).toEqual(before);
    expect(before[0]).toMatch(/^200 /);
  });

  it("takes nothing from a page that forges its messages, and does not drown in a flood", async () => {
    const { tab, site } = stage();
    await stage().load();
    const attack = () => {
      const forged = {
        kind: "observed",
        network: "x",
        subject: { id: "1", handle: "NorthwindCoffee" },
        readings: [{ network: "x", source: "json", observations: [{ id: "666" }] }],
        url: "https://x.com/i/api/graphql/a/UserTweets",
        method: "GET",
        body: "",
        text: '{"data":{}}',
      };
      for (const name of ["message", "whyfirst", "handshake", "click", "0".repeat(32), "port"]) {
        for (let n = 0; n < 200; n++) {
          const { port1, port2 } = new MessageChannel();
          document.dispatchEvent(new MessageEvent(name, { data: forged, ports: [port2] }));
          window.dispatchEvent(new MessageEvent(name, { data: forged, ports: [port2] }));
          document.dispatchEvent(new CustomEvent(name, { detail: forged }));
          port1.postMessage(forged);
        }
      }
      for (let n = 0; n < 5_000; n++) window.postMessage(forged, "*");
    };
    await tab.evaluate(attack);
    const popup = await click(tab);
    const before = (await audit(popup)).records.map(({ id }) => id).sort();
    await tab.evaluate(attack);
    await settle(popup);
    const after = (await audit(popup)).records.map(({ id }) => id).sort();
    expect(after).toEqual(before);
    for (const id of after) expect(site.world.posts.has(id)).toBe(true);
    await readTab(tab, site.world, COMPANY, "");
    expect((await audit(popup)).records.length).toBeGreaterThan(before.length);
  });

  it("shows hostile names and texts as text", async () => {
    const { tab, site } = stage();
    const popup = await stage().loadAndClick();
    await readTab(tab, site.world, COMPANY, "/with_replies");
    const { records } = await audit(popup);
    const hostile = [...site.world.posts.values()].filter(({ mood }) => mood === "hostile");
    expect(hostile.length).toBeGreaterThan(0);
    expect(records.length).toBeGreaterThan(0);
    expect(await popup.evaluate(() => document.querySelectorAll("img, iframe, object, script:not([src])").length)).toBe(
      0,
    );
    expect(await popup.evaluate(() => document.title)).not.toBe("taken");
    expect(await tab.evaluate(() => document.title)).not.toBe("taken");
  });

  it("counts what it cannot read, and goes on: an error in HTTP 200, half an answer, another shape", async () => {
    const { tab, site, internet } = stage();
    const broken = [
      '{"errors":[{"message":"Timeout: Unspecified","code":29}],"data":{"user":{}}}',
      '{"data":{"user":{"result":{"timeline":{"timeline":{"instr',
      '{"data":{"user":{"result":{"timeline":{"timeline":{"instructions":[{"type":"TimelineAddEntries","entries":[{"entryId":"tweet-1","content":{"itemContent":{"tweet_results":{"result":{"rest_id":"1","renamed":{}}}}}}]}]}}}}}}',
      `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
    ];
    const popup = await stage().loadAndClick();
    await readTab(tab, site.world, COMPANY, "/reposts"); // from here on the account is known by its id too
    const before = (await audit(popup)).records.length;
    internet.serve((asked) => {
      const number = Number(asked.url.searchParams.get("broken"));
      if (!asked.url.searchParams.has("broken")) return site.handle(asked);
      return { headers: { "content-type": "application/json" }, body: broken[number] ?? "" };
    });
    const ask = async (count: number, userId: string) => {
      const variables = encodeURIComponent(JSON.stringify({ userId }));
      for (let n = 0; n < count; n++) {
        await new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.open("GET", `/i/api/graphql/a/UserOriginalsTimeline?variables=${variables}&broken=${n}`);
          request.onloadend = resolve;
          request.send();
        });
      }
    };
    await tab.evaluate(ask, broken.length, site.world.accounts.get(COMPANY)?.id);
    const { records, report } = await audit(popup);
    expect(records.length).toBe(before);
    const unread = new Map(report.coverage.unread.map(({ reason, count }) => [reason, count]));
    expect(unread.get("siteError")).toBeGreaterThanOrEqual(1);
    expect(unread.get("notJson")).toBeGreaterThanOrEqual(1);
    expect([...unread.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(broken.length);
    await expectText(popup, "could not be read");
    await readTab(tab, site.world, COMPANY, "");
    expect((await audit(popup)).records.length).toBeGreaterThan(before);
  });
});
