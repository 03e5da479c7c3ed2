// All networks the product reads; adding one is adding its folder and its line here.
import { createFacebook, facebook } from "./facebook/index.ts";
import { linkedin } from "./linkedin/index.ts";
import type { Network } from "./network.ts";
import { x } from "./x/index.ts";

export const NETWORKS: readonly Network[] = [x, facebook, linkedin];

/** The network that serves an address; null for any other site or scheme. */
export const networkOf = (url: URL): Network | null =>
  url.protocol === "https:" ? (NETWORKS.find(({ hosts }) => hosts.includes(url.hostname)) ?? null) : null;

/** The same network with nothing remembered of what it has read. */
export const freshNetwork = (network: Network): Network => (network.id === facebook.id ? createFacebook() : network);
