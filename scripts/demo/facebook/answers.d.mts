// Types of the demo's answers, for the tests.
import type { Account, World } from "./story.mjs";

export function graphqlAnswer(world: World, form: URLSearchParams): string | null;
export function routeAnswer(world: World, account: Account): string;
export function islandsOf(
  world: World,
  what: { account?: Account | null; post?: import("./story.mjs").Post | null; signedIn: boolean },
): unknown[];
