// Types of the LinkedIn demo, for the tests.
import type { Handle } from "../../lib/fake-internet.mjs";

export interface Account {
  id?: string;
  vanity: string;
  name: string;
  kind: "company" | "in";
}
export interface Said {
  id: string;
  at: number;
  author: Account;
  text: string;
  mention: Account | null;
  replies: Said[];
}
export interface Post {
  id: string;
  at: number;
  kind: "post" | "repost" | "colleague" | "promoted";
  author: Account;
  text: string;
  original: Post | null;
  comments: Said[];
}
export interface Settings {
  language: "en" | "de" | "ja";
  signedIn: boolean;
  renderer: "sdui" | "ember";
  replies: "nested" | "flat";
  order: "top" | "recent";
}
export const ADDRESS: string;
export function postAddress(post: { id: string }): string;
export function linkedinDemo(base: number): {
  handle: Handle;
  settings: Settings;
  world: { base: number; posts: Post[]; promoted: Post };
};
