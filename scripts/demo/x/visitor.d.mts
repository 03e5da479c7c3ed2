// Types of the visitor of the demo site, for the end-to-end tests.
import type { Tab } from "../../lib/driver.mjs";
import type { Post, World } from "./story.mjs";

export function visit(tab: Tab, path: string): Promise<void>;
export function scrollToPost(tab: Tab, id: string): Promise<unknown>;
export function readTab(
  tab: Tab,
  world: World,
  handle: string,
  suffix: "" | "/with_replies" | "/reposts" | "/all",
): Promise<void>;
export function readThread(tab: Tab, world: World, post: Post): Promise<void>;
