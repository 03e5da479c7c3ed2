// Types of the visitor of the LinkedIn demo, for the tests.
import type { Tab } from "../../lib/driver.mjs";
import type { Post } from "./site.mjs";

export function sortBy(tab: Tab, order: "top" | "recent", first: string): Promise<void>;
export function scrollToPost(tab: Tab, post: Post): Promise<unknown>;
export function openThread(tab: Tab, post: Post): Promise<void>;
