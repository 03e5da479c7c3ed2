// X (x.com, formerly twitter.com) as a network.
import type { Network } from "../network.ts";
import { readDocument } from "./dom.ts";
import { HOSTS, pageKey, pageUrl, place } from "./place.ts";
import { RESPONSES, readResponse } from "./response.ts";

export const x: Network = {
  id: "x",
  name: "X",
  hosts: HOSTS,
  responses: RESPONSES,
  place,
  pageUrl,
  pageKey,
  readResponse,
  readDocument,
};
