// Types of the demo's story, for the end-to-end tests.
export interface Post {
  readonly id: string;
  /** ms UTC */
  readonly at: number;
  readonly author: string;
  readonly text: string;
  readonly lang: string;
  readonly replyTo: string | null;
  readonly quoteOf: string | null;
  readonly repostOf: string | null;
  readonly root: string;
  readonly likes: number;
  readonly mood?: string;
  readonly removed?: boolean;
  readonly foldsAnswers?: boolean;
  readonly earlier?: readonly string[];
}
export interface World {
  readonly base: number;
  readonly accounts: ReadonlyMap<string, { readonly handle: string; readonly name: string; readonly id: string }>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly pinned: string;
  readonly promoted: string;
  readonly related: readonly string[];
  by(handle: string): Post[];
  repliesTo(id: string): Post[];
}
export const COMPANY: string;
export const SISTER: string;
export const RIVAL: string;
export function idAt(ms: number, low?: number): string;
export function tellStory(base: number): World;
