// Types of the demo site, for the end-to-end tests.
import type { Handle } from "../../lib/fake-internet.mjs";
import type { World } from "./story.mjs";

export interface DemoSite {
  readonly handle: Handle;
  /** May be changed while the site runs. `drift` edits every answer and document. */
  readonly settings: { language: "en" | "ar" | "ja"; signedIn: boolean; drift: (text: string) => string };
  readonly world: World;
  readonly viewer: string;
}
export function demoSite(base: number): DemoSite;
