// Types of the demo site, for the end-to-end tests.
import type { Handle } from "../../lib/fake-internet.mjs";
import type { World } from "./story.mjs";

export interface DemoSite {
  readonly handle: Handle;
  /** May be changed while the site runs. */
  readonly settings: { language: "en" | "ar" | "ja"; signedIn: boolean };
  readonly world: World;
}
export function demoSite(base: number): DemoSite;
