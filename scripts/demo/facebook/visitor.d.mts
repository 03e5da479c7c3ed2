// Types of the visitor of the demo site, for the end-to-end tests.
import type { Tab } from "../../lib/driver.mjs";
import type { Post } from "./story.mjs";

export function readTimeline(tab: Tab): Promise<unknown>;
export function visitPage(tab: Tab, handle: string): Promise<void>;
export function openPost(tab: Tab, post: Post): Promise<void>;
export function chooseOrder(tab: Tab, index: 0 | 1 | 2): Promise<void>;
export function readComments(tab: Tab): Promise<unknown>;
export function closePost(tab: Tab): Promise<void>;
