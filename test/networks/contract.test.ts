// What every network must keep to: its folder, its place in the list, its cases, and that nothing foreign makes it throw.
import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readingSchema } from "../../src/domain/observation.ts";
import { pageKeySchema } from "../../src/domain/page.ts";
import { NETWORKS } from "../../src/networks/index.ts";
import type { Network } from "../../src/networks/network.ts";

const ROOM = new URL("../../src/networks/", import.meta.url);
const folders = readdirSync(ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("networks", () => {
  it("are listed, each under the name of its folder", async () => {
    expect(NETWORKS.map(({ id }) => id).sort()).toEqual([...folders].sort());
    for (const folder of folders) {
      const module = (await import(`../../src/networks/${folder}/index.ts`)) as Record<string, Network>;
      expect(module[folder]).toBe(NETWORKS.find(({ id }) => id === folder));
    }
  });
  it("share no host", () => {
    const hosts = NETWORKS.flatMap((network) => network.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});

describe.each(NETWORKS)("$id", (network) => {
  const url = (): fc.Arbitrary<URL> =>
    fc
      .tuple(
        fc.constantFrom(...network.hosts, "example.org"),
        fc.array(fc.oneof(fc.webSegment(), fc.constantFrom("i", "status", "posts", "company", "1".repeat(19)))),
        fc.webQueryParameters(),
      )
      .map(([host, path, query]) => new URL(`https://${host}/${path.join("/")}?${query}`));

  /** Addresses its own responses come from, so that what they hold is looked at. */
  const exchange = (text: string) => ({
    url: `https://${network.hosts[0]}/i/api/graphql/a/UserTweets?variables=%7B%22userId%22%3A%2212%22%7D`,
    method: "GET",
    body: "",
    text,
  });

  it("has cases that say what they show", () => {
    const cases = new URL(`./${network.id}/cases/`, import.meta.url);
    const names = readdirSync(cases);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      for (const file of ["about.json", "expected.json"]) {
        expect(existsSync(new URL(`${name}/${file}`, cases)), `${name}/${file}`).toBe(true);
      }
    }
  });
  it("tells the place of any address without throwing", () => {
    fc.assert(
      fc.property(url(), (address) => {
        const place = network.place(address);
        if (address.hostname === "example.org") return place === null;
        if (!place?.account) return true;
        const key = network.pageKey(place.account);
        return (
          new URL(network.pageUrl(place.account)).protocol === "https:" &&
          (!key || pageKeySchema.safeParse(key).success)
        );
      }),
    );
    fc.assert(fc.property(fc.webUrl(), (address) => network.place(new URL(address)) === null));
  });
  it("reads any text without throwing, and what it gives is well-formed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const reading of network.readResponse(exchange(text), 1)) z.nullable(readingSchema).parse(reading);
      }),
    );
  });
  it("gives no page nor post where it stands on nothing", () => {
    const { document } = new JSDOM("<!doctype html><main><article><p>Nothing</p></article></main>").window;
    Object.defineProperty(document, "readyState", { value: "complete" });
    fc.assert(
      fc.property(url(), (address) => {
        for (const reading of network.readDocument(document, address, 1)) {
          z.nullable(readingSchema).parse(reading);
          expect(reading?.observations ?? []).toEqual([]);
        }
      }),
    );
  });
  it("describes its responses with a pattern that compiles and needs no long to fail", () => {
    if (network.responses === null) return;
    const pattern = new RegExp(network.responses);
    expect(pattern.test(`GET https://${"a".repeat(1_000_000)}`)).toBe(false);
    expect(pattern.test(`POST https://example.org/ ${"&a=b".repeat(250_000)}`)).toBe(false);
  });
});
