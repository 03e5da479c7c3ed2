// Types of the demo's ids, for the tests.
import type { Comment, Post } from "./story.mjs";

export function storyId(post: Post): string;
export function feedbackId(post: Post, comment?: Comment | null): string;
export function commentId(post: Post, comment: Comment): string;
export function locator(post: Post): string;
