// @vitest-environment jsdom
// A network begins anew: what one reader of it has read, the next reads again.
import { expect, it } from "vitest";
import { islandsOf } from "../../scripts/demo/facebook/answers.mjs";
import { COMPANY, tellStory } from "../../scripts/demo/facebook/story.mjs";
import { freshNetwork, NETWORKS } from "../../src/networks/index.ts";
import { readingsIn } from "./facebook/read.ts";

const BASE = Date.UTC(2026, 10, 20, 12);
const world = tellStory(BASE);

it("reads the islands of a document again, and is the same network", () => {
  for (const island of islandsOf(world, { account: world.accounts.get(COMPANY)!, signedIn: true })) {
    const script = document.createElement("script");
    script.type = "application/json";
    script.textContent = JSON.stringify(island);
    document.body.append(script);
  }
  const url = new URL("https://www.facebook.com/northwindcoffee");
  const facebook = NETWORKS.find(({ id }) => id === "facebook")!;
  const items = (network: typeof facebook) =>
    readingsIn(network.readDocument(document, url, BASE)).flatMap(({ observations }) => observations).length;
  const first = items(facebook);
  expect(first).toBeGreaterThan(0);
  expect(items(facebook)).toBe(0);
  expect(items(freshNetwork(facebook))).toBe(first);
  for (const network of NETWORKS)
    expect([freshNetwork(network).id, freshNetwork(network).responses]).toEqual([network.id, network.responses]);
});
