// Types of the demo's story, for the tests.
export interface Comment {
  readonly id: string;
  readonly author: string;
  /** ms UTC, whole seconds */
  readonly at: number;
  readonly text: string;
  readonly parent: string | null;
  readonly mention?: string;
}
export interface Post {
  readonly id: string;
  readonly author: string;
  /** ms UTC, whole seconds */
  readonly at: number;
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly shares?: Post;
  readonly advert?: boolean;
  readonly suggested?: boolean;
}
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly company: boolean;
}
export interface World {
  readonly base: number;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly posts: readonly Post[];
  readonly pinned: Post;
  readonly advert: Post;
  readonly suggested: Post;
}
export const COMPANY: string;
export const RIVAL: string;
export const VIEWER: string;
export function tellStory(base: number): World;
export function postsOf(world: World, page: string): Post[];
export function below(post: Post, parent?: Comment | null): Comment[];
export function repliesBelow(post: Post, comment: Comment): Comment[];
